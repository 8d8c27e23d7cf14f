//! The field for photos, in the composer and in the form that changes a post. Script sends files ahead and moves the
//! rows; without it files come with the form, and each photo that is there has a number and a box to remove it.

use askama::{Template, filters::HtmlSafe};

use super::model::MOST;
use crate::{
    i18n::T,
    kernel::{PictureId, Url},
    ui::links,
    web::{Cx, FormErrors, upload::LeftOut},
    worker::picture::MAX_BYTES,
};

/// The field.
#[derive(Template)]
#[template(path = "pictures/field.html")]
pub struct Field {
    t: T,
    photos: Vec<Kept>,
    error: Option<String>,
    most_photos: usize,
    most_bytes: usize,
    heavy: String,
}

impl HtmlSafe for Field {}

/// A photo that is uploaded already.
struct Kept {
    id: PictureId,
    alt: String,
    image: Url,
}

impl Field {
    /// The field over these photos.
    pub fn new(cx: &Cx, photos: Vec<(PictureId, String)>, errors: &FormErrors) -> Self {
        let most_bytes = cx.app.config.upload_max_bytes().min(MAX_BYTES);
        Self {
            t: cx.t(),
            photos: photos
                .into_iter()
                .map(|(id, alt)| Kept { id, alt, image: links::picture(id, 480) })
                .collect(),
            error: errors.on("files").map(str::to_owned),
            most_photos: MOST,
            most_bytes,
            heavy: LeftOut::Heavy(most_bytes).words(cx.t()),
        }
    }
}
