//! The pages of the room.

pub(super) mod given;
pub(super) mod kind;
pub(super) mod kinds;
pub(super) mod legend;

use askama::{Template, filters::HtmlSafe};

use crate::ui::Ring;

/// A ring alone, as large as round a picture, beside its name.
#[derive(Template)]
#[template(
    source = r#"<span class="ringed" data-h="{{ ring.hue }}" data-ring="{{ ring.pattern }}" aria-hidden="true"><span class="ava ava--s" data-h="{{ ring.hue }}"></span></span>"#,
    ext = "html"
)]
struct Mark {
    ring: Ring,
}

impl HtmlSafe for Mark {}
