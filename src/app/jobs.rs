//! All kinds of jobs and everything that happens on a clock: two lists, here because they name rooms.

use serde::{Deserialize, Serialize};

use crate::{
    features::{
        absences, accounts, announcements, comments, drafts, files, governance, notifications, oversight,
        people, people_import::jobs as lists, people_sets, pictures, planning, polls, posts, previews,
        recurring, rings, surveys, uploads,
    },
    jobs::{Job, JobCx, JobError, worker::Kinds},
    mail,
};

/// Adds every kind of job.
pub fn kinds(kinds: Kinds) -> Kinds {
    kinds
        .with::<TidyUp>()
        .with::<mail::SendLetter>()
        .with::<notifications::FanOut>()
        .with::<files::jobs::ReadTexts>()
        .with::<oversight::EndVisits>()
        .with::<planning::PublishDue>()
        .with::<people_sets::Evaluate>()
        .with::<rings::TurnDay>()
        .with::<previews::jobs::Look>()
        .with::<polls::jobs::CloseDue>()
        .with::<surveys::jobs::CloseDue>()
        .with::<surveys::jobs::WriteReminders>()
        .with::<recurring::OpenDue>()
        .with::<announcements::jobs::WriteReminders>()
        .with::<lists::ReadList>()
        .with::<lists::CheckList>()
        .with::<lists::WriteList>()
        .with::<lists::UndoList>()
        .with::<lists::ReadPhotos>()
}

/// When, and which kind (minute, hour, day, month, day of the week; UTC). Each slot runs once however many processes
/// there are; one that passes while none runs is left out, because these look at what is due and not at the clock.
pub const CLOCK: &[(&str, &str)] = &[
    ("17 3 * * *", TidyUp::KIND),
    ("* * * * *", oversight::EndVisits::KIND),
    ("1,31 * * * *", rings::TurnDay::KIND),
    ("* * * * *", planning::PublishDue::KIND),
    ("* * * * *", polls::jobs::CloseDue::KIND),
    ("* * * * *", surveys::jobs::CloseDue::KIND),
    ("* * * * *", recurring::OpenDue::KIND),
];

/// Throws away what nobody needs any more, once a night.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TidyUp {}

impl Job for TidyUp {
    const KIND: &'static str = "house.tidy_up";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        cx.app.limits.tidy();
        let mut tx = cx.begin("clock").await?;
        mail::tidy(&mut tx).await?;
        accounts::jobs::tidy(&mut tx).await?;
        posts::jobs::empty_bin(&mut tx).await?;
        drafts::jobs::empty_bin(&mut tx).await?;
        comments::jobs::empty_bin(&mut tx).await?;
        governance::jobs::empty_bin(&mut tx).await?;
        previews::jobs::tidy(&mut tx).await?;
        absences::tidy(&mut tx).await?;
        people::jobs::tidy(&mut tx).await?;
        tx.commit().await?;
        // What went with the bins has left its bytes behind.
        pictures::jobs::sweep(&cx.app).await?;
        uploads::jobs::sweep(&cx.app).await?;
        files::jobs::sweep(&cx.app).await?;
        polls::Seal::sweep(&cx.app).await?;
        surveys::Seal::sweep(&cx.app).await?;
        people::jobs::sweep(&cx.app).await?;
        lists::sweep(&cx.app).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::worker::Registry;

    #[test]
    fn the_clock_starts_only_jobs_that_exist() {
        let registry = Registry { kinds, clock: CLOCK };
        let kinds = Kinds::named(kinds);
        let clock = registry.crontabs().unwrap();
        assert_eq!(clock.len(), CLOCK.len());
        for entry in clock {
            // Parameters as the queue hands them over.
            assert_eq!(entry.payload, Some(serde_json::json!({})));
            assert!(
                kinds.contains(&entry.task_identifier.as_str()),
                "{} is no kind of job",
                entry.task_identifier
            );
        }
    }
}
