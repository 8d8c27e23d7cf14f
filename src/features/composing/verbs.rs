//! Publishing and planning in each of several groups: with the permit for each, all of them or none.

use chrono_tz::Tz;
use uuid::Uuid;

use super::{copies::Copies, model::once_in};
use crate::{
    authz::{Permit, PublishInGroup, UploadFile, UploadPicture},
    db::Tx,
    features::{
        asking,
        drafts::{self, Text},
        files, pictures,
        posts::{self, NewPost, PublishRefused},
    },
    kernel::{DraftId, Failure, Fault, GroupId, PostId, Timestamp, id::new_uuid},
};

/// What is to be published in one of the groups, or as one discussion in all of them.
pub(super) struct Each {
    /// The right to it.
    pub(super) permit: Permit<PublishInGroup>,
    /// The rights for the groups in which it becomes the same discussion.
    pub(super) also: Vec<Permit<PublishInGroup>>,
    /// The post.
    pub(super) new: NewPost,
    /// Its poll as a draft keeps it.
    pub(super) poll: asking::Typed,
    /// What it needs once more; nothing in the first.
    pub(super) copies: Copies,
}

/// The rights to bring what is needed once more.
pub(super) struct Rights {
    /// Photos.
    pub(super) pictures: Permit<UploadPicture>,
    /// Files.
    pub(super) files: Permit<UploadFile>,
}

/// Why nothing was published anywhere, and because of which group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refused {
    /// Where.
    pub(super) group: GroupId,
    /// Why.
    pub(super) why: PublishRefused,
}

/// Publishes in each of the groups, once however often the form arrives. Answers the posts, in the order of the groups.
pub(super) async fn publish(
    tx: &mut Tx,
    every: Vec<Each>,
    rights: &Rights,
    once: Option<Uuid>,
) -> Result<Vec<PostId>, Failure<Refused>> {
    let mut made = Vec::with_capacity(every.len());
    if let Some(once) = once
        && let Some(Some(first)) = tx.once(once).await?
    {
        made.push(PostId(first));
        for each in every.iter().skip(1) {
            made.extend(tx.made_by(once_in(once, each.permit.about().id)).await?.map(PostId));
        }
        return Ok(made);
    }
    for each in every {
        let group = each.permit.about().id;
        bring(tx, each.copies, rights).await?;
        let made_there = posts::publish_in(tx, &each.permit, &each.also, each.new).await;
        let post = made_there.map_err(|failure| match failure {
            Failure::Refused((group, why)) => Failure::Refused(Refused { group, why }),
            Failure::Fault(fault) => Failure::Fault(fault),
        })?;
        if let Some(once) = once {
            note(tx, once, (group, made.is_empty()), post).await?;
        }
        made.push(post);
    }
    if made.len() > 1 {
        let together = new_uuid(tx.now());
        posts::tie(tx, &made, together).await?;
    }
    Ok(made)
}

/// Notes what the form made, and ends its draft.
async fn note(tx: &mut Tx, once: Uuid, (group, first): (GroupId, bool), post: PostId) -> Result<(), Fault> {
    if first {
        tx.made(once, post.0).await?;
        let author = tx.actor().ok_or_else(|| Fault::new("drafts are kept by a member"))?;
        return drafts::verbs::end(tx, author, once).await;
    }
    let once = once_in(once, group);
    tx.once(once).await?;
    tx.made(once, post.0).await
}

/// Has the clock publish in each of the groups: one draft for each, which can be moved and taken back alone. Published
/// meanwhile, it stays so.
pub(super) async fn plan(
    tx: &mut Tx,
    every: Vec<Each>,
    rights: &Rights,
    (once, at): (Option<Uuid>, (Timestamp, Tz)),
) -> Result<(), Fault> {
    let once = once.unwrap_or_else(|| new_uuid(tx.now()));
    let together = (every.len() > 1).then(|| new_uuid(tx.now()));
    for (place, each) in every.into_iter().enumerate() {
        let group = each.permit.about().id;
        bring(tx, each.copies, rights).await?;
        let text = Text {
            group: Some(group),
            also: each.also.iter().map(|permit| permit.about().id).collect(),
            joint: !each.also.is_empty(),
            title: each.new.title,
            body: each.new.body,
            pictures: each.new.pictures,
            files: each.new.files,
            labels: each.new.labels,
            poll: each.poll.kept(at.1),
        };
        let (text, lang) = (&text, each.new.lang);
        let id = DraftId::from(if place == 0 { once } else { once_in(once, group) });
        let planned = drafts::verbs::plan(tx, &each.permit, (id, together), (text, lang), at).await?;
        if place == 0 && !planned {
            return Ok(());
        }
        if !planned {
            // The one that was planned there before is published, or thrown away: this is another one.
            let id = DraftId::new(tx.now());
            drafts::verbs::plan(tx, &each.permit, (id, together), (text, lang), at).await?;
        }
    }
    Ok(())
}

/// Makes what is needed once more the author's own, so that it can be placed.
async fn bring(tx: &mut Tx, copies: Copies, rights: &Rights) -> Result<(), Fault> {
    let (photos, papers) = copies.into_parts();
    for photo in photos {
        pictures::verbs::upload(tx, &rights.pictures, photo).await?;
    }
    for paper in papers {
        files::verbs::upload(tx, &rights.files, &paper).await?;
    }
    Ok(())
}
