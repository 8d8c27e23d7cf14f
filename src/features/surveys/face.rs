//! A survey as the database tells it to someone: `visible_survey` for one's own card, `survey_as_told` for everybody's.

use serde::Deserialize;

use crate::kernel::{SurveyId, Timestamp};

/// A survey that is asked.
#[derive(Clone, Debug, Deserialize)]
pub struct Face {
    pub(super) id: SurveyId,
    /// Whether nobody may know who answered what.
    pub anonymous: bool,
    pub(super) quiz: bool,
    pub(super) round: i64,
    /// How many questions it has.
    pub(super) questions: i64,
    pub(super) closes_at: Option<Timestamp>,
    /// When it ended.
    pub closed_at: Option<Timestamp>,
    pub(super) restarted_at: Option<Timestamp>,
    /// How many answered.
    pub answered: i64,
    /// How many could.
    pub(super) asked: i64,
    /// Whether the reader may see results.
    #[serde(default)]
    pub(super) told: bool,
    /// Whether the reader answered.
    #[serde(default)]
    pub(super) mine: bool,
    /// Whether the reader has begun to answer.
    #[serde(default)]
    pub(super) begun: bool,
}

/// What it is called: a quiz is a survey with right answers.
pub fn called(quiz: bool) -> &'static str {
    if quiz { "quiz" } else { "survey" }
}

impl Face {
    /// Whether answers are taken at an instant. The clock closes a survey within a minute of its time.
    pub(super) fn is_open(&self, now: Timestamp) -> bool {
        self.closed_at.is_none() && self.closes_at.is_none_or(|at| at > now)
    }

    /// How many of a hundred answered; some of them may have left the group since.
    pub(super) fn rate(&self) -> i64 {
        (self.answered * 200 + self.asked).checked_div(self.asked * 2).unwrap_or_default().clamp(0, 100)
    }
}
