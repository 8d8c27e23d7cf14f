//! What a label is, who keeps it, and what is wrong with a form that says otherwise.

use serde::Deserialize;

use crate::{
    authz::{AdministerGroups, ManageGroup, Permit},
    i18n::T,
    kernel::{GroupId, LabelId, text::Line},
    ui::icon::HUES,
    web::FormErrors,
};

/// The most labels of one group, and of the platform.
pub(super) const MOST: i64 = 60;
/// The longest name, in characters.
pub(super) const MOST_NAME: usize = 40;

/// How a label looks.
#[derive(Clone, Debug)]
pub struct Looks {
    /// What it is called.
    pub name: String,
    /// Its hue, one of the design's.
    pub hue: &'static str,
}

/// A label as those see it who keep it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) id: LabelId,
    pub(super) name: String,
    pub(super) hue: String,
    pub(super) archived: bool,
    /// How many posts carry it.
    pub(super) uses: i64,
}

/// Who keeps labels, or other things of a group or of the platform, by the permit they hold.
#[derive(Clone, Copy)]
pub enum Keeper<'a> {
    /// The manager of a group.
    Group(&'a Permit<ManageGroup>),
    /// An administrator of groups.
    Platform(&'a Permit<AdministerGroups>),
}

impl Keeper<'_> {
    /// The group whose they are; none for those of the platform.
    pub fn group(&self) -> Option<GroupId> {
        match self {
            Self::Group(permit) => Some(permit.about().id),
            Self::Platform(_) => None,
        }
    }
}

/// Why a label was not made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelRefused {
    /// Another one here has this name.
    Taken,
    /// There are too many.
    TooMany,
    /// It is not here any more.
    Gone,
}

/// What was typed on the page of those who keep labels, and what is to be done.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct LabelForm {
    pub(super) act: String,
    pub(super) id: String,
    pub(super) into: String,
    pub(super) name: String,
    pub(super) hue: String,
}

impl LabelForm {
    /// The label that is meant, if one is.
    pub(super) fn label(&self) -> Option<LabelId> {
        self.id.parse().ok()
    }

    /// The looks, or what is wrong with them.
    pub(super) fn parse(&self, t: T, errors: &mut FormErrors) -> Option<Looks> {
        let name = errors.take(t, "name", Line::<MOST_NAME>::parse(&self.name));
        let hue = HUES.iter().copied().find(|hue| *hue == self.hue);
        if hue.is_none() {
            errors.add("hue", t.labels_hue_unknown());
        }
        Some(Looks { name: name?.as_str().to_owned(), hue: hue? })
    }
}

/// The labels that a form sends; what is none is left out.
pub fn read_ids<'a>(values: impl Iterator<Item = &'a str>) -> Vec<LabelId> {
    let most = usize::try_from(2 * MOST).unwrap_or_default();
    let mut ids: Vec<LabelId> = values.filter_map(|id| id.parse().ok()).take(most).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
