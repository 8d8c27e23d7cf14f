//! Rings round pictures: what someone is for the others, as colour, pattern and words.

use serde::{Deserialize, Serialize};
use sqlx::{
    Decode, Postgres, Type,
    postgres::{PgTypeInfo, PgValueRef},
    types::Json,
};

use crate::{
    i18n::{Locale, T},
    kernel::GroupId,
};

/// A ring as the row of its bearer holds it: number, hue, pattern, words in French and English, and the group it is of.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Held(i32, String, String, String, String, Option<GroupId>);

/// All rings of someone, by precedence: the column `members.rings`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Rings(Vec<Held>);

impl Type<Postgres> for Rings {
    fn type_info() -> PgTypeInfo {
        <Json<Self> as Type<Postgres>>::type_info()
    }
}

impl<'r> Decode<'r, Postgres> for Rings {
    fn decode(value: PgValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
        <Json<Self> as Decode<'r, Postgres>>::decode(value).map(|json| json.0)
    }
}

/// A ring as it is drawn.
#[derive(Clone, Debug)]
pub struct Ring {
    /// Which kind.
    pub id: i32,
    /// Its hue, by name.
    pub hue: String,
    /// Its pattern, by name.
    pub pattern: String,
    /// What it is called.
    pub label: String,
}

impl Rings {
    /// Those that are shown in a group, or outside of all groups.
    pub fn shown(&self, t: T, within: Option<GroupId>) -> Vec<Ring> {
        let french = Locale::of(t) == Locale::Fr;
        let here = |held: &&Held| held.5.is_none() || held.5 == within;
        let ring = |Held(id, hue, pattern, fr, en, _): &Held| Ring {
            id: *id,
            hue: hue.clone(),
            pattern: pattern.clone(),
            label: if french { fr.clone() } else { en.clone() },
        };
        self.0.iter().filter(here).map(ring).collect()
    }
}
