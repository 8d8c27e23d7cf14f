//! What the clock does at night: bins are emptied, what nobody shows is swept away. The night comes by the queue, as it
//! does in the house.

use chrono::TimeDelta;
use parvis::{
    app::jobs::TidyUp,
    jobs::{self, Enqueue as _},
    kernel::CommentId,
};

use crate::{
    features::pictures::{photo, uploaded},
    support::{TestApp, world::Person},
};

/// One night.
async fn night(app: &TestApp) {
    let mut tx = app.begin().await;
    tx.enqueue(&TidyUp {}).await.unwrap();
    tx.commit().await.unwrap();
    jobs::run_until_empty(&app.app).await.unwrap();
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

async fn blobs(app: &TestApp, folder: &str) -> usize {
    app.app.blobs.list(folder).await.unwrap().len()
}

#[tokio::test]
async fn comments_leave_the_bin_after_thirty_days() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (_, slug) = app.group(&ada, "Jardin", parvis::authz::Level::Private).await;
    let post = app.post(ada.id, &slug, "Bonjour", Vec::new()).await;
    let mut said = Vec::new();
    for text in ["seul", "au-dessus", "en-retard"] {
        said.push(app.comment(ada.id, post, text).await);
    }
    let answer = format!("/comments/{}/replies", said[1]);
    ada.post(&answer, &[("body", "réponse")]).await;
    ada.post(&format!("/comments/{}/edit", said[1]), &[("body", "au-dessus, changé")]).await;
    let remove = async |ada: &mut Person, id: CommentId| {
        ada.post(&format!("/comments/{id}/removal"), &[]).await.has_status(200);
    };
    remove(&mut ada, said[0]).await;
    remove(&mut ada, said[1]).await;
    app.clock.advance(TimeDelta::days(29));
    remove(&mut ada, said[2]).await;
    night(&app).await;
    assert_eq!(number(&app, "select count(*) from comments where body <> ''").await, 4, "nothing is old yet");
    app.clock.advance(TimeDelta::days(2));
    // What is over does not come back, even before the night.
    ada.post(&format!("/comments/{}/restoration", said[0]), &[]).await.has_status(404);
    for _ in 0..2 {
        night(&app).await;
        assert_eq!(number(&app, "select count(*) from comments").await, 3);
    }
    let left: Vec<String> = sqlx::query_scalar("select body from comments where body <> '' order by body")
        .fetch_all(&app.app.db)
        .await
        .unwrap();
    assert_eq!(left, ["en-retard", "réponse"]);
    assert_eq!(number(&app, "select count(*) from comment_versions").await, 0);
    ada.returns(&app).await;
    ada.visit(&format!("/posts/{post}")).await.sees("réponse").misses("au-dessus").misses("seul");
    ada.post(&format!("/comments/{}/restoration", said[1]), &[]).await.has_status(404);
    ada.post(&format!("/comments/{}/restoration", said[2]), &[]).await.has_status(200).sees("en-retard");
}

#[tokio::test]
async fn bytes_that_nobody_shows_are_gone_the_night_after() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (_, slug) = app.group(&ada, "Jardin", parvis::authz::Level::Private).await;
    let kept = uploaded(&mut ada).await;
    let binned = uploaded(&mut ada).await;
    uploaded(&mut ada).await;
    let [kept, binned] = [kept, binned].map(|id| vec![(id, String::new())]);
    app.post(ada.id, &slug, "Avec", kept).await;
    let post = app.post(ada.id, &slug, "Au bac", binned).await;
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    let own = format!("/people/{}/photo", ada.id);
    for _ in 0..2 {
        ada.visit(&own).await;
        ada.attach("Choisir une photo", "moi.jpg", photo(900, 600)).press("Utiliser cette photo").await;
    }
    app.app.blobs.put("photos/00000000-0000-7000-8000-000000000000/96", b"nobody".to_vec()).await.unwrap();
    let (pictures, photos) = (blobs(&app, "pictures").await, blobs(&app, "photos").await);
    assert_eq!((pictures % 3, photos > 1), (0, true));
    night(&app).await;
    assert_eq!((blobs(&app, "pictures").await, blobs(&app, "photos").await), (pictures, photos));
    app.clock.advance(TimeDelta::hours(25));
    night(&app).await;
    assert_eq!(blobs(&app, "pictures").await, pictures / 3 * 2, "a loose picture goes, one in the bin stays");
    assert_eq!(blobs(&app, "photos").await, photos - 1);
    app.clock.advance(TimeDelta::days(31));
    night(&app).await;
    assert_eq!(blobs(&app, "pictures").await, pictures / 3);
    ada.returns(&app).await;
    ada.visit(&format!("/groups/{slug}")).await.sees("Avec").misses("Au bac");
}
