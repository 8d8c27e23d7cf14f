//! Search: what is found, by whom, and what is not.

use chrono::TimeDelta;

use super::posts::{group, publish};
use crate::support::{TestApp, world::Person};

/// The addresses a search can be asked at; each must keep what is not to be seen.
const DOORS: &[&str] = &[
    "/search?q=",
    "/search?type=posts&q=",
    "/search?type=comments&q=",
    "/search?type=groups&q=",
    "/search?type=people&q=",
    "/search?sort=recent&period=year&q=",
    "/search/suggestions?q=",
];

async fn titled(app: &TestApp, person: &mut Person, slug: &str, title: &str, text: &str) {
    person.visit(&format!("/publish?group={slug}")).await;
    person.fill("Titre (facultatif)", title).fill("Texte", text).press("Publier").await.sees("en ligne");
    app.clock.advance(TimeDelta::seconds(1));
}

#[tokio::test]
async fn words_are_found_whatever_their_accents_and_endings() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    titled(
        &app,
        &mut ada,
        "jardin",
        "Événement d’été",
        "Voici les **préparations** des réunions & l'atelier <b>bois</b>.",
    )
    .await;
    for words in [
        "evenement ete",
        "événements",
        "préparation",
        "réunion",
        "évènem",
        "atelier bois",
        "\"événement d'été\"",
    ] {
        ada.visit(&format!("/search?q={}", words.replace(' ', "+").replace('"', "%22").replace('\'', "%27")))
            .await
            .has_status(200)
            .sees("1 résultat")
            .sees("Événement d’été")
            .has("mark");
    }
    ada.visit("/search?q=atelier").await.sees("réunions & l").sees("<b>bois").lacks("main b");
    ada.visit("/search?q=bois+-atelier").await.sees("Aucun résultat").lacks(".found__hit");
    ada.visit("/search?q=%22bois+atelier%22").await.lacks(".found__hit");
    ada.visit("/search/suggestions?q=evenem").await.has("a[role='option']").sees("Événement d’été");
}

#[tokio::test]
async fn comments_are_found_and_lead_to_their_place() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Une question").await;
    ada.post(&format!("/posts/{post}/comments"), &[("body", "Parlons du compostage")]).await;
    ada.visit("/search?q=compost")
        .await
        .sees("Commentaire sur")
        .sees("compostage")
        .has("main a[href*='?comment=']");
    ada.visit("/search?q=compost&type=posts")
        .await
        .sees("Ces mots se trouvent ailleurs")
        .sees("Commentaires (1)");
}

#[tokio::test]
async fn what_one_may_not_see_is_neither_found_nor_counted_nor_offered() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    group(&app, "coffre", "secret", &[&ada]).await;
    group(&app, "cour", "private", &[&ada]).await;
    group(&app, "place", "open", &[&ada]).await;
    titled(&app, &mut ada, "coffre", "Le trésor", "Sous le chêne zinzolin").await;
    titled(&app, &mut ada, "cour", "Le trésor privé", "Un autre zinzolin").await;
    ada.visit("/search?q=zinzolin").await.sees("2 résultats");
    for door in DOORS {
        for words in ["zinzolin", "trésor", "zinzolim"] {
            eve.visit(&format!("{door}{words}"))
                .await
                .has_status(200)
                .lacks("h3")
                .misses("trésor privé")
                .misses("chêne")
                .misses("Vouliez-vous");
            guest.visit(&format!("{door}{words}")).await.lacks("h3").misses("chêne");
        }
    }
    titled(&app, &mut ada, "place", "Sur la place", "Zinzolin pour tous").await;
    eve.visit("/search?q=zinzolin")
        .await
        .sees("1 résultat")
        .sees("Sur la place")
        .misses("Cercle coffre")
        .misses("Cercle cour");
    // A guest reads only groups that invited them, also where they are open, and knows only the people there.
    guest.visit("/search?q=zinzolin").await.sees("Aucun résultat").lacks("select option[value='place']");
    guest.visit("/search?q=martin").await.misses("Ada Martin");
    eve.visit(&format!("/search?q=zinzolin&author={}", ada.id)).await.sees("Ada Martin (1)");
    eve.visit("/search?q=zinzolin&group=coffre").await.sees("Aucun résultat").misses("Cercle coffre");
    guest.visit(&format!("/search?q=zinzolin&author={}", ada.id)).await.misses("Ada Martin");
}

#[tokio::test]
async fn what_is_gone_or_moved_is_not_found_at_once() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    let open = group(&app, "place", "open", &[&ada]).await;
    let post = publish(&app, &mut ada, "place", "Un mot rare : zinzolin").await;
    ada.post(&format!("/posts/{post}/comments"), &[("body", "Oui, zinzolin")]).await;
    eve.visit("/search?q=zinzolin").await.sees("2 résultats");
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    eve.visit("/search?q=zinzolin").await.lacks(".found__hit");
    ada.post(&format!("/posts/{post}/restoration"), &[]).await;
    eve.visit("/search?q=zinzolin").await.sees("2 résultats");
    sqlx::query("update groups set level = 'secret' where id = $1")
        .bind(open)
        .execute(&app.app.db)
        .await
        .unwrap();
    eve.visit("/search?q=zinzolin").await.lacks(".found__hit");
    let closed = group(&app, "autre", "open", &[]).await;
    sqlx::query("update posts set group_id = $1 where id = $2")
        .bind(closed)
        .bind(post)
        .execute(&app.app.db)
        .await
        .unwrap();
    eve.visit("/search?q=zinzolin&group=autre").await.sees("2 résultats");
    let version = ada.visit(&format!("/posts/{post}/edit")).await.attribute("input[name='version']", "value");
    assert!(version.is_none(), "whoever is not in the group does not edit there");
    sqlx::query("delete from posts where id = $1").bind(post).execute(&app.app.db).await.unwrap();
    let left: i64 =
        sqlx::query_scalar("select count(*) from search_texts").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn results_narrow_by_group_author_and_period() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    group(&app, "chant", "open", &[&ada, &bob]).await;
    publish(&app, &mut ada, "jardin", "Le calendrier des semis").await;
    app.clock.advance(TimeDelta::days(400));
    bob.returns(&app).await;
    publish(&app, &mut bob, "chant", "Le calendrier des concerts").await;
    bob.visit("/search?q=calendrier")
        .await
        .sees("2 résultats")
        .sees("Cercle jardin (1)")
        .sees("Bob Durand (1)");
    bob.visit("/search?q=calendrier&group=jardin")
        .await
        .sees("semis")
        .misses("concerts")
        .sees("Retirer les filtres");
    let his = format!("/search?q=calendrier&author={}", bob.id);
    bob.visit(&his).await.sees("concerts").misses("semis");
    bob.visit("/search?q=calendrier&period=month").await.sees("concerts").misses("semis");
    bob.visit("/search?q=calendrier&sort=recent&page=2").await.has_status(200).sees("2 résultats");
    bob.visit("/search?q=semis&group=chant")
        .await
        .sees("Aucun résultat")
        .sees("Ces mots se trouvent ailleurs");
    // Without script the same form narrows.
    bob.visit("/search?q=calendrier").await.choose("Cercle jardin (1)");
    bob.press("Rechercher").await.sees("semis").misses("concerts");
}

#[tokio::test]
async fn a_slip_of_the_keyboard_is_understood() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    let mut gil = app.person("Gil Invité").external().signed_in().await;
    let garden = group(&app, "jardin", "open", &[&ada]).await;
    group(&app, "coffre", "secret", &[&ada]).await;
    publish(&app, &mut ada, "jardin", "Préparer l'assemblée générale").await;
    publish(&app, &mut ada, "coffre", "Un licenciement se prépare").await;
    // A guest is helped with the words of the groups that invited them.
    gil.visit("/search?q=asemblée").await.has_status(200).misses("Vouliez-vous dire");
    app.belongs(garden, gil.id, "guest").await;
    gil.visit("/search?q=asemblée").await.sees("Vouliez-vous dire").sees("assemblée");
    gil.visit("/search?q=licensiement").await.misses("Vouliez-vous dire");
    eve.visit("/search?q=asemblée")
        .await
        .sees("Vouliez-vous dire")
        .click("assemblée")
        .await
        .sees("1 résultat");
    eve.visit("/search?q=martni").await.sees("Ada Martin");
    // No word of what one may not read.
    eve.visit("/search?q=licensiement").await.misses("Vouliez-vous dire");
    ada.visit("/search?q=licensiement").await.sees("Vouliez-vous dire").sees("licenciement");
}

#[tokio::test]
async fn odd_questions_have_an_answer() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    publish(&app, &mut ada, "jardin", "Bijoux en or").await;
    for words in [
        "%27%3A*",
        "a%26%26%7C%7C",
        "%22%22%22",
        "-",
        "--",
        "%5C",
        "or",
        "%28%29%21",
        "%3C-%3E",
        "%F0%9F%98%80%F0%9F%98%80",
        "%25%25%5F",
        "%40post+%40gxx",
        "le+la+les",
        "-or",
        "a%27b%27c%3A*",
    ] {
        ada.visit(&format!("/search?q={words}")).await.has_status(200);
        ada.visit(&format!("/search/suggestions?q={words}")).await.has_status(200);
    }
    ada.visit("/search?q=bijoux+or").await.sees("1 résultat");
    ada.visit("/search?q=bijoux&type=x&group=y&author=z&period=w&sort=v&page=-1").await.has_status(200);
    ada.visit("/search").await.sees("Que cherchez-vous");
}

#[tokio::test]
async fn groups_and_people_are_found_by_those_who_may_know_them() {
    let app = TestApp::start().await;
    let mut elodie = app.signed_in("Élodie Tremblay").await;
    let mut guest = app.person("Gaston").external().signed_in().await;
    sqlx::query(
        "insert into groups (id, slug, name, purpose, level, created_at) values
         (gen_random_uuid(), 'voiles-a1', 'Voiles et régates', 'Naviguer', 'private', now()),
         (gen_random_uuid(), 'voiles-b2', 'Voiles secrètes', 'Se taire', 'secret', now())",
    )
    .execute(&app.app.db)
    .await
    .unwrap();
    elodie.visit("/search?q=regate").await.has_status(200).sees("Voiles et régates");
    elodie.visit("/search?q=voiles").await.sees("Voiles et régates").misses("secrètes");
    elodie.visit("/search/suggestions?q=trembley").await.has("a[role='option']").sees("Élodie Tremblay");
    for address in [
        "/search?q=voiles",
        "/search/suggestions?q=voiles",
        "/search?q=elodie",
        "/search/suggestions?q=elodie",
    ] {
        guest.visit(address).await.has_status(200).misses("régates").misses("Tremblay");
    }
    app.visitor().visit("/search/suggestions?q=voiles").await.misses("régates");
}

#[tokio::test]
async fn words_that_statistics_do_not_know_are_found_like_others() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    for day in 1..=3 {
        publish(&app, &mut ada, "jardin", &format!("Récolte du jour {day}")).await;
    }
    // Much of the same, which nobody reads, so that there is something to count.
    let more = "insert into search_texts (id, kind, post_id, group_id, author_id, at, words, hashtags)
                select gen_random_uuid(), 'comment', t.post_id, t.group_id, t.author_id, t.at - interval '1 day', t.words, '{}'
                from search_texts t cross join generate_series(1, 400)";
    sqlx::query(more).execute(&app.app.db).await.unwrap();
    sqlx::query("analyze search_texts").execute(&app.app.db).await.unwrap();
    publish(&app, &mut ada, "jardin", "Un smalt et un zinzolin").await;
    for (words, seldom) in [("smalt zinzolin", true), ("récolte", false)] {
        let guess = "select expected < every * 0.01 from expected_texts(search_question($1, '', ''))";
        let guess: bool = sqlx::query_scalar(guess).bind(words).fetch_one(&app.app.db).await.unwrap();
        assert_eq!(guess, seldom, "{words}");
    }
    ada.visit("/search?q=smalt+zinzolin").await.sees("1 résultat").sees("Un smalt et un zinzolin");
    ada.visit("/search?q=recolte+jour").await.sees("3 résultats");
    ada.visit("/search?q=smalt+pourpre").await.sees("Aucun résultat");
}
