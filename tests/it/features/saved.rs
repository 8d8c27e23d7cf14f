//! What one keeps to read later: found again, by oneself alone, as long as one may read it.

use chrono::TimeDelta;

use super::posts::{group, publish};
use crate::support::TestApp;

#[tokio::test]
async fn what_one_keeps_is_found_again_last_kept_first() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let old = publish(&app, &mut ada, "jardin", "Les semis de mars").await;
    let new = publish(&app, &mut ada, "jardin", "La récolte").await;
    bob.visit("/saved").await.sees("Rien d'enregistré");
    for post in [new, old] {
        app.clock.advance(TimeDelta::seconds(1));
        bob.visit(&format!("/posts/{post}")).await.press("Enregistrer").await.sees("Publication enregistrée");
    }
    let page = bob
        .visit("/saved")
        .await
        .sees("Les semis de mars")
        .sees("La récolte")
        .has("a[href='/saved'][aria-current]")
        .page
        .text();
    assert!(page.find("Les semis").unwrap() < page.find("La récolte").unwrap(), "last kept first");
    bob.has(&format!("#save-{new} button[aria-pressed='true']"));
    bob.visit("/feed").await.has(&format!("#save-{old} button[aria-pressed='true']"));
    ada.visit("/feed").await.has(&format!("#save-{old} button[aria-pressed='false']"));
    ada.visit("/saved").await.misses("Les semis");
    // Sent twice, also by a script: once in the list, and out of it by one touch.
    for on in ["1", "1", "0"] {
        bob.as_fragment().post(&format!("/posts/{old}/saving"), &[("on", on), ("next", "/saved")]).await;
        bob.has_status(200).has(&format!("form#save-{old} button[aria-pressed='{}']", on == "1"));
    }
    bob.visit("/saved").await.misses("Les semis de mars").sees("La récolte");
    // One's own things leave no trace in the log.
    let facts: i64 = sqlx::query_scalar("select count(*) from activity where fact::text like '%sav%'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(facts, 0);
}

#[tokio::test]
async fn a_long_list_has_pages() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    for n in 0..17 {
        let post = publish(&app, &mut ada, "jardin", &format!("Note n{n}n")).await;
        ada.post(&format!("/posts/{post}/saving"), &[]).await;
    }
    ada.visit("/saved")
        .await
        .sees("n16n")
        .misses("n1n")
        .click("Enregistrées plus tôt")
        .await
        .sees("n1n")
        .sees("n0n")
        .misses("n16n");
    ada.visit("/saved?before=nonsense").await.has_status(200).sees("n16n");
}

#[tokio::test]
async fn what_one_may_not_read_cannot_be_kept_and_leaves_no_trace_in_the_list() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    let jardin = group(&app, "jardin", "open", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Sous le chêne").await;
    guest.post(&format!("/posts/{post}/saving"), &[]).await.has_status(404);
    app.visitor().post(&format!("/posts/{post}/saving"), &[]).await.misses("chêne");
    bob.post(&format!("/posts/{post}/saving"), &[("next", "https://evil.example/")])
        .await
        .sees("Sous le chêne");
    let level = async |to: &str| {
        sqlx::query("update groups set level = $2 where id = $1")
            .bind(jardin)
            .bind(to)
            .execute(&app.app.db)
            .await
            .unwrap();
    };
    level("secret").await;
    bob.visit("/saved").await.sees("Rien d'enregistré").misses("chêne");
    bob.post(&format!("/posts/{post}/saving"), &[("on", "0")]).await.has_status(404);
    level("open").await;
    bob.visit("/saved").await.sees("Sous le chêne");
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    bob.visit("/saved").await.misses("chêne");
}
