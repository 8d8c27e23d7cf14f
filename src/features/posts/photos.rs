//! The field for photos, in the composer and in the form that changes a post. Script sends files ahead and moves the
//! rows; without it files come with the form, and each photo that is there has a number and a box to remove it.

use askama::{Template, filters::HtmlSafe};

use super::model::MOST_PHOTOS;
use crate::{
    i18n::T,
    kernel::{PictureId, Url},
    ui::links,
    web::{Cx, FormErrors, upload::LeftOut},
    worker::picture::MAX_BYTES,
};

/// The field.
#[derive(Template)]
#[template(path = "posts/photos.html")]
pub(super) struct PhotoField {
    t: T,
    photos: Vec<Kept>,
    error: Option<String>,
    most_photos: usize,
    most_bytes: usize,
    heavy: String,
}

impl HtmlSafe for PhotoField {}

/// A photo that is uploaded already.
struct Kept {
    id: PictureId,
    alt: String,
    image: Url,
}

impl PhotoField {
    /// The field over these photos.
    pub(super) fn new(cx: &Cx, photos: Vec<(PictureId, String)>, errors: &FormErrors) -> Self {
        let most_bytes = cx.app.config.upload_max_bytes().min(MAX_BYTES);
        Self {
            t: cx.t(),
            photos: photos
                .into_iter()
                .map(|(id, alt)| Kept { id, alt, image: links::picture(id, 480) })
                .collect(),
            error: errors.on("files").map(str::to_owned),
            most_photos: MOST_PHOTOS,
            most_bytes,
            heavy: LeftOut::Heavy(most_bytes).words(cx.t()),
        }
    }
}
