//! Files from forms, streamed with limits of number and size before anything looks at them.

use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
    http::header,
};

use crate::{app::App, web::Error};

/// The most files of one form.
pub const MOST_FILES: usize = 50;

/// A file as it came: nothing about it is believed.
pub struct File {
    /// The form field it came in.
    pub field: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A `multipart/form-data` form: text fields and files.
pub struct Upload {
    /// Text fields in the order of the form.
    pub fields: Vec<(String, String)>,
    /// Files that are not empty (a browser sends an empty one for a field left alone).
    pub files: Vec<File>,
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
        DefaultBodyLimit::max(most.saturating_add(crate::web::form::MOST)).apply(&mut request);
        let mut form = Multipart::from_request(request, app).await.map_err(|_| Error::Malformed)?;
        let mut upload = Self { fields: Vec::new(), files: Vec::new() };
        let mut left = most;
        while let Some(mut field) = form.next_field().await.map_err(|_| Error::Malformed)? {
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = field.file_name().is_some();
            let bytes = read(&mut field, &mut left, most).await?;
            if is_file && !bytes.is_empty() {
                if upload.files.len() == MOST_FILES {
                    return Err(Error::TooLarge { most });
                }
                upload.files.push(File { field: name, bytes });
            } else if !is_file && upload.fields.len() < 500 {
                upload.fields.push((name, String::from_utf8(bytes).map_err(|_| Error::Malformed)?));
            }
        }
        Ok(upload)
    }
}

/// Reads a field while the form stays within its limit.
async fn read(field: &mut Field<'_>, left: &mut usize, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Error::Malformed)? {
        *left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge { most })?;
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
