//! Polls: made in the composer, answered in the feed, closed; who sees what of them.

mod crowds;
mod dates;
mod drafts;
mod ends;
mod making;
mod pictures;
mod secrecy;
mod voting;

use parvis::kernel::PostId;

use super::posts::group;
use crate::support::{TestApp, world::Person};

/// Publishes a poll by the page for it: fields by their labels, options by their words.
pub async fn ask(
    app: &TestApp,
    person: &mut Person,
    slug: &str,
    fields: &[(&str, &str)],
    options: &[&str],
) -> PostId {
    person.visit(&format!("/publish?group={slug}")).await;
    for (label, value) in fields {
        person.fill(label, value);
    }
    for words in options {
        person.choose(words);
    }
    person.press("Publier").await.sees("Votre publication est en ligne.");
    app.clock.advance(chrono::TimeDelta::seconds(1));
    sqlx::query_scalar("select id from posts order by published_at desc limit 1")
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

/// The fields of a poll with three choices.
pub const LUNCH: [(&str, &str); 4] = [
    ("Question du sondage", "On mange où ?"),
    ("Choix 1", "Au port"),
    ("Choix 2", "Au marché"),
    ("Choix 3", "Au jardin"),
];

/// Votes by hand, as the form would.
pub async fn vote(person: &mut Person, post: PostId, numbers: &[&str]) {
    let mut fields = vec![("next", "/feed"), ("version", "0")];
    fields.extend(numbers.iter().map(|number| ("choice", *number)));
    person.post(&format!("/posts/{post}/poll/vote"), &fields).await;
}

pub async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

/// So many people.
pub async fn crowd(app: &TestApp, n: usize) -> Vec<Person> {
    let mut people = Vec::new();
    for number in 0..n {
        people.push(app.signed_in(&format!("Personne {number}")).await);
    }
    people
}
