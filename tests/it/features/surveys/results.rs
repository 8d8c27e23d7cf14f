//! What is told of answers: to whom, as bars, crossed, as a sheet, and compared between rounds.

use parvis::{
    db::{Activity, Fact},
    features::surveys,
    i18n::Locale,
    live::Change,
};

use super::{add, answer, answered, count, draft, group, open, three};
use crate::{features::polls::crowd, support::TestApp};

#[tokio::test]
async fn totals_are_told_to_whom_the_author_chose_and_texts_to_author_and_managers() {
    let app = TestApp::start().await;
    let mut mona = app.signed_in("Mona Chef").await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut zoe = app.signed_in("Zoé Petit").await;
    group(&app, "jardin", "private", &[&mona, &ada, &bob, &zoe]).await;
    for (setting, bob_before, zoe_before, after) in [
        ("Qui a répondu", 200, 403, 200),
        ("Tout le groupe, après la clôture", 403, 403, 200),
        ("Vous et les gestionnaires seulement", 403, 403, 403),
    ] {
        let survey = three(&app, &mut ada, "jardin", &[setting]).await;
        let results = format!("/surveys/{survey}/results");
        answer(&mut bob, survey, &[("q-1", "5"), ("q-2", "9"), ("q-3", "=Bravo")]).await;
        bob.visit(&results).await.has_status(bob_before);
        zoe.visit(&results).await.has_status(zoe_before);
        if bob_before == 200 {
            bob.sees("Très satisfait").sees("100 %").misses("=Bravo").sees("Moyenne 5,00 sur 5").sees("+100");
            bob.visit(&format!("{results}/csv")).await.has_status(200);
            assert!(
                !bob.page.html().contains("Bravo") && !bob.page.html().contains("Bob"),
                "{}",
                bob.page.html()
            );
        }
        for reader in [&mut ada, &mut mona] {
            reader.visit(&results).await.sees("=Bravo").has(".poll__bar").has("table caption");
        }
        ada.visit(&format!("{results}/csv")).await;
        assert!(ada.page.html().contains("Bob Durand;Très satisfait;9;'=Bravo"), "{}", ada.page.html());
        ada.visit(&format!("{results}/xlsx")).await.has_status(200);
        ada.visit(&format!("{results}/exe")).await.has_status(404);
        ada.visit(&format!("/surveys/{survey}")).await.press("Clore maintenant").await;
        zoe.visit(&results).await.has_status(after);
    }
}

#[tokio::test]
async fn two_questions_are_crossed_and_no_small_group_is_shown() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let people = crowd(&app, 16).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    group(&app, "jardin", "private", &everybody).await;
    let survey = draft(&app, &mut ada, "jardin").await;
    add(&mut ada, 1, "Équipe", "single", "Nord\nSud").await;
    add(&mut ada, 2, "Content ?", "single", "Oui\nNon").await;
    open(&mut ada).await;
    let page = format!("/surveys/{survey}/results");
    for (place, person) in people.iter().enumerate() {
        // North: six yes, two no. South: seven yes, one no.
        let given = if place < 8 { (1, 1 + i16::from(place >= 6)) } else { (2, 1 + i16::from(place >= 15)) };
        answered(&app, person, survey, &[(1, given.0), (2, given.1)]).await;
        if place == 3 {
            ada.visit(&page).await.misses("Croiser deux questions");
        }
    }
    ada.visit(&page).await.sees("16 réponses");
    ada.has("#crossing select[name=a]").visit(&format!("{page}?a=1&b=2")).await;
    ada.sees("« Équipe » par « Content ? »").sees("non montré");
    let html = scraper::Html::parse_document(&ada.page.html());
    let cells = scraper::Selector::parse("#crossing td.r").unwrap();
    let shown: Vec<String> = html.select(&cells).map(|cell| cell.text().collect()).collect();
    // Two and one are hidden; so is what would give them away by subtraction.
    assert!(shown.iter().all(|cell| cell.contains("non montré")), "{shown:?}");
    for query in ["a=1&b=1", "a=9&b=2", "a=x&b=2", "a=99999&b=-1"] {
        ada.visit(&format!("{page}?{query}")).await.has_status(200).lacks("#crossing table");
    }
}

#[tokio::test]
async fn a_survey_is_asked_again_and_its_rounds_compared() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let first = three(&app, &mut ada, "jardin", &[]).await;
    answered(&app, &bob, first, &[(1, 2), (2, 5)]).await;
    ada.post(&format!("/surveys/{first}/next-round"), &[]).await.has_status(403);
    ada.visit(&format!("/surveys/{first}")).await.press("Clore maintenant").await;
    bob.post(&format!("/surveys/{first}/next-round"), &[]).await.has_status(403);
    let mut twin = ada.browser.clone();
    ada.press("Préparer l'édition suivante").await.sees("La nouvelle édition est un brouillon");
    twin.press("Préparer l'édition suivante").await.has_status(409).sees("La prochaine édition existe déjà");
    add(&mut ada, 4, "Et la fête ?", "scale", "").await;
    open(&mut ada).await;
    let second: parvis::kernel::SurveyId =
        sqlx::query_scalar("select id from surveys where round = 2").fetch_one(&app.app.db).await.unwrap();
    ada.visit("/feed").await.sees("Édition 2");
    answered(&app, &bob, second, &[(1, 5), (2, 10), (4, 4)]).await;
    ada.visit(&format!("/surveys/{second}/results")).await.click("Comparer les éditions").await;
    ada.sees("Édition 1").sees("Édition 2").sees("Moyenne 2,00 sur 5").sees("Moyenne 5,00 sur 5");
    ada.sees("Score de recommandation -100").sees("Score de recommandation +100").sees("sans objet");
    assert_eq!(count(&app, "select count(distinct series_id) from surveys").await, 1);
}

#[tokio::test]
async fn open_pages_hear_how_many_answered_and_never_what() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let group = group(&app, "jardin", "private", &[&ada, &bob]).await;
    let survey = three(&app, &mut ada, "jardin", &[]).await;
    answer(&mut bob, survey, &[("q-1", "5"), ("q-3", "Merci pour tout")]).await;
    for fact in [Fact::SurveyAnswered { group, survey }, Fact::SurveyClosed { group, survey }] {
        let activity = Activity { id: 1, at: app.app.clock.now(), actor: Some(bob.id), fact };
        let heard = surveys::live(&app.app, &activity, Locale::Fr).await.unwrap();
        assert_eq!(heard.len(), 2, "in the group and on the page of the post");
        for message in heard {
            let Change::Fragment { html, .. } = message.change else { panic!("a fragment") };
            assert!(html.contains("1 réponse sur 2"), "{html}");
            assert!(
                !html.contains("Bob") && !html.contains("Merci") && !html.contains("satisfait"),
                "{html}"
            );
        }
    }
    // The page of results asks for itself again when that line changes: each reader gets what they may see.
    let results = format!("/surveys/{survey}/results");
    bob.visit(&results).await.has(&format!("live-results[data-foot='survey-foot-{survey}']"));
    bob.has("#survey-said").misses("Merci pour tout");
    ada.visit(&results).await.sees("Merci pour tout");
}
