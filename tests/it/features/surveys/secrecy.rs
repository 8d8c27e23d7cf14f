//! Anonymous surveys: what is kept, when it is told, and what nobody can find out.

use sqlx::AssertSqlSafe;

use super::{answer, count, group, three};
use crate::{features::polls::crowd, support::TestApp};

const TABLES: [&str; 5] = ["survey_parts", "survey_answers", "survey_begun", "survey_boxes", "survey_sheets"];

/// Every row of the tables of a survey, as a copy of the database has it.
async fn copy(app: &TestApp) -> Vec<(String, String, String)> {
    let mut rows = Vec::new();
    for table in TABLES {
        let sql = format!("select '{table}', xmin::text, to_jsonb(t)::text from {table} t");
        let some: Vec<(String, String, String)> =
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&app.app.db).await.unwrap();
        rows.extend(some);
    }
    rows
}

#[tokio::test]
async fn anonymous_answers_leave_in_batches_and_nothing_joins_them_to_anybody() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let mut people = crowd(&app, 13).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    group(&app, "jardin", "private", &everybody).await;
    let survey = three(&app, &mut ada, "jardin", &["Réponses anonymes"]).await;
    let results = format!("/surveys/{survey}/results");
    let mut length = None;
    for (place, person) in people.iter_mut().enumerate() {
        let text = format!("Parole numéro {place} {}", "x".repeat(100 * place));
        answer(person, survey, &[("q-1", "4"), ("q-3", text.as_str())]).await;
        person.sees("Merci");
        let rows = copy(&app).await;
        let sealed = rows.iter().find(|row| row.0 == "survey_boxes").map(|row| row.2.len());
        assert_eq!(*length.get_or_insert(sealed), sealed, "the box is as long whatever is in it");
        let sheets = rows.iter().filter(|row| row.0 == "survey_sheets").count();
        assert_eq!(sheets, if place + 1 < 10 { 0 } else { 5 }, "after {} sheets", place + 1);
        // Those who took part were all written by one transaction, whoever came last.
        let writers: Vec<&String> =
            rows.iter().filter(|row| row.0 == "survey_parts").map(|row| &row.1).collect();
        assert!(writers.iter().all(|xmin| *xmin == writers[0]));
        assert!(rows.iter().all(|row| row.0 != "survey_answers" && row.0 != "survey_begun"));
        ada.visit(&results).await;
        ada.sees(if place + 1 < 10 { "paraissent par lots" } else { "5 réponses comptées sur" });
    }
    ada.sees("Parole numéro 2").misses("Parole numéro 7").misses("Personne 1");
    ada.visit(&format!("{results}/csv")).await;
    assert!(!ada.page.html().contains("Personne"), "{}", ada.page.html());
    people[0].visit(&results).await.sees("100 %").misses("Parole");
    // Nothing in the log of what happened names who answered.
    assert_eq!(count(&app, "select count(*) from activity where kind = 'survey_answered'").await, 0);
    assert_eq!(
        count(&app, "select count(*) from activity where kind = 'survey_counted' and (actor_id is not null or address <> '')").await,
        0
    );
    ada.visit(&format!("/surveys/{survey}")).await.press("Clore maintenant").await.misses("Rouvrir");
    ada.visit(&results).await.sees("Parole numéro 12").sees("13 réponses");
    ada.post(&format!("/surveys/{survey}/reopening"), &[]).await.has_status(403).sees("ne se rouvre pas");
    assert_eq!(count(&app, "select count(*) from survey_boxes").await, 0);
    assert!(app.app.seals.list("surveys").await.unwrap().is_empty(), "the key is gone");
}

#[tokio::test]
async fn of_four_sheets_nothing_is_told_and_one_answers_once() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let mut people = crowd(&app, 4).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    group(&app, "jardin", "private", &everybody).await;
    let survey = three(&app, &mut ada, "jardin", &["Réponses anonymes"]).await;
    for person in &mut people {
        person.visit(&format!("/surveys/{survey}/answer")).await.sees("Ce que vous écrivez peut vous trahir");
        person
            .misses("Finir plus tard")
            .choose("Plutôt satisfait")
            .press("Envoyer mes réponses")
            .await
            .sees("Merci");
    }
    people[0].visit("/feed").await.sees("Vous avez répondu.").misses("Modifier mes réponses");
    answer(&mut people[0], survey, &[("q-1", "1")]).await;
    people[0].has_status(422).sees("les premières comptent");
    people[1].post(&format!("/surveys/{survey}/answer"), &[("go", "keep"), ("q-1", "1")]).await;
    assert_eq!(count(&app, "select count(*) from survey_begun").await, 0);
    ada.visit(&format!("/surveys/{survey}")).await.press("Clore maintenant").await;
    ada.visit(&format!("/surveys/{survey}/results"))
        .await
        .sees("Moins de 5 personnes ont répondu")
        .lacks(".poll__bar");
    assert_eq!(count(&app, "select count(*) from survey_sheets").await, 0);
}

#[tokio::test]
async fn the_database_refuses_a_sheet_with_a_name_in_an_anonymous_survey() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let survey = three(&app, &mut ada, "jardin", &["Réponses anonymes"]).await;
    answer(&mut ada, survey, &[("q-1", "1")]).await;
    for sql in [
        "insert into survey_answers (survey_id, member_id, answers, sent_at) values ($1, $2, '{}', now())",
        "insert into survey_begun (survey_id, member_id, answers) values ($1, $2, '{}')",
        "update surveys set anonymous = false where id = $1 and $2::uuid is null or true",
    ] {
        let done = sqlx::query(sql).bind(survey).bind(ada.id).execute(&app.app.db).await;
        assert_eq!(done.is_err(), sql.starts_with("insert"), "{sql}");
    }
}

#[tokio::test]
async fn without_its_key_an_anonymous_survey_begins_again_and_says_so() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = three(&app, &mut ada, "jardin", &["Réponses anonymes"]).await;
    answer(&mut bob, survey, &[("q-1", "1")]).await;
    for (key, _) in app.app.seals.list("surveys").await.unwrap() {
        app.app.seals.delete(&key).await.unwrap();
    }
    answer(&mut ada, survey, &[("q-1", "2")]).await;
    ada.has_status(422).sees("a dû recommencer").has("input[name=q-1][value='2'][checked]");
    bob.visit("/feed").await.sees("Cette enquête a recommencé");
    answer(&mut bob, survey, &[("q-1", "1")]).await;
    bob.sees("Merci");
    app.clock.advance(chrono::TimeDelta::days(2));
    parvis::features::surveys::Seal::make(&app.app).await.unwrap();
    app.clock.advance(chrono::TimeDelta::days(2));
    parvis::features::surveys::Seal::sweep(&app.app).await.unwrap();
    assert_eq!(app.app.seals.list("surveys").await.unwrap().len(), 1, "the one that is needed stays");
}

#[tokio::test]
async fn what_is_recorded_is_said_for_every_column() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Eve Noir").await;
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    for (settings, table, other) in [
        (&[][..], "survey_answers", "survey_sheets"),
        (&["Réponses anonymes"], "survey_boxes", "survey_answers"),
    ] {
        let survey = three(&app, &mut ada, "jardin", settings).await;
        answer(&mut bob, survey, &[("q-1", "1")]).await;
        let page = format!("/surveys/{survey}/recorded");
        bob.visit(&page)
            .await
            .sees("survey_parts")
            .sees(table)
            .misses(other)
            .misses("n'est pas encore décrite");
        let id = bob.id.to_string();
        bob.sees(&id);
        ada.visit(&page).await.misses(&id);
        eve.visit(&page).await.has_status(404);
    }
}
