//! The days of the demonstration's year: key dates of the platform and of groups, and who is away.

use chrono::{Datelike as _, Days, NaiveDate};

use super::{
    fault,
    plan::World,
    play::ask,
    profiles::{administrator, begin, founded},
};
use crate::{
    app::App,
    authz::{
        Actor, AdministerGroups, AnnounceAbsence, ManageGroup,
        standing::{GroupPath, NoPath},
    },
    features::{
        absences::{self, Announced},
        key_dates::{self, Wording},
        labels::Keeper,
    },
    kernel::Fault,
};

/// Group (none for the platform), name, month, day, and how many days more it lasts; each comes back every year.
const DATES: [(&str, &str, u32, u32, u64); 6] = [
    ("", "Vœux à la population", 1, 9, 0),
    ("", "Forum des associations", 9, 5, 0),
    ("", "Semaine du développement durable", 9, 18, 7),
    ("transition", "Nettoyage de la grève", 3, 21, 0),
    ("culture", "Fête de la musique", 6, 21, 0),
    ("culture", "Festival d'hiver", 12, 11, 2),
];
/// Which member of how many is away, from when, for how many days more, and what they say of it.
const AWAY: [(usize, u64, u64, &str); 6] = [
    (3, 2, 4, "En formation ; écrivez à l'accueil en attendant."),
    (8, 5, 11, ""),
    (13, 1, 1, "Joignable le soir."),
    (21, 9, 13, "En congé."),
    (34, 16, 6, ""),
    (55, 30, 20, "Voyage : de retour pour la réunion."),
];

/// Keeps the dates in the names of those who keep them, and announces the absences.
pub(super) async fn fill(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    let today = world.now.date_naive();
    for (key, name, month, day, more) in DATES {
        let Some(from) = NaiveDate::from_ymd_opt(today.year(), month, day) else { continue };
        let wording = Wording { name: name.to_owned(), from, until: from + Days::new(more), yearly: true };
        if let Some(administrator) = administrator(actors).filter(|_| key.is_empty()) {
            let mut tx = begin(app, administrator, world.now).await?;
            let may = ask::<AdministerGroups>(&mut tx, administrator, NoPath {}).await?;
            key_dates::add(&mut tx, Keeper::Platform(&may), &wording).await.map_err(fault)?;
            tx.commit().await?;
        } else if let Some((slug, founder)) = founded(world, (actors, slugs), key) {
            let mut tx = begin(app, founder, world.now).await?;
            let may = ask::<ManageGroup>(&mut tx, founder, GroupPath { group: slug.to_owned() }).await?;
            key_dates::add(&mut tx, Keeper::Group(&may), &wording).await.map_err(fault)?;
            tx.commit().await?;
        }
    }
    for (person, after, more, note) in AWAY {
        let Some(Some(who)) = actors.get(person) else { continue };
        let from = today + Days::new(after);
        let said = Announced { from, until: from + Days::new(more), note: note.to_owned() };
        let mut tx = begin(app, who, world.now).await?;
        let may = ask::<AnnounceAbsence>(&mut tx, who, NoPath {}).await?;
        absences::announce(&mut tx, &may, today, &said).await.map_err(fault)?;
        tx.commit().await?;
    }
    Ok(())
}
