//! Rings: defined by administrators, given to people, seen round pictures, found in the directory.

use chrono::TimeDelta;
use parvis::{authz::Level, features::rings::TurnDay, jobs::Enqueue as _};

use crate::support::{TestApp, world::Person};

async fn admin(app: &TestApp) -> Person {
    app.person("Zoé").with_role("people_administrator").signed_in().await
}

/// Defines a ring through the form and answers its number.
async fn kind(app: &TestApp, zoe: &mut Person, label: &str, pattern: &str, scope: &str) -> i32 {
    zoe.visit("/admin/rings/new")
        .await
        .fill("Nom en français", label)
        .fill("Nom en anglais", &format!("{label} EN"))
        .fill("Ce qu'il veut dire, en français", &format!("À propos de {label}"))
        .fill("Couleur", "lilas")
        .fill("Motif", pattern)
        .choose(scope)
        .press("Enregistrer")
        .await
        .sees("L'anneau est enregistré")
        .sees(label);
    sqlx::query_scalar("select id from ring_kinds where label_fr = $1")
        .bind(label)
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

async fn give(zoe: &mut Person, whom: &Person, ring: i32, from: &str, until: &str) {
    let address = format!("/admin/people/{}/rings", whom.id);
    zoe.visit(&address)
        .await
        .fill("Anneau", &ring.to_string())
        .fill("Premier jour", from)
        .fill("Dernier jour", until)
        .press("Donner l'anneau")
        .await
        .sees("L'anneau est donné");
}

async fn turn(app: &TestApp) {
    let mut tx = app.begin().await;
    tx.enqueue(&TurnDay {}).await.unwrap();
    tx.commit().await.unwrap();
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
}

fn day(app: &TestApp, days: i64) -> String {
    (app.app.clock.now() + TimeDelta::days(days)).format("%Y-%m-%d").to_string()
}

#[tokio::test]
async fn a_ring_is_defined_given_and_seen_in_words_by_everybody() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (ada, mut bob) = (app.signed_in("Ada").await, app.person("Bob").english().signed_in().await);
    let ring = kind(&app, &mut zoe, "Ambassadrice", "dashed", "Pour toute la communauté").await;
    give(&mut zoe, &ada, ring, "", "").await;
    zoe.visit(&format!("/people/{}", ada.id))
        .await
        .sees("Ambassadrice")
        .has(".phero__ava .ringed[data-ring=dashed][data-h=lilas] .ava")
        .click("Que disent les anneaux ?")
        .await
        .sees("Ambassadrice")
        .sees("À propos de Ambassadrice");
    bob.visit("/people").await.sees("Ambassadrice EN").has(&format!("#person-{} .ringed", ada.id));
    bob.visit("/rings").await.sees("Ambassadrice EN");
    zoe.visit(&format!("/admin/people/{}/rings", ada.id))
        .await
        .press("Retirer Ambassadrice")
        .await
        .sees("L'anneau est retiré");
    bob.visit(&format!("/people/{}", ada.id)).await.misses("Ambassadrice").lacks(".ringed");
    let facts: Vec<String> =
        sqlx::query_scalar("select kind from activity where kind like 'ring%' order by id")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(facts, ["ring_defined", "ring_given", "ring_taken"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_ring_is_said_beside_the_field() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let ada = app.signed_in("Ada").await;
    zoe.visit("/admin/rings/new").await.press("Enregistrer").await.has_status(422).sees("Nom en français");
    zoe.post("/admin/rings/new", &[("label_fr", "A"), ("hue", "fluo"), ("pattern", "zigzag")])
        .await
        .has_status(422)
        .sees("Choisissez une couleur de la liste")
        .sees("Choisissez un motif de la liste")
        .sees("Choisissez qui donne cet anneau");
    let ring = kind(&app, &mut zoe, "Référent", "solid", "Propre à un groupe").await;
    let address = format!("/admin/people/{}/rings", ada.id);
    zoe.visit(&address).await.sees("Aucun anneau n'est à donner ici");
    zoe.post(&address, &[("ring", &ring.to_string())]).await.has_status(422);
    let ring = kind(&app, &mut zoe, "Sponsor", "solid", "Pour toute la communauté").await.to_string();
    zoe.post(&address, &[("ring", &ring), ("from", "2026-02-31"), ("until", "hier")])
        .await
        .has_status(422)
        .sees("Cette date n'existe pas");
    zoe.post(&address, &[("ring", &ring), ("from", "2026-12-01"), ("until", "2026-11-01")])
        .await
        .has_status(422)
        .sees("La fin vient avant le début");
    zoe.post(&address, &[("ring", "999999")]).await.has_status(422);
    zoe.post(&address, &[("ring", "")]).await.has_status(422);
    zoe.visit("/admin/rings/999999").await.has_status(404);
    zoe.visit("/admin/rings/x").await.has_status(404);
}

#[tokio::test]
async fn rings_come_and_go_with_their_days() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut ada = app.signed_in("Ada").await;
    let own = format!("/people/{}", ada.id);
    let now = kind(&app, &mut zoe, "Nouvelle venue", "dotted", "Pour toute la communauté").await;
    let later = kind(&app, &mut zoe, "Sponsor", "arcs", "Pour toute la communauté").await;
    give(&mut zoe, &ada, now, "", &day(&app, 3)).await;
    give(&mut zoe, &ada, later, &day(&app, 10), "").await;
    zoe.visit(&format!("/admin/people/{}/rings", ada.id)).await.sees("n'est pas affiché aujourd'hui");
    ada.visit(&own).await.sees("Nouvelle venue · jusqu'au").misses("Sponsor");
    app.clock.advance(TimeDelta::days(5));
    turn(&app).await;
    ada.returns(&app).await;
    ada.visit(&own).await.misses("Nouvelle venue").misses("Sponsor").lacks(".ringed");
    app.clock.advance(TimeDelta::days(6));
    turn(&app).await;
    ada.returns(&app).await;
    ada.visit(&own).await.sees("Sponsor").has(".phero .ringed[data-ring=arcs]");
    ada.visit("/people?ring=").await.sees("Sponsor");
}

#[tokio::test]
async fn the_first_in_precedence_is_in_front_and_all_are_in_words() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let ada = app.signed_in("Ada").await;
    let first = kind(&app, &mut zoe, "Première", "solid", "Pour toute la communauté").await;
    let second = kind(&app, &mut zoe, "Seconde", "double", "Pour toute la communauté").await;
    give(&mut zoe, &ada, second, "", "").await;
    give(&mut zoe, &ada, first, "", "").await;
    let own = format!("/people/{}", ada.id);
    let outer = ".phero__ava > .ringed--outer";
    zoe.visit(&own).await.has(&format!("{outer}[data-ring=double] > .ringed[data-ring=solid] > .ava"));
    zoe.sees("Première, Seconde");
    zoe.post(&format!("/admin/rings/{second}/move"), &[("to", "up")]).await;
    zoe.visit(&own).await.has(&format!("{outer}[data-ring=solid] > .ringed[data-ring=double] > .ava"));
    zoe.visit("/people").await.has(".member__role");
    zoe.visit(&format!("/admin/rings/{first}"))
        .await
        .press("Archiver cet anneau")
        .await
        .sees("L'anneau est archivé");
    zoe.visit(&own).await.misses("Première").sees("Seconde");
    zoe.visit("/rings").await.misses("Première");
    zoe.visit("/admin/rings").await.press("Rétablir Première").await;
    zoe.visit(&own).await.sees("Première");
    zoe.visit(&format!("/admin/rings/{first}"))
        .await
        .fill("Nom en français", "Aînée")
        .press("Enregistrer")
        .await;
    zoe.visit(&own).await.sees("Aînée").misses("Première");
}

#[tokio::test]
async fn a_group_ring_is_given_by_its_managers_and_seen_in_it_alone() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (mut mona, mut ada) = (app.signed_in("Mona").await, app.signed_in("Ada").await);
    let (mut bob, mut guest) = (app.signed_in("Bob").await, app.person("Gus").external().signed_in().await);
    let ring = kind(&app, &mut zoe, "Animatrice", "solid", "Propre à un groupe").await.to_string();
    let (group, slug) = app.group(&mona, "Jardin", Level::Secret).await;
    app.belongs(group, ada.id, "member").await;
    app.belongs(group, guest.id, "guest").await;
    let list = format!("/groups/{slug}/members");
    let address = format!("{list}/{}/rings", ada.id);
    mona.visit(&list).await.has(&format!("a[href='{address}']"));
    mona.visit(&address)
        .await
        .fill("Anneau", &ring)
        .press("Donner l'anneau")
        .await
        .sees("L'anneau est donné");
    guest.visit(&list).await.has(&format!("#member-{} .ringed", ada.id));
    guest.visit(&format!("/people/{}", ada.id)).await.sees("Animatrice · dans Jardin");
    // Elsewhere, and for those who do not know the group, there is no such ring.
    ada.visit("/people").await.sees("Ada").lacks(".ringed");
    bob.visit(&format!("/people/{}", ada.id)).await.misses("Animatrice").lacks(".ringed");
    bob.visit(&format!("/people?ring={ring}")).await.sees("Aucune personne");
    guest.visit(&format!("/people?ring={ring}")).await.sees("1 personne").sees("Ada");
    for refused in [&mut ada, &mut guest] {
        refused.visit(&address).await.has_status(403);
        refused.post(&address, &[("ring", &ring)]).await.has_status(403);
    }
    bob.visit(&address).await.has_status(404);
    zoe.visit(&address).await.has_status(404);
    // Who leaves takes nothing along.
    sqlx::query("delete from memberships where member_id = $1")
        .bind(ada.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    let rings: serde_json::Value = sqlx::query_scalar("select rings from members where id = $1")
        .bind(ada.id)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(rings, serde_json::json!([]));
}

#[tokio::test]
async fn the_directory_is_narrowed_by_rings_with_counts() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (ada, bob, eve) =
        (app.signed_in("Ada").await, app.signed_in("Bob").await, app.signed_in("Eve").await);
    let mut guest = app.person("Gus").external().signed_in().await;
    let (group, _) = app.group(&eve, "Jardin", Level::Private).await;
    app.belongs(group, guest.id, "guest").await;
    let sponsor = kind(&app, &mut zoe, "Sponsor", "solid", "Pour toute la communauté").await;
    let referent = kind(&app, &mut zoe, "Référente", "double", "Pour toute la communauté").await;
    for person in [&ada, &bob] {
        give(&mut zoe, person, sponsor, "", "").await;
    }
    give(&mut zoe, &eve, referent, "", "").await;
    zoe.visit("/people").await.sees("Sponsor22 personnes").sees("Référente11 personne");
    zoe.visit(&format!("/people?ring={sponsor}"))
        .await
        .sees("2 personnes")
        .sees("Ada")
        .sees("Bob")
        .misses("Eve")
        .sees("Référente11 personne");
    zoe.visit(&format!("/people?ring={sponsor}&ring={referent}")).await.sees("3 personnes");
    zoe.visit(&format!("/people?ring={sponsor}&q=ada")).await.sees("1 personne").misses("Bob");
    zoe.visit("/people?ring=999&ring=x").await.sees("Aucune personne").sees("Un anneau que personne");
    guest.visit("/people").await.sees("Référente11 personne").misses("Sponsor");
    guest.visit(&format!("/people?ring={sponsor}")).await.sees("Aucune personne");
}

#[tokio::test]
async fn only_those_who_look_after_people_define_and_give_rings() {
    let app = TestApp::start().await;
    let ada = app.signed_in("Ada").await;
    let mut people = [
        app.signed_in("Bob").await,
        app.person("Gus").external().signed_in().await,
        app.person("Gro").with_role("groups_administrator").signed_in().await,
        app.person("Mod").with_role("moderator").signed_in().await,
    ];
    for person in &mut people {
        person.visit("/admin/rings").await.has_status(403);
        person.post("/admin/rings/new", &[("label_fr", "A")]).await.has_status(403);
        person.visit(&format!("/admin/people/{}/rings", ada.id)).await.has_status(404);
        person.post(&format!("/admin/people/{}/rings", ada.id), &[("ring", "1")]).await.has_status(404);
    }
    people[0].visit("/rings").await.sees("n'utilise pas d'anneaux");
}
