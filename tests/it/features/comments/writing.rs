//! Writing, answering, editing and removing comments: the journeys, and beside each who is refused.

use axum::http::Method;
use parvis::{
    authz::{CommentOnPost, standing},
    db::Tx,
    features::comments::{CommentBody, CommentRefused, NewComment, verbs},
    i18n::Locale,
    kernel::{CommentId, Failure},
};

use super::scene::Scene;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

async fn last(scene: &Scene) -> CommentId {
    sqlx::query_scalar("select id from comments order by created_at desc, id desc limit 1")
        .fetch_one(scene.db())
        .await
        .unwrap()
}

#[tokio::test]
async fn a_comment_leads_to_its_place_in_the_thread() {
    let mut scene = Scene::open().await;
    let to = scene.comments();
    scene.bob.send(Method::POST, &to, &[FORM], b"body=Avec+plaisir".to_vec()).await.has_status(303);
    let id = last(&scene).await;
    let location = scene.bob.page.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(location, format!("/posts/{}?comment={id}#comment-{id}", scene.post));
    assert_eq!(scene.facts().await, ["comment_written"]);
}

#[tokio::test]
async fn a_script_gets_the_new_comment_and_an_emptied_form() {
    let mut scene = Scene::open().await;
    let to = scene.comments();
    scene
        .bob
        .as_fragment()
        .post(&to, &[("body", "Avec **plaisir**")])
        .await
        .has_status(200)
        .sees("Avec plaisir")
        .sees("Bob Marin");
    let id = last(&scene).await;
    scene
        .bob
        .has(&format!("li#comment-{id} strong"))
        .has(&format!("form#write-{} textarea", scene.post))
        .lacks("li#comment-x");
    assert_eq!(scene.bob.attribute("textarea[aria-invalid]", "id"), None);
}

#[tokio::test]
async fn the_form_for_an_answer_comes_when_it_is_asked_for() {
    let mut scene = Scene::open().await;
    let id = scene.comment(scene.ada.id, "Qui vient ?", None).await;
    let (page, form) = (format!("/posts/{}", scene.post), format!("/comments/{id}/replies"));
    scene.bob.visit(&page).await.has(&format!("a[href='{form}']")).lacks(&format!("#reply-{id}"));
    // Without script it is a page of its own, which shows what is answered.
    scene
        .bob
        .visit(&form)
        .await
        .has_status(200)
        .sees("Qui vient ?")
        .fill("Écrire une réponse", "Moi")
        .press("Envoyer")
        .await;
    scene.bob.visit(&page).await.sees("Moi");
    scene.bob.as_fragment().visit(&form).await.has(&format!("form#reply-{id} textarea[autofocus]"));
    let mut outsider = scene.app.signed_in("Zoé Caron").await;
    outsider.visit(&form).await.has_status(404);
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_comment() {
    let mut scene = Scene::open().await;
    let (to, once) = (scene.comments(), uuid::Uuid::now_v7().to_string());
    let fields = [("body", "Une fois"), ("once", once.as_str())];
    scene.bob.as_fragment().post(&to, &fields).await.has_status(200);
    scene.bob.post(&to, &fields).await.has_status(200).sees("Une fois");
    assert_eq!(scene.number("select count(*) from comments").await, 1);
    // Someone else's form with the same id is another form.
    scene.ada.as_fragment().post(&to, &fields).await.has_status(200);
    assert_eq!(scene.number("select count(*) from comments").await, 2);
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_with_what_was_typed() {
    let mut scene = Scene::open().await;
    let to = scene.comments();
    scene.bob.post(&to, &[("body", "   ")]).await.has_status(422).sees("Remplissez ce champ");
    let long = "é".repeat(10_001);
    scene
        .bob
        .post(&to, &[("body", &long)])
        .await
        .has_status(422)
        .sees("10 000 caractères au plus")
        .sees(&long);
    let deep = "> ".repeat(80) + "fond";
    scene.bob.post(&to, &[("body", &deep)]).await.has_status(422).sees("imbrique");
    assert_eq!(scene.number("select count(*) from comments").await, 0);
}

#[tokio::test]
async fn only_members_of_the_group_comment() {
    let mut scene = Scene::open().await;
    let to = scene.comments();
    let mut outsider = scene.app.signed_in("Zoé Caron").await;
    outsider.post(&to, &[("body", "x")]).await.has_status(404);
    scene.run("update groups set level = 'open'").await;
    outsider.post(&to, &[("body", "x")]).await.has_status(403);
    scene.run("update groups set archived_at = now()").await;
    scene.bob.post(&to, &[("body", "x")]).await.has_status(403);
    scene.app.visitor().post(&to, &[("body", "x")]).await.misses("Sortie");
    assert_eq!(scene.number("select count(*) from comments").await, 0);
}

#[tokio::test]
async fn whoever_was_removed_meanwhile_does_not_comment() {
    let scene = Scene::open().await;
    let permit = scene.permit::<CommentOnPost>(scene.bob.id, standing::PostPath { post: scene.post }).await;
    scene.run("delete from memberships where role = 'member'").await;
    let app = &scene.app.app;
    let mut tx =
        Tx::begin(&app.db, Some(scene.bob.id), "", app.clock.now(), app.signal.clone()).await.unwrap();
    let new = NewComment { body: CommentBody::parse("x").unwrap(), lang: Locale::Fr };
    let done = verbs::comment(&mut tx, &permit, new).await;
    assert!(matches!(done, Err(Failure::Refused(CommentRefused::Gone))));
}

#[tokio::test]
async fn answers_stand_under_one_first_level_comment() {
    let mut scene = Scene::open().await;
    let first = scene.comment(scene.ada.id, "Une question", None).await;
    scene.app.clock.advance(chrono::TimeDelta::seconds(1));
    scene.bob.post(&format!("/comments/{first}/replies"), &[("body", "Une réponse")]).await;
    let answer = last(&scene).await;
    scene.app.clock.advance(chrono::TimeDelta::seconds(1));
    scene.ada.post(&format!("/comments/{answer}/replies"), &[("body", "Et encore")]).await;
    let parents: Vec<Option<CommentId>> =
        sqlx::query_scalar("select parent_id from comments order by created_at")
            .fetch_all(scene.db())
            .await
            .unwrap();
    assert_eq!(parents, [None, Some(first), Some(first)]);
    // What is answered must be there.
    scene.run("update comments set deleted_at = now() where parent_id is null").await;
    scene.bob.post(&format!("/comments/{first}/replies"), &[("body", "x")]).await.has_status(404);
    scene
        .bob
        .as_fragment()
        .post(&format!("/comments/{answer}/replies"), &[("body", "toujours là")])
        .await
        .has_status(200);
}

#[tokio::test]
async fn a_comment_takes_two_hundred_answers() {
    let mut scene = Scene::open().await;
    let first = scene.comment(scene.ada.id, "Une question", None).await;
    sqlx::query(
        "insert into comments (id, post_id, parent_id, author_id, body, body_html, created_at)
         select gen_random_uuid(), $1, $2, $3, 'x', '<p>x</p>', now() from generate_series(1, 200)",
    )
    .bind(scene.post)
    .bind(first)
    .bind(scene.ada.id)
    .execute(scene.db())
    .await
    .unwrap();
    scene
        .bob
        .post(&format!("/comments/{first}/replies"), &[("body", "de trop")])
        .await
        .has_status(422)
        .sees("200 réponses")
        .sees("de trop");
}

#[tokio::test]
async fn mentions_reach_only_people_who_read_along() {
    let mut scene = Scene::open().await;
    scene.app.signed_in("Zoé Caron").await;
    let to = scene.comments();
    scene
        .bob
        .as_fragment()
        .post(&to, &[("body", "@ada.lovelace et @zoe.caron")])
        .await
        .sees("Ada Lovelace et @zoe.caron");
    scene.bob.has(&format!("a.mention[href='/people/{}']", scene.ada.id));
    let mentioned: Vec<parvis::kernel::MemberId> =
        sqlx::query_scalar("select member_id from mentions").fetch_all(scene.db()).await.unwrap();
    assert_eq!(mentioned, [scene.ada.id]);
    let id = last(&scene).await;
    scene.bob.post(&format!("/comments/{id}/edit"), &[("body", "@carole.duval plutôt")]).await;
    let mentioned: Vec<parvis::kernel::MemberId> =
        sqlx::query_scalar("select member_id from mentions").fetch_all(scene.db()).await.unwrap();
    assert_eq!(mentioned, [scene.manager.id]);
}

#[tokio::test]
async fn an_edit_keeps_what_was_said() {
    let mut scene = Scene::open().await;
    let id = scene.comment(scene.bob.id, "Samedi", None).await;
    let page = format!("/comments/{id}/edit");
    scene
        .bob
        .visit(&page)
        .await
        .has_status(200)
        .sees("Modifier le commentaire")
        .fill("Votre commentaire", "Dimanche");
    scene.app.clock.advance(chrono::TimeDelta::minutes(5));
    scene.bob.press("Enregistrer").await;
    scene.ada.visit(&format!("/comments/{id}/history")).await.has_status(200).sees("Dimanche").sees("Samedi");
    // The same text again is no edit.
    scene.bob.post(&page, &[("body", "Dimanche")]).await;
    assert_eq!(scene.facts().await, ["comment_edited"]);
    scene.ada.post(&page, &[("body", "Lundi")]).await.has_status(403);
    scene.manager.visit(&page).await.has_status(403);
    scene.app.signed_in("Zoé Caron").await.visit(&format!("/comments/{id}/history")).await.has_status(404);
}

#[tokio::test]
async fn removing_can_be_undone_by_author_and_managers_alone() {
    let mut scene = Scene::open().await;
    let id = scene.comment(scene.bob.id, "Pardon", None).await;
    let (removal, restoration) = (format!("/comments/{id}/removal"), format!("/comments/{id}/restoration"));
    scene.ada.post(&removal, &[]).await.has_status(403);
    scene
        .manager
        .as_fragment()
        .post(&removal, &[])
        .await
        .has_status(200)
        .has(&format!("#comment-{id}[data-gone]"));
    scene.manager.sees("Commentaire supprimé").has(&format!("undo-toast form[action='{restoration}']"));
    scene.ada.visit(&format!("/comments/{id}")).await.has_status(404);
    scene.ada.post(&restoration, &[]).await.has_status(404);
    scene.bob.as_fragment().post(&restoration, &[]).await.has_status(204);
    assert_eq!(scene.facts().await, ["comment_deleted", "comment_restored"]);
    scene.ada.send(Method::GET, &format!("/comments/{id}"), &[], Vec::new()).await.has_status(303);
}

#[tokio::test]
async fn closed_comments_are_read_and_nobody_writes_any_more() {
    let mut scene = Scene::open().await;
    let id = scene.comment(scene.ada.id, "Qui vient ?", None).await;
    let (page, to, closure) = (
        format!("/posts/{}", scene.post),
        scene.comments(),
        format!("/posts/{}/comments/closure", scene.post),
    );
    scene.bob.post(&closure, &[]).await.has_status(403);
    scene.app.signed_in("Zoé Caron").await.post(&closure, &[]).await.has_status(404);
    scene.ada.post(&closure, &[]).await;
    scene
        .bob
        .visit(&page)
        .await
        .sees("Qui vient ?")
        .sees("sont fermés")
        .lacks(&format!("#write-{}", scene.post));
    scene.bob.post(&to, &[("body", "Moi")]).await.has_status(403).sees("sont fermés");
    scene.bob.post(&format!("/comments/{id}/replies"), &[("body", "Moi")]).await.has_status(403);
    scene.ada.post(&closure, &[("on", "0")]).await;
    scene.ada.post(&closure, &[("on", "0")]).await;
    scene.bob.post(&to, &[("body", "Moi aussi")]).await;
    scene.bob.visit(&page).await.sees("Moi aussi");
    assert_eq!(scene.facts().await, ["comments_closed", "comments_reopened", "comment_written"]);
}

#[tokio::test]
async fn who_writes_while_the_comments_are_being_closed_is_told() {
    let scene = Scene::open().await;
    let permit = scene.permit::<CommentOnPost>(scene.bob.id, standing::PostPath { post: scene.post }).await;
    scene.run("update posts set comments_closed_at = now()").await;
    let app = &scene.app.app;
    let mut tx =
        Tx::begin(&app.db, Some(scene.bob.id), "", app.clock.now(), app.signal.clone()).await.unwrap();
    let new = NewComment { body: CommentBody::parse("Trop tard").unwrap(), lang: Locale::Fr };
    let done = verbs::comment(&mut tx, &permit, new).await;
    assert!(matches!(done, Err(Failure::Refused(CommentRefused::Closed))));
}
