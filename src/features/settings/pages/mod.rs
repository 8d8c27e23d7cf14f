//! One file per page.

pub(super) mod display;
pub(super) mod email;
pub(super) mod password;
pub(super) mod sessions;
pub(super) mod settings;

use crate::{
    features::accounts::{self, model::Account},
    kernel::{Fault, MemberId},
    web::Cx,
};

/// The account of whoever is signed in.
async fn own_account(cx: &Cx, me: MemberId) -> Result<Account, Fault> {
    let account = accounts::store::account(&mut *cx.db().await?, me).await?;
    account.ok_or_else(|| Fault::new("the account of a signed-in member is gone"))
}
