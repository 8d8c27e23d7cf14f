//! Choices with pictures: shown to those who may see the post, and gone with them.

use parvis::features::pictures::jobs::sweep;

use super::{count, group, vote};
use crate::{
    features::pictures::photo,
    support::{TestApp, world::Person},
};

const POSTER: [(&str, &str); 3] = [
    ("Question du sondage", "Quelle affiche ?"),
    ("Choix 1", "La bleue"),
    ("Ce que montre l'image du choix 2", "Un arbre en hiver"),
];

/// A poll of two choices: one with words and a picture, one with a picture alone.
async fn pictured(person: &mut Person, options: &[&str], button: &str) {
    person.visit("/publish?group=jardin&fresh=1").await;
    for (label, value) in POSTER {
        person.fill(label, value);
    }
    for words in options {
        person.choose(words);
    }
    person.attach("Image du choix 1", "a.jpg", photo(640, 480));
    person.attach("Image du choix 2", "b.jpg", photo(480, 640));
    person.press(button).await.has_status(200);
}

async fn post(app: &TestApp) -> String {
    let id: uuid::Uuid =
        sqlx::query_scalar("select post_id from polls").fetch_one(&app.app.db).await.unwrap();
    id.to_string()
}

#[tokio::test]
async fn a_choice_has_a_picture_that_those_see_who_may_see_the_post() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Eve Noir").await;
    group(&app, "jardin", "secret", &[&ada, &bob]).await;
    pictured(&mut ada, &["Tout le monde, tout de suite"], "Publier").await;
    let id = post(&app).await;
    let page = format!("/posts/{id}");
    // Words stand beside the picture; where there are none its description stands for them.
    bob.visit(&page)
        .await
        .has(".poll__opt img.poll__pic")
        .sees("La bleue")
        .sees("Un arbre en hiver")
        .lacks(".gallery");
    let shown = bob.attribute("img.poll__pic", "src").unwrap();
    bob.choose("Un arbre en hiver").press("Voter").await.sees("Votre vote : Un arbre en hiver");
    bob.visit(&page).await.has(".poll__bar img.poll__thumb");
    bob.visit(&format!("{page}/poll/results/csv")).await.has_status(200);
    assert!(bob.page.html().contains("Un arbre en hiver"));
    bob.visit(&shown).await.has_status(200);
    eve.visit(&shown).await.has_status(404);
    assert_eq!(
        count(&app, "select count(*) from pictures where poll_id is not null and post_id is null").await,
        2
    );
    // Changing the words of the post leaves the pictures of its poll alone.
    ada.visit(&format!("{page}/edit"))
        .await
        .fill("Titre", "Vote")
        .press("Enregistrer")
        .await
        .has("img.poll__pic");
    // They go with the post.
    sqlx::query("delete from posts").execute(&app.app.db).await.unwrap();
    bob.visit(&shown).await.has_status(404);
    app.clock.advance(chrono::TimeDelta::days(3));
    sweep(&app.app).await.unwrap();
    assert_eq!(count(&app, "select count(*) from pictures").await, 0);
    assert!(app.app.blobs.list("pictures").await.unwrap().is_empty());
}

#[tokio::test]
async fn pictures_of_choices_wait_in_a_draft_and_are_copied_with_their_post() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    pictured(&mut ada, &["Vote anonyme"], "Garder en brouillon").await;
    app.clock.advance(chrono::TimeDelta::days(3));
    sweep(&app.app).await.unwrap();
    assert_eq!(count(&app, "select count(*) from pictures where draft_id is not null").await, 2);
    ada.visit("/publish?group=jardin").await.has("img.pollchoice__img[src]").lacks("li.drop[id]");
    let waiting = ada.attribute("img.pollchoice__img", "src").unwrap();
    bob.visit(&waiting).await.has_status(404);
    ada.visit("/publish?group=jardin").await.press("Publier").await.sees("Votre publication est en ligne.");
    assert_eq!(count(&app, "select count(*) from pictures where poll_id is not null").await, 2);
    let id = post(&app).await;
    vote(&mut bob, parvis::kernel::PostId(id.parse().unwrap()), &["2"]).await;
    assert_eq!(count(&app, "select count(*) from poll_votes").await, 0);
    ada.post(&format!("/posts/{id}/copy"), &[]).await.has("img.pollchoice__img[src]");
    ada.press("Publier").await.sees("Votre publication est en ligne.");
    assert_eq!(count(&app, "select count(distinct poll_id) from pictures").await, 2);
    assert_eq!(count(&app, "select count(*) from pictures where poll_id is not null").await, 4);
}

#[tokio::test]
async fn what_is_wrong_with_a_picture_is_said_beside_it_and_nothing_typed_is_lost() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    ada.visit("/publish?group=jardin").await.fill("Question du sondage", "Quelle affiche ?");
    ada.fill("Choix 1", "La bleue").attach("Image du choix 1", "a.jpg", b"no picture".to_vec());
    ada.attach("Image du choix 2", "b.jpg", photo(300, 200)).press("Publier").await.has_status(422);
    ada.has("#f-poll-image-1-error:not([hidden])").sees("dites ce que montre son image");
    ada.has("input[name=poll-choice-1][value='La bleue']").has("img.pollchoice__img[src]");
    ada.fill("Ce que montre l'image du choix 2", "Un arbre")
        .press("Publier")
        .await
        .sees("Votre publication est en ligne.");
    let id = post(&app).await;
    // Before the first vote a picture can go, or come.
    let edit = format!("/posts/{id}/poll/edit");
    ada.visit(&edit).await.has("img.pollchoice__img[src]").choose("Retirer cette image");
    ada.attach("Image du choix 1", "c.jpg", photo(200, 200)).press("Enregistrer").await.has_status(200);
    ada.has("img.poll__pic").sees("Un arbre");
    assert_eq!(
        count(&app, "select count(*) from pictures where choice = 1 and poll_id is not null").await,
        1
    );
    assert_eq!(count(&app, "select count(*) from pictures where poll_id is not null").await, 1);
    // Somebody else's picture is not taken.
    let other: uuid::Uuid = sqlx::query_scalar("select id from pictures where poll_id is not null")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    let other = other.to_string();
    let stolen = [
        ("group", "jardin"),
        ("poll-question", "À moi ?"),
        ("poll-choice-1", "Oui"),
        ("poll-choice-2", "Non"),
        ("poll-picture-1", other.as_str()),
    ];
    let stolen: Vec<(String, String)> =
        stolen.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let (kind, body) = crate::support::visitor::multipart_body(&stolen, &[]);
    bob.send(axum::http::Method::POST, "/publish", &[("content-type", kind.as_str())], body)
        .await
        .has_status(422);
    assert_eq!(count(&app, "select count(*) from polls").await, 1);
}
