//! Publishing in several groups at once: one post in each, all of them or none, and who will read them said before.

use chrono::TimeDelta;
use parvis::{features::planning::PublishDue, jobs, jobs::Enqueue as _, kernel::PostId};

use super::{pictures::photo, polls::count, posts::group};
use crate::support::{TestApp, Visitor, world::Person};

/// The post in a group.
async fn post_in(app: &TestApp, slug: &str) -> PostId {
    let post =
        sqlx::query_scalar("select p.id from posts p join groups g on g.id = p.group_id where g.slug = $1");
    PostId(post.bind(slug).fetch_one(&app.app.db).await.unwrap())
}

/// Publishes with these groups ticked in the form that is open, also such as it does not offer.
async fn publish_also<'a>(person: &'a mut Person, slugs: &[&str]) -> &'a mut Visitor {
    for slug in slugs {
        person.insist("also", slug);
    }
    person.press("Publier").await
}

/// Whoever writes, in three groups of theirs, one of them secret, and others beside them.
async fn three(app: &TestApp, ada: &Person, bob: &Person, carl: &Person) {
    group(app, "jardin", "private", &[ada, bob]).await;
    group(app, "verger", "private", &[ada, bob, carl]).await;
    group(app, "coffre", "secret", &[ada, carl]).await;
}

#[tokio::test]
async fn one_form_makes_a_post_in_each_group_and_each_leads_to_the_others() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.signed_in("Carl Petit").await;
    three(&app, &ada, &bob, &carl).await;
    ada.visit("/publish?group=jardin").await.sees("Publier dans plusieurs groupes").lacks("#f-also[open]");
    ada.fill("Texte", "Récolte samedi").choose("Cercle verger").choose("Cercle coffre");
    ada.press("Publier").await.sees("Publié dans 3 groupes").sees("Voir la publication dans Cercle coffre");
    assert_eq!(count(&app, "select count(*) from activity where kind = 'post_published'").await, 3);
    let (garden, orchard) = (post_in(&app, "jardin").await, post_in(&app, "verger").await);
    let safe = post_in(&app, "coffre").await;
    for post in [garden, orchard, safe] {
        assert!(ada.attribute(&format!("a[href='/posts/{post}']"), "href").is_some(), "no link to {post}");
    }
    ada.click("Voir la publication dans Cercle verger").await.sees("Récolte samedi");
    ada.sees("Publié aussi dans Cercle coffre, Cercle jardin");
    // Each reader finds it in their groups, and of the others only those that they read.
    bob.visit(&format!("/posts/{orchard}")).await.sees("Publié aussi dans Cercle jardin");
    assert!(!bob.page.html().contains("coffre") && !bob.page.html().contains(&safe.to_string()));
    carl.visit(&format!("/posts/{orchard}")).await.sees("Publié aussi dans Cercle coffre").misses("jardin");
    bob.visit(&format!("/posts/{safe}")).await.has_status(404);
    // Two discussions: what happens to one leaves the other alone.
    ada.post(&format!("/posts/{orchard}/removal"), &[]).await;
    bob.visit(&format!("/posts/{garden}")).await.sees("Récolte samedi").misses("Publié aussi");
    carl.visit(&format!("/posts/{orchard}")).await.has_status(404);
    // The page with the links is its author's.
    bob.visit(&format!("/publish/done?post={garden}&post={safe}")).await.has_status(404);
    bob.visit("/publish/done").await.has_status(404);
    bob.visit("/publish/done?post=x").await.has_status(404);
}

#[tokio::test]
async fn the_composer_counts_each_reader_once() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    let mut eve = app.signed_in("Eve Noir").await;
    let gil = app.person("Gil Dehors").external().signed_in().await;
    three(&app, &ada, &bob, &carl).await;
    let place = group(&app, "place", "open", &[&ada]).await;
    let shed = group(&app, "remise", "private", &[&ada]).await;
    app.belongs(shed, gil.id, "guest").await;
    ada.visit("/publish?group=jardin")
        .await
        .fill("Texte", "À lire")
        .choose("Cercle verger")
        .choose("Cercle coffre");
    ada.press("Voir combien de personnes liront").await.has_status(200);
    // Ada, Bob and Carl: seven memberships.
    ada.sees("3 personnes dans 3 groupes").sees("À lire").has("input[value=coffre][checked]");
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
    let readers = |query: &str| format!("/publish/readers?{query}");
    ada.visit(&readers("also=jardin&also=remise")).await;
    ada.sees("3 personnes dans 2 groupes, dont 1 invité externe");
    ada.visit(&readers("group=jardin&also=place"))
        .await
        .sees("4 personnes dans 2 groupes : toute la communauté");
    ada.visit(&readers("group=remise&also=place")).await.sees("toute la communauté, et 1 invité externe");
    ada.visit(&readers("group=jardin")).await.misses("personne");
    // What one may not publish in is not counted, and what one may not know is not there.
    eve.visit(&readers("also=jardin&also=coffre&also=place")).await.has_status(200).misses("personne");
    sqlx::query("delete from memberships where group_id = $1")
        .bind(place)
        .execute(&app.app.db)
        .await
        .unwrap();
    ada.visit(&readers("also=jardin&also=place&also=rien")).await.misses("personne");
    // A guest is not told how many the community is.
    let mut gil = gil;
    app.belongs(place, gil.id, "guest").await;
    sqlx::query("update groups set may_publish = 'guest'").execute(&app.app.db).await.unwrap();
    gil.visit(&readers("also=remise&also=place")).await.sees("Toute la communauté, dans 2 groupes");
}

#[tokio::test]
async fn a_form_sent_twice_publishes_once_in_each_group() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    three(&app, &ada, &bob, &carl).await;
    ada.visit("/publish?group=jardin").await;
    let page = ada.page.clone();
    for _ in 0..2 {
        ada.page = page.clone();
        ada.fill("Texte", "Une fois").choose("Cercle verger").attach("Photos", "a.jpg", photo(90, 60));
        ada.press("Publier")
            .await
            .sees("Publié dans 2 groupes")
            .sees("Voir la publication dans Cercle verger");
    }
    assert_eq!(count(&app, "select count(*) from posts").await, 2);
    // Another choice in a page that was sent already publishes nothing more.
    ada.page = page;
    ada.fill("Texte", "Une fois").choose("Cercle coffre").press("Publier").await.has_status(200);
    assert_eq!(count(&app, "select count(*) from posts").await, 2);
}

#[tokio::test]
async fn what_is_refused_is_named_and_nothing_is_published_or_lost() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    three(&app, &bob, &ada, &carl).await;
    let safe = "insert into memberships (group_id, member_id, role, since) select id, $1, 'member', now() from groups where slug = 'coffre'";
    sqlx::query(safe).bind(ada.id).execute(&app.app.db).await.unwrap();
    ada.visit("/publish?group=jardin").await.fill("Texte", "Trop tard").choose("Cercle verger");
    ada.choose("Cercle coffre").attach("Photos", "a.jpg", photo(90, 60));
    // While the page was open, one group became its managers' own, and another one's member was removed.
    let gone = "delete from memberships m using groups g where g.id = m.group_id and g.slug = 'coffre' and m.member_id = $1";
    sqlx::query(gone).bind(ada.id).execute(&app.app.db).await.unwrap();
    sqlx::query("update groups set may_publish = 'manager' where slug = 'verger'")
        .execute(&app.app.db)
        .await
        .unwrap();
    ada.press("Publier")
        .await
        .has_status(422)
        .sees("« Cercle verger »")
        .sees("Un des groupes cochés n'existe pas");
    ada.sees("Trop tard")
        .has("option[value=jardin][selected]")
        .has("input[name=picture]")
        .misses("Cercle coffre");
    ada.lacks("input[value=coffre]").lacks("input[value=verger]");
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
    // The same page sent again, with what is left.
    ada.press("Publier").await.sees("Votre publication est en ligne.").has(".gallery--1 img");
    // A group that one may not know is told like one that is not there.
    let mut said = Vec::new();
    for slug in ["coffre", "jamais-vu"] {
        ada.visit("/publish?group=jardin&fresh=1").await.fill("Texte", "Ailleurs");
        publish_also(&mut ada, &[slug]).await.has_status(422).sees("Ailleurs");
        said.push(ada.page.text().replace(slug, ""));
    }
    assert_eq!(said[0], said[1]);
    assert_eq!(count(&app, "select count(*) from posts").await, 1);
}

#[tokio::test]
async fn no_more_than_twenty_groups_at_once() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let slugs: Vec<String> = (1..=21).map(|n| format!("rond-{n:02}")).collect();
    for slug in &slugs {
        group(&app, slug, "private", &[&ada]).await;
    }
    ada.visit("/publish?group=rond-01").await.has("#f-also-find").fill("Texte", "Partout");
    let all: Vec<&str> = slugs.iter().map(String::as_str).collect();
    publish_also(&mut ada, &all)
        .await
        .has_status(422)
        .sees("20 groupes au plus à la fois. Décochez-en 1.")
        .sees("Partout");
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
    publish_also(&mut ada, &all[..20]).await.sees("Publié dans 20 groupes");
    assert_eq!(count(&app, "select count(*) from posts").await, 20);
}

#[tokio::test]
async fn photos_files_and_the_poll_are_there_in_each_and_go_with_their_own() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut carl = app.signed_in("Carl Petit").await;
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    group(&app, "coffre", "secret", &[&ada, &carl]).await;
    ada.visit("/publish?group=jardin").await.fill("Texte", "Quelle affiche ?").choose("Cercle coffre");
    ada.fill("Question du sondage", "Laquelle ?").fill("Choix 1", "La bleue").fill("Choix 2", "La verte");
    ada.attach("Photos", "a.jpg", photo(90, 60)).attach("Image du choix 1", "b.jpg", photo(64, 48));
    ada.attach("Documents et vidéos", "plan.pdf", b"%PDF-1.7 plan".to_vec());
    ada.press("Publier").await.sees("Publié dans 2 groupes");
    let (garden, safe) = (post_in(&app, "jardin").await, post_in(&app, "coffre").await);
    assert_eq!(count(&app, "select count(*) from pictures where post_id is not null").await, 2);
    assert_eq!(count(&app, "select count(*) from pictures where poll_id is not null").await, 2);
    assert_eq!(count(&app, "select count(distinct post_id) from files").await, 2);
    for (reader, post) in [(&mut bob, garden), (&mut carl, safe)] {
        reader
            .visit(&format!("/posts/{post}"))
            .await
            .has(".gallery--1 img")
            .has("img.poll__pic")
            .sees("plan.pdf");
        for (tag, name) in
            [(".gallery--1 img", "src"), ("img.poll__pic", "src"), ("a[href^='/files/']", "href")]
        {
            let address = reader.attribute(tag, name).unwrap();
            reader.visit(&address).await.has_status(200);
            reader.visit(&format!("/posts/{post}")).await;
        }
    }
    // Bytes of one are not those of the other.
    let picture = carl.attribute(".gallery--1 img", "src").unwrap();
    bob.visit(&picture).await.has_status(404);
    bob.visit(&format!("/posts/{garden}")).await.choose("La bleue").press("Voter").await.sees("Votre vote");
    carl.visit(&format!("/posts/{safe}")).await.choose("La verte").press("Voter").await.sees("Votre vote");
    assert_eq!(count(&app, "select count(distinct post_id) from poll_voters").await, 2);
    sqlx::query("delete from posts where id = $1").bind(garden).execute(&app.app.db).await.unwrap();
    carl.visit(&picture).await.has_status(200);
}

#[tokio::test]
async fn an_anonymous_poll_has_a_key_of_its_own_in_each_group() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    three(&app, &ada, &bob, &carl).await;
    ada.visit("/publish?group=jardin").await.choose("Cercle verger").fill("Question du sondage", "On y va ?");
    ada.fill("Choix 1", "Oui").fill("Choix 2", "Non").choose("Vote anonyme");
    ada.press("Publier").await.sees("Publié dans 2 groupes");
    assert_eq!(count(&app, "select count(*) from poll_boxes").await, 2);
    for slug in ["jardin", "verger"] {
        let post = post_in(&app, slug).await;
        bob.visit(&format!("/posts/{post}")).await.choose("Oui").press("Voter").await.sees("vote");
    }
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 2);
}

#[tokio::test]
async fn nobody_hears_of_it_twice() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    three(&app, &ada, &bob, &carl).await;
    sqlx::query("update memberships set notify = 'everything'").execute(&app.app.db).await.unwrap();
    ada.visit("/publish?group=jardin").await.fill("Texte", "Récolte, @bob.durand").choose("Cercle verger");
    ada.choose("Cercle coffre").press("Publier").await.sees("Publié dans 3 groupes");
    jobs::run_until_empty(&app.app).await.unwrap();
    for person in [&bob, &carl] {
        let lines: i64 = sqlx::query_scalar("select count(*) from notices where member_id = $1")
            .bind(person.id)
            .fetch_one(&app.app.db)
            .await
            .unwrap();
        assert_eq!(lines, 1);
    }
    assert_eq!(count(&app, "select count(*) from notices where kind = 'mention'").await, 1);
    // Whoever follows one of the groups alone hears of it there.
    sqlx::query("update memberships m set notify = 'nothing' from groups g where g.id = m.group_id and g.slug <> 'verger'")
        .execute(&app.app.db)
        .await
        .unwrap();
    sqlx::query("delete from notices").execute(&app.app.db).await.unwrap();
    ada.visit("/publish?group=jardin")
        .await
        .fill("Texte", "Encore")
        .choose("Cercle verger")
        .choose("Cercle coffre");
    ada.press("Publier").await.sees("Publié dans 3 groupes");
    jobs::run_until_empty(&app.app).await.unwrap();
    assert_eq!(count(&app, "select count(*) from notices where kind = 'posted'").await, 2);
}

#[tokio::test]
async fn it_is_planned_in_each_group_and_published_in_each() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    three(&app, &ada, &bob, &carl).await;
    let day = (app.app.clock.now() + TimeDelta::days(3)).date_naive().to_string();
    ada.visit("/publish?group=jardin").await;
    let page = ada.page.clone();
    for _ in 0..2 {
        ada.page = page.clone();
        ada.fill("Texte", "Plus tard").choose("Cercle verger").attach("Photos", "a.jpg", photo(90, 60));
        ada.fill("Jour", &day).fill("Heure", "09:00").press("Programmer").await.has_status(200);
        ada.sees("Une publication est planifiée dans chacun des 2 groupes.");
    }
    assert_eq!(count(&app, "select count(*) from drafts where publish_at is not null").await, 2);
    app.clock.advance(TimeDelta::days(4));
    let mut tx = app.begin().await;
    tx.enqueue(&PublishDue {}).await.unwrap();
    tx.commit().await.unwrap();
    jobs::run_until_empty(&app.app).await.unwrap();
    for slug in ["jardin", "verger"] {
        let post = post_in(&app, slug).await;
        bob.visit(&format!("/posts/{post}")).await.sees("Plus tard").has(".gallery--1 img");
        bob.sees("Publié aussi dans").has(&format!("a[href^='/posts/']:not([href*='{post}'])"));
    }
    assert_eq!(count(&app, "select count(*) from posts").await, 2);
}

#[tokio::test]
async fn a_draft_keeps_the_groups_that_are_ticked() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let carl = app.signed_in("Carl Petit").await;
    three(&app, &ada, &bob, &carl).await;
    ada.visit("/publish?group=jardin").await;
    let once = ada.attribute("input[name=once]", "value").unwrap();
    let fields = [
        ("once", once.as_str()),
        ("version", "0"),
        ("group", "jardin"),
        ("text", "Plus tard"),
        ("also", "verger"),
        ("also", "jamais-vu"),
    ];
    ada.post("/drafts", &fields).await.has_status(200);
    ada.visit("/publish?group=jardin").await.sees("Brouillon repris").has("#f-also[open]");
    ada.has("input[value=verger][checked]")
        .lacks("input[value=coffre][checked]")
        .sees("3 personnes dans 2 groupes");
    ada.fill("Titre (facultatif)", "Voilà").choose("Cercle coffre").press("Garder en brouillon").await;
    ada.visit(&format!("/publish?draft={once}")).await.has("input[value=coffre][checked]");
    ada.press("Publier").await.sees("Publié dans 2 groupes");
    assert_eq!(count(&app, "select count(*) from drafts").await, 0);
}

#[tokio::test]
async fn guests_publish_in_several_groups_that_let_them() {
    let app = TestApp::start().await;
    let bob = app.signed_in("Bob Durand").await;
    let mut gil = app.person("Gil Dehors").external().signed_in().await;
    let garden = group(&app, "jardin", "private", &[&bob]).await;
    let orchard = group(&app, "verger", "private", &[&bob]).await;
    for group in [garden, orchard] {
        app.belongs(group, gil.id, "guest").await;
    }
    sqlx::query("update groups set may_publish = 'member' where slug = 'verger'")
        .execute(&app.app.db)
        .await
        .unwrap();
    // With one group to publish in there is nothing to tick.
    gil.visit("/publish?group=jardin").await.lacks("#f-also").fill("Texte", "Bonjour");
    publish_also(&mut gil, &["verger"]).await.has_status(422).sees("« Cercle verger »");
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
    sqlx::query("update groups set may_publish = 'guest'").execute(&app.app.db).await.unwrap();
    gil.visit("/publish?group=jardin")
        .await
        .fill("Texte", "Bonjour")
        .choose("Cercle verger")
        .press("Publier")
        .await;
    gil.sees("Publié dans 2 groupes");
}
