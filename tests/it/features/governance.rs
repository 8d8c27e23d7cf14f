//! How a group is governed: kinds and permissions, who sees it, its archive and its bin.

use parvis::{authz::Level, kernel::GroupId};

use crate::support::{TestApp, world::Person};

const SECRET: &str = "Les membres du groupe, et personne";

/// A group of Ada's in which Yann is a member and Gil a guest.
async fn peopled(app: &TestApp, level: Level) -> (Person, Person, Person, GroupId, String) {
    let (ada, yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let gil = app.person("Gil").external().signed_in().await;
    let (group, slug) = app.group(&ada, "Chorale", level).await;
    app.belongs(group, yann.id, "member").await;
    app.belongs(group, gil.id, "guest").await;
    (ada, yann, gil, group, slug)
}

async fn facts(app: &TestApp, kind: &str) -> i64 {
    sqlx::query_scalar("select count(*) from activity where kind = $1")
        .bind(kind)
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

/// Chooses who may do one thing, by the form.
async fn allow(manager: &mut Person, slug: &str, what: &str, who: &str) {
    manager.visit(&format!("/groups/{slug}/settings/permissions")).await.has_status(200);
    manager.fill(what, who).press("Enregistrer").await.has_status(200).sees("Les réglages sont enregistrés");
}

#[tokio::test]
async fn a_kind_presets_who_may_do_what_and_says_so() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    ada.visit("/groups/new").await.sees("Seuls les gestionnaires et les rédacteurs publient");
    ada.fill("Nom du groupe", "Nouvelles").fill("À quoi sert ce groupe", "Ce qu'il faut savoir.");
    ada.choose("Annonces").choose("Toute la communauté, et chacun peut entrer");
    ada.press("Créer le groupe").await.has_status(200);
    let slug = ada.page.address.rsplit('/').next().unwrap_or_default().to_owned();
    yann.visit(&format!("/groups/{slug}")).await.press("Rejoindre le groupe").await;
    yann.lacks("#compose").misses("Inviter");
    yann.visit("/publish").await.has_status(200).lacks("#composer");
    yann.visit(&format!("/publish?group={slug}")).await.lacks(&format!("option[value={slug}]"));
    // A publisher publishes and keeps the page, and nothing else.
    ada.post(&format!("/groups/{slug}/members/{}/role", yann.id), &[("role", "publisher")]).await;
    yann.visit(&format!("/groups/{slug}")).await.has("#compose");
    yann.visit(&format!("/groups/{slug}/settings"))
        .await
        .has_status(200)
        .sees("Nom et présentation")
        .misses("Qui peut faire quoi")
        .misses("Fin du groupe");
    yann.visit(&format!("/groups/{slug}/settings/identity")).await;
    yann.fill("À quoi sert ce groupe", "Tout ce qu'il faut savoir.");
    yann.press("Enregistrer").await.sees("Tout ce qu'il faut savoir.");
    for page in ["permissions", "level", "end"] {
        yann.visit(&format!("/groups/{slug}/settings/{page}")).await.has_status(403);
    }
    yann.post(&format!("/groups/{slug}/members/{}/removal", ada.id), &[]).await.has_status(403);
}

#[tokio::test]
async fn permissions_hold_for_every_role_and_show_only_what_works() {
    let app = TestApp::start().await;
    let (mut ada, mut yann, mut gil, group, slug) = peopled(&app, Level::Private).await;
    let post = app.post(ada.id, &slug, "Répétition jeudi", Vec::new()).await;
    allow(&mut ada, &slug, "Commenter", "member").await;
    gil.visit(&format!("/posts/{post}")).await.sees("votre rôle ne permet pas de commenter");
    gil.post(&format!("/posts/{post}/comments"), &[("body", "Présent")])
        .await
        .has_status(403)
        .sees("les invités externes ne peuvent pas le faire");
    yann.post(&format!("/posts/{post}/comments"), &[("body", "Présent")]).await.has_status(200);
    allow(&mut ada, &slug, "Réagir", "manager").await;
    yann.post(&format!("/posts/{post}/reactions"), &[("on", "👍")]).await.has_status(403);
    ada.post(&format!("/posts/{post}/reactions"), &[("on", "👍")]).await.has_status(200);
    // The list of members, and all ways to it; managers stay visible.
    yann.visit(&format!("/groups/{slug}/members")).await.has_status(200).sees("Gil");
    allow(&mut ada, &slug, "Voir la liste des membres", "publisher").await;
    yann.visit(&format!("/groups/{slug}/members")).await.has_status(403).misses("Gil");
    yann.visit(&format!("/groups/{slug}/about"))
        .await
        .sees("Ada")
        .lacks(&format!("a[href='/groups/{slug}/members']"));
    let seen: i64 = sqlx::query_scalar("select count(*) from visible_memberships($1) where group_id = $2")
        .bind(yann.id)
        .bind(group)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(seen, 2, "oneself and the manager");
    // Members invite where they may; what they invited ends when they may no longer.
    yann.visit(&format!("/groups/{slug}/invitations")).await.has_status(403);
    allow(&mut ada, &slug, "Inviter", "member").await;
    let mut zoe = app.signed_in("Zoé").await;
    yann.post(&format!("/groups/{slug}/invitations"), &[("way", "name"), ("handle", "zoe")])
        .await
        .sees("Zoé a reçu votre invitation");
    zoe.visit("/groups").await.sees("Une invitation vous attend");
    allow(&mut ada, &slug, "Inviter", "manager").await;
    zoe.visit("/groups").await.misses("Une invitation vous attend");
    yann.post(&format!("/groups/{slug}/settings/permissions"), &[("kind", "topic")]).await.has_status(403);
    ada.post(&format!("/groups/{slug}/settings/permissions"), &[("kind", "topic"), ("publish", "tous")])
        .await
        .has_status(422)
        .sees("Choisissez qui peut le faire");
    assert_eq!(facts(&app, "group_permissions_changed").await, 5);
}

#[tokio::test]
async fn a_change_of_level_names_those_it_touches_before_it_happens() {
    let app = TestApp::start().await;
    let (mut ada, _yann, _gil, _group, slug) = peopled(&app, Level::Open).await;
    let mut zoe = app.signed_in("Zoé").await;
    let level = format!("/groups/{slug}/settings/level");
    ada.visit(&level).await.choose(SECRET).press("Enregistrer").await;
    ada.sees("1 personne qui n'en est pas membre")
        .sees("Zoé")
        .sees("Les 3 membres du groupe gardent leur accès");
    assert_eq!(facts(&app, "group_level_changed").await, 0, "nothing before the second step");
    ada.visit(&format!("{level}/people")).await.sees("Zoé").misses("Gil");
    zoe.visit(&format!("{level}/people")).await.has_status(403);
    ada.visit(&level).await.choose(SECRET).press("Enregistrer").await;
    ada.press("Confirmer et enregistrer").await.sees("Les réglages sont enregistrés");
    zoe.visit(&level).await.has_status(404);
    assert_eq!(facts(&app, "group_level_changed").await, 1);
}

#[tokio::test]
async fn an_archived_group_is_read_and_found_and_refuses_to_change() {
    let app = TestApp::start().await;
    let (mut ada, mut yann, _gil, _group, slug) = peopled(&app, Level::Private).await;
    let post = app.post(yann.id, &slug, "Répétition jeudi", Vec::new()).await;
    ada.visit(&format!("/groups/{slug}/settings/end")).await.press("Archiver").await;
    ada.sees("Le groupe est archivé");
    let group = format!("/groups/{slug}");
    yann.visit(&group).await.has_status(200).sees("Répétition jeudi").sees("Archivé").lacks("#compose");
    yann.visit("/search?q=chorale").await.has(&format!("main a[href='{group}']"));
    for (address, field) in [
        (format!("/posts/{post}/comments"), ("text", "Encore")),
        (format!("/posts/{post}/reactions"), ("on", "👍")),
        (format!("/posts/{post}/removal"), ("", "")),
    ] {
        yann.post(&address, &[field]).await.has_status(403).sees("Ce groupe est archivé");
    }
    for page in ["identity", "level", "permissions"] {
        ada.visit(&format!("{group}/settings/{page}")).await.has_status(403).sees("Ce groupe est archivé");
    }
    ada.post(&format!("{group}/invitations"), &[("way", "name"), ("handle", "zoe")]).await.has_status(403);
    yann.post(&format!("{group}/reopening"), &[]).await.has_status(403);
    ada.visit(&format!("{group}/settings/end")).await.press("Reprendre").await.sees("Le groupe est repris");
    yann.visit(&group).await.has("#compose");
    assert_eq!((facts(&app, "group_archived").await, facts(&app, "group_reopened").await), (1, 1));
}

#[tokio::test]
async fn a_deleted_group_waits_thirty_days_for_its_managers() {
    let app = TestApp::start().await;
    let (mut ada, mut yann, _gil, _group, slug) = peopled(&app, Level::Open).await;
    let post = app.post(yann.id, &slug, "Répétition jeudi", Vec::new()).await;
    let end = format!("/groups/{slug}/settings/end");
    ada.visit(&end)
        .await
        .sees("1 publication")
        .fill("Pour confirmer", "Chorales")
        .press("Supprimer le groupe")
        .await;
    ada.has_status(422).sees("Écrivez le nom du groupe comme il s'affiche");
    ada.fill("Pour confirmer", "chorale").press("Supprimer le groupe").await.sees("dans la corbeille");
    for address in [format!("/groups/{slug}"), format!("/posts/{post}"), end.clone()] {
        yann.visit(&address).await.has_status(404);
        ada.visit(&address).await.has_status(404);
    }
    yann.visit("/groups").await.misses("Chorale").misses("Groupes supprimés");
    yann.visit("/groups/bin").await.misses("Chorale");
    yann.post(&format!("/groups/{slug}/restoration"), &[]).await.has_status(404);
    ada.visit("/groups").await.sees("Groupes supprimés");
    ada.visit("/groups/bin").await.press("Restaurer Chorale").await.sees("Le groupe est de retour");
    yann.visit(&format!("/posts/{post}")).await.has_status(200);
    ada.visit(&end).await.fill("Pour confirmer", "Chorale").press("Supprimer le groupe").await;
    app.clock.advance(chrono::TimeDelta::days(31));
    let mut tx = app.tx(ada.id).await;
    assert_eq!(parvis::features::governance::jobs::empty_bin(&mut tx).await.unwrap(), 1);
    assert_eq!(parvis::features::governance::jobs::empty_bin(&mut tx).await.unwrap(), 0);
    tx.commit().await.unwrap();
    ada.visit("/groups/bin").await.sees("La corbeille est vide");
    ada.post(&format!("/groups/{slug}/restoration"), &[]).await.has_status(404);
    let left: i64 = sqlx::query_scalar("select count(*) from posts").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(left, 0, "what was in it went with it");
}

#[tokio::test]
async fn expectations_stand_beside_the_composer_and_links_beside_the_feed() {
    let app = TestApp::start().await;
    let (mut ada, mut yann, _gil, _group, slug) = peopled(&app, Level::Private).await;
    let mut zoe = app.signed_in("Zoé").await;
    ada.visit(&format!("/groups/{slug}/settings/expectations")).await;
    ada.fill("Quand publier", "Le vendredi").fill("Ce qui a sa place ici", "Les partitions");
    ada.press("Enregistrer").await.sees("Les réglages sont enregistrés");
    yann.visit(&format!("/publish?group={slug}"))
        .await
        .has("#composer")
        .sees("Le vendredi")
        .sees("Les partitions");
    yann.visit(&format!("/publish?group={slug}")).await.sees("Le vendredi");
    zoe.visit(&format!("/publish?group={slug}")).await.misses("Le vendredi");
    zoe.visit(&format!("/groups/{slug}")).await.sees("Les partitions");
    ada.visit(&format!("/groups/{slug}/settings/links")).await;
    ada.fill("Nom du lien 1", "Partitions")
        .fill("Adresse du lien 1", "javascript:alert(1)")
        .press("Enregistrer")
        .await;
    ada.has_status(422).sees("une adresse complète");
    ada.fill("Adresse du lien 1", "https://exemple.fr/partitions").press("Enregistrer").await.has_status(200);
    yann.visit(&format!("/groups/{slug}")).await.has("aside a[href='https://exemple.fr/partitions']");
    zoe.visit(&format!("/groups/{slug}")).await.lacks("a[href='https://exemple.fr/partitions']");
    yann.visit(&format!("/groups/{slug}/settings/links")).await.has_status(403);
}

#[tokio::test]
async fn taking_someone_out_asks_what_becomes_of_what_they_wrote() {
    let app = TestApp::start().await;
    let (mut ada, yann, gil, group, slug) = peopled(&app, Level::Private).await;
    let zoe = app.signed_in("Zoé").await;
    app.belongs(group, zoe.id, "member").await;
    let kept = app.post(yann.id, &slug, "Chant gardé", Vec::new()).await;
    let nameless = app.post(gil.id, &slug, "Chant sans nom", Vec::new()).await;
    let comment = app.comment(gil.id, kept, "Un avis sans nom").await;
    let binned = app.post(zoe.id, &slug, "Chant jeté", Vec::new()).await;
    let removal = |person: &Person| format!("/groups/{slug}/members/{}/removal", person.id);
    ada.visit(&removal(&yann)).await.sees("1 publication, aucun commentaire").choose("Le garder");
    ada.choose("Oui, par e-mail")
        .fill("Votre mot", "Merci pour ces années.")
        .press("Retirer du groupe")
        .await;
    ada.sees("Yann ne fait plus partie du groupe");
    let told: Vec<(String, String)> =
        sqlx::query_as("select to_address, text_body from letters where kind = 'member_removed'")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(told.len(), 1);
    assert!(told[0].0 == yann.email && told[0].1.contains("Merci pour ces années."));
    ada.visit(&removal(&gil)).await.choose("Le garder sans son nom").press("Retirer du groupe").await;
    ada.visit(&removal(&zoe)).await.choose("Le supprimer").press("Retirer du groupe").await;
    ada.visit(&format!("/posts/{kept}"))
        .await
        .sees("Chant gardé")
        .sees("Yann")
        .sees("Un avis sans nom")
        .misses("Gil");
    ada.visit(&format!("/posts/{nameless}")).await.sees("Chant sans nom").misses("Gil");
    ada.visit(&format!("/groups/{slug}")).await.misses("Gil").misses("Chant jeté");
    ada.visit(&format!("/posts/{binned}")).await.has_status(404);
    ada.visit(&removal(&yann)).await.has_status(404);
    let _ = comment;
    assert_eq!((facts(&app, "content_anonymised").await, facts(&app, "post_deleted").await), (1, 1));
}

/// The kinds of the unread lines in someone's inbox.
async fn heard(app: &TestApp, person: &Person) -> Vec<String> {
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    sqlx::query_scalar("select kind from notices where member_id = $1 order by kind")
        .bind(person.id)
        .fetch_all(&app.app.db)
        .await
        .unwrap()
}

#[tokio::test]
async fn everyone_hears_of_a_group_as_much_as_they_want() {
    let app = TestApp::start().await;
    let (mut ada, mut yann, gil, group, slug) = peopled(&app, Level::Private).await;
    app.post(ada.id, &slug, "Bonjour @yann.x", Vec::new()).await;
    assert!(heard(&app, &yann).await.is_empty(), "mentions only");
    yann.visit(&format!("/groups/{slug}/notifications")).await.sees("Aujourd'hui : les mentions");
    yann.choose("Tout").press("Enregistrer").await.sees("Les réglages sont enregistrés");
    app.post(ada.id, &slug, "Deuxième", Vec::new()).await;
    assert_eq!(heard(&app, &yann).await, ["posted"]);
    assert!(heard(&app, &gil).await.is_empty());
    ada.visit(&format!("/groups/{slug}/settings/notifications"))
        .await
        .choose("Rien")
        .press("Enregistrer")
        .await;
    app.post(yann.id, &slug, "Pour @gil et @ada", Vec::new()).await;
    assert!(heard(&app, &gil).await.is_empty(), "nothing means nothing");
    assert!(heard(&app, &ada).await.is_empty());
    yann.post(&format!("/groups/{slug}/notifications"), &[("notify", "trop")]).await.has_status(422);
    // In a group of announcements, whoever wants mentions and announcements hears of every post.
    sqlx::query("update groups set kind = 'announcements', notify = 'mentions' where id = $1")
        .bind(group)
        .execute(&app.app.db)
        .await
        .unwrap();
    app.post(ada.id, &slug, "Annonce", Vec::new()).await;
    assert_eq!(heard(&app, &gil).await, ["posted"]);
    let mut zoe = app.signed_in("Zoé").await;
    zoe.post(&format!("/groups/{slug}/notifications"), &[("notify", "everything")]).await.has_status(403);
}
