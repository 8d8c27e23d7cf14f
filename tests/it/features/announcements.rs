//! "Lu et compris": asked, given, counted, and asked again of those missing.

use chrono::TimeDelta;

use super::posts::{group, publish};
use crate::support::TestApp;

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

#[tokio::test]
async fn members_confirm_and_the_manager_sees_who_has_not() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let (mut carl, dora) = (app.signed_in("Carl Petit").await, app.signed_in("Dora Suspendue").await);
    let never = app.signed_in("Éloi Jamais").await;
    group(&app, "jardin", "private", &[&ada, &bob, &carl, &dora, &never]).await;
    sqlx::query("update members set suspended_at = now() where id = $1")
        .bind(dora.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    sqlx::query("update members set password_hash = null where id = $1")
        .bind(never.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    sqlx::query("delete from sessions where member_id = $1")
        .bind(never.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    let post = publish(&app, &mut ada, "jardin", "Nouvelles consignes").await;
    bob.visit("/feed").await.misses("Lu et compris");
    ada.visit(&format!("/posts/{post}")).await.press("Demander « Lu et compris »").await;
    ada.sees("0 sur 4 personnes ont confirmé")
        .sees("N'ont pas encore confirmé (2)")
        .sees("jamais connectés (2)");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    bob.visit("/notifications").await.sees("vous demande de confirmer");
    bob.visit("/feed")
        .await
        .sees("Merci de confirmer")
        .press("Lu et compris")
        .await
        .sees("Vous avez confirmé");
    bob.visit("/feed").await.sees("Vous avez confirmé").misses("Merci de confirmer");
    // By a script, and twice: the same, once.
    for _ in 0..2 {
        carl.as_fragment().post(&format!("/posts/{post}/acknowledgement"), &[]).await;
        carl.has(&format!("#acknowledge-{post} .note--ok"));
    }
    ada.visit(&format!("/posts/{post}"))
        .await
        .sees("Une confirmation de lecture est demandée")
        .click("Qui a confirmé")
        .await;
    ada.sees("2 sur 4 personnes ont confirmé")
        .sees("Ont lu et compris (2)")
        .sees("N'ont pas encore confirmé (0)")
        .sees("Éloi Jamais");
    assert_eq!(count(&app, "select count(*) from acknowledgements").await, 2);
    assert_eq!(count(&app, "select count(*) from activity where kind = 'acknowledged'").await, 2);
    ada.press("Ne plus demander de confirmation").await.misses("Une confirmation de lecture est demandée");
    bob.post(&format!("/posts/{post}/acknowledgement"), &[]).await.has_status(409);
}

#[tokio::test]
async fn only_those_missing_are_reminded_and_not_twice_a_day() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.person("Carl Petit").english().signed_in().await;
    group(&app, "jardin", "secret", &[&ada, &bob, &carl]).await;
    let post = publish(&app, &mut ada, "jardin", "Nouvelles consignes").await;
    ada.post(&format!("/posts/{post}/announcement"), &[]).await;
    bob.post(&format!("/posts/{post}/acknowledgement"), &[]).await;
    carl.visit(&format!("/posts/{post}")).await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    ada.visit(&format!("/posts/{post}/readers"))
        .await
        .press("Relancer les absents")
        .await
        .sees("La relance est partie")
        .sees("moins d'un jour");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    carl.visit("/notifications").await.sees("Reminder");
    bob.visit("/notifications").await.misses("Rappel");
    let letters: Vec<(String, String)> =
        sqlx::query_as("select to_address, subject from letters where kind = 'acknowledgement_reminder'")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].0, carl.email);
    assert!(letters[0].1.contains("waits for your confirmation in Cercle jardin"), "{letters:?}");
    ada.post(&format!("/posts/{post}/reminder"), &[]).await.has_status(409);
    app.clock.advance(TimeDelta::hours(21));
    ada.post(&format!("/posts/{post}/reminder"), &[]).await.has_status(200);
}

#[tokio::test]
async fn who_may_not_ask_see_or_confirm_is_refused() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let (mut carl, mut eve) = (app.signed_in("Carl Petit").await, app.signed_in("Ève Dehors").await);
    group(&app, "jardin", "open", &[&ada, &bob, &carl]).await;
    let post = publish(&app, &mut bob, "jardin", "De Bob").await;
    let at = |what: &str| format!("/posts/{post}/{what}");
    // A member of the group does not ask others, of their own post neither.
    bob.post(&at("announcement"), &[]).await.has_status(403);
    carl.post(&at("acknowledgement"), &[]).await.has_status(409);
    ada.post(&at("announcement"), &[]).await.has_status(200);
    bob.visit(&at("readers")).await.has_status(200).misses("Relancer les absents");
    bob.post(&at("acknowledgement"), &[]).await.has_status(403);
    carl.visit(&at("readers")).await.has_status(403);
    carl.post(&at("reminder"), &[]).await.has_status(403);
    // Outside the group nobody is asked.
    eve.visit(&format!("/posts/{post}")).await.misses("Lu et compris");
    eve.post(&at("acknowledgement"), &[]).await.has_status(403);
    sqlx::query("update groups set level = 'secret'").execute(&app.app.db).await.unwrap();
    for what in ["announcement", "acknowledgement", "reminder"] {
        eve.post(&at(what), &[]).await.has_status(404);
    }
    eve.visit(&at("readers")).await.has_status(404);
}
