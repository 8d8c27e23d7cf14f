//! The fields that make a group, shared by the form of a new one and by the settings.

use askama::{Template, filters::HtmlSafe};
use serde::Deserialize;

use crate::{
    authz::Level,
    features::groups::{GroupKind, Looks, Name, NewGroup, Purpose},
    i18n::{Locale, T},
    ui::{
        Choice, Field, Glyph, Icon, icon,
        icon::{GROUP_ICONS, HUES},
    },
    web::FormErrors,
};

/// What was typed and chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GroupForm {
    pub name: String,
    pub purpose: String,
    pub kind: String,
    pub level: String,
    pub lang: String,
    pub icon: String,
    pub hue: String,
    pub once: String,
}

impl GroupForm {
    /// Reads the form, noting what is wrong.
    pub(super) fn parse(&self, t: T, errors: &mut FormErrors) -> Option<NewGroup> {
        let name = errors.take(t, "name", Name::parse(&self.name));
        let purpose = errors.take(t, "purpose", Purpose::parse(&self.purpose));
        let kind = GroupKind::parse(&self.kind);
        if kind.is_none() {
            errors.add("kind", t.groups_kind_missing());
        }
        let level = Level::parse(&self.level);
        if level.is_none() {
            errors.add("level", t.groups_level_missing());
        }
        Some(NewGroup {
            name: name?,
            purpose: purpose?,
            kind: kind?,
            level: level?,
            lang: Locale::parse(&self.lang).unwrap_or_default(),
            looks: Looks::of(&self.icon, &self.hue),
        })
    }
}

/// The field of a group's name.
pub fn name_field(t: T, value: &str, errors: &FormErrors) -> Field {
    Field::text("name", t.groups_name())
        .hint(t.groups_name_hint())
        .value(value)
        .most(80)
        .error(errors.on("name"))
}

/// The field of a group's purpose.
pub fn purpose_field(t: T, value: &str, errors: &FormErrors) -> Field {
    Field::area("purpose", t.groups_purpose(), 3)
        .hint(t.groups_purpose_hint())
        .value(value)
        .most(400)
        .error(errors.on("purpose"))
}

/// The choice of a level, with what each means.
pub fn level_choice(t: T, chosen: &str, errors: &FormErrors) -> Choice {
    Choice::radios("level", t.groups_level())
        .hint(t.groups_level_hint())
        .option(Level::Open.as_str(), t.groups_level_open_choice(), t.groups_level_open_hint())
        .option(Level::Private.as_str(), t.groups_level_private_choice(), t.groups_level_private_hint())
        .option(Level::Secret.as_str(), t.groups_level_secret_choice(), t.groups_level_secret_hint())
        .chosen(chosen)
        .error(errors.on("level"))
}

/// The choice of a kind, with what each presets.
pub fn kind_choice(t: T, chosen: &str, errors: &FormErrors) -> Choice {
    GroupKind::ALL.into_iter().fold(
        Choice::radios("kind", t.groups_kind())
            .hint(t.groups_kind_hint())
            .chosen(chosen)
            .error(errors.on("kind")),
        |choice, kind| {
            let word = kind.as_str();
            choice.option(word, t.groups_kind_name(word), t.groups_kind_presets(word))
        },
    )
}

/// The choice of the language a group speaks.
pub fn lang_choice(t: T, chosen: &str) -> Choice {
    Choice::select("lang", t.groups_lang())
        .hint(t.groups_lang_hint())
        .option("fr", t.groups_lang_fr(), "")
        .option("en", t.groups_lang_en(), "")
        .chosen(chosen)
}

/// The fields of a new group.
#[derive(Template)]
#[template(path = "founding/fields.html")]
pub(super) struct GroupFields {
    name: Field,
    purpose: Field,
    kind: Choice,
    level: Choice,
    lang: Choice,
    square: Square,
}

impl HtmlSafe for GroupFields {}

impl GroupFields {
    pub(super) fn new(t: T, form: &GroupForm, errors: &FormErrors) -> Self {
        let name = name_field(t, &form.name, errors);
        Self {
            name: if errors.is_empty() { name.first() } else { name },
            purpose: purpose_field(t, &form.purpose, errors),
            kind: kind_choice(t, &form.kind, errors),
            level: level_choice(t, &form.level, errors),
            lang: lang_choice(t, &form.lang),
            square: Square::new(t, &form.icon, &form.hue),
        }
    }
}

/// One of a grid of radio buttons.
struct Pick<M> {
    value: &'static str,
    name: String,
    mark: M,
    chosen: bool,
}

/// The choice of a group's square: its icon and its hue.
#[derive(Template)]
#[template(path = "founding/square.html")]
pub struct Square {
    t: T,
    icons: Vec<Pick<Icon>>,
    hues: Vec<Pick<Glyph>>,
    hue: String,
}

impl HtmlSafe for Square {}

impl Square {
    /// The two grids.
    pub fn new(t: T, chosen: &str, hue: &str) -> Self {
        let looks = Looks::of(chosen, hue);
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
            icons: GROUP_ICONS.iter().map(pick_icon).collect(),
            hues: HUES.iter().map(pick_hue).collect(),
            hue: looks.hue.to_owned(),
        }
    }
}
