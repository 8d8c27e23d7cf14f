//! The templates of the demonstration: a few texts with which the publications of groups begin.

use super::{
    fault,
    plan::World,
    play::ask,
    profiles::{begin, founded},
};
use crate::{
    app::App,
    authz::{Actor, ManageGroup, standing::GroupPath},
    features::post_templates::{Wording, verbs},
    kernel::Fault,
};

/// Group, name, title and text.
const TEMPLATES: [(&str, &str, &str, &str); 4] = [
    (
        "vie",
        "Annonce d'un événement",
        "Rendez-vous le …",
        "**Quand :** …\n\n**Où :** …\n\n**Pour qui :** …\n\nInscription avant le … auprès de …",
    ),
    ("vie", "Petite annonce", "Je propose …", "- Objet : …\n- État : …\n- À venir chercher : …"),
    (
        "transition",
        "Compte rendu de réunion",
        "Compte rendu du …",
        "## Présents\n\n…\n\n## Ce que nous avons décidé\n\n1. …\n\n## Qui fait quoi\n\n| Quoi | Qui | Pour quand |\n| --- | --- | --- |\n| … | … | … |",
    ),
    (
        "culture",
        "Critique",
        "J'ai vu …",
        "> En une phrase : …\n\nCe que j'ai aimé : …\n\nÀ qui je le conseille : …",
    ),
];

/// Keeps them in the names of those who founded the groups.
pub(super) async fn fill(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    for (key, name, title, body) in TEMPLATES {
        let Some((slug, founder)) = founded(world, (actors, slugs), key) else { continue };
        let mut tx = begin(app, founder, world.now).await?;
        let may = ask::<ManageGroup>(&mut tx, founder, GroupPath { group: slug.to_owned() }).await?;
        let wording = Wording { name: name.to_owned(), title: title.to_owned(), body: body.to_owned() };
        verbs::define(&mut tx, &may, &wording).await.map_err(fault)?;
        tx.commit().await?;
    }
    Ok(())
}
