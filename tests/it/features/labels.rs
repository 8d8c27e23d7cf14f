//! Labels: kept by managers and administrators, put on posts, found and followed; by those who may.

use parvis::kernel::LabelId;
use sqlx::PgPool;

use super::posts::{group, publish};
use crate::support::{TestApp, world::Person};

const KEEP: &str = "/groups/jardin/settings/labels";

/// Makes a label on the page of those who keep them.
async fn make(app: &TestApp, who: &mut Person, page: &str, name: &str, hue: &str) -> LabelId {
    who.visit(page)
        .await
        .fill("Nom", name)
        .choose(hue)
        .press("Créer l'étiquette")
        .await
        .sees("L'étiquette est enregistrée");
    id(&app.app.db, name).await
}

async fn id(db: &PgPool, name: &str) -> LabelId {
    sqlx::query_scalar("select id from labels where name = $1").bind(name).fetch_one(db).await.unwrap()
}

async fn facts(app: &TestApp, kind: &str) -> i64 {
    sqlx::query_scalar("select count(*) from activity where kind = $1")
        .bind(kind)
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_manager_keeps_labels_and_authors_put_them_on() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    ada.visit(KEEP).await.sees("Aucune étiquette");
    let label = make(&app, &mut ada, KEEP, "Semis", "Feuille").await;
    ada.visit("/groups/jardin/settings").await.click("Étiquettes").await.sees("aucune publication");
    ada.fill("Nom", "sémis").press("Créer l'étiquette").await.has_status(422).sees("porte déjà ce nom");
    ada.visit(KEEP).await.fill("Nom", "").press("Créer l'étiquette").await.has_status(422);
    let typed = [("act", "save"), ("name", "Autre"), ("hue", "arc-en-ciel")];
    ada.post(KEEP, &typed).await.has_status(422).sees("Choisissez une des couleurs");
    bob.visit(KEEP).await.has_status(403);
    bob.post(KEEP, &[("act", "archive"), ("id", &label.to_string())]).await.has_status(403);
    let post = publish(&app, &mut bob, "jardin", "Les radis lèvent").await;
    bob.visit(&format!("/posts/{post}/labels")).await.choose("Semis").press("Enregistrer").await;
    bob.sees("Les étiquettes sont enregistrées").has(".post__labels a.tag[data-h='feuille']");
    ada.visit("/feed").await.has(".post__labels a.tag");
    ada.click("Semis").await.sees("Les radis lèvent");
    ada.visit(KEEP)
        .await
        .sees("1 publication")
        .press("Retirer Semis")
        .await
        .sees("ne se voit plus nulle part");
    bob.visit("/feed").await.lacks(".post__labels a.tag");
    bob.visit(&format!("/labels/{label}")).await.has_status(404);
    ada.visit(KEEP).await.press("Reprendre Semis").await;
    bob.visit("/feed").await.has(".post__labels a.tag");
    // Whoever did not write it and does not manage puts nothing on it; a manager does.
    let other = publish(&app, &mut ada, "jardin", "Un mot d'Ada").await;
    bob.visit(&format!("/posts/{other}/labels")).await.has_status(403);
    bob.post(&format!("/posts/{other}/labels"), &[("label", &label.to_string())]).await.has_status(403);
    ada.post(&format!("/posts/{post}/labels"), &[]).await;
    bob.visit(&format!("/posts/{post}")).await.lacks(".post__labels a.tag");
    for (kind, count) in
        [("label_defined", 1), ("label_archived", 1), ("label_restored", 1), ("post_labelled", 2)]
    {
        assert_eq!(facts(&app, kind).await, count, "{kind}");
    }
}

#[tokio::test]
async fn labels_are_ticked_beside_the_text_and_kept_with_the_draft() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "place", "open", &[&ada]).await;
    let semis = make(&app, &mut ada, KEEP, "Semis", "Feuille").await;
    make(&app, &mut ada, "/groups/place/settings/labels", "Marché", "Rose").await;
    ada.visit("/publish?group=jardin").await.sees("Cercle place");
    ada.fill("Texte", "Au jardin").choose("Semis").choose("Marché").press("Garder en brouillon").await;
    // What was ticked is there again; what the group does not have is left off.
    ada.visit("/publish?group=jardin").await.has(&format!("input[value='{semis}'][checked]"));
    ada.press("Publier").await.has_status(200);
    let labels: Vec<String> =
        sqlx::query_scalar("select l.name from post_labels pl join labels l on l.id = pl.label_id")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(labels, ["Semis"]);
    let post: uuid::Uuid = sqlx::query_scalar("select id from posts").fetch_one(&app.app.db).await.unwrap();
    ada.visit(&format!("/posts/{post}/edit")).await.has(&format!("input[value='{semis}'][checked]"));
    ada.lacks("[data-labels-of='place']");
    make(&app, &mut ada, KEEP, "Récolte", "Ocre").await;
    ada.visit(&format!("/posts/{post}/edit")).await.choose("Récolte").press("Enregistrer").await;
    // The fields of this test tick what was chosen alone.
    ada.has(".post__labels a.tag").sees("Récolte").misses("Semis");
}

#[tokio::test]
async fn feeds_are_narrowed_to_a_label() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    group(&app, "jardin", "open", &[&ada]).await;
    let label = make(&app, &mut ada, KEEP, "Semis", "Feuille").await;
    let post = publish(&app, &mut ada, "jardin", "Les radis lèvent").await;
    publish(&app, &mut ada, "jardin", "Autre chose").await;
    ada.visit(&format!("/feed?label={label}")).await.sees("Rien encore avec cette étiquette");
    ada.post(&format!("/posts/{post}/labels"), &[("label", &label.to_string())]).await;
    for page in ["/feed", "/groups/jardin"] {
        ada.visit(page).await.sees("Autre chose").sees("Semis");
        ada.visit(&format!("{page}?label={label}")).await.sees("Les radis lèvent").misses("Autre chose");
        ada.visit(&format!("{page}?label=x")).await.sees("Autre chose");
    }
    // Eve reads the open group, but it is not one of hers: it is not in her feed.
    eve.visit(&format!("/feed?label={label}")).await.misses("Les radis lèvent");
    eve.visit(&format!("/groups/jardin?label={label}")).await.sees("Les radis lèvent");
    eve.visit("/labels").await.sees("Semis").sees("Cercle jardin");
}

#[tokio::test]
async fn a_label_of_a_secret_group_does_not_exist_outside() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    group(&app, "jardin", "secret", &[&ada]).await;
    group(&app, "place", "open", &[&ada]).await;
    let label = make(&app, &mut ada, KEEP, "Zinzolin", "Lilas").await;
    let post = publish(&app, &mut ada, "jardin", "Sous le chêne").await;
    ada.post(&format!("/posts/{post}/labels"), &[("label", &label.to_string())]).await;
    ada.visit(&format!("/labels/{label}")).await.sees("Sous le chêne");
    for person in [&mut eve, &mut guest] {
        person.visit(&format!("/labels/{label}")).await.has_status(404);
        person.post(&format!("/labels/{label}/following"), &[("on", "yes")]).await.has_status(404);
        person.visit(KEEP).await.has_status(404);
        person.visit("/labels").await.misses("Zinzolin");
        person.visit(&format!("/feed?label={label}")).await.misses("Zinzolin").misses("chêne");
        person.visit(&format!("/posts/{post}/labels")).await.has_status(404);
    }
    // Not on what stands in another group, whatever is sent.
    let open = publish(&app, &mut ada, "place", "Pour tous").await;
    ada.post(&format!("/posts/{open}/labels"), &[("label", &label.to_string())]).await;
    eve.visit(&format!("/posts/{open}")).await.sees("Pour tous").misses("Zinzolin");
    // Left behind when the post moves, which is said; and there again when that is taken back.
    ada.visit(&format!("/posts/{post}/audience?to=place")).await.sees("ne la suivent pas : Zinzolin");
    ada.post(&format!("/posts/{post}/audience"), &[("to", "place")]).await;
    eve.visit(&format!("/posts/{post}")).await.sees("Sous le chêne").misses("Zinzolin");
    ada.visit(&format!("/posts/{post}")).await.misses("Zinzolin");
    ada.visit(&format!("/labels/{label}")).await.misses("Sous le chêne");
    ada.post(&format!("/posts/{post}/return"), &[]).await;
    ada.visit(&format!("/posts/{post}")).await.sees("Zinzolin");
}

#[tokio::test]
async fn what_is_found_narrows_to_a_label() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    group(&app, "jardin", "secret", &[&ada]).await;
    group(&app, "place", "open", &[&ada]).await;
    let urgent = make(&app, &mut ada, KEEP, "Zinzolin", "Lilas").await;
    let other = make(&app, &mut ada, "/groups/place/settings/labels", "Pourpre", "Lilas").await;
    let post = publish(&app, &mut ada, "jardin", "Le calendrier des semis").await;
    publish(&app, &mut ada, "jardin", "Le calendrier des pluies").await;
    let open = publish(&app, &mut ada, "place", "Le calendrier des concerts").await;
    ada.post(&format!("/posts/{post}/labels"), &[("label", &urgent.to_string())]).await;
    ada.post(&format!("/posts/{open}/labels"), &[("label", &other.to_string())]).await;
    ada.post(&format!("/posts/{post}/comments"), &[("body", "Un calendrier bien fait")]).await;
    // A comment belongs to what it is about: both are results.
    ada.visit("/search?q=calendrier")
        .await
        .sees("Zinzolin · Cercle jardin (2)")
        .sees("Pourpre · Cercle place (1)");
    ada.choose("Zinzolin · Cercle jardin (2)").press("Rechercher").await;
    ada.sees("semis").misses("pluies").misses("concerts").sees("2 résultats").sees("Retirer les filtres");
    let narrowed = format!("/search?q=calendrier&label={urgent}");
    ada.visit(&narrowed).await.has(&format!("option[value='{urgent}'][selected]"));
    ada.visit(&format!("{narrowed}&type=posts")).await.sees("1 résultat").sees("semis");
    ada.visit(&format!("{narrowed}&group=place")).await.sees("Aucun résultat");
    // Whoever may not know it finds nothing by it, and is not offered it.
    eve.visit("/search?q=calendrier")
        .await
        .sees("concerts")
        .sees("Pourpre")
        .misses("Zinzolin")
        .misses("semis");
    eve.visit(&narrowed).await.sees("Aucun résultat").misses("Zinzolin");
    // Moved, it leaves the label behind.
    ada.post(&format!("/posts/{post}/audience"), &[("to", "place")]).await;
    ada.visit(&narrowed).await.sees("Aucun résultat").sees("Zinzolin · Cercle jardin (0)");
    ada.visit("/search?q=calendrier&label=x").await.sees("4 résultats");
}

#[tokio::test]
async fn labels_of_the_platform_are_followed_everywhere() {
    let app = TestApp::start().await;
    let mut admin = app.person("Alice Admin").with_role("groups_administrator").signed_in().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    group(&app, "place", "open", &[&ada]).await;
    group(&app, "cour", "private", &[&ada]).await;
    ada.visit("/admin/labels").await.has_status(403);
    let label = make(&app, &mut admin, "/admin/labels", "Urgent", "Rose").await;
    eve.visit(&format!("/labels/{label}")).await.press("Suivre").await.sees("Vous suivez « Urgent »");
    for (slug, text) in [("cour", "Dans la cour"), ("place", "Sur la place")] {
        let post = publish(&app, &mut ada, slug, text).await;
        ada.visit(&format!("/posts/{post}/labels")).await.choose("Urgent").press("Enregistrer").await;
    }
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    eve.visit("/notifications")
        .await
        .sees("a posé l'étiquette Urgent")
        .sees("Cercle place")
        .misses("Cercle cour");
    eve.visit(&format!("/labels/{label}")).await.sees("Sur la place").misses("Dans la cour");
    eve.press("Ne plus suivre").await.sees("Vous ne suivez plus « Urgent »");
    admin.visit("/admin/labels").await.click("Modifier Urgent").await.fill("Nom", "Pressé");
    admin.press("Enregistrer").await.sees("Pressé");
    eve.visit(&format!("/labels/{label}")).await.sees("Pressé");
    for none in ["x", "00000000-0000-0000-0000-000000000000"] {
        eve.visit(&format!("/labels/{none}")).await.has_status(404);
    }
}

#[tokio::test]
async fn two_labels_become_one_and_one_is_deleted() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "place", "open", &[&ada]).await;
    let (semis, graines) = (
        make(&app, &mut ada, KEEP, "Semis", "Feuille").await,
        make(&app, &mut ada, KEEP, "Graines", "Ocre").await,
    );
    let foreign = make(&app, &mut ada, "/groups/place/settings/labels", "Marché", "Rose").await;
    let post = publish(&app, &mut ada, "jardin", "Les radis lèvent").await;
    ada.post(&format!("/posts/{post}/labels"), &[("label", &semis.to_string())]).await;
    ada.visit(&format!("/labels/{semis}")).await.press("Suivre").await;
    let merge = |into: String| [("act", "merge".to_owned()), ("id", semis.to_string()), ("into", into)];
    for into in [String::new(), semis.to_string(), foreign.to_string()] {
        let fields = merge(into);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ada.post(KEEP, &fields).await.has_status(422).sees("Choisissez l'étiquette à garder");
    }
    ada.visit(&format!("{KEEP}?edit={semis}")).await.sees("1 publication porte « Semis »");
    ada.choose("Graines").press("Fusionner").await.sees("n'en font plus qu'une").misses("Semis");
    ada.visit(&format!("/labels/{graines}")).await.sees("Les radis lèvent").sees("Ne plus suivre");
    ada.visit(&format!("/labels/{semis}")).await.has_status(404);
    ada.visit(KEEP).await.press("Retirer Graines").await;
    ada.visit(KEEP)
        .await
        .press("Supprimer Graines")
        .await
        .sees("L'étiquette est supprimée")
        .sees("Aucune étiquette");
    ada.visit(&format!("/posts/{post}")).await.lacks(".post__labels a.tag");
    assert_eq!((facts(&app, "label_merged").await, facts(&app, "label_deleted").await), (1, 1));
    // What is of another group, this group's manager page does not touch.
    ada.post(KEEP, &[("act", "delete"), ("id", &foreign.to_string())]).await;
    ada.visit(&format!("/labels/{foreign}")).await.has_status(200);
}
