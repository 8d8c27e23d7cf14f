//! Changing who reads a post: who gains and who loses it, what goes along, who may, and the way back.

use chrono::TimeDelta;

use super::{
    pictures::photo,
    posts::{group, publish},
};
use crate::{
    live,
    support::{TestApp, world::Person},
};
use parvis::kernel::PostId;

/// Moves by the page for it.
async fn move_to(person: &mut Person, post: PostId, group: &str) {
    person.visit(&format!("/posts/{post}/audience?to={group}")).await.press("Déplacer la publication").await;
}

async fn receive(app: &TestApp, slug: &str, least: &str) {
    sqlx::query("update groups set may_receive = $2 where slug = $1")
        .bind(slug)
        .bind(least)
        .execute(&app.app.db)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_page_says_who_gains_and_who_loses_before_anything_happens() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    group(&app, "coffre", "secret", &[&ada, &carl]).await;
    group(&app, "ailleurs", "open", &[&bob]).await;
    let post = publish(&app, &mut ada, "jardin", "Les semis").await;
    ada.visit("/feed").await.has(&format!("a[href='/posts/{post}/audience']"));
    ada.visit(&format!("/posts/{post}/audience"))
        .await
        .sees("Cercle coffre (secret)")
        .misses("Cercle ailleurs")
        .misses("Cercle jardin (");
    ada.choose("Cercle coffre (secret)").press("Voir ce qui change").await;
    ada.sees("1 personne gagne l'accès")
        .sees("1 personne perd l'accès")
        .sees("Bob Durand")
        .sees("Carl Petit")
        .misses("L'auteur de la publication");
    ada.press("Déplacer la publication")
        .await
        .sees("La publication est maintenant dans Cercle coffre.")
        .sees("Les semis")
        .sees("Annuler");
    assert_eq!(
        sqlx::query_scalar::<_, i64>("select count(*) from activity where kind = 'post_moved'")
            .fetch_one(&app.app.db)
            .await
            .unwrap(),
        1
    );
    ada.visit("/groups/coffre").await.sees("Les semis");
    ada.visit("/groups/jardin").await.misses("Les semis");
}

#[tokio::test]
async fn what_moved_to_a_secret_group_is_gone_everywhere_for_those_outside() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    group(&app, "coffre", "secret", &[&ada]).await;
    ada.visit("/publish?group=jardin").await.fill("Texte", "Un zinzolin pour @bob.durand #couleurs");
    ada.attach("Photos", "vue.png", photo(8, 8)).press("Publier").await;
    let post = PostId(sqlx::query_scalar("select id from posts").fetch_one(&app.app.db).await.unwrap());
    bob.post(&format!("/posts/{post}/comments"), &[("body", "Du pourpre tyrien, plutôt")]).await;
    bob.post(&format!("/posts/{post}/saving"), &[]).await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    bob.visit("/notifications").await.sees("vous mentionne");
    let comment: uuid::Uuid =
        sqlx::query_scalar("select id from comments").fetch_one(&app.app.db).await.unwrap();
    let picture: uuid::Uuid =
        sqlx::query_scalar("select id from pictures").fetch_one(&app.app.db).await.unwrap();
    move_to(&mut ada, post, "coffre").await;
    for address in [
        "/feed",
        "/groups/jardin",
        "/saved",
        "/search?q=couleurs",
        "/search?q=pourpre",
        "/hashtags",
        "/hashtags/couleurs",
        "/notifications",
    ] {
        bob.visit(address)
            .await
            .has_status(200)
            .misses("un zinzolin")
            .misses("tyrien")
            .misses("vous mentionne");
    }
    bob.visit("/hashtags").await.misses("couleurs");
    let gone = [
        format!("/posts/{post}"),
        format!("/posts/{post}/history"),
        format!("/posts/{post}/photos/{picture}"),
        format!("/pictures/{picture}/480"),
        format!("/comments/{comment}/history"),
        format!("/posts/{post}/reactions"),
        format!("/posts/{post}/audience"),
    ];
    for address in gone {
        bob.visit(&address).await.has_status(404).misses("zinzolin");
    }
    let bell: i64 = sqlx::query_scalar("select count(*) from notices where member_id = $1")
        .bind(bob.id)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(bell, 0);
    // And all of it is there for those inside.
    ada.visit(&format!("/posts/{post}")).await.sees("tyrien").has("img");
    ada.visit("/search?q=pourpre").await.sees("tyrien");
    ada.visit("/hashtags/couleurs").await.sees("zinzolin");
}

#[tokio::test]
async fn who_may_not_is_refused() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.signed_in("Carl Petit").await;
    group(&app, "jardin", "open", &[&ada, &bob, &carl]).await;
    group(&app, "verger", "open", &[&carl, &bob]).await;
    let post = publish(&app, &mut bob, "jardin", "À Bob").await;
    let address = format!("/posts/{post}/audience");
    // Neither author nor manager of its group.
    carl.visit(&address).await.has_status(403);
    carl.post(&address, &[("to", "verger")]).await.has_status(403);
    // Manages its group, but cannot publish in the other one.
    ada.visit(&address).await.sees("Aucun autre groupe");
    ada.post(&address, &[("to", "verger")]).await.has_status(422).sees("Vous ne pouvez pas faire venir");
    for nonsense in ["", "jardin", "nulle-part", "%00"] {
        bob.post(&address, &[("to", nonsense)]).await.has_status(422);
    }
    receive(&app, "verger", "manager").await;
    bob.visit(&address).await.misses("Cercle verger (ouvert)");
    bob.post(&address, &[("to", "verger")]).await.has_status(422);
    receive(&app, "verger", "guest").await;
    move_to(&mut bob, post, "verger").await;
    bob.sees("maintenant dans Cercle verger");
    // The form of before the move does nothing more.
    bob.post(&address, &[("to", "verger")]).await.has_status(422);
    for nobody in [&mut ada, &mut carl] {
        nobody.post(&format!("/posts/{post}/return"), &[]).await.has_status(404);
    }
}

#[tokio::test]
async fn a_group_says_who_brings_posts_into_it() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/groups/jardin/settings/permissions")
        .await
        .sees("Faire venir une publication d'un autre groupe");
    ada.post(
        "/groups/jardin/settings/permissions",
        &[
            ("kind", "topic"),
            ("apply", "own"),
            ("publish", "member"),
            ("comment", "member"),
            ("react", "guest"),
            ("invite", "manager"),
            ("see_members", "guest"),
            ("receive", "publisher"),
        ],
    )
    .await
    .has_status(200);
    let least: String =
        sqlx::query_scalar("select may_receive from groups").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(least, "publisher");
}

#[tokio::test]
async fn a_move_is_taken_back_within_thirty_days() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "verger", "private", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Les semis").await;
    move_to(&mut ada, post, "verger").await;
    ada.press("Annuler").await.sees("La publication est revenue").sees("Cercle jardin");
    ada.post(&format!("/posts/{post}/return"), &[]).await.has_status(404);
    move_to(&mut ada, post, "verger").await;
    app.clock.advance(TimeDelta::days(29));
    ada.returns(&app).await;
    ada.visit("/bin")
        .await
        .sees("De Cercle jardin vers Cercle verger")
        .press("Remettre")
        .await
        .sees("Cercle jardin");
    move_to(&mut ada, post, "verger").await;
    app.clock.advance(TimeDelta::days(31));
    ada.returns(&app).await;
    ada.visit("/bin").await.misses("Les semis");
    ada.post(&format!("/posts/{post}/return"), &[]).await.has_status(404);
    ada.visit("/groups/verger").await.sees("Les semis");
}

#[tokio::test]
async fn authors_and_new_readers_are_told_if_that_is_wished() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.signed_in("Carl Petit").await;
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    group(&app, "coffre", "secret", &[&ada, &carl]).await;
    group(&app, "verger", "open", &[&ada, &carl]).await;
    sqlx::query("update memberships set notify = 'everything' where member_id = $1")
        .bind(carl.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    for (target, told) in [("coffre", "hors de"), ("verger", "dans Cercle verger")] {
        let post = publish(&app, &mut bob, "jardin", &format!("Vers {target}")).await;
        ada.visit(&format!("/posts/{post}/audience?to={target}")).await.sees("L'auteur de la publication");
        ada.post(
            &format!("/posts/{post}/audience"),
            &[("to", target), ("author", "yes"), ("readers", "yes")],
        )
        .await;
        parvis::jobs::run_until_empty(&app.app).await.unwrap();
        bob.visit("/notifications").await.sees(&format!("Vers {target}")).sees(told).misses("Cercle coffre");
        carl.visit("/notifications").await.sees(&format!("a déplacé « Vers {target} » dans Cercle {target}"));
    }
    let post = publish(&app, &mut bob, "jardin", "Sans bruit").await;
    ada.post(&format!("/posts/{post}/audience"), &[("to", "verger")]).await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    for person in [&mut bob, &mut carl] {
        person.visit("/notifications").await.misses("Sans bruit");
    }
}

#[tokio::test]
async fn a_comment_and_a_move_at_the_same_time_have_an_order() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.signed_in("Carl Petit").await;
    group(&app, "jardin", "open", &[&ada, &bob, &carl]).await;
    let coffre = group(&app, "coffre", "secret", &[&ada, &carl]).await;
    let post = publish(&app, &mut ada, "jardin", "Les semis").await;
    // The page was open, the post is elsewhere when the comment comes.
    bob.visit(&format!("/posts/{post}")).await;
    carl.visit(&format!("/posts/{post}")).await;
    move_to(&mut ada, post, "coffre").await;
    bob.fill("Écrire un commentaire", "Trop tard").press("Envoyer").await.has_status(404);
    carl.fill("Écrire un commentaire", "À temps").press("Envoyer").await.sees("À temps");
    ada.post(&format!("/posts/{post}/return"), &[]).await;
    // The move is under way while the comment is: the comment waits, and then finds the post gone.
    let mut held = app.app.db.begin().await.unwrap();
    sqlx::query("update posts set group_id = $2 where id = $1")
        .bind(post)
        .bind(coffre)
        .execute(&mut *held)
        .await
        .unwrap();
    let address = format!("/posts/{post}/comments");
    let late = [("body", "Entre deux")];
    let (answered, ()) =
        tokio::join!(async { bob.post(&address, &late).await.page.status.as_u16() }, async {
            app.until_someone_waits().await;
            held.commit().await.unwrap();
        });
    assert_ne!(answered, 200);
    let comments: Vec<String> = sqlx::query_scalar("select body from comments order by created_at")
        .fetch_all(&app.app.db)
        .await
        .unwrap();
    assert_eq!(comments, ["À temps"]);
    let places: Vec<String> = sqlx::query_scalar("select distinct s.group_id::text from search_texts s")
        .fetch_all(&app.app.db)
        .await
        .unwrap();
    assert_eq!(places, [coffre.to_string()]);
}

#[tokio::test]
async fn open_pages_of_a_moved_post_ask_whether_they_may_stay_and_hear_no_more_of_it() {
    let (app, address) = live::open().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    group(&app, "coffre", "secret", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Les semis").await;
    app.settle().await;
    let topic = format!("post:{post}");
    let mut page = live::page(address, &bob, &[&topic], None).await;
    let mut feed = live::page(address, &bob, &["home"], None).await;
    live::listeners(&app, 2).await;
    move_to(&mut ada, post, "coffre").await;
    assert!(live::hear(&mut page, "ask").await.is_some());
    let gone = live::hear(&mut feed, "remove").await.unwrap();
    assert_eq!(gone["id"], format!("post-{post}"));
    assert!(live::hear(&mut page, "fragment").await.is_none(), "the stream has ended");
    // It comes back for what its reader may still see, and hears nothing of the post.
    let mut back = live::page(address, &bob, &[&topic, "home"], None).await;
    live::listeners(&app, 2).await;
    ada.post(&format!("/posts/{post}/comments"), &[("body", "Entre nous")]).await;
    publish(&app, &mut ada, "jardin", "Autre chose").await;
    let first = live::hear(&mut back, "new-post").await.unwrap();
    assert_eq!(first["t"].as_str().unwrap().split(':').next(), Some("group"));
    bob.visit(&format!("/posts/{post}")).await.has_status(404);
}
