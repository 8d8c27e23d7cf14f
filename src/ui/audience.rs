//! The field of a group to publish in, and who will read it there (PRODUCT V2).

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{
        Level,
        audience::{Audience, Target},
    },
    i18n::T,
    kernel::{GroupId, Url},
    ui::links,
};

/// A group to choose, with how many read it in a few words.
struct Choice {
    group: GroupId,
    slug: String,
    label: String,
    chosen: bool,
    readers: Readers,
}

/// Who will read it, in one sentence that opens to the list (PRODUCT V2).
struct Readers {
    sentence: String,
    list: Url,
}

impl Readers {
    fn new(t: T, (slug, name): (&str, &str), level: Level, readers: Audience) -> Self {
        let guests = readers.guests;
        let sentence = match (level, readers.people) {
            (Level::Open, None) => t.posts_seen_by_all().to_string(),
            (Level::Open, Some(people)) if guests > 0 => {
                t.posts_seen_by_all_guests(people, guests).to_string()
            }
            (Level::Open, Some(people)) => t.posts_seen_by_all_people(people).to_string(),
            (_, people) if guests > 0 => {
                t.posts_seen_by_guests(people.unwrap_or_default(), name, guests).to_string()
            }
            (_, people) => t.posts_seen_by(people.unwrap_or_default(), name).to_string(),
        };
        // Of an open group, those who may know the whole community find its readers there.
        let everybody = level == Level::Open && readers.people.is_some();
        let list = if everybody { Url::path("/people") } else { links::group(slug).join("members") };
        Self { sentence, list }
    }
}

/// The field. A script says below it who will read in the chosen group; without it each group says so in a few words.
#[derive(Template)]
#[template(path = "ui/audience.html")]
pub struct AudienceField {
    t: T,
    label: String,
    choices: Vec<Choice>,
    error: Option<String>,
}

impl HtmlSafe for AudienceField {}

impl AudienceField {
    /// Over these groups.
    pub fn new(t: T, targets: Vec<Target>, chosen: &str, error: Option<&str>) -> Self {
        let choices = targets
            .into_iter()
            .map(|target| Choice {
                label: label(t, &target),
                chosen: target.slug == chosen,
                readers: Readers::new(t, (&target.slug, &target.name), target.level, target.readers),
                group: target.group_id,
                slug: target.slug,
            })
            .collect();
        Self { t, label: t.posts_publish_in().to_string(), choices, error: error.map(str::to_owned) }
    }

    /// The same, asked in other words.
    pub fn labelled(self, label: impl std::fmt::Display) -> Self {
        Self { label: label.to_string(), ..self }
    }

    /// Who will read it, as far as a group is chosen.
    fn readers(&self) -> Option<&Readers> {
        self.choices.iter().find(|choice| choice.chosen).map(|choice| &choice.readers)
    }
}

/// A group and who reads it, in one line: what there is to go by without script.
fn label(t: T, target: &Target) -> String {
    let Audience { people, guests } = target.readers;
    let readers = match (target.level, people) {
        (Level::Open, _) | (_, None) => t.posts_readers_all().to_string(),
        (_, Some(people)) if guests > 0 => t.posts_readers_guests(people, guests).to_string(),
        (_, Some(people)) => t.posts_readers(people).to_string(),
    };
    t.posts_target(&target.name, readers).to_string()
}
