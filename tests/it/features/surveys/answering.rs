//! Answering: page by page, once, in time; going on later; changing one's mind.

use super::{add, answer, count, draft, group, open, three};
use crate::support::TestApp;

#[tokio::test]
async fn one_answers_page_by_page_goes_on_later_and_changes_ones_mind() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "Venez-vous ?", "single", "Oui\nNon").await;
    ada.choose("Réponse obligatoire Question 1");
    add(&mut ada, 2, "Avec quoi ?", "multiple", "Un vélo\nUne barque\nÀ pied").await;
    ada.press("Enregistrer le brouillon").await.choose("Commencer une nouvelle page ici Question 2");
    add(&mut ada, 3, "Quel jour ?", "date", "").await;
    open(&mut ada).await;
    bob.visit("/feed").await.click("Répondre").await.sees("Page 1 sur 3").misses("Avec quoi ?");
    bob.press("Continuer").await.has_status(422).sees("Cette question attend une réponse.");
    bob.choose("Oui").press("Continuer").await.sees("Page 2 sur 3").sees("Avec quoi ?");
    bob.choose("Un vélo")
        .choose("À pied")
        .press("Finir plus tard")
        .await
        .sees("gardées, mais pas encore envoyées");
    assert_eq!(count(&app, "select count(*) from survey_answers").await, 0);
    bob.visit("/feed").await.click("Continuer mes réponses").await.sees("Page 2 sur 3");
    bob.has("input[name=q-2][value='1'][checked]").has("input[name=q-2][value='3'][checked]");
    bob.fill("Quel jour ?", "le 3").press("Continuer").await.has_status(422).sees("Écrivez une date");
    bob.has("input[name=q-3][value='le 3']");
    bob.fill("Quel jour ?", "2027-03-04").press("Continuer").await.sees("Vos réponses");
    bob.sees("Oui").sees("Un vélo · À pied").sees("4 mars 2027").press("Envoyer mes réponses").await;
    bob.sees("Merci, vos réponses sont enregistrées.").sees("Vous avez répondu.").sees("1 réponse sur 2");
    let kept: serde_json::Value =
        sqlx::query_scalar("select answers from survey_answers").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(kept, serde_json::json!({"1": [1], "2": [1, 3], "3": "2027-03-04"}));
    assert_eq!(count(&app, "select count(*) from survey_begun").await, 0);
    bob.click("Modifier mes réponses").await.choose("Non").press("Continuer").await.press("Continuer").await;
    bob.press("Envoyer mes réponses").await.sees("Merci, vos réponses sont enregistrées.");
    assert_eq!(count(&app, "select count(*) from survey_answers where answers @> '{\"1\": [2]}'").await, 1);
    assert_eq!(count(&app, "select count(*) from survey_parts").await, 1);
    ada.visit(&format!("/surveys/{survey}")).await.sees("Taux de réponse : 50 %");
}

#[tokio::test]
async fn what_depends_on_an_answer_is_asked_of_those_alone_who_gave_it() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "Venez-vous ?", "single", "Oui\nNon").await;
    add(&mut ada, 2, "Pourquoi pas ?", "short", "").await;
    ada.choose("Non").choose("Réponse obligatoire Question 2");
    open(&mut ada).await;
    bob.visit(&format!("/surveys/{survey}/answer"))
        .await
        .misses("Pourquoi pas ?")
        .choose("Non")
        .press("Continuer")
        .await;
    bob.sees("Pourquoi pas ?").press("Continuer").await.has_status(422);
    bob.fill("Pourquoi pas ?", "Malade").press("Revenir").await.choose("Oui").press("Continuer").await;
    bob.sees("Vos réponses").misses("Malade").press("Envoyer mes réponses").await.sees("Merci");
    let kept: serde_json::Value =
        sqlx::query_scalar("select answers from survey_answers").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(kept, serde_json::json!({"1": [1]}), "an answer to what is not asked is not kept");
}

#[tokio::test]
async fn what_no_form_sends_is_refused_and_never_a_fault() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    let long = "x".repeat(2_001);
    for (field, value) in [("q-1", "6"), ("q-1", "x"), ("q-2", "11"), ("q-2", "-1"), ("q-3", long.as_str())] {
        answer(&mut bob, survey, &[(field, value)]).await;
        bob.has_status(422).has(".errsum");
    }
    for page in ["99", "-1", "x", "18446744073709551615"] {
        bob.post(&format!("/surveys/{survey}/answer"), &[("page", page), ("go", "next")])
            .await
            .has_status(200);
    }
    answer(&mut bob, survey, &[("q-1", "5"), ("q-99", "1"), ("q-x", "1")]).await;
    bob.sees("Merci");
    assert_eq!(count(&app, "select count(*) from survey_answers where answers = '{\"1\": [5]}'").await, 1);
}

#[tokio::test]
async fn who_is_late_or_has_left_is_told_so_and_keeps_what_was_typed() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (mut bob, mut zoe) = (app.signed_in("Bob Durand").await, app.signed_in("Zoé Petit").await);
    let mut eve = app.signed_in("Eve Noir").await;
    group(&app, "place", "open", &[&ada, &bob, &zoe]).await;
    let survey = three(&app, &mut ada, "place", &[]).await;
    // A reader of an open group looks on.
    eve.visit("/groups/place").await.sees("Rejoignez le groupe pour répondre.").misses("Modifier mes");
    eve.visit(&format!("/surveys/{survey}/answer")).await.has_status(403);
    answer(&mut eve, survey, &[("q-1", "5")]).await;
    eve.has_status(403);
    bob.visit(&format!("/surveys/{survey}/answer")).await;
    ada.visit(&format!("/surveys/{survey}"))
        .await
        .press("Clore maintenant")
        .await
        .sees("L'enquête est close.");
    bob.fill("Un mot ?", "Trop tard").press("Envoyer mes réponses").await.has_status(422);
    bob.sees("Cette enquête est close").sees("Trop tard");
    zoe.visit(&format!("/surveys/{survey}/answer")).await.misses("Un mot ?").sees("Enquête close");
    assert_eq!(count(&app, "select count(*) from survey_parts").await, 0);
    ada.press("Rouvrir").await.sees("L'enquête est rouverte.");
    bob.visit(&format!("/surveys/{survey}/answer"))
        .await
        .choose("Plutôt satisfait")
        .press("Envoyer mes réponses")
        .await;
    bob.sees("Merci");
}

#[tokio::test]
async fn twice_at_once_is_once() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    for (settings, rows) in [(&[][..], 1), (&["Réponses anonymes"], 0)] {
        let survey = three(&app, &mut ada, "jardin", settings).await;
        let tabs = (0..8).map(|_| {
            let mut tab = bob.browser.clone();
            async move {
                let fields = [("q-1", "5"), ("page", "0"), ("go", "send")];
                tab.post(&format!("/surveys/{survey}/answer"), &fields).await;
                assert!(tab.page.status.as_u16() < 500);
            }
        });
        futures_util::future::join_all(tabs).await;
        let of = |table: &str| format!("select count(*) from {table} where survey_id = $1");
        for (table, n) in [("survey_parts", 1_i64), ("survey_answers", rows)] {
            let sql = sqlx::AssertSqlSafe(of(table));
            let found: i64 = sqlx::query_scalar(sql).bind(survey).fetch_one(&app.app.db).await.unwrap();
            assert_eq!(found, n, "{table}");
        }
    }
}
