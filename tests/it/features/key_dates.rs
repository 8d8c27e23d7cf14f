//! What the calendar shows besides publications: key dates and announced absences.

use super::{polls::count, posts::group};
use crate::support::TestApp;

/// A day of the month after the next, and that month, as addresses and forms write them.
fn soon(app: &TestApp, day: u32) -> (String, String) {
    let now = app.app.clock.now().date_naive() + chrono::Months::new(2);
    let date = chrono::Datelike::with_day(&now, day).unwrap();
    (date.to_string(), date.format("/planning?month=%Y-%m").to_string())
}

#[tokio::test]
async fn key_dates_of_a_group_are_kept_by_managers_and_seen_by_its_members_alone() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Eve Noir").await;
    group(&app, "jardin", "secret", &[&ada, &bob]).await;
    let ((day, month), (last, _)) = (soon(&app, 12), soon(&app, 14));
    ada.visit("/groups/jardin/settings").await.click("Dates clés").await.sees("Pas encore de date clé");
    ada.fill("Nom", "Fête des semis").fill("Premier jour", &day).fill("Dernier jour", &last);
    ada.press("Ajouter").await.sees("La date clé est dans le calendrier.").sees("Fête des semis");
    for person in [&mut ada, &mut bob] {
        person.visit(&month).await.sees("Fête des semis");
        assert_eq!(person.page.html().matches("Fête des semis").count(), 3, "on each of its days");
    }
    eve.visit(&month).await.misses("Fête des semis");
    let page = "/groups/jardin/settings/dates";
    bob.visit(page).await.has_status(403);
    bob.post(page, &[("act", "add"), ("name", "x"), ("from", &day)]).await.has_status(403);
    eve.visit(page).await.has_status(404);
    // Of another group it is not.
    group(&app, "place", "open", &[&ada]).await;
    ada.visit(&format!("{month}&group=place")).await.misses("Fête des semis");
    ada.visit(&format!("{month}&group=jardin")).await.sees("Fête des semis");
    ada.visit(page).await.press("Retirer Fête des semis").await.sees("La date clé est retirée.");
    bob.visit(&month).await.misses("Fête des semis");
    let facts = "select count(*) from activity where kind in ('key_date_added', 'key_date_removed')";
    assert_eq!(count(&app, facts).await, 2);
}

#[tokio::test]
async fn key_dates_of_the_platform_come_back_every_year_for_all_but_people_from_outside() {
    let app = TestApp::start().await;
    let mut root = app.person("Rose Chef").with_role("administrator").signed_in().await;
    let mut bob = app.signed_in("Bob Durand").await;
    let mut gast = app.person("Gaston Invite").external().signed_in().await;
    let (day, month) = soon(&app, 8);
    bob.visit("/admin/dates").await.has_status(403);
    bob.post("/admin/dates", &[("act", "add"), ("name", "x"), ("from", &day)]).await.has_status(403);
    root.visit("/admin/groups").await.click("Dates clés").await.fill("Nom", "Anniversaire");
    root.fill("Premier jour", &day)
        .choose("Revient chaque année")
        .press("Ajouter")
        .await
        .sees("chaque année");
    let year: i32 = day[..4].parse().unwrap();
    let next = month.replace(&day[..4], &(year + 1).to_string());
    let before = month.replace(&day[..4], &(year - 1).to_string());
    bob.visit(&month).await.sees("Anniversaire");
    bob.visit(&next).await.sees("Anniversaire");
    bob.visit(&before).await.misses("Anniversaire");
    gast.visit(&month).await.has_status(200).misses("Anniversaire");
}

#[tokio::test]
async fn what_is_wrong_with_a_key_date_stands_beside_its_field_and_nothing_is_lost() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let page = "/groups/jardin/settings/dates";
    for (fields, wrong, why) in [
        ([("name", ""), ("from", "2027-03-01"), ("until", "")], "name", "Remplissez"),
        ([("name", "Fête"), ("from", ""), ("until", "")], "from", "Remplissez"),
        ([("name", "Fête"), ("from", "2027-02-30"), ("until", "")], "from", ""),
        ([("name", "Fête"), ("from", "9999-01-01"), ("until", "")], "from", ""),
        ([("name", "Fête"), ("from", "2027-03-02"), ("until", "2027-03-01")], "until", "avant le premier"),
        ([("name", "Fête"), ("from", "2027-03-02"), ("until", "2027-06-01")], "until", "60 jours au plus"),
        ([("name", "Fête"), ("from", "2027-03-02"), ("until", "bientôt")], "until", ""),
    ] {
        ada.post(page, &[&fields[..], &[("act", "add")]].concat()).await.has_status(422);
        ada.has(&format!("#f-{wrong}-error"));
        if !why.is_empty() && why != "Remplissez" {
            ada.sees(why);
        }
        if wrong != "name" {
            ada.has("input[name=name][value=Fête]");
        }
    }
    ada.post(page, &[("act", "remove"), ("id", "x")]).await.has_status(404);
    assert_eq!(count(&app, "select count(*) from key_dates").await, 0);
    sqlx::query(
        "insert into key_dates (id, group_id, name, from_day, until_day)
         select gen_random_uuid(), g.id, 'Jour ' || n, '2027-01-01', '2027-01-01' from groups g, generate_series(1, 100) n",
    )
    .execute(&app.app.db)
    .await
    .unwrap();
    ada.post(page, &[("act", "add"), ("name", "De trop"), ("from", "2027-03-02")]).await.has_status(422);
    ada.sees("100 dates clés au plus").has("input[name=name][value='De trop']");
}

#[tokio::test]
async fn an_absence_is_seen_by_those_who_share_a_group_and_by_those_who_publish_there() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (mut bob, mut zoe) = (app.signed_in("Bob Durand").await, app.signed_in("Zoé Petit").await);
    let mut eve = app.signed_in("Eve Noir").await;
    group(&app, "jardin", "private", &[&ada, &bob, &zoe]).await;
    let ((day, month), (last, _)) = (soon(&app, 3), soon(&app, 5));
    bob.visit(&month).await.click("Annoncer une absence").await.sees("Vous n'avez pas annoncé d'absence.");
    bob.fill("Premier jour d'absence", &day).fill("Dernier jour d'absence", &last).fill("Un mot", "Voir Zoé");
    bob.press("Annoncer").await.sees("Votre absence est annoncée.").sees("Voir Zoé");
    // Ada manages the group: she plans around it. Zoé meets Bob there, and reads it on his profile; Eve does not.
    ada.visit(&month).await.sees("Absents : Bob Durand");
    assert_eq!(ada.page.html().matches("bsents").count(), 3, "on each of its days");
    bob.visit(&month).await.sees("Absents : Bob Durand");
    zoe.visit(&month).await.misses("Absents");
    let profile = format!("/people/{}", bob.id);
    zoe.visit(&profile).await.sees("Absence annoncée").sees("Voir Zoé");
    eve.visit(&profile).await.has_status(200).misses("Absence annoncée").misses("Voir Zoé");
    eve.visit(&month).await.misses("Absents");
    // Narrowed to another author it is not there.
    ada.visit(&format!("{month}&author={}", zoe.id)).await.misses("Absents");
    // Who has left the group does not see it any more.
    sqlx::query("delete from memberships where member_id = $1")
        .bind(zoe.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    zoe.visit(&profile).await.misses("Absence annoncée");
    // It is his alone to take back, and over it is not shown.
    let id: uuid::Uuid = sqlx::query_scalar("select id from absences").fetch_one(&app.app.db).await.unwrap();
    let id = id.to_string();
    ada.post("/settings/absences", &[("act", "withdraw"), ("id", &id)]).await;
    assert_eq!(count(&app, "select count(*) from absences").await, 1);
    bob.post("/settings/absences", &[("act", "withdraw"), ("id", &id)]).await;
    bob.visit("/settings/absences").await.sees("Vous n'avez pas annoncé d'absence.");
    let facts = "select count(*) from activity where kind in ('absence_announced', 'absence_withdrawn')";
    assert_eq!(count(&app, facts).await, 2);
}

#[tokio::test]
async fn an_absence_that_cannot_be_is_refused_in_words() {
    let app = TestApp::start().await;
    let mut bob = app.signed_in("Bob Durand").await;
    let page = "/settings/absences";
    let (day, _) = soon(&app, 3);
    for (from, until, wrong, why) in [
        ("2020-01-01", "2020-02-01", "until", "déjà passée"),
        (day.as_str(), "2020-02-01", "until", "avant le premier"),
        (day.as_str(), "2199-02-01", "until", "366 jours au plus"),
        ("", "", "from", ""),
    ] {
        let fields = [("act", "announce"), ("from", from), ("until", until), ("note", "Voir Zoé")];
        bob.post(page, &fields).await.has_status(422).has(&format!("#f-{wrong}-error")).sees(why);
        bob.has("input[name=note][value='Voir Zoé']");
    }
    let long = "x".repeat(121);
    bob.post(page, &[("act", "announce"), ("from", &day), ("note", &long)]).await.has_status(422);
    bob.has("#f-note-error");
    assert_eq!(count(&app, "select count(*) from absences").await, 0);
    // What is long over is forgotten by the night, and with someone who is anonymised all of theirs goes.
    sqlx::query("insert into absences (id, member_id, from_day, until_day) select gen_random_uuid(), $1, d::date, d::date from unnest(array['2020-01-01', '2099-01-01']) d")
        .bind(bob.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    app.run(&parvis::app::jobs::TidyUp {}).await;
    assert_eq!(count(&app, "select count(*) from absences").await, 1);
}
