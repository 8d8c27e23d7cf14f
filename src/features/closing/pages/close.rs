//! Closing the comments of a post, and opening them again.

use serde::Deserialize;

use super::super::verbs;
use crate::{
    authz::{CloseComments, Permit},
    ui::links,
    web::{Cx, Form, Reply, flash::Flash, limit::Class},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct CloseForm {
    /// `0` opens them again; anything else, also nothing, closes them.
    on: String,
}

/// `POST /posts/{post}/comments/closure`
pub(in super::super) async fn close(
    cx: Cx,
    may: Permit<CloseComments>,
    Form(form): Form<CloseForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let (t, on) = (cx.t(), form.on != "0");
    let mut tx = cx.begin().await?;
    verbs::close(&mut tx, &may, on).await?;
    tx.commit().await?;
    let said = if on { t.comments_closed_now().to_string() } else { t.comments_reopened_now().to_string() };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&links::post(may.about().id).at("comments"))
}
