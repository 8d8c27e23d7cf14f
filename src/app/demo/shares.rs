//! Posts of the demonstration that somebody shares in another group: of an open group, and of one that not everybody reads.

use super::{fault, plan::World, play::ask, profiles::begin};
use crate::{
    app::App,
    authz::{
        Actor, PublishInGroup, SharePost,
        standing::{GroupPath, PostPath},
    },
    features::{posts::NewPost, sharing},
    i18n::Locale,
    kernel::{Fault, PostId},
};

/// From where, to where, and with which words.
const SHARES: [(&str, &str, &str); 3] = [
    ("mobilites", "transition", "À lire chez nos voisins : c'est aussi notre sujet."),
    ("culture", "jeunesse", "Idéal pour une sortie avec les enfants !"),
    ("bureau", "vie", "Pour les membres du bureau : merci d'y jeter un œil avant jeudi."),
];

/// Shares the newest post of a group that a member of both may share in the other.
pub(super) async fn make(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
    posts: &[Option<PostId>],
) -> Result<(), Fault> {
    let place = |key: &str| world.groups.iter().position(|group| group.text.key == key);
    for (from, to, words) in SHARES {
        let (Some(from), Some(to)) = (place(from), place(to)) else { continue };
        let newest = world.posts.iter().zip(posts).filter(|(post, _)| post.group == from && !post.deleted);
        let newest = newest.max_by_key(|(post, _)| post.at);
        let (Some((post, Some(id))), Some(slug)) = (newest, slugs.get(to)) else { continue };
        let sharers = world.groups.get(from).into_iter().flat_map(|group| &group.members);
        for by in sharers.filter(|by| **by != post.by) {
            let Some(Some(sharer)) = actors.get(*by) else { continue };
            if share(app, world, sharer, (*id, slug), words).await? {
                break;
            }
        }
    }
    Ok(())
}

async fn share(
    app: &App,
    world: &World,
    sharer: &Actor,
    (post, slug): (PostId, &str),
    words: &str,
) -> Result<bool, Fault> {
    let mut tx = begin(app, sharer, world.now).await?;
    let may = ask::<SharePost>(&mut tx, sharer, PostPath { post }).await;
    let into = ask::<PublishInGroup>(&mut tx, sharer, GroupPath { group: slug.to_owned() }).await;
    let (Ok(may), Ok(into)) = (may, into) else {
        tx.abandon().await?;
        return Ok(false);
    };
    let new = NewPost::text("", words, Locale::Fr);
    sharing::share(&mut tx, &may, &into, new).await.map_err(fault)?;
    tx.commit().await?;
    Ok(true)
}
