//! Reactions: setting and taking back, safe when sent twice, and what they amount to.

pub(super) mod store;

use super::{
    Emoji,
    model::{MOST_KINDS, ReactionRefused, Subject},
    store::Counted,
};
use crate::{
    authz::{Permit, ReactToComment, ReactToPost},
    db::{Db, Fact, Tx},
    kernel::{Failure, Fault, MemberId},
};
use store::Given;

/// Sets or takes back a reaction to a post. As it is already: nothing happens.
pub async fn react_to_post(
    tx: &mut Tx,
    permit: &Permit<ReactToPost>,
    emoji: &Emoji,
    on: bool,
) -> Result<(), Failure<ReactionRefused>> {
    let (post, group) = (permit.about().id, permit.about().group.id);
    let given = Given {
        member: permit.member()?,
        emoji: emoji.as_str(),
        at: tx.now(),
    };
    let emoji = emoji.as_str().to_owned();
    if !on {
        if store::withdraw_from_post(tx.db(), post, given).await? {
            tx.record(Fact::PostReactionWithdrawn { group, post, emoji })
                .await?;
        }
    } else if store::give_to_post(tx.db(), post, given, MOST_KINDS).await? {
        tx.record(Fact::PostReacted { group, post, emoji }).await?;
    } else {
        let (mine, kinds) = store::post_state(tx.db(), post, given).await?;
        refuse(mine, kinds)?;
    }
    Ok(())
}

/// Sets or takes back a reaction to a comment. As it is already: nothing happens.
pub async fn react_to_comment(
    tx: &mut Tx,
    permit: &Permit<ReactToComment>,
    emoji: &Emoji,
    on: bool,
) -> Result<(), Failure<ReactionRefused>> {
    let about = permit.about();
    let (group, post, comment) = (about.group.id, about.post, about.id);
    let given = Given {
        member: permit.member()?,
        emoji: emoji.as_str(),
        at: tx.now(),
    };
    let emoji = emoji.as_str().to_owned();
    if !on {
        if store::withdraw_from_comment(tx.db(), comment, given).await? {
            tx.record(Fact::CommentReactionWithdrawn {
                group,
                post,
                comment,
                emoji,
            })
            .await?;
        }
    } else if store::give_to_comment(tx.db(), comment, given, MOST_KINDS).await? {
        tx.record(Fact::CommentReacted {
            group,
            post,
            comment,
            emoji,
        })
        .await?;
    } else {
        let (mine, kinds) = store::comment_state(tx.db(), comment, given).await?;
        refuse(mine, kinds)?;
    }
    Ok(())
}

/// Why a reaction was not stored: it was there already, or there is a reason to tell.
fn refuse(mine: bool, kinds: i64) -> Result<(), Failure<ReactionRefused>> {
    if mine {
        return Ok(());
    }
    Err(Failure::Refused(if kinds >= MOST_KINDS {
        ReactionRefused::Full
    } else {
        ReactionRefused::Gone
    }))
}

/// What a thing's reactions amount to, and which of them are this member's.
pub(super) async fn of(
    db: &mut Db,
    member: Option<MemberId>,
    subject: Subject,
) -> Result<Vec<Counted>, Fault> {
    match subject {
        Subject::Post(post) => store::of_post(db, member, post).await,
        Subject::Comment(comment) => store::of_comment(db, member, comment).await,
    }
}
