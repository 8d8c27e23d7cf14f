//! Members, groups, and who is in which.

use std::collections::BTreeSet;

use sqlx::PgPool;

use crate::{
    community::{Community, DAY, Group, NOW, Person, STORY, Scale},
    copy::Sink,
    dice::Dice,
    words::{self, Words},
};

/// Writes people, groups and memberships.
pub(crate) async fn write(
    pool: &PgPool,
    scale: Scale,
    dice: &mut Dice,
    vocabulary: &Words,
) -> sqlx::Result<Community> {
    let people = people(pool, scale, dice).await?;
    let mut groups = groups(pool, scale, dice, vocabulary).await?;
    memberships(pool, &people, &mut groups, dice).await?;
    Ok(Community { people, groups })
}

async fn people(pool: &PgPool, scale: Scale, dice: &mut Dice) -> sqlx::Result<Vec<Person>> {
    let columns = "id, handle, name, email, external, locale, headline, read_before, created_at";
    let mut sink = Sink::open(pool, "members", columns).await?;
    let mut people = Vec::with_capacity(scale.people);
    for number in 0..scale.people {
        let since = NOW - STORY - 400 * DAY
            + i64::try_from(number).unwrap_or_default() * (400 * DAY / scale.people as i64);
        let person = Person { id: dice.uuid(since), external: dice.chance(0.03), since };
        let locale = if dice.chance(0.15) { "en" } else { "fr" };
        let headline = if dice.chance(0.5) { "Ici depuis longtemps, là pour aider" } else { "" };
        // Most have read all but the last days; some have not been here for months.
        let read_before = NOW - (dice.unit().powi(3) * 200.0 * DAY as f64) as i64 - DAY;
        sink.field(person.id)
            .field(format_args!("membre.{number}"))
            .words(&words::name(dice))
            .field(format_args!("membre.{number}@estuaire.example"))
            .field(person.external)
            .field(locale)
            .words(headline)
            .at(read_before)
            .at(since);
        sink.end().await?;
        people.push(person);
    }
    sink.close().await?;
    Ok(people)
}

async fn groups(
    pool: &PgPool,
    scale: Scale,
    dice: &mut Dice,
    vocabulary: &Words,
) -> sqlx::Result<Vec<Group>> {
    let mut sink =
        Sink::open(pool, "groups", "id, slug, name, purpose, level, icon, hue, created_at").await?;
    let mut groups = Vec::with_capacity(scale.groups);
    for number in 0..scale.groups {
        let since = NOW - STORY - 400 * DAY + dice.below(300) as i64 * DAY;
        let id = dice.uuid(since);
        // 15 % are closed, spread over busy and quiet groups alike.
        let level = match number % 20 {
            3 | 11 => "private",
            17 => "secret",
            _ => "open",
        };
        sink.field(id)
            .field(format_args!("groupe-{number}"))
            .words(&vocabulary.phrase(dice, "fr", 3))
            .words(&vocabulary.phrase(dice, "fr", 14))
            .field(level)
            .field(dice.one(words::ICONS))
            .field(dice.one(words::HUES))
            .at(since);
        sink.end().await?;
        groups.push(Group { id, people: Vec::new() });
    }
    sink.close().await?;
    Ok(groups)
}

/// Twelve groups each; one person in a hundred is in more than two hundred, guests of the platform in one or two.
async fn memberships(
    pool: &PgPool,
    people: &[Person],
    groups: &mut [Group],
    dice: &mut Dice,
) -> sqlx::Result<()> {
    let mut sink = Sink::open(pool, "memberships", "group_id, member_id, role, since").await?;
    for (number, person) in people.iter().enumerate() {
        let count = match () {
            () if person.external => dice.between(1, 2),
            () if number % 100 == 50 => dice.between(201, 280),
            () => dice.between(6, 18),
        };
        let mut chosen = BTreeSet::new();
        while chosen.len() < count {
            // Those who are everywhere take what comes, or they would never find enough.
            let power = if count > 200 { 1.0 } else { 2.0 };
            chosen.insert(dice.skewed(groups.len(), power));
        }
        // Some group is left to nobody by chance: everybody looks after one.
        if !person.external && number < groups.len() {
            chosen.insert(number);
        }
        for place in chosen {
            let group = &mut groups[place];
            let role = match () {
                () if person.external => "guest",
                () if number == place => "manager",
                () if dice.chance(0.03) => "publisher",
                () => "member",
            };
            let since = person.since + dice.below(300) as i64 * DAY;
            sink.field(group.id).field(person.id).field(role).at(since);
            sink.end().await?;
            group.people.push(number as u32);
        }
    }
    sink.close().await?;
    for group in groups {
        // Whoever is most active in a group is not whoever came first.
        for place in (1..group.people.len()).rev() {
            let other = dice.below(place + 1);
            group.people.swap(place, other);
        }
    }
    Ok(())
}
