//! Files from forms, streamed with limits of number and size before anything looks at them. Pictures come into memory;
//! what a form takes as it is, documents and films, goes to the store while it comes ([`Composed`]).
//!
//! What is beyond a limit is read and forgotten, up to as much again: a browser that is answered while it still sends
//! shows its own error instead of ours. So the page that comes back can say what was too much, and hold what was typed.

use axum::{
    extract::{
        DefaultBodyLimit, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{HeaderName, StatusCode, header},
};
use uuid::Uuid;

use crate::{
    app::App,
    blobs::file_key,
    i18n::T,
    kernel::FileId,
    web::{
        Error,
        error::megabytes,
        form,
        stream::{self, Kept, Took},
    },
};

/// The most files of one form.
pub const MOST_FILES: usize = 50;
/// The most text fields of one form.
const MOST_FIELDS: usize = 500;

/// A file as it came: nothing about it is believed.
pub struct File {
    /// The form field it came in.
    pub field: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why files of a form were left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Together they hold more bytes than this.
    Heavy(usize),
    /// There are more than [`MOST_FILES`].
    Many,
    /// The disk has no room left for them.
    Full,
    /// The store of files is apart, and does not answer.
    Away,
}

impl LeftOut {
    /// The sentence for the member.
    pub fn words(self, t: T) -> String {
        match self {
            Self::Heavy(most) => t.error_too_large_text(megabytes(most)).to_string(),
            Self::Many => t.error_too_many_files(i64::try_from(MOST_FILES).unwrap_or_default()).to_string(),
            Self::Full => t.error_full_text().to_string(),
            Self::Away => t.error_away_text().to_string(),
        }
    }

    /// The same where the form cannot be shown again.
    fn error(self) -> Error {
        match self {
            Self::Heavy(most) => Error::TooLarge { most },
            Self::Many => Error::Malformed,
            Self::Full => Error::Full,
            Self::Away => Error::Away,
        }
    }
}

/// A `multipart/form-data` form: text fields and files.
#[derive(Default)]
pub struct Upload {
    /// Text fields in the order of the form.
    pub fields: Vec<(String, String)>,
    /// Files that are not empty (a browser sends an empty one for a field left alone).
    pub files: Vec<File>,
    /// Whether there were more. Whoever shows the form again says so; others ask for [`Upload::whole`].
    pub left_out: Option<LeftOut>,
    /// Files that lie in the store already, without a row that points to them: left at that, they are swept away.
    pub kept: Vec<Kept>,
    /// Whether there were more of these.
    pub kept_left_out: Option<LeftOut>,
}

/// A form whose documents, in the fields `STREAMED`, went to the store as they came.
pub struct Composed(pub Upload);

/// The fields of documents: of the form itself, and of one that a script sends ahead.
const STREAMED: [&str; 2] = ["documents", "file"];

impl Upload {
    /// The first text of a field.
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }

    /// All texts of a repeated field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    fn leave_out(&mut self, field: &str, why: LeftOut) {
        let of = if STREAMED.contains(&field) { &mut self.kept_left_out } else { &mut self.left_out };
        *of = Some(why);
    }

    /// The form, if nothing of it was left out.
    pub fn whole(self) -> Result<Self, Error> {
        match self.left_out.or(self.kept_left_out) {
            None => Ok(self),
            Some(why) => Err(why.error()),
        }
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        Reading::new(request, app, 0).await?.form().await
    }
}

impl FromRequest<App> for Composed {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        Ok(Self(Reading::new(request, app, app.config.file_max_bytes()).await?.form().await?))
    }
}

fn file_place(id: Uuid) -> String {
    file_key(FileId(id))
}

fn said(request: &Request, name: HeaderName) -> &str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// A form as it comes, and what may still come of each kind.
struct Reading<'a> {
    app: &'a App,
    from: Multipart,
    most: usize,
    left: usize,
    text_left: usize,
    most_kept: usize,
    kept_left: usize,
    /// Why no more files are taken.
    closed: Option<LeftOut>,
    form: Upload,
}

impl<'a> Reading<'a> {
    async fn new(mut request: Request, app: &'a App, most_kept: usize) -> Result<Self, Error> {
        if !said(&request, header::CONTENT_TYPE).starts_with("multipart/form-data") {
            return Err(Error::UnsupportedBody);
        }
        let coming = said(&request, header::CONTENT_LENGTH).parse().unwrap_or_default();
        let most = app.config.upload_max_bytes();
        // The limit of forms without files does not hold here; the room on top is for the form's own lines.
        let bearable = most.saturating_add(most_kept).saturating_mul(2).saturating_add(form::MOST);
        DefaultBodyLimit::max(bearable).apply(&mut request);
        let closed = (!stream::has_room(app, coming)?).then_some(LeftOut::Full);
        let from = Multipart::from_request(request, app).await.map_err(|_| Error::Malformed)?;
        let form = Upload::default();
        let (text_left, kept_left) = (form::MOST, most_kept);
        Ok(Self { app, from, most, left: most, text_left, most_kept, kept_left, closed, form })
    }

    async fn form(mut self) -> Result<Upload, Error> {
        let most = self.most;
        let broken = |error: MultipartError| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge { most },
            _ => Error::Malformed,
        };
        while let Some(mut field) = self.from.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            let form = &mut self.form;
            let Some(file_name) = field.file_name().map(str::to_owned) else {
                let bytes = read(&mut field, &mut self.text_left).await.map_err(broken)?;
                let bytes = bytes.ok_or(Error::TooLarge { most: form::MOST })?;
                if form.fields.len() < MOST_FIELDS {
                    form.fields.push((name, String::from_utf8(bytes).map_err(|_| Error::Malformed)?));
                }
                continue;
            };
            if self.most_kept > 0 && self.closed.is_none() && STREAMED.contains(&name.as_str()) {
                if form.kept.len() == MOST_FILES {
                    form.kept_left_out = Some(LeftOut::Many);
                    continue;
                }
                match stream::keep(self.app, &mut field, (file_name, file_place), &mut self.kept_left).await {
                    Ok(Took::Kept(kept)) => form.kept.push(kept),
                    Ok(Took::Nothing) => {}
                    Ok(Took::Heavy) => form.kept_left_out = Some(LeftOut::Heavy(self.most_kept)),
                    // The page comes back with what was typed.
                    Err(Error::Fault(fault)) if fault.is_away() => {
                        tracing::error!(error = %fault, "a file could not be kept");
                        (self.closed, form.kept_left_out) = (Some(LeftOut::Away), Some(LeftOut::Away));
                    }
                    Err(error) => return Err(error),
                }
                continue;
            }
            match read(&mut field, &mut self.left).await.map_err(broken)? {
                Some(bytes) if bytes.is_empty() => {}
                _ if let Some(why) = self.closed => form.leave_out(&name, why),
                None => form.left_out = Some(LeftOut::Heavy(most)),
                Some(_) if form.files.len() == MOST_FILES => form.left_out = Some(LeftOut::Many),
                Some(bytes) => form.files.push(File { field: name, bytes }),
            }
        }
        Ok(self.form)
    }
}

/// Reads a field while the form stays within its limit, and past it without keeping anything.
async fn read(field: &mut Field<'_>, left: &mut usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let mut bytes = Vec::new();
    let mut within = true;
    while let Some(chunk) = field.chunk().await? {
        within &= chunk.len() <= *left;
        *left = left.saturating_sub(chunk.len());
        if within {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(within.then_some(bytes))
}
