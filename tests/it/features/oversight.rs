//! What administrators do about groups, and what they do not see of them.

use parvis::authz::Level;

use crate::support::{TestApp, world::Person};

async fn administrator(app: &TestApp) -> Person {
    app.person("Alice").with_role("groups_administrator").signed_in().await
}

#[tokio::test]
async fn a_source_says_whom_it_touches_and_holds_them() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let mut gil = app.person("Gil").external().signed_in().await;
    let (group, slug) = app.group(&ada, "Nouvelles", Level::Open).await;
    let here = format!("/admin/groups/{group}");
    yann.visit(&here).await.has_status(404);
    yann.visit("/admin/groups").await.has_status(403);
    alice.visit("/admin/groups").await.sees("Nouvelles");
    alice.visit(&here).await.choose("Groupe source").press("Enregistrer").await;
    alice
        .sees("2 personnes entreront dans le groupe")
        .press("Confirmer et enregistrer")
        .await
        .has_status(200);
    // Everybody but guests; nobody leaves; only managers publish.
    yann.visit(&format!("/groups/{slug}"))
        .await
        .sees("3 membres")
        .misses("Quitter le groupe")
        .lacks("#compose");
    yann.post(&format!("/groups/{slug}/departure"), &[])
        .await
        .has_status(403)
        .sees("Toute la communauté suit ce groupe");
    yann.visit(&format!("/publish?group={slug}")).await.lacks(&format!("option[value={slug}]"));
    ada.visit(&format!("/groups/{slug}")).await.has("#compose");
    ada.post(&format!("/groups/{slug}/members/{}/removal", yann.id), &[]).await.has_status(403);
    gil.visit(&format!("/groups/{slug}")).await.has_status(404);
    alice.visit(&here).await.choose("Groupe ordinaire").press("Enregistrer").await.has_status(200);
    yann.post(&format!("/groups/{slug}/departure"), &[]).await.has_status(200);
}

#[tokio::test]
async fn newcomers_begin_in_default_groups_and_may_leave_them() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let ada = app.signed_in("Ada").await;
    let (group, slug) = app.group(&ada, "Accueil", Level::Open).await;
    alice
        .visit(&format!("/admin/groups/{group}"))
        .await
        .choose("Groupe par défaut")
        .press("Enregistrer")
        .await;
    let mut tx = app.tx(alice.id).await;
    let mut zoe = app.signed_in("Zoé").await;
    parvis::features::groups::membership::enrol_newcomer(&mut tx, zoe.id).await.unwrap();
    tx.commit().await.unwrap();
    zoe.visit(&format!("/groups/{slug}")).await.sees("2 membres").press("Quitter le groupe").await;
    zoe.sees("Vous avez quitté Accueil");
}

#[tokio::test]
async fn only_administrators_change_who_belongs_to_a_locked_group() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let (group, slug) = app.group(&ada, "Bureau", Level::Open).await;
    let here = format!("/admin/groups/{group}");
    alice.visit(&here).await.choose("Groupe verrouillé").press("Enregistrer").await.has_status(200);
    yann.visit(&format!("/groups/{slug}")).await.misses("Rejoindre le groupe");
    yann.post(&format!("/groups/{slug}/membership"), &[])
        .await
        .has_status(403)
        .sees("Seuls les administrateurs");
    ada.post(&format!("/groups/{slug}/invitations"), &[("way", "name"), ("handle", "yann")])
        .await
        .has_status(403);
    alice.visit(&here).await.fill("Adresse e-mail ou identifiant", "personne").press("Faire entrer").await;
    alice.has_status(422).sees("Personne n'a cette adresse");
    alice
        .fill("Adresse e-mail ou identifiant", "@yann")
        .press("Faire entrer")
        .await
        .sees("Yann fait maintenant partie");
    yann.post(&format!("/groups/{slug}/departure"), &[]).await.has_status(403);
    alice.visit(&here).await.fill("Adresse e-mail ou identifiant", "@yann").press("Faire sortir").await;
    alice.sees("Yann ne fait plus partie du groupe");
    alice.fill("Adresse e-mail ou identifiant", "@ada").press("Faire sortir").await.has_status(403);
}

#[tokio::test]
async fn a_group_whose_last_manager_goes_asks_for_another() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let (ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let (group, slug) = app.group(&ada, "Chorale", Level::Open).await;
    let here = format!("/admin/groups/{group}");
    alice.visit(&here).await.misses("n'a plus de gestionnaire");
    alice.post(&format!("{here}/manager"), &[("manager", "@yann")]).await.has_status(403);
    sqlx::query("update members set suspended_at = now() where id = $1")
        .bind(ada.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    let mut tx = app.tx(yann.id).await;
    tx.record(parvis::db::Fact::MemberSuspended { member: ada.id }).await.unwrap();
    tx.commit().await.unwrap();
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    alice.visit("/notifications").await.sees("Un groupe n'a plus de gestionnaire");
    alice.visit("/admin/groups").await.sees("Sans gestionnaire");
    alice.visit(&here).await.fill("Adresse e-mail ou identifiant de la personne", "@yann");
    alice.press("Nommer gestionnaire").await.sees("Yann gère maintenant le groupe");
    yann.visit(&format!("/groups/{slug}/settings")).await.has_status(200);
}

#[tokio::test]
async fn an_administrator_enters_openly_with_a_reason_and_for_a_while() {
    let app = TestApp::start().await;
    let mut alice = administrator(&app).await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let (group, slug) = app.group(&ada, "Zibeline", Level::Secret).await;
    let post = app.post(ada.id, &slug, "Entre nous", Vec::new()).await;
    let here = format!("/admin/groups/{group}");
    alice.visit("/admin/groups").await.sees("Groupe secret").misses("Zibeline");
    alice.visit(&here).await.misses("Zibeline").press("Entrer dans le groupe").await.has_status(422);
    alice.visit(&format!("/posts/{post}")).await.has_status(404);
    yann.post(&format!("{here}/entry"), &[("why", "Pour voir")]).await.has_status(404);
    alice.visit(&here).await.fill("Pourquoi", "Signalement à vérifier").press("Entrer dans le groupe").await;
    alice
        .has_status(200)
        .sees("Zibeline")
        .sees("Entre nous")
        .sees("Vous visitez ce groupe")
        .lacks("#compose");
    alice.visit(&format!("/publish?group={slug}")).await.lacks(&format!("option[value={slug}]"));
    alice.post(&format!("/posts/{post}/comments"), &[("body", "Bonjour")]).await.has_status(403);
    // Its managers are told, and read why; nobody counts the visitor among the members.
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    ada.visit("/notifications").await.sees("Alice est entré comme administrateur dans Zibeline");
    ada.visit(&format!("/groups/{slug}/settings/visits"))
        .await
        .sees("Signalement à vérifier")
        .sees("visite en cours");
    ada.visit(&format!("/groups/{slug}/members")).await.sees("1 membre").misses("Alice");
    alice
        .visit(&format!("/groups/{slug}"))
        .await
        .press("Sortir du groupe")
        .await
        .sees("Vous êtes sorti du groupe");
    alice.visit(&format!("/groups/{slug}")).await.has_status(404);
    ada.visit(&format!("/groups/{slug}/settings/visits")).await.misses("visite en cours");
    let recorded: Vec<String> = sqlx::query_scalar(
        "select kind from activity where kind in ('administrator_entered', 'administrator_left') order by id",
    )
    .fetch_all(&app.app.db)
    .await
    .unwrap();
    assert_eq!(recorded, ["administrator_entered", "administrator_left"]);
}
