//! One file per page.

mod closed;
mod entry;

pub(super) mod display;
pub(super) mod email;
pub(super) mod invitations;
pub(super) mod join;
pub(super) mod language;
pub(super) mod password;
pub(super) mod reset;
pub(super) mod sessions;
pub(super) mod settings;
pub(super) mod setup;
pub(super) mod sign_in;

use serde::Deserialize;

use crate::kernel::{Fault, MemberId, Token};

/// `/…/{token}`
#[derive(Deserialize)]
pub(super) struct TokenPath {
    token: String,
}

impl TokenPath {
    /// The token, if the address holds one.
    fn token(&self) -> Option<Token> {
        Token::parse(&self.token)
    }
}

/// The account of whoever is signed in.
async fn own_account(cx: &crate::web::Cx, me: MemberId) -> Result<super::model::Account, Fault> {
    let account = super::store::account(&mut *cx.db().await?, me).await?;
    account.ok_or_else(|| Fault::new("the account of a signed-in member is gone"))
}
