//! The labels of the demonstration: a few for everybody, some of groups, on the posts whose words call for them.

use chrono::TimeDelta;

use super::{
    fault,
    plan::World,
    play::ask,
    profiles::{administrator, begin, founded},
};
use crate::{
    app::App,
    authz::{
        Actor, AdministerGroups, LabelPost, ManageGroup,
        standing::{GroupPath, NoPath, PostPath},
    },
    features::labels::{self, Keeper, Looks},
    kernel::{Fault, LabelId, PostId},
};

/// Group (none for the platform), name, hue, and the words by which a post gets it.
const LABELS: [(&str, &str, &str, &[&str]); 8] = [
    ("", "Appel à l'aide", "rose", &["coup de main", "bénévole", "qui peut", "cherche"]),
    ("", "Compte rendu", "lagune", &["compte rendu", "compte-rendu", "bilan"]),
    ("", "Rendez-vous", "bleuet", &["samedi", "rendez-vous", "inscri"]),
    ("transition", "Énergie", "ocre", &["énergie", "solaire", "chauff"]),
    ("transition", "Déchets", "olive", &["compost", "déchet", "recycl"]),
    ("mobilites", "Vélo", "feuille", &["vélo", "piste"]),
    ("mobilites", "Covoiturage", "lilas", &["covoit", "trajet"]),
    ("culture", "Spectacle", "bruyere", &["concert", "spectacle", "théâtre", "exposition"]),
];
/// The posts of so many days carry labels.
const DAYS: TimeDelta = TimeDelta::days(90);

/// Makes the labels in the names of those who keep them, and puts them on posts in the names of their authors.
pub(super) async fn fill(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
    posts: &[Option<PostId>],
) -> Result<(), Fault> {
    let mut made: Vec<(&str, &[&str], LabelId)> = Vec::new();
    for (key, name, hue, words) in LABELS {
        if let Some(label) =
            make(app, world, (actors, slugs), (key, Looks { name: name.to_owned(), hue })).await?
        {
            made.push((key, words, label));
        }
    }
    for (post, id) in world.posts.iter().zip(posts) {
        let (Some(id), Some(Some(author))) = (id, actors.get(post.by)) else { continue };
        let Some(group) = world.groups.get(post.group) else { continue };
        if post.deleted || post.at < world.now - DAYS {
            continue;
        }
        let text = format!("{} {}", post.title, post.text).to_lowercase();
        let fits = |(key, words, _): &&(&str, &[&str], LabelId)| {
            (key.is_empty() || *key == group.text.key) && words.iter().any(|word| text.contains(word))
        };
        let chosen: Vec<LabelId> = made.iter().filter(fits).map(|(.., label)| *label).take(2).collect();
        if chosen.is_empty() {
            continue;
        }
        let mut tx = begin(app, author, post.at).await?;
        // Who has left a group, or stands in an archived one, changes nothing there.
        if let Ok(may) = ask::<LabelPost>(&mut tx, author, PostPath { post: *id }).await {
            labels::verbs::label(&mut tx, &may, &chosen).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn make(
    app: &App,
    world: &World,
    (actors, slugs): (&[Option<Actor>], &[String]),
    (key, looks): (&str, Looks),
) -> Result<Option<LabelId>, Fault> {
    let before = world.now - DAYS;
    if key.is_empty() {
        let Some(administrator) = administrator(actors) else { return Ok(None) };
        let mut tx = begin(app, administrator, before).await?;
        let may = ask::<AdministerGroups>(&mut tx, administrator, NoPath {}).await?;
        let label = labels::verbs::define(&mut tx, Keeper::Platform(&may), &looks).await.map_err(fault)?;
        tx.commit().await?;
        return Ok(Some(label));
    }
    let Some((slug, founder)) = founded(world, (actors, slugs), key) else { return Ok(None) };
    let mut tx = begin(app, founder, before).await?;
    let may = ask::<ManageGroup>(&mut tx, founder, GroupPath { group: slug.to_owned() }).await?;
    let label = labels::verbs::define(&mut tx, Keeper::Group(&may), &looks).await.map_err(fault)?;
    tx.commit().await?;
    Ok(Some(label))
}
