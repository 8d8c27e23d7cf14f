//! What the accounts of the demonstration did with posts afterwards: what they keep to read later, a post that was moved
//! to where it belongs, and one that is pinned and that everybody is to have read.

use chrono::TimeDelta;

use super::{ACCOUNTS, fault, plan::World, play::ask, profiles::begin};
use crate::{
    app::App,
    authz::{
        AcknowledgePost, Actor, AnnouncePost, CloseComments, Level, MovePost, Permit, PinPost, ReceivePost,
        SavePost,
        standing::{GroupPath, PostPath},
    },
    features::{announcements, closing, moving, pins, saved},
    kernel::{Fault, PostId},
};

/// One post in so many is kept by each account, the first of them by another each.
const EVERY: usize = 23;
/// The group that a post is moved to.
const MOVED_TO: &str = "vie";

/// Moves the first post that the manager may move to the group for everybody.
async fn relocate(
    app: &App,
    world: &World,
    manager: &Actor,
    posts: &[Option<PostId>],
    to: &str,
) -> Result<(), Fault> {
    for post in posts.iter().flatten() {
        let mut tx = begin(app, manager, world.now).await?;
        let may = ask::<MovePost>(&mut tx, manager, PostPath { post: *post }).await;
        let into = ask::<ReceivePost>(&mut tx, manager, GroupPath { group: to.to_owned() }).await;
        if let (Ok(may), Ok(into)) = (may, into)
            && may.about().group.slug != to
        {
            let telling = moving::Telling { author: true, readers: false };
            moving::move_post(&mut tx, &may, &into, telling).await.map_err(fault)?;
            return tx.commit().await;
        }
        tx.abandon().await?;
    }
    Ok(())
}

/// Pins the newest post of an open group that the manager may pin, closes its comments, asks everybody to confirm that they
/// have read it, and has some do so.
async fn announce(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    manager: &Actor,
    posts: &[Option<PostId>],
) -> Result<(), Fault> {
    for post in posts.iter().rev().flatten() {
        let at = || PostPath { post: *post };
        let mut tx = begin(app, manager, world.now).await?;
        let may = ask::<PinPost>(&mut tx, manager, at()).await;
        let asks = ask::<AnnouncePost>(&mut tx, manager, at()).await;
        let closes = ask::<CloseComments>(&mut tx, manager, at()).await;
        let open = |may: &Permit<PinPost>| may.about().group.level == Level::Open;
        let (Some(may), Ok(asks), Ok(closes)) = (may.ok().filter(open), asks, closes) else {
            tx.abandon().await?;
            continue;
        };
        pins::pin(&mut tx, &may, Some(world.now + TimeDelta::days(14))).await?;
        announcements::announce(&mut tx, &asks, true).await?;
        closing::close(&mut tx, &closes, true).await?;
        tx.commit().await?;
        for reader in actors.iter().flatten().step_by(3) {
            let mut tx = begin(app, reader, world.now).await?;
            if let Ok(may) = ask::<AcknowledgePost>(&mut tx, reader, at()).await {
                announcements::acknowledge(&mut tx, &may).await.map_err(fault)?;
            }
            tx.commit().await?;
        }
        return Ok(());
    }
    Ok(())
}

/// Keeps some posts of what each may read.
pub(super) async fn fill(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
    posts: &[Option<PostId>],
) -> Result<(), Fault> {
    let known = world.people.iter().zip(actors);
    let accounts = known.filter(|(person, _)| ACCOUNTS.iter().any(|account| account.handle == person.handle));
    for (first, (_, actor)) in accounts.enumerate() {
        let Some(actor) = actor else { continue };
        for post in posts.iter().rev().skip(first).step_by(EVERY).take(6).flatten() {
            let mut tx = begin(app, actor, world.now).await?;
            if let Ok(may) = ask::<SavePost>(&mut tx, actor, PostPath { post: *post }).await {
                saved::save(&mut tx, &may, true).await?;
            }
            tx.commit().await?;
        }
    }
    let manager = ACCOUNTS.iter().find(|account| account.email.starts_with("manager@"));
    let handle = manager.map(|account| account.handle);
    let manager = world.people.iter().zip(actors).find(|(person, _)| Some(person.handle.as_str()) == handle);
    let group = world.groups.iter().zip(slugs).find(|(group, _)| group.text.key == MOVED_TO);
    if let (Some((_, Some(manager))), Some((_, slug))) = (manager, group) {
        relocate(app, world, manager, posts, slug).await?;
        announce(app, world, actors, manager, posts).await?;
    }
    Ok(())
}
