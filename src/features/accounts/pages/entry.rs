//! Letting someone in, at the end of signing in and signing up.

use axum::http::{HeaderMap, header};

use crate::{
    db::{Fact, Tx},
    features::accounts::{
        device::{Device, agent},
        mail,
        model::Account,
    },
    kernel::{Fault, MemberId, Url},
    web::{Cx, Reply, session},
};

/// Begins a change in the name of someone who is not signed in yet.
pub(in crate::features) async fn begin_as(cx: &Cx, member: MemberId) -> Result<Tx, Fault> {
    let tx = Tx::begin(&cx.app.db, Some(member), "", cx.now(), cx.app.signal.clone()).await?;
    Ok(tx.from_address(cx.client().to_string()))
}

/// Lets a member in: notes it, writes to them when the device is new, and gives the browser its session. The
/// transaction is committed here, before the session exists.
pub(in crate::features) async fn enter(
    cx: &Cx,
    mut tx: Tx,
    account: &Account,
    headers: &HeaderMap,
    to: &Url,
) -> Reply {
    let agent = agent(headers);
    let device = Device::of(headers, cx);
    tx.record(Fact::SignedIn { member: account.id }).await?;
    if device.remember(&mut tx, account.id).await? == Some(false) {
        let letter = mail::new_device(cx, account, &agent, tx.now())?;
        crate::mail::post(&mut tx, &cx.app.config, letter).await?;
    }
    tx.commit().await?;
    session::sign_in(cx, account.id, &agent).await?;
    let mut response = cx.redirect(to)?;
    response.headers_mut().append(header::SET_COOKIE, device.cookie(&cx.app)?);
    Ok(response)
}
