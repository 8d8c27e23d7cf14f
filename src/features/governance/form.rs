//! A page of settings: one question, a sentence on what the answer changes, and who sees it. All of them are drawn by
//! one template, so that they read alike.

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{GroupStanding, Level},
    features::{
        founding::fields::Square,
        groups::{GroupHeader, Tab, header, urls},
    },
    i18n::T,
    kernel::{Fault, Url},
    ui::{Choice, Field, Page, Place, field::Summary},
    web::{Cx, FormErrors},
};

/// Something to fill in.
#[derive(Template)]
#[template(
    source = "{% match self %}{% when Self::Field with (part) %}{{ part }}{% when Self::Choice with (part) %}{{ part }}{% when Self::Levels with (part) %}<div class=\"levels\">{{ part }}</div>{% when Self::Square with (part) %}{{ part }}{% endmatch %}",
    ext = "html"
)]
pub(super) enum Part {
    Field(Field),
    Choice(Choice),
    /// Radio buttons with a sentence each.
    Levels(Choice),
    Square(Square),
}

impl HtmlSafe for Part {}

/// A page of settings with its form.
#[derive(Template)]
#[template(path = "governance/form.html")]
pub(super) struct SettingsForm {
    t: T,
    slug: String,
    header: GroupHeader,
    title: String,
    lead: String,
    who: String,
    summary: Summary,
    parts: Vec<Part>,
    action: Url,
    back: Url,
    /// What stands above the page in the crumbs, and on the button.
    above: String,
    save: String,
    danger: bool,
}

impl Page for SettingsForm {
    fn title(&self) -> String {
        format!("{} · {}", self.title, self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

impl SettingsForm {
    /// The page of this question, sent to where it stands.
    pub(super) async fn new(
        cx: &Cx,
        group: &GroupStanding,
        (title, lead, who): (String, String, String),
        parts: Vec<Part>,
        errors: &FormErrors,
        action: Url,
    ) -> Result<Self, Fault> {
        let header = header(cx, &mut *cx.db().await?, group, Tab::Managing).await?;
        Ok(Self {
            t: cx.t(),
            slug: group.slug.clone(),
            header,
            title,
            lead,
            who,
            summary: Summary::of(cx.t(), errors),
            parts,
            action,
            back: urls::settings(&group.slug),
            above: cx.t().groups_settings().to_string(),
            save: cx.t().groups_settings_save().to_string(),
            danger: false,
        })
    }

    /// The same form where it takes someone out.
    pub(super) fn removing(self, save: String, back: Url) -> Self {
        Self { save, back, above: self.t.groups_members_title().to_string(), danger: true, ..self }
    }

    /// The same form where it is not one of the group's settings.
    pub(super) fn outside_settings(self, back: Url) -> Self {
        Self { above: self.header.name().to_owned(), back, ..self }
    }
}

/// Who sees what a group says of itself.
pub(super) fn seen_by(t: T, level: Level) -> String {
    match level {
        Level::Open | Level::Private => t.governance_seen_by_all(),
        Level::Secret => t.governance_seen_by_members(),
    }
    .to_string()
}
