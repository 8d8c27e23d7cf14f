//! How anonymous answers stay anonymous: as an anonymous vote does (see the head of `polls::secrecy`), with sheets of
//! answers in the place of sums.
//!
//! # What is kept
//! *Who answered* (`survey_parts`): the survey and the member, no instant, no number. *What was answered*: sheets that wait
//! for others, in one box sealed with a key that is not in the database (`survey_boxes`), and sheets that left it in batches
//! of at least [`BATCH`], shuffled, each under a number drawn by lot (`survey_sheets`). What is being filled in is never
//! kept on the server, so one cannot go on with it later.
//!
//! The box is always of the same length: as many places as can wait, each as long as the longest sheet that the questions
//! allow. So no change of it tells how much somebody wrote.
//!
//! # What remains
//! * Who copies the database again and again learns which batch somebody's sheet is in: one of at least five.
//! * A sheet holds all answers of one person, so that questions can be crossed. Pages and files never show a sheet, and
//!   crossings no group under the threshold; who has the database reads sheets without names.
//! * What somebody writes can betray them: the form says so above such a question.
//! * The key and the waiting sheets: as in a vote. Of fewer than five answers nothing is ever told.

use rand::seq::SliceRandom as _;
use uuid::Uuid;

use super::{answers::Answers, model::Question, store};
use crate::{
    app::App,
    db::Db,
    kernel::{Fault, SurveyId},
    seals::{self, Shelf},
};

/// The fewest sheets that are told together, and the smallest group that a crossing shows (PRODUCT S3).
pub const BATCH: usize = 5;
/// How many sheets can wait.
const PLACES: usize = 2 * BATCH;
/// How many others are written anew beside each who answers.
pub(super) const COMPANY: i64 = 31;

/// Where the keys of surveys are.
#[derive(Debug)]
pub enum Surveys {}

impl Shelf for Surveys {
    const NAME: &'static str = "surveys";

    async fn needed(db: &mut Db, seals: &[Uuid]) -> sqlx::Result<Vec<Uuid>> {
        store::list_needed(db, seals).await
    }
}

/// The key of a survey.
pub type Seal = seals::Seal<Surveys>;

impl Seal {
    /// The box with these sheets.
    pub(super) fn close(
        &self,
        survey: SurveyId,
        waiting: &Waiting,
        questions: &[Question],
    ) -> Result<Vec<u8>, Fault> {
        self.key().seal(survey.0.as_bytes(), &waiting.bytes(slot(questions))?)
    }

    /// The sheets in a box.
    pub(super) fn open(&self, survey: SurveyId, sealed: &[u8]) -> Result<Waiting, Fault> {
        let plain = self.key().open(survey.0.as_bytes(), sealed)?;
        plain
            .as_deref()
            .and_then(Waiting::parse)
            .ok_or_else(|| Fault::new("the box of a survey does not open"))
    }
}

/// The key of a survey that is not closed, if it is anonymous and the key is there.
pub async fn seal_of(app: &App, survey: SurveyId) -> Result<Option<Seal>, Fault> {
    match store::find_seal(&mut *app.db.acquire().await?, survey).await? {
        Some(id) => Seal::find(app, id).await,
        None => Ok(None),
    }
}

/// How long a place in the box is.
fn slot(questions: &[Question]) -> usize {
    8 + questions.iter().map(Question::most_bytes).sum::<usize>()
}

/// What waits in a box: an older batch and a newer one, so that the last to come are never told alone.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Waiting {
    older: Vec<Answers>,
    newer: Vec<Answers>,
}

impl Waiting {
    /// Adds a sheet. Answers a batch that leaves, in random order.
    pub(super) fn add(&mut self, sheet: Answers) -> Option<Vec<Answers>> {
        self.newer.push(sheet);
        if self.newer.len() < BATCH {
            return None;
        }
        let full = std::mem::take(&mut self.newer);
        let leaves = std::mem::replace(&mut self.older, full);
        (!leaves.is_empty()).then(|| shuffled(leaves))
    }

    /// What leaves at the end: everything that waits, if it is enough.
    pub(super) fn last(mut self) -> Option<Vec<Answers>> {
        self.older.append(&mut self.newer);
        (self.older.len() >= BATCH).then(|| shuffled(self.older))
    }

    /// Always as many bytes for the same questions, whatever is in them.
    fn bytes(&self, slot: usize) -> Result<Vec<u8>, Fault> {
        let count = |sheets: &[Answers]| u32::try_from(sheets.len());
        let mut bytes = Vec::with_capacity(12 + PLACES * slot);
        for head in [count(&self.older)?, count(&self.newer)?, u32::try_from(slot)?] {
            bytes.extend(head.to_be_bytes());
        }
        for sheet in self.older.iter().chain(&self.newer) {
            let text = serde_json::to_vec(sheet)?;
            let rest = slot
                .checked_sub(4 + text.len())
                .ok_or_else(|| Fault::new("a sheet is longer than its place"))?;
            bytes.extend(u32::try_from(text.len())?.to_be_bytes());
            bytes.extend(text);
            bytes.resize(bytes.len() + rest, 0);
        }
        bytes.resize(12 + PLACES * slot, 0);
        Ok(bytes)
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let number = |bytes: &[u8]| {
            Some(usize::try_from(u32::from_be_bytes(*bytes.first_chunk()?)).unwrap_or(usize::MAX))
        };
        let (older, newer, slot) = (number(bytes)?, number(bytes.get(4..)?)?, number(bytes.get(8..)?)?);
        let mut sheets = Vec::new();
        for place in bytes.get(12..)?.chunks(slot.max(4)).take(older + newer) {
            let text = place.get(4..4 + number(place)?)?;
            sheets.push(serde_json::from_slice(text).ok()?);
        }
        (sheets.len() == older + newer).then(|| {
            let newer = sheets.split_off(older);
            Self { older: sheets, newer }
        })
    }
}

fn shuffled(mut sheets: Vec<Answers>) -> Vec<Answers> {
    sheets.shuffle(&mut rand::rng());
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::surveys::{
        answers::Answer,
        model::{Kind, MOST_LONG, MOST_SHORT},
    };

    fn questions() -> Vec<Question> {
        let kinds = [Kind::Scale, Kind::Recommendation, Kind::Short, Kind::Long, Kind::Date];
        (1..).zip(kinds).map(|(number, kind)| Question { number, kind, ..Question::default() }).collect()
    }

    fn sheet(text: &str) -> Answers {
        let mut sheet = Answers::picked(&[(1, 5), (2, 10)]);
        let texts = [(3, text.repeat(MOST_SHORT)), (4, text.repeat(MOST_LONG)), (5, "2026-11-22".to_owned())];
        sheet.0.extend(texts.map(|(number, text)| (number, Answer::Text(text))));
        sheet
    }

    #[test]
    fn the_box_is_as_long_whatever_is_in_it_and_gives_back_what_was_put_in() {
        let questions = questions();
        let empty = Waiting::default().bytes(slot(&questions)).unwrap();
        let mut waiting = Waiting::default();
        for text in ["😀", "\"", "", "\n", "e", "\\", "é", "漢", "\u{1}"] {
            assert!(waiting.add(sheet(text)).is_none());
            let bytes = waiting.bytes(slot(&questions)).unwrap();
            assert_eq!(bytes.len(), empty.len());
            assert!(Waiting::parse(&bytes) == Some(waiting.clone()));
        }
        assert_eq!(waiting.add(sheet("x")).map(|batch| batch.len()), Some(5));
    }

    #[test]
    fn of_four_sheets_nothing_leaves_and_of_more_all_leave_in_batches_of_five_or_more() {
        for n in 0..40 {
            let mut waiting = Waiting::default();
            let mut told = Vec::new();
            for number in 0..n {
                told.extend(waiting.add(Answers::picked(&[(1, number)])).map(|batch| batch.len()));
            }
            told.extend(waiting.last().map(|batch| batch.len()));
            assert!(told.iter().all(|batch| *batch >= BATCH));
            let all = usize::try_from(n).unwrap();
            assert_eq!(told.iter().sum::<usize>(), if all < BATCH { 0 } else { all });
        }
    }
}
