//! Posts: written, read, changed, deleted and restored; who may not.

use chrono::TimeDelta;
use parvis::{
    db::{Activity, Fact, Tx},
    features::posts,
    i18n::Locale,
    kernel::{GroupId, PostId},
    live::{Change, Topic},
};

use super::pictures::photo;
use crate::support::{TestApp, world::Person};

/// A group of this name and level with these people, the first of whom manages it.
pub async fn group(app: &TestApp, slug: &str, level: &str, people: &[&Person]) -> GroupId {
    let now = app.app.clock.now();
    let group = GroupId::new(now);
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, $2, $3, 'Entre nous', $4, $5)")
        .bind(group).bind(slug).bind(format!("Cercle {slug}")).bind(level).bind(now).execute(&app.app.db).await.unwrap();
    for (place, person) in people.iter().enumerate() {
        sqlx::query("insert into memberships (group_id, member_id, role, since) values ($1, $2, $3, $4)")
            .bind(group)
            .bind(person.id)
            .bind(if place == 0 { "manager" } else { "member" })
            .bind(now)
            .execute(&app.app.db)
            .await
            .unwrap();
    }
    app.clock.advance(TimeDelta::seconds(1));
    group
}

/// The post that was published last.
pub async fn newest(app: &TestApp) -> PostId {
    let newest = "select id from posts order by published_at desc, id desc limit 1";
    sqlx::query_scalar(newest).fetch_one(&app.app.db).await.unwrap()
}

/// Publishes by the page for it.
pub async fn publish(app: &TestApp, person: &mut Person, slug: &str, text: &str) -> PostId {
    person.visit(&format!("/publish?group={slug}")).await;
    person.fill("Texte", text).press("Publier").await.sees("Votre publication est en ligne.");
    app.clock.advance(TimeDelta::seconds(1));
    newest(app).await
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

#[tokio::test]
async fn what_one_publishes_the_group_reads() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    ada.visit("/publish")
        .await
        .fill("Titre (facultatif)", "Semis")
        .fill("Texte", "Bonjour **tous**, @bob.durand")
        .choose("Cercle jardin (2 personnes)");
    ada.press("Publier")
        .await
        .sees("Votre publication est en ligne.")
        .sees("Semis")
        .sees("Bonjour tous, @Bob Durand");
    bob.visit("/feed")
        .await
        .sees("Semis")
        .sees("Ada Martin")
        .has(".post__new")
        .has("a.mention")
        .has("post-seen");
    assert_eq!(count(&app, "select count(*) from mentions").await, 1);
    assert_eq!(count(&app, "select count(*) from activity where kind = 'post_published'").await, 1);
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish?group=jardin").await.fill("Titre (facultatif)", "Semis").press("Publier").await;
    ada.has_status(422)
        .sees("Écrivez un texte")
        .has("input[name=title][value=Semis]")
        .has("option[value=jardin][selected]");
    ada.visit("/publish")
        .await
        .fill("Texte", "Sans destination")
        .press("Publier")
        .await
        .has_status(422)
        .sees("Sans destination");
    // The right ended while the page was open: the text is not lost over it.
    ada.visit("/publish?group=jardin").await.fill("Texte", "Trop tard");
    sqlx::query("delete from memberships").execute(&app.app.db).await.unwrap();
    group(&app, "verger", "open", &[&ada]).await;
    ada.press("Publier").await.has_status(422).sees("Trop tard");
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
}

#[tokio::test]
async fn a_form_sent_twice_publishes_once() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish?group=jardin").await;
    let page = ada.page.clone();
    ada.fill("Texte", "Une fois").press("Publier").await;
    ada.page = page;
    ada.fill("Texte", "Une fois").press("Publier").await.sees("Votre publication est en ligne.");
    assert_eq!(count(&app, "select count(*) from posts").await, 1);
}

#[tokio::test]
async fn photos_come_with_the_form_and_have_a_page() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish?group=jardin")
        .await
        .attach("Photos", "a.jpg", photo(900, 600))
        .press("Publier")
        .await;
    ada.sees("Votre publication est en ligne.").has(".gallery--1 img");
    let page = ada.attribute(".gallery a", "href").unwrap();
    ada.visit(&page).await.has_status(200).has(".photo__img").lacks("a[rel=next]");
    ada.visit("/publish?group=jardin")
        .await
        .fill("Texte", "Avec")
        .attach("Photos", "b.jpg", b"no picture".to_vec())
        .press("Publier")
        .await;
    ada.has_status(422).sees("Avec");
    let foreign = format!("/posts/{}/photos/{}", PostId::new(app.app.clock.now()), uuid::Uuid::now_v7());
    ada.visit(&foreign).await.has_status(404);
}

#[tokio::test]
async fn a_change_keeps_the_version_before() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = publish(&app, &mut ada, "jardin", "Rendez-vous lundi").await;
    ada.visit(&format!("/posts/{post}"))
        .await
        .click("Modifier")
        .await
        .fill("Texte", "Rendez-vous mardi")
        .press("Enregistrer")
        .await;
    ada.sees("La publication est modifiée.").sees("Rendez-vous mardi").misses("Rendez-vous lundi");
    bob.visit(&format!("/posts/{post}"))
        .await
        .click("modifié")
        .await
        .sees("Rendez-vous mardi")
        .sees("Rendez-vous lundi");
    bob.visit(&format!("/posts/{post}/edit")).await.has_status(403);
}

#[tokio::test]
async fn two_windows_do_not_overwrite_each_other_unseen() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Un").await;
    let edit = format!("/posts/{post}/edit");
    ada.visit(&edit).await;
    let mut window = ada.browser.clone();
    ada.fill("Texte", "Deux").press("Enregistrer").await.sees("Deux");
    app.clock.advance(TimeDelta::seconds(1));
    window
        .fill("Texte", "Trois")
        .press("Enregistrer")
        .await
        .has_status(422)
        .sees("Deux")
        .sees("Trois")
        .sees("modifiée entre-temps");
    window.press("Enregistrer").await.sees("Trois");
    assert_eq!(count(&app, "select count(*) from post_versions").await, 2);
}

#[tokio::test]
async fn what_is_deleted_comes_back_for_thirty_days() {
    let app = TestApp::start().await;
    let (mut ada, mut bob, mut cid) = (
        app.signed_in("Ada Martin").await,
        app.signed_in("Bob Durand").await,
        app.signed_in("Cid Petit").await,
    );
    group(&app, "jardin", "private", &[&ada, &bob, &cid]).await;
    let post = publish(&app, &mut bob, "jardin", "À jeter").await;
    bob.visit("/feed").await.press("Supprimer").await.sees("La publication est supprimée.").misses("À jeter");
    bob.press("Annuler").await.sees("La publication est de nouveau en ligne.").sees("À jeter");
    cid.visit("/feed")
        .await
        .lacks("form[action$=removal]")
        .post(&format!("/posts/{post}/removal"), &[])
        .await
        .has_status(403);
    ada.visit("/feed").await.press("Supprimer").await;
    bob.visit(&format!("/posts/{post}")).await.has_status(404);
    cid.visit("/bin")
        .await
        .misses("À jeter")
        .post(&format!("/posts/{post}/restoration"), &[])
        .await
        .has_status(404);
    bob.visit("/bin").await.sees("À jeter");
    app.clock.advance(TimeDelta::days(31));
    bob.visit("/bin")
        .await
        .misses("À jeter")
        .post(&format!("/posts/{post}/restoration"), &[])
        .await
        .has_status(404);
    for expected in [1, 0] {
        let mut tx =
            Tx::begin(&app.app.db, None, "clock", app.app.clock.now(), app.app.signal.clone()).await.unwrap();
        assert_eq!(posts::jobs::empty_bin(&mut tx).await.unwrap(), expected);
        tx.commit().await.unwrap();
    }
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
}

#[tokio::test]
async fn a_view_counts_once_and_never_the_authors() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let cleo = app.signed_in("Cléo Petit").await;
    group(&app, "jardin", "private", &[&ada, &bob, &cleo]).await;
    let post = publish(&app, &mut ada, "jardin", "Vu ?").await;
    let view = format!("/posts/{post}/view");
    for person in [&mut ada, &mut bob] {
        for _ in 0..2 {
            person.post(&view, &[]).await.has_status(204);
        }
    }
    ada.visit("/feed").await.sees("1 vue").misses("1 vue sur");
    ada.visit(&format!("/posts/{post}")).await.sees("1 vue sur 2 personnes");
    bob.visit(&format!("/posts/{post}")).await.sees("1 vue").misses("sur 2 personnes");
    bob.visit("/feed").await.lacks(".post__new").lacks("post-seen");
}

#[tokio::test]
async fn outside_the_group_a_post_does_not_exist() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Eve Noir").await);
    group(&app, "secret", "secret", &[&ada]).await;
    let post = publish(&app, &mut ada, "secret", "CANARI").await;
    for part in ["", "/edit", "/history"] {
        eve.visit(&format!("/posts/{post}{part}")).await.has_status(404);
    }
    for part in ["view", "removal", "restoration", "edit"] {
        eve.post(&format!("/posts/{post}/{part}"), &[("version", "0"), ("text", "x")]).await.has_status(404);
    }
    eve.visit("/feed").await.misses("CANARI").misses("Cercle secret");
    eve.visit("/groups/secret").await.has_status(404);
    assert_eq!(count(&app, "select count(*) from post_views").await, 0);
}

#[tokio::test]
async fn open_pages_hear_of_posts() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let group = group(&app, "jardin", "private", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Bonjour").await;
    let told = async |fact| {
        let activity = Activity { id: 1, at: app.app.clock.now(), actor: Some(ada.id), fact };
        posts::live(&app.app, &activity, Locale::Fr).await.unwrap()
    };
    let new = told(Fact::PostPublished { group, post }).await;
    assert_eq!((new[0].topic, &new[0].change), (Topic::Group(group), &Change::NewPost { author: ada.id }));
    let edited = told(Fact::PostEdited { group, post }).await;
    let Change::Fragment { id, html, after: None } = &edited[0].change else { panic!("{edited:?}") };
    assert!(
        *id == format!("post-body-{post}")
            && html.contains(&format!("id=\"{id}\""))
            && html.contains("Bonjour")
            && !html.contains("Ada")
    );
    assert_eq!(edited.iter().filter(|message| message.topic == Topic::Post(post)).count(), 4);
    let gone = told(Fact::PostDeleted { group, post }).await;
    assert_eq!(gone[0].change, Change::Remove { id: format!("post-{post}") });
    assert!(told(Fact::PostRestored { group, post }).await.is_empty());
}

#[tokio::test]
async fn an_article_shows_its_cover_how_long_it_is_and_the_way_to_its_parts() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let part = |name: &str| format!("## {name}\n\n{}\n\n", "Un mot après l'autre. ".repeat(30));
    let parts = ["Avant", "Semer & planter", "Récolter <tôt>", "Après"].map(part).concat();
    let mut post = async |title: &str, text: &str| {
        app.clock.advance(TimeDelta::minutes(1));
        ada.visit("/publish?group=jardin&fresh=1")
            .await
            .fill("Titre (facultatif)", title)
            .fill("Texte", text);
        ada.attach("Photos", "un.jpg", photo(600, 400)).attach("Photos", "deux.jpg", photo(500, 400));
        ada.press("Publier").await.sees("Votre publication est en ligne.");
        format!("/posts/{}", newest(&app).await)
    };
    let article = post("Une année au jardin", &parts).await;
    bob.visit(&article)
        .await
        .sees("3 min de lecture")
        .has("nav.toc a[href='#part-3']")
        .sees("Récolter <tôt>");
    bob.has("h2#part-2, h3#part-2")
        .has(".cover img[width='600']")
        .has(".gallery--1 img[width='500']")
        .lacks("nav.toc b");
    bob.visit("/feed").await.has(".cover img").has(".gallery--1").lacks("nav.toc").misses("min de lecture");
    // A message has none of it, however long; nor has a short text with a title.
    let message = post("", &parts).await;
    bob.visit(&message).await.lacks("nav.toc").lacks(".cover").has(".gallery--2").misses("min de lecture");
    let album = post("Photos de mai", "Deux photos.").await;
    bob.visit(&album).await.lacks(".cover").has(".gallery--2").misses("min de lecture");
    // Three parts are seen at a glance.
    let short = post("En trois temps", &["Un", "Deux", "Trois"].map(part).concat()).await;
    bob.visit(&short).await.sees("min de lecture").lacks("nav.toc");
}
