//! The end by the clock, its moving, and reminders.

use chrono::TimeDelta;
use parvis::features::surveys::jobs::CloseDue;

use super::{answer, answered, count, group, three};
use crate::support::TestApp;

async fn minute(app: &TestApp, by: TimeDelta) {
    app.clock.advance(by);
    app.run(&CloseDue {}).await;
}

#[tokio::test]
async fn the_clock_closes_a_survey_once_and_those_who_answered_hear_of_it() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (mut bob, mut zoe) = (app.signed_in("Bob Durand").await, app.signed_in("Zoé Petit").await);
    group(&app, "jardin", "private", &[&ada, &bob, &zoe]).await;
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    answered(&app, &bob, survey, &[(1, 5)]).await;
    let page = format!("/surveys/{survey}");
    ada.visit(&page).await.fill("Clôture", "2020-01-01T10:00").press("Déplacer la clôture").await;
    ada.has_status(422)
        .sees("Choisissez un moment à venir.")
        .has("input[name=closes][value='2020-01-01T10:00']");
    ada.fill("Clôture", "bientôt").press("Déplacer la clôture").await.has_status(422);
    let at = (app.app.clock.now() + TimeDelta::hours(2)).with_timezone(&chrono_tz::Europe::Paris);
    ada.fill("Clôture", &at.format("%Y-%m-%dT%H:%M").to_string()).press("Déplacer la clôture").await;
    ada.sees("La clôture est déplacée.");
    minute(&app, TimeDelta::hours(1)).await;
    assert_eq!(count(&app, "select count(*) from surveys where closed_at is not null").await, 0);
    // Too late by a second is too late, also before the clock has come by.
    app.clock.advance(TimeDelta::hours(1));
    answer(&mut zoe, survey, &[("q-1", "1")]).await;
    zoe.has_status(422).sees("Cette enquête est close");
    minute(&app, TimeDelta::minutes(1)).await;
    minute(&app, TimeDelta::minutes(1)).await;
    assert_eq!(
        count(&app, "select count(*) from activity where kind = 'survey_closed' and actor_id is null").await,
        1
    );
    for person in [&mut ada, &mut bob] {
        person.returns(&app).await;
        person.visit("/notifications").await.sees("L'enquête « Notre année » est close dans Cercle jardin");
    }
    zoe.returns(&app).await;
    zoe.visit("/notifications").await.misses("est close");
    // How many could answer stays as it was then.
    sqlx::query("delete from memberships where member_id = $1")
        .bind(zoe.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    ada.visit(&page).await.sees("1 réponse sur 3");
}

#[tokio::test]
async fn those_who_have_not_answered_are_reminded_and_nobody_learns_who_they_are() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (mut bob, mut zoe) =
        (app.signed_in("Bob Durand").await, app.person("Zoe Petit").english().signed_in().await);
    group(&app, "jardin", "private", &[&ada, &bob, &zoe]).await;
    let survey = three(&app, &mut ada, "jardin", &["Réponses anonymes"]).await;
    answer(&mut bob, survey, &[("q-1", "5")]).await;
    let page = format!("/surveys/{survey}");
    ada.visit(&page).await.press("Rappeler à 2 personnes").await.sees("Un rappel part à 2 personnes.");
    ada.misses("Zoe Petit").press("Rappeler à 2 personnes").await.sees("moins de deux jours");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    zoe.visit("/notifications")
        .await
        .sees("The survey “Notre année” in Cercle jardin still waits for your answers");
    bob.visit("/notifications").await.misses("attend encore");
    let letters: Vec<(String, String)> =
        sqlx::query_as("select to_address, subject from letters order by to_address")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(letters.len(), 2, "{letters:?}");
    assert!(letters.iter().all(|(to, _)| !to.starts_with("bob")));
    assert!(
        letters
            .iter()
            .any(|(to, subject)| to.starts_with("zoe") && subject.contains("Reminder: Notre année"))
    );
    // The job that runs a second time writes nothing more.
    let again = parvis::features::surveys::jobs::WriteReminders { survey };
    app.run(&again).await;
    assert_eq!(count(&app, "select count(*) from letters").await, 2);
    answer(&mut zoe, survey, &[("q-1", "5")]).await;
    answer(&mut ada, survey, &[("q-1", "5")]).await;
    ada.visit(&page).await.misses("Rappeler à");
    app.clock.advance(TimeDelta::days(3));
    ada.returns(&app).await;
    ada.post(&format!("{page}/reminder"), &[]).await.sees("Tout le monde a répondu.");
}

#[tokio::test]
async fn what_people_answer_stays_as_they_read_it_and_who_may_change_what_is_said() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    let page = format!("/surveys/{survey}");
    answer(&mut bob, survey, &[("q-1", "5")]).await;
    // Questions, choices and anonymity stay as they were when it was opened.
    let said = "Cette enquête est ouverte : ses questions ne changent plus";
    ada.visit(&format!("{page}/edit")).await.has_status(403).sees(said);
    let switched = [("title", "Autre"), ("names", "anonymous"), ("version", "9")];
    ada.post(&format!("{page}/edit"), &switched).await.has_status(403).sees(said);
    ada.post(&format!("{page}/opening"), &[("version", "9")]).await.has_status(403).sees(said);
    assert_eq!(count(&app, "select count(*) from surveys where anonymous or title = 'Autre'").await, 0);
    // Closed, it takes nothing, and what was answered is there; taken up again, it goes on.
    ada.visit(&page).await.press("Clore maintenant").await.sees("L'enquête est close.");
    answer(&mut bob, survey, &[("q-1", "1")]).await;
    assert!([403, 422].contains(&bob.page.status.as_u16()));
    bob.sees("Cette enquête est close");
    bob.post(&format!("{page}/reopening"), &[]).await.has_status(403);
    ada.visit(&page).await.press("Rouvrir").await.sees("rouverte");
    assert_eq!(count(&app, "select count(*) from survey_answers").await, 1);
    answer(&mut bob, survey, &[("q-1", "1")]).await;
    bob.has_status(200);
    assert_eq!(count(&app, "select count(*) from survey_answers").await, 1);
}
