//! Feeds: what is in them, in which order, where what is new ends.

use chrono::TimeDelta;

use super::posts::{group, publish};
use crate::support::{TestApp, world::Person};

/// Publishes many, a minute apart, without the pages.
async fn many(app: &TestApp, author: &Person, slug: &str, count: i32) {
    let now = app.app.clock.now();
    for n in 1..=count {
        sqlx::query(
            "insert into posts (id, group_id, author_id, body, body_html, created_at, published_at)
             select $1, g.id, $2, 'Numéro ' || $3, '<p>Numéro ' || $3 || '.</p>', $4, $4 from groups g where g.slug = $5",
        )
        .bind(uuid::Uuid::now_v7())
        .bind(author.id)
        .bind(n.to_string())
        .bind(now + TimeDelta::minutes(i64::from(n)))
        .bind(slug)
        .execute(&app.app.db)
        .await
        .unwrap();
    }
    app.clock.advance(TimeDelta::minutes(i64::from(count) + 1));
}

#[tokio::test]
async fn pages_neither_skip_nor_repeat() {
    let app = TestApp::start().await;
    let (ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "un", "private", &[&ada, &bob]).await;
    group(&app, "deux", "private", &[&ada, &bob]).await;
    many(&app, &ada, "un", 10).await;
    many(&app, &ada, "deux", 10).await;
    for feed in ["/feed", "/feed?show=unread"] {
        bob.visit(feed).await;
        let first = bob.page.html().matches("class=\"card post").count();
        bob.click("Publications plus anciennes").await.lacks("a[rel=next]");
        assert_eq!((first, bob.page.html().matches("class=\"card post").count()), (15, 5), "{feed}");
        bob.sees("Numéro 5.").misses("Numéro 6.");
    }
    bob.visit("/groups/deux").await.sees("Numéro 10.").lacks("a[rel=next]").lacks(".ingroup");
    bob.visit("/feed?before=nonsense").await.has_status(200).sees("Numéro 10.");
}

#[tokio::test]
async fn the_line_stands_where_the_unread_ends() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let old = publish(&app, &mut ada, "jardin", "Ancienne").await;
    publish(&app, &mut ada, "jardin", "Récente").await;
    bob.visit("/feed").await.lacks(".frontier");
    bob.post(&format!("/posts/{old}/view"), &[]).await;
    bob.visit("/feed").await.sees("Vous avez déjà vu la suite");
    bob.visit("/feed?show=unread").await.sees("Récente").misses("Ancienne");
    bob.visit("/feed")
        .await
        .press("Tout marquer comme lu")
        .await
        .sees("Tout est marqué comme lu.")
        .lacks(".post__new")
        .lacks(".frontier");
    bob.visit("/feed?show=unread").await.sees("Vous avez tout lu");
    app.clock.advance(TimeDelta::seconds(1));
    publish(&app, &mut ada, "jardin", "Encore une").await;
    bob.visit("/feed?show=unread").await.sees("Encore une").misses("Récente");
}

#[tokio::test]
async fn the_home_feed_holds_ones_own_groups_only() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    bob.visit("/feed").await.sees("Vous ne suivez encore aucun groupe").lacks(".composer");
    group(&app, "ouvert", "open", &[&ada]).await;
    group(&app, "prive", "private", &[&ada]).await;
    publish(&app, &mut ada, "ouvert", "Pour tous").await;
    publish(&app, &mut ada, "prive", "Huis clos").await;
    bob.visit("/feed").await.misses("Pour tous").misses("Huis clos").sees("Cercle ouvert");
    bob.visit("/groups/ouvert").await.sees("Pour tous").lacks(".composer");
    bob.visit("/groups/prive").await.has_status(200).misses("Huis clos");
}

#[tokio::test]
async fn a_guest_does_not_learn_who_wrote_outside_their_groups() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut gus = app.person("Gus Lenoir").external().signed_in().await;
    group(&app, "jardin", "private", &[&bob, &ada, &gus]).await;
    publish(&app, &mut ada, "jardin", "Je pars").await;
    gus.visit("/feed").await.sees("Ada Martin");
    sqlx::query("delete from memberships where member_id = $1")
        .bind(ada.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    gus.visit("/feed")
        .await
        .sees("Je pars")
        .sees("Ancien membre")
        .misses("Ada Martin")
        .lacks("[data-author]");
}
