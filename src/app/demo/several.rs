//! A post of the demonstration that stands in several groups, one in each.

use super::{fault, plan::World, play::ask, profiles::begin};
use crate::{
    app::App,
    authz::{Actor, PublishInGroup, standing::GroupPath},
    features::posts::{self, NewPost},
    i18n::Locale,
    kernel::{Fault, id::new_uuid},
};

/// In which groups.
const GROUPS: [&str; 3] = ["mobilites", "transition", "culture"];
const TITLE: &str = "La salle de la Criée change d'horaires";
const TEXT: &str = "À partir de lundi, la salle commune de la **Criée** ouvre à 9 h et ferme à 21 h.\n\nLes clés restent à l'accueil. Si votre groupe s'y retrouve le soir, pensez à prévenir vos membres.";

/// Publishes it for the first person of these groups who may in all of them.
pub(super) async fn make(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    let place = |key: &&str| world.groups.iter().position(|group| group.text.key == **key);
    let places: Vec<usize> = GROUPS.iter().filter_map(place).collect();
    let people = places.first().and_then(|first| world.groups.get(*first));
    let people = people.into_iter().flat_map(|group| &group.members);
    let slugs: Vec<&String> = places.iter().filter_map(|place| slugs.get(*place)).collect();
    for person in people {
        let Some(Some(author)) = actors.get(*person) else { continue };
        if publish(app, world, author, &slugs).await? {
            break;
        }
    }
    Ok(())
}

async fn publish(app: &App, world: &World, author: &Actor, slugs: &[&String]) -> Result<bool, Fault> {
    let mut tx = begin(app, author, world.now).await?;
    let mut made = Vec::new();
    for slug in slugs {
        let at = GroupPath { group: (*slug).clone() };
        let Ok(may) = ask::<PublishInGroup>(&mut tx, author, at).await else {
            tx.abandon().await?;
            return Ok(false);
        };
        let new = NewPost::text(TITLE, TEXT, Locale::Fr);
        made.push(posts::publish(&mut tx, &may, new).await.map_err(fault)?);
    }
    let together = new_uuid(tx.now());
    posts::tie(&mut tx, &made, together).await?;
    tx.commit().await?;
    Ok(true)
}
