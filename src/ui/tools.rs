//! The buttons above a text that is written as it will be read.

use askama::{Template, filters::HtmlSafe};

use crate::i18n::T;

/// Buttons for the Markdown of a text area; with the script they work in the editor that takes its place.
#[derive(Clone, Debug, Template)]
#[template(path = "ui/tools.html")]
pub struct Tools {
    t: T,
    area: String,
}

impl HtmlSafe for Tools {}

impl Tools {
    /// The buttons of the text area with this id.
    pub fn of(t: T, area: impl ToString) -> Self {
        Self { t, area: area.to_string() }
    }
}
