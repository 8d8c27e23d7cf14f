//! Drafts: kept as one types, found again, never lost between two windows, gone once they are published.

use super::posts::group;
use crate::support::{TestApp, world::Person};

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

/// What `<draft-keeper>` sends a moment after the last key; answers under which id and version it is kept.
async fn keep(person: &mut Person, once: &str, version: &str, group: &str, text: &str) -> (String, String) {
    let fields = [("once", once), ("version", version), ("group", group), ("text", text)];
    person.post("/drafts", &fields).await.has_status(200);
    let kept: serde_json::Value = serde_json::from_slice(&person.page.body).unwrap();
    (kept["id"].as_str().unwrap_or_default().to_owned(), kept["version"].to_string())
}

fn once(person: &Person) -> String {
    person.attribute("input[name=once]", "value").unwrap()
}

#[tokio::test]
async fn what_one_types_is_there_again_when_one_comes_back() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    group(&app, "verger", "open", &[&ada]).await;
    ada.visit("/publish?group=jardin").await;
    let id = once(&ada);
    keep(&mut ada, &id, "0", "jardin", "Les premiers mots").await;
    keep(&mut ada, &id, "1", "jardin", "Les premiers mots du jardin").await;
    ada.visit("/publish?group=jardin").await.sees("Brouillon repris").sees("Les premiers mots du jardin");
    ada.visit("/publish?group=verger").await.misses("Les premiers mots");
    ada.visit("/publish?group=jardin&fresh=1").await.misses("Les premiers mots");
    ada.visit("/drafts").await.sees("Les premiers mots du jardin").sees("Cercle jardin");
    // Nobody else's.
    bob.visit("/drafts").await.misses("Les premiers mots").sees("Aucun brouillon");
    bob.visit(&format!("/publish?draft={id}")).await.has_status(404);
    bob.post(&format!("/drafts/{id}/removal"), &[]).await.has_status(404);
    keep(&mut bob, &id, "2", "jardin", "Par-dessus").await;
    ada.visit(&format!("/publish?draft={id}")).await.sees("Les premiers mots du jardin").misses("Par-dessus");
    ada.press("Publier").await.sees("Votre publication est en ligne.").sees("Les premiers mots du jardin");
    ada.visit("/drafts").await.misses("Les premiers mots");
    assert_eq!(number(&app, "select count(*) from posts").await, 1);
    // A message that was on its way brings nothing back.
    keep(&mut ada, &id, "2", "jardin", "Les premiers mots du jardin").await;
    ada.visit("/drafts").await.misses("Les premiers mots");
    ada.visit(&format!("/publish?draft={id}")).await.has_status(404);
}

#[tokio::test]
async fn two_windows_that_type_into_one_draft_end_with_two() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish").await;
    let id = once(&ada);
    let (_, version) = keep(&mut ada, &id, "0", "", "Au début").await;
    let (one, _) = keep(&mut ada, &id, &version, "", "Dans la première fenêtre").await;
    let (other, again) = keep(&mut ada, &id, &version, "", "Dans la seconde").await;
    assert_eq!(one, id);
    assert_ne!(other, id);
    keep(&mut ada, &other, &again, "", "Dans la seconde fenêtre").await;
    ada.visit("/drafts")
        .await
        .sees("Dans la première fenêtre")
        .sees("Dans la seconde fenêtre")
        .misses("Au début");
    assert_eq!(number(&app, "select count(*) from drafts").await, 2);
}

#[tokio::test]
async fn without_script_a_draft_is_kept_by_its_button_and_thrown_away_with_an_undo() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish").await.fill("Titre (facultatif)", "Récolte").press("Garder en brouillon").await;
    ada.sees("Votre brouillon est gardé.").sees("Récolte").sees("Groupe à choisir");
    ada.press("Supprimer « Récolte »").await.sees("Brouillon supprimé.").sees("Aucun brouillon");
    ada.press("Annuler").await.sees("Votre brouillon est de retour.").sees("Récolte");
    ada.click("Continuer « Récolte »").await.has("input[name=title][value=Récolte]");
    ada.fill("Titre (facultatif)", &"a".repeat(200))
        .press("Garder en brouillon")
        .await
        .has_status(422)
        .sees("160");
    for bad in [
        [("once", "x"), ("text", "t")],
        [("once", "0192d1f0-0000-7000-8000-000000000001"), ("title", &"é".repeat(161))],
    ] {
        ada.post("/drafts", &bad).await.has_status(400);
    }
}

#[tokio::test]
async fn photos_wait_in_a_draft() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let picture = super::pictures::uploaded(&mut ada).await;
    ada.visit("/publish?group=jardin").await;
    let (id, name) = (once(&ada), picture.to_string());
    let alt = format!("alt-{picture}");
    ada.post("/drafts", &[("once", &id), ("group", "jardin"), ("picture", &name), (&alt, "Une pousse")])
        .await;
    app.clock.advance(chrono::TimeDelta::days(3));
    parvis::features::pictures::jobs::sweep(&app.app).await.unwrap();
    ada.visit("/publish?group=jardin")
        .await
        .has(&format!("input[value='{picture}']"))
        .has("input[value='Une pousse']");
    ada.press("Publier").await.sees("Votre publication est en ligne.").has(".gallery--1 img");
}
