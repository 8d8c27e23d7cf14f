//! Files that should not have been sent: each is refused in words, by the page and to the script, and nothing that was
//! typed is lost over it.

use axum::http::Method;

use super::{pictures::photo, posts::group};
use crate::support::{TestApp, Visitor, bomb, visitor::multipart_body};

/// Sends a file as `<file-drop>` does, and answers what the script would show.
async fn drop_file(visitor: &mut Visitor, bytes: Vec<u8>) -> String {
    let (kind, body) = multipart_body(&[], &[("file".to_owned(), "plage.jpg".to_owned(), bytes)]);
    let headers = [("content-type", kind.as_str()), ("accept", "application/json")];
    visitor.send(Method::POST, "/pictures", &headers, body).await;
    error(visitor)
}

/// The words in an answer to a script.
fn error(visitor: &Visitor) -> String {
    let said: serde_json::Value = serde_json::from_slice(&visitor.page.body).unwrap_or_default();
    said["error"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn pictures_too_large_to_be_read_are_refused_at_both_doors() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    // A header that promises too much, a picture that keeps the promise, and one that is small only in width and height.
    let promise = bomb::png(60_000, 60_000, 1, 0)[..200].to_vec();
    let kept = bomb::png(60_000, 60_000, 1, 0);
    let deep = bomb::png(20_000, 2_500, 16, 6);
    for (bytes, words) in
        [(promise, "compte trop de pixels"), (kept, "compte trop de pixels"), (deep, "trop lourde")]
    {
        let said = drop_file(&mut ada, bytes.clone()).await;
        ada.has_status(422);
        assert!(said.contains(words), "{said}");
        ada.visit("/publish?group=jardin").await.fill("Texte", "Mes vacances");
        ada.attach("Photos", "plage.png", bytes).press("Publier").await;
        ada.has_status(422).sees(words).sees("Mes vacances");
    }
    let kept: i64 =
        sqlx::query_scalar("select (select count(*) from pictures) + (select count(*) from posts)")
            .fetch_one(&app.app.db)
            .await
            .unwrap();
    assert_eq!(kept, 0);
    assert_eq!(app.app.blobs.list("pictures").await.unwrap(), []);
}

#[tokio::test]
async fn a_photo_from_a_phone_does_not_tell_where_it_was_taken() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let taken = photo(900, 600);
    assert!(taken.windows(10).any(|window| window == b"GPS-CANARY"));
    ada.visit("/publish?group=jardin").await.attach("Photos", "IMG_2041.JPG", taken).press("Publier").await;
    ada.sees("Votre publication est en ligne.");
    let small = ada.attribute(".gallery img", "src").unwrap();
    for address in [small.clone(), small.replace("/480", "/1080"), small.replace("/480", "/2160")] {
        ada.visit(&address).await.has_status(200);
        assert!(!ada.page.body.windows(6).any(|window| window == b"CANARY"), "{address}");
        assert!(!ada.page.html().contains("IMG_2041"));
    }
}

#[tokio::test]
async fn files_heavier_than_allowed_are_named_and_the_text_stays() {
    let app = TestApp::start_with(&[("PARVIS_UPLOAD_MAX_MB", "1")]).await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let heavy = || vec![0xFF; 1_500_000];
    let said = drop_file(&mut ada, heavy()).await;
    ada.has_status(413);
    assert!(said.contains("La limite est de 1"), "{said}");
    ada.visit("/publish?group=jardin").await.fill("Titre (facultatif)", "Été").fill("Texte", "Mes vacances");
    ada.attach("Photos", "a.jpg", photo(300, 200)).attach("Photos", "b.jpg", heavy()).press("Publier").await;
    ada.has_status(422).sees("La limite est de 1").sees("Mes vacances").has("input[value='Été']");
    // The one that could be taken is kept; sent again as it stands, the post is whole.
    ada.has("input[name=picture]")
        .press("Publier")
        .await
        .sees("Votre publication est en ligne.")
        .has(".gallery--1");
    let own = format!("/people/{}/photo", ada.id);
    ada.visit(&own).await;
    ada.attach("Choisir une photo", "moi.jpg", heavy()).press("Utiliser cette photo").await;
    ada.has_status(422).sees("La limite est de 1");
    // What goes far beyond is not even read to its end.
    drop_file(&mut ada, vec![0xFF; 4_000_000]).await;
    ada.has_status(413);
}

#[tokio::test]
async fn more_files_than_a_form_takes_are_left_out_in_words() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish?group=jardin").await.fill("Texte", "Beaucoup");
    for _ in 0..51 {
        ada.attach("Photos", "page.jpg", b"<html>".to_vec());
    }
    ada.press("Publier").await.has_status(422).sees("50 fichiers au plus").sees("Beaucoup");
}

#[tokio::test]
async fn a_script_is_told_in_words_why_a_file_is_not_taken() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    assert!(drop_file(&mut app.visitor(), photo(30, 20)).await.contains("onnect"));
    assert!(drop_file(&mut ada, b"<!doctype html>".to_vec()).await.contains("n’est pas une image"));
    assert!(drop_file(&mut ada, b"\0\0\0\x18ftypheic0000".to_vec()).await.contains("HEIC"));
    let json = ("accept", "application/json");
    for (headers, status) in [
        (vec![json, ("content-type", "text/plain")], 415),
        (vec![json, ("content-type", "multipart/form-data; boundary=x")], 400),
        (vec![json, ("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")], 403),
    ] {
        ada.send(Method::POST, "/pictures", &headers, b"nonsense".to_vec()).await.has_status(status);
        assert!(!error(&ada).is_empty(), "{status}");
    }
}

#[tokio::test]
async fn a_group_shows_the_picture_its_managers_give_it_and_refuses_what_is_none() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let mut bob = app.signed_in("Bob").await;
    let (_, slug) = app.group(&ada, "Jardin", parvis::authz::Level::Open).await;
    let here = format!("/groups/{slug}/settings/cover");
    ada.visit(&here)
        .await
        .attach("Choisir une image", "notes.jpg", b"pas une image".to_vec())
        .press("Enregistrer")
        .await;
    ada.has_status(422);
    ada.visit(&here)
        .await
        .attach("Choisir une image", "geante.png", bomb::png(60_000, 60_000, 1, 0))
        .press("Enregistrer")
        .await;
    ada.has_status(422).sees("compte trop de pixels");
    ada.visit(&here)
        .await
        .attach("Choisir une image", "plage.jpg", photo(1200, 500))
        .press("Enregistrer")
        .await;
    ada.has_status(200);
    let shown =
        ada.visit(&format!("/groups/{slug}")).await.attribute(".ghero__cover", "src").expect("a cover");
    bob.visit(&shown).await.has_status(200);
    bob.visit(&here).await.has_status(403);
    ada.visit(&here).await.press("Retirer l'image").await;
    ada.visit(&format!("/groups/{slug}")).await.lacks(".ghero__cover");
}
