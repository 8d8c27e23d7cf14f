//! Pages that belong to no room.

use crate::support::TestApp;

#[tokio::test]
async fn the_house_says_that_it_is_alive_and_ready() {
    let app = TestApp::start().await;
    app.visitor().visit("/healthz").await.has_status(200);
    app.visitor().visit("/readyz").await.has_status(200).sees("ready");
}

#[tokio::test]
async fn an_address_that_leads_nowhere_offers_ways_out_in_the_visitors_language() {
    let app = TestApp::start().await;
    let mut visitor = app.visitor();
    visitor
        .visit("/nowhere")
        .await
        .has_status(404)
        .sees("Cette page est introuvable")
        .has("a[href='/sign-in']");
    visitor.set_cookie("locale", "en");
    visitor.visit("/nowhere").await.has_status(404).sees("This page cannot be found");
}

#[tokio::test]
async fn every_answer_carries_the_protecting_headers() {
    let app = TestApp::start().await;
    let mut visitor = app.visitor();
    for address in ["/healthz", "/nowhere"] {
        visitor.visit(address).await;
        let policy = visitor.page.headers["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'; script-src 'nonce-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(visitor.page.headers["x-content-type-options"], "nosniff");
        assert_eq!(visitor.page.headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn visitors_find_the_door_and_members_their_feed() {
    let app = TestApp::start().await;
    app.visitor().visit("/").await.has_status(200).has("a[href='/sign-in']");
    for address in ["/help", "/accessibility", "/robots.txt", "/manifest.webmanifest"] {
        app.visitor().visit(address).await.has_status(200);
    }
    let mut ada = app.signed_in("Ada").await;
    ada.visit("/").await;
    assert!(ada.page.address.starts_with("/feed"), "{}", ada.page.address);
    ada.visit("/menu").await.has_status(200).sees("Se déconnecter");
}
