//! `/comments/{comment}`: leads to the comment in its thread.

use crate::{
    authz::{Permit, ViewComment},
    ui::links,
    web::{Cx, Reply},
};

/// `GET /comments/{comment}`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewComment>) -> Reply {
    let comment = permit.about();
    cx.redirect(&links::comment(comment.post, comment.id))
}
