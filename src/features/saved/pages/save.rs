//! The answer to the switch.

use serde::Deserialize;

use crate::{
    authz::{Permit, SavePost},
    features::saved::{SaveSwitch, urls, verbs},
    kernel::Url,
    web::{Cx, Form, Reply, Wants, flash::Flash, limit::Class},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct SaveForm {
    /// `0` takes it out of the list; anything else, also nothing, puts it there.
    on: String,
    /// Where the post stood.
    next: String,
}

/// `POST /posts/{post}/saving`
pub(in super::super) async fn save(cx: Cx, permit: Permit<SavePost>, Form(form): Form<SaveForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let (t, post, on) = (cx.t(), permit.about().id, form.on != "0");
    let mut tx = cx.begin().await?;
    verbs::save(&mut tx, &permit, on).await?;
    tx.commit().await?;
    if cx.wants() == Wants::Fragment {
        return cx.fragment(&SaveSwitch::new(t, post, on, form.next));
    }
    let said = if on { t.saved_done().to_string() } else { t.saved_undone().to_string() };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&Url::local(&form.next).unwrap_or_else(urls::all))
}
