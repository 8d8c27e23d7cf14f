//! What the accounts of the demonstration did with posts of others: what they keep to read later.

use super::{ACCOUNTS, plan::World, play::ask, profiles::begin};
use crate::{
    app::App,
    authz::{Actor, SavePost, standing::PostPath},
    features::saved,
    kernel::{Fault, PostId},
};

/// One post in so many is kept by each account, the first of them by another each.
const EVERY: usize = 23;

/// Keeps some posts of what each may read.
pub(super) async fn fill(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
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
    Ok(())
}
