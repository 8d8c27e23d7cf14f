//! Administration: for administrators alone, letters with their link, the log without secrets.

use parvis::{
    db::Fact,
    i18n::Locale,
    kernel::{EmailAddress, Url},
    mail::{self, Letter},
};

use crate::support::TestApp;

const PAGES: [&str; 5] = ["/admin", "/admin/letters", "/admin/jobs", "/admin/log", "/admin/access"];

#[tokio::test]
async fn only_administrators_come_in() {
    let app = TestApp::start().await;
    let (mut member, mut people) =
        (app.signed_in("Ada").await, app.person("Paul").with_role("people_administrator").signed_in().await);
    let mut admin = app.person("Zoé").with_role("administrator").signed_in().await;
    for page in PAGES {
        member.visit(page).await.has_status(403);
        admin.visit(page).await.has_status(200);
    }
    people.visit("/admin").await.has_status(200).lacks("a[href='/admin/letters']");
    people.visit("/admin/letters").await.has_status(403);
    people.post("/admin/jobs/retry", &[]).await.has_status(403);
}

#[tokio::test]
async fn a_letter_that_waits_can_be_read_and_its_link_copied() {
    let app = TestApp::start().await;
    let mut admin = app.person("Zoé").with_role("administrator").signed_in().await;
    admin
        .visit("/admin/letters")
        .await
        .sees("Aucun courrier en attente")
        .sees("Aucun serveur d'envoi n'est configuré");
    let mut tx = app.begin().await;
    let letter = Letter {
        kind: "reset_password",
        member: None,
        to: EmailAddress::parse("ada@estuaire.test").unwrap(),
        to_name: "Ada".to_owned(),
        locale: Locale::Fr,
        subject: "Un nouveau mot de passe".to_owned(),
        paragraphs: vec!["Bonjour Ada.".to_owned()],
        quote: None,
        button: Some(("Choisir".to_owned(), Url::path("/reset").join("abc"))),
        foot: "Pied".to_owned(),
    };
    mail::post(&mut tx, &app.app.config, letter).await.unwrap();
    tx.commit().await.unwrap();
    admin
        .visit("/admin/letters")
        .await
        .click("Un nouveau mot de passe · Réseau Estuaire")
        .await
        .sees("Bonjour Ada.");
    admin.has("copy-link button[value='http://parvis.test/reset/abc']");
}

#[tokio::test]
async fn the_log_names_what_the_reader_may_know() {
    let app = TestApp::start().await;
    let mut admin = app.person("Zoé").with_role("administrator").signed_in().await;
    let ada = app.signed_in("Ada").await;
    let now = app.app.clock.now();
    let group = parvis::kernel::GroupId::new(now);
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, 'ombre', 'Cercle caché', 'x', 'secret', $2)")
        .bind(group)
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    let mut tx = app.begin().await;
    tx.record(Fact::MemberJoined { group, member: ada.id }).await.unwrap();
    tx.record(Fact::NoticesChanged { member: ada.id }).await.unwrap();
    tx.commit().await.unwrap();
    admin
        .visit("/admin/log")
        .await
        .sees("Entrée dans un groupe")
        .sees("Ada")
        .sees("Un groupe que vous ne voyez pas")
        .misses("Cercle caché");
    admin.visit("/admin/log?kind=signed_in").await.sees("Rien à cet endroit du journal");
    admin.visit("/admin/log?person=Ada").await.has("tbody tr");
    admin.visit("/admin/log?person=Personne").await.sees("Personne ne correspond");
}
