//! The fields that make a group, shared by the form of a new one and by the settings.

use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

use crate::{
    authz::Level,
    features::groups::model::{Looks, Name, NewGroup, Purpose},
    i18n::T,
    ui::{
        Choice, Field, Glyph, Icon, icon,
        icon::{GROUP_ICONS, HUES},
    },
    web::FormErrors,
};

/// What was typed and chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct GroupForm {
    pub name: String,
    pub purpose: String,
    pub level: String,
    pub icon: String,
    pub hue: String,
    /// The level whose consequences were read and confirmed.
    pub confirmed: String,
    pub once: String,
}

impl GroupForm {
    /// Reads the form, noting what is wrong.
    pub(super) fn parse(&self, t: T, errors: &mut FormErrors) -> Option<NewGroup> {
        let name = errors.take(t, "name", Name::parse(&self.name));
        let purpose = errors.take(t, "purpose", Purpose::parse(&self.purpose));
        let level = Level::parse(&self.level);
        if level.is_none() {
            errors.add("level", t.groups_level_missing());
        }
        Some(NewGroup {
            name: name?,
            purpose: purpose?,
            level: level?,
            looks: Looks::of(&self.icon, &self.hue),
        })
    }
}

/// The fields as they are shown.
#[derive(Template)]
#[template(path = "groups/fields.html")]
pub(super) struct GroupFields {
    t: T,
    name: Field,
    purpose: Field,
    level: Choice,
    icons: Vec<Pick<Icon>>,
    hues: Vec<Pick<Glyph>>,
    hue: String,
}

impl HtmlSafe for GroupFields {}

/// One of a grid of radio buttons.
struct Pick<M> {
    value: &'static str,
    name: String,
    mark: M,
    chosen: bool,
}

impl GroupFields {
    pub(super) fn new(t: T, form: &GroupForm, errors: &FormErrors, fresh: bool) -> Self {
        let looks = Looks::of(&form.icon, &form.hue);
        let name = Field::text("name", t.groups_name())
            .hint(t.groups_name_hint())
            .value(&form.name)
            .most(80)
            .error(errors.on("name"));
        let pick_icon = |value: &&'static str| Pick {
            value,
            name: t.groups_icon_name(*value).to_string(),
            mark: icon(value),
            chosen: *value == looks.icon,
        };
        let pick_hue = |value: &&'static str| Pick {
            value,
            name: t.groups_hue_name(*value).to_string(),
            mark: Glyph::new(looks.icon, value),
            chosen: *value == looks.hue,
        };
        Self {
            t,
            name: if fresh { name.first() } else { name },
            purpose: Field::area("purpose", t.groups_purpose(), 3)
                .hint(t.groups_purpose_hint())
                .value(&form.purpose)
                .most(400)
                .error(errors.on("purpose")),
            level: levels(t, &form.level, errors),
            icons: GROUP_ICONS.iter().map(pick_icon).collect(),
            hues: HUES.iter().map(pick_hue).collect(),
            hue: looks.hue.to_owned(),
        }
    }
}

fn levels(t: T, chosen: &str, errors: &FormErrors) -> Choice {
    Choice::radios("level", t.groups_level())
        .hint(t.groups_level_hint())
        .option(Level::Open.as_str(), t.groups_level_open_choice(), t.groups_level_open_hint())
        .option(Level::Private.as_str(), t.groups_level_private_choice(), t.groups_level_private_hint())
        .option(Level::Secret.as_str(), t.groups_level_secret_choice(), t.groups_level_secret_hint())
        .chosen(chosen)
        .error(errors.on("level"))
}
