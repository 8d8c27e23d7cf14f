//! Posts of the demonstration that stand in several groups: one in each, and one discussion in two.

use super::{
    fault,
    plan::World,
    play::{ask, gone},
    profiles::begin,
};
use crate::{
    app::App,
    authz::{
        Actor, CommentOnPost, PublishInGroup,
        standing::{GroupPath, PostPath},
    },
    features::{
        comments::{self, CommentBody, NewComment},
        posts::{self, NewPost},
    },
    i18n::Locale,
    kernel::{Fault, PostId, id::new_uuid},
};

/// What is said in several groups at once.
struct Said {
    groups: &'static [&'static str],
    title: &'static str,
    text: &'static str,
    /// What a member of each group answers, where it is one discussion.
    answers: &'static [&'static str],
}

const SAID: [Said; 2] = [
    Said {
        groups: &["mobilites", "transition", "culture"],
        title: "La salle de la Criée change d'horaires",
        text: "À partir de lundi, la salle commune de la **Criée** ouvre à 9 h et ferme à 21 h.\n\nLes clés restent à l'accueil. Si votre groupe s'y retrouve le soir, pensez à prévenir vos membres.",
        answers: &[],
    },
    Said {
        groups: &["culture", "jeunesse"],
        title: "Fête de la science : qui tient un atelier ?",
        text: "Le samedi de la fête, nous avons la halle de 10 h à 17 h. Il reste quatre tables.\n\n* un atelier pour les 6-9 ans\n* un autour du patrimoine maritime\n\nRépondez ici : les deux groupes en parlent ensemble.",
        answers: &[
            "Je peux montrer comment on lisait les marées avant les sondes. Il me faut une prise.",
            "Deux classes viendraient le matin. On commence par la table des plus petits ?",
        ],
    },
];

/// Publishes each for the first person of its groups who may in all of them.
pub(super) async fn make(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    for said in &SAID {
        let place = |key: &&str| world.groups.iter().position(|group| group.text.key == **key);
        let places: Vec<usize> = said.groups.iter().filter_map(place).collect();
        let members = |place: &usize| {
            world.groups.get(*place).map(|group| group.members.as_slice()).unwrap_or_default()
        };
        let known = |person: &usize| actors.get(*person).and_then(Option::as_ref);
        let slugs: Vec<&String> = places.iter().filter_map(|place| slugs.get(*place)).collect();
        for author in places.first().map(members).unwrap_or_default().iter().filter_map(known) {
            let Some(post) = publish(app, world, author, (said, &slugs)).await? else { continue };
            for (place, text) in places.iter().zip(said.answers) {
                let who = members(place).iter().rev().find_map(known).ok_or_else(gone)?;
                answer(app, world, who, (post, text)).await?;
            }
            break;
        }
    }
    Ok(())
}

async fn publish(
    app: &App,
    world: &World,
    author: &Actor,
    (said, slugs): (&Said, &[&String]),
) -> Result<Option<PostId>, Fault> {
    let mut tx = begin(app, author, world.now).await?;
    let mut permits = Vec::new();
    for slug in slugs {
        let at = GroupPath { group: (*slug).clone() };
        let Ok(may) = ask::<PublishInGroup>(&mut tx, author, at).await else {
            tx.abandon().await?;
            return Ok(None);
        };
        permits.push(may);
    }
    let new = || NewPost::text(said.title, said.text, Locale::Fr);
    let mut made = Vec::new();
    match permits.split_first() {
        Some((first, also)) if !said.answers.is_empty() => {
            made.push(posts::publish_in(&mut tx, first, also, new()).await.map_err(fault)?);
        }
        _ => {
            for may in &permits {
                made.push(posts::publish(&mut tx, may, new()).await.map_err(fault)?);
            }
            let together = new_uuid(tx.now());
            posts::tie(&mut tx, &made, together).await?;
        }
    }
    tx.commit().await?;
    Ok(made.first().copied())
}

async fn answer(app: &App, world: &World, who: &Actor, (post, text): (PostId, &str)) -> Result<(), Fault> {
    let mut tx = begin(app, who, world.now).await?;
    let may = ask::<CommentOnPost>(&mut tx, who, PostPath { post }).await?;
    let body = CommentBody::parse(text).map_err(|_| gone())?;
    let new = NewComment { body, lang: Locale::Fr };
    comments::verbs::comment(&mut tx, &may, new).await.map_err(fault)?;
    tx.commit().await
}
