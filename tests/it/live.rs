//! Live streams: who may listen, what is heard once and in order, what closes them.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use futures_util::{SinkExt as _, StreamExt as _};
use parvis::{
    app::tasks,
    db::Fact,
    kernel::{GroupId, MemberId, PostId},
    outbound::{Canned, Fetcher},
};
use serde_json::Value;
use tokio::{net::TcpListener, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest as _, error::Error as SocketError},
};

use crate::support::{TestApp, app::ORIGIN, db::PATIENCE, world::Person};

pub type Socket = WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>;

/// The house with everything that runs beside it, on a port of its own.
pub async fn open() -> (TestApp, SocketAddr) {
    open_reaching(Arc::new(Canned::new())).await
}

/// The same with another way outside.
pub async fn open_reaching(outside: Arc<dyn Fetcher>) -> (TestApp, SocketAddr) {
    let app = TestApp::start_reaching(&[("PARVIS_METRICS_LISTEN", "off")], outside).await;
    tasks::start(&app.app).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = app.router.clone().into_make_service_with_connect_info::<SocketAddr>();
    let stop = app.app.stop.clone();
    app.app.tasks.spawn(async move {
        let _ = axum::serve(listener, service).with_graceful_shutdown(stop.cancelled_owned()).await;
    });
    (app, address)
}

pub async fn connect(
    address: SocketAddr,
    cookie: Option<&str>,
    origin: Option<&str>,
) -> Result<Socket, SocketError> {
    let mut request = format!("ws://{address}/live").into_client_request().unwrap();
    if let Some(cookie) = cookie {
        request.headers_mut().insert("cookie", format!("session={cookie}").parse().unwrap());
    }
    if let Some(origin) = origin {
        request.headers_mut().insert("origin", origin.parse().unwrap());
    }
    Ok(connect_async(request).await?.0)
}

pub async fn page(address: SocketAddr, person: &Person, topics: &[&str], since: Option<i64>) -> Socket {
    let mut socket =
        connect(address, person.cookie("session"), Some(ORIGIN)).await.expect("the stream opens");
    let opening = serde_json::json!({ "topics": topics, "since": since });
    socket.send(Message::text(opening.to_string())).await.unwrap();
    socket
}

/// The first message of this kind, or none when the stream ends.
pub async fn hear(socket: &mut Socket, kind: &str) -> Option<Value> {
    hear_until(socket, kind).await?.pop()
}

/// The messages up to and with the first of this kind, or none when the stream ends.
pub async fn hear_until(socket: &mut Socket, kind: &str) -> Option<Vec<Value>> {
    timeout(PATIENCE, async {
        let mut heard = Vec::new();
        while let Some(Ok(frame)) = socket.next().await {
            let Message::Text(text) = frame else { continue };
            let said: Value = serde_json::from_str(&text).unwrap();
            for message in said.as_array().cloned().unwrap_or_else(|| vec![said]) {
                let found = message["k"] == kind;
                heard.push(message);
                if found {
                    return Some(heard);
                }
            }
        }
        None
    })
    .await
    .expect("something is said in time")
}

/// Waits until this many pages listen.
pub async fn listeners(app: &TestApp, n: usize) {
    timeout(PATIENCE, async {
        while app.app.live.open_pages() != n {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
    .expect("the pages listen");
}

pub async fn record(app: &TestApp, fact: Fact) {
    let mut tx = app.begin().await;
    tx.record(fact).await.unwrap();
    tx.commit().await.unwrap();
}

pub fn bell(member: MemberId) -> Fact {
    Fact::NoticesChanged { member }
}

pub fn status(error: SocketError) -> u16 {
    match error {
        SocketError::Http(answer) => answer.status().as_u16(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn only_our_pages_and_members_open_a_stream() {
    let (app, address) = open().await;
    let ada = app.signed_in("Ada").await;
    for origin in [None, Some("null"), Some("https://evil.example")] {
        let refused = connect(address, ada.cookie("session"), origin).await.unwrap_err();
        assert_eq!(status(refused), 403, "{origin:?}");
    }
    let visitor = connect(address, None, Some(ORIGIN)).await.unwrap_err();
    assert!([303, 401].contains(&status(visitor)));
    assert!(connect(address, ada.cookie("session"), Some(ORIGIN)).await.is_ok());
}

#[tokio::test]
async fn the_bell_is_heard_by_its_member_alone() {
    let (app, address) = open().await;
    let (ada, bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let mut hers = page(address, &ada, &["me"], None).await;
    let mut his = page(address, &bob, &["me", &format!("me:{}", ada.id)], None).await;
    listeners(&app, 2).await;
    app.settle().await;
    record(&app, bell(ada.id)).await;
    record(&app, bell(bob.id)).await;
    let heard = hear(&mut hers, "count").await.unwrap();
    assert_eq!((heard["id"].as_str(), heard["n"].as_i64()), (Some("notices"), Some(0)));
    assert!(hear(&mut his, "count").await.is_some());
}

#[tokio::test]
async fn transactions_that_commit_in_reverse_order_are_both_heard_once() {
    let (app, address) = open().await;
    let ada = app.signed_in("Ada").await;
    let mut socket = page(address, &ada, &["me"], None).await;
    listeners(&app, 1).await;
    app.settle().await;
    let mut first = app.begin().await;
    let lower = first.record(bell(ada.id)).await.unwrap();
    let mut second = app.begin().await;
    let higher = second.record(bell(ada.id)).await.unwrap();
    assert!(lower < higher);
    second.commit().await.unwrap();
    // The second waits for the first, or the first would be lost behind it.
    assert!(timeout(Duration::from_millis(1_500), socket.next()).await.is_err());
    first.commit().await.unwrap();
    let mut counts = 0;
    while counts < 2 {
        let frame = timeout(PATIENCE, socket.next()).await.unwrap().unwrap().unwrap();
        counts += frame.to_text().unwrap_or_default().matches("\"count\"").count();
    }
    assert_eq!(counts, 2);
    assert!(timeout(Duration::from_millis(1_500), socket.next()).await.is_err(), "nothing is said twice");
}

#[tokio::test]
async fn what_happened_while_a_page_was_away_is_told_when_it_returns() {
    let (app, address) = open().await;
    let ada = app.signed_in("Ada").await;
    let mark = app.app.live.mark();
    for _ in 0..3 {
        record(&app, bell(ada.id)).await;
    }
    app.settle().await;
    let mut socket = page(address, &ada, &["me"], Some(mark)).await;
    let heard = hear(&mut socket, "count").await.unwrap();
    assert!(heard["a"].as_i64().unwrap() > mark);
    for _ in 0..300 {
        record(&app, bell(ada.id)).await;
    }
    app.settle().await;
    let mut late = page(address, &ada, &["me"], Some(mark)).await;
    assert!(hear(&mut late, "resync").await.is_some());
}

#[tokio::test]
async fn groups_one_may_not_read_are_not_heard() {
    let (app, address) = open().await;
    let (ada, eve) = (app.signed_in("Ada").await, app.signed_in("Eve").await);
    let group = secret_group(&app, ada.id).await;
    let topic = format!("group:{group}");
    let bob = app.signed_in("Bob").await;
    sqlx::query(
        "insert into memberships (group_id, member_id, role, since) values ($1, $2, 'member', now())",
    )
    .bind(group)
    .bind(bob.id)
    .execute(&app.app.db)
    .await
    .unwrap();
    let mut inside = page(address, &bob, &["home"], None).await;
    let mut outside = page(address, &eve, &[&topic, "home", "me"], None).await;
    listeners(&app, 2).await;
    app.settle().await;
    let post = a_post(&app, group, ada.id).await;
    let mut tx =
        parvis::db::Tx::begin(&app.app.db, Some(ada.id), "", app.app.clock.now(), app.app.signal.clone())
            .await
            .unwrap();
    tx.record(Fact::PostPublished { group, post }).await.unwrap();
    tx.commit().await.unwrap();
    record(&app, bell(eve.id)).await;
    let heard = hear(&mut inside, "new-post").await.unwrap();
    assert_eq!(heard["id"].as_str(), Some(format!("post-{post}").as_str()));
    let first = timeout(PATIENCE, outside.next()).await.unwrap().unwrap().unwrap();
    assert!(
        first.to_text().unwrap().contains("count") && !first.to_text().unwrap().contains("post"),
        "{first}"
    );
}

#[tokio::test]
async fn losing_a_right_closes_the_streams_at_once() {
    let (app, address) = open().await;
    let (ada, bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let mut hers = page(address, &ada, &["me"], None).await;
    let mut his = page(address, &bob, &["me"], None).await;
    listeners(&app, 2).await;
    record(&app, Fact::AccessChanged { member: ada.id, group: None }).await;
    assert!(hear(&mut hers, "close").await.is_none(), "she may come back");
    record(&app, Fact::MemberSuspended { member: bob.id }).await;
    assert!(hear(&mut his, "close").await.is_some(), "he may not");
}

#[tokio::test]
async fn nonsense_closes_the_stream_and_nothing_else() {
    let (app, address) = open().await;
    let ada = app.signed_in("Ada").await;
    let long = "x".repeat(100_000);
    for nonsense in [
        Message::text("nonsense"),
        Message::text("{\"topics\":3}"),
        Message::binary(vec![0xff; 10]),
        Message::text(long),
    ] {
        let mut socket = connect(address, ada.cookie("session"), Some(ORIGIN)).await.unwrap();
        let _ = socket.send(nonsense).await;
        assert!(hear(&mut socket, "anything").await.is_none());
    }
    let mut flood = page(address, &ada, &["me"], None).await;
    for _ in 0..200 {
        if flood.send(Message::text("{}")).await.is_err() {
            break;
        }
    }
    assert!(hear(&mut flood, "anything").await.is_none());
    listeners(&app, 0).await;
}

#[tokio::test]
async fn closing_the_house_closes_the_streams() {
    let (app, address) = open().await;
    let ada = app.signed_in("Ada").await;
    let mut socket = page(address, &ada, &["me"], None).await;
    listeners(&app, 1).await;
    app.app.stop.cancel();
    assert!(hear(&mut socket, "close").await.is_none(), "pages come back by themselves");
    app.visitor().visit("/readyz").await.has_status(503);
    app.app.tasks.close();
    timeout(PATIENCE, app.app.tasks.wait()).await.expect("everything ends");
}

async fn secret_group(app: &TestApp, manager: MemberId) -> GroupId {
    let now = app.app.clock.now();
    let id = GroupId::new(now);
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, 'secret', 'Secret', 'x', 'secret', $2)")
        .bind(id)
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    sqlx::query("insert into memberships (group_id, member_id, role, since) values ($1, $2, 'manager', $3)")
        .bind(id)
        .bind(manager)
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    id
}

async fn a_post(app: &TestApp, group: GroupId, author: MemberId) -> PostId {
    let now = app.app.clock.now();
    let id = PostId::new(now);
    sqlx::query(
        "insert into posts (id, group_id, author_id, body, body_html, created_at, published_at) values ($1, $2, $3, 'x', '<p>x</p>', $4, $4)",
    )
    .bind(id)
    .bind(group)
    .bind(author)
    .bind(now)
    .execute(&app.app.db)
    .await
    .unwrap();
    id
}
