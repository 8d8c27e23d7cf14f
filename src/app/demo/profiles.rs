//! What profiles of the demonstration say: fields that its administrator defined, filled in by each for themselves.

use std::collections::BTreeMap;

use chrono::{Datelike as _, TimeDelta};

use super::{
    dice, fault,
    plan::{Person, World},
    play::ask,
};
use crate::{
    app::App,
    authz::{Actor, DefineFields, EditProfile, SiteRole, standing::MemberPath, standing::NoPath},
    db::Tx,
    features::fields::{
        self, Bilingual, FieldId, Fields, Given, Kind, NewField, SectionId, Visibility, verbs,
    },
    kernel::{Fault, MemberId, Timestamp},
};

const EXPERTISE: [(&str, &str); 12] = [
    ("Animation", "Facilitation"),
    ("Bâtiment", "Building"),
    ("Communication", "Communication"),
    ("Culture", "Culture"),
    ("Eau et littoral", "Water and coast"),
    ("Énergie", "Energy"),
    ("Financement", "Funding"),
    ("Jeunesse", "Youth"),
    ("Mobilités", "Mobility"),
    ("Numérique", "Digital"),
    ("Recrutement", "Recruiting"),
    ("Santé", "Health"),
];
const SKILLS: [&str; 10] = [
    "soudure",
    "vidéo",
    "prise de son",
    "langue des signes",
    "comptabilité",
    "jardinage",
    "vélo",
    "photo",
    "couture",
    "secourisme",
];
const LANGUAGES: [(&str, &str); 5] = [
    ("Français", "French"),
    ("Breton", "Breton"),
    ("Anglais", "English"),
    ("Espagnol", "Spanish"),
    ("Arabe", "Arabic"),
];

/// The first administrator of the demonstration.
pub(super) fn administrator(actors: &[Option<Actor>]) -> Option<&Actor> {
    let administers =
        |actor: &&Actor| actor.member().is_some_and(|member| member.site_role == SiteRole::Administrator);
    actors.iter().flatten().find(administers)
}

/// The group with this key: its slug, and who founded it.
pub(super) fn founded<'a>(
    world: &World,
    (actors, slugs): (&'a [Option<Actor>], &'a [String]),
    key: &str,
) -> Option<(&'a str, &'a Actor)> {
    let (group, slug) = world.groups.iter().zip(slugs).find(|(group, _)| group.text.key == key)?;
    Some((slug, actors.get(*group.members.first()?)?.as_ref()?))
}

/// Defines the fields and fills them in, some of them, as people do.
pub(super) async fn fill(app: &App, world: &World, actors: &[Option<Actor>]) -> Result<(), Fault> {
    let Some(administrator) = administrator(actors) else {
        return Ok(());
    };
    let begun = world.now - TimeDelta::days(60);
    define(app, administrator, begun).await?;
    let fields = fields::all(&mut *app.db.acquire().await?).await?;
    // Whoever of a structure came first answers for it.
    let mut heads: BTreeMap<&str, MemberId> = BTreeMap::new();
    for (person, actor) in world.people.iter().zip(actors) {
        let Some((actor, me)) = actor.as_ref().and_then(|actor| Some((actor, actor.id()?))) else {
            continue;
        };
        let head = structure(person).filter(|_| !person.guest).map(|name| *heads.entry(name).or_insert(me));
        let head = head.filter(|head| *head != me);
        let at = begun.max(person.since) + dice::minutes(20_000, &person.handle, "profile");
        let given = values(&fields, person, head)?;
        let mut tx = begin(app, actor, at.min(world.now)).await?;
        let mine = ask::<EditProfile>(&mut tx, actor, MemberPath { member: me }).await?;
        verbs::set_own_values(&mut tx, &mine, &fields, &given).await.map_err(fault)?;
        tx.commit().await?;
    }
    Ok(())
}

pub(super) async fn begin(app: &App, who: &Actor, at: Timestamp) -> Result<Tx, Fault> {
    Tx::begin(&app.db, who.id(), "demo", at, app.signal.clone()).await
}

async fn define(app: &App, administrator: &Actor, at: Timestamp) -> Result<(), Fault> {
    let mut tx = begin(app, administrator, at).await?;
    let permit = ask::<DefineFields>(&mut tx, administrator, NoPath {}).await?;
    let both = |fr: &str, en: &str| Bilingual { fr: fr.to_owned(), en: en.to_owned() };
    let work = verbs::add_section(&mut tx, &permit, &both("Parcours", "Work")).await?;
    let help = verbs::add_section(&mut tx, &permit, &both("Entraide", "Helping each other")).await?;
    for new in definitions(work, help) {
        verbs::define(&mut tx, &permit, &new).await.map_err(fault)?;
    }
    tx.commit().await
}

fn definitions(work: SectionId, help: SectionId) -> Vec<NewField> {
    let both = |fr: &str, en: &str| Bilingual { fr: fr.to_owned(), en: en.to_owned() };
    vec![
        NewField {
            filters: true,
            visibility: Visibility::Guests,
            opens: true,
            help: both(
                "L'association, l'entreprise ou la collectivité où vous agissez.",
                "Where you work or volunteer.",
            ),
            ..NewField::new(Kind::Choice, work, "Structure", "Organisation")
                .listing(&[("Réseau Estuaire", "Réseau Estuaire")])
        },
        NewField {
            filters: true,
            on_card: true,
            visibility: Visibility::Guests,
            reason: both(
                "Pour que l'on vous trouve quand on a une question.",
                "So that people with a question find you.",
            ),
            ..NewField::new(Kind::Choices, work, "Expertises", "Expertise").listing(&EXPERTISE)
        },
        NewField {
            charts: true,
            help: both("La personne à qui vous rendez compte.", "The person you report to."),
            ..NewField::new(Kind::Person, work, "Responsable", "Manager")
        },
        NewField::new(Kind::Date, work, "Dans le réseau depuis", "In the network since"),
        NewField::new(Kind::Link, work, "Site web", "Website"),
        NewField {
            filters: true,
            help: both("Une heure de temps en temps suffit.", "An hour now and then is enough."),
            ..NewField::new(Kind::YesNo, help, "Disponible pour aider", "Available to help")
        },
        NewField { filters: true, ..NewField::new(Kind::Tags, help, "Savoir-faire", "Skills") },
        NewField {
            filters: true,
            ..NewField::new(Kind::Choices, help, "Langues parlées", "Languages").listing(&LANGUAGES)
        },
        NewField {
            visibility: Visibility::Administrators,
            reason: both("Pour prévoir les repas des rencontres.", "To plan the meals of our meetings."),
            ..NewField::new(Kind::Text, help, "Régime alimentaire", "Diet")
        },
    ]
}

/// What stands behind the dot of a headline.
fn structure(person: &Person) -> Option<&str> {
    person.headline.split_once(" · ").map(|(_, structure)| structure)
}

/// What someone says: not everybody everything.
fn values(fields: &Fields, person: &Person, head: Option<MemberId>) -> Result<Vec<(FieldId, Given)>, Fault> {
    let about = person.handle.as_str();
    let one = |of: &[(&str, &str)], salt: &str| {
        of.get(dice::below(of.len(), about, salt)).map_or("", |(fr, _)| *fr).to_owned()
    };
    let mut typed: Vec<(&str, String)> = Vec::new();
    if let Some(name) = structure(person) {
        typed.push(("structure", name.to_owned()));
    }
    if dice::chance(80, about, "expert") {
        typed.push(("expertises", format!("{}; {}", one(&EXPERTISE, "first"), one(&EXPERTISE, "second"))));
    }
    if dice::chance(45, about, "skilled") {
        let skill = |salt| SKILLS.get(dice::below(SKILLS.len(), about, salt)).copied().unwrap_or_default();
        typed.push(("savoir-faire", format!("{}, {}", skill("one"), skill("two"))));
    }
    if dice::chance(60, about, "speaks") {
        typed.push(("langues-parlees", format!("Français; {}", one(&LANGUAGES, "language"))));
    }
    if dice::chance(70, about, "helps") {
        let helps = dice::chance(65, about, "kind");
        typed.push(("disponible-pour-aider", if helps { "oui" } else { "non" }.to_owned()));
    }
    if dice::chance(50, about, "since") {
        let year =
            person.since.year() - i32::try_from(dice::below(6, about, "years")).unwrap_or_default() - 1;
        typed.push(("dans-le-reseau-depuis", format!("1/{}/{year}", 1 + dice::below(12, about, "month"))));
    }
    if dice::chance(15, about, "diet") {
        typed.push(("regime-alimentaire", "Végétarien".to_owned()));
    }
    let mut given = Vec::new();
    for (key, text) in typed {
        let field =
            fields.by_key(key).ok_or_else(|| Fault::new(format!("the demonstration has no field {key}")))?;
        let value = field.read(&[&text]).map_err(|wrong| Fault::new(format!("{key}: {wrong:?}")))?;
        given.push((field.id, value));
    }
    if let (Some(head), Some(chart)) = (head, fields.chart()) {
        given.push((chart.id, Given::Person(head)));
    }
    Ok(given)
}
