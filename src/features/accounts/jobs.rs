//! What happens without a page: forgetting what is over, and the link of a house without administrator.

use crate::{
    app::App,
    db::Tx,
    features::accounts::{store, verbs},
    kernel::{Fault, Url},
};

/// Forgets sessions, links, tries and one-time form ids that are over, and answers how many rows.
pub async fn tidy(tx: &mut Tx) -> Result<u64, Fault> {
    store::sessions::tidy(tx).await
}

/// The address at which the first administrator opens their account, good for 24 hours or until the next start; none
/// where there is an administrator.
pub async fn first_administrator_link(app: &App) -> Result<Option<String>, Fault> {
    let mut tx = Tx::begin(&app.db, None, "first start", app.clock.now(), app.signal.clone()).await?;
    let token = verbs::offer_first(&mut tx).await?;
    tx.commit().await?;
    Ok(token.map(|token| format!("{}{}", app.config.origin(), Url::path("/setup").join(token.expose()))))
}
