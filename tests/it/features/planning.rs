//! Planned posts: published once, at their instant, in their author's name and with their right.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, Utc, Weekday};
use parvis::{features::planning::PublishDue, jobs, jobs::Enqueue as _, kernel::Timestamp};

use super::posts::group;
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

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

async fn published_at(app: &TestApp) -> Vec<Timestamp> {
    sqlx::query_scalar::<_, DateTime<Utc>>("select published_at from posts order by published_at")
        .fetch_all(&app.app.db)
        .await
        .unwrap()
}

/// Writes and plans by the form.
async fn plan(person: &mut Person, slug: &str, text: &str, day: &str, hour: &str) {
    person.visit(&format!("/publish?group={slug}&fresh=1")).await;
    person.fill("Texte", text).fill("Jour", day).fill("Heure", hour).press("Programmer").await;
}

/// The last Sunday of a month of next year: when clocks change in Paris, in March and October.
fn last_sunday(app: &TestApp, month: u32) -> NaiveDate {
    let year = app.app.clock.now().year() + 1;
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap();
    last - Days::new(u64::from(last.weekday().days_since(Weekday::Sun)))
}

#[tokio::test]
async fn a_planned_post_appears_once_at_its_time_and_under_its_date() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let day = (app.app.clock.now() + TimeDelta::days(40)).date_naive();
    plan(&mut ada, "jardin", "Ouverture des bulbes @bob.durand", &day.to_string(), "09:00").await;
    ada.has_status(200).sees("Publication prévue").sees("Ouverture des bulbes").sees("9 h");
    bob.visit("/planning").await.misses("Ouverture").sees("Rien n'est prévu");
    bob.visit("/groups/jardin").await.misses("Ouverture");
    minute(&app).await;
    assert_eq!(number(&app, "select count(*) from posts").await, 0);
    let due = parvis::kernel::Wall::read(chrono_tz::Europe::Paris, day.and_hms_opt(9, 0, 0).unwrap()).at();
    // Nothing ran for a while, as after a restart.
    app.clock.advance(due - app.app.clock.now() + TimeDelta::minutes(7));
    minute(&app).await;
    assert_eq!(published_at(&app).await, [due]);
    assert_eq!(number(&app, "select count(*) from drafts").await, 0);
    assert_eq!(number(&app, "select count(*) from notices where kind = 'mention'").await, 1);
    bob.visit("/feed").await.sees("Ouverture des bulbes").sees("Ada Martin").has(".post__new");
    ada.visit("/planning").await.misses("Ouverture");
}

#[tokio::test]
async fn nights_in_which_clocks_change_have_their_instants() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let (spring, autumn) = (last_sunday(&app, 3), last_sunday(&app, 10));
    plan(&mut ada, "jardin", "Heure sautée", &spring.to_string(), "02:30").await;
    ada.sees("cette heure n'existe pas").sees("3 h 30");
    plan(&mut ada, "jardin", "Heure double", &autumn.to_string(), "02:30").await;
    ada.sees("cette heure existe deux fois").sees("2 h 30");
    app.clock.advance(autumn.and_hms_opt(4, 0, 0).unwrap().and_utc() - app.app.clock.now());
    minute(&app).await;
    let wanted =
        [spring.and_hms_opt(1, 30, 0).unwrap().and_utc(), autumn.and_hms_opt(0, 30, 0).unwrap().and_utc()];
    assert_eq!(published_at(&app).await, wanted);
}

#[tokio::test]
async fn a_date_that_cannot_be_keeps_the_text_and_says_why() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    for (day, hour, why) in [
        ("2020-01-01", "09:00", "Cette date est passée"),
        ("2190-01-01", "09:00", "dans les deux ans"),
        ("", "", "Choisissez un jour et une heure"),
        ("2027-02-30", "9h", "Choisissez un jour et une heure"),
    ] {
        plan(&mut ada, "jardin", "Bientôt", day, hour).await;
        ada.has_status(422).sees(why).sees("Bientôt").has("details.composer__later[open]");
    }
    assert_eq!(number(&app, "select count(*) from drafts").await, 0);
}

#[tokio::test]
async fn who_has_lost_the_right_is_told_and_loses_no_word() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let group = group(&app, "jardin", "private", &[&ada, &bob]).await;
    let day = (app.app.clock.now() + TimeDelta::days(2)).date_naive().to_string();
    plan(&mut bob, "jardin", "Le mot de Bob", &day, "09:00").await;
    // A manager sees it, and takes Bob out.
    ada.visit("/planning").await.sees("Le mot de Bob").sees("Bob Durand").misses("Modifier le texte");
    sqlx::query("delete from memberships where group_id = $1 and member_id = $2")
        .bind(group)
        .bind(bob.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    app.clock.advance(TimeDelta::days(3));
    minute(&app).await;
    minute(&app).await;
    assert_eq!(number(&app, "select count(*) from posts").await, 0);
    bob.visit("/notifications").await.sees("n'a pas pu paraître");
    bob.visit("/planning").await.sees("Le mot de Bob").sees("N'a pas pu paraître");
    assert_eq!(number(&app, "select count(*) from notices where kind = 'plan_refused'").await, 1);
    bob.press("Ne plus publier : garder en brouillon").await.sees("Ce n'est plus prévu");
    bob.visit("/drafts").await.sees("Le mot de Bob");
}

#[tokio::test]
async fn authors_and_managers_move_publish_and_cancel() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Eve Petit").await;
    group(&app, "jardin", "open", &[&ada, &bob, &eve]).await;
    let day = |days| (app.app.clock.now() + TimeDelta::days(days)).date_naive().to_string();
    for text in ["Un", "Deux", "Trois"] {
        plan(&mut bob, "jardin", text, &day(5), "09:00").await;
    }
    let ids: Vec<uuid::Uuid> =
        sqlx::query_scalar("select id from drafts order by body").fetch_all(&app.app.db).await.unwrap();
    let at = |n: usize, verb: &str| format!("/planning/{}/{verb}", ids[n]);
    // A member who is no publisher knows nothing of it.
    eve.visit("/planning").await.misses("Deux");
    eve.visit(&at(0, "time")).await.has_status(404);
    eve.post(&at(0, "publication"), &[]).await.has_status(404);
    eve.post(&at(0, "removal"), &[]).await.has_status(404);
    ada.visit(&at(0, "time")).await.sees("Deux").fill("Jour", "2020-01-01").press("Enregistrer").await;
    ada.has_status(422).sees("Cette date est passée");
    ada.fill("Jour", &day(9)).fill("Heure", "14:15").press("Enregistrer").await.sees("14 h 15");
    ada.post(&at(1, "publication"), &[]).await.sees("Trois").sees("Bob Durand").sees("en ligne");
    ada.post(&at(1, "publication"), &[]).await.has_status(404);
    ada.post(&at(2, "removal"), &[]).await.sees("dans les brouillons de son auteur").misses("Un");
    bob.visit("/drafts").await.sees("Un");
    // The author changes text and time together, and publishes from the form.
    bob.visit(&format!("/publish?draft={}", ids[0])).await.sees("Publication prévue").lacks("draft-keeper");
    bob.fill("Texte", "Deux, corrigé").press("Programmer").await.sees("Deux, corrigé");
    bob.visit(&format!("/publish?draft={}", ids[0]))
        .await
        .press("Publier")
        .await
        .sees("Deux, corrigé")
        .sees("en ligne");
    assert_eq!(number(&app, "select count(*) from posts").await, 2);
    assert_eq!(number(&app, "select count(*) from drafts where publish_at is not null").await, 0);
}

#[tokio::test]
async fn the_calendar_shows_a_month_of_what_comes_and_what_came() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "secret", &[&ada, &bob]).await;
    let easter_monday = "2030-04-22";
    let day = (app.app.clock.now() + TimeDelta::days(3)).date_naive();
    plan(&mut ada, "jardin", "Bientôt en fleurs", &day.to_string(), "09:00").await;
    super::posts::publish(&app, &mut ada, "jardin", "Déjà en fleurs").await;
    ada.visit(&format!("/planning?month={}", day.format("%Y-%m")))
        .await
        .sees("Bientôt en fleurs")
        .sees("9 h");
    let today = app.app.clock.now().date_naive();
    ada.visit(&format!("/planning?month={}", today.format("%Y-%m"))).await.sees("Déjà en fleurs");
    bob.visit(&format!("/planning?month={}", today.format("%Y-%m"))).await.misses("en fleurs");
    ada.visit(&format!("/planning?month={}", &easter_monday[..7]))
        .await
        .sees("Lundi de Pâques")
        .sees("avril 2030");
    for odd in ["2030-13", "x", "999999-01", "-1-01"] {
        ada.visit(&format!("/planning?month={odd}")).await.has_status(200).sees("Mois suivant");
    }
}

#[tokio::test]
async fn the_calendar_shows_weeks_and_is_narrowed_to_a_group_or_an_author() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    group(&app, "lecture", "open", &[&ada]).await;
    let day = (app.app.clock.now() + TimeDelta::days(30)).date_naive();
    plan(&mut ada, "jardin", "Taille des rosiers", &day.to_string(), "09:00").await;
    plan(&mut ada, "lecture", "Roman du mois", &day.to_string(), "18:30").await;
    let week = day.format("/planning?week=%G-W%V").to_string();
    ada.visit(&week)
        .await
        .sees("Semaine du")
        .sees("Taille des rosiers")
        .sees("Roman du mois")
        .sees("18 h 30");
    ada.visit(&format!("{week}&group=lecture")).await.misses("Taille des rosiers").sees("Roman du mois");
    ada.visit(&format!("{week}&author={}", bob.id))
        .await
        .misses("Taille des rosiers")
        .sees("L'auteur choisi");
    ada.visit("/planning?group=jardin").await.sees("Taille des rosiers").misses("Roman du mois");
    ada.visit("/planning?group=nulle-part").await.sees("Rien n'est prévu pour ce choix");
    for nonsense in ["week=2027-W99", "month=13", "author=moi", "week=&month="] {
        ada.visit(&format!("/planning?{nonsense}")).await.has_status(200);
    }
}

#[tokio::test]
async fn two_authors_of_one_name_can_both_be_chosen() {
    let app = TestApp::start().await;
    let (mut ada, mut twin) = (app.signed_in("Ada Martin").await, app.signed_in("Ida Martin").await);
    sqlx::query("update members set name = 'Ada Martin'").execute(&app.app.db).await.unwrap();
    group(&app, "jardin", "open", &[&ada, &twin]).await;
    let day = (app.app.clock.now() + TimeDelta::days(30)).date_naive();
    plan(&mut ada, "jardin", "Taille des rosiers", &day.to_string(), "09:00").await;
    plan(&mut twin, "jardin", "Roman du mois", &day.to_string(), "18:30").await;
    for view in ["/planning".to_owned(), day.format("/planning?month=%Y-%m").to_string()] {
        for author in [ada.id, twin.id] {
            ada.visit(&view).await.has(&format!("select[name=author] option[value='{author}']"));
        }
    }
}

#[tokio::test]
async fn what_is_planned_is_moved_in_the_calendar_and_the_move_is_taken_back() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let day = (app.app.clock.now() + TimeDelta::days(30)).date_naive();
    plan(&mut ada, "jardin", "Taille des rosiers", &day.to_string(), "09:00").await;
    let draft: uuid::Uuid = sqlx::query_scalar("select id from drafts").fetch_one(&app.app.db).await.unwrap();
    let first: Timestamp =
        sqlx::query_scalar("select publish_at from drafts").fetch_one(&app.app.db).await.unwrap();
    let (later, next) = ((day + Days::new(3)).to_string(), day.format("/planning?month=%Y-%m").to_string());
    let form = [("day", later.as_str()), ("hour", "09:00"), ("next", next.as_str())];
    bob.post(&format!("/planning/{draft}/time"), &form).await.has_status(404);
    ada.post(&format!("/planning/{draft}/time"), &form).await;
    assert_eq!(ada.page.address, next);
    ada.sees("Publication prévue").sees("Annuler");
    let past = [("day", "2020-01-01"), ("hour", "09:00"), ("next", next.as_str())];
    ada.visit(&next).await;
    ada.post(&format!("/planning/{draft}/time"), &past).await.has_status(422).sees("Cette date est passée");
    let back = format!("/planning/{draft}/earlier-time?at={}&next=%2Fplanning", first.timestamp());
    bob.post(&back, &[]).await.has_status(404);
    ada.post(&back, &[]).await.sees("rétablie");
    let now: Timestamp =
        sqlx::query_scalar("select publish_at from drafts").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(now, first);
    ada.post(&format!("/planning/{draft}/earlier-time?at=1"), &[]).await.sees("Cette date est passée");
}

#[tokio::test]
async fn a_publication_is_duplicated_with_all_it_carries() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    ada.visit("/publish?group=jardin").await;
    ada.fill("Titre", "Permanence").fill("Texte", "Samedi **matin**").press("Publier").await;
    let post: uuid::Uuid = sqlx::query_scalar("select id from posts").fetch_one(&app.app.db).await.unwrap();
    for (table, columns, values) in [
        (
            "pictures",
            "alt, width, height, media_type, edges, uploaded_at",
            "'Un massif', 40, 30, 'image/jpeg', '{40}', now()",
        ),
        ("files", "name, kind, bytes, uploaded_at", "'plan.pdf', 'pdf', 4, now()"),
    ] {
        let id = uuid::Uuid::now_v7();
        let sql = format!(
            "insert into {table} (id, uploader_id, post_id, {columns}) values ($1, $2, $3, {values})"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(id)
            .bind(ada.id)
            .bind(post)
            .execute(&app.app.db)
            .await
            .unwrap();
        let key = if table == "files" { format!("files/{id}") } else { format!("pictures/{id}/40") };
        app.app.blobs.put(&key, b"%PDF".to_vec()).await.unwrap();
    }
    bob.visit(&format!("/posts/{post}")).await.misses("Dupliquer");
    bob.post(&format!("/posts/{post}/copy"), &[]).await.has_status(403);
    ada.visit(&format!("/posts/{post}")).await.press("Dupliquer").await;
    ada.sees("Voici une copie").sees("Samedi **matin**").sees("plan.pdf").has("input[value='Un massif']");
    assert_eq!(number(&app, "select count(*) from posts").await, 1);
    ada.press("Publier").await;
    assert_eq!(number(&app, "select count(*) from posts where title = 'Permanence'").await, 2);
    assert_eq!(number(&app, "select count(distinct post_id) from pictures").await, 2);
    assert_eq!(number(&app, "select count(distinct post_id) from files").await, 2);
}
