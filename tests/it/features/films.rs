//! Films are shown by a picture and how long they take, as the browser of whoever sent them said.

use axum::http::Method;

use super::{
    files::send,
    pictures::photo,
    posts::{group, newest},
};
use crate::support::{TestApp, visitor::multipart_body, world::Person};

/// Sends a file ahead as the script does; answers its address.
async fn ahead(person: &mut Person, name: &str, bytes: Vec<u8>) -> String {
    let said = send(person, name, bytes).await;
    person.has_status(200);
    format!("/files/{}", said["id"].as_str().unwrap())
}

async fn sent(person: &mut Person, name: &str) -> String {
    ahead(person, name, b"\0\0\0\x18ftypisom\0\0\0\0isomavc1 and so on".to_vec()).await
}

/// Says of a file how long it takes and how it looks.
async fn describe(person: &mut Person, file: &str, seconds: &str, poster: Option<Vec<u8>>) -> u16 {
    let fields = [("seconds".to_owned(), seconds.to_owned())];
    let files: Vec<_> =
        poster.into_iter().map(|bytes| ("poster".to_owned(), "poster.jpg".to_owned(), bytes)).collect();
    let (kind, body) = multipart_body(&fields, &files);
    person.send(Method::POST, &format!("{file}/film"), &[("content-type", &kind)], body).await;
    person.page.status.as_u16()
}

/// Publishes a post with a file that was sent ahead.
async fn publish(person: &mut Person, file: &str) {
    let id = file.rsplit('/').next().unwrap();
    person.visit("/publish?group=jardin&fresh=1").await.fill("Texte", "La fête");
    person.insist("document", id).press("Publier").await.sees("Votre publication est en ligne.");
}

#[tokio::test]
async fn a_film_stands_in_the_feed_with_its_picture_and_how_long_it_takes() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Ève Dehors").await;
    group(&app, "jardin", "secret", &[&ada, &bob]).await;
    let film = sent(&mut ada, "Fête.mp4").await;
    let poster = format!("{film}/pages/1/large");
    assert_eq!(describe(&mut bob, &film, "187", Some(photo(1600, 900))).await, 404);
    assert_eq!(describe(&mut ada, &film, "187", Some(photo(1600, 900))).await, 204);
    bob.visit(&poster).await.has_status(404);
    publish(&mut ada, &film).await;
    bob.visit("/feed")
        .await
        .has(&format!("video[poster='{poster}'][src='{film}'][preload=none]"))
        .sees("3:07");
    bob.visit(&poster).await.has_status(200);
    let seen = image::load_from_memory(&bob.page.body).unwrap();
    assert_eq!((seen.width(), seen.height()), (1280, 720));
    assert!(!bob.page.body.windows(10).any(|bytes| bytes == b"GPS-CANARY"));
    eve.visit(&poster).await.has_status(404);
    // What was published stays as it was.
    assert_eq!(describe(&mut ada, &film, "9", None).await, 403);
    bob.visit("/feed").await.sees("3:07");
    // Read again for the search, it keeps its picture; so does a copy.
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    bob.visit("/feed").await.has("video[poster]");
    let post = newest(&app).await;
    ada.visit(&format!("/posts/{post}")).await.press("Dupliquer").await.press("Publier").await;
    bob.visit("/feed").await.has(".post ~ .post video[poster]");
    let mut posters: Vec<String> = Vec::new();
    for at in ["article:first-of-type video", "article:last-of-type video"] {
        posters.extend(bob.attribute(at, "poster"));
    }
    assert!(posters.len() == 2 && posters[0] != posters[1], "{posters:?}");
    bob.visit(&posters[0]).await.has_status(200);
}

#[tokio::test]
async fn what_is_said_of_a_film_must_make_sense() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let film = sent(&mut ada, "Fête.mp4").await;
    for seconds in ["", "0", "-4", "x", "1.5", "86401", "99999999999"] {
        assert_eq!(describe(&mut ada, &film, seconds, None).await, 400, "{seconds}");
    }
    assert_eq!(describe(&mut ada, &film, "5", Some(b"<svg onload=alert(1)>".to_vec())).await, 400);
    assert!(app.app.blobs.list("pages").await.unwrap().is_empty());
    // A sound has no picture, and a small film one size.
    let small = sent(&mut ada, "Petit.mp4").await;
    assert_eq!(describe(&mut ada, &small, "5", Some(photo(160, 90))).await, 204);
    let sound = sent(&mut ada, "Discours.m4a").await;
    assert_eq!(describe(&mut ada, &sound, "3600", None).await, 204);
    publish(&mut ada, &sound).await;
    ada.visit("/feed").await.has("audio").sees("1:00:00");
    // Nothing else lasts.
    let text = ahead(&mut ada, "a.txt", b"mot".to_vec()).await;
    assert_eq!(describe(&mut ada, &text, "5", None).await, 400);
}
