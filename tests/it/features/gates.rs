//! What people meet who arrive, and until when the others may wait.

use crate::support::{TestApp, world::Person};

async fn admin(app: &TestApp) -> Person {
    app.person("Zoé").with_role("people_administrator").signed_in().await
}

/// Arrived by an invitation, a moment ago.
async fn arrives(app: &TestApp, name: &str) -> Person {
    let person = app.signed_in(name).await;
    at_gate(app, &person).await;
    person
}

async fn at_gate(app: &TestApp, person: &Person) {
    sqlx::query("update members set gate_since = now(), gate_passed = '{}' where id = $1")
        .bind(person.id)
        .execute(&app.app.db)
        .await
        .unwrap();
}

/// A required text, by the form of the administrators.
async fn requires(zoe: &mut Person, label: &str, due: &str) {
    let field = [
        ("kind", "text"),
        ("label_fr", label),
        ("reason_fr", "Pour vous trouver"),
        ("section", "new"),
        ("section_fr", label),
        ("visibility", "members"),
        ("flags", "required"),
        ("flags", "by_member"),
        ("due", due),
    ];
    zoe.post("/admin/fields/new", &field).await;
}

async fn about(app: &TestApp, person: &Person) -> String {
    sqlx::query_scalar("select about from members where id = $1")
        .bind(person.id)
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

#[tokio::test]
async fn new_people_answer_read_and_introduce_themselves_in_this_order() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    zoe.visit("/admin/welcome")
        .await
        .fill("Mot de bienvenue en français", "Bienvenue **à bord** !")
        .choose("Proposer de se présenter")
        .press("Enregistrer")
        .await
        .sees("L'accueil est enregistré");
    requires(&mut zoe, "Site", "").await;
    let mut eve = arrives(&app, "Eve").await;
    eve.visit("/groups").await.sees("Encore un instant").sees("Encore 3 étapes");
    eve.fill("Site", "Nantes").press("Continuer").await.sees("Bienvenue à bord").has(".prose strong");
    eve.visit("/feed").await.sees("Bienvenue à bord");
    eve.press("Continuer").await.sees("Présentez-vous en quelques mots").sees("publiés nulle part ailleurs");
    eve.press("Mettre dans mon profil").await.has_status(422).sees("Écrivez quelques mots");
    eve.fill("Quelques mots sur vous", "Je répare des vélos.").press("Mettre dans mon profil").await;
    eve.sees("Merci, c'est complet");
    let own = format!("/people/{}", eve.id);
    eve.visit(&own).await.sees("Je répare des vélos.");
    eve.visit("/welcome").await.misses("Présentez-vous");
    let passed: Vec<String> = sqlx::query_scalar(
        "select kind from activity where kind in ('gate_passed', 'gates_changed') order by id",
    )
    .fetch_all(&app.app.db)
    .await
    .unwrap();
    assert_eq!(passed, ["gates_changed", "gate_passed"]);
    // Those who were there before meet none of it.
    zoe.visit("/feed").await.misses("Bienvenue à bord");
}

#[tokio::test]
async fn an_introduction_is_skipped_and_nothing_typed_is_kept_or_shown() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    zoe.visit("/admin/welcome").await.choose("Proposer de se présenter").press("Enregistrer").await;
    let mut eve = arrives(&app, "Eve").await;
    eve.visit("/feed").await.sees("Présentez-vous").misses("étapes");
    eve.fill("Quelques mots sur vous", "Secret")
        .press("Passer cette étape")
        .await
        .sees("Merci, c'est complet");
    assert_eq!(about(&app, &eve).await, "");
    eve.visit("/feed").await.misses("Présentez-vous");
    // A step sent twice, or of a page of yesterday, is taken for what it is.
    eve.post("/welcome/step", &[("step", "introduction"), ("act", "show"), ("about", "Encore")]).await;
    eve.post("/welcome/step", &[("step", "fields")]).await;
    eve.post("/welcome/step", &[("step", "nothing")]).await;
    assert_eq!(about(&app, &eve).await, "");
}

#[tokio::test]
async fn people_who_are_there_see_a_banner_until_the_deadline_and_a_gate_after_it() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut ada = app.signed_in("Ada").await;
    requires(&mut zoe, "Site", "2099-12-31").await;
    ada.visit("/feed").await.sees("Une réponse nécessaire manque").sees("avant le 31 décembre 2099");
    ada.visit("/groups").await.has_status(200).misses("maintenant nécessaires");
    sqlx::query("update fields set due_on = current_date - 1").execute(&app.app.db).await.unwrap();
    ada.visit("/groups").await.sees("Ces réponses sont maintenant nécessaires").misses("Plus tard");
    ada.visit("/settings").await.misses("maintenant nécessaires");
    // Whoever can change what is asked is not held.
    zoe.visit("/admin/fields").await.sees("Site").misses("maintenant nécessaires");
    ada.visit("/groups").await.fill("Site", "Nantes").press("Continuer").await.sees("Merci, c'est complet");
    ada.visit("/groups").await.misses("maintenant nécessaires");
}

#[tokio::test]
async fn a_deadline_goes_with_a_required_field_and_is_a_day() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    requires(&mut zoe, "Site", "hier").await;
    zoe.has_status(422).sees("Cette date n'existe pas");
    let optional = [
        ("kind", "text"),
        ("label_fr", "Site"),
        ("section", "new"),
        ("section_fr", "A"),
        ("visibility", "members"),
        ("flags", "by_member"),
        ("due", "2099-12-31"),
    ];
    zoe.post("/admin/fields/new", &optional).await.has_status(422).sees("Une date limite ne va qu'avec");
}

#[tokio::test]
async fn only_those_who_look_after_people_say_what_newcomers_meet() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut ada = app.signed_in("Ada").await;
    ada.visit("/admin/welcome").await.has_status(403);
    ada.post("/admin/welcome", &[("welcome_fr", "A")]).await.has_status(403);
    zoe.post("/admin/welcome", &[("welcome_en", "Hello")]).await.has_status(422).sees("Hello");
    let long = "a".repeat(4_001);
    zoe.post("/admin/welcome", &[("welcome_fr", &long)]).await.has_status(422);
}
