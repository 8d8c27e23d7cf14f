//! Administration of people: the list, roles, leaving and coming back, and what nobody can do.

use crate::support::{TestApp, world::Person};
use parvis::authz::Level;

async fn admin(app: &TestApp) -> Person {
    app.person("Zoé").with_role("administrator").signed_in().await
}

#[tokio::test]
async fn accounts_are_found_and_filtered() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    app.signed_in("Ada").await;
    app.person("Gus").external().signed_in().await;
    zoe.visit("/admin/people").await.sees("3 comptes").sees("ada@estuaire.test").sees("Invité externe");
    zoe.visit("/admin/people?role=guest").await.sees("Un compte").sees("Gus").misses("ada@estuaire.test");
    zoe.fill("Nom, adresse ou matricule", "zoe").fill("Rôle", "").press("Filtrer").await;
    zoe.sees("Un compte").sees("zoe@estuaire.test");
    zoe.visit("/admin/people?q=personne").await.sees("Personne ne correspond");
    zoe.visit("/admin/people?state=suspended").await.sees("Personne ne correspond");
}

#[tokio::test]
async fn someone_is_kept_out_and_let_in_again() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut ada = app.signed_in("Ada").await;
    let account = format!("/admin/people/{}", ada.id);
    zoe.visit(&account).await.press("Suspendre").await.sees("Le compte est suspendu");
    ada.visit("/people").await.sees("Se connecter");
    zoe.press("Rétablir").await.sees("Le compte est rétabli");
    zoe.press("Envoyer le courrier").await.sees("Le courrier est écrit");
    let letter: String = sqlx::query_scalar("select text_body from letters where kind = 'welcome'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    let link = letter.lines().find(|line| line.contains("/reset/")).unwrap();
    let link = link.trim_start_matches("http://parvis.test").to_owned();
    app.visitor().visit(&link).await.has_status(200);
}

#[tokio::test]
async fn someone_is_forgotten_for_ever_after_typing_their_address() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let ada = app.signed_in("Ada").await;
    let account = format!("/admin/people/{}", ada.id);
    zoe.visit(&account).await.press("Anonymiser pour toujours").await.has_status(422);
    zoe.sees("Recopiez exactement l'adresse ada@estuaire.test");
    zoe.fill("Pour confirmer", "Ada@estuaire.test").press("Anonymiser pour toujours").await;
    zoe.sees("Le compte est anonymisé").misses("ada@estuaire.test");
    zoe.visit(&account).await.has_status(404);
    let left: Option<String> =
        sqlx::query_scalar("select name from members where name = 'Ada' or email like 'ada%'")
            .fetch_optional(&app.app.db)
            .await
            .unwrap();
    assert_eq!(left, None);
}

#[tokio::test]
async fn who_will_read_follows_those_who_come_and_go() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (_, slug) = app.group(&zoe, "Place", Level::Open).await;
    let place = format!("/publish?group={slug}");
    let (ada, bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    app.person("Gil").external().signed_in().await;
    zoe.visit(&place).await.sees("toute la communauté : 3 personnes");
    zoe.visit(&format!("/admin/people/{}", ada.id)).await.press("Suspendre").await.has_status(200);
    zoe.visit(&place).await.sees("toute la communauté : 2 personnes");
    zoe.visit(&format!("/admin/people/{}", ada.id)).await.press("Rétablir").await.has_status(200);
    zoe.visit(&format!("/admin/people/{}", bob.id)).await.fill("Pour confirmer", "bob@estuaire.test");
    zoe.press("Anonymiser pour toujours").await.sees("Le compte est anonymisé");
    zoe.visit(&place).await.sees("toute la communauté : 2 personnes");
    // Adding up at night changes nothing.
    app.run(&parvis::app::jobs::TidyUp {}).await;
    zoe.visit(&place).await.sees("toute la communauté : 2 personnes");
    let rows: i64 =
        sqlx::query_scalar("select count(*) from community_sizes").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(rows, 1);
}

#[tokio::test]
async fn roles_are_given_by_administrators_and_never_to_themselves() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut paul = app.person("Paul").with_role("people_administrator").signed_in().await;
    let mut ada = app.signed_in("Ada").await;
    let of = |id| format!("/admin/people/{id}");
    let (to_zoe, to_ada) = (of(zoe.id), of(ada.id));
    zoe.visit(&to_ada)
        .await
        .choose("Modérateur")
        .press("Donner ce rôle")
        .await
        .sees("C'est fait : Modérateur");
    zoe.visit(&to_zoe).await.lacks("input[name=role]").misses("Suspendre ce compte");
    zoe.post(&format!("{to_zoe}/role"), &[("role", "member")]).await.has_status(403);
    zoe.post(&format!("{to_zoe}/suspension"), &[]).await.has_status(403);
    paul.visit(&to_zoe).await.misses("Suspendre ce compte");
    paul.post(&format!("{to_zoe}/suspension"), &[]).await.has_status(403);
    paul.post(&format!("{to_zoe}/anonymisation"), &[("confirmation", &zoe.email)]).await.has_status(403);
    paul.post(&format!("{to_ada}/role"), &[("role", "administrator")]).await.has_status(403);
    ada.visit(&to_zoe).await.has_status(404);
}

#[tokio::test]
async fn two_administrators_who_take_each_other_s_role_leave_one() {
    let app = TestApp::start().await;
    let (mut zoe, mut yann) =
        (admin(&app).await, app.person("Yann").with_role("administrator").signed_in().await);
    let (to_yann, to_zoe) =
        (format!("/admin/people/{}/role", yann.id), format!("/admin/people/{}/role", zoe.id));
    let member = [("role", "member")];
    tokio::join!(zoe.post(&to_yann, &member), yann.post(&to_zoe, &member));
    let left: i64 = sqlx::query_scalar("select count(*) from members where site_role = 'administrator'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(left, 1);
}

#[tokio::test]
async fn a_download_holds_no_formula_and_comes_back_unchanged() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    sqlx::query("insert into members (id, handle, name, email, phone, headline, created_at) values (gen_random_uuid(), 'eve', '=1+1', 'eve@estuaire.test', '+33 6 12', '@SOMME(A1)', now())")
        .execute(&app.app.db)
        .await
        .unwrap();
    zoe.visit("/admin/people/export/csv").await.has_status(200);
    let text = String::from_utf8(zoe.page.body.to_vec()).unwrap();
    assert!(text.contains("'=1+1") && text.contains("'+33 6 12") && text.contains("'@SOMME(A1)"), "{text}");
    zoe.visit("/admin/people/export/xlsx").await.has_status(200);
    let file = zoe.page.body.to_vec();
    zoe.visit("/admin/people/imports")
        .await
        .attach("Fichier", "personnes.xlsx", file)
        .press("Envoyer et continuer")
        .await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    let here = zoe.page.address.clone();
    zoe.visit(&here).await.press("Vérifier sans rien écrire").await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    zoe.visit(&here)
        .await
        .sees("À créer : 0. À modifier : 0. Lignes avec une erreur, qui ne changeront rien : 0.");
}

#[tokio::test]
async fn the_account_of_a_last_manager_ends_and_administrators_name_another() {
    let app = TestApp::start().await;
    let mut paul = app.person("Paul").with_role("people_administrator").signed_in().await;
    let mut gro = app.person("Gro").with_role("groups_administrator").signed_in().await;
    let (ada, bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let (alone, _) = app.group(&ada, "Chorale", parvis::authz::Level::Open).await;
    let (shared, _) = app.group(&ada, "Jardin", parvis::authz::Level::Open).await;
    app.belongs(shared, bob.id, "manager").await;
    let account = format!("/admin/people/{}", ada.id);
    paul.visit(&account).await.sees("est seule à gérer 1 groupe");
    paul.fill("Pour confirmer", &ada.email)
        .press("Anonymiser pour toujours")
        .await
        .sees("Le compte est anonymisé");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    gro.visit("/notifications").await.sees("Un groupe n'a plus de gestionnaire");
    gro.visit(&format!("/admin/groups/{alone}")).await.sees("Ce groupe n'a plus de gestionnaire");
    gro.visit(&format!("/admin/groups/{shared}")).await.misses("n'a plus de gestionnaire");
    let told: Vec<uuid::Uuid> =
        sqlx::query_scalar("select group_id from activity where kind = 'group_orphaned'")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(told, [alone.0]);
}
