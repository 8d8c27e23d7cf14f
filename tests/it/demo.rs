//! The demo community: complete, the same every time, made once, and never among real people.

use parvis::app::demo::{self, ACCOUNTS, Amount, PASSWORD};
use sqlx::PgPool;

use crate::support::TestApp;

/// Enough to meet every kind of thing; without pictures, which cost most of the time.
const SOME: Amount = Amount { posts: 2, pictures: false };

async fn load(app: &TestApp) {
    demo::load(&app.app, SOME, &|_| {}).await.expect("the demo can be loaded");
}

async fn count(db: &PgPool, what: &'static str) -> i64 {
    sqlx::query_scalar(what).fetch_one(db).await.unwrap()
}

async fn texts(db: &PgPool) -> Vec<String> {
    let of = "select p.body || ' ' || m.handle from posts p join members m on m.id = p.author_id
              union all select c.body || ' ' || m.handle from comments c join members m on m.id = c.author_id
              union all select g.name || ' ' || m.handle || ' ' || s.role from memberships s
                        join groups g on g.id = s.group_id join members m on m.id = s.member_id order by 1";
    sqlx::query_scalar(of).fetch_all(db).await.unwrap()
}

#[tokio::test]
async fn the_demo_is_whole_and_its_accounts_can_sign_in() {
    let app = TestApp::start().await;
    load(&app).await;
    let db = &app.app.db;
    assert!((240..=260).contains(&count(db, "select count(*) from members").await));
    assert_eq!(count(db, "select count(*) from groups").await, 14);
    for level in ["open", "private", "secret"] {
        let groups: i64 = sqlx::query_scalar("select count(*) from groups where level = $1")
            .bind(level)
            .fetch_one(db)
            .await
            .unwrap();
        assert!(groups > 0, "no {level} group");
    }
    assert!(count(db, "select count(*) from posts").await >= 28);
    assert_eq!(count(db, "select count(*) from posts_together").await, 3);
    assert!(count(db, "select count(*) from comments").await > 100);
    assert!(count(db, "select count(*) from post_reactions").await > 100);
    assert_eq!(count(db, "select count(*) from members where password_hash is not null").await, 5);
    assert_eq!(count(db, "select count(*) from members where external").await, 25);
    assert_eq!(count(db, "select count(*) from join_requests where decided_at is null").await, 3);
    assert_eq!(count(db, "select count(*) from invitations where answered_at is null").await, 1);
    assert_eq!(count(db, "select count(*) from drafts where publish_at is not null").await, 3);
    assert_eq!(count(db, "select count(*) from drafts where publish_at is null").await, 1);
    assert_eq!(count(db, "select count(*) from surveys where opened_at is not null").await, 4);
    assert!(count(db, "select count(*) from survey_answers").await > 40);
    assert_eq!(count(db, "select count(*) from labels").await, 8);
    assert!(count(db, "select count(*) from survey_sheets").await >= 5);
    assert_eq!(count(db, "select count(*) from post_moves").await, 1);
    assert_eq!(
        count(db, "select count(*) from posts where pinned_at is not null and asks_since is not null").await,
        1
    );
    assert!(count(db, "select count(*) from acknowledgements").await > 10);
    let guests = "select count(*) from memberships s join members m on m.id = s.member_id where m.external <> (s.role = 'guest')";
    assert_eq!(count(db, guests).await, 0);
    for account in &ACCOUNTS {
        let mut visitor = app.visitor();
        visitor.visit("/sign-in").await.fill("Adresse e-mail", account.email).fill("Mot de passe", PASSWORD);
        visitor.press("Se connecter").await.has_status(200).lacks("input[type=password]");
    }
}

#[tokio::test]
async fn things_happened_in_an_order_that_can_be() {
    let app = TestApp::start().await;
    load(&app).await;
    let db = &app.app.db;
    let now = app.app.clock.now();
    let late: i64 = sqlx::query_scalar("select count(*) from activity where at > $1")
        .bind(now)
        .fetch_one(db)
        .await
        .unwrap();
    assert_eq!(late, 0, "something happens in the future");
    let early = "select count(*) from comments c join posts p on p.id = c.post_id where c.created_at < p.published_at";
    assert_eq!(count(db, early).await, 0);
    let stray = "select count(*) from comments c join comments a on a.id = c.parent_id where a.post_id <> c.post_id or a.created_at > c.created_at";
    assert_eq!(count(db, stray).await, 0);
    let nights = "select count(*) from posts where published_at < now() - interval '1 day'
                  and extract(hour from published_at at time zone 'Europe/Paris') between 0 and 5";
    assert_eq!(count(db, nights).await, 0);
}

#[tokio::test]
async fn the_demo_is_the_same_every_time_and_made_once() {
    let (one, two) = (TestApp::start().await, TestApp::start().await);
    two.clock.advance(one.app.clock.now() - two.app.clock.now());
    load(&one).await;
    load(&two).await;
    let made = texts(&one.app.db).await;
    assert_eq!(made, texts(&two.app.db).await);
    let before = count(&one.app.db, "select count(*) from activity").await;
    load(&one).await;
    assert_eq!(count(&one.app.db, "select count(*) from activity").await, before);
    assert_eq!(texts(&one.app.db).await, made);
}

#[tokio::test]
async fn the_demo_is_not_loaded_among_real_people() {
    let app = TestApp::start().await;
    app.signed_in("Ada Lovelace").await;
    let refused = demo::load(&app.app, SOME, &|_| {}).await;
    assert!(refused.is_err());
    assert_eq!(count(&app.app.db, "select count(*) from members").await, 1);
    assert_eq!(count(&app.app.db, "select count(*) from settings").await, 0);
}
