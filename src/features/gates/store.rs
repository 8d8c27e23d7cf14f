//! The statements about gates.

use crate::{
    db::Db,
    kernel::{Fault, MemberId},
};

/// Notes that someone is through.
pub(super) async fn open(db: &mut Db, member: MemberId) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update members set gate_since = null where id = $1 and gate_since is not null",
        member.0
    );
    Ok(done.execute(db).await?.rows_affected() == 1)
}
