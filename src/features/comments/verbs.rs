//! What can be done with comments and reactions. Each verb repeats the condition that a race could break in its statement.

pub use super::reactions::{react_to_comment, react_to_post};

use super::{
    model::{CommentRefused, MOST_REPLIES, NewComment},
    store::write::{self as store, Text, Written},
};
use crate::{
    authz::{
        CommentOnPost, CommentStanding, DeleteComment, EditComment, GroupStanding, Permit, ReplyToComment,
        RestoreComment, Viewer,
        audience::{self, Readers},
    },
    db::{Fact, Tx},
    kernel::{
        CommentId, Failure, Fault, MemberId, PostId,
        markup::{self, Mention, SafeHtml},
    },
    ui::links,
};

/// Comments on a post.
pub async fn comment(
    tx: &mut Tx,
    permit: &Permit<CommentOnPost>,
    new: NewComment,
) -> Result<CommentId, Failure<CommentRefused>> {
    let on = permit.about();
    let by = (permit.member()?, permit.who().viewer());
    write(tx, by, Place { post: on.id, group: &on.group, answers: None }, &new).await
}

/// Answers a comment. An answer to an answer stands beside it, under the same first-level comment.
pub async fn reply(
    tx: &mut Tx,
    permit: &Permit<ReplyToComment>,
    new: NewComment,
) -> Result<CommentId, Failure<CommentRefused>> {
    let to = permit.about();
    let by = (permit.member()?, permit.who().viewer());
    let answers = Some((to.id, to.parent.unwrap_or(to.id)));
    write(tx, by, Place { post: to.post, group: &to.group, answers }, &new).await
}

struct Place<'a> {
    post: PostId,
    group: &'a GroupStanding,
    answers: Option<(CommentId, CommentId)>,
}

async fn write(
    tx: &mut Tx,
    by: (MemberId, Viewer),
    at: Place<'_>,
    new: &NewComment,
) -> Result<CommentId, Failure<CommentRefused>> {
    let (author, viewer) = by;
    let id = CommentId::new(tx.now());
    let (html, mentioned) = render(tx, viewer, at.post, new).await?;
    let text = Text { body: new.body.as_str(), html: html.as_str(), lang: new.lang.tag() };
    let written =
        Written { id, post: at.post, group: at.group.id, answers: at.answers, author, text, at: tx.now() };
    if !store::insert(tx.db(), written, MOST_REPLIES).await? {
        return Err(Failure::Refused(why_not(tx, &at).await?));
    }
    store::mention(tx.db(), at.post, id, &mentioned).await?;
    let parent = at.answers.map(|(_, under)| under);
    tx.record(Fact::CommentWritten { group: at.group.id, post: at.post, comment: id, parent }).await?;
    Ok(id)
}

async fn why_not(tx: &mut Tx, at: &Place<'_>) -> Result<CommentRefused, Fault> {
    if store::is_closed(tx.db(), at.post).await? {
        return Ok(CommentRefused::Closed);
    }
    let Some((_, under)) = at.answers else {
        return Ok(CommentRefused::Gone);
    };
    let full = store::answers(tx.db(), under).await? >= MOST_REPLIES;
    Ok(if full { CommentRefused::Full } else { CommentRefused::Gone })
}

/// The text as it is shown, and whom it mentions: only people who may read the post and whom the writer may know.
async fn render(
    tx: &mut Tx,
    viewer: Viewer,
    post: PostId,
    new: &NewComment,
) -> Result<(SafeHtml, Vec<MemberId>), Fault> {
    let handles = markup::mentions(new.body.as_str());
    let people = audience::mentionable(tx.db(), viewer, Readers::Post(post), &handles).await?;
    let known: Vec<Mention> = people
        .iter()
        .map(|person| Mention {
            handle: person.handle.clone(),
            name: person.name.clone(),
            url: links::person(person.id).to_string(),
        })
        .collect();
    let rendered = markup::render(new.body.as_str(), new.lang.tag(), &known);
    let mentioned = people
        .into_iter()
        .filter(|person| rendered.mentions.contains(&person.handle))
        .map(|person| person.id)
        .collect();
    Ok((rendered.html, mentioned))
}

/// Changes what a comment says and keeps what it said. The same text again changes nothing.
pub async fn edit(
    tx: &mut Tx,
    permit: &Permit<EditComment>,
    new: NewComment,
) -> Result<(), Failure<CommentRefused>> {
    let about = permit.about();
    let held = store::hold(tx.db(), about.id, permit.member()?).await?;
    let before = held.ok_or(Failure::Refused(CommentRefused::Gone))?;
    if before == new.body.as_str() {
        return Ok(());
    }
    let (html, mentioned) = render(tx, permit.who().viewer(), about.post, &new).await?;
    let now = tx.now();
    let text = Text { body: new.body.as_str(), html: html.as_str(), lang: new.lang.tag() };
    store::rewrite(tx.db(), about.id, text, now).await?;
    store::mention(tx.db(), about.post, about.id, &mentioned).await?;
    tx.record(Fact::CommentEdited { group: about.group.id, post: about.post, comment: about.id }).await?;
    Ok(())
}

/// How long the bin keeps things.
pub(super) const BIN: chrono::TimeDelta = chrono::TimeDelta::days(30);

/// Puts a comment into the bin.
pub async fn delete(tx: &mut Tx, permit: &Permit<DeleteComment>) -> Result<(), Fault> {
    let CommentStanding { id, post, group, .. } = permit.about();
    let now = tx.now();
    if store::bin(tx.db(), *id, permit.member()?, (Some(now), now)).await? {
        tx.record(Fact::CommentDeleted { group: group.id, post: *post, comment: *id }).await?;
    }
    Ok(())
}

/// Takes a comment out of the bin. Says whether it still was there.
pub async fn restore(tx: &mut Tx, permit: &Permit<RestoreComment>) -> Result<bool, Fault> {
    let CommentStanding { id, post, group, .. } = permit.about();
    let since = tx.now() - BIN;
    let restored = store::bin(tx.db(), *id, permit.member()?, (None, since)).await?;
    if restored {
        tx.record(Fact::CommentRestored { group: group.id, post: *post, comment: *id }).await?;
    }
    Ok(restored)
}
