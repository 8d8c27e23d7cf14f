//! Files in a bucket of an S3-compatible server instead of a folder: everything that is done with them, through the front
//! door, with the server there, gone, and back again.

use std::process::{Command, Output};

use axum::{
    body::{Body, Bytes},
    http::Method,
};
use chrono::TimeDelta;
use parvis::{
    app::Config,
    blobs::{Blobs, Trouble},
    features::{files, pictures, posts},
    jobs::run_until_empty,
};
use tokio_util::task::TaskTracker;

use crate::{
    features::{
        files::{post_of, published},
        pictures::{photo, uploaded},
        posts::group,
        resuming::{begin, film, part},
    },
    support::{
        TestApp, papers,
        s3::{BUCKET, KEY, S3Server},
        world::Person,
    },
};

async fn house(server: &S3Server) -> TestApp {
    let settings = server.settings();
    let settings: Vec<(&str, &str)> =
        settings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    TestApp::start_with(&settings).await
}

/// The same settings, one of them another.
fn with(server: &S3Server, name: &str, value: &str) -> Vec<(String, String)> {
    let mut settings = server.settings();
    settings.retain(|(given, _)| given != name);
    settings.push((name.to_owned(), value.to_owned()));
    settings
}

async fn bytes(person: &mut Person, address: &str, range: &str) -> Vec<u8> {
    person.send(Method::GET, address, &[("range", range)], Vec::new()).await.has_status(206);
    person.page.body.to_vec()
}

#[tokio::test]
async fn documents_and_photos_lie_in_the_bucket_and_come_through_parvis() {
    let server = S3Server::start().await;
    let app = house(&server).await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    group(&app, "cercle", "secret", &[&ada]).await;
    let address = published(&app, &mut ada, "cercle", "pv-12.pdf", papers::PDF.to_vec()).await;
    let document = ada.visit(&address).await.has_status(200).page.body.clone();
    let picture = uploaded(&mut ada).await;
    ada.visit("/publish?group=cercle&fresh=1").await.fill("Texte", "La plage").attach(
        "Photos",
        "a.jpg",
        photo(900, 600),
    );
    ada.press("Publier").await.sees("Votre publication est en ligne.");
    ada.visit(&format!("/pictures/{picture}/480")).await.has_status(200);
    let keys = server.keys();
    let of = |kind: &str| keys.iter().filter(|key| key.starts_with(&format!("un/prefixe/{kind}/"))).count();
    assert_eq!(
        (of("files"), of("pictures") > 1, of("files") + of("pictures")),
        (1, true, keys.len()),
        "{keys:?}"
    );
    assert!(!app.app.config.data.join("blobs").exists(), "nothing lies in a folder");
    // Whole and in parts, for those who may read the post, and as often as the rights are looked at.
    ada.visit(&address).await.has_status(200);
    assert!(ada.page.body == document);
    let last = document.len() - 7;
    assert_eq!(bytes(&mut ada, &address, "bytes=0-4").await, b"%PDF-");
    assert_eq!(bytes(&mut ada, &address, "bytes=-7").await, &document[last..]);
    assert_eq!(bytes(&mut ada, &address, "bytes=10-").await, &document[10..]);
    eve.visit(&address).await.has_status(404);
    // The child process reads it from there.
    run_until_empty(&app.app).await.unwrap();
    ada.visit("/search?q=debroussailleuse").await.sees("pv-12.pdf");
}

#[tokio::test]
async fn what_nobody_needs_is_swept_out_of_the_bucket() {
    let server = S3Server::start().await;
    let app = house(&server).await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let kept = published(&app, &mut ada, "jardin", "plan.pdf", b"%PDF-1.7\n%%EOF".to_vec()).await;
    uploaded(&mut ada).await;
    app.app.blobs.put("files/00000000-0000-7000-8000-000000000000", b"no row".to_vec()).await.unwrap();
    app.clock.advance(TimeDelta::hours(25));
    files::jobs::sweep(&app.app).await.unwrap();
    pictures::jobs::sweep(&app.app).await.unwrap();
    assert_eq!(server.keys(), [format!("un/prefixe{kept}")]);
    // A copy is its own.
    let post = post_of(&app, &kept).await;
    ada.post(&format!("/posts/{post}/copy"), &[]).await.sees("plan.pdf");
    assert_eq!(server.keys().len(), 2);
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    app.clock.advance(TimeDelta::days(31));
    let mut tx = app.begin().await;
    posts::jobs::empty_bin(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    files::jobs::sweep(&app.app).await.unwrap();
    assert!(!server.keys().contains(&format!("un/prefixe{kept}")));
}

#[tokio::test]
async fn a_film_in_parts_is_put_together_in_the_bucket() {
    let server = S3Server::start().await;
    let app = house(&server).await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    // Three parts of the protocol, three others of the store.
    let film = film(20_000_000);
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    for (from, to) in [(0, 9_000_000), (9_000_000, 18_000_000), (18_000_000, film.len())] {
        assert_eq!(part(&mut ada, &place, from, &film[from..to]).await, to.to_string());
    }
    ada.has_status(204);
    let address = place.replace("/uploads", "");
    assert_eq!(server.keys(), [format!("un/prefixe{address}")], "the parts are gone");
    assert_eq!(server.unfinished(), 0);
    assert_eq!(bytes(&mut ada, &address, "bytes=8388600-8388620").await, &film[8_388_600..=8_388_620]);
    ada.visit(&address).await.has_status(200);
    assert!(ada.page.body == film);
}

#[tokio::test]
async fn what_is_given_up_on_the_way_leaves_nothing_in_the_bucket() {
    let server = S3Server::start().await;
    let app = house(&server).await;
    let mut ada = app.signed_in("Ada Martin").await;
    let head = "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"grand.pdf\"\r\n\r\n%PDF-1.7";
    let (send, mut sent) = tokio::sync::mpsc::channel::<Bytes>(1);
    let body = Body::from_stream(futures_util::stream::poll_fn(move |cx| {
        sent.poll_recv(cx).map(|piece| piece.map(Ok::<_, std::convert::Infallible>))
    }));
    let headers = [("content-type", "multipart/form-data; boundary=x"), ("accept", "application/json")];
    let (came, comes) = tokio::sync::oneshot::channel();
    let feeding = async {
        send.send(Bytes::from_static(head.as_bytes())).await.unwrap();
        for _ in 0..40 {
            send.send(vec![b'x'; 1_000_000].into()).await.unwrap();
        }
        came.send(server.unfinished()).unwrap();
        // Neither more nor an end comes.
        std::future::pending::<()>().await;
    };
    let unfinished = tokio::select! {
        () = feeding => unreachable!("it never ends"),
        _ = ada.send_body(Method::POST, "/files", &headers, body) => unreachable!("it waits for more"),
        unfinished = comes => unfinished.unwrap(),
    };
    assert!(unfinished > 0, "some of it was there");
    app.app.tasks.close();
    app.app.tasks.wait().await;
    assert_eq!((server.unfinished(), server.keys()), (0, Vec::new()));
}

#[tokio::test]
async fn while_the_server_is_gone_it_is_said_and_nothing_is_lost() {
    let mut server = S3Server::start().await;
    let app = house(&server).await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let address = published(&app, &mut ada, "jardin", "pv-12.pdf", papers::PDF.to_vec()).await;
    let document = ada.visit(&address).await.has_status(200).page.body.clone();
    let film = film(1_000);
    let place = begin(&mut ada, "fete.mp4", film.len()).await;
    part(&mut ada, &place, 0, &film[..800]).await;
    app.visitor().visit("/readyz").await.has_status(200);
    server.go_away().await;
    let gone = "Le stockage des fichiers ne répond pas pour l'instant";
    // Pages are there, their files are not, and it is no bug and no absence.
    ada.visit("/feed").await.has_status(200).sees("Voici le document").sees("pv-12.pdf");
    ada.visit(&address).await.has_status(503).sees(gone).misses("127.0.0.1").misses(BUCKET);
    // A form comes back as it was typed.
    for (field, name, file) in
        [("Documents et vidéos", "b.pdf", b"%PDF-1.7".to_vec()), ("Photos", "b.jpg", photo(90, 60))]
    {
        ada.visit("/publish?group=jardin&fresh=1")
            .await
            .fill("Texte", "Un long texte")
            .attach(field, name, file);
        ada.press("Publier").await.has_status(422).sees(gone).sees("Un long texte").has("textarea");
    }
    // A film waits for the server, and its parts for the rest.
    assert_eq!(part(&mut ada, &place, 800, &film[800..]).await, "");
    ada.has_status(503);
    // What reads documents does not take it for a broken document.
    run_until_empty(&app.app).await.unwrap();
    assert_eq!(posts_with_document(&app).await, 1);
    app.clock.advance(TimeDelta::seconds(11));
    app.visitor().visit("/readyz").await.has_status(503).sees("not ready: the storage of files");

    server.come_back().await;
    app.visitor().visit("/readyz").await.has_status(503);
    app.clock.advance(TimeDelta::seconds(11));
    app.visitor().visit("/readyz").await.has_status(200);
    ada.visit(&address).await.has_status(200);
    assert!(ada.page.body == document);
    assert_eq!(part(&mut ada, &place, 800, &film[800..]).await, "1000");
    ada.visit(&place.replace("/uploads", "")).await.has_status(200);
    app.make_jobs_due().await;
    run_until_empty(&app.app).await.unwrap();
    ada.visit("/search?q=debroussailleuse").await.sees("pv-12.pdf");
}

async fn posts_with_document(app: &TestApp) -> i64 {
    sqlx::query_scalar(
        "select count(*) from posts p where exists (select from files f where f.post_id = p.id)",
    )
    .fetch_one(&app.app.db)
    .await
    .unwrap()
}

fn parvis(command: &str, settings: &[(String, String)]) -> (Output, String) {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_parvis"))
        .arg(command)
        .env_clear()
        .env("DATABASE_URL", std::env::var("PARVIS_TEST_DATABASE_URL").unwrap())
        .env("PARVIS_DATA", folder.path())
        .env("PARVIS_LISTEN", "127.0.0.1:0")
        .env("PARVIS_LOG", "debug")
        .envs(settings.iter().cloned())
        .output()
        .unwrap();
    let said = [&done.stdout[..], &done.stderr].concat();
    (done, String::from_utf8_lossy(&said).into_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn parvis_does_not_start_with_a_wrong_key_and_the_doctor_says_why() {
    let server = S3Server::start().await;
    let (_, said) = parvis("doctor", &server.settings());
    assert!(
        said.contains(&format!("well  files        s3://{BUCKET}/un/prefixe at http://127.0.0.1")),
        "{said}"
    );
    for (name, value, wanted) in [
        (
            "PARVIS_S3_SECRET_ACCESS_KEY",
            "sesame",
            "refuses the key (SignatureDoesNotMatch): look at PARVIS_S3_ACCESS_KEY_ID",
        ),
        ("PARVIS_S3_ACCESS_KEY_ID", "AKIANOBODY", "refuses the key"),
        (
            "PARVIS_STORAGE",
            "s3://another-bucket",
            "has no bucket another-bucket (NoSuchBucket): make it, or look at PARVIS_STORAGE",
        ),
    ] {
        let settings = with(&server, name, value);
        for command in ["doctor", "serve"] {
            let (done, said) = parvis(command, &settings);
            assert!(!done.status.success() && said.contains(wanted), "{command} {name}: {said}");
            assert!(!said.contains("sesame") && !said.contains(KEY.1), "{said}");
        }
    }
    assert_eq!(server.keys(), Vec::<String>::new());
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_no_wrong_setting() {
    let mut server = S3Server::start().await;
    server.go_away().await;
    let blobs = Blobs::new(&Config::from_pairs(server.settings()).unwrap(), &TaskTracker::new()).unwrap();
    let trouble = blobs.try_out().await.unwrap_err();
    assert!(matches!(trouble, Trouble::Silent(_)), "{trouble:?}");
    let words = trouble.words();
    assert!(words.contains("Connection refused") && words.contains("look at PARVIS_S3_ENDPOINT"), "{words}");
    server.come_back().await;
    blobs.try_out().await.unwrap();
}
