//! What posts embed: the end of a thread, its pages, a linked comment, the feed's preview, and live messages.

use std::{net::IpAddr, sync::Arc};

use askama::Template as _;
use parvis::{
    authz::{PostCan, PostStanding, ViewPost, standing},
    db::{Activity, Fact},
    features::comments::{self, ThreadAt},
    i18n::Locale,
    kernel::{CommentId, MemberId},
    live::{Change, Topic},
    web::{Cx, Me, cx::Visit},
};
use scraper::{Html, Selector};

use super::scene::{self, Scene};
use crate::support::world::Person;

/// The context of a request by someone.
fn cx(scene: &Scene, person: &Person) -> Cx {
    let (parts, ()) = axum::http::Request::new(()).into_parts();
    let visit: Arc<Visit> = Visit::new(&parts, IpAddr::from([127, 0, 0, 1]));
    let me = serde_json::json!({
        "id": person.id, "name": person.name, "handle": "x", "email": person.email, "site_role": "member", "external": false,
        "locale": "fr", "time_zone": "Europe/Paris", "theme": "system", "contrast": "system", "text_size": 100,
        "shortcuts": true, "photo_version": null, "gated": false
    });
    let me: Me = serde_json::from_value(me).unwrap();
    visit.identify(Some(me));
    Cx::new(scene.app.app.clone(), visit, None)
}

async fn standing(scene: &Scene, who: MemberId) -> PostStanding {
    scene.permit::<ViewPost>(who, standing::PostPath { post: scene.post }).await.about().clone()
}

async fn thread(scene: &Scene, person: &Person, at: ThreadAt) -> Html {
    let post = standing(scene, person.id).await;
    let mut db = scene.db().acquire().await.unwrap();
    let (_, thread) = comments::discussion(&cx(scene, person), &mut db, &post, at).await.unwrap().unwrap();
    Html::parse_fragment(&thread.render().unwrap())
}

fn all<'a>(page: &'a Html, css: &str, attribute: &str) -> Vec<&'a str> {
    let selector = Selector::parse(css).unwrap();
    page.select(&selector).filter_map(|element| element.value().attr(attribute)).collect::<Vec<_>>()
}

fn ids(comments: &[CommentId]) -> Vec<String> {
    comments.iter().map(|id| format!("comment-{id}")).collect()
}

/// A place as a link of the page gives it.
fn follow(link: &str) -> ThreadAt {
    let query = link.split_once('?').unwrap().1.split('#').next().unwrap();
    let (name, value) = query.split_once('=').unwrap();
    ThreadAt::parse(None, (name == "before").then_some(value), (name == "after").then_some(value))
}

#[tokio::test]
async fn a_long_thread_is_read_in_pages_from_its_end() {
    let scene = Scene::open().await;
    let mut made = Vec::new();
    for n in 0..120 {
        made.push(scene.comment(scene.bob.id, &format!("n{n}"), None).await);
    }
    let list = format!("ul#comments-{} > li", scene.post);
    let last = thread(&scene, &scene.ada, ThreadAt::Latest).await;
    assert_eq!(all(&last, &list, "id"), ids(&made[70..]));
    assert_eq!(all(&last, "a[href*='after=']", "href").len(), 0);
    let earlier = follow(all(&last, "a[href*='before=']", "href")[0]);
    let middle = thread(&scene, &scene.ada, earlier).await;
    assert_eq!(all(&middle, ".comments__list > li", "id"), ids(&made[20..70]));
    // A page that is not the last takes no new comments.
    assert!(all(&middle, &list, "id").is_empty());
    let first = thread(&scene, &scene.ada, follow(all(&middle, "a[href*='before=']", "href")[0])).await;
    assert_eq!(all(&first, ".comments__list > li", "id"), ids(&made[..20]));
    assert!(all(&first, "a[href*='before=']", "href").is_empty());
    let again = thread(&scene, &scene.ada, follow(all(&first, "a[href*='after=']", "href")[0])).await;
    assert_eq!(all(&again, ".comments__list > li", "id"), ids(&made[20..70]));
    let end = thread(&scene, &scene.ada, follow(all(&again, "a[href*='after=']", "href")[0])).await;
    assert_eq!(all(&end, &list, "id"), ids(&made[70..]));
}

#[tokio::test]
async fn a_link_opens_the_page_that_holds_the_comment_and_marks_it() {
    let scene = Scene::open().await;
    let mut made = Vec::new();
    for n in 0..60 {
        made.push(scene.comment(scene.bob.id, &format!("n{n}"), None).await);
    }
    let answer = scene.comment(scene.ada.id, "une réponse", Some(made[3])).await;
    let page = thread(&scene, &scene.ada, ThreadAt::Linked(answer)).await;
    assert_eq!(all(&page, ".is-marked", "id"), ids(&[answer]));
    assert_eq!(all(&page, ".comments__list > li", "id"), ids(&made[3..53]));
    assert_eq!(
        (all(&page, "a[href*='before=']", "href").len(), all(&page, "a[href*='after=']", "href").len()),
        (1, 1)
    );
    // Near the end it is the last page, which goes on living.
    let page = thread(&scene, &scene.ada, ThreadAt::Linked(made[58])).await;
    assert_eq!(all(&page, &format!("ul#comments-{} > li", scene.post), "id"), ids(&made[10..]));
    // A comment that is gone, or another post's, is as if it had not been named.
    let page = thread(&scene, &scene.ada, ThreadAt::Linked(CommentId::new(scene.app.app.clock.now()))).await;
    assert_eq!(all(&page, ".comments__list > li", "id"), ids(&made[10..]));
}

#[tokio::test]
async fn a_removed_comment_keeps_its_place_above_answers_only() {
    let scene = Scene::open().await;
    let asked = scene.comment(scene.bob.id, "secret un", None).await;
    scene.comment(scene.ada.id, "réponse", Some(asked)).await;
    scene.comment(scene.bob.id, "secret deux", None).await;
    scene.run("update comments set deleted_at = now() where body like 'secret%'").await;
    let page = thread(&scene, &scene.ada, ThreadAt::Latest).await.html();
    assert!(page.contains("Commentaire retiré") && page.contains("réponse"));
    assert!(!page.contains("secret") && !page.contains("Bob Marin"));
    assert_eq!(page.matches("Commentaire retiré").count(), 1);
}

#[tokio::test]
async fn what_is_offered_follows_the_rules() {
    let scene = Scene::open().await;
    let id = scene.comment(scene.bob.id, "À moi", None).await;
    let offers = |page: &Html| {
        (
            all(page, &format!("a[href='/comments/{id}/edit']"), "href").len(),
            all(page, &format!("#remove-{id}"), "id").len(),
        )
    };
    assert_eq!(offers(&thread(&scene, &scene.bob, ThreadAt::Latest).await), (1, 1));
    assert_eq!(offers(&thread(&scene, &scene.manager, ThreadAt::Latest).await), (0, 1));
    assert_eq!(offers(&thread(&scene, &scene.ada, ThreadAt::Latest).await), (0, 0));
    scene.run("update groups set level = 'open'").await;
    let zoe = scene.app.signed_in("Zoé Caron").await;
    let page = thread(&scene, &zoe, ThreadAt::Latest).await;
    assert!(all(&page, "form", "action").is_empty(), "readers write nothing");
    assert!(page.html().contains("Rejoignez le groupe"));
}

#[tokio::test]
async fn people_one_may_not_know_have_no_name() {
    let scene = Scene::open().await;
    scene.comment(scene.bob.id, "un mot", None).await;
    let guest = scene.app.person("Gaël Petit").external().signed_in().await;
    scene::belongs(&scene.app, scene.group, guest.id, "guest").await;
    sqlx::query("delete from memberships where member_id = $1")
        .bind(scene.bob.id)
        .execute(scene.db())
        .await
        .unwrap();
    let page = thread(&scene, &guest, ThreadAt::Latest).await.html();
    assert!(page.contains("un mot") && page.contains("Ancien membre"));
    assert!(!page.contains("Bob Marin") && !page.contains(&scene.bob.id.to_string()));
}

#[tokio::test]
async fn the_feed_shows_counts_and_the_last_two() {
    let scene = Scene::open().await;
    for n in 0..5 {
        scene.comment(scene.bob.id, &format!("mot{n}"), None).await;
    }
    sqlx::query("insert into post_reactions values ($1, $2, '👏', now()), ($1, $3, '👏', now())")
        .bind(scene.post)
        .bind(scene.ada.id)
        .bind(scene.bob.id)
        .execute(scene.db())
        .await
        .unwrap();
    let hidden = scene::post(&scene.app, scene::group(&scene.app, "secret").await, scene.bob.id).await;
    let can = PostCan::of(&standing(&scene, scene.ada.id).await);
    let mut db = scene.db().acquire().await.unwrap();
    let attached = comments::attached(&cx(&scene, &scene.ada), &mut db, &[(scene.post, can), (hidden, can)])
        .await
        .unwrap();
    assert_eq!(attached.keys().copied().collect::<Vec<_>>(), [scene.post]);
    let part = &attached[&scene.post];
    assert_eq!(part.count, 5);
    let preview = part.preview.as_ref().unwrap().render().unwrap();
    assert!(preview.contains("mot3") && preview.contains("mot4") && !preview.contains("mot2"));
    assert!(preview.contains("Afficher les 3 commentaires précédents"));
    let bar = part.reactions.render().unwrap();
    assert!(bar.contains(r#"aria-pressed="true""#) && bar.contains("<span data-n>2</span>"), "{bar}");
}

async fn told(scene: &Scene, fact: Fact) -> Vec<parvis::live::Message> {
    let activity = Activity { id: 1, at: scene.app.app.clock.now(), actor: Some(scene.bob.id), fact };
    comments::live(&scene.app.app, &activity, Locale::Fr).await.unwrap()
}

#[tokio::test]
async fn live_messages_hold_nothing_personal() {
    let scene = Scene::open().await;
    let comment = scene.comment(scene.bob.id, "en direct", None).await;
    let (group, post) = (scene.group, scene.post);
    sqlx::query("insert into comment_reactions values ($1, $2, '👏', now())")
        .bind(comment)
        .bind(scene.bob.id)
        .execute(scene.db())
        .await
        .unwrap();
    let messages = told(&scene, Fact::CommentWritten { group, post, comment, parent: None }).await;
    assert_eq!(messages.iter().filter(|message| message.topic == Topic::Group(group)).count(), 2);
    assert_eq!(messages.iter().filter(|message| message.topic == Topic::Post(post)).count(), 2);
    let Change::Fragment { id, html, after } = &messages[0].change else { panic!("{messages:?}") };
    assert_eq!(
        (id.as_str(), after.as_deref()),
        (format!("comment-{comment}").as_str(), Some(format!("comments-{post}").as_str()))
    );
    assert!(html.contains("en direct") && html.contains("Bob Marin"));
    let part = Html::parse_fragment(html);
    assert_eq!(all(&part, "[data-own]", "hidden").len(), 2, "the author's own waits hidden");
    assert!(!html.contains("aria-pressed") && !html.contains(r#"name="once""#), "{html}");
}

#[tokio::test]
async fn a_removal_is_told_as_a_gap_or_as_a_trace() {
    let scene = Scene::open().await;
    let comment = scene.comment(scene.bob.id, "parti", None).await;
    let (group, post) = (scene.group, scene.post);
    scene.run("update comments set deleted_at = now()").await;
    let messages = told(&scene, Fact::CommentDeleted { group, post, comment }).await;
    assert_eq!(messages[0].change, Change::Remove { id: format!("comment-{comment}") });
    scene.comment(scene.ada.id, "reste", Some(comment)).await;
    let messages = told(&scene, Fact::CommentDeleted { group, post, comment }).await;
    let Change::Fragment { html, .. } = &messages[0].change else { panic!("{messages:?}") };
    assert!(html.contains("Commentaire retiré") && !html.contains("parti"));
}
