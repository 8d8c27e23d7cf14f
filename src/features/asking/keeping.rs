//! Polls between two sittings: what a draft keeps of what is typed, and what becomes of it.

use chrono_tz::Tz;

use super::{
    pictured::Pictured,
    typed::{Reading, Typed},
};
use crate::{
    features::polls::{self, NewPoll, local, typed_time},
    i18n::T,
    kernel::{PostId, Timestamp, Wall},
    web::{Cx, Error, FormErrors},
};

/// The longest line that a draft keeps, in characters: more than any field takes.
const KEPT: usize = 1_000;

impl Typed {
    /// What a draft keeps of them: everything as it was typed, and by whose clock. Nothing where nothing is asked.
    pub fn kept(&self, zone: Tz) -> Option<Self> {
        let kept = |text: &String| text.chars().filter(|c| !c.is_control()).take(KEPT).collect::<String>();
        self.asks().then(|| Self {
            question: kept(&self.question),
            choices: self.choices.iter().map(kept).collect(),
            dates: self.dates.iter().map(kept).collect(),
            pictures: self
                .pictures
                .iter()
                .map(|(line, picture)| (*line, Pictured { id: picture.id, alt: kept(&picture.alt) }))
                .collect(),
            least: kept(&self.least),
            most: kept(&self.most),
            results: kept(&self.results),
            closes: kept(&self.closes),
            zone: Some(zone),
            ..self.clone()
        })
    }

    /// What a draft kept, in fields again: the same instants by the clock of whoever opens it.
    pub fn opened(&self, zone: Tz) -> Self {
        let kept = self.zone.unwrap_or(zone);
        let moved = |text: &String| match local(text) {
            Some(local) if kept != zone => typed_time(zone, Wall::read(kept, local).at()),
            _ => text.clone(),
        };
        let dates = self.dates.iter().map(moved).collect();
        Self { dates, closes: moved(&self.closes), zone: None, open: true, ..self.clone() }
    }

    /// What a draft kept, asked at an instant, by the clock under which it was kept: the poll, or none if it cannot be
    /// asked then.
    pub fn due(&self, t: T, at: Timestamp) -> Result<Option<NewPoll>, FormErrors> {
        let mut errors = FormErrors::new();
        let zone = self.zone.unwrap_or(Tz::UTC);
        let poll = self.parse(Reading { t, zone, at, planned: true }, &mut errors);
        if errors.is_empty() { Ok(poll) } else { Err(errors) }
    }

    /// The fields of the poll of a post that is read, to be asked once more; none where it asks nothing.
    pub async fn copied(cx: &Cx, post: PostId) -> Result<Option<Self>, Error> {
        match polls::face(cx, post).await {
            Ok(face) => Ok(Self { closes: String::new(), ..Self::from_face(cx, &face) }.kept(cx.zone())),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
