//! Quizzes: right answers, scores, a ranking where the author wants one, and a draw that anybody can do again.

use parvis::features::survey_results::Draw;

use super::{add, answer, count, draft, group, open};
use crate::support::{TestApp, world::Person};

async fn quiz(app: &TestApp, ada: &mut Person, settings: &[&str]) -> parvis::kernel::SurveyId {
    let survey = draft(app, ada, "jardin").await;
    ada.choose("Quiz : des réponses justes");
    add(ada, 1, "Quel arbre perd ses aiguilles ?", "single", "Le pin\n* Le mélèze").await;
    add(ada, 2, "Lesquels sont des fruits ?", "multiple", "* La tomate\nLa carotte\n* La poire").await;
    ada.fill("Explication de la question 1", "Il jaunit en automne.");
    for words in settings {
        ada.choose(words);
    }
    open(ada).await;
    survey
}

#[tokio::test]
async fn one_learns_ones_score_and_why_after_answering_once() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut zoe = app.signed_in("Zoé Petit").await;
    group(&app, "jardin", "private", &[&ada, &bob, &zoe]).await;
    let survey = quiz(&app, &mut ada, &["Montrer un classement"]).await;
    let outcome = format!("/surveys/{survey}/outcome");
    bob.visit(&outcome).await.misses("mélèze").sees("Répondre");
    bob.visit(&format!("/surveys/{survey}/answer"))
        .await
        .misses("Il jaunit")
        .misses("* Le")
        .sees("Le mélèze");
    answer(&mut bob, survey, &[("q-1", "2"), ("q-2", "1")]).await;
    bob.sees("1 sur 2").sees("C'est juste.").sees("Il jaunit en automne.");
    bob.sees("La réponse juste : La tomate · La poire").sees("Classement").sees("vous");
    answer(&mut bob, survey, &[("q-1", "2"), ("q-2", "1"), ("q-2", "3")]).await;
    bob.has_status(422).sees("les premières comptent");
    bob.visit("/feed").await.click("Mon score").await.sees("1 sur 2");
    answer(&mut zoe, survey, &[("q-1", "2"), ("q-2", "1"), ("q-2", "3")]).await;
    zoe.sees("2 sur 2");
    let html = zoe.page.html();
    assert!(html.find("Zoé Petit").unwrap() < html.find("Bob Durand").unwrap(), "the best first");
    // The others learn what is right when it has closed; it stays closed.
    ada.visit(&outcome).await.misses("Classement");
    ada.visit(&format!("/surveys/{survey}")).await.press("Clore maintenant").await.misses("Rouvrir");
    ada.click("Les réponses justes").await.sees("La réponse juste : Le mélèze").sees("Zoé Petit");
    ada.post(&format!("/surveys/{survey}/reopening"), &[])
        .await
        .has_status(403)
        .sees("quiz clos ne se rouvre pas");
    ada.visit(&format!("/surveys/{survey}/draw")).await.has_status(404);
}

#[tokio::test]
async fn the_seed_of_a_draw_is_bound_before_and_told_after_and_anybody_draws_again() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let mut people = crate::features::polls::crowd(&app, 6).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    group(&app, "jardin", "private", &everybody).await;
    let mut eve = app.signed_in("Eve Noir").await;
    let survey = quiz(&app, &mut ada, &["Parmi ceux qui ont tout juste"]).await;
    let (page, file) = (format!("/surveys/{survey}/draw"), format!("/surveys/{survey}/draw/file"));
    let seed: String = sqlx::query_scalar("select encode(seed, 'hex') from survey_draws")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    for (place, person) in people.iter_mut().enumerate() {
        let first = if place == 0 { "1" } else { "2" };
        answer(person, survey, &[("q-1", first), ("q-2", "1"), ("q-2", "3")]).await;
        person.visit(&page).await.sees("empreinte").misses(&seed).misses("Gagnants");
        person.visit(&file).await.has_status(404);
        person.visit(&format!("/surveys/{survey}/recorded")).await.misses(&seed);
    }
    ada.visit(&page).await.has_status(200);
    let told = ada.page.html();
    eve.visit(&page).await.has_status(404);
    ada.visit(&format!("/surveys/{survey}")).await.press("Clore maintenant").await;
    ada.visit(&page).await.sees("Gagnants").sees("Tirés parmi 5 personnes.").sees(&seed);
    ada.visit(&file).await.has_status(200);
    let draw: Draw = serde_json::from_str(&ada.page.html()).unwrap();
    assert_eq!(draw.tickets(), 5);
    assert_eq!(draw.verify().unwrap().len(), 1);
    let commitment = serde_json::to_value(&draw).unwrap()["commitment"].as_str().unwrap().to_owned();
    assert!(told.contains(&commitment), "what was published before belongs to the seed told after");
    // The command does it again from the file alone.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draw.json");
    for (text, right) in [(ada.page.html(), true), (ada.page.html().replace(&seed[..8], "00000000"), false)] {
        std::fs::write(&path, text).unwrap();
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_parvis"))
            .args(["draw", "verify"])
            .arg(&path)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(if right { &done.stdout } else { &done.stderr }).into_owned();
        assert_eq!(done.status.success(), right, "{said}");
        assert!(
            said.contains(if right { draw.verify().unwrap()[0].as_str() } else { "hash was published" }),
            "{said}"
        );
    }
}

#[tokio::test]
async fn what_a_quiz_needs_is_said() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "Quoi ?", "single", "Oui\nNon").await;
    ada.choose("Quiz : des réponses justes").choose("Réponses anonymes").fill("Nombre de gagnants", "51");
    ada.press("Enregistrer et voir l'aperçu").await.has_status(422);
    ada.sees("Un quiz se fait avec les noms").sees("Écrivez un nombre de 1 à 50.");
    ada.choose("Réponses avec les noms")
        .fill("Nombre de gagnants", "2")
        .press("Enregistrer et voir l'aperçu")
        .await;
    ada.has_status(422).sees("marquez au moins une réponse juste");
    ada.fill("Choix de la question 1", "* Oui\nNon")
        .press("Enregistrer et voir l'aperçu")
        .await
        .sees("Ceci est un aperçu");
    ada.click("Revenir aux questions").await.sees("* Oui");
    // No longer a quiz, a star is a star.
    assert_eq!(count(&app, "select count(*) from surveys where quiz is not null").await, 1);
}
