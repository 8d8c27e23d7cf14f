//! Comments and reactions, as the room of posts embeds them.

use std::collections::HashMap;

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::PostCan,
    db::Db,
    kernel::{Fault, PostId},
    web::Cx,
};

/// Nothing to show yet.
#[derive(Default, Template)]
#[template(source = "", ext = "html")]
pub struct Nothing;

impl HtmlSafe for Nothing {}

/// What hangs on a post.
#[derive(Default)]
#[expect(missing_docs, reason = "an empty stand-in")]
pub struct Attached {
    pub reactions: Nothing,
    pub preview: Nothing,
    pub count: i64,
}

/// What hangs on these posts.
#[expect(clippy::unused_async, reason = "as the room will be")]
pub async fn attached(_cx: &Cx, _db: &mut Db, posts: &[(PostId, PostCan)]) -> Result<HashMap<PostId, Attached>, Fault> {
    Ok(posts.iter().map(|(id, _)| (*id, Attached::default())).collect())
}
