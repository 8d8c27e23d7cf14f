//! What a template is, what is wrong with a form that says otherwise, and how the composer offers them.

use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

use super::{store, urls};
use crate::{
    authz::Viewer,
    db::Db,
    features::drafts::MOST_TITLE,
    i18n::T,
    kernel::{Fault, PostTemplateId, Url, markup::MAX_CHARS, text::Line},
    web::FormErrors,
};

/// The most templates of one group.
pub(super) const MOST: i64 = 30;
/// The longest name, in characters.
pub(super) const MOST_NAME: usize = 60;

/// What a template says.
#[derive(Clone, Debug)]
pub struct Wording {
    /// What it is called among the templates.
    pub name: String,
    /// The title; may be empty.
    pub title: String,
    /// The Markdown source; may be empty.
    pub body: String,
}

/// A template with which a text begins.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The group that it is of.
    pub group_slug: String,
    /// The title.
    pub title: String,
    /// The Markdown source.
    pub body: String,
}

/// A template as those see it who keep it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) id: PostTemplateId,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) body: String,
}

/// A template as it is offered.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub(super) id: PostTemplateId,
    pub(super) name: String,
    pub(super) group_slug: String,
    pub(super) group_name: String,
}

/// Why a template was not made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateRefused {
    /// Another one of the group has this name.
    Taken,
    /// There are too many.
    TooMany,
    /// It is not here any more.
    Gone,
}

/// What was typed on the page of those who keep templates, and what is to be done.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TemplateForm {
    pub(super) act: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) body: String,
}

impl TemplateForm {
    /// The template that is meant, if one is.
    pub(super) fn template(&self) -> Option<PostTemplateId> {
        self.id.parse().ok()
    }

    /// The wording, or what is wrong with it.
    pub(super) fn parse(&self, t: T, errors: &mut FormErrors) -> Option<Wording> {
        let name = errors.take(t, "name", Line::<MOST_NAME>::parse(&self.name));
        let title = if self.title.trim().is_empty() {
            Some(String::new())
        } else {
            let title = errors.take(t, "title", Line::<MOST_TITLE>::parse(&self.title));
            title.map(|title| title.as_str().to_owned())
        };
        let body = self.body.replace("\r\n", "\n").trim().to_owned();
        if body.chars().count() > MAX_CHARS || body.contains('\0') {
            errors.add("body", t.templates_too_long());
            return None;
        }
        if title.as_ref().is_some_and(String::is_empty) && body.is_empty() {
            errors.add("body", t.templates_empty());
            return None;
        }
        Some(Wording { name: name?.as_str().to_owned(), title: title?, body })
    }
}

/// The templates that the composer offers, group by group.
#[derive(Template)]
#[template(path = "post_templates/offers.html")]
pub struct Offers {
    t: T,
    groups: Vec<(String, Vec<(String, Url)>)>,
}

impl HtmlSafe for Offers {}

impl Offers {
    /// Those of a group, or of all groups in which the viewer publishes; afterwards one goes on to `next`.
    pub async fn load(
        t: T,
        db: &mut Db,
        viewer: Viewer,
        (group, next): (&str, &str),
    ) -> Result<Option<Self>, Fault> {
        let mut groups: Vec<(String, Vec<(String, Url)>)> = Vec::new();
        for offer in store::offered(db, viewer, group).await? {
            let url = urls::write(&offer.group_slug, offer.id);
            let url = if next.is_empty() { url } else { url.with("next", next) };
            match groups.last_mut().filter(|(name, _)| *name == offer.group_name) {
                Some((_, offers)) => offers.push((offer.name, url)),
                None => groups.push((offer.group_name, vec![(offer.name, url)])),
            }
        }
        Ok((!groups.is_empty()).then_some(Self { t, groups }))
    }
}
