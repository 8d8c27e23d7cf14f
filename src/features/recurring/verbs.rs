//! What can be done with the rhythm of a survey.

use super::{
    model::Rhythm,
    store::{self, Due},
};
use crate::{
    authz::{Permit, SetSurveyRhythm},
    db::{Fact, Tx},
    features::surveys::SurveyRefused,
    kernel::{Failure, Fault, MemberId, SurveyId},
};

/// Has the clock ask a survey again, in the name of whoever says so.
pub async fn set(
    tx: &mut Tx,
    permit: &Permit<SetSurveyRhythm>,
    series: SurveyId,
    rhythm: &Rhythm,
) -> Result<(), Failure<SurveyRefused>> {
    let (group, survey, member) = (permit.about().group.id, permit.about().id, permit.member()?);
    if rhythm.first <= tx.now() {
        return Err(Failure::Refused(SurveyRefused::Past));
    }
    store::put(tx.db(), (series, survey, member), rhythm).await?;
    tx.record(Fact::SurveyRhythmSet { group, survey }).await?;
    Ok(())
}

/// Has the clock ask it no more. What is asked stays.
pub(super) async fn stop(
    tx: &mut Tx,
    permit: &Permit<SetSurveyRhythm>,
    series: SurveyId,
) -> Result<(), Fault> {
    let (group, survey) = (permit.about().group.id, permit.about().id);
    if store::delete(tx.db(), series).await? {
        tx.record(Fact::SurveyRhythmStopped { group, survey }).await?;
    }
    Ok(())
}

/// Takes a series whose time has come; none if somebody else did, or set it anew.
pub(super) async fn take(tx: &mut Tx, series: SurveyId, member: MemberId) -> Result<Option<Due>, Fault> {
    let now = tx.now();
    Ok(store::take(tx.db(), series, member, now).await?)
}

/// Goes on to the next time after now, once a round was asked.
pub(super) async fn go_on(tx: &mut Tx, due: &Due, survey: SurveyId) -> Result<(), Fault> {
    let now = tx.now();
    let Some(next) = due.rhythm.after(now).next() else {
        store::delete(tx.db(), due.series).await?;
        return Ok(());
    };
    Ok(store::go_on(tx.db(), due.series, survey, next).await?)
}

/// Ends a rhythm that cannot go on, and tells whoever set it.
pub(super) async fn end(tx: &mut Tx, due: &Due, member: MemberId) -> Result<(), Fault> {
    store::delete(tx.db(), due.series).await?;
    tx.record(Fact::SurveyRhythmEnded { member, survey: due.last }).await?;
    Ok(())
}
