//! Surveys that the clock asks again: set on a page, opened at their hour, ended where that cannot be.

use chrono::TimeDelta;
use chrono_tz::Europe::Paris;
use parvis::features::recurring::OpenDue;

use super::{add, answer, answered, count, draft, group, open, three};
use crate::support::{TestApp, world::Person};

async fn minute(app: &TestApp, by: TimeDelta) {
    app.clock.advance(by);
    app.run(&OpenDue {}).await;
}

/// Has the survey asked again every so often, first in so many days, each round open for three.
async fn every(
    app: &TestApp,
    person: &mut Person,
    survey: parvis::kernel::SurveyId,
    rhythm: &str,
    days: i64,
) {
    let first = (app.app.clock.now() + TimeDelta::days(days)).with_timezone(&Paris);
    person.visit(&format!("/surveys/{survey}")).await.click("Poser cette enquête régulièrement").await;
    person
        .fill("Rythme", rhythm)
        .fill("Prochaine fois", &first.format("%Y-%m-%dT%H:%M").to_string())
        .fill("Jours ouverts", "3");
    person.press("Enregistrer le rythme").await.sees("Le rythme est enregistré.").sees("Prochaines fois");
}

#[tokio::test]
async fn a_survey_is_asked_again_at_its_hour_once_and_its_rounds_are_compared() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    answered(&app, &bob, survey, &[(1, 2)]).await;
    every(&app, &mut ada, survey, "week", 7).await;
    bob.visit(&format!("/surveys/{survey}")).await.sees("Sera posée de nouveau").misses("Changer le rythme");
    minute(&app, TimeDelta::days(6)).await;
    assert_eq!(count(&app, "select count(*) from surveys").await, 1);
    // At the hour: the first round, still open, ends; the second begins, announced by a post. However often the clock asks.
    minute(&app, TimeDelta::days(1)).await;
    minute(&app, TimeDelta::minutes(1)).await;
    assert_eq!(count(&app, "select count(*) from surveys").await, 2);
    assert_eq!(count(&app, "select count(*) from surveys where closed_at is null and round = 2").await, 1);
    assert_eq!(count(&app, "select count(*) from posts").await, 2);
    bob.returns(&app).await;
    bob.visit("/feed").await.sees("Édition 2").click("Répondre").await.choose("Très satisfait");
    bob.press("Envoyer mes réponses").await.sees("Merci").click("Résultats").await;
    bob.click("Comparer les éditions").await.sees("Édition 1").sees("Édition 2");
    // It ends by itself after its days, and the next comes a week later, not before.
    let at: (i64, i64) = sqlx::query_as(
        "select extract(epoch from s.closes_at - s.opened_at)::bigint, extract(epoch from r.next_at - r.first_at)::bigint
         from surveys s join survey_rhythms r on r.survey_id = s.id",
    )
    .fetch_one(&app.app.db)
    .await
    .unwrap();
    assert_eq!(at.0, 3 * 86_400);
    assert!((at.1 - 7 * 86_400).abs() <= 3_600, "the same hour on the wall: {}", at.1);
    // Weeks in which nothing ran bring one round, not three.
    minute(&app, TimeDelta::days(24)).await;
    minute(&app, TimeDelta::minutes(1)).await;
    assert_eq!(count(&app, "select max(round)::bigint from surveys").await, 3);
    let next: parvis::kernel::Timestamp =
        sqlx::query_scalar("select next_at from survey_rhythms").fetch_one(&app.app.db).await.unwrap();
    assert!(next > app.app.clock.now());
}

#[tokio::test]
async fn an_anonymous_survey_gets_a_key_for_each_round() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = three(&app, &mut ada, "jardin", &["Réponses anonymes"]).await;
    let before = app.app.seals.list("surveys").await.unwrap();
    every(&app, &mut ada, survey, "month", 2).await;
    ada.sees("Chaque édition a son urne et sa clé");
    minute(&app, TimeDelta::days(2)).await;
    let after = app.app.seals.list("surveys").await.unwrap();
    assert_eq!((before.len(), after.len()), (1, 1), "the key of a closed round is thrown away");
    assert_ne!(before[0].0, after[0].0);
    let second: uuid::Uuid =
        sqlx::query_scalar("select id from surveys where round = 2").fetch_one(&app.app.db).await.unwrap();
    answer(&mut bob, second.into(), &[("q-1", "5")]).await;
    bob.sees("Merci");
}

#[tokio::test]
async fn a_draft_that_somebody_prepared_is_what_is_opened() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    every(&app, &mut ada, survey, "two_weeks", 5).await;
    ada.visit(&format!("/surveys/{survey}")).await.press("Clore maintenant").await;
    ada.press("Préparer l'édition suivante").await.fill("Texte de la question 1", "Et cette fois ?");
    ada.press("Enregistrer le brouillon").await;
    minute(&app, TimeDelta::days(5)).await;
    ada.returns(&app).await;
    ada.visit("/feed").await.click("Répondre").await.sees("Et cette fois ?");
    assert_eq!(count(&app, "select count(*) from surveys where opened_at is not null").await, 2);
}

#[tokio::test]
async fn what_cannot_be_asked_again_ends_the_rhythm_and_is_said() {
    let app = TestApp::start().await;
    let (mut mona, mut ada) = (app.signed_in("Mona Chef").await, app.signed_in("Ada Martin").await);
    let jardin = group(&app, "jardin", "private", &[&mona, &ada]).await;
    for (case, change) in [
        ("the right to publish", "update groups set may_publish = 'publisher'"),
        (
            "membership",
            "delete from memberships where member_id in (select id from members where name = 'Ada Martin')",
        ),
        ("a draft that lacks something", "update surveys set questions = '[]' where opened_at is null"),
    ] {
        sqlx::query("update groups set may_publish = 'member'").execute(&app.app.db).await.unwrap();
        if case.starts_with("a draft") {
            app.belongs(jardin, ada.id, "member").await;
        }
        let survey = three(&app, &mut ada, "jardin", &[]).await;
        every(&app, &mut ada, survey, "quarter", 2).await;
        if case.starts_with("a draft") {
            ada.visit(&format!("/surveys/{survey}")).await.press("Clore maintenant").await;
            ada.press("Préparer l'édition suivante").await;
        }
        sqlx::query(change).execute(&app.app.db).await.unwrap();
        let before = count(&app, "select count(*) from posts").await;
        minute(&app, TimeDelta::days(3)).await;
        assert_eq!(count(&app, "select count(*) from survey_rhythms").await, 0, "{case}");
        assert_eq!(count(&app, "select count(*) from posts").await, before, "{case}");
        ada.returns(&app).await;
        ada.visit("/notifications").await.sees("L'enquête Notre année n'a pas pu être posée de nouveau");
        let told = "select count(*) from notices where kind = 'rhythm_ended'";
        assert_eq!(count(&app, told).await, 1, "{case}");
        // It leads to the survey, or to the draft that lacks something, as long as one may see it.
        let notice = "select id from notices where kind = 'rhythm_ended'";
        let notice: uuid::Uuid = sqlx::query_scalar(notice).fetch_one(&app.app.db).await.unwrap();
        ada.post(&format!("/notifications/{notice}/reading"), &[]).await.has_status(200);
        let place = if case == "membership" { "/notifications" } else { "/surveys/" };
        assert!(ada.page.address.starts_with(place), "{case}: {}", ada.page.address);
        sqlx::query("delete from notices").execute(&app.app.db).await.unwrap();
        // A round that had not ended is as it was.
        let closed = count(&app, "select count(*) from surveys where closed_at is not null").await;
        assert_eq!(closed, i64::from(case.starts_with("a draft")), "{case}");
    }
    mona.visit("/notifications").await.misses("n'a pas pu être posée");
}

#[tokio::test]
async fn who_may_not_sets_no_rhythm_and_what_is_wrong_stands_beside_its_field() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Eve Noir").await;
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    let (page, removal) = (format!("/surveys/{survey}/rhythm"), format!("/surveys/{survey}/rhythm/removal"));
    let fields = [("every", "week"), ("first", "2190-01-01T10:00"), ("days", "3")];
    for (person, status) in [(&mut bob, 403), (&mut eve, 404)] {
        person.visit(&page).await.has_status(status);
        person.post(&page, &fields).await.has_status(status);
        person.post(&removal, &[]).await.has_status(status);
    }
    ada.visit(&page).await.fill("Prochaine fois", "2020-01-01T10:00").press("Enregistrer le rythme").await;
    ada.has_status(422)
        .sees("Choisissez un moment à venir.")
        .has("input[name=first][value='2020-01-01T10:00']");
    for (field, value) in
        [("first", ""), ("first", "demain"), ("days", "0"), ("days", "366"), ("days", "x"), ("every", "hour")]
    {
        let typed = fields.map(|(name, good)| (name, if name == field { value } else { good }));
        ada.post(&page, &typed).await.has_status(422).has(&format!("#f-{field}-error"));
    }
    assert_eq!(count(&app, "select count(*) from survey_rhythms").await, 0);
    // A draft that was never asked has no rhythm.
    let other = draft(&app, &mut ada, "jardin").await;
    ada.post(&format!("/surveys/{other}/rhythm"), &fields).await.has_status(403);
    // It is changed, and ended.
    ada.post(&page, &fields).await;
    ada.visit(&page)
        .await
        .has("option[value=week][selected]")
        .fill("Rythme", "year")
        .press("Enregistrer le rythme")
        .await;
    ada.has("option[value=year][selected]").press("Ne plus la poser régulièrement").await;
    ada.sees("ne sera plus posée d'elle-même").misses("Sera posée de nouveau");
    assert_eq!(count(&app, "select count(*) from survey_rhythms").await, 0);
    let facts = "select count(*) from activity where kind in ('survey_rhythm_set', 'survey_rhythm_stopped')";
    assert_eq!(count(&app, facts).await, 3);
}

#[tokio::test]
async fn what_is_proposed_is_the_same_hour_in_a_month() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "Ça va ?", "scale", "").await;
    open(&mut ada).await;
    let survey: uuid::Uuid =
        sqlx::query_scalar("select id from surveys").fetch_one(&app.app.db).await.unwrap();
    ada.visit(&format!("/surveys/{survey}/rhythm")).await.has("option[value=month][selected]");
    let proposed =
        (app.app.clock.now().with_timezone(&Paris).date_naive() + chrono::Months::new(1)).to_string();
    ada.has(&format!("input[name=first][value^='{proposed}']"));
    ada.press("Enregistrer le rythme").await.sees("Le rythme est enregistré.");
}
