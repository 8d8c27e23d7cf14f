//! One discussion in several groups: whoever reads one of them reads it and answers there, and nobody learns of a group
//! that they may not know.

use chrono::TimeDelta;
use parvis::{features::planning::PublishDue, jobs, jobs::Enqueue as _, kernel::PostId};

use super::{polls::count, posts::group};
use crate::{
    live,
    support::{TestApp, world::Person},
};

/// The only post there is.
async fn the_post(app: &TestApp) -> PostId {
    PostId(sqlx::query_scalar("select id from posts").fetch_one(&app.app.db).await.expect("one post"))
}

/// Publishes one discussion in a group and others.
async fn discuss(app: &TestApp, person: &mut Person, slug: &str, also: &[&str], text: &str) -> PostId {
    person.visit(&format!("/publish?group={slug}")).await.fill("Texte", text);
    for group in also {
        person.insist("also", group);
    }
    person.choose("Une seule discussion").press("Publier").await.sees("une seule discussion dans");
    the_post(app).await
}

/// Ada writes; Bob belongs to the garden, Carl to the secret safe, Eve to neither.
async fn four(app: &TestApp) -> [Person; 4] {
    let people = [
        app.signed_in("Ada Martin").await,
        app.signed_in("Bob Durand").await,
        app.signed_in("Carl Petit").await,
        app.signed_in("Eve Noir").await,
    ];
    let [ada, bob, carl, _] = &people;
    group(app, "jardin", "private", &[ada, bob]).await;
    group(app, "coffre", "secret", &[ada, carl]).await;
    people
}

#[tokio::test]
async fn readers_of_all_its_groups_read_it_and_answer_each_other() {
    let app = TestApp::start().await;
    let [mut ada, mut bob, mut carl, mut eve] = four(&app).await;
    let post = discuss(&app, &mut ada, "jardin", &["coffre"], "Une **serre** commune").await;
    assert_eq!(count(&app, "select count(*) from posts").await, 1);
    // Its author knows both groups; of the others each sees the one that they know.
    ada.visit(&format!("/posts/{post}")).await.sees("Une seule discussion dans Cercle coffre, Cercle jardin");
    bob.visit(&format!("/posts/{post}"))
        .await
        .sees("serre commune")
        .sees("dans Cercle jardin et pour d'autres");
    assert!(!bob.page.html().contains("coffre"));
    carl.visit(&format!("/posts/{post}")).await.sees("serre commune").sees("dans Cercle coffre");
    eve.visit(&format!("/posts/{post}")).await.has_status(404);
    // In the feed of each, once, and on the pages of both groups.
    for (person, slug) in [(&mut bob, "jardin"), (&mut carl, "coffre")] {
        person.visit("/feed").await.sees("serre commune").has(&format!("#post-{post}"));
        person.visit(&format!("/groups/{slug}")).await.sees("serre commune");
        person.visit("/feed?show=unread").await.sees("serre commune");
    }
    ada.visit("/feed").await;
    assert_eq!(ada.page.html().matches(&format!("id=\"post-{post}\"")).count(), 1);
    for slug in ["jardin", "coffre"] {
        ada.visit(&format!("/groups/{slug}")).await.has(&format!("#post-{post}"));
    }
    eve.visit("/feed").await.misses("serre commune");
    // They answer each other.
    let comments = format!("/posts/{post}/comments");
    bob.post(&comments, &[("body", "Je viens")]).await;
    carl.visit(&format!("/posts/{post}")).await.sees("Je viens").sees("Bob Durand");
    carl.post(&comments, &[("body", "Moi aussi, @bob.durand")]).await;
    carl.post(&format!("/posts/{post}/reactions"), &[("on", "👍")]).await;
    bob.visit(&format!("/posts/{post}")).await.sees("Moi aussi").sees("Carl Petit").sees("👍");
    eve.post(&format!("/posts/{post}/comments"), &[("body", "Et moi")]).await.has_status(404);
    assert_eq!(count(&app, "select count(*) from comments").await, 2);
    // Each hears of it where they read it.
    jobs::run_until_empty(&app.app).await.unwrap();
    bob.visit("/notifications").await.sees("vous mentionne").misses("coffre");
    carl.visit("/notifications").await.misses("jardin");
    // Its reader counts are those of both groups.
    ada.visit(&format!("/posts/{post}")).await.sees("sur 2 personnes");
}

#[tokio::test]
async fn the_search_finds_it_in_each_of_its_groups_and_for_nobody_else() {
    let app = TestApp::start().await;
    let [mut ada, mut bob, mut carl, mut eve] = four(&app).await;
    let post = discuss(&app, &mut ada, "jardin", &["coffre"], "Le zinzolin revient").await;
    bob.post(&format!("/posts/{post}/comments"), &[("body", "Du smalt plutôt")]).await;
    for (word, what) in [("zinzolin", "Le zinzolin revient"), ("smalt", "Du smalt plutôt")] {
        carl.visit(&format!("/search?q={word}")).await.sees(what).sees("Cercle coffre").misses("jardin");
        carl.visit(&format!("/search?q={word}&group=coffre")).await.sees(what);
        bob.visit(&format!("/search?q={word}&group=jardin")).await.sees(what).misses("coffre");
        eve.visit(&format!("/search?q={word}")).await.misses(what);
    }
    ada.post(&format!("/posts/{post}/groups/coffre/withdrawal"), &[]).await;
    carl.visit("/search?q=zinzolin").await.misses("Le zinzolin revient");
    carl.visit("/search?q=smalt").await.misses("Du smalt plutôt");
    bob.visit("/search?q=smalt").await.sees("Du smalt plutôt");
}

#[tokio::test]
async fn open_pages_of_all_its_groups_hear_of_it() {
    let (app, address) = live::open().await;
    let [mut ada, mut bob, carl, _] = four(&app).await;
    let mut open = live::page(address, &carl, &["home"], None).await;
    live::listeners(&app, 1).await;
    let post = discuss(&app, &mut ada, "jardin", &["coffre"], "Écoutez").await;
    let told = live::hear(&mut open, "new-post").await.expect("the page hears of it");
    assert_eq!(told["id"].as_str(), Some(&*format!("post-{post}")));
    let mark = told["a"].as_i64();
    bob.post(&format!("/posts/{post}/comments"), &[("body", "J'entends")]).await;
    let told = live::hear(&mut open, "fragment").await.expect("the page hears the comment");
    assert!(told.to_string().contains("entends"));
    assert!(!told.to_string().contains("jardin"));
    // A page that was away while somebody of the other group answered is told when it returns.
    let mut back = live::page(address, &carl, &["home"], mark).await;
    assert!(live::hear(&mut back, "fragment").await.expect("told").to_string().contains("entends"));
    // Taken out of one group it leaves the pages of whoever read it there alone, and stays on those of who reads both.
    let mut both = live::page(address, &ada, &["home"], None).await;
    live::listeners(&app, 3).await;
    ada.post(&format!("/posts/{post}/groups/coffre/withdrawal"), &[]).await;
    let gone = live::hear(&mut open, "remove").await.expect("it leaves the page");
    assert_eq!(gone["id"].as_str(), Some(&*format!("post-{post}")));
    bob.visit("/publish?group=jardin").await.fill("Texte", "La suite").press("Publier").await;
    let told = live::hear_until(&mut both, "new-post").await.expect("the page goes on");
    assert!(told.iter().all(|message| message["k"] != "remove"), "{told:?}");
}

#[tokio::test]
async fn guests_read_along_and_learn_of_nobody_whom_they_do_not_meet() {
    let (app, address) = live::open().await;
    let [mut ada, mut bob, mut carl, _] = four(&app).await;
    let mut gil = app.person("Gil Dehors").external().signed_in().await;
    let safe = "insert into memberships (group_id, member_id, role, since) select id, $1, 'guest', now() from groups where slug = 'coffre'";
    sqlx::query(safe).bind(gil.id).execute(&app.app.db).await.unwrap();
    let post = discuss(&app, &mut ada, "jardin", &["coffre"], "Avec des invités").await;
    let mut open = live::page(address, &gil, &[&format!("post:{post}")], None).await;
    live::listeners(&app, 1).await;
    let comments = format!("/posts/{post}/comments");
    bob.post(&comments, &[("body", "Du jardin")]).await;
    let told = live::hear(&mut open, "fragment").await.expect("the page hears the comment").to_string();
    assert!(told.contains("Du jardin") && !told.contains("Bob"), "{told}");
    carl.post(&comments, &[("body", "Du coffre")]).await;
    gil.visit(&format!("/posts/{post}")).await.sees("Du jardin").sees("Du coffre").sees("Carl Petit");
    gil.misses("Bob Durand").misses("jardin.").sees("Personne que vous ne pouvez pas voir ici");
    gil.post(&comments, &[("body", "J'en suis")]).await;
    bob.visit(&format!("/posts/{post}")).await.sees("J'en suis").sees("Gil Dehors");
}

#[tokio::test]
async fn managers_of_another_of_its_groups_take_it_out_of_theirs_and_no_more() {
    let app = TestApp::start().await;
    let [mut ada, mut bob, mut carl, mut eve] = four(&app).await;
    let manages = "update memberships set role = 'manager', notify = 'everything' where member_id = $1";
    sqlx::query(manages).bind(carl.id).execute(&app.app.db).await.unwrap();
    let post = discuss(&app, &mut ada, "jardin", &["coffre"], "À retirer").await;
    jobs::run_until_empty(&app.app).await.unwrap();
    carl.visit("/notifications").await.sees("À retirer");
    for verb in ["removal", "pin", "announcement", "closure"] {
        carl.post(&format!("/posts/{post}/{verb}"), &[("on", "1")]).await;
        assert!([403, 404, 405].contains(&carl.page.status.as_u16()), "{verb}: {}", carl.page.status);
    }
    for person in [&mut bob, &mut eve] {
        person.post(&format!("/posts/{post}/groups/coffre/withdrawal"), &[]).await.has_status(404);
    }
    carl.post(&format!("/posts/{post}/groups/jardin/withdrawal"), &[]).await.has_status(404);
    carl.visit("/feed").await.has(&format!("a[href='/posts/{post}/audience']"));
    carl.visit(&format!("/posts/{post}/audience"))
        .await
        .sees("Cercle coffre")
        .misses("Déplacer dans")
        .sees("Son groupe");
    carl.press("Retirer du groupe Cercle coffre").await.sees("La publication n'est plus dans Cercle coffre.");
    carl.visit(&format!("/posts/{post}")).await.has_status(404);
    carl.visit("/groups/coffre").await.misses("À retirer");
    carl.visit("/notifications").await.misses("À retirer");
    bob.visit(&format!("/posts/{post}")).await.sees("À retirer").misses("Une seule discussion");
    // Who reads along changes nothing, nor does an ordinary reader see the way to it.
    bob.visit("/feed").await.lacks(&format!("a[href='/posts/{post}/audience']"));
    assert_eq!(count(&app, "select count(*) from activity where kind = 'post_withdrawn'").await, 1);
    // Whoever took it out puts it back, nobody else does, and not behind the back of whom it was moved from.
    let back = format!("/posts/{post}/groups/coffre/return");
    for person in [&mut ada, &mut bob, &mut eve] {
        person.post(&back, &[]).await.has_status(404);
    }
    carl.post(&back, &[]).await.has_status(200).sees("La publication est de nouveau dans Cercle coffre.");
    carl.visit("/groups/coffre").await.sees("À retirer");
    carl.post(&back, &[]).await.has_status(404);
    carl.post(&format!("/posts/{post}/groups/coffre/withdrawal"), &[]).await.sees("Annuler");
    group(&app, "verger", "private", &[&ada]).await;
    ada.post(&format!("/posts/{post}/audience"), &[("to", "verger")]).await;
    carl.post(&back, &[]).await.has_status(404);
}

#[tokio::test]
async fn moved_it_stands_in_one_group_and_comes_back_to_all_of_them() {
    let app = TestApp::start().await;
    let [mut ada, mut bob, mut carl, _] = four(&app).await;
    group(&app, "verger", "private", &[&ada]).await;
    let post = discuss(&app, &mut ada, "jardin", &["coffre"], "Ici et là").await;
    ada.visit(&format!("/posts/{post}/audience?to=verger")).await.sees("2 personnes perdent l'accès");
    ada.sees("Bob Durand").sees("Carl Petit").press("Déplacer la publication").await;
    for person in [&mut bob, &mut carl] {
        person.visit(&format!("/posts/{post}")).await.has_status(404);
        person.visit("/feed").await.misses("Ici et là");
    }
    ada.post(&format!("/posts/{post}/return"), &[]).await;
    for person in [&mut bob, &mut carl] {
        person.visit(&format!("/posts/{post}")).await.sees("Ici et là").sees("Une seule discussion");
    }
}

#[tokio::test]
async fn all_its_groups_vote_confirm_and_carry_the_labels_of_the_platform() {
    let app = TestApp::start().await;
    let [mut ada, _, mut carl, _] = four(&app).await;
    sqlx::query("update memberships set role = 'manager' where member_id = $1")
        .bind(ada.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    ada.visit("/publish?group=jardin").await.fill("Texte", "Quel jour ?").insist("also", "coffre");
    ada.fill("Question du sondage", "Quel jour ?").fill("Choix 1", "Lundi").fill("Choix 2", "Mardi");
    ada.choose("Une seule discussion").press("Publier").await;
    let post = the_post(&app).await;
    carl.visit(&format!("/posts/{post}")).await.choose("Mardi").press("Voter").await;
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 1);
    ada.post(&format!("/posts/{post}/announcement"), &[("on", "1")]).await;
    ada.post(&format!("/posts/{post}/reminder"), &[]).await;
    jobs::run_until_empty(&app.app).await.unwrap();
    let letter =
        "select to_jsonb(l)::text from letters l where kind = 'acknowledgement_reminder' and member_id = $1";
    let letter: String = sqlx::query_scalar(letter).bind(carl.id).fetch_one(&app.app.db).await.unwrap();
    assert!(letter.contains("Cercle coffre") && !letter.contains("jardin"), "{letter}");
    carl.visit(&format!("/posts/{post}")).await.press("Lu et compris").await;
    ada.visit(&format!("/posts/{post}/readers")).await.sees("Carl Petit").sees("Bob Durand");
    let labels = "insert into labels (id, group_id, name, hue, made_at)
                  select gen_random_uuid(), g.id, coalesce('De ' || g.slug, 'De tous'), 'blue', now()
                  from (select id, slug from groups where slug = 'jardin' union all select null, null) g";
    sqlx::query(labels).execute(&app.app.db).await.unwrap();
    ada.visit(&format!("/posts/{post}/labels")).await.sees("De tous").misses("De jardin");
}

#[tokio::test]
async fn it_can_be_planned_and_is_refused_as_a_whole() {
    let app = TestApp::start().await;
    let [mut ada, mut bob, mut carl, _] = four(&app).await;
    for (text, right) in [("Demain", true), ("Jamais", false)] {
        ada.visit("/publish?group=jardin").await.fill("Texte", text).insist("also", "coffre");
        ada.choose("Une seule discussion");
        let day = (app.app.clock.now() + TimeDelta::days(3)).date_naive().to_string();
        ada.fill("Jour", &day).fill("Heure", "09:00").press("Programmer").await.has_status(200);
        ada.sees("une seule discussion dans 2 groupes");
        assert_eq!(count(&app, "select count(*) from drafts where publish_at is not null").await, 1);
        if !right {
            let gone = "delete from memberships m using groups g where g.id = m.group_id and g.slug = 'coffre' and m.member_id = $1";
            sqlx::query(gone).bind(ada.id).execute(&app.app.db).await.unwrap();
        }
        app.clock.advance(TimeDelta::days(4));
        let mut tx = app.begin().await;
        tx.enqueue(&PublishDue {}).await.unwrap();
        tx.commit().await.unwrap();
        jobs::run_until_empty(&app.app).await.unwrap();
        for person in [&mut bob, &mut carl] {
            person.visit("/feed").await;
            if right {
                person.sees(text)
            } else {
                person.misses(text)
            };
        }
        ada.returns(&app).await;
    }
    assert_eq!(count(&app, "select count(*) from posts").await, 1);
    ada.visit("/notifications").await.sees("n'a pas pu paraître");
}

#[tokio::test]
async fn what_one_group_refuses_is_published_in_none() {
    let app = TestApp::start().await;
    let [mut ada, bob, carl, _] = four(&app).await;
    group(&app, "verger", "private", &[&bob, &carl]).await;
    ada.visit("/publish?group=jardin").await.fill("Texte", "Trop loin").insist("also", "verger");
    ada.choose("Une seule discussion").press("Publier").await.has_status(422).sees("Trop loin");
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
    ada.has("input[name=joint][value=yes][checked]");
}

#[tokio::test]
async fn a_post_is_the_same_row_through_whichever_group_it_is_met() {
    let app = TestApp::start().await;
    let [mut ada, bob, carl, eve] = four(&app).await;
    discuss(&app, &mut ada, "jardin", &["coffre"], "La même").await;
    let same = "select count(*) from visible_posts($1) v join posts p on p.id = v.id
                where to_jsonb(v) - 'group_id' = to_jsonb(p) - 'group_id'";
    for (person, rows) in [(&ada, 1), (&bob, 1), (&carl, 1), (&eve, 0)] {
        let seen: i64 = sqlx::query_scalar(same).bind(person.id).fetch_one(&app.app.db).await.unwrap();
        assert_eq!(seen, rows);
    }
}
