//! Putting a comment into the bin and taking it out again.

use askama::Template;

use super::super::{
    cards::{CommentCard, Eyes},
    model::Spot,
    store, urls, verbs,
};
use crate::{
    authz::{CommentCan, DeleteComment, Permit, RestoreComment},
    i18n::T,
    kernel::{CommentId, Fault, Url},
    ui::links,
    web::{Cx, Error, Reply, Wants, flash::Flash, limit::Class},
};

/// The place of a removed comment, and the way to undo it.
#[derive(Template)]
#[template(path = "comments/removal.html")]
struct RemovedPart {
    t: T,
    id: CommentId,
    place: Option<CommentCard>,
    undo: Url,
}

/// `POST /comments/{comment}/removal`
pub(in super::super) async fn remove(cx: Cx, permit: Permit<DeleteComment>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let about = permit.about();
    let mut tx = cx.begin().await?;
    verbs::delete(&mut tx, &permit).await?;
    tx.commit().await?;
    let undo = urls::comment(about.id).join("restoration");
    if cx.wants() == Wants::Fragment {
        let place = place(&cx, Spot::own(about.post, &about.group), about.id).await?;
        return cx.fragment(&RemovedPart { t: cx.t(), id: about.id, place, undo });
    }
    cx.flash(Flash::said(cx.t().comments_deleted()).with_undo(&undo, cx.t().comments_undo())).await?;
    cx.redirect(&links::post(about.post).at("comments"))
}

/// A removed comment keeps its place above its answers.
async fn place(cx: &Cx, spot: Spot, id: CommentId) -> Result<Option<CommentCard>, Fault> {
    let rows = store::comments(&mut *cx.db().await?, cx.viewer(), &[id]).await?;
    let answered = rows.iter().any(|row| row.parent_id == Some(id));
    let row = rows.into_iter().find(|row| answered && row.id == id);
    Ok(row.map(|row| CommentCard::new(Eyes::Mine(cx), spot, row, CommentCan::default())))
}

/// `POST /comments/{comment}/restoration`
pub(in super::super) async fn restore(cx: Cx, permit: Permit<RestoreComment>) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let about = permit.about();
    let mut tx = cx.begin().await?;
    if !verbs::restore(&mut tx, &permit).await? {
        tx.abandon().await?;
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().comments_restored())).await?;
    cx.redirect(&links::comment(about.post, about.id))
}
