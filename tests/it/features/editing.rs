//! Changing the photos of a post: more, fewer, in another order, with other words; and what stays as it was.

use parvis::{
    db::{Activity, Fact},
    features::posts,
    i18n::Locale,
    kernel::PostId,
    live::Change,
};

use super::{
    pictures::{photo, uploaded},
    posts::{group, publish},
};
use crate::support::{TestApp, visitor::multipart_body, world::Person};

/// The alternative texts of a post's photos, in their order.
async fn alts(app: &TestApp, post: PostId) -> Vec<String> {
    sqlx::query_scalar("select alt from pictures where post_id = $1 order by position")
        .bind(post)
        .fetch_all(&app.app.db)
        .await
        .unwrap()
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

/// Adds two photos to a post that has none, in two steps, each with its text.
async fn with_photos(ada: &mut Person, post: PostId) {
    let edit = format!("/posts/{post}/edit");
    ada.visit(&edit).await.attach("Photos", "un.jpg", photo(900, 600)).press("Enregistrer").await;
    ada.sees("La publication est modifiée.").has(".gallery--1 img");
    ada.visit(&edit).await.fill("Décrivez l'image", "Un").attach("Photos", "deux.jpg", photo(600, 900));
    ada.press("Enregistrer").await.has(".gallery--2 img[alt=Un]");
}

#[tokio::test]
async fn photos_come_go_and_change_places_without_script() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Au jardin").await;
    let edit = format!("/posts/{post}/edit");
    with_photos(&mut ada, post).await;
    assert_eq!(alts(&app, post).await, ["Un", ""]);
    // The second becomes the first; its text is asked for where it stands now.
    ada.visit(&edit).await.fill("Place de la photo 2", "1").press("Enregistrer").await;
    assert_eq!(alts(&app, post).await, ["", "Un"]);
    ada.visit(&edit).await.fill("Décrivez l'image", "Deux").press("Enregistrer").await;
    assert_eq!(alts(&app, post).await, ["Deux", "Un"]);
    ada.visit(&edit)
        .await
        .choose("Retirer cette photo")
        .press("Enregistrer")
        .await
        .has(".gallery--1 img[alt=Un]");
    assert_eq!(alts(&app, post).await, ["Un"]);
    // The text was never touched: there is one version of it, and it is still there.
    assert_eq!(number(&app, "select count(*) from post_versions").await, 0);
    ada.visit(&edit).await.fill("Texte", "Au verger").press("Enregistrer").await.sees("Au verger");
    assert_eq!(alts(&app, post).await, ["Un"]);
    ada.visit(&format!("/posts/{post}/history")).await.sees("Au verger").sees("Au jardin");
    assert_eq!(number(&app, "select count(*) from post_versions").await, 1);
}

#[tokio::test]
async fn the_script_sends_photos_ahead_and_their_order_with_the_form() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = publish(&app, &mut ada, "jardin", "Au jardin").await;
    let ids = [uploaded(&mut ada).await, uploaded(&mut ada).await, uploaded(&mut bob).await];
    let ids = ids.map(|id| id.to_string());
    let version = || async {
        let at: Option<chrono::DateTime<chrono::Utc>> =
            sqlx::query_scalar("select edited_at from posts").fetch_one(&app.app.db).await.unwrap();
        at.map_or(0, |at| at.timestamp_micros()).to_string()
    };
    let form = async |pictures: &[&String]| {
        let mut fields =
            vec![("text".to_owned(), "Au jardin".to_owned()), ("version".to_owned(), version().await)];
        for id in pictures {
            fields.push(("picture".to_owned(), (*id).clone()));
            fields.push((format!("alt-{id}"), format!("Photo {}", &id[30..])));
        }
        multipart_body(&fields, &[])
    };
    let edit = format!("/posts/{post}/edit");
    for order in [[&ids[0], &ids[1]], [&ids[1], &ids[0]]] {
        app.clock.advance(chrono::TimeDelta::seconds(1));
        let (kind, body) = form(&order).await;
        ada.send(axum::http::Method::POST, &edit, &[("content-type", &kind)], body).await.has_status(303);
        assert_eq!(alts(&app, post).await, order.map(|id| format!("Photo {}", &id[30..])));
    }
    // Somebody else's photo is not taken, and nothing else of the form either.
    let (kind, body) = form(&[&ids[2]]).await;
    ada.send(axum::http::Method::POST, &edit, &[("content-type", &kind)], body).await.has_status(422);
    ada.sees("n'est plus disponible").sees("Au jardin");
    assert_eq!(alts(&app, post).await.len(), 2);
    // Nothing changed: no second edit.
    let before = number(&app, "select count(*) from activity where kind = 'post_edited'").await;
    let (kind, body) = form(&[&ids[1], &ids[0]]).await;
    ada.send(axum::http::Method::POST, &edit, &[("content-type", &kind)], body).await.has_status(303);
    assert_eq!(number(&app, "select count(*) from activity where kind = 'post_edited'").await, before);
    bob.send(axum::http::Method::POST, &edit, &[("content-type", &kind)], Vec::new()).await.has_status(403);
}

#[tokio::test]
async fn a_refused_change_keeps_photos_and_words() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Au jardin").await;
    with_photos(&mut ada, post).await;
    let edit = format!("/posts/{post}/edit");
    ada.visit(&edit).await.fill("Texte", "Neuf").fill("Décrivez l'image", "Premier");
    ada.attach("Photos", "page.jpg", b"<!doctype html>".to_vec()).press("Enregistrer").await;
    ada.has_status(422).sees("n'est pas une image").sees("Neuf").has("input[value=Premier]");
    assert_eq!(ada.page.html().matches("type=\"hidden\" name=\"picture\"").count(), 2);
    assert_eq!(alts(&app, post).await, ["Un", ""]);
    // A text can go where photos stay, and not with the last of them.
    ada.visit(&edit).await.fill("Texte", "").press("Enregistrer").await.sees("La publication est modifiée.");
    sqlx::query("delete from pictures where alt = ''").execute(&app.app.db).await.unwrap();
    ada.visit(&edit).await.choose("Retirer cette photo").press("Enregistrer").await;
    ada.has_status(422).sees("Écrivez un texte");
}

#[tokio::test]
async fn open_pages_hear_of_new_photos() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let group = group(&app, "jardin", "private", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Au jardin").await;
    ada.visit("/feed").await.has(&format!("#post-photos-{post}"));
    with_photos(&mut ada, post).await;
    let fact = Fact::PostEdited { group, post };
    let activity = Activity { id: 1, at: app.app.clock.now(), actor: Some(ada.id), fact };
    let told = posts::live(&app.app, &activity, Locale::Fr).await.unwrap();
    let photos = told.iter().filter_map(|message| match &message.change {
        Change::Fragment { id, html, .. } if *id == format!("post-photos-{post}") => Some(html),
        _ => None,
    });
    let photos: Vec<_> = photos.collect();
    assert_eq!(photos.len(), 2);
    assert!(photos.iter().all(|html| html.contains("alt=\"Un\"") && html.contains("gallery--2")));
}
