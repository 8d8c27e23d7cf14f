//! Posts at the top of their group: put there and taken down by those who manage it, or by the clock.

use chrono::TimeDelta;

use super::posts::{group, publish};
use crate::support::{TestApp, world::Person};

/// Where the texts stand on a page, one before the other.
fn before(person: &Person, first: &str, second: &str) -> bool {
    let text = person.page.text();
    text.find(first).unwrap() < text.find(second).unwrap()
}

#[tokio::test]
async fn what_is_pinned_stands_first_until_the_clock_takes_it_down() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let old = publish(&app, &mut ada, "jardin", "Les horaires").await;
    for n in 0..17 {
        publish(&app, &mut bob, "jardin", &format!("Note n{n}n")).await;
    }
    bob.visit("/groups/jardin").await.misses("Les horaires").lacks(&format!("a[href='/posts/{old}/pin']"));
    let end = (app.app.clock.now() + TimeDelta::days(3)).format("%Y-%m-%d").to_string();
    ada.visit(&format!("/posts/{old}/pin"))
        .await
        .fill("Jour", &end)
        .fill("Heure", "18:00")
        .press("Épingler")
        .await;
    ada.sees("La publication est épinglée").sees("Épinglée");
    bob.visit("/groups/jardin").await.sees("Les horaires").sees("Épinglée").sees("n16n");
    assert!(before(&bob, "Les horaires", "n16n"));
    // Once on the page, not again on the next one, and nothing between is left out.
    assert_eq!(bob.page.html().matches(&format!("id=\"post-{old}\"")).count(), 1);
    bob.click("Publications plus anciennes").await.misses("Les horaires").sees("n0n");
    bob.visit("/feed").await.sees("n16n").misses("Épinglée");
    app.clock.advance(TimeDelta::days(4));
    bob.returns(&app).await;
    bob.visit("/groups/jardin").await.misses("Les horaires").misses("Épinglée");
    bob.click("Publications plus anciennes").await.sees("Les horaires").misses("Épinglée");
    let facts: i64 = sqlx::query_scalar("select count(*) from activity where kind = 'post_pinned'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(facts, 1);
}

#[tokio::test]
async fn only_managers_pin_and_wrong_dates_are_told() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let post = publish(&app, &mut bob, "jardin", "Les horaires").await;
    let address = format!("/posts/{post}/pin");
    bob.visit(&address).await.has_status(403);
    bob.post(&address, &[("end", "hand")]).await.has_status(403);
    guest.visit(&address).await.has_status(404);
    for (day, hour) in [("", ""), ("2020-01-01", "10:00"), ("2999-01-01", "10:00"), ("demain", "midi")] {
        ada.post(&address, &[("end", "date"), ("day", day), ("hour", hour)]).await.has_status(422);
    }
    ada.post(&address, &[("end", "hand")]).await.has_status(200);
    bob.visit("/groups/jardin").await.sees("Épinglée");
    ada.visit(&address).await.press("Ne plus épingler").await.sees("n'est plus épinglée");
    bob.visit("/groups/jardin").await.misses("Épinglée");
    // Elsewhere it begins anew.
    group(&app, "verger", "open", &[&ada]).await;
    ada.post(&address, &[("end", "hand")]).await;
    ada.post(&format!("/posts/{post}/audience"), &[("to", "verger")]).await;
    ada.visit("/groups/verger").await.sees("Les horaires").misses("Épinglée");
}
