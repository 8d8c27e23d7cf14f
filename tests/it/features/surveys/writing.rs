//! The editor, the preview, the opening; who may, and what is said of what is missing.

use super::{add, count, draft, group, open, three};
use crate::support::TestApp;

#[tokio::test]
async fn questions_are_added_moved_and_removed_by_buttons_that_lose_nothing_typed() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let survey = draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "La première", "single", "Oui\nNon\n\n").await;
    add(&mut ada, 2, "La deuxième", "scale", "").await;
    add(&mut ada, 3, "La troisième", "short", "").await;
    ada.press("Monter Question 3").await.has_status(200).has("input[name=title][value='Notre année']");
    let order = "select string_agg(q ->> 'text', ' ' order by place) from surveys, jsonb_array_elements(questions) with ordinality as a (q, place)";
    let text = async || sqlx::query_scalar::<_, String>(order).fetch_one(&app.app.db).await.unwrap();
    assert_eq!(text().await, "La première La troisième La deuxième");
    ada.press("Retirer Question 2").await;
    assert_eq!(text().await, "La première La deuxième");
    ada.press("Descendre Question 1").await;
    assert_eq!(text().await, "La deuxième La première");
    ada.has("textarea[name=choices-1]").sees("Oui").sees("Non");
    // What is too long is said beside its field, with what was typed.
    ada.fill("Texte de la question 1", &"x".repeat(301))
        .fill("Titre", "Autre titre")
        .press("Enregistrer le brouillon")
        .await;
    ada.has_status(422).has(".errsum").has("#f-text-2-error").has("input[name=title][value='Autre titre']");
    assert_eq!(text().await, "La deuxième La première");
    // A second window does not overwrite the first.
    let mut other = ada.browser.clone();
    other.visit(&format!("/surveys/{survey}/edit")).await.fill("Titre", "De l'autre fenêtre");
    ada.visit(&format!("/surveys/{survey}/edit"))
        .await
        .fill("Titre", "D'ici")
        .press("Enregistrer le brouillon")
        .await;
    ada.sees("Le brouillon est enregistré.");
    other.press("Enregistrer le brouillon").await.has_status(422).sees("enregistrée dans une autre fenêtre");
    other.has("input[name=title][value=\"De l'autre fenêtre\"]");
    ada.press("Jeter ce brouillon").await.sees("Le brouillon est jeté.").sees("Pas encore d'enquête");
    assert_eq!(count(&app, "select count(*) from surveys").await, 0);
}

#[tokio::test]
async fn what_is_missing_is_said_before_the_preview_and_nothing_opens_without_it() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let survey = draft(&app, &mut ada, "jardin").await;
    ada.fill("Titre", "").fill("Présentation", "").fill("Clôture", "2020-01-01T10:00");
    ada.press("Enregistrer et voir l'aperçu").await.has_status(422);
    ada.sees("Donnez un titre")
        .sees("Présentez l'enquête")
        .sees("Choisissez un moment à venir.")
        .sees("Ajoutez au moins une question.");
    ada.press("Ajouter une question").await.press("Enregistrer et voir l'aperçu").await;
    ada.has_status(422).sees("Écrivez la question.").sees("Écrivez au moins deux choix.");
    ada.visit(&format!("/surveys/{survey}/preview")).await.has_status(422).sees("Écrivez la question.");
    ada.visit(&format!("/surveys/{survey}/opening")).await.has_status(422);
    ada.post(&format!("/surveys/{survey}/opening"), &[("version", "2")]).await;
    assert_eq!(count(&app, "select count(*) from surveys where opened_at is not null").await, 0);
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
}

#[tokio::test]
async fn a_draft_is_seen_by_its_author_and_the_managers_and_opened_it_is_announced_by_a_post() {
    let app = TestApp::start().await;
    let mut mona = app.signed_in("Mona Chef").await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Eve Noir").await;
    group(&app, "jardin", "private", &[&mona, &ada, &bob]).await;
    let survey = draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "Ça va ?", "scale", "").await;
    ada.press("Enregistrer le brouillon").await;
    let page = format!("/surveys/{survey}");
    for path in ["", "/edit", "/preview", "/answer", "/results", "/recorded", "/rounds"] {
        bob.visit(&format!("{page}{path}")).await.has_status(404);
        eve.visit(&format!("{page}{path}")).await.has_status(404);
    }
    bob.visit("/groups/jardin/surveys").await.misses("Notre année");
    mona.visit("/groups/jardin/surveys").await.click("Notre année").await.has_status(200).has("form#survey");
    ada.visit(&format!("{page}/answer")).await.has_status(403);
    ada.visit(&format!("{page}/edit")).await;
    open(&mut ada).await;
    for address in ["/feed", "/groups/jardin"] {
        bob.visit(address)
            .await
            .sees("Notre année")
            .sees("Enquête · 1 question")
            .sees("Aucune réponse sur 3");
    }
    bob.click("Répondre").await.sees("Ça va ?").sees("Pour mieux faire l'an prochain.");
    bob.visit("/groups/jardin/surveys").await.sees("Notre année").sees("Ouverte");
    eve.visit(&format!("{page}/answer")).await.has_status(404);
    // Its questions stay as they are from now on.
    ada.visit(&format!("{page}/edit")).await.has_status(403).sees("ses questions ne changent plus");
    ada.post(&format!("{page}/edit"), &[("title", "Autre")]).await.has_status(403);
    ada.post(&format!("{page}/removal"), &[]).await.has_status(403);
    bob.post(&format!("{page}/closure"), &[]).await.has_status(403);
    bob.post(&format!("{page}/reminder"), &[]).await.has_status(403);
    assert_eq!(count(&app, "select count(*) from activity where kind = 'survey_opened'").await, 1);
    // With the post it goes, and comes back.
    let post: uuid::Uuid =
        sqlx::query_scalar("select post_id from surveys").fetch_one(&app.app.db).await.unwrap();
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    bob.visit(&page).await.has_status(404);
    ada.post(&format!("/posts/{post}/restoration"), &[]).await;
    bob.visit(&page).await.has_status(200);
}

#[tokio::test]
async fn who_may_not_publish_makes_no_survey() {
    let app = TestApp::start().await;
    let mona = app.signed_in("Mona Chef").await;
    let mut gast = app.person("Gaston Invite").external().signed_in().await;
    let mut eve = app.signed_in("Eve Noir").await;
    let id = group(&app, "jardin", "private", &[&mona]).await;
    app.belongs(id, gast.id, "guest").await;
    sqlx::query("update groups set may_publish = 'publisher'").execute(&app.app.db).await.unwrap();
    gast.visit("/groups/jardin/surveys").await.has_status(200).misses("Nouvelle enquête");
    gast.post("/groups/jardin/surveys", &[]).await.has_status(403);
    eve.visit("/groups/jardin/surveys").await.misses("Nouvelle enquête");
    eve.post("/groups/jardin/surveys", &[]).await;
    assert_eq!(count(&app, "select count(*) from surveys").await, 0);
}

#[tokio::test]
async fn the_preview_turns_its_pages_and_keeps_nothing() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "Venez-vous ?", "single", "Oui\nNon").await;
    ada.choose("Réponse obligatoire Question 1");
    add(&mut ada, 2, "Pourquoi pas ?", "long", "").await;
    // What question 1 can be answered with is known once it is saved.
    ada.choose("Non")
        .press("Enregistrer et voir l'aperçu")
        .await
        .sees("Venez-vous ?")
        .misses("Pourquoi pas ?");
    ada.press("Continuer").await.has_status(422).sees("Cette question attend une réponse.");
    ada.choose("Oui").press("Continuer").await.sees("Vos réponses").misses("Pourquoi pas ?");
    ada.press("Revenir").await.choose("Non").press("Continuer").await.sees("Pourquoi pas ?");
    ada.fill("Pourquoi pas ?", "Parce que")
        .press("Continuer")
        .await
        .sees("Parce que")
        .press("Recommencer l'aperçu")
        .await;
    ada.has_status(200).sees("Venez-vous ?");
    for table in ["survey_parts", "survey_answers", "survey_begun"] {
        let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
        let n: i64 = sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap();
        assert_eq!(n, 0, "{table}");
    }
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    ada.visit(&format!("/surveys/{survey}/preview")).await.has_status(403);
}
