//! What a group expects of what is published in it: beside the composer, and on the page that says what the group is.

use askama::{Template, filters::HtmlSafe};

use crate::{authz::GroupFace, i18n::T};

/// When, how, what belongs and what does not; only what was said.
#[derive(Template)]
#[template(path = "groups/expectations.html")]
pub struct Expectations {
    t: T,
    lines: Vec<(String, String)>,
}

impl HtmlSafe for Expectations {}

impl Expectations {
    /// The expectations of a group, if it has any.
    pub fn of(t: T, face: &GroupFace) -> Option<Self> {
        let all = [
            (t.groups_expect_when().to_string(), &face.expect_when),
            (t.groups_expect_format().to_string(), &face.expect_format),
            (t.groups_expect_yes().to_string(), &face.expect_yes),
            (t.groups_expect_no().to_string(), &face.expect_no),
        ];
        let said = all.into_iter().filter(|(_, text)| !text.is_empty());
        let lines: Vec<_> = said.map(|(label, text)| (label, text.clone())).collect();
        (!lines.is_empty()).then_some(Self { t, lines })
    }
}
