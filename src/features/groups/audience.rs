//! The sentence beside every place where something can be written: who will see it (PRODUCT V2).

use askama::{Template, filters::HtmlSafe};

use super::{cards::LevelBadge, store, urls};
use crate::{
    authz::{
        GroupStanding, Level,
        audience::{self, Audience},
    },
    db::Db,
    i18n::T,
    kernel::{Fault, Url},
    web::Cx,
};

/// "Visible par les 42 membres de Ambassadeurs, dont 3 invités externes", leading to the list of them.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<p class="audience">{{ level }}<a href="{{ url }}">{{ sentence }}</a></p>"#,
    ext = "html"
)]
pub struct AudienceNote {
    level: crate::ui::Icon,
    sentence: String,
    url: Url,
}

impl HtmlSafe for AudienceNote {}

impl AudienceNote {
    /// The note for a group whose name and readers are known already.
    pub fn new(t: T, group: &GroupStanding, name: &str, audience: Audience) -> Self {
        Self {
            level: LevelBadge::of(t, group.level).mark(),
            sentence: sentence(t, group.level, name, audience),
            url: urls::members(&group.slug),
        }
    }

    /// The sentence alone.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

/// Loads the note for a group one may publish in.
pub async fn audience_note(cx: &Cx, db: &mut Db, group: &GroupStanding) -> Result<AudienceNote, Fault> {
    let row = store::face(db, cx.viewer(), group).await?;
    let audience = audience::count(db, group.id).await?;
    Ok(AudienceNote::new(cx.t(), group, &row.name, audience))
}

fn sentence(t: T, level: Level, name: &str, Audience { people, guests }: Audience) -> String {
    match (level, guests) {
        (Level::Open, 0) => t.groups_audience_open(people),
        (Level::Open, _) => t.groups_audience_open_guests(guests, people),
        (_, 0) => t.groups_audience(people, name),
        (_, _) => t.groups_audience_guests(people, name, guests),
    }
    .to_string()
}
