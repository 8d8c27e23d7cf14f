//! What administrators of the demonstration arranged: themes of groups, and what newcomers meet.

use super::{
    fault,
    plan::World,
    play::ask,
    profiles::{administrator, begin},
};
use crate::{
    app::App,
    authz::{
        Actor, AdministerGroups, EditGroup, SetGates,
        standing::{GroupPath, NoPath},
    },
    features::{fields::Bilingual, gates, governance, groups, oversight},
    kernel::{Fault, markup},
};

/// The themes, and the groups in them.
const THEMES: [(&str, &str, &[&str]); 4] = [
    ("Territoire", "Our region", &["transition", "ostrea", "mobilites", "culture"]),
    ("Entraide", "Helping each other", &["numerique", "sante", "jeunesse", "english"]),
    ("Travail et projets", "Work and projects", &["emploi", "porteurs"]),
    ("Association", "The association", &["vie", "bureau", "budget", "vingt"]),
];
const WELCOME: (&str, &str) = (
    "Heureux de vous compter parmi nous !\n\nIci, chacun publie dans des **groupes**. Commencez par en rejoindre deux ou trois, puis dites bonjour dans « Vie du réseau ».",
    "Good to have you with us!\n\nEverybody publishes in **groups** here. Begin by joining two or three, then say hello in “Vie du réseau”.",
);

/// Makes the themes, puts the groups into them, and says what newcomers read.
pub(super) async fn fill(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    let Some(administrator) = administrator(actors) else {
        return Ok(());
    };
    let mut tx = begin(app, administrator, world.now).await?;
    let may = ask::<AdministerGroups>(&mut tx, administrator, NoPath {}).await?;
    for (fr, en, _) in THEMES {
        oversight::add_theme(&mut tx, &may, &Bilingual { fr: fr.to_owned(), en: en.to_owned() }).await?;
    }
    let may = ask::<SetGates>(&mut tx, administrator, NoPath {}).await?;
    let html = |text: &str, tag: &str| markup::render(text, tag, &[]).html.as_str().to_owned();
    let welcome = gates::Settings {
        welcome_fr: WELCOME.0.to_owned(),
        welcome_en: WELCOME.1.to_owned(),
        html_fr: html(WELCOME.0, "fr"),
        html_en: html(WELCOME.1, "en"),
        introduction: true,
    };
    gates::set(&mut tx, &may, &welcome).await?;
    tx.commit().await?;
    let themes = groups::themes(&mut *app.db.acquire().await?, administrator.viewer()).await?;
    for (group, slug) in world.groups.iter().zip(slugs) {
        let theme = THEMES
            .iter()
            .find(|(_, _, keys)| keys.contains(&group.text.key.as_str()))
            .and_then(|(fr, ..)| themes.iter().find(|theme| theme.name.fr == *fr));
        let founder = group.members.first().and_then(|place| actors.get(*place)?.as_ref());
        let (Some(theme), Some(founder)) = (theme, founder) else {
            continue;
        };
        let mut tx = begin(app, founder, world.now).await?;
        // An archived group stays as it is.
        if let Ok(may) = ask::<EditGroup>(&mut tx, founder, GroupPath { group: slug.clone() }).await {
            governance::verbs::set_theme(&mut tx, &may, Some(theme.id)).await.map_err(fault)?;
        }
        tx.commit().await?;
    }
    Ok(())
}
