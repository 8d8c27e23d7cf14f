//! Deleting a post, and taking it back out of the bin.

use serde::Deserialize;

use crate::{
    authz::{DeletePost, Permit, RestorePost},
    features::posts::{urls, verbs},
    kernel::Url,
    ui::links,
    web::{Cx, Error, Form, Reply, flash::Flash, limit::Class},
};

/// Where the form of the menu stood.
#[derive(Deserialize)]
pub(in super::super) struct From {
    #[serde(default)]
    next: String,
}

pub(in super::super) async fn delete(cx: Cx, permit: Permit<DeletePost>, Form(from): Form<From>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let post = permit.about();
    let mut tx = cx.begin().await?;
    verbs::delete(&mut tx, &permit).await?;
    tx.commit().await?;
    let t = cx.t();
    cx.flash(Flash::said(t.posts_deleted()).with_undo(&urls::restoration(post.id), t.posts_undo())).await?;
    // The post's own pages are gone with it.
    let own = links::post(post.id);
    let next = Url::local(&from.next).filter(|next| !next.as_str().starts_with(own.as_str()));
    cx.redirect(&next.unwrap_or_else(|| links::group(&post.group.slug)))
}

pub(in super::super) async fn restore(cx: Cx, permit: Permit<RestorePost>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    if !verbs::restore(&mut tx, &permit).await? {
        tx.abandon().await?;
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().posts_restored())).await?;
    cx.redirect(&links::post(permit.about().id))
}
