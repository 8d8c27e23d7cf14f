//! Finding a date: yes, if need be, or no to each.

use super::{ask, group};
use crate::support::TestApp;

#[tokio::test]
async fn a_date_is_found_by_yes_if_need_be_and_no() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.person("Eve Noir").english().signed_in().await;
    group(&app, "jardin", "private", &[&ada, &bob, &eve]).await;
    let dates =
        [("Question du sondage", "Quand ?"), ("Date 1", "2031-07-14T18:00"), ("Date 2", "2031-01-12T18:30")];
    let post = ask(&app, &mut ada, "jardin", &dates, &["Tout le monde, tout de suite"]).await;
    let page = format!("/posts/{post}");
    // In their order, by the reader's clock.
    bob.visit(&page).await.sees("dimanche 12 janvier 2031 à 18 h 30").sees("lundi 14 juillet 2031 à 18 h");
    let text = bob.page.text();
    assert!(text.find("janvier 2031").unwrap() < text.find("juillet 2031").unwrap());
    let vote = |of: [(&'static str, &'static str); 2]| [("next", "/feed"), ("version", "0"), of[0], of[1]];
    let address = format!("{page}/poll/vote");
    bob.post(&address, &vote([("date-1", "yes"), ("date-2", "maybe")])).await.has_status(200);
    bob.sees("Votre vote : dimanche 12 janvier 2031 à 18 h 30 (si besoin), lundi 14 juillet 2031 à 18 h");
    eve.post(&address, &vote([("date-1", "no"), ("date-2", "no")])).await.sees("none of these dates");
    sqlx::query("update members set time_zone = 'America/New_York' where id = $1")
        .bind(eve.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    eve.visit(&page)
        .await
        .sees("Sunday 12 January 2031 at 12:30")
        .sees("1 yes, 0 if need be")
        .sees("0 yes, 1 if need be");
    ada.visit(&format!("{page}/poll/voters")).await.sees("Bob Durand Si besoin").misses("Eve Noir");
    ada.visit(&format!("{page}/poll/results/csv")).await.has_status(200);
    assert!(ada.page.html().contains("Bob Durand (si besoin)"));
    bob.post(&address, &vote([("date-7", "yes"), ("date-1", "no")])).await.has_status(422);
}
