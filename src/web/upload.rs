//! Files from forms, streamed with limits of number and size before anything looks at them.
//!
//! What is beyond a limit is read and forgotten, up to as much again: a browser that is answered while it still sends
//! shows its own error instead of ours. So the page that comes back can say what was too much, and hold what was typed.

use axum::{
    extract::{
        DefaultBodyLimit, FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{StatusCode, header},
};

use crate::{
    app::App,
    i18n::T,
    web::{Error, error::megabytes, form},
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
}

impl LeftOut {
    /// The sentence for the member.
    pub fn words(self, t: T) -> String {
        match self {
            Self::Heavy(most) => t.error_too_large_text(megabytes(most)).to_string(),
            Self::Many => t.error_too_many_files(i64::try_from(MOST_FILES).unwrap_or_default()).to_string(),
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
}

impl Upload {
    /// The first text of a field.
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }

    /// All texts of a repeated field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// The form, if nothing of it was left out.
    pub fn whole(self) -> Result<Self, Error> {
        match self.left_out {
            None => Ok(self),
            Some(LeftOut::Heavy(most)) => Err(Error::TooLarge { most }),
            Some(LeftOut::Many) => Err(Error::Malformed),
        }
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Error;

    async fn from_request(mut request: Request, app: &App) -> Result<Self, Error> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        if !kind.starts_with("multipart/form-data") {
            return Err(Error::UnsupportedBody);
        }
        let most = app.config.upload_max_bytes();
        // The limit of forms without files does not hold here; the room on top is for the form's own lines.
        let bearable = most.saturating_mul(2).saturating_add(form::MOST);
        DefaultBodyLimit::max(bearable).apply(&mut request);
        let broken = |error: MultipartError| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge { most },
            _ => Error::Malformed,
        };
        let mut form = Multipart::from_request(request, app).await.map_err(|_| Error::Malformed)?;
        let mut upload = Self::default();
        let (mut left, mut text_left) = (most, form::MOST);
        while let Some(mut field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            if field.file_name().is_none() {
                let bytes = read(&mut field, &mut text_left).await.map_err(broken)?;
                let bytes = bytes.ok_or(Error::TooLarge { most: form::MOST })?;
                if upload.fields.len() < MOST_FIELDS {
                    upload.fields.push((name, String::from_utf8(bytes).map_err(|_| Error::Malformed)?));
                }
                continue;
            }
            match read(&mut field, &mut left).await.map_err(broken)? {
                None => upload.left_out = Some(LeftOut::Heavy(most)),
                Some(bytes) if bytes.is_empty() => {}
                Some(_) if upload.files.len() == MOST_FILES => upload.left_out = Some(LeftOut::Many),
                Some(bytes) => upload.files.push(File { field: name, bytes }),
            }
        }
        Ok(upload)
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
