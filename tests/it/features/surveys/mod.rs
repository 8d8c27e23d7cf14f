//! Surveys: written, previewed, opened, answered page by page, told, reminded of, repeated by hand and by the clock.

mod answering;
mod quizzes;
mod recurring;
mod results;
mod running;
mod satisfaction;
mod secrecy;
mod writing;

use parvis::{
    authz::{self, AnswerSurvey, standing::SurveyPath},
    db::Tx,
    features::surveys::{self, Answers},
    kernel::SurveyId,
};

use super::{polls::count, posts::group};
use crate::support::{TestApp, world::Person};

/// Begins a draft by the page for it, and stands in the editor.
pub async fn draft(app: &TestApp, person: &mut Person, slug: &str) -> SurveyId {
    app.clock.advance(chrono::TimeDelta::seconds(1));
    person.visit(&format!("/groups/{slug}/surveys")).await.press("Nouvelle enquête").await.has_status(200);
    person.fill("Titre", "Notre année").fill("Présentation", "Pour mieux faire l'an prochain.");
    sqlx::query_scalar("select id from surveys order by saved_at desc limit 1")
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

/// Adds a question in the editor: its text, its kind in words, and its choices.
pub async fn add(person: &mut Person, number: usize, text: &str, kind: &str, choices: &str) {
    person.press("Ajouter une question").await.has_status(200);
    person
        .fill(&format!("Texte de la question {number}"), text)
        .fill(&format!("Type de réponse à la question {number}"), kind);
    if !choices.is_empty() {
        person.fill(&format!("Choix de la question {number}"), choices);
    }
}

/// Opens the draft that stands in the editor.
pub async fn open(person: &mut Person) {
    person.press("Enregistrer et voir l'aperçu").await.has_status(200).sees("Ceci est un aperçu");
    person.click("Ouvrir l'enquête").await.press("Ouvrir maintenant").await.sees("L'enquête est ouverte.");
}

/// A survey with three questions: satisfaction, recommendation, a text.
pub async fn three(app: &TestApp, person: &mut Person, slug: &str, settings: &[&str]) -> SurveyId {
    let survey = draft(app, person, slug).await;
    add(person, 1, "Êtes-vous content ?", "satisfaction", "").await;
    add(person, 2, "Nous conseilleriez-vous ?", "recommendation", "").await;
    add(person, 3, "Un mot ?", "long", "").await;
    for words in settings {
        person.choose(words);
    }
    open(person).await;
    survey
}

/// Answers by hand, as the form would.
pub async fn answer(person: &mut Person, survey: SurveyId, fields: &[(&str, &str)]) {
    let fields = [fields, &[("page", "0"), ("go", "send")]].concat();
    person.post(&format!("/surveys/{survey}/answer"), &fields).await;
}

/// Answers by the verb, with a name.
pub async fn answered(app: &TestApp, person: &Person, survey: SurveyId, given: &[(i16, i16)]) {
    let actor = app.actor(person.id).await;
    let mut tx: Tx = app.tx(person.id).await;
    let permit = authz::permit::<AnswerSurvey>(tx.db(), &actor, SurveyPath { survey }).await.ok().unwrap();
    surveys::answer(&mut tx, &permit, &Answers::picked(given)).await.ok().unwrap();
    tx.commit().await.unwrap();
}
