//! The two pages of the floor: plain HTML with what the pages of Parvis say.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{StatusCode, Uri},
    response::Html,
};
use sqlx::PgPool;
use uuid::Uuid;

use crate::store::{self, Comment, Post, Reaction};

/// Who asks, and for how many posts: as many as Parvis shows.
#[derive(serde::Deserialize)]
pub(crate) struct Asked {
    member: Uuid,
    #[serde(default)]
    most: i64,
}

/// Something with its reactions.
struct Liked<T> {
    it: T,
    reactions: Vec<Reaction>,
}

struct Card {
    post: Liked<Post>,
    comments: Vec<Liked<Comment>>,
}

#[derive(Template)]
#[template(path = "feed.html")]
struct Feed {
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "discussion.html")]
struct Discussion {
    card: Card,
}

type Answer = Result<Html<String>, StatusCode>;

fn broken(_: impl std::fmt::Display) -> StatusCode {
    StatusCode::INTERNAL_SERVER_ERROR
}

/// The newest posts of one's groups.
pub(crate) async fn feed(State(pool): State<PgPool>, Query(asked): Query<Asked>) -> Answer {
    let mut db = pool.acquire().await.map_err(broken)?;
    let posts = store::feed(&mut db, asked.member, asked.most).await.map_err(broken)?;
    let ids: Vec<Uuid> = posts.iter().map(|post| post.id).collect();
    let reactions = store::post_reactions(&mut db, asked.member, &ids).await.map_err(broken)?;
    let comments = store::last_comments(&mut db, &ids).await.map_err(broken)?;
    let comment_ids: Vec<Uuid> = comments.iter().map(|comment| comment.id).collect();
    let answers = store::comment_reactions(&mut db, asked.member, &comment_ids).await.map_err(broken)?;
    drop(db);
    let (mut reactions, mut answers) = (by_id(reactions), by_id(answers));
    let mut threads: HashMap<Uuid, Vec<Liked<Comment>>> = HashMap::new();
    for it in comments {
        let reactions = answers.remove(&it.id).unwrap_or_default();
        threads.entry(it.post_id).or_default().push(Liked { it, reactions });
    }
    let cards = posts
        .into_iter()
        .map(|it| {
            let comments = threads.remove(&it.id).unwrap_or_default();
            let reactions = reactions.remove(&it.id).unwrap_or_default();
            Card { post: Liked { it, reactions }, comments }
        })
        .collect();
    Feed { cards }.render().map(Html).map_err(broken)
}

/// A post with its last fifty comments and their answers.
pub(crate) async fn discussion(State(pool): State<PgPool>, uri: Uri, Query(asked): Query<Asked>) -> Answer {
    let id: Uuid =
        uri.path().rsplit('/').next().unwrap_or_default().parse().map_err(|_| StatusCode::NOT_FOUND)?;
    let mut db = pool.acquire().await.map_err(broken)?;
    let post = store::post(&mut db, asked.member, id).await.map_err(broken)?.ok_or(StatusCode::NOT_FOUND)?;
    let reactions = store::post_reactions(&mut db, asked.member, &[id]).await.map_err(broken)?;
    let comments = store::comments(&mut db, id).await.map_err(broken)?;
    let ids: Vec<Uuid> = comments.iter().map(|comment| comment.id).collect();
    let mut answers = by_id(store::comment_reactions(&mut db, asked.member, &ids).await.map_err(broken)?);
    drop(db);
    let comments = comments
        .into_iter()
        .map(|it| {
            let reactions = answers.remove(&it.id).unwrap_or_default();
            Liked { it, reactions }
        })
        .collect();
    Discussion { card: Card { post: Liked { it: post, reactions }, comments } }
        .render()
        .map(Html)
        .map_err(broken)
}

fn by_id(reactions: Vec<Reaction>) -> HashMap<Uuid, Vec<Reaction>> {
    let mut sorted: HashMap<Uuid, Vec<Reaction>> = HashMap::new();
    for reaction in reactions {
        sorted.entry(reaction.id).or_default().push(reaction);
    }
    sorted
}
