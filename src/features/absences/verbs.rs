//! What one does with one's absences.

use chrono::{NaiveDate, TimeDelta};

use super::{
    model::{AbsenceRefused, Announced},
    store,
};
use crate::{
    authz::{AnnounceAbsence, Permit},
    db::{Fact, Tx},
    kernel::{AbsenceId, Failure, Fault},
};

/// How long an absence that is over is kept, so that a look at the calendar of last month is right.
const KEPT: TimeDelta = TimeDelta::days(366);

/// Announces that one is away. `today` is the day where one is.
pub async fn announce(
    tx: &mut Tx,
    permit: &Permit<AnnounceAbsence>,
    today: NaiveDate,
    said: &Announced,
) -> Result<AbsenceId, Failure<AbsenceRefused>> {
    let (member, now) = (permit.member()?, tx.now());
    if said.until < today {
        return Err(Failure::Refused(AbsenceRefused::Past));
    }
    let absence = store::insert(tx.db(), member, said, now).await?;
    tx.record(Fact::AbsenceAnnounced { member, absence }).await?;
    Ok(absence)
}

/// Takes it back. What is gone already leaves no fact.
pub(super) async fn withdraw(
    tx: &mut Tx,
    permit: &Permit<AnnounceAbsence>,
    absence: AbsenceId,
) -> Result<(), Fault> {
    let member = permit.member()?;
    if store::delete(tx.db(), member, absence).await? {
        tx.record(Fact::AbsenceWithdrawn { member, absence }).await?;
    }
    Ok(())
}

/// Forgets what was over long ago.
pub(crate) async fn tidy(tx: &mut Tx) -> Result<(), Fault> {
    let before = (tx.now() - KEPT).date_naive();
    store::forget_before(tx.db(), before).await
}
