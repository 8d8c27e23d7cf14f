//! The field for files, in the composer and in the form that changes a post. Script sends files ahead and moves the
//! rows; without it files come with the form, and each one that is there has a number and a box to remove it.

use askama::{Template, filters::HtmlSafe};
use uuid::Uuid;

use super::{
    kind::endings,
    model::{Attached, MOST},
    store,
};
use crate::{
    i18n::{T, format},
    kernel::{Fault, FileId},
    web::{Cx, FormErrors, upload::LeftOut},
};

/// The field.
#[derive(Template)]
#[template(path = "files/field.html")]
pub struct Field {
    t: T,
    files: Vec<Row>,
    error: Option<String>,
    most: usize,
    most_bytes: usize,
    heaviest: String,
    heavy: String,
    accept: String,
    endings: String,
}

impl HtmlSafe for Field {}

/// A file that is uploaded already.
struct Row {
    id: FileId,
    name: String,
    sheet: String,
    hue: &'static str,
    weight: String,
}

impl Field {
    /// The field over these files, as far as they are there.
    pub async fn load(cx: &Cx, files: &[FileId], errors: &FormErrors) -> Result<Self, Fault> {
        let ids: Vec<Uuid> = files.iter().map(|id| id.0).collect();
        let files = if ids.is_empty() {
            Vec::new()
        } else {
            store::list(&mut *cx.db().await?, cx.viewer(), &ids).await?
        };
        let most_bytes = cx.app.config.file_max_bytes();
        Ok(Self {
            t: cx.t(),
            files: files.into_iter().map(|file| Row::new(cx, file)).collect(),
            error: errors.on("documents").map(str::to_owned),
            most: MOST,
            most_bytes,
            heaviest: format::weight(cx.locale(), i64::try_from(most_bytes)?),
            heavy: LeftOut::Heavy(most_bytes).words(cx.t()),
            accept: endings(","),
            endings: endings(" "),
        })
    }
}

impl Row {
    fn new(cx: &Cx, file: Attached) -> Self {
        Self {
            id: file.id,
            sheet: file.kind.to_uppercase(),
            hue: file.hue(),
            weight: format::weight(cx.locale(), file.bytes),
            name: file.name,
        }
    }
}
