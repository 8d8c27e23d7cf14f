//! Confirming, and asking for it.

use serde::Deserialize;

use crate::{
    authz::{AcknowledgePost, AnnouncePost, Permit, PostCan},
    features::announcements::{AcknowledgeBar, urls, verbs},
    kernel::Failure,
    ui::links,
    web::{Cx, Error, Form, Reply, Wants, flash::Flash, limit::Class},
};

/// `POST /posts/{post}/acknowledgement`
pub(in super::super) async fn acknowledge(cx: Cx, may: Permit<AcknowledgePost>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let (t, about) = (cx.t(), may.about());
    let mut tx = cx.begin().await?;
    match verbs::acknowledge(&mut tx, &may).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(())) => return Err(Error::Conflict(t.announcements_not_asked().to_string())),
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    if cx.wants() == Wants::Fragment {
        return cx.fragment(&AcknowledgeBar::new(t, about.id, PostCan::of(about), true));
    }
    cx.flash(Flash::said(t.announcements_done())).await?;
    cx.redirect(&links::post(about.id))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct AnnounceForm {
    /// `0` stops asking; anything else, also nothing, asks.
    on: String,
}

/// `POST /posts/{post}/announcement`
pub(in super::super) async fn announce(
    cx: Cx,
    may: Permit<AnnouncePost>,
    Form(form): Form<AnnounceForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let (t, post, on) = (cx.t(), may.about().id, form.on != "0");
    let mut tx = cx.begin().await?;
    verbs::announce(&mut tx, &may, on).await?;
    tx.commit().await?;
    let said = if on { t.announcements_asked().to_string() } else { t.announcements_stopped().to_string() };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&if on { urls::readers(post) } else { links::post(post) })
}
