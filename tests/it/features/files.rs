//! Documents of posts: sent, handed out whole and in parts, refused in words, and nobody's but the readers'.

use axum::http::Method;
use chrono::TimeDelta;
use parvis::{features::files, jobs::Enqueue as _, kernel::PostId};

use super::posts::{group, publish};
use crate::support::{TestApp, Visitor, visitor::multipart_body, world::Person};

/// What is enough of a PDF for a test.
fn pdf(words: &str) -> Vec<u8> {
    format!("%PDF-1.7\n% {words}\n%%EOF").into_bytes()
}

/// Sends a file ahead as `<file-drop>` does, and answers what the script hears.
pub async fn send(visitor: &mut Visitor, name: &str, bytes: Vec<u8>) -> serde_json::Value {
    let (kind, body) = multipart_body(&[], &[("file".to_owned(), name.to_owned(), bytes)]);
    let headers = [("content-type", kind.as_str()), ("accept", "application/json")];
    visitor.send(Method::POST, "/files", &headers, body).await;
    serde_json::from_slice(&visitor.page.body).unwrap_or_default()
}

async fn sent(person: &mut Person, name: &str) -> String {
    let said = send(person, name, pdf(name)).await;
    person.has_status(200);
    said["id"].as_str().unwrap().to_owned()
}

/// Publishes a post with one document, by the form without script; answers its address.
pub async fn published(app: &TestApp, person: &mut Person, slug: &str, name: &str, bytes: Vec<u8>) -> String {
    let before: Vec<uuid::Uuid> =
        sqlx::query_scalar("select id from files").fetch_all(&app.app.db).await.unwrap();
    person.visit(&format!("/publish?group={slug}&fresh=1")).await.fill("Texte", "Voici le document");
    person.attach("Documents et vidéos", name, bytes).press("Publier").await;
    person.sees("Votre publication est en ligne.");
    let file: uuid::Uuid = sqlx::query_scalar("select id from files where id <> all ($1)")
        .bind(before)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    format!("/files/{file}")
}

pub async fn post_of(app: &TestApp, address: &str) -> PostId {
    let file: uuid::Uuid = address.rsplit('/').next().unwrap().parse().unwrap();
    sqlx::query_scalar("select post_id from files where id = $1")
        .bind(file)
        .fetch_one(&app.app.db)
        .await
        .unwrap()
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

async fn blobs(app: &TestApp) -> usize {
    app.app.blobs.list("files").await.unwrap().len()
}

#[tokio::test]
async fn a_document_hangs_on_its_post_and_is_saved_under_its_name() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let bytes = pdf(&"x".repeat(300_000));
    let address = published(&app, &mut ada, "jardin", "Été 2026.PDF", bytes.clone()).await;
    bob.visit("/feed").await.sees("Été 2026.pdf").sees("293").has(&format!("a.filecard[href='{address}']"));
    bob.visit(&address).await.has_status(200);
    assert!(bob.page.body == bytes);
    let headers = bob.page.headers.clone();
    for (name, value) in [
        ("content-type", "application/pdf"),
        ("content-length", bytes.len().to_string().as_str()),
        (
            "content-disposition",
            "attachment; filename=\"_t_ 2026.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%202026.pdf",
        ),
        ("content-security-policy", "default-src 'none'; sandbox"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", "private, no-cache"),
        ("accept-ranges", "bytes"),
    ] {
        assert_eq!(headers[name], value, "{name}");
    }
    let tag = headers["etag"].to_str().unwrap().to_owned();
    let gzip = [("if-none-match", tag.as_str()), ("accept-encoding", "gzip")];
    bob.send(Method::GET, &address, &gzip, Vec::new()).await.has_status(304);
    assert!(bob.page.body.is_empty());
    // Packed on the way it could not be asked for in parts.
    bob.send(Method::GET, &address, &gzip[1..], Vec::new()).await.has_status(200);
    assert!(bob.page.headers.get("content-encoding").is_none() && bob.page.body == bytes);
}

#[tokio::test]
async fn parts_of_a_file_are_sent_as_they_are_asked_for() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let bytes = pdf("0123456789");
    let total = bytes.len();
    let address = published(&app, &mut ada, "jardin", "plan.pdf", bytes.clone()).await;
    ada.visit(&address).await;
    let tag = ada.page.headers["etag"].to_str().unwrap().to_owned();
    let last = format!("bytes={}-", total - 1);
    for (range, part) in
        [("bytes=0-4", 0..5), (last.as_str(), total - 1..total), ("bytes=-3", total - 3..total)]
    {
        for known in [None, Some(("if-range", tag.as_str()))] {
            let headers: Vec<(&str, &str)> = [Some(("range", range)), known].into_iter().flatten().collect();
            ada.send(Method::GET, &address, &headers, Vec::new()).await.has_status(206);
            assert_eq!(ada.page.body, bytes[part.clone()], "{range}");
            let said = format!("bytes {}-{}/{total}", part.start, part.end - 1);
            assert_eq!(ada.page.headers["content-range"], said.as_str());
            assert_eq!(ada.page.headers["content-length"], part.len().to_string().as_str());
        }
    }
    for headers in [
        vec![("range", "bytes=0-1,3-4,0-,0-,0-")],
        vec![("range", "bytes=4-2")],
        vec![("range", "bytes=0-4"), ("if-range", "\"another\"")],
    ] {
        ada.send(Method::GET, &address, &headers, Vec::new()).await.has_status(200);
        assert_eq!(ada.page.body, bytes);
    }
    ada.send(Method::GET, &address, &[("range", "bytes=99999-")], Vec::new()).await.has_status(416);
    assert_eq!(ada.page.headers["content-range"], format!("bytes */{total}").as_str());
    ada.send(Method::HEAD, &address, &[], Vec::new()).await.has_status(200);
    assert_eq!(ada.page.headers["content-length"], total.to_string().as_str());
    assert!(ada.page.body.is_empty());
}

#[tokio::test]
async fn what_is_not_taken_is_said_by_name_and_nothing_typed_is_lost() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let html = b"<!doctype html><script>alert(1)</script>".to_vec();
    let polyglot = b"GIF89a/*<script>*/=1;%PDF-1.7".to_vec();
    for (name, bytes, words) in [
        ("page.html", html.clone(), "est d’un type qui n’est pas accepté"),
        ("page.pdf.html", html.clone(), "est d’un type qui n’est pas accepté"),
        ("logo.svg", b"<svg onload=alert(1)>".to_vec(), "est d’un type qui n’est pas accepté"),
        ("flux.xml", b"<?xml version='1.0'?>".to_vec(), "est d’un type qui n’est pas accepté"),
        ("macro.docm", b"PK\x03\x04".to_vec(), "est d’un type qui n’est pas accepté"),
        ("outil.exe", b"MZ\x90\0".to_vec(), "est d’un type qui n’est pas accepté"),
        ("CON", b"x".to_vec(), "est d’un type qui n’est pas accepté"),
        ("plage.jpg", html.clone(), "ajoutez-la avec le champ « Photos »"),
        ("page.html.png", html.clone(), "ajoutez-la avec le champ « Photos »"),
        ("rapport.pdf", html.clone(), "ne contient pas ce que son nom annonce"),
        ("rapport.pdf", polyglot, "ne contient pas ce que son nom annonce"),
        ("film.mp4", html.clone(), "ne contient pas ce que son nom annonce"),
        ("notes.txt", b"\x7FELF\x02\x01\0\0".to_vec(), "ne contient pas ce que son nom annonce"),
    ] {
        let said = send(&mut ada, name, bytes.clone()).await;
        ada.has_status(422);
        let said = said["error"].as_str().unwrap_or_default().replace('\u{a0}', " ");
        assert!(said.contains(words) && said.contains(name), "{name}: {said}");
        ada.visit("/publish?group=jardin&fresh=1").await.fill("Titre (facultatif)", "Bilan");
        ada.fill("Texte", "Mes vacances").attach("Documents et vidéos", name, bytes).press("Publier").await;
        ada.has_status(422).sees(words).sees("Mes vacances").has("input[value=Bilan]");
        ada.has("#f-documents[aria-invalid=true]").has("#f-documents-error");
    }
    assert!(send(&mut ada, "vide.pdf", Vec::new()).await["error"].as_str().unwrap().contains("vide"));
    assert!(send(&mut app.visitor(), "a.pdf", pdf("")).await["error"].as_str().unwrap().contains("onnect"));
    assert_eq!((number(&app, "select count(*) from files").await, blobs(&app).await), (0, 0));
}

#[tokio::test]
async fn names_that_mean_harm_are_kept_as_names() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let long = format!("{}.pdf", "é".repeat(300));
    for (name, shown) in [
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Windows\\CON.pdf", "CON.pdf"),
        ("/absolu.pdf", "absolu.pdf"),
        ("fac\u{202E}fdp.exe.pdf", "facfdp.exe.pdf"),
        ("<img src=x onerror=alert(1)>;.pdf", "<img src=x onerror=alert(1)>;.pdf"),
        ("🌊 été; filename=x.html.pdf", "🌊 été; filename=x.html.pdf"),
        (long.as_str(), &"é".repeat(190)),
    ] {
        let address = published(&app, &mut ada, "jardin", name, pdf("")).await;
        let post = post_of(&app, &address).await;
        bob.visit(&format!("/posts/{post}")).await.sees(shown).lacks(".filecard img").lacks("[onerror]");
        bob.visit(&address).await.has_status(200);
        let header = bob.page.headers["content-disposition"].to_str().unwrap();
        assert!(header.starts_with("attachment; filename=\"") && header.is_ascii(), "{header}");
        assert_eq!((header.matches('"').count(), header.matches(';').count()), (2, 2), "{header}");
    }
    for (key, _) in app.app.blobs.list("files").await.unwrap() {
        assert!(key.strip_prefix("files/").unwrap().parse::<uuid::Uuid>().is_ok(), "{key}");
    }
}

#[tokio::test]
async fn too_heavy_too_many_and_no_room_are_said_beside_the_field() {
    let app = TestApp::start_with(&[("PARVIS_FILE_MAX_MB", "1")]).await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let heavy = || pdf(&"x".repeat(1_200_000));
    let said = send(&mut ada, "gros.pdf", heavy()).await;
    ada.has_status(413);
    assert!(said["error"].as_str().unwrap().contains("La limite est de 1"), "{said}");
    ada.visit("/publish?group=jardin").await.fill("Texte", "Mes vacances");
    ada.attach("Documents et vidéos", "petit.pdf", pdf("")).attach(
        "Documents et vidéos",
        "gros.pdf",
        heavy(),
    );
    ada.press("Publier")
        .await
        .has_status(422)
        .sees("La limite est de 1")
        .sees("Mes vacances")
        .sees("petit.pdf");
    assert_eq!(blobs(&app).await, 1);
    // The one that could be taken is kept; sent again as it stands, the post is whole.
    ada.press("Publier").await.sees("Votre publication est en ligne.").sees("petit.pdf").misses("gros.pdf");
    ada.visit("/publish?group=jardin&fresh=1").await.fill("Texte", "Tout");
    for n in 0..21 {
        ada.attach("Documents et vidéos", &format!("{n}.pdf"), pdf(""));
    }
    ada.press("Publier").await.has_status(422).sees("20 documents au plus").sees("19.pdf").misses("20.pdf");
    ada.press("Publier").await.sees("Votre publication est en ligne.").sees("et 16 autres documents");
}

#[tokio::test]
async fn a_full_disk_takes_nothing_and_pages_go_on() {
    let app = TestApp::start_with(&[("PARVIS_DISK_RESERVE_MB", "1000000000")]).await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let said = send(&mut ada, "plan.pdf", pdf("")).await;
    ada.has_status(507);
    assert!(said["error"].as_str().unwrap().contains("presque plein"), "{said}");
    ada.visit("/publish?group=jardin").await.fill("Texte", "Mes vacances");
    ada.attach("Documents et vidéos", "plan.pdf", pdf("")).press("Publier").await;
    ada.has_status(422).sees("presque plein").sees("Mes vacances");
    ada.press("Publier").await.sees("Votre publication est en ligne.");
    assert_eq!(blobs(&app).await, 0);
}

#[tokio::test]
async fn what_belongs_to_another_cannot_be_opened_attached_or_thrown_away() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let id = sent(&mut ada, "plan.pdf").await;
    let address = format!("/files/{id}");
    bob.visit(&address).await.has_status(404);
    bob.post(&format!("{address}/removal"), &[]).await.has_status(404);
    let form = |text: &str| {
        [("group", "jardin"), ("text", text), ("document", &id)].map(|(a, b)| (a.to_owned(), b.to_owned()))
    };
    let (kind, body) = multipart_body(&form("Volé"), &[]);
    bob.send(Method::POST, "/publish", &[("content-type", &kind)], body).await.has_status(422);
    bob.sees("Un des documents n'est plus disponible").misses("plan.pdf");
    // In a draft it is passed over.
    let once = uuid::Uuid::now_v7().to_string();
    bob.post(
        "/drafts",
        &[("once", &once), ("version", "0"), ("group", "jardin"), ("text", "Volé"), ("document", &id)],
    )
    .await;
    assert_eq!(number(&app, "select count(*) from files where draft_id is not null").await, 0);
    // Placed once, its author cannot place it a second time.
    for (text, status) in [("Un", 303), ("Deux", 422)] {
        let (kind, body) = multipart_body(&form(text), &[]);
        ada.send(Method::POST, "/publish", &[("content-type", &kind)], body).await.has_status(status);
    }
    ada.post(&format!("{address}/removal"), &[]).await.has_status(403);
    bob.visit(&address).await.has_status(200);
    let loose = sent(&mut ada, "essai.pdf").await;
    ada.post(&format!("/files/{loose}/removal"), &[]).await.has_status(204);
    ada.visit(&format!("/files/{loose}")).await.has_status(404);
    assert_eq!(blobs(&app).await, 1);
}

#[tokio::test]
async fn a_post_moved_to_a_secret_group_takes_its_documents_along() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.signed_in("Carl Petit").await;
    let mut guest = app.person("Gus Dehors").external().signed_in().await;
    group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "coffre", "secret", &[&ada, &carl]).await;
    let address = published(&app, &mut ada, "jardin", "plan.pdf", pdf("")).await;
    bob.visit(&address).await.has_status(200);
    let tag = bob.page.headers["etag"].to_str().unwrap().to_owned();
    guest.visit(&address).await.has_status(404);
    app.visitor().send(Method::GET, &address, &[], Vec::new()).await.has_status(303);
    let post = post_of(&app, &address).await;
    ada.visit(&format!("/posts/{post}/audience?to=coffre")).await.press("Déplacer la publication").await;
    carl.visit(&address).await.has_status(200);
    for headers in [vec![], vec![("if-none-match", tag.as_str())], vec![("range", "bytes=0-3")]] {
        bob.send(Method::GET, &address, &headers, Vec::new()).await.has_status(404);
    }
}

#[tokio::test]
async fn documents_wait_with_a_draft_and_are_published_with_it() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish?group=jardin").await;
    let once = ada.attribute("input[name=once]", "value").unwrap();
    let (one, two) = (sent(&mut ada, "un.pdf").await, sent(&mut ada, "deux.pdf").await);
    // What <draft-keeper> sends; nothing but documents is enough.
    let fields = [
        ("once", once.as_str()),
        ("version", "0"),
        ("group", "jardin"),
        ("document", &two),
        ("document", &one),
    ];
    ada.post("/drafts", &fields).await.has_status(200);
    app.clock.advance(TimeDelta::hours(30));
    files::jobs::sweep(&app.app).await.unwrap();
    ada.visit(&format!("/publish?draft={once}")).await.sees("un.pdf").sees("deux.pdf");
    let order = |person: &Person, css: &str| {
        let (page, css) = (scraper::Html::parse_document(&person.page.html()), scraper::Selector::parse(css));
        let first = |name: scraper::ElementRef<'_>| {
            name.text().collect::<String>().split_whitespace().next().unwrap_or_default().to_owned()
        };
        page.select(&css.unwrap()).map(first).collect::<Vec<_>>()
    };
    assert_eq!(order(&ada, ".drop--file[id] .drop__name"), ["deux.pdf", "un.pdf"]);
    ada.press("Publier").await.sees("Votre publication est en ligne.");
    ada.visit("/groups/jardin").await;
    assert_eq!(order(&ada, ".filecard b"), ["deux.pdf", "un.pdf"]);
    assert_eq!(
        number(&app, "select count(*) from files where post_id is not null and draft_id is null").await,
        2
    );
}

#[tokio::test]
async fn a_planned_post_is_published_with_its_documents() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let day = (app.app.clock.now() + TimeDelta::days(3)).date_naive().to_string();
    ada.visit("/publish?group=jardin&fresh=1").await.fill("Texte", "Le programme").fill("Jour", &day);
    ada.fill("Heure", "09:00")
        .attach("Documents et vidéos", "programme.pdf", pdf(""))
        .press("Programmer")
        .await;
    ada.has_status(200).sees("Publication prévue");
    let file: uuid::Uuid = sqlx::query_scalar("select id from files").fetch_one(&app.app.db).await.unwrap();
    bob.visit(&format!("/files/{file}")).await.has_status(404);
    app.clock.advance(TimeDelta::days(4));
    let mut tx = app.begin().await;
    tx.enqueue(&parvis::features::planning::PublishDue {}).await.unwrap();
    tx.commit().await.unwrap();
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    bob.returns(&app).await;
    bob.visit("/groups/jardin").await.sees("Le programme").sees("programme.pdf");
    bob.visit(&format!("/files/{file}")).await.has_status(200);
}

#[tokio::test]
async fn documents_are_changed_with_their_post_and_gone_with_it() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let address = published(&app, &mut ada, "jardin", "ancien.pdf", pdf("")).await;
    let post = post_of(&app, &address).await;
    ada.visit(&format!("/posts/{post}/edit")).await.sees("ancien.pdf").choose("Retirer ce document");
    ada.attach("Documents et vidéos", "nouveau.pdf", pdf("")).press("Enregistrer").await;
    ada.sees("nouveau.pdf").misses("ancien.pdf");
    bob.visit(&address).await.has_status(404);
    let new: uuid::Uuid = sqlx::query_scalar("select id from files").fetch_one(&app.app.db).await.unwrap();
    let address = format!("/files/{new}");
    bob.visit(&address).await.has_status(200);
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    bob.visit(&address).await.has_status(404);
    ada.visit(&address).await.has_status(200);
    app.clock.advance(TimeDelta::hours(30));
    files::jobs::sweep(&app.app).await.unwrap();
    assert_eq!(blobs(&app).await, 1, "what an edit took away goes, what is in the bin stays");
    app.clock.advance(TimeDelta::days(31));
    let mut tx = app.begin().await;
    parvis::features::posts::jobs::empty_bin(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    files::jobs::sweep(&app.app).await.unwrap();
    assert_eq!((blobs(&app).await, number(&app, "select count(*) from files").await), (0, 0));
}

#[tokio::test]
async fn what_no_post_took_is_swept_away_after_a_day() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let kept = published(&app, &mut ada, "jardin", "garde.pdf", pdf("")).await;
    let lost = sent(&mut ada, "perdu.pdf").await;
    let nobody = "files/00000000-0000-7000-8000-000000000000";
    app.app.blobs.put(nobody, b"no row".to_vec()).await.unwrap();
    files::jobs::sweep(&app.app).await.unwrap();
    assert_eq!(blobs(&app).await, 3, "nothing is old yet");
    app.clock.advance(TimeDelta::hours(25));
    files::jobs::sweep(&app.app).await.unwrap();
    assert_eq!(blobs(&app).await, 1);
    ada.visit(&kept).await.has_status(200);
    ada.visit(&format!("/files/{lost}")).await.has_status(404);
}

#[tokio::test]
async fn open_pages_hear_of_documents_that_come_by_an_edit() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Le plan").await;
    ada.visit(&format!("/posts/{post}/edit")).await;
    ada.attach("Documents et vidéos", "plan.pdf", pdf("")).press("Enregistrer").await;
    ada.has(&format!("#post-files-{post} .filecard"));
}

#[tokio::test]
async fn documents_are_found_by_their_names_by_those_who_may_read_them() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "secret", &[&ada]).await;
    group(&app, "place", "open", &[&bob]).await;
    let address = published(&app, &mut ada, "jardin", "Règlement_intérieur-2026.pdf", pdf("")).await;
    publish(&app, &mut ada, "jardin", "Un autre règlement").await;
    for q in ["reglement+interieur", "2026", "Règlement_intérieur-2026.pdf", "interie"] {
        ada.visit(&format!("/search?q={q}&type=files"))
            .await
            .sees("Voici le document")
            .sees("Règlement_intérieur-2026.pdf");
        bob.visit(&format!("/search?q={q}&type=files")).await.sees("Aucun résultat").lacks(".found__hit");
    }
    ada.visit("/search?q=reglement").await.sees("Un autre règlement").sees("Voici le document");
    ada.visit("/search?q=reglement&type=files").await.misses("Un autre règlement");
    // Taken away, its name finds nothing any more.
    let post = post_of(&app, &address).await;
    ada.visit(&format!("/posts/{post}/edit")).await.choose("Retirer ce document").press("Enregistrer").await;
    ada.visit("/search?q=interieur").await.misses("Voici le document");
    ada.visit("/search?q=document&type=files").await.misses("Voici le document");
    ada.visit("/search?q=document").await.sees("Voici le document");
}

#[tokio::test]
async fn films_and_sounds_are_played_where_they_stand_and_never_by_themselves() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let film = b"\0\0\0\x18ftypisom\0\0\0\0isomavc1 and so on".to_vec();
    ada.visit("/publish?group=jardin&fresh=1").await.fill("Texte", "La fête");
    ada.attach("Documents et vidéos", "Fête.mp4", film.clone());
    ada.attach("Documents et vidéos", "Fête.fr.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour".to_vec());
    ada.attach("Documents et vidéos", "Discours.mp3", b"ID3\x04\0\0\0\0\0\0".to_vec());
    ada.attach("Documents et vidéos", "Programme.pdf", pdf(""));
    ada.press("Publier").await.sees("Votre publication est en ligne.");
    ada.visit("/groups/jardin").await;
    ada.has("video[controls][preload=metadata]:not([autoplay])").has("audio[controls]:not([autoplay])");
    ada.has("track[kind=captions][srclang=fr][label='Sous-titres français']");
    ada.sees("Fête.mp4").sees("Programme.pdf").misses("Fête.fr.vtt").lacks(".filecard[href$=mp3]");
    let policy = ada.page.headers["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("media-src 'self' blob:;"), "{policy}");
    let source = ada.attribute("video", "src").unwrap();
    let track = ada.attribute("track", "src").unwrap();
    let address = source.strip_suffix("#t=0.1").unwrap();
    ada.send(Method::GET, address, &[("range", "bytes=4-7")], Vec::new()).await.has_status(206);
    assert_eq!(
        (&ada.page.body[..], &ada.page.headers["content-type"]),
        (&film[4..8], &"video/mp4".parse().unwrap())
    );
    ada.visit(&track).await.has_status(200);
    assert_eq!(ada.page.headers["content-type"], "text/vtt");
}
