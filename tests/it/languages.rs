//! What no walk along links meets is there in both languages as well: errors, letters, the pages behind a link of a letter,
//! what stands before the door, second steps, and what scripts ask for.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use axum::{
    Router,
    http::{Method, StatusCode, Uri},
    middleware::from_fn_with_state,
};
use chrono::TimeDelta;
use parvis::{
    authz::{Level, Reason},
    features::accounts::first_administrator_link,
    i18n::Locale,
    jobs,
    kernel::Fault,
    web::{Error, error, headers},
};
use scraper::{Html, Selector};

use crate::{
    architecture::{Source, sources},
    features::{
        accounts::{PASSWORD, account, link, sign_in},
        pictures::photo,
        posts::{group, publish},
        surveys::three,
    },
    support::{TestApp, Visitor, world::Person},
};

const BOTH: [Locale; 2] = [Locale::Fr, Locale::En];

/// The house, speaking one of the languages, and writing letters.
async fn house(locale: Locale) -> TestApp {
    TestApp::start_with(&[("PARVIS_LOCALE", locale.tag()), ("PARVIS_SMTP_URL", "smtp://127.0.0.1:1")]).await
}

/// Someone signed in, who reads it.
async fn reader(app: &TestApp, name: &str, locale: Locale) -> Person {
    let person = app.person(name);
    if locale == Locale::En { person.english() } else { person }.signed_in().await
}

/// A whole page, said to be in this language.
#[track_caller]
fn speaks(visitor: &Visitor, locale: Locale) {
    let page = Html::parse_document(&visitor.page.html());
    assert_eq!(page.root_element().value().attr("lang"), Some(locale.tag()), "{}", visitor.page.address);
}

fn heading(html: &str, css: &str) -> String {
    let found = Html::parse_document(html)
        .select(&Selector::parse(css).unwrap())
        .next()
        .map(|it| it.text().collect());
    found.unwrap_or_default()
}

const INSIDE: &str = "password authentication failed for user parvis";

/// An error of each kind, with its status.
fn of_each_kind() -> Vec<(StatusCode, Error)> {
    vec![
        (StatusCode::NOT_FOUND, Error::NotFound),
        (StatusCode::FORBIDDEN, Error::Refused(Reason::LastManager)),
        (StatusCode::CONFLICT, Error::Conflict("…".to_owned())),
        (StatusCode::BAD_REQUEST, Error::Malformed),
        (StatusCode::FORBIDDEN, Error::Foreign),
        (StatusCode::PAYLOAD_TOO_LARGE, Error::TooLarge { most: 3 << 20 }),
        (StatusCode::INSUFFICIENT_STORAGE, Error::Full),
        (StatusCode::SERVICE_UNAVAILABLE, Error::Away),
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, Error::UnsupportedBody),
        (StatusCode::TOO_MANY_REQUESTS, Error::TooMany(Duration::from_secs(90))),
        (StatusCode::INTERNAL_SERVER_ERROR, Error::Fault(Fault::new(INSIDE))),
    ]
}

/// Answers each address with the error of that number.
async fn fail(uri: Uri) -> Error {
    let number: usize = uri.path().trim_start_matches('/').parse().unwrap();
    of_each_kind().remove(number).1
}

#[tokio::test]
async fn an_error_is_told_in_the_readers_language_and_in_the_shape_that_was_asked_for() {
    let app = TestApp::start().await;
    let router = Router::new()
        .fallback(fail)
        .layer(from_fn_with_state(app.app.clone(), error::pages))
        .layer(from_fn_with_state(app.app.clone(), headers::guard));
    let mut visitor = Visitor::new(router);
    for (number, (status, _)) in of_each_kind().into_iter().enumerate() {
        let mut told = Vec::new();
        for locale in BOTH {
            visitor.set_cookie("locale", locale.tag());
            let address = format!("/{number}");
            visitor
                .send(Method::GET, &address, &[], Vec::new())
                .await
                .has_status(status.as_u16())
                .misses(INSIDE);
            speaks(&visitor, locale);
            visitor.has("a[href='/']");
            let title = heading(&visitor.page.html(), "h1");
            visitor.send(Method::GET, &address, &[("parvis-fragment", "1")], Vec::new()).await;
            visitor.has_status(status.as_u16()).has("[role=alert]").sees(&title).misses(INSIDE);
            visitor.send(Method::GET, &address, &[("accept", "application/json")], Vec::new()).await;
            let answer: serde_json::Value = serde_json::from_slice(&visitor.page.body).unwrap();
            assert!(answer["error"].as_str().is_some_and(|text| !text.is_empty() && !text.contains(INSIDE)));
            told.push(title);
        }
        assert!(told[0] != told[1] && !told[0].is_empty(), "{status}: {told:?}");
    }
}

#[tokio::test]
async fn pages_behind_the_links_of_letters_speak_the_readers_language() {
    for locale in BOTH {
        let (app, t) = (house(locale).await, locale.t());
        let mut visitor = app.visitor();
        visitor.visit(&format!("/language?to={}", locale.tag())).await;
        let first = first_administrator_link(&app.app).await.unwrap().unwrap();
        visitor.visit(&first.replace("http://parvis.test", "")).await.has_status(200).has("[type=password]");
        speaks(&visitor, locale);
        account(&app, "Ada Martin", "ada@estuaire.test").await;
        visitor.post("/reset", &[("email", "ada@estuaire.test")]).await;
        visitor
            .visit(&link(&app, "ada@estuaire.test", "reset").await)
            .await
            .has_status(200)
            .has("[type=password]");
        speaks(&visitor, locale);
        visitor.visit("/reset/no-such-link").await.has_status(404);
        visitor.sees(&t.accounts_closed_title().to_string());
        let mut admin = app.person("Zoé").with_role("administrator").signed_in().await;
        let invitation = [("kind", "member"), ("email", "eve@estuaire.test"), ("uses", "1")];
        admin.post("/admin/invitations", &invitation).await.has_status(200);
        visitor
            .visit(&link(&app, "eve@estuaire.test", "join").await)
            .await
            .has_status(200)
            .has("[type=password]");
        speaks(&visitor, locale);
        sign_in(&mut visitor, "ada@estuaire.test", PASSWORD).await;
        let change = [("email", "new@estuaire.test"), ("current", PASSWORD)];
        visitor.post("/settings/email", &change).await.has_status(200);
        visitor.visit(&link(&app, "new@estuaire.test", "confirm-email").await).await.has_status(200);
        visitor.sees("new@estuaire.test");
        speaks(&visitor, locale);
    }
}

#[tokio::test]
async fn who_arrives_is_led_in_their_own_language() {
    for locale in BOTH {
        let (app, t) = (house(locale).await, locale.t());
        let mut admin = app.person("Zoé").with_role("administrator").signed_in().await;
        let words = [("welcome_fr", "Bienvenue"), ("welcome_en", "Come in"), ("introduction", "on")];
        admin.post("/admin/welcome", &words).await.has_status(200);
        let place =
            [("label_fr", "Site"), ("label_en", "Place"), ("section_fr", "Où"), ("section_en", "Where")];
        let field = [
            ("kind", "text"),
            ("section", "new"),
            ("visibility", "members"),
            ("reason_fr", "Pour vous trouver"),
        ];
        let flags = [("reason_en", "To find you"), ("flags", "required"), ("flags", "by_member")];
        admin.post("/admin/fields/new", &[&place[..], &field[..], &flags[..]].concat()).await.has_status(200);
        let mut eve = reader(&app, "Eve", locale).await;
        sqlx::query("update members set gate_since = now(), gate_passed = '{}' where id = $1")
            .bind(eve.id)
            .execute(&app.app.db)
            .await
            .unwrap();
        eve.visit("/feed").await.has_status(200).sees(&t.gates_title("Réseau Estuaire").to_string());
        speaks(&eve, locale);
        let input = eve.attribute("main input[type=text], input[name^='field']", "name").unwrap();
        eve.post("/welcome", &[(&input, "Brest")]).await.has_status(200);
        eve.sees(if locale == Locale::Fr { "Bienvenue" } else { "Come in" });
        speaks(&eve, locale);
    }
}

#[tokio::test]
async fn second_steps_and_what_scripts_ask_for_speak_the_readers_language() {
    for locale in BOTH {
        let (app, t) = (house(locale).await, locale.t());
        let mut ada = reader(&app, "Ada Martin", locale).await;
        let (_, slug) = app.group(&ada, "Chorale", Level::Open).await;
        let settings = format!("/groups/{slug}/settings");
        ada.post(&format!("{settings}/level"), &[("level", "secret"), ("confirmed", "")])
            .await
            .has_status(200);
        ada.sees(&t.groups_change_title().to_string());
        speaks(&ada, locale);
        let expected = [("when", "Le vendredi"), ("format", ""), ("yes", "Les partitions"), ("no", "")];
        ada.post(&format!("{settings}/expectations"), &expected).await.has_status(200);
        ada.visit(&format!("/publish?group={slug}")).await.has_status(200).sees("Les partitions");
        ada.sees(&t.groups_expect_title().to_string());
        // An article begins with its photo.
        ada.fill(&t.posts_title().to_string(), "Notre saison");
        ada.fill(&t.posts_text().to_string(), &"Une longue phrase de la saison. ".repeat(60));
        ada.attach(&t.posts_photos().to_string(), "a.jpg", photo(900, 600));
        ada.press(&t.posts_publish().to_string()).await.has_status(200);
        jobs::run_until_empty(&app.app).await.unwrap();
        let post: uuid::Uuid =
            sqlx::query_scalar("select id from posts").fetch_one(&app.app.db).await.unwrap();
        ada.visit(&format!("/posts/{post}")).await.has("photo-gallery.cover");
        speaks(&ada, locale);
        let comment = app.comment(ada.id, post.into(), "Un mot").await;
        ada.as_fragment();
        ada.visit(&format!("/publish?group={slug}&fresh=1")).await.has_status(200).has("#compose");
        ada.sees(&t.groups_expect_title().to_string());
        ada.post(&format!("/comments/{comment}/removal"), &[]).await.has_status(200);
        ada.sees(&t.comments_deleted().to_string());
    }
}

/// What a letter is about: each `kind` that the sources give to one.
fn kinds_of_letters() -> BTreeSet<String> {
    let begins = ["kind: \"", "to_account(account, \"", "to_account(\n        account,\n        \""];
    let mut found = BTreeSet::new();
    for Source { text, .. } in sources("src/features", &["rs"]) {
        if text.contains("mail::{self, Letter}") || text.contains("mail::Letter") {
            let after = begins.iter().flat_map(|begin| text.split(begin).skip(1));
            found.extend(after.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    found
}

/// Has every kind of letter written to people who read this language.
async fn correspond(app: &TestApp, locale: Locale) {
    let member = account(app, "Ada Martin", "ada@estuaire.test").await;
    sqlx::query("update members set locale = $1 where id = $2")
        .bind(locale.tag())
        .bind(member)
        .execute(&app.app.db)
        .await
        .unwrap();
    let mut ada = app.visitor();
    ada.visit(&format!("/language?to={}", locale.tag())).await;
    ada.post("/reset", &[("email", "ada@estuaire.test")]).await;
    ada.post(&link(app, "ada@estuaire.test", "reset").await, &[("password", "le vent se leve")]).await;
    sign_in(&mut app.visitor(), "ada@estuaire.test", "le vent se leve").await;
    sign_in(&mut ada, "ada@estuaire.test", "le vent se leve").await;
    ada.post("/settings/email", &[("email", "new@estuaire.test"), ("current", "le vent se leve")]).await;
    let confirm = link(app, "new@estuaire.test", "confirm-email").await;
    ada.post(&confirm, &[]).await.has_status(200);
    let mut admin = app.person("Zoé").with_role("administrator").signed_in().await;
    admin
        .post("/admin/invitations", &[("kind", "member"), ("email", "eve@estuaire.test"), ("uses", "1")])
        .await;
    admin
        .post("/admin/invitations", &[("kind", "member"), ("once", &uuid::Uuid::now_v7().to_string())])
        .await
        .has_status(200);
    let open = admin.attribute("copy-link button", "value").unwrap().replace("http://parvis.test", "");
    for email in ["new@estuaire.test", "stranger@estuaire.test"] {
        let mut stranger = app.visitor();
        stranger.visit(&format!("/language?to={}", locale.tag())).await;
        stranger.post(&open, &[("email", email)]).await.has_status(200);
    }
    let mut yann = reader(app, "Yann", locale).await;
    admin.post(&format!("/admin/people/{}/welcome", yann.id), &[]).await.has_status(200);
    // The manager reads French: a letter is in the language of whoever gets it.
    let mut manager = app.signed_in("Mona").await;
    group(app, "jardin", "private", &[&manager]).await;
    manager
        .post("/groups/jardin/invitations", &[("way", "mail"), ("email", "out@estuaire.test")])
        .await
        .has_status(200);
    for decision in ["refusal", "approval"] {
        yann.post("/groups/jardin/requests", &[("message", "")]).await.has_status(200);
        manager.visit("/groups/jardin/requests").await;
        let action = manager.attribute(&format!("form[action$={decision}]"), "action").unwrap();
        manager.post(&action, &[]).await.has_status(200);
    }
    let post = publish(app, &mut manager, "jardin", "Nouvelles consignes").await;
    manager.post(&format!("/posts/{post}/announcement"), &[]).await.has_status(200);
    manager.post(&format!("/posts/{post}/reminder"), &[]).await.has_status(200);
    let survey = three(app, &mut manager, "jardin", &[]).await;
    manager.post(&format!("/surveys/{survey}/reminder"), &[]).await.has_status(200);
    jobs::run_until_empty(&app.app).await.unwrap();
    let removal = format!("/groups/jardin/members/{}/removal", yann.id);
    manager.post(&removal, &[("legacy", "keep"), ("tell", "yes"), ("word", "Merci.")]).await.has_status(200);
}

#[tokio::test]
async fn every_letter_is_written_in_the_language_of_whoever_gets_it() {
    let mut subjects: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for locale in BOTH {
        let app = house(locale).await;
        correspond(&app, locale).await;
        app.clock.advance(TimeDelta::days(1));
        let letters: Vec<(String, String, String, String)> = sqlx::query_as(
            "select distinct on (kind) kind, subject, text_body, html_body from letters where to_name <> 'Mona' order by kind",
        )
        .fetch_all(&app.app.db)
        .await
        .unwrap();
        for (kind, subject, text, html) in letters {
            let page = Html::parse_document(&html);
            assert_eq!(page.root_element().value().attr("lang"), Some(locale.tag()), "{kind}");
            // The address that no longer opens an account has nowhere to go.
            let leads = text.lines().any(|line| line.starts_with("http://parvis.test/"));
            assert_eq!(leads, kind != "email_changed", "{kind}: {text}");
            let title = subject.split(" · ").next().unwrap_or_default();
            assert!(heading(&html, "h1").contains(title), "{kind}: {subject}");
            subjects.entry(kind).or_default().push(subject);
        }
    }
    assert_eq!(subjects.keys().cloned().collect::<BTreeSet<_>>(), kinds_of_letters());
    for (kind, subjects) in subjects {
        assert!(subjects.len() == 2 && subjects[0] != subjects[1], "{kind}: {subjects:?}");
    }
}
