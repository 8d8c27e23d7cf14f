//! Reactions: setting and taking back, safe when sent twice.

pub(super) mod store;

use super::{
    Emoji,
    model::{MOST_KINDS, ReactionRefused, Subject},
};
use crate::{
    authz::{Permit, ReactToComment, ReactToPost},
    db::{Fact, Tx},
    kernel::{Failure, GroupId, MemberId, PostId},
};
use store::Given;

/// Sets or takes back a reaction to a post. As it is already: nothing happens.
pub async fn react_to_post(
    tx: &mut Tx,
    permit: &Permit<ReactToPost>,
    emoji: &Emoji,
    on: bool,
) -> Result<(), Failure<ReactionRefused>> {
    let about = permit.about();
    let at = (about.group.id, about.id, Subject::Post(about.id));
    switch(tx, at, permit.member()?, emoji, on).await
}

/// Sets or takes back a reaction to a comment. As it is already: nothing happens.
pub async fn react_to_comment(
    tx: &mut Tx,
    permit: &Permit<ReactToComment>,
    emoji: &Emoji,
    on: bool,
) -> Result<(), Failure<ReactionRefused>> {
    let about = permit.about();
    let at = (about.group.id, about.post, Subject::Comment(about.id));
    switch(tx, at, permit.member()?, emoji, on).await
}

async fn switch(
    tx: &mut Tx,
    at: (GroupId, PostId, Subject),
    member: MemberId,
    emoji: &Emoji,
    on: bool,
) -> Result<(), Failure<ReactionRefused>> {
    let given = Given { member, emoji: emoji.as_str(), at: tx.now() };
    let changed = if on {
        store::give(tx.db(), at.2, given, MOST_KINDS).await?
    } else {
        store::withdraw(tx.db(), at.2, given).await?
    };
    if changed {
        tx.record(fact(at, emoji, on)).await?;
    } else if on {
        let (mine, kinds) = store::state(tx.db(), at.2, given).await?;
        let full = kinds >= MOST_KINDS;
        if !mine {
            return Err(Failure::Refused(if full { ReactionRefused::Full } else { ReactionRefused::Gone }));
        }
    }
    Ok(())
}

fn fact((group, post, subject): (GroupId, PostId, Subject), emoji: &Emoji, on: bool) -> Fact {
    let emoji = emoji.as_str().to_owned();
    match (subject, on) {
        (Subject::Post(_), true) => Fact::PostReacted { group, post, emoji },
        (Subject::Post(_), false) => Fact::PostReactionWithdrawn { group, post, emoji },
        (Subject::Comment(comment), true) => Fact::CommentReacted { group, post, comment, emoji },
        (Subject::Comment(comment), false) => Fact::CommentReactionWithdrawn { group, post, comment, emoji },
    }
}
