//! Polls that are begun and not asked yet: kept with their draft, asked by the clock with the post they belong to.

use chrono::TimeDelta;
use parvis::{features::planning::PublishDue, jobs, jobs::Enqueue as _, kernel::PostId};

use super::{LUNCH, ask, count, group, vote};
use crate::support::{TestApp, world::Person};

/// A minute of the clock: the job runs twice, as it may.
async fn minute(app: &TestApp) {
    for _ in 0..2 {
        let mut tx = app.begin().await;
        tx.enqueue(&PublishDue {}).await.unwrap();
        tx.commit().await.unwrap();
        jobs::run_until_empty(&app.app).await.unwrap();
    }
}

/// A day so many days ahead, as fields have it.
fn day(app: &TestApp, days: i64) -> String {
    (app.app.clock.now() + TimeDelta::days(days)).date_naive().to_string()
}

async fn write(person: &mut Person, fields: &[(&str, &str)], options: &[&str]) {
    person.visit("/publish?group=jardin&fresh=1").await;
    for (label, value) in fields {
        person.fill(label, value);
    }
    for words in options {
        person.choose(words);
    }
}

async fn plan(person: &mut Person, day: &str) {
    person.fill("Jour", day).fill("Heure", "09:00").press("Programmer").await;
}

async fn post(app: &TestApp) -> PostId {
    sqlx::query_scalar("select id from posts order by published_at desc limit 1")
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_poll_that_is_begun_is_there_again_when_its_draft_is_opened() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    // By the button, without script; half a poll is fine, and nothing is lost of what no poll may be.
    let half =
        [("Question du sondage", "On mange où ?"), ("Choix 2", "Au port"), ("Réponses au maximum", "7")];
    write(&mut ada, &half, &["Vote anonyme"]).await;
    ada.press("Garder en brouillon").await.has_status(200).sees("On mange où ?").sees("avec un sondage");
    ada.visit("/publish?group=jardin").await.has("#poll-fields[open]");
    ada.has("input[name=poll-question][value='On mange où ?']")
        .has("input[name=poll-choice-2][value='Au port']");
    ada.has("input[name=poll-most][value='7']").has("input[name=poll-names][value=anonymous][checked]");
    // As one types.
    let once = ada.attribute("input[name=once]", "value").unwrap();
    let typed = [
        ("once", once.as_str()),
        ("version", "1"),
        ("group", "jardin"),
        ("poll-question", "On mange quand ?\u{0}"),
        ("poll-date-1", "2031-07-14T18:00"),
        ("poll-closes", "2031-07-01T18:00"),
    ];
    ada.post("/drafts", &typed).await.has_status(200);
    ada.visit(&format!("/publish?draft={once}"))
        .await
        .has("input[name=poll-question][value='On mange quand ?']");
    ada.has("input[name=poll-date-1][value='2031-07-14T18:00']").lacks("input[name=poll-changes][checked]");
    // The instants stay where somebody writes on under another clock.
    sqlx::query("update members set time_zone = 'America/New_York' where id = $1")
        .bind(ada.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    ada.visit(&format!("/publish?draft={once}"))
        .await
        .has("input[name=poll-date-1][value='2031-07-14T12:00']");
    ada.has("input[name=poll-closes][value='2031-07-01T12:00']");
    bob.visit(&format!("/publish?draft={once}")).await.has_status(404);
    // Finished, it is published, and the draft is gone.
    ada.fill("Date 2", "2031-07-15T12:00").press("Publier").await.sees("Votre publication est en ligne.");
    ada.sees("On mange quand ?");
    assert_eq!(count(&app, "select count(*) from drafts").await, 0);
    assert_eq!(count(&app, "select count(*) from poll_choices").await, 2);
}

#[tokio::test]
async fn a_planned_poll_is_asked_by_the_clock_with_its_post() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let closes = format!("{}T18:00", day(&app, 5));
    let mut fields = LUNCH.to_vec();
    fields.push(("Clôture", &closes));
    write(&mut ada, &fields, &["Vote anonyme"]).await;
    plan(&mut ada, &day(&app, 3)).await;
    ada.has_status(200).sees("Publication prévue").sees("On mange où ?");
    assert_eq!(count(&app, "select count(*) from polls").await, 0);
    app.clock.advance(TimeDelta::days(4));
    minute(&app).await;
    assert_eq!(count(&app, "select count(*) from polls where anonymous and seal_id is not null").await, 1);
    assert_eq!(count(&app, "select count(*) from poll_boxes").await, 1);
    assert_eq!(count(&app, "select count(*) from drafts").await, 0);
    let post = post(&app).await;
    bob.visit(&format!("/posts/{post}")).await.sees("Vote anonyme").sees("Au marché");
    vote(&mut bob, post, &["2"]).await;
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 1);
    assert_eq!(count(&app, "select count(*) from poll_votes").await, 0);
}

#[tokio::test]
async fn a_poll_whose_days_have_passed_when_it_is_due_is_not_asked_and_its_author_is_told() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    // Said at once where it can be known.
    let dates = [
        ("Question du sondage", "Quand ?".to_owned()),
        ("Date 1", format!("{}T18:00", day(&app, 4))),
        ("Date 2", format!("{}T18:00", day(&app, 5))),
    ];
    let dates: Vec<(&str, &str)> = dates.iter().map(|(label, value)| (*label, value.as_str())).collect();
    write(&mut ada, &dates, &[]).await;
    plan(&mut ada, &day(&app, 7)).await;
    ada.has_status(422).sees("Ce moment sera passé quand la publication paraîtra.").sees("Date 2");
    plan(&mut ada, &day(&app, 2)).await;
    ada.has_status(200).sees("Quand ?");
    let draft: uuid::Uuid = sqlx::query_scalar("select id from drafts").fetch_one(&app.app.db).await.unwrap();
    ada.visit(&format!("/planning/{draft}/time"))
        .await
        .fill("Jour", &day(&app, 9))
        .press("Enregistrer")
        .await;
    ada.has_status(422).sees("serait déjà passée");
    // Nothing ran for some days: the first day has passed meanwhile.
    app.clock.advance(TimeDelta::days(5));
    minute(&app).await;
    minute(&app).await;
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
    assert_eq!(count(&app, "select count(*) from notices where kind = 'plan_refused'").await, 1);
    ada.visit("/notifications").await.sees("une date de son sondage, ou sa clôture, est passée");
    ada.visit("/planning").await.sees("Quand ?").sees("N'a pas pu paraître : une date du sondage");
    ada.press("Publier maintenant").await.sees("Cette publication ne peut pas paraître").sees("Quand ?");
    // Mended, it goes on.
    ada.visit(&format!("/publish?draft={draft}")).await.has("input[name=poll-question][value='Quand ?']");
    let (one, other) = (format!("{}T18:00", day(&app, 8)), format!("{}T18:00", day(&app, 9)));
    ada.fill("Date 1", &one).fill("Date 2", &other);
    plan(&mut ada, &day(&app, 2)).await;
    ada.has_status(200).misses("N'a pas pu paraître");
    app.clock.advance(TimeDelta::days(3));
    minute(&app).await;
    assert_eq!(count(&app, "select count(*) from polls").await, 1);
}

#[tokio::test]
async fn a_poll_whose_end_has_passed_is_not_asked_either_and_days_in_the_past_are_not_offered() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let closes = format!("{}T18:00", day(&app, 3));
    let mut fields = LUNCH.to_vec();
    fields.push(("Clôture", &closes));
    write(&mut ada, &fields, &[]).await;
    plan(&mut ada, &day(&app, 2)).await;
    ada.has_status(200);
    app.clock.advance(TimeDelta::days(4));
    minute(&app).await;
    assert_eq!(count(&app, "select count(*) from polls").await, 0);
    assert_eq!(
        count(&app, "select count(*) from drafts where refused_for = 'poll' and poll is not null").await,
        1
    );
    write(
        &mut ada,
        &[("Question du sondage", "Quand ?"), ("Date 1", "2020-01-01T10:00"), ("Date 2", "2150-01-01T10:00")],
        &[],
    )
    .await;
    ada.press("Publier").await.has_status(422).sees("Choisissez un moment à venir.");
}

#[tokio::test]
async fn a_copy_of_a_post_brings_its_poll_along_and_no_vote() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let first = ask(&app, &mut ada, "jardin", &LUNCH, &[]).await;
    vote(&mut bob, first, &["2"]).await;
    ada.post(&format!("/posts/{first}/copy"), &[]).await.has_status(200);
    ada.has("input[name=poll-choice-3][value='Au jardin']").press("Publier").await.has_status(200);
    assert_eq!(count(&app, "select count(*) from polls").await, 2);
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 1);
}
