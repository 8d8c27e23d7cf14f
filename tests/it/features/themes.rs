//! Themes of groups and their order in the list.

use parvis::authz::Level;

use crate::support::{TestApp, world::Person};

async fn administrator(app: &TestApp) -> Person {
    app.person("Alice").with_role("groups_administrator").signed_in().await
}

async fn theme(app: &TestApp, alice: &mut Person, name: &str) -> i32 {
    alice
        .visit("/admin/themes")
        .await
        .fill("Nom en français", name)
        .press("Ajouter le thème")
        .await
        .sees(name);
    sqlx::query_scalar("select id from group_themes where name_fr = $1")
        .bind(name)
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

fn order(person: &Person, names: &[&str]) {
    let text = person.page.text();
    let places: Vec<usize> = names.iter().map(|name| text.rfind(name).expect(name)).collect();
    assert!(places.is_sorted(), "{names:?} stand at {places:?}");
}

#[tokio::test]
async fn groups_stand_in_themes_and_in_the_order_of_their_places() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let (_, bees) = app.group(&ada, "Abeilles", Level::Open).await;
    let (choir_id, choir) = app.group(&ada, "Chorale", Level::Open).await;
    let (_, dance) = app.group(&ada, "Zumba", Level::Secret).await;
    bob.visit("/groups").await.misses("Tous les thèmes");
    order(&bob, &["Abeilles", "Chorale"]);
    let nature = theme(&app, &mut alice, "Nature").await;
    let culture = theme(&app, &mut alice, "Culture").await;
    // The managers say in which theme their group stands.
    for (slug, theme) in [(&bees, nature), (&choir, culture), (&dance, culture)] {
        ada.visit(&format!("/groups/{slug}/settings")).await.click("Thème").await;
        ada.fill("Thème du groupe", &theme.to_string()).press("Enregistrer").await.has_status(200);
    }
    bob.visit("/groups").await.sees("Tous les thèmes").sees("Culture 11 groupe");
    bob.click("Culture 11 groupe").await.sees("Chorale").misses("Abeilles").misses("Zumba");
    let (shown, hidden) = (format!("#group-{dance}"), format!("#group-{bees}"));
    ada.visit(&format!("/groups?theme={culture}")).await.has(&shown).lacks(&hidden);
    bob.visit("/groups?theme=999").await.sees("Aucun groupe dans ce thème");
    bob.visit("/groups?theme=x").await.sees("Abeilles").sees("Chorale");
    // Administrators say which come first.
    let here = format!("/admin/groups/{choir_id}");
    alice.visit(&here).await.fill("Place dans la liste", "zéro").press("Ranger").await.has_status(422);
    alice.sees("Écrivez un nombre de 1 à 999");
    alice.fill("Place dans la liste", "1").press("Ranger").await.sees("enregistr");
    bob.visit("/groups").await;
    order(&bob, &["Chorale", "Abeilles"]);
    let facts: i64 = sqlx::query_scalar("select count(*) from activity where kind = 'group_filed'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(facts, 4);
}

#[tokio::test]
async fn themes_are_renamed_ordered_and_removed_without_their_groups() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let mut ada = app.signed_in("Ada").await;
    let (_, slug) = app.group(&ada, "Abeilles", Level::Open).await;
    let nature = theme(&app, &mut alice, "Nature").await;
    let culture = theme(&app, &mut alice, "Culture").await;
    alice
        .visit("/admin/themes")
        .await
        .press("Ajouter le thème")
        .await
        .has_status(422)
        .sees("Remplissez ce champ");
    alice.post(&format!("/admin/themes/{culture}/move"), &[("to", "up")]).await;
    alice.visit("/admin/themes").await;
    order(&alice, &["Culture", "Nature"]);
    alice.post(&format!("/admin/themes/{nature}"), &[("name_fr", "Dehors"), ("name_en", "")]).await;
    alice.visit("/admin/themes").await.sees("Dehors").misses("Nature");
    ada.post(&format!("/groups/{slug}/settings/theme"), &[("theme", &nature.to_string())]).await;
    ada.post(&format!("/groups/{slug}/settings/theme"), &[("theme", "999")]).await.has_status(422);
    ada.visit("/groups").await.sees("Dehors");
    alice.post(&format!("/admin/themes/{nature}/removal"), &[]).await;
    ada.visit("/groups").await.sees("Abeilles").misses("Dehors");
}

#[tokio::test]
async fn only_those_who_administer_groups_make_themes() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let nature = theme(&app, &mut alice, "Nature").await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let (group, slug) = app.group(&ada, "Abeilles", Level::Open).await;
    for person in [&mut ada, &mut bob] {
        person.visit("/admin/themes").await.has_status(403);
        person.post("/admin/themes", &[("name_fr", "A")]).await.has_status(403);
        person.post(&format!("/admin/themes/{nature}/removal"), &[]).await.has_status(403);
        person.post(&format!("/admin/groups/{group}/filing"), &[("place", "1")]).await.has_status(404);
    }
    bob.post(&format!("/groups/{slug}/settings/theme"), &[("theme", &nature.to_string())])
        .await
        .has_status(403);
}
