//! Reactions: one of each kind per person, whatever is sent how often, and who may know who gave them.

use super::scene::{self, Scene};

#[tokio::test]
async fn a_reaction_is_a_switch_that_may_be_sent_twice() {
    let mut scene = Scene::open().await;
    let to = format!("/posts/{}/reactions", scene.post);
    let bob = scene.bob.as_fragment();
    for _ in 0..2 {
        bob.post(&to, &[("on", "👏")]).await.has_status(200);
        bob.has("button[aria-pressed='true'][name='off']").sees("👏1 applaudissements");
    }
    let ada = scene.ada.as_fragment();
    ada.post(&to, &[("on", "👏")]).await.sees("👏2");
    for _ in 0..2 {
        ada.post(&to, &[("off", "👏")])
            .await
            .has_status(200)
            .sees("👏1")
            .has("button[aria-pressed='false'][name='on']");
    }
    assert_eq!(scene.facts().await, ["post_reacted", "post_reacted", "post_reaction_withdrawn"]);
}

#[tokio::test]
async fn comments_take_reactions_too() {
    let mut scene = Scene::open().await;
    let id = scene.comment(scene.ada.id, "Bravo", None).await;
    let to = format!("/comments/{id}/reactions");
    scene
        .bob
        .as_fragment()
        .post(&to, &[("on", "❤")])
        .await
        .has_status(200)
        .has(&format!("#reactions-{id} button[aria-pressed='true']"));
    scene.bob.post(&to, &[("off", "❤️")]).await.lacks("button[aria-pressed]");
    assert_eq!(scene.facts().await, ["comment_reacted", "comment_reaction_withdrawn"]);
}

#[tokio::test]
async fn what_is_no_emoji_is_no_reaction() {
    let mut scene = Scene::open().await;
    let to = format!("/posts/{}/reactions", scene.post);
    for bad in ["", "bravo", "👏👏", "<script>"] {
        scene.bob.post(&to, &[("on", bad)]).await.has_status(422).sees("Ce n'est pas un emoji");
    }
    assert_eq!(scene.number("select count(*) from post_reactions").await, 0);
}

#[tokio::test]
async fn twenty_kinds_are_enough() {
    let mut scene = Scene::open().await;
    let to = format!("/posts/{}/reactions", scene.post);
    scene.bob.visit(&format!("{to}/pick")).await.has_status(200).sees("Choisir une réaction");
    let kinds = [
        "👍", "👏", "💡", "🙌", "😊", "😂", "😄", "😉", "😍", "🥰", "🤩", "😎", "🤗", "🤔", "😮", "😢", "😭",
        "😅", "🙄", "😱",
    ];
    scene.bob.as_fragment();
    for kind in kinds {
        scene.bob.post(&to, &[("on", kind)]).await.has_status(200);
    }
    scene.bob.post(&to, &[("on", "🚀")]).await.has_status(409).sees("vingt réactions");
    // What is there can still be given.
    scene.ada.as_fragment().post(&to, &[("on", "👍")]).await.has_status(200);
}

#[tokio::test]
async fn only_members_of_the_group_react() {
    let mut scene = Scene::open().await;
    let to = format!("/posts/{}/reactions", scene.post);
    let mut outsider = scene.app.signed_in("Zoé Caron").await;
    outsider.post(&to, &[("on", "👍")]).await.has_status(404);
    scene.run("update groups set level = 'open'").await;
    outsider.post(&to, &[("on", "👍")]).await.has_status(403);
    outsider.visit(&format!("{to}/pick")).await.has_status(403);
    outsider.visit(&to).await.has_status(200).sees("Personne n'a encore réagi");
    scene.run("update groups set archived_at = now()").await;
    scene.bob.post(&to, &[("on", "👍")]).await.has_status(403);
    assert_eq!(scene.number("select count(*) from post_reactions").await, 0);
}

#[tokio::test]
async fn guests_read_a_number_for_people_they_may_not_know() {
    let scene = Scene::open().await;
    let mut guest = scene.app.person("Gaël Petit").external().signed_in().await;
    scene::belongs(&scene.app, scene.group, guest.id, "guest").await;
    let to = format!("/posts/{}/reactions", scene.post);
    let Scene { app, mut ada, mut bob, .. } = scene;
    ada.as_fragment().post(&to, &[("on", "💡")]).await.has_status(200);
    bob.as_fragment().post(&to, &[("on", "💡")]).await.has_status(200);
    guest.visit(&to).await.sees("Ada Lovelace").sees("Bob Marin");
    sqlx::query("delete from memberships where member_id = $1")
        .bind(bob.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    guest.visit(&to).await.sees("Ada Lovelace").sees("et 1 autre personne").misses("Bob Marin");
    ada.post(&to, &[("off", "💡")]).await;
    guest.visit(&to).await.sees("1 personne").misses("Bob Marin").misses("Ada Lovelace");
}
