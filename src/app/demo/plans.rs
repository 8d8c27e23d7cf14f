//! What the demonstration's manager has planned, and what waits as a draft.

use chrono::{NaiveTime, TimeDelta};
use chrono_tz::Europe::Paris;
use serde::Deserialize;

use super::{ACCOUNTS, plan::World, play::ask, profiles::begin};
use crate::{
    app::App,
    authz::{
        Actor, PublishInGroup, WriteDraft,
        standing::{GroupPath, NoPath},
    },
    features::{
        asking,
        drafts::{self, Text},
    },
    i18n::Locale,
    kernel::{DraftId, Fault, Wall},
};

const PLANS: &str = include_str!("../../../demo/plans.toml");

#[derive(Deserialize)]
struct Plans {
    plan: Vec<Plan>,
}

#[derive(Deserialize)]
struct Plan {
    group: String,
    days: Option<i64>,
    #[serde(default)]
    hour: String,
    title: String,
    text: String,
    poll: Option<asking::Typed>,
}

/// Writes and plans in the manager's name.
pub(super) async fn make(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    let plans: Plans = toml::from_str(PLANS)?;
    let handle =
        ACCOUNTS.iter().find(|account| account.email.starts_with("manager@")).map(|account| account.handle);
    let manager = world.people.iter().zip(actors).find(|(person, _)| Some(person.handle.as_str()) == handle);
    let Some((_, Some(manager))) = manager else { return Ok(()) };
    for plan in plans.plan {
        let slug = world.groups.iter().zip(slugs).find(|(group, _)| group.text.key == plan.group);
        let Some((_, slug)) = slug else { continue };
        let mut tx = begin(app, manager, world.now).await?;
        let at = GroupPath { group: slug.clone() };
        let permit = ask::<PublishInGroup>(&mut tx, manager, at).await?;
        let text = Text {
            group: Some(permit.about().id),
            also: Vec::new(),
            joint: false,
            title: plan.title,
            body: plan.text.trim().to_owned(),
            pictures: Vec::new(),
            files: Vec::new(),
            labels: Vec::new(),
            poll: plan.poll.and_then(|poll| poll.kept(Paris)),
        };
        let id = DraftId::new(tx.now());
        if let Some(days) = plan.days {
            let day = (world.now + TimeDelta::days(days)).with_timezone(&Paris).date_naive();
            let hour = NaiveTime::parse_from_str(&plan.hour, "%H:%M")?;
            let when = (Wall::read(Paris, day.and_time(hour)).at(), Paris);
            drafts::verbs::plan(&mut tx, &permit, (id, None), (&text, Locale::Fr), when).await?;
        } else {
            let permit = ask::<WriteDraft>(&mut tx, manager, NoPath {}).await?;
            drafts::verbs::keep(&mut tx, &permit, (id, 0), (&text, Locale::Fr)).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
