//! Previews of links: fetched once, beside the request, from a real server on this machine; hostile pages show nothing.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    http::{Method, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use chrono::TimeDelta;
use parvis::{
    kernel::PostId,
    outbound::{Client, Policy},
};
use tokio::net::TcpListener;

use super::{pictures::photo, posts::group};
use crate::{
    live,
    support::{TestApp, visitor::multipart_body, world::Person},
};

const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A site on this machine, and how often its pages were asked for.
struct Site {
    port: u16,
    asked: Arc<AtomicUsize>,
}

fn html(body: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body.into()).into_response()
}

fn moved(to: String) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, to)]).into_response()
}

const BENCH: &str = "<!doctype html><title>Zinzolin</title><meta property=og:title content='Un banc &lt;sur&gt; le quai'>
    <meta property=og:description content='Face au fleuve'><meta property=og:site_name content='Bancs publics'>
    <meta property=og:image content='/vue.png'>";

impl Site {
    #[expect(clippy::disallowed_methods, reason = "a server of the test alone")]
    async fn open() -> Self {
        let listener = TcpListener::bind((LOCAL, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let endless = || futures_util::stream::repeat(Ok::<_, std::convert::Infallible>(vec![b' '; 16_384]));
        let pages = Router::new()
            .route("/banc", get(|| async { html(BENCH) }))
            .route("/vue.png", get(|| async { ([(header::CONTENT_TYPE, "image/png")], photo(600, 315)) }))
            .route("/film", get(|| async {
                html("<title>Le chantier</title><meta property=og:type content=video.other><meta property=og:image content='/vue.png'>")
            }))
            .route("/nu", get(|| async { html("<p>Rien à dire") }))
            .route("/sombre", get(|| async { html("<title>Sans image</title><meta property=og:image content=/mark.png>") }))
            .route("/mark.png", get(|| async { photo(16, 16) }))
            .route("/ruse", get(|| async { html("<title></title><script>alert('zinzolin')</script>") }))
            .route("/script", get(|| async { html("<title><script>alert(1)</script></title>") }))
            .route("/latin", get(|| async { ([(header::CONTENT_TYPE, "text/html; charset=iso-8859-1")], b"<title>\xE9t\xE9</title>".to_vec()) }))
            .route("/texte", get(|| async { ([(header::CONTENT_TYPE, "text/plain")], "<title>Texte</title>") }))
            .route("/huge", get(move || async move {
                let start = futures_util::stream::iter([Ok(b"<title>Immense</title>".to_vec())]);
                html(Body::from_stream(futures_util::StreamExt::chain(start, endless())))
            }))
            .route("/slow", get(|| async { html(Body::from_stream(futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>())) }))
            .route("/bomb", get(|| async { html("<title>Bombe</title><meta property=og:image content=/banc>") }))
            .route("/inside", get(move || async move { moved(format!("http://127.0.0.2:{port}/banc")) }))
            .route("/loop", get(|| async { moved("/loop".to_owned()) }))
            .route("/spy", get(move || async move {
                html(format!("<title>Espion</title><meta property=og:image content='http://127.0.0.2:{port}/vue.png'>"))
            }))
            .layer(axum::middleware::from_fn(move |request, next: axum::middleware::Next| {
                count.fetch_add(1, Ordering::SeqCst);
                next.run(request)
            }));
        tokio::spawn(async move { axum::serve(listener, pages).await });
        Self { port, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    /// The house with a client that reaches this site, and otherwise keeps its rules.
    async fn house(&self) -> TestApp {
        TestApp::start_reaching(&[], Arc::new(self.client())).await
    }

    fn client(&self) -> Client {
        let policy = Policy::public().with_port(self.port).reaching(LOCAL);
        Client::new(policy).unwrap().with_deadline(Duration::from_millis(1_500))
    }
}

async fn publish(app: &TestApp, person: &mut Person, slug: &str, text: &str) -> PostId {
    let post = super::posts::publish(app, person, slug, text).await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    post
}

#[tokio::test]
async fn a_link_gets_a_card_whose_picture_is_our_own() {
    let site = Site::open().await;
    let app = site.house().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "coffre", "secret", &[&ada]).await;
    let text = format!("À voir : {} !", site.url("/banc"));
    ada.visit("/publish?group=jardin").await.fill("Texte", &text).press("Publier").await;
    ada.lacks(".embed");
    assert_eq!(site.asked(), 0, "nothing is fetched while somebody waits");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    ada.visit("/feed")
        .await
        .sees("Un banc <sur> le quai")
        .sees("Face au fleuve")
        .sees("Bancs publics · 127.0.0.1");
    ada.misses("Zinzolin").has(&format!("a.embed[href='{}'][rel~=nofollow]", site.url("/banc")));
    let picture = ada.attribute(".embed img", "src").unwrap();
    assert!(picture.starts_with("/pictures/"), "{picture}");
    bob.visit(&picture).await.has_status(200);
    assert_eq!(site.asked(), 2);
    // Once for all posts.
    publish(&app, &mut ada, "coffre", &text).await;
    ada.visit("/groups/coffre").await.sees("Un banc <sur> le quai");
    assert_eq!(site.asked(), 2);
    // Whoever sees no post with it does not see its picture.
    bob.visit("/groups/jardin").await.sees("Un banc <sur> le quai");
    sqlx::query("update groups set level = 'secret' where slug = 'jardin'")
        .execute(&app.app.db)
        .await
        .unwrap();
    bob.visit(&picture).await.has_status(404);
    app.visitor().visit(&picture).await.sees("Se connecter");
    // Posted again much later, it is looked at again.
    app.clock.advance(TimeDelta::days(31));
    ada.returns(&app).await;
    publish(&app, &mut ada, "coffre", &text).await;
    assert_eq!(site.asked(), 4);
    let kept: i64 = sqlx::query_scalar("select count(*) from pictures").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(kept, 1);
}

#[tokio::test]
async fn a_link_to_a_video_elsewhere_says_so_and_is_not_played_here() {
    let site = Site::open().await;
    let app = site.house().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    publish(&app, &mut ada, "jardin", &site.url("/banc")).await;
    ada.visit("/feed").await.lacks(".embed--film").misses("Vidéo sur");
    let post = publish(&app, &mut ada, "jardin", &site.url("/film")).await;
    ada.visit(&format!("/posts/{post}")).await.sees("Vidéo sur 127.0.0.1").sees("Le chantier");
    ada.has(&format!("a.embed--film[href='{}'] .embed__play", site.url("/film")))
        .lacks("iframe, video, object");
}

#[tokio::test]
async fn the_author_takes_it_off_and_another_link_brings_another() {
    let site = Site::open().await;
    let app = site.house().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", &format!("Là : {}", site.url("/banc"))).await;
    let edit = format!("/posts/{post}/edit");
    ada.visit(&format!("/posts/{post}")).await.has("a.embed");
    let picture = ada.attribute(".embed img", "src").unwrap();
    let text = format!("Là : {}", site.url("/banc"));
    let version = |ada: &Person| ada.attribute("input[name=version]", "value").unwrap();
    ada.visit(&edit).await.has("input[name=preview][checked]");
    let fields = [("title", ""), ("text", &*text), ("version", &*version(&ada)), ("previewed", "yes")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let (kind, body) = multipart_body(&fields, &[]);
    ada.send(Method::POST, &edit, &[("content-type", &kind)], body).await.has_status(303);
    ada.visit(&format!("/posts/{post}")).await.lacks("a.embed");
    ada.visit(&picture).await.has_status(404);
    ada.visit(&edit)
        .await
        .lacks("input[name=preview][checked]")
        .choose("Montrer l'aperçu du lien")
        .press("Enregistrer")
        .await;
    ada.visit("/feed").await.has("a.embed");
    ada.visit(&edit)
        .await
        .fill("Texte", &format!("Ici : {}", site.url("/sombre")))
        .press("Enregistrer")
        .await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    // A mark is no picture.
    ada.visit("/feed").await.sees("Sans image").misses("Un banc").lacks(".embed img");
    ada.visit(&edit).await.fill("Texte", "Plus rien").press("Enregistrer").await;
    ada.visit("/feed").await.lacks("a.embed");
}

#[tokio::test]
async fn open_pages_show_it_when_it_comes() {
    let site = Site::open().await;
    let (app, address) = live::open_reaching(Arc::new(site.client())).await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let mut page = live::page(address, &bob, &["home"], None).await;
    live::listeners(&app, 1).await;
    let text = format!("À voir : {}", site.url("/banc"));
    let post = super::posts::publish(&app, &mut ada, "jardin", &text).await;
    let told = live::hear(&mut page, "fragment").await.unwrap();
    assert_eq!(told["id"], format!("post-preview-{post}"));
    assert!(told["html"].as_str().unwrap().contains("Un banc &#60;sur&#62; le quai"), "{told}");
}

#[tokio::test]
async fn hostile_pages_show_nothing_or_only_words() {
    let site = Site::open().await;
    let app = site.house().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    for path in ["/nu", "/ruse", "/texte", "/slow", "/inside", "/loop", "/absent", "/vue.png"] {
        let post = publish(&app, &mut ada, "jardin", &format!("Voir {}", site.url(path))).await;
        ada.visit(&format!("/posts/{post}")).await.has_status(200).lacks("a.embed");
    }
    for (path, title) in [
        ("/script", "<script>alert(1)</script>"),
        ("/latin", "été"),
        ("/huge", "Immense"),
        ("/bomb", "Bombe"),
        ("/spy", "Espion"),
    ] {
        let post = publish(&app, &mut ada, "jardin", &format!("Voir {}", site.url(path))).await;
        ada.visit(&format!("/posts/{post}")).await.sees(title).lacks(".embed img").lacks(".embed script");
    }
    // Our own networks, our own pages and other ports are not asked for anything.
    let before = site.asked();
    let port = site.port;
    for url in [
        format!("http://localhost:{port}/banc"),
        format!("http://127.0.0.2:{port}/banc"),
        format!("http://[::1]:{port}/banc"),
        "http://169.254.169.254/latest/meta-data".to_owned(),
        "http://parvis.test/feed".to_owned(),
        format!("http://127.0.0.1:{port}/banc?{}", "a".repeat(2_000)),
    ] {
        let post = publish(&app, &mut ada, "jardin", &format!("Voir {url}")).await;
        ada.visit(&format!("/posts/{post}")).await.has_status(200).lacks("a.embed");
    }
    assert_eq!(site.asked(), before);
    // Nothing was given up: no job waits for an administrator.
    let left: i64 = sqlx::query_scalar("select count(*) from graphile_worker._private_jobs")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn what_nobody_shows_any_more_is_thrown_away() {
    let site = Site::open().await;
    let app = site.house().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", &format!("Voir {}", site.url("/banc"))).await;
    sqlx::query("delete from posts where id = $1").bind(post).execute(&app.app.db).await.unwrap();
    app.clock.advance(TimeDelta::days(31));
    let mut tx = app.begin().await;
    parvis::features::previews::jobs::tidy(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let left: i64 =
        sqlx::query_scalar("select (select count(*) from previews) + (select count(*) from pictures)")
            .fetch_one(&app.app.db)
            .await
            .unwrap();
    assert_eq!(left, 0);
}
