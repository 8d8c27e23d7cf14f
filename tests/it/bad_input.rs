//! Bad input at the front door: nothing of it makes a fault, and nothing of it comes in.

use std::time::Duration;

use axum::http::Method;
use parvis::{app::routes, authz::Level, web::Access};

use crate::support::{TestApp, Visitor, db::PATIENCE, method_of};

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

/// How long an answer to a monster may take on a machine that does other things.
const QUICK: Duration = PATIENCE;

#[tokio::test]
async fn ten_thousand_quotes_and_lists_are_refused_in_words_and_at_once() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (_, slug) = app.group(&ada, "Jardin", Level::Private).await;
    let post = app.post(ada.id, &slug, "Bonjour", Vec::new()).await;
    let comment = app.comment(ada.id, post, "Oui").await;
    for monster in [">".repeat(10_000), "> ".repeat(5_000), "- ".repeat(5_000), "1. ".repeat(3_300)] {
        let mut window = ada.browser.clone();
        let attempt = async {
            window
                .visit(&format!("/publish?group={slug}"))
                .await
                .fill("Texte", &monster)
                .press("Publier")
                .await;
            window.has_status(422).sees("Simplifiez sa mise en forme");
            window
                .visit(&format!("/posts/{post}/edit"))
                .await
                .fill("Texte", &monster)
                .press("Enregistrer")
                .await;
            window.has_status(422).sees("Simplifiez sa mise en forme");
            for address in [
                format!("/posts/{post}/comments"),
                format!("/comments/{comment}/replies"),
                format!("/comments/{comment}/edit"),
            ] {
                window.post(&address, &[("body", &monster)]).await.has_status(422);
            }
        };
        tokio::time::timeout(QUICK, attempt).await.expect("it is answered quickly");
    }
    // Others are large without being deep: taken or refused, and never a fault.
    for monster in
        ["*".repeat(10_000), "[".repeat(10_000), "![".repeat(5_000), "|a".repeat(5_000), "<b>".repeat(3_000)]
    {
        let (address, fields) = (format!("/posts/{post}/comments"), [("body", monster.as_str())]);
        tokio::time::timeout(QUICK, ada.post(&address, &fields)).await.expect("it is answered quickly");
        assert!([200, 422].contains(&ada.page.status.as_u16()), "{}", ada.page.status);
    }
    assert_eq!(number(&app, "select count(*) from posts").await, 1);
}

#[tokio::test]
async fn the_same_form_from_two_windows_publishes_once() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (_, slug) = app.group(&ada, "Jardin", Level::Private).await;
    for address in [format!("/publish?group={slug}"), format!("/publish?group={slug}&fresh=1")] {
        ada.visit(&address).await.fill("Texte", "Une fois");
        let (mut one, mut two) = (ada.browser.clone(), ada.browser.clone());
        tokio::join!(one.press("Publier"), two.press("Publier"));
        one.has_status(200).sees("Une fois");
        two.has_status(200).sees("Une fois");
    }
    assert_eq!(number(&app, "select count(*) from posts").await, 2, "one for each form");
    assert_eq!(number(&app, "select count(*) from activity where kind = 'post_published'").await, 2);
}

#[tokio::test]
async fn no_form_of_another_site_changes_anything() {
    let app = TestApp::start().await;
    let manager = app.signed_in("Mona Gestionnaire").await;
    let group = app.marked(&manager, Level::Private).await;
    let mut administrator = app.person("Alice Admin").with_role("administrator").signed_in().await;
    app.belongs(group.group, administrator.id, "manager").await;
    let facts = number(&app, "select count(*) from activity").await;
    let (_, table) = routes::all().into_parts();
    for route in table.iter().filter(|route| !["GET", "OPTIONS"].contains(&route.method)) {
        let address = group.fill(route.path).replace("{member}", &administrator.id.to_string());
        for foreign in [
            [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
            [("sec-fetch-site", "same-site"), ("origin", "http://www.parvis.test")],
            [("sec-fetch-site", "cross-site"), ("origin", "null")],
        ] {
            let mut headers = foreign.to_vec();
            headers.push(("content-type", "application/x-www-form-urlencoded"));
            administrator
                .send(method_of(route.method), &address, &headers, b"text=x&body=x&emoji=x".to_vec())
                .await;
            administrator.has_status(403);
        }
    }
    assert_eq!(number(&app, "select count(*) from activity").await, facts);
    administrator.visit("/feed").await.has_status(200);
}

/// What is in the place of an id or of a page's beginning, where someone plays with addresses.
const WRONG: [&str; 12] = [
    "0",
    "-1",
    "99999999999999999999",
    "x",
    "null",
    "%00",
    "%FF",
    "..%2F..",
    "'%20or%201=1",
    "%E2%80%99",
    "00000000-0000-0000-0000-000000000000",
    "01234567-89ab-cdef-0123-456789abcdeg",
];

#[tokio::test]
async fn ids_of_the_wrong_kind_lead_nowhere() {
    let app = TestApp::start().await;
    let ada = app.signed_in("Ada Martin").await;
    let long = "9".repeat(300);
    let (_, table) = routes::all().into_parts();
    // A hashtag that nobody uses has a page like any other: nobody learns whether it is used where they may not read.
    let with_id = |path: &str| path.contains('{') && !path.starts_with("/hashtags/");
    for route in table.iter().filter(|route| route.access == Access::Member && with_id(route.path)) {
        for id in WRONG.into_iter().chain([long.as_str()]) {
            let address = filled(route.path, id);
            let mut visitor = ada.browser.clone();
            let form = [("content-type", "application/x-www-form-urlencoded")];
            let headers: &[(&str, &str)] = if route.method == "GET" { &[] } else { &form };
            visitor.send(method_of(route.method), &address, headers, Vec::new()).await;
            let status = visitor.page.status.as_u16();
            assert!([400, 403, 404, 415].contains(&status), "{} {address}: {status}", route.method);
            assert!(visitor.page.html().len() > 500, "{address} answers a page");
        }
    }
}

#[tokio::test]
async fn places_in_lists_that_nobody_gave_out_make_no_fault() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (_, slug) = app.group(&ada, "Jardin", Level::Private).await;
    let post = app.post(ada.id, &slug, "Bonjour", Vec::new()).await;
    let (group, post) = (format!("/groups/{slug}"), format!("/posts/{post}"));
    let members = format!("{group}/members");
    let odd = ["%25", "a%26b", "2026-11-21T10:00:00Z_x", "9999999999999999_0", "%F0%9F%8D%80"];
    for address in [
        "/feed",
        &group,
        &post,
        &members,
        "/people",
        "/groups",
        "/notifications",
        "/search",
        "/mentions",
        "/publish",
        "/bin",
    ] {
        for name in ["before", "after", "comment", "q"] {
            for value in WRONG.into_iter().chain(odd) {
                ada.visit(&format!("{address}?{name}={value}")).await;
                let status = ada.page.status.as_u16();
                assert!([200, 400, 404].contains(&status), "{address}?{name}={value}: {status}");
            }
        }
    }
}

/// An address with this in the place of each parameter.
fn filled(path: &str, id: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { id.to_owned() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn words_that_no_keyboard_types_make_no_fault() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (group, slug) = app.group(&ada, "Jardin", Level::Private).await;
    let post = app.post(ada.id, &slug, "Bonjour", Vec::new()).await;
    let long = "a".repeat(100_000);
    for text in ["\0", "a\0b", "\u{202E}renversé", "\u{FFFF}", "\u{1F469}\u{200D}\u{1F680}", "{{ t }}", &long]
    {
        ada.visit(&format!("/publish?group={slug}"))
            .await
            .fill("Titre (facultatif)", text)
            .fill("Texte", text);
        ada.press("Publier").await;
        assert!([200, 422].contains(&ada.page.status.as_u16()), "{text:.10?}: {}", ada.page.status);
        for address in [
            format!("/posts/{post}/comments"),
            format!("/posts/{post}/reactions"),
            format!("/groups/{slug}/settings"),
            format!("/people/{}", ada.id),
            "/settings".to_owned(),
            "/groups/new".to_owned(),
        ] {
            let fields = [
                ("body", text),
                ("on", text),
                ("name", text),
                ("purpose", text),
                ("level", text),
                ("q", text),
            ];
            ada.post(&address, &fields).await;
            assert!(ada.page.status.as_u16() < 500, "{address} {text:.10?}: {}", ada.page.status);
        }
    }
    // Another person, because one who writes so much is asked to wait.
    let mut bob = app.signed_in("Bob Durand").await;
    app.belongs(group, bob.id, "member").await;
    let fields = [("body", "x"), ("once", "not an id")];
    bob.post(&format!("/posts/{post}/comments"), &fields).await.has_status(200);
    for (kind, body) in [
        ("application/json", b"{\"body\":3}".to_vec()),
        ("application/x-www-form-urlencoded", b"body=%FF%FE&body=%ZZ&&&===".to_vec()),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\xFF\xFE\r\n--x".to_vec(),
        ),
        ("multipart/form-data", Vec::new()),
        ("", vec![0; 2_000_000]),
    ] {
        for address in [
            format!("/posts/{post}/comments"),
            "/publish".to_owned(),
            "/drafts".to_owned(),
            format!("/posts/{post}/edit"),
        ] {
            bob.send(Method::POST, &address, &[("content-type", kind)], body.clone()).await;
            let status = bob.page.status.as_u16();
            assert!([200, 303, 400, 403, 413, 415, 422].contains(&status), "{address} {kind}: {status}");
        }
    }
}

#[tokio::test]
async fn a_session_that_was_signed_out_opens_nothing_any_more() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (_, slug) = app.group(&ada, "Jardin", Level::Private).await;
    let post = app.post(ada.id, &slug, "Bonjour", Vec::new()).await;
    let copied: Visitor = ada.browser.clone();
    ada.post("/sign-out", &[]).await;
    let facts = number(&app, "select count(*) from activity").await;
    let mut thief = copied.clone();
    for address in
        ["/feed".to_owned(), format!("/posts/{post}"), "/settings".to_owned(), "/notifications".to_owned()]
    {
        thief.send(Method::GET, &address, &[], Vec::new()).await.has_status(303);
        thief.clone_from(&copied);
    }
    let form = [("content-type", "application/x-www-form-urlencoded")];
    for address in
        [format!("/posts/{post}/comments"), format!("/posts/{post}/removal"), "/settings".to_owned()]
    {
        thief.send(Method::POST, &address, &form, b"body=x".to_vec()).await.has_status(303);
        assert!(thief.page.headers["location"].to_str().unwrap().starts_with("/sign-in"));
        thief.clone_from(&copied);
    }
    thief.as_fragment().send(Method::GET, "/feed", &[], Vec::new()).await.has_status(401);
    assert_eq!(number(&app, "select count(*) from activity").await, facts);
    assert_eq!(number(&app, "select count(*) from comments").await, 0);
}
