//! The inbox: who hears, what it says, what it hides, and that opening a line marks it as read.

use parvis::{
    db::{Fact, Tx},
    jobs,
    kernel::{CommentId, GroupId, MemberId, PostId},
};

use crate::support::{TestApp, world::Person};

/// A group of this level with these people, managed by the first, who has written one post in it.
async fn group(app: &TestApp, level: &str, people: &[&Person]) -> (GroupId, PostId) {
    let now = app.app.clock.now();
    let (group, post) = (GroupId::new(now), PostId::new(now));
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, 'energie', 'Énergie', 'x', $2, $3)")
        .bind(group)
        .bind(level)
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    for (place, person) in people.iter().enumerate() {
        sqlx::query("insert into memberships (group_id, member_id, role, since) values ($1, $2, $3, $4)")
            .bind(group)
            .bind(person.id)
            .bind(if place == 0 { "manager" } else { "member" })
            .bind(now)
            .execute(&app.app.db)
            .await
            .unwrap();
    }
    sqlx::query(
        "insert into posts (id, group_id, author_id, title, body, body_html, created_at, published_at)
         values ($1, $2, $3, 'Merci', 'x', '<p>x</p>', $4, $4)",
    )
    .bind(post)
    .bind(group)
    .bind(people[0].id)
    .bind(now)
    .execute(&app.app.db)
    .await
    .unwrap();
    (group, post)
}

/// Records a fact in someone's name and lets it be told.
async fn happens(app: &TestApp, who: MemberId, fact: Fact) {
    let mut tx =
        Tx::begin(&app.app.db, Some(who), "", app.app.clock.now(), app.app.signal.clone()).await.unwrap();
    tx.record(fact).await.unwrap();
    tx.commit().await.unwrap();
    jobs::run_until_empty(&app.app).await.unwrap();
}

async fn react(app: &TestApp, group: GroupId, post: PostId, who: &Person) {
    sqlx::query("insert into post_reactions (post_id, member_id, emoji, at) values ($1, $2, '👏', now())")
        .bind(post)
        .bind(who.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    happens(app, who.id, Fact::PostReacted { group, post, emoji: "👏".to_owned() }).await;
}

async fn comment(
    app: &TestApp,
    group: GroupId,
    post: PostId,
    who: &Person,
    parent: Option<CommentId>,
    mentions: &[&Person],
) -> CommentId {
    let now = app.app.clock.now();
    let comment = CommentId::new(now);
    sqlx::query(
        "insert into comments (id, post_id, parent_id, author_id, body, body_html, created_at) values ($1, $2, $3, $4, 'Bonne idée', '<p>Bonne idée</p>', $5)",
    )
    .bind(comment)
    .bind(post)
    .bind(parent)
    .bind(who.id)
    .bind(now)
    .execute(&app.app.db)
    .await
    .unwrap();
    for person in mentions {
        sqlx::query("insert into mentions (member_id, post_id, comment_id) values ($1, $2, $3)")
            .bind(person.id)
            .bind(post)
            .bind(comment)
            .execute(&app.app.db)
            .await
            .unwrap();
    }
    happens(app, who.id, Fact::CommentWritten { group, post, comment, parent }).await;
    comment
}

#[tokio::test]
async fn reactions_gather_on_one_line_until_it_is_read() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let (bob, carole, dora) =
        (app.signed_in("Bob").await, app.signed_in("Carole").await, app.signed_in("Dora").await);
    let (energy, post) = group(&app, "open", &[&ada, &bob]).await;
    ada.visit("/notifications").await.sees("Rien de nouveau");
    react(&app, energy, post, &bob).await;
    ada.visit("/notifications")
        .await
        .sees("Bob a réagi à votre publication « Merci »")
        .sees("c'est votre publication")
        .sees("Aujourd'hui");
    react(&app, energy, post, &carole).await;
    react(&app, energy, post, &dora).await;
    ada.visit("/notifications").await.sees("et 2 autres personnes ont réagi à votre publication");
    assert_eq!(ada.attribute("[data-count=notices]", "hidden"), None);
    let action = ada.attribute("form[action^='/notifications/'] .noti", "class");
    assert_eq!(action.as_deref(), Some("noti is-unread"));
    ada.press("Tout marquer comme lu")
        .await
        .sees("Toutes vos notifications sont marquées comme lues")
        .lacks(".noti.is-unread");
    ada.visit("/notifications?show=unread").await.sees("Rien de nouveau");
}

#[tokio::test]
async fn nobody_hears_of_themselves_or_twice() {
    let app = TestApp::start().await;
    let (mut ada, mut bob, carole) =
        (app.signed_in("Ada").await, app.signed_in("Bob").await, app.signed_in("Carole").await);
    let (energy, post) = group(&app, "private", &[&ada, &bob, &carole]).await;
    react(&app, energy, post, &ada).await;
    ada.visit("/notifications").await.sees("Rien de nouveau");
    let first = comment(&app, energy, post, &bob, None, &[]).await;
    comment(&app, energy, post, &carole, Some(first), &[&ada]).await;
    bob.visit("/notifications").await.sees("Carole a répondu dans un fil que vous suivez");
    ada.visit("/notifications")
        .await
        .sees("Carole vous mentionne dans Énergie")
        .sees("Bob a commenté votre publication")
        .misses("Carole a commenté");
}

#[tokio::test]
async fn what_one_may_not_see_is_neither_told_nor_shown() {
    let app = TestApp::start().await;
    let (ada, mut bob, mut eve) =
        (app.signed_in("Ada").await, app.signed_in("Bob").await, app.signed_in("Eve").await);
    let (energy, post) = group(&app, "secret", &[&ada, &bob]).await;
    comment(&app, energy, post, &ada, None, &[&eve, &bob]).await;
    eve.visit("/notifications").await.sees("Rien de nouveau");
    bob.visit("/notifications").await.sees("Ada vous mentionne dans Énergie");
    let line = bob.attribute("form[action$='/reading']:has(.noti)", "action").unwrap();
    eve.post(&line, &[]).await.has_status(404);
    sqlx::query("delete from memberships where member_id = $1")
        .bind(bob.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    bob.visit("/notifications").await.sees("Rien de nouveau").misses("Énergie");
    bob.post(&line, &[]).await.has_status(404);
}

#[tokio::test]
async fn managers_hear_of_requests_and_askers_of_the_answer() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.person("Bob").english().signed_in().await);
    let (energy, _) = group(&app, "private", &[&ada]).await;
    let request = parvis::kernel::JoinRequestId::new(app.app.clock.now());
    happens(&app, bob.id, Fact::JoinAsked { group: energy, request, member: bob.id }).await;
    ada.visit("/notifications").await.sees("Bob demande à rejoindre Énergie").sees("vous gérez ce groupe");
    happens(&app, ada.id, Fact::JoinRefused { group: energy, request, member: bob.id }).await;
    bob.visit("/notifications").await.sees("Your request to join Énergie was not accepted");
}

#[tokio::test]
async fn opening_a_post_reads_what_was_said_about_it_and_passing_by_does_not() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let mut bob = app.signed_in("Bob Durand").await;
    let (group, post) = group(&app, "private", &[&ada, &bob]).await;
    react(&app, group, post, &bob).await;
    comment(&app, group, post, &bob, None, &[&ada]).await;
    let unread = async || -> i64 {
        sqlx::query_scalar("select count(*) from notices where member_id = $1 and read_at is null")
            .bind(ada.id)
            .fetch_one(&app.app.db)
            .await
            .unwrap()
    };
    let facts = async || -> i64 {
        sqlx::query_scalar("select count(*) from activity where kind = 'notices_changed'")
            .fetch_one(&app.app.db)
            .await
            .unwrap()
    };
    assert_eq!(unread().await, 2);
    let mut browser = ada.browser.clone();
    browser.visit("/feed").await.sees("Merci");
    browser.post(&format!("/posts/{post}/view"), &[]).await.has_status(204);
    browser.visit("/groups/energie").await.sees("Merci");
    bob.visit(&format!("/posts/{post}")).await.has_status(200);
    assert_eq!(unread().await, 2);
    let before = facts().await;
    browser.visit(&format!("/posts/{post}")).await.has_status(200).sees("Bonne idée");
    assert_eq!(unread().await, 0);
    assert_eq!(facts().await, before + 1, "open pages hear of the bell");
    browser.visit(&format!("/posts/{post}")).await.has_status(200);
    assert_eq!(facts().await, before + 1);
    ada.visit("/notifications?show=unread").await.misses("Bob Durand");
}
