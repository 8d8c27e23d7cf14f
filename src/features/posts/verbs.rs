//! What can be done to posts. Each verb takes the permit of its name and leaves a fact.

use uuid::Uuid;

use super::{
    model::{NewPost, Placed, PublishRefused},
    store,
};
use crate::{
    authz::{
        DeletePost, EditPost, Permit, PublishInGroup, RestorePost, ViewPost, Viewer,
        audience::{self, Readers},
    },
    db::{Db, Fact, Tx},
    features::{
        files, labels,
        pictures::{self, Place},
        polls::{self, PollRefused},
        previews,
    },
    i18n::Locale,
    kernel::{
        Failure, Fault, FileId, GroupId, PictureId, PostId, Timestamp,
        markup::{self, Mention, Rendered},
    },
    ui::links,
};

/// How long the bin keeps things.
pub const BIN: chrono::TimeDelta = chrono::TimeDelta::days(30);

/// Publishes in a group. The right to it is asked again by the statement itself.
pub async fn publish(
    tx: &mut Tx,
    permit: &Permit<PublishInGroup>,
    new: NewPost,
) -> Result<PostId, Failure<PublishRefused>> {
    publish_in(tx, permit, &[], new).await.map_err(|failure| match failure {
        Failure::Refused((_, why)) => Failure::Refused(why),
        Failure::Fault(fault) => Failure::Fault(fault),
    })
}

/// Publishes one discussion in several groups: it belongs to the first, and whoever reads one of them reads it (PRODUCT
/// F5). Refused is what one of them refuses, and which; then nothing is published.
pub async fn publish_in(
    tx: &mut Tx,
    permit: &Permit<PublishInGroup>,
    also: &[Permit<PublishInGroup>],
    new: NewPost,
) -> Result<PostId, Failure<(GroupId, PublishRefused)>> {
    let (group, author, now) = (permit.about().id, permit.member()?, tx.now());
    let groups: Vec<GroupId> = std::iter::once(permit).chain(also).map(|permit| permit.about().id).collect();
    let readers = Readers::Groups(&groups);
    let (text, mentioned) = rendered(tx.db(), permit.who().viewer(), readers, &new.body, new.lang).await?;
    let post = PostId::new(now);
    if !store::insert(tx.db(), post, (group, author), &new, &text, now).await? {
        return Err(Failure::Refused((group, PublishRefused::NoLonger)));
    }
    for further in groups.iter().skip(1) {
        if !store::insert_joint(tx.db(), post, (*further, author)).await? {
            return Err(Failure::Refused((*further, PublishRefused::NoLonger)));
        }
        tx.record(Fact::PostPlaced { group: *further, post }).await?;
    }
    store::replace_mentions(tx.db(), post, &mentioned).await?;
    previews::verbs::follow(tx, post, text.first_link.as_ref()).await?;
    furnish(tx, (post, group), &new).await.map_err(|failure| match failure {
        Failure::Refused(why) => Failure::Refused((group, why)),
        Failure::Fault(fault) => Failure::Fault(fault),
    })?;
    tx.record(Fact::PostPublished { group, post }).await?;
    Ok(post)
}

/// Gives a new post what hangs on it: photos, files, labels, a poll.
async fn furnish(
    tx: &mut Tx,
    (post, group): (PostId, GroupId),
    new: &NewPost,
) -> Result<(), Failure<PublishRefused>> {
    if !new.pictures.is_empty() {
        place(tx, &new.pictures, post).await?;
    }
    if !new.files.is_empty() {
        place_files(tx, &new.files, post).await?;
    }
    if !new.labels.is_empty() {
        labels::verbs::place(tx, post, group, &new.labels).await?;
    }
    if let Some(poll) = &new.poll {
        polls::create(tx, post, poll).await.map_err(|failure| match failure {
            Failure::Refused(PollRefused::Picture) => Failure::Refused(PublishRefused::PollPicture),
            Failure::Refused(_) => Failure::Refused(PublishRefused::Poll),
            Failure::Fault(fault) => Failure::Fault(fault),
        })?;
    }
    Ok(())
}

/// Notes that posts with the same `together` say the same in several groups, be it these at once or one after the other:
/// each leads to the others, and nobody hears of two.
pub async fn tie(tx: &mut Tx, posts: &[PostId], together: Uuid) -> Result<(), Fault> {
    Ok(store::insert_together(tx.db(), posts, together).await?)
}

/// Changes the title and the text of a post, from the version that was last edited at `from`; the old text is kept. And
/// its photos and files, where they are given: these stay or come, in this order, others go and are not kept.
pub async fn edit(
    tx: &mut Tx,
    permit: &Permit<EditPost>,
    from: Option<Timestamp>,
    (title, body): (&str, &str),
    placed: Option<Placed<'_>>,
) -> Result<(), Failure<PublishRefused>> {
    let (group, post, now) = (permit.about().group.id, permit.about().id, tx.now());
    let lang = store::find_lang(tx.db(), post).await?.and_then(|tag| Locale::parse(&tag)).unwrap_or_default();
    let (text, mentioned) = rendered(tx.db(), permit.who().viewer(), Readers::Post(post), body, lang).await?;
    if !store::update(tx.db(), (post, group), from, (title, body), &text, now).await? {
        return Err(Failure::Refused(PublishRefused::Conflict));
    }
    store::replace_mentions(tx.db(), post, &mentioned).await?;
    previews::verbs::follow(tx, post, text.first_link.as_ref()).await?;
    if let Some(Placed { pictures, files, preview }) = placed {
        previews::verbs::show(tx, post, preview).await?;
        let kept: Vec<PictureId> = pictures.iter().map(|(id, _)| *id).collect();
        pictures::verbs::keep_only(tx, &kept, Place::Post(post)).await?;
        place(tx, pictures, post).await?;
        files::verbs::keep_only(tx, files, post).await?;
        place_files(tx, files, post).await?;
    }
    tx.record(Fact::PostEdited { group, post }).await?;
    Ok(())
}

/// Puts a post into the bin. What is there already stays there and leaves no second fact.
pub async fn delete(tx: &mut Tx, permit: &Permit<DeletePost>) -> Result<(), Fault> {
    let (group, post, by, now) = (permit.about().group.id, permit.about().id, permit.member()?, tx.now());
    if store::mark_deleted(tx.db(), post, by, now).await? {
        tx.record(Fact::PostDeleted { group, post }).await?;
    }
    Ok(())
}

/// Takes a post out of the bin. Says whether it still was there.
pub async fn restore(tx: &mut Tx, permit: &Permit<RestorePost>) -> Result<bool, Fault> {
    let (group, post, since) = (permit.about().group.id, permit.about().id, tx.now() - BIN);
    let restored = store::mark_restored(tx.db(), post, since).await?;
    if restored {
        tx.record(Fact::PostRestored { group, post }).await?;
    }
    Ok(restored)
}

/// Notes that a post was seen, once per member and never for its author. Not a fact: reading leaves no trace in the log.
pub(super) async fn see(tx: &mut Tx, permit: &Permit<ViewPost>) -> Result<(), Fault> {
    let (post, member, now) = (permit.about().id, permit.member()?, tx.now());
    Ok(store::insert_view(tx.db(), post, member, now).await?)
}

/// Gives pictures their place in a post, in this order. They must be the author's own and without a place, or there
/// already.
async fn place(
    tx: &mut Tx,
    pictures: &[(PictureId, String)],
    post: PostId,
) -> Result<(), Failure<PublishRefused>> {
    pictures::verbs::place(tx, pictures, Place::Post(post)).await.map_err(|failure| match failure {
        Failure::Refused(_) => Failure::Refused(PublishRefused::Photo),
        Failure::Fault(fault) => Failure::Fault(fault),
    })
}

/// The same for files.
async fn place_files(tx: &mut Tx, files: &[FileId], post: PostId) -> Result<(), Failure<PublishRefused>> {
    files::verbs::place(tx, files, post).await.map_err(|failure| match failure {
        Failure::Refused(_) => Failure::Refused(PublishRefused::File),
        Failure::Fault(fault) => Failure::Fault(fault),
    })
}

/// The text as it is shown, and whom it mentions.
async fn rendered(
    db: &mut Db,
    viewer: Viewer,
    readers: Readers<'_>,
    source: &str,
    lang: Locale,
) -> Result<(Rendered, Vec<Uuid>), Fault> {
    let people = audience::mentionable(db, viewer, readers, &markup::mentions(source)).await?;
    let mentions: Vec<Mention> = people
        .iter()
        .map(|person| Mention {
            handle: person.handle.clone(),
            name: person.name.clone(),
            url: links::person(person.id).to_string(),
        })
        .collect();
    let text = markup::render(source, lang.tag(), &mentions);
    let mentioned = people
        .iter()
        .filter(|person| text.mentions.contains(&person.handle))
        .map(|person| person.id.0)
        .collect();
    Ok((text, mentioned))
}
