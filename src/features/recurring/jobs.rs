//! The clock: every minute, what is due, in the name of whoever set the rhythm.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    store::{self, Due},
    verbs,
};
use crate::{
    app::App,
    authz::{
        Action, Actor, CloseSurvey, Denied, EditSurvey, OpenSurvey, Permit, PublishInGroup, RepeatSurvey,
        Resource, permit,
        standing::{GroupPath, SurveyPath},
    },
    db::Tx,
    features::{
        surveying::{announce, missing},
        surveys::{self, Seal, SurveyRefused, Text},
    },
    i18n::Locale,
    jobs::{Job, JobCx, JobError},
    kernel::{Failure, Fault, MemberId, SurveyId},
};

/// How many series one run asks; the next minute goes on.
const BATCH: i64 = 200;

/// Opens the rounds that are due. One that fails does not keep the others.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct OpenDue {}

impl Job for OpenDue {
    const KIND: &'static str = "recurring.open_due";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let due = store::list_due(&mut *cx.app.db.acquire().await?, cx.now(), BATCH).await?;
        let mut failed = None;
        for (series, member) in due {
            if let Err(fault) = open(&cx.app, series, member).await {
                tracing::error!(%series, %fault, "a survey was not asked again; it is tried again");
                failed = Some(fault);
            }
        }
        failed.map_or(Ok(()), |fault| Err(JobError::Retry(fault)))
    }
}

async fn begin(app: &App, member: MemberId) -> Result<Tx, Fault> {
    Tx::begin(&app.db, Some(member), "planned", app.clock.now(), app.signal.clone()).await
}

/// Opens the next round of a series, in one transaction. Twice at once it is opened once.
async fn open(app: &App, series: SurveyId, member: MemberId) -> Result<(), Fault> {
    let actor = Actor::load(&mut *app.db.acquire().await?, member).await?;
    let mut tx = begin(app, member).await?;
    let Some(due) = verbs::take(&mut tx, series, member).await? else {
        return tx.abandon().await;
    };
    match next_round(app, &mut tx, &actor, &due).await {
        Ok((survey, spent)) => {
            verbs::go_on(&mut tx, &due, survey).await?;
            tx.commit().await?;
            match spent {
                Some(seal) => Seal::destroy(app, seal.id()).await,
                None => Ok(()),
            }
        }
        Err(Failure::Fault(fault)) => Err(fault),
        Err(Failure::Refused(_)) => {
            // What was half done goes; only the news of it is kept.
            tx.abandon().await?;
            let mut tx = begin(app, member).await?;
            match verbs::take(&mut tx, series, member).await? {
                Some(due) => verbs::end(&mut tx, &due, member).await?,
                None => return tx.abandon().await,
            }
            tx.commit().await
        }
    }
}

type Done<V> = Result<V, Failure<SurveyRefused>>;

/// The permit of whoever set the rhythm, if they still may.
async fn ask<A: Action>(tx: &mut Tx, actor: &Actor, at: <A::On as Resource>::Path) -> Done<Permit<A>> {
    permit::<A>(tx.db(), actor, at).await.map_err(|denied| match denied {
        Denied::Fault(fault) => Failure::Fault(fault),
        Denied::Hidden | Denied::Refused(_) => Failure::Refused(SurveyRefused::NoLonger),
    })
}

/// Ends the last round where it is open, and asks the next. Answers the round and the key that is needed no more.
async fn next_round(app: &App, tx: &mut Tx, actor: &Actor, due: &Due) -> Done<(SurveyId, Option<Seal>)> {
    let lang = Locale::parse(&due.locale).unwrap_or_default();
    let last = SurveyPath { survey: due.last };
    let found = surveys::find(tx.db(), actor.viewer(), due.last).await?;
    let whole = found.ok_or(Failure::Refused(SurveyRefused::NoLonger))?;
    let closes_at = Some(tx.now() + TimeDelta::days(i64::from(due.rhythm.days)));
    let text = Text { closes_at, ..whole.text };
    let (mut spent, mut version) = (None, 0);
    let survey = if whole.draft {
        if !missing(lang.t(), tx.now(), &text).is_empty() {
            return Err(Failure::Refused(SurveyRefused::NoLonger));
        }
        let editing = ask::<EditSurvey>(tx, actor, last).await?;
        surveys::save(tx, &editing, whole.version, &text).await?;
        version = whole.version + 1;
        due.last
    } else {
        if !whole.closed {
            let closing = ask::<CloseSurvey>(tx, actor, last).await?;
            spent = surveys::seal_of(app, due.last).await?;
            surveys::close(tx, &closing, spent.as_ref()).await?;
        }
        let repeating = ask::<RepeatSurvey>(tx, actor, last).await?;
        surveys::repeat(tx, &repeating, (due.series, whole.round), &text).await?
    };
    let opening = ask::<OpenSurvey>(tx, actor, SurveyPath { survey }).await?;
    let publishing = ask::<PublishInGroup>(tx, actor, GroupPath { group: due.group.clone() }).await?;
    let seal = if text.anonymous { Some(Seal::make(app).await?) } else { None };
    announce(tx, (&opening, &publishing), (version, &text), seal.as_ref(), lang).await?;
    Ok((survey, spent))
}
