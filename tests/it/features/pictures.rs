//! Pictures: who gets their bytes, and what is left of the file that came.

use std::io::Cursor;

use chrono::TimeDelta;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use parvis::{
    features::pictures::{self, Place},
    kernel::{Failure, GroupId, PictureId, PostId},
};

use crate::support::{TestApp, visitor::multipart_body, world::Person};

/// A JPEG with a place and a comment in its metadata.
pub fn photo(width: u32, height: u32) -> Vec<u8> {
    let image = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([220, 0, 0]) } else { Rgb([0, 0, 220]) }
    }));
    let mut jpeg = Vec::new();
    image.write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).unwrap();
    let mut out = jpeg[..2].to_vec();
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
    exif.extend_from_slice(b"\0\0GPS-CANARY 47.2184N 1.5536W");
    for (marker, data) in [(0xE1_u8, exif.as_slice()), (0xFE, b"COMMENT-CANARY")] {
        out.extend_from_slice(&[0xFF, marker]);
        out.extend_from_slice(&u16::try_from(data.len() + 2).unwrap().to_be_bytes());
        out.extend_from_slice(data);
    }
    out.extend_from_slice(&jpeg[2..]);
    out
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

async fn send(person: &mut Person, name: &str, bytes: Vec<u8>) -> serde_json::Value {
    let (kind, body) = multipart_body(&[], &[("file".to_owned(), name.to_owned(), bytes)]);
    person.send(axum::http::Method::POST, "/pictures", &[("content-type", &kind)], body).await;
    serde_json::from_slice(&person.page.body).unwrap_or_default()
}

/// Sends a picture ahead, as the script does.
pub async fn uploaded(person: &mut Person) -> PictureId {
    let said = send(person, "plage.jpg", photo(1200, 800)).await;
    person.has_status(200);
    said["id"].as_str().unwrap().parse().unwrap()
}

/// A group of this level with these people, and a post of the first of them.
async fn group_with_post(app: &TestApp, level: &str, people: &[&Person]) -> (GroupId, PostId) {
    let now = app.app.clock.now();
    let (group, post) = (GroupId::new(now), PostId::new(now));
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, $2, 'Cercle', 'Entre nous', $3, $4)")
        .bind(group).bind(group.to_string()).bind(level).bind(now).execute(&app.app.db).await.unwrap();
    for person in people {
        sqlx::query(
            "insert into memberships (group_id, member_id, role, since) values ($1, $2, 'member', $3)",
        )
        .bind(group)
        .bind(person.id)
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    }
    sqlx::query("insert into posts (id, group_id, author_id, title, body, body_html, created_at, published_at) values ($1, $2, $3, 'Photos', '', '', $4, $4)")
        .bind(post).bind(group).bind(people[0].id).bind(now).execute(&app.app.db).await.unwrap();
    (group, post)
}

async fn place(
    app: &TestApp,
    by: &Person,
    picture: PictureId,
    post: PostId,
) -> Result<(), Failure<pictures::PlaceRefused>> {
    let app = &app.app;
    let mut tx = parvis::db::Tx::begin(&app.db, Some(by.id), "", app.clock.now(), app.signal.clone()).await?;
    pictures::verbs::place(&mut tx, &[(picture, "Une plage".to_owned())], Place::Post(post)).await?;
    Ok(tx.commit().await?)
}

#[tokio::test]
async fn an_uploaded_picture_comes_back_in_sizes_and_tells_nothing() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let source = photo(1200, 800);
    assert!(contains(&source, b"GPS-CANARY") && contains(&source, b"COMMENT-CANARY"));
    let said = send(&mut ada, "plage.jpg", source).await;
    assert_eq!((&said["width"], &said["height"]), (&1200.into(), &800.into()));
    let url = said["url"].as_str().unwrap().to_owned();
    for (address, width) in
        [(url.clone(), 480), (url.replace("/480", "/500"), 1080), (url.replace("/480", "/9999"), 1200)]
    {
        ada.visit(&address).await.has_status(200);
        let body = ada.page.body.clone();
        assert_eq!(image::load_from_memory(&body).unwrap().width(), width, "{address}");
        assert!(!contains(&body, b"CANARY") && !contains(&body, b"Exif"));
    }
}

#[tokio::test]
async fn a_picture_can_neither_run_nor_be_kept_without_asking() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let id = uploaded(&mut ada).await;
    let address = format!("/pictures/{id}/480");
    ada.visit(&address).await;
    let headers = ada.page.headers.clone();
    for (name, value) in [
        ("content-type", "image/jpeg"),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", "private, no-cache"),
    ] {
        assert_eq!(headers[name], value);
    }
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("inline; filename=\"image-"));
    let tag = headers["etag"].to_str().unwrap().to_owned();
    ada.send(axum::http::Method::GET, &address, &[("if-none-match", &tag)], Vec::new()).await.has_status(304);
    assert!(ada.page.body.is_empty());
    ada.visit(&format!("/pictures/{id}/large")).await.has_status(404);
}

#[tokio::test]
async fn a_page_named_like_a_photo_is_refused_with_a_sentence() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let said = send(&mut ada, "photo.jpg", b"<!doctype html><script>alert(1)</script>".to_vec()).await;
    ada.has_status(422);
    let words = said["error"].as_str().unwrap();
    assert!(words.contains("n’est pas une image que Parvis sait lire"), "{words}");
    let rows: i64 = sqlx::query_scalar("select count(*) from pictures").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(rows, 0);
    let said = send(&mut ada, "photo.jpg", Vec::new()).await;
    ada.has_status(422);
    assert!(said["error"].as_str().unwrap().contains("Aucune image"), "{said}");
}

#[tokio::test]
async fn a_photo_larger_than_a_form_without_files_is_taken() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let mut bytes = photo(1200, 800);
    bytes.resize(3 * 1024 * 1024, 0);
    send(&mut ada, "plage.jpg", bytes).await;
    ada.has_status(200);
}

#[tokio::test]
async fn a_loose_picture_is_its_uploaders_alone() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let id = uploaded(&mut ada).await;
    bob.visit(&format!("/pictures/{id}/480")).await.has_status(404);
    bob.post(&format!("/pictures/{id}/removal"), &[]).await.has_status(404);
    let (_, post) = group_with_post(&app, "open", &[&bob]).await;
    assert!(matches!(
        place(&app, &bob, id, post).await,
        Err(Failure::Refused(pictures::PlaceRefused::NotLoose))
    ));
    ada.post(&format!("/pictures/{id}/removal"), &[]).await.has_status(204);
    ada.visit(&format!("/pictures/{id}/480")).await.has_status(404);
    assert_eq!(app.app.blobs.list("pictures").await.unwrap(), []);
}

#[tokio::test]
async fn a_picture_is_placed_once() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let id = uploaded(&mut ada).await;
    let (_, post) = group_with_post(&app, "open", &[&ada]).await;
    let (_, other) = group_with_post(&app, "open", &[&ada]).await;
    place(&app, &ada, id, post).await.unwrap();
    place(&app, &ada, id, post).await.unwrap();
    assert!(matches!(
        place(&app, &ada, id, other).await,
        Err(Failure::Refused(pictures::PlaceRefused::NotLoose))
    ));
    ada.post(&format!("/pictures/{id}/removal"), &[]).await.has_status(403);
    let kept =
        pictures::of_posts(&mut app.app.db.acquire().await.unwrap(), actor(&ada).viewer(), &[post, other])
            .await
            .unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].0, kept[0].1.alt.as_str()), (post, "Une plage"));
}

fn actor(person: &Person) -> parvis::authz::Actor {
    let member = parvis::authz::MemberActor {
        id: person.id,
        site_role: parvis::authz::SiteRole::Member,
        external: false,
    };
    parvis::authz::Actor::Member(member)
}

#[tokio::test]
async fn a_secret_picture_does_not_exist_outside_even_by_its_address() {
    let app = TestApp::start().await;
    let (mut ada, mut bob, mut eve) =
        (app.signed_in("Ada").await, app.signed_in("Bob").await, app.signed_in("Eve").await);
    let mut guest = app.person("Gus").external().signed_in().await;
    let id = uploaded(&mut ada).await;
    let (group, post) = group_with_post(&app, "secret", &[&ada, &bob]).await;
    place(&app, &ada, id, post).await.unwrap();
    let address = format!("/pictures/{id}/480");
    bob.visit(&address).await.has_status(200);
    let tag = bob.page.headers["etag"].to_str().unwrap().to_owned();
    eve.visit(&address).await.has_status(404);
    guest.visit(&address).await.has_status(404);
    app.visitor().send(axum::http::Method::GET, &address, &[], Vec::new()).await.has_status(303);
    // Whoever leaves loses the picture, the copy in the browser included.
    sqlx::query("delete from memberships where group_id = $1 and member_id = $2")
        .bind(group)
        .bind(bob.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    bob.send(axum::http::Method::GET, &address, &[("if-none-match", &tag)], Vec::new()).await.has_status(404);
}

#[tokio::test]
async fn what_nothing_took_is_swept_away_after_a_day() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let (kept, forgotten) = (uploaded(&mut ada).await, uploaded(&mut ada).await);
    let (_, post) = group_with_post(&app, "open", &[&ada]).await;
    place(&app, &ada, kept, post).await.unwrap();
    app.app.blobs.put("pictures/00000000-0000-7000-8000-000000000000/480", b"no row".to_vec()).await.unwrap();
    pictures::jobs::sweep(&app.app).await.unwrap();
    assert_eq!(app.app.blobs.list("pictures").await.unwrap().len(), 7, "nothing is old yet");
    app.clock.advance(TimeDelta::hours(25));
    pictures::jobs::sweep(&app.app).await.unwrap();
    let left = app.app.blobs.list("pictures").await.unwrap();
    assert_eq!(left.len(), 3);
    assert!(left.iter().all(|(key, _)| key.contains(&kept.to_string())));
    ada.visit(&format!("/pictures/{forgotten}/480")).await.has_status(404);
    ada.visit(&format!("/pictures/{kept}/480")).await.has_status(200);
}
