//! Rings of the demonstration: what some of its people are for the others.

use chrono::{Days as Later, TimeDelta};

use super::{
    dice,
    plan::World,
    play::ask,
    profiles::{administrator, begin},
};
use crate::{
    app::App,
    authz::{
        Actor, GiveGroupRing, GiveRing,
        standing::{AccountPath, MembershipPath},
    },
    features::rings::{self, Days, Scope},
    kernel::Fault,
};

/// How many groups have somebody who wears a ring of theirs.
const GROUPS: usize = 8;

/// The administrator gives those of the platform, founders those of their groups.
pub(super) async fn give(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    let kinds = rings::kinds(&mut *app.db.acquire().await?).await?;
    let named = |label: &str, scope: Scope| {
        kinds.iter().find(|kind| kind.label.fr == label && kind.scope == scope).map(|kind| kind.id)
    };
    let Some(administrator) = administrator(actors) else {
        return Ok(());
    };
    let today = world.now.with_timezone(&app.config.time_zone).date_naive();
    for (person, actor) in world.people.iter().zip(actors) {
        let Some(member) = actor.as_ref().and_then(Actor::id) else {
            continue;
        };
        let new = world.now - person.since < TimeDelta::days(21);
        let always = Days { today, ..Days::default() };
        let wears = [
            ("Référent", !person.guest && dice::chance(5, &person.handle, "referent"), always),
            ("Ambassadeur", !person.guest && dice::chance(8, &person.handle, "ambassador"), always),
            ("Sponsor", person.guest && dice::chance(30, &person.handle, "sponsor"), always),
            ("Nouveau venu", new, Days { until: today.checked_add_days(Later::new(14)), ..always }),
        ];
        for (label, worn, days) in wears {
            if let (true, Some(ring)) = (worn, named(label, Scope::Platform)) {
                let mut tx = begin(app, administrator, world.now).await?;
                let permit = ask::<GiveRing>(&mut tx, administrator, AccountPath { member }).await?;
                rings::give(&mut tx, &permit, ring, days).await?;
                tx.commit().await?;
            }
        }
    }
    for (group, slug) in world.groups.iter().zip(slugs).take(GROUPS) {
        let label = if dice::chance(50, slug, "ring") { "Animateur" } else { "Porteur de projet" };
        let founder = group.members.first().and_then(|place| actors.get(*place)?.as_ref());
        if let (Some(founder), Some(ring)) = (founder, named(label, Scope::Group))
            && let Some(member) = founder.id()
        {
            let mut tx = begin(app, founder, world.now).await?;
            let at = MembershipPath { group: slug.clone(), member };
            // An archived group stays as it is.
            if let Ok(permit) = ask::<GiveGroupRing>(&mut tx, founder, at).await {
                rings::give_in(&mut tx, &permit, ring, Days { today, ..Days::default() }).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}
