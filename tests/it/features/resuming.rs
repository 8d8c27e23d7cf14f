//! Large files that come in parts: cut, gone on with, given up, and nobody else's.

use axum::http::Method;
use chrono::TimeDelta;
use parvis::features::uploads;

use super::posts::group;
use crate::support::{TestApp, Visitor, visitor::multipart_body};

/// Fruit salad: every byte says where it stood.
pub fn film(length: usize) -> Vec<u8> {
    let head = b"\0\0\0\x18ftypisom\0\0\0\0isomavc1".to_vec();
    head.into_iter().chain((0..).map(|n: usize| (n % 251).to_le_bytes()[0])).take(length).collect()
}

pub async fn begin(visitor: &mut Visitor, name: &str, length: usize) -> String {
    use base64::Engine as _;
    let name = base64::engine::general_purpose::STANDARD.encode(name);
    let (length, said) = (length.to_string(), format!("filename {name},filetype dmlkZW8="));
    let headers =
        [("upload-length", length.as_str()), ("upload-metadata", &said), ("accept", "application/json")];
    visitor.send(Method::POST, "/files/uploads", &headers, Vec::new()).await;
    visitor.page.headers.get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
}

/// Sends a part; answers how much is there.
pub async fn part(visitor: &mut Visitor, place: &str, offset: usize, bytes: &[u8]) -> String {
    let (offset, length) = (offset.to_string(), bytes.len().to_string());
    let headers = [
        ("content-type", "application/offset+octet-stream"),
        ("upload-offset", offset.as_str()),
        ("content-length", length.as_str()),
    ];
    visitor.send(Method::PATCH, place, &headers, bytes.to_vec()).await;
    here(visitor)
}

fn here(visitor: &Visitor) -> String {
    visitor
        .page
        .headers
        .get("upload-offset")
        .map(|offset| offset.to_str().unwrap().to_owned())
        .unwrap_or_default()
}

fn error(visitor: &Visitor) -> String {
    let said: serde_json::Value = serde_json::from_slice(&visitor.page.body).unwrap_or_default();
    said["error"].as_str().unwrap_or_default().to_owned()
}

async fn lying(app: &TestApp) -> (usize, usize) {
    let count = async |folder| app.app.blobs.list(folder).await.unwrap().len();
    (count("parts").await, count("files").await)
}

#[tokio::test]
async fn a_film_cut_at_four_fifths_goes_on_and_is_the_same() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let film = film(1_000_000);
    let place = begin(&mut ada, "Fête.MP4", film.len()).await;
    ada.has_status(201);
    assert_eq!(part(&mut ada, &place, 0, &film[..500_000]).await, "500000");
    assert_eq!(part(&mut ada, &place, 500_000, &film[500_000..800_000]).await, "800000");
    // Another day at another place, where nobody knows how far it was.
    ada.send(Method::HEAD, &place, &[], Vec::new()).await.has_status(204);
    assert_eq!(
        (here(&ada).as_str(), ada.page.headers["upload-length"].to_str().unwrap()),
        ("800000", "1000000")
    );
    // What is there already, or not yet: asked for the right place.
    for wrong in [0, 700_000, 900_000] {
        assert_eq!(part(&mut ada, &place, wrong, &film[wrong..wrong + 10]).await, "800000");
        ada.has_status(409);
    }
    assert_eq!(part(&mut ada, &place, 800_000, &film[800_000..]).await, "1000000");
    ada.has_status(204);
    // The last answer may be lost as well.
    assert_eq!(part(&mut ada, &place, 1_000_000, &[]).await, "1000000");
    ada.has_status(204);
    assert_eq!(lying(&app).await, (0, 1));
    let id = place.rsplit('/').next().unwrap().to_owned();
    let fields = [("group", "jardin"), ("text", "Voici le film de la fête"), ("document", &id)];
    let (kind, body) = multipart_body(&fields.map(|(name, value)| (name.to_owned(), value.to_owned())), &[]);
    ada.send(Method::POST, "/publish", &[("content-type", &kind)], body).await.has_status(303);
    ada.visit("/feed").await.sees("Voici le film de la fête").has(&format!("video[src^='/files/{id}']"));
    let mut bob = app.signed_in("Bob Durand").await;
    bob.send(Method::GET, &format!("/files/{id}"), &[], Vec::new()).await.has_status(200);
    assert!(bob.page.body == film);
    assert!(bob.page.headers["content-disposition"].to_str().unwrap().contains("F%C3%AAte.mp4"));
    // It has its place: what was sent is not asked for any more.
    ada.send(Method::HEAD, &place, &[], Vec::new()).await.has_status(404);
}

/// A film of a phone, which says where it was made.
fn placed() -> Vec<u8> {
    let boxed = |name: &[u8], inside: &[u8]| {
        [&u32::try_from(inside.len() + 8).unwrap().to_be_bytes()[..], name, inside].concat()
    };
    let place = boxed(b"udta", &boxed(b"\xA9xyz", b"\0\x12\x15\xC7+48.8577+002.295/"));
    let index = boxed(b"moov", &[boxed(b"mvhd", &[7; 100]), place].concat());
    [boxed(b"ftyp", b"isom\0\0\0\0isomavc1"), boxed(b"mdat", &b"x".repeat(50_000)), index].concat()
}

#[tokio::test]
async fn a_film_does_not_say_where_it_was_made() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let film = placed();
    let place = begin(&mut ada, "fete.mov", film.len()).await;
    let half = film.len() - 20;
    part(&mut ada, &place, 0, &film[..half]).await;
    part(&mut ada, &place, half, &film[half..]).await;
    let sent = place.replace("/uploads", "");
    let with_form = super::files::published(&app, &mut ada, "jardin", "fete.mp4", film.clone()).await;
    for address in [sent, with_form] {
        ada.send(Method::GET, &address, &[], Vec::new()).await.has_status(200);
        let kept = &ada.page.body[..];
        assert!(!kept.windows(8).any(|window| window == b"+48.8577"), "{address}");
        assert_eq!((kept.len(), &kept[..50_000]), (film.len(), &film[..50_000]));
    }
}

#[tokio::test]
async fn what_came_stays_through_signing_out() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let film = film(1_000);
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    part(&mut ada, &place, 0, &film[..800]).await;
    let cookies = ada.browser.clone();
    ada.post("/sign-out", &[]).await;
    ada.browser = cookies;
    let json = [
        ("accept", "application/json"),
        ("content-type", "application/offset+octet-stream"),
        ("upload-offset", "800"),
    ];
    ada.send(Method::PATCH, &place, &json, film[800..].to_vec()).await.has_status(401);
    // In again, in whichever browser.
    let mut other = app.another_browser(&ada).await;
    other.send(Method::HEAD, &place, &[], Vec::new()).await.has_status(204);
    assert_eq!(here(&other), "800");
    assert_eq!(part(&mut other, &place, 800, &film[800..]).await, "1000");
}

#[tokio::test]
async fn a_part_that_breaks_off_is_kept_as_far_as_it_came() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let film = film(100_000);
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    let pieces = film[..80_000].chunks(10_000).map(|piece| Ok(piece.to_vec())).collect::<Vec<_>>();
    let broken = pieces.into_iter().chain([Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset))]);
    let body = axum::body::Body::from_stream(futures_util::stream::iter(broken));
    let headers = [("content-type", "application/offset+octet-stream"), ("upload-offset", "0")];
    ada.send_body(Method::PATCH, &place, &headers, body).await;
    assert_eq!(here(&ada), "80000");
    assert_eq!(part(&mut ada, &place, 80_000, &film[80_000..]).await, "100000");
}

#[tokio::test]
async fn the_same_part_sent_twice_at_once_counts_once() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let film = film(1_000);
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    for (from, to) in [(0, 500), (500, 1_000)] {
        let (mut one, mut two) = (ada.browser.clone(), ada.browser.clone());
        let (first, second) = tokio::join!(
            part(&mut one, &place, from, &film[from..to]),
            part(&mut two, &place, from, &film[from..to])
        );
        let mut statuses = [one.page.status.as_u16(), two.page.status.as_u16()];
        statuses.sort_unstable();
        assert!(statuses == [204, 409] || statuses == [204, 204] && to == 1_000, "{statuses:?}");
        assert!([first, second].contains(&to.to_string()));
        assert_eq!(ada.send(Method::HEAD, &place, &[], Vec::new()).await.page.status.as_u16(), 204);
        assert_eq!(here(&ada), to.to_string());
    }
    assert_eq!(lying(&app).await, (0, 1));
}

#[tokio::test]
async fn what_is_spoken_is_said_and_other_versions_are_not_understood() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    ada.send(Method::OPTIONS, "/files/uploads", &[], Vec::new()).await.has_status(204);
    assert_eq!(ada.page.headers["tus-version"], "1.0.0");
    assert_eq!(ada.page.headers["tus-extension"], "creation,termination");
    let headers =
        [("tus-resumable", "0.2.2"), ("upload-length", "10"), ("upload-metadata", "filename YS5wZGY=")];
    ada.send(Method::POST, "/files/uploads", &headers, Vec::new()).await.has_status(412);
}

#[tokio::test]
async fn twenty_at_once_are_many_and_silent_ones_make_room() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let first = begin(&mut ada, "fete.mp4", 10).await;
    for _ in 1..20 {
        begin(&mut ada, "fete.mp4", 10).await;
        ada.has_status(201);
    }
    begin(&mut ada, "fete.mp4", 10).await;
    ada.has_status(429);
    assert!(ada.page.headers.contains_key("retry-after"));
    app.clock.advance(TimeDelta::minutes(61));
    begin(&mut ada, "fete.mp4", 10).await;
    ada.has_status(201);
    ada.send(Method::HEAD, &first, &[], Vec::new()).await.has_status(404);
}

#[tokio::test]
async fn nobody_goes_on_with_what_another_sends() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    let film = film(1_000);
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    part(&mut ada, &place, 0, &film[..100]).await;
    for place in [place.as_str(), "/files/uploads/x", "/files/uploads/00000000-0000-0000-0000-000000000000"] {
        part(&mut eve, place, 100, &film[100..]).await;
        eve.has_status(404);
        for method in [Method::GET, Method::HEAD, Method::DELETE] {
            eve.send(method, place, &[], Vec::new()).await.has_status(404);
        }
    }
    assert_eq!(part(&mut ada, &place, 100, &film[100..]).await, "1000");
    eve.send(Method::HEAD, &place, &[], Vec::new()).await.has_status(404);
}

#[tokio::test]
async fn what_is_too_long_or_of_no_kind_is_refused_before_a_byte() {
    let app = TestApp::start_with(&[("PARVIS_FILE_MAX_MB", "1")]).await;
    let mut ada = app.signed_in("Ada Martin").await;
    for (name, length, status, words) in [
        ("fete.mp4", 1024 * 1024 + 1, 413, "La limite est de 1"),
        ("fete.exe", 10, 422, "n'est pas acceptée"),
        ("fete.jpg", 10, 422, "Photos"),
        ("fete.mp4", 0, 422, "vide"),
        ("", 10, 400, ""),
    ] {
        assert_eq!(begin(&mut ada, name, length).await, "");
        ada.has_status(status);
        assert!(error(&ada).contains(words) || status == 422, "{}", error(&ada));
    }
    let film = film(1_000);
    let place = begin(&mut ada, "fete.mp4", 900).await;
    part(&mut ada, &place, 0, &film).await;
    ada.has_status(413);
    ada.send(Method::PATCH, &place, &[("content-type", "text/plain")], Vec::new()).await.has_status(415);
    assert_eq!(lying(&app).await, (0, 0));
    // What it is, the bytes say at its end; then nothing of it is left.
    let place = begin(&mut ada, "fete.pdf", 10).await;
    part(&mut ada, &place, 0, b"<html>oui>").await;
    ada.has_status(422);
    assert!(error(&ada).contains("fete.pdf"), "{}", error(&ada));
    assert_eq!(lying(&app).await, (0, 0));
    ada.send(Method::HEAD, &place, &[], Vec::new()).await.has_status(404);
}

#[tokio::test]
async fn a_full_disk_takes_no_part() {
    let app = TestApp::start_with(&[("PARVIS_DISK_RESERVE_MB", "1000000000")]).await;
    let mut ada = app.signed_in("Ada Martin").await;
    begin(&mut ada, "fete.mp4", 10).await;
    ada.has_status(507);
    assert!(error(&ada).contains("presque plein"), "{}", error(&ada));
}

#[tokio::test]
async fn what_is_given_up_leaves_nothing() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let film = film(1_000);
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    part(&mut ada, &place, 0, &film[..100]).await;
    ada.send(Method::DELETE, &place, &[], Vec::new()).await.has_status(204);
    part(&mut ada, &place, 100, &film[100..]).await;
    ada.has_status(404);
    assert_eq!(lying(&app).await, (0, 0));
    // Left lying, it waits for a day.
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    part(&mut ada, &place, 0, &film[..100]).await;
    app.clock.advance(TimeDelta::hours(23));
    uploads::jobs::sweep(&app.app).await.unwrap();
    ada.send(Method::HEAD, &place, &[], Vec::new()).await.has_status(204);
    app.clock.advance(TimeDelta::hours(2));
    uploads::jobs::sweep(&app.app).await.unwrap();
    ada.send(Method::HEAD, &place, &[], Vec::new()).await.has_status(404);
}
