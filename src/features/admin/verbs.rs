//! What an operator does: letting letters and jobs be tried again.

use crate::{
    authz::{OperateSite, Permit},
    db::{Fact, Tx},
    jobs::queue,
    kernel::{Fault, LetterId},
    mail,
};

/// Queues one letter that has not left, or all of the last week. Answers how many.
pub(super) async fn retry_letters(
    tx: &mut Tx,
    _permit: &Permit<OperateSite>,
    letter: Option<LetterId>,
) -> Result<i64, Fault> {
    let count = mail::retry(tx, letter).await?;
    if count > 0 {
        tx.record(Fact::LettersRetried { count }).await?;
    }
    Ok(count)
}

/// Starts one job that gave up again, or all of them. Answers how many.
pub(super) async fn retry_jobs(
    tx: &mut Tx,
    _permit: &Permit<OperateSite>,
    job: Option<i64>,
) -> Result<i64, Fault> {
    let count = i64::try_from(queue::retry(tx.db(), job).await?).unwrap_or(i64::MAX);
    if count > 0 {
        tx.record(Fact::JobsRetried { count }).await?;
    }
    Ok(count)
}
