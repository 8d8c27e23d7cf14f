//! Closing: by hand, by the clock, and what follows.

use chrono::TimeDelta;

use super::{LUNCH, ask, count, group, vote};
use crate::support::{TestApp, world::Person};

async fn minute(app: &TestApp, by: TimeDelta) {
    app.clock.advance(by);
    app.run(&polls::jobs::CloseDue {}).await;
}

use parvis::features::polls;

/// In a year, on the clock of Paris, as the field takes it.
fn local(app: &TestApp, hours: i64) -> String {
    let at = app.app.clock.now() + TimeDelta::hours(hours);
    at.with_timezone(&chrono_tz::Europe::Paris).format("%Y-%m-%dT%H:%M").to_string()
}

async fn told(person: &mut Person) {
    person.visit("/notifications").await.sees("Le sondage « On mange où ? » est clos dans Cercle jardin");
}

#[tokio::test]
async fn the_clock_closes_a_poll_once_and_those_who_took_part_hear_of_it() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (mut bob, mut eve) = (app.signed_in("Bob Durand").await, app.signed_in("Eve Noir").await);
    group(&app, "jardin", "private", &[&ada, &bob, &eve]).await;
    let end = local(&app, 2);
    let fields = [&LUNCH[..], &[("Clôture", end.as_str())]].concat();
    let post = ask(&app, &mut ada, "jardin", &fields, &[]).await;
    bob.visit("/feed")
        .await
        .sees("Clôture")
        .choose("Au port")
        .press("Voter")
        .await
        .sees("Votre vote : Au port");
    eve.visit("/feed").await;
    minute(&app, TimeDelta::hours(1)).await;
    assert_eq!(count(&app, "select count(*) from polls where closed_at is null").await, 1);
    // Too late by a second is too late, also before the clock has come by.
    app.clock.advance(TimeDelta::hours(1));
    eve.choose("Au port")
        .press("Voter")
        .await
        .has_status(422)
        .sees("Ce vote est clos : votre choix n'a pas été compté.");
    minute(&app, TimeDelta::minutes(1)).await;
    minute(&app, TimeDelta::minutes(1)).await;
    assert_eq!(
        count(&app, "select count(*) from activity where kind = 'poll_closed' and actor_id is null").await,
        1
    );
    ada.returns(&app).await;
    bob.returns(&app).await;
    eve.returns(&app).await;
    told(&mut ada).await;
    told(&mut bob).await;
    eve.visit("/notifications").await.misses("est clos");
    eve.visit(&format!("/posts/{post}")).await.sees("100 %").sees("Vote clos").lacks("form[id^=vote]");
    vote(&mut eve, post, &["1"]).await;
    eve.has_status(422).sees("Ce vote est clos");
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 1);
}

#[tokio::test]
async fn its_author_closes_a_poll_and_takes_it_up_again() {
    let app = TestApp::start().await;
    let mut mona = app.signed_in("Mona Chef").await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&mona, &ada, &bob]).await;
    let end = local(&app, 24);
    let fields = [&LUNCH[..], &[("Clôture", end.as_str())]].concat();
    let post = ask(&app, &mut ada, "jardin", &fields, &[]).await;
    vote(&mut bob, post, &["1"]).await;
    bob.post(&format!("/posts/{post}/poll/closure"), &[]).await.has_status(403);
    ada.visit(&format!("/posts/{post}/poll")).await.press("Clore maintenant").await.sees("Vote clos");
    ada.post(&format!("/posts/{post}/poll/closure"), &[]).await.has_status(403).sees("Ce vote est clos.");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    told(&mut bob).await;
    ada.visit("/notifications").await.misses("est clos");
    bob.post(&format!("/posts/{post}/poll/reopening"), &[]).await.has_status(403);
    // A manager may, too. The date goes: it would close it again.
    mona.visit(&format!("/posts/{post}/poll"))
        .await
        .press("Rouvrir")
        .await
        .sees("Le vote est rouvert.")
        .sees("1 vote");
    bob.visit("/feed")
        .await
        .choose("Au marché")
        .press("Enregistrer mon vote")
        .await
        .sees("Votre vote : Au marché");
    assert_eq!(
        count(&app, "select count(*) from polls where closed_at is null and closes_at is null").await,
        1
    );
}

#[tokio::test]
async fn a_deleted_post_takes_its_poll_along_and_an_archived_group_does_not_vote() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let group = group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &[]).await;
    vote(&mut bob, post, &["1"]).await;
    sqlx::query("update groups set archived_at = now() where id = $1")
        .bind(group)
        .execute(&app.app.db)
        .await
        .unwrap();
    vote(&mut bob, post, &["2"]).await;
    bob.has_status(403);
    bob.visit(&format!("/posts/{post}")).await.lacks("form[id^=vote]").sees("Votre vote : Au port");
    sqlx::query("update groups set archived_at = null where id = $1")
        .bind(group)
        .execute(&app.app.db)
        .await
        .unwrap();
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    bob.visit(&format!("/posts/{post}/poll")).await.has_status(404);
    minute(&app, TimeDelta::days(31)).await;
    let mut tx = app.begin().await;
    parvis::features::posts::jobs::empty_bin(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    for table in ["polls", "poll_choices", "poll_voters", "poll_votes"] {
        let left: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {table}")))
            .fetch_one(&app.app.db)
            .await
            .unwrap();
        assert_eq!(left, 0, "{table}");
    }
}
