//! What the clock asks of this room, and the letters of reminders.

use serde::{Deserialize, Serialize};

use super::{secrecy::Seal, store, urls, verbs};
use crate::{
    i18n::Locale,
    jobs::{Job, JobCx, JobError},
    kernel::SurveyId,
    mail::{self, Letter},
};

/// How many surveys one run closes; the next minute goes on.
const BATCH: i64 = 200;

/// Closes the surveys whose time is over, each for itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct CloseDue {}

impl Job for CloseDue {
    const KIND: &'static str = "surveys.close_due";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let due = store::list_due(&mut *cx.app.db.acquire().await?, cx.now(), BATCH).await?;
        for (survey, seal) in due {
            let key = match seal {
                Some(id) => Seal::find(&cx.app, id).await?,
                None => None,
            };
            let mut tx = cx.begin("clock").await?;
            if verbs::close_due(&mut tx, survey, key.as_ref()).await? {
                tx.commit().await?;
            } else {
                tx.abandon().await?;
            }
            if let Some(id) = seal {
                Seal::destroy(&cx.app, id).await?;
            }
        }
        Ok(())
    }
}

/// Writes to those who have not answered, once for each reminder however often it runs.
#[derive(Debug, Serialize, Deserialize)]
pub struct WriteReminders {
    /// Of which survey.
    pub survey: SurveyId,
}

impl Job for WriteReminders {
    const KIND: &'static str = "surveys.write_reminders";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let mut tx = cx.begin("surveys").await?;
        let name = store::find_name(tx.db(), self.survey).await?;
        let (Some((title, group)), true) = (name, store::mark_letters(tx.db(), self.survey).await?) else {
            return Ok(tx.abandon().await?);
        };
        for person in store::list_missing(tx.db(), self.survey).await? {
            let Some(to) = person.address() else { continue };
            let locale = Locale::parse(&person.locale).unwrap_or_default();
            let t = locale.t();
            let letter = Letter {
                kind: "survey_reminder",
                member: Some(person.id),
                to,
                to_name: person.name,
                locale,
                subject: t.surveys_letter_subject(title.as_str()).to_string(),
                paragraphs: vec![
                    t.surveys_letter_text(title.as_str(), group.as_str()).to_string(),
                    t.surveys_letter_secret().to_string(),
                ],
                quote: None,
                button: Some((t.surveys_letter_button().to_string(), urls::answer(self.survey))),
                foot: t.surveys_letter_foot(group.as_str()).to_string(),
            };
            mail::post(&mut tx, &cx.app.config, letter).await?;
        }
        Ok(tx.commit().await?)
    }
}
