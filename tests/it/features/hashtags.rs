//! Hashtags: written, read, found, followed; by those who may.

use super::posts::{group, publish};
use crate::support::TestApp;

#[tokio::test]
async fn a_hashtag_leads_to_everything_that_carries_it() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let post = publish(&app, &mut ada, "jardin", "Bientôt #L'Été et `#code` https://a.fr/#ancre").await;
    let other = publish(&app, &mut ada, "jardin", "Une autre, sans rien").await;
    ada.post(&format!("/posts/{other}/comments"), &[("body", "Vive #l’été !")]).await;
    ada.visit(&format!("/posts/{post}")).await.has("a.hashtag[href='/hashtags/l%E2%80%99%C3%A9t%C3%A9']");
    ada.visit("/hashtags/L'%C3%89t%C3%A9").await.sees("#l’été").sees("Bientôt").sees("sans rien");
    ada.visit("/hashtags").await.sees("2 textes").misses("code").misses("ancre");
    ada.visit("/hashtags/suggestions?q=l'ete").await.has("[data-handle='l’été']");
    ada.visit("/search/suggestions?q=ete").await.has_status(200);
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    ada.visit("/hashtags/l%E2%80%99%C3%A9t%C3%A9").await.misses("Bientôt").sees("sans rien");
    for none in ["2026", "a%20b", "a%27", "%22", "a%26b"] {
        ada.visit(&format!("/hashtags/{none}")).await.has_status(404);
    }
}

#[tokio::test]
async fn hashtags_of_what_one_may_not_read_do_not_exist() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    group(&app, "coffre", "secret", &[&ada]).await;
    publish(&app, &mut ada, "coffre", "Sous le chêne #zinzolin").await;
    ada.visit("/hashtags").await.sees("zinzolin");
    for person in [&mut eve, &mut guest] {
        person.visit("/hashtags").await.misses("zinzolin");
        person.visit("/hashtags/suggestions?q=zin").await.misses("zinzolin");
        person.visit("/search/suggestions?q=zinz").await.lacks("a[href='/hashtags/zinzolin']");
        person.visit("/hashtags/zinzolin").await.has_status(200).sees("Rien encore").misses("chêne");
    }
}

#[tokio::test]
async fn who_follows_a_hashtag_hears_of_publications_they_may_read() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Ève Dehors").await;
    group(&app, "place", "open", &[&ada]).await;
    group(&app, "cour", "private", &[&ada, &bob]).await;
    for person in [&mut ada, &mut bob, &mut eve] {
        person
            .visit("/hashtags/velo")
            .await
            .press("Suivre")
            .await
            .sees("Vous suivez #velo")
            .sees("Ne plus suivre");
    }
    publish(&app, &mut ada, "cour", "Un secret de #Velo").await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    bob.visit("/notifications").await.sees("Ada Martin a publié").sees("#velo");
    eve.visit("/notifications").await.misses("#velo");
    ada.visit("/notifications").await.misses("#velo");
    eve.visit("/hashtags").await.sees("Vous les suivez").sees("#velo").misses("1 texte");
    publish(&app, &mut ada, "place", "Pour tous, #velo").await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    eve.visit("/notifications").await.sees("#velo").sees("Cercle place");
    eve.visit("/hashtags/velo").await.press("Ne plus suivre").await.sees("Vous ne suivez plus #velo");
    let facts: i64 = sqlx::query_scalar("select count(*) from activity where kind = 'hashtag_followed'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(facts, 4);
}
