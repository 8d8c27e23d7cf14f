//! Ending a poll before its time, and taking it up again.

use crate::{
    authz::{ClosePoll, Permit, ReopenPoll},
    features::polls::{model::PollRefused, secrecy::Seal, store, urls, verbs},
    kernel::Failure,
    web::{Cx, Error, Reply, flash::Flash, limit::Class},
};

pub(in super::super) async fn close(cx: Cx, permit: Permit<ClosePoll>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let post = permit.about().post.id;
    let id = store::find_seal(&mut *cx.db().await?, post).await?;
    let seal = match id {
        Some(id) => Seal::find(&cx.app, id).await?,
        None => None,
    };
    let mut tx = cx.begin().await?;
    verbs::close(&mut tx, &permit, seal.as_ref()).await?;
    tx.commit().await?;
    if let Some(id) = id {
        Seal::destroy(&cx.app, id).await?;
    }
    let said = Flash::said(cx.t().polls_closed_now());
    let said = if permit.about().anonymous {
        said
    } else {
        said.with_undo(&urls::reopening(post), cx.t().polls_reopen())
    };
    cx.flash(said).await?;
    cx.redirect(&urls::poll(post))
}

pub(in super::super) async fn reopen(cx: Cx, permit: Permit<ReopenPoll>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let post = permit.about().post.id;
    let mut tx = cx.begin().await?;
    match verbs::reopen(&mut tx, &permit).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            let why: PollRefused = why;
            return Err(Error::Conflict(why.words(cx.t())));
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    cx.flash(Flash::said(cx.t().polls_reopened())).await?;
    cx.redirect(&urls::poll(post))
}
