//! Sharing: shown where its reader may read it, and nowhere else.

use super::{
    pictures::photo,
    posts::{group, publish},
};
use crate::{
    live,
    support::{TestApp, world::Person},
};
use parvis::kernel::PostId;

/// Shares by the page for it.
async fn share(app: &TestApp, person: &mut Person, post: PostId, group: &str, words: &str) -> PostId {
    person.visit(&format!("/posts/{post}/share")).await.choose(group).fill("Vos mots (facultatif)", words);
    person.press("Partager").await.sees("La publication est partagée.");
    app.clock.advance(chrono::TimeDelta::seconds(1));
    let share = sqlx::query_scalar("select id from posts where shares order by created_at desc limit 1");
    PostId(share.fetch_one(&app.app.db).await.unwrap())
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

#[tokio::test]
async fn the_page_says_who_will_read_it_and_what_the_others_see() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "coffre", "secret", &[&ada]).await;
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    group(&app, "ailleurs", "open", &[&bob]).await;
    let post = publish(&app, &mut ada, "coffre", "Entre nous").await;
    ada.visit("/feed").await.has(&format!("a[href='/posts/{post}/share']"));
    ada.visit(&format!("/posts/{post}/share"))
        .await
        .sees("Cercle jardin (2 personnes)")
        .sees("Entre nous")
        .sees("« Ada Martin a partagé une publication. »")
        .misses("Cercle ailleurs")
        .misses("Cercle coffre (");
    // Who can publish nowhere else is told so.
    let mut carl = app.signed_in("Carl Petit").await;
    group(&app, "place", "open", &[&bob, &carl]).await;
    let post = publish(&app, &mut carl, "place", "Bonjour").await;
    carl.visit(&format!("/posts/{post}/share")).await.sees("Aucun autre groupe");
}

#[tokio::test]
async fn who_reads_the_source_sees_it_in_the_share_and_others_that_there_is_one() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.signed_in("Carl Petit").await;
    group(&app, "coffre", "secret", &[&ada, &bob]).await;
    group(&app, "place", "open", &[&ada, &carl]).await;
    bob.visit("/publish?group=coffre").await.fill("Titre (facultatif)", "Une trouvaille");
    bob.fill("Texte", "Un zinzolin rare").attach("Photos", "vue.png", photo(8, 8)).press("Publier").await;
    let post = PostId(sqlx::query_scalar("select id from posts").fetch_one(&app.app.db).await.unwrap());
    let picture: uuid::Uuid =
        sqlx::query_scalar("select id from pictures").fetch_one(&app.app.db).await.unwrap();
    let made =
        share(&app, &mut ada, post, "Cercle place (toute la communauté)", "À lire **absolument**").await;
    for page in ["/groups/place".to_owned(), format!("/posts/{made}")] {
        bob.visit(&page).await.sees("À lire absolument").sees("Une trouvaille").sees("Un zinzolin rare");
        bob.sees("Cercle coffre").has(&format!(".embed img[src='/pictures/{picture}/480']"));
        bob.has(&format!(".embed a[href='/posts/{post}']"));
    }
    for page in ["/feed".to_owned(), "/groups/place".to_owned(), format!("/posts/{made}")] {
        carl.visit(&page).await.sees("À lire absolument").sees("Ada Martin a partagé une publication.");
        let html = carl.page.html();
        for word in ["zinzolin", "trouvaille", "coffre"] {
            assert!(!html.contains(word), "{page} tells {word}");
        }
        // Beside the feed there are names of people.
        assert!(page == "/feed" || !html.contains("Bob Durand"), "{page} tells the author");
        assert!(!html.contains(&post.to_string()) && !html.contains(&picture.to_string()), "{page}");
    }
    carl.visit(&format!("/posts/{post}")).await.has_status(404);
    carl.visit(&format!("/pictures/{picture}/480")).await.has_status(404);
    carl.visit("/search?q=zinzolin").await.misses("Une trouvaille").misses("À lire absolument");
    ada.visit("/feed").await.sees("Un zinzolin rare");
}

#[tokio::test]
async fn what_changes_at_the_source_shows_and_what_is_gone_there_is_gone() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&bob, &ada]).await;
    group(&app, "place", "open", &[&ada]).await;
    group(&app, "coffre", "secret", &[&bob]).await;
    let post = publish(&app, &mut bob, "jardin", "Un zinzolin rare").await;
    let made = share(&app, &mut ada, post, "Cercle place (toute la communauté)", "").await;
    bob.visit(&format!("/posts/{post}/edit"))
        .await
        .fill("Texte", "Un pourpre rare")
        .press("Enregistrer")
        .await;
    ada.visit(&format!("/posts/{made}")).await.sees("Un pourpre rare").misses("zinzolin");
    let gone = "Ada Martin a partagé une publication.";
    bob.post(&format!("/posts/{post}/removal"), &[]).await;
    ada.visit(&format!("/posts/{made}")).await.sees(gone).misses("pourpre");
    // What is behind it cannot be shared by those who cannot read it.
    ada.lacks("a[href$='/share']").visit(&format!("/posts/{made}/share")).await.has_status(404);
    bob.post(&format!("/posts/{post}/restoration"), &[]).await;
    ada.visit("/feed").await.sees("Un pourpre rare");
    bob.post(&format!("/posts/{post}/audience"), &[("to", "coffre")]).await;
    ada.visit("/groups/place").await.sees(gone).misses("pourpre");
    bob.visit("/groups/place").await.sees("Un pourpre rare");
    sqlx::query("delete from posts where id = $1").bind(post).execute(&app.app.db).await.unwrap();
    bob.visit(&format!("/posts/{made}")).await.has_status(200).sees(gone);
    // A share may stay without words when it is changed.
    ada.visit(&format!("/posts/{made}/edit")).await.press("Enregistrer").await.sees(gone);
}

#[tokio::test]
async fn open_pages_stop_showing_what_is_withdrawn_and_never_hear_its_words() {
    let (app, address) = live::open().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    group(&app, "coffre", "secret", &[&bob, &ada]).await;
    group(&app, "place", "open", &[&ada, &carl]).await;
    let post = publish(&app, &mut bob, "coffre", "Un zinzolin rare").await;
    let topics = ["home".to_owned(), format!("post:{post}")];
    let mut page = live::page(address, &carl, &[&topics[0], &topics[1]], None).await;
    live::listeners(&app, 1).await;
    let made = share(&app, &mut ada, post, "Cercle place (toute la communauté)", "Voilà").await;
    let told = live::hear(&mut page, "new-post").await.unwrap();
    assert_eq!(told["id"], format!("post-{made}"));
    bob.visit(&format!("/posts/{post}/edit"))
        .await
        .fill("Texte", "Un pourpre rare")
        .press("Enregistrer")
        .await;
    bob.post(&format!("/posts/{post}/removal"), &[]).await;
    let told = live::hear(&mut page, "fragment").await.unwrap();
    assert_eq!(told["id"], format!("post-shared-{made}"));
    let html = told["html"].as_str().unwrap();
    assert!(html.contains("Ada Martin a partagé une publication."), "{html}");
    assert!(!html.contains("zinzolin") && !html.contains("pourpre"), "{html}");
}

#[tokio::test]
async fn its_author_hears_of_it_once_and_of_the_group_only_where_they_may_know_it() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let place = group(&app, "place", "open", &[&ada, &bob]).await;
    group(&app, "coffre", "secret", &[&ada]).await;
    sqlx::query("update memberships set notify = 'everything' where group_id = $1")
        .bind(place)
        .execute(&app.app.db)
        .await
        .unwrap();
    let post = publish(&app, &mut bob, "jardin", "Les semis").await;
    share(&app, &mut ada, post, "Cercle place (toute la communauté)", "Bravo").await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    bob.visit("/notifications").await.sees("Ada Martin a partagé votre publication dans Cercle place");
    bob.misses("a publié");
    let share = share(&app, &mut ada, post, "Cercle coffre (1 personne)", "À garder").await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    bob.visit("/notifications")
        .await
        .sees("Ada Martin a partagé votre publication « Les semis » dans un autre groupe")
        .misses("Cercle coffre")
        .misses("À garder");
    bob.visit(&format!("/posts/{share}")).await.has_status(404);
}

#[tokio::test]
async fn to_share_a_share_is_to_share_what_it_shows() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "place", "open", &[&ada, &bob]).await;
    group(&app, "verger", "open", &[&bob]).await;
    let post = publish(&app, &mut ada, "jardin", "Les semis").await;
    let first = share(&app, &mut ada, post, "Cercle place (toute la communauté)", "Un").await;
    bob.visit(&format!("/posts/{first}")).await.has(&format!("a[href='/posts/{post}/share']"));
    share(&app, &mut bob, first, "Cercle verger (toute la communauté)", "Deux").await;
    bob.sees("Deux").sees("Les semis").misses("Un ");
    let shown: Vec<uuid::Uuid> = sqlx::query_scalar("select distinct shared_id from posts where shares")
        .fetch_all(&app.app.db)
        .await
        .unwrap();
    assert_eq!(shown, [post.0]);
}

#[tokio::test]
async fn what_cannot_be_shared_comes_back_with_what_was_typed() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "coffre", "secret", &[&ada]).await;
    group(&app, "verger", "open", &[&bob]).await;
    let open = publish(&app, &mut ada, "jardin", "Les semis").await;
    let secret = publish(&app, &mut ada, "coffre", "Entre nous").await;
    bob.visit(&format!("/posts/{secret}/share")).await.has_status(404);
    bob.post(&format!("/posts/{secret}/share"), &[("group", "verger")]).await.has_status(404);
    for target in ["", "jardin", "coffre", "nulle-part"] {
        bob.post(&format!("/posts/{open}/share"), &[("group", target), ("text", "Mes mots à moi")]).await;
        bob.has_status(422).sees("Mes mots à moi").misses("Entre nous");
    }
    ada.post(&format!("/posts/{open}/share"), &[("group", "jardin"), ("text", "Ici")]).await;
    ada.has_status(422).sees("La publication est déjà dans ce groupe.");
    let long = "a".repeat(60_001);
    bob.post(&format!("/posts/{open}/share"), &[("group", "verger"), ("text", &long)]).await.has_status(422);
    assert_eq!(count(&app, "select count(*) from posts where shares").await, 0);
    // Sent twice, shared once; also without a word.
    bob.visit(&format!("/posts/{open}/share")).await.choose("Cercle verger (toute la communauté)");
    let once = bob.attribute("input[name=once]", "value").unwrap();
    for _ in 0..2 {
        bob.post(&format!("/posts/{open}/share"), &[("group", "verger"), ("once", &once)]).await;
    }
    assert_eq!(count(&app, "select count(*) from posts where shares").await, 1);
    assert_eq!(count(&app, "select count(*) from activity where kind = 'post_shared'").await, 1);
    app.visitor().visit(&format!("/posts/{open}/share")).await.sees("Se connecter");
}
