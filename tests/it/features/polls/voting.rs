//! Voting: once, in time, for what there is; and who sees the results.

use futures_util::future::join_all;
use parvis::{
    db::{Activity, Fact},
    features::polls,
    i18n::Locale,
    live::Change,
};

use super::{LUNCH, ask, count, crowd, group, vote};
use crate::support::TestApp;

#[tokio::test]
async fn one_votes_in_the_feed_and_changes_ones_mind() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &[]).await;
    bob.visit("/feed").await.press("Voter").await.has_status(422).sees("Choisissez une réponse.");
    bob.visit("/feed").await.choose("Au marché").press("Voter").await;
    assert_eq!(bob.page.address, "/feed", "one is where one was");
    bob.sees("Votre vote est enregistré.").sees("Votre vote : Au marché").sees("1 vote").sees("100 %");
    bob.has(".poll table").has(".poll__bar.v-100");
    ada.visit("/feed").await.misses("100 %");
    bob.choose("Au port").press("Enregistrer mon vote").await.sees("Votre vote : Au port").sees("1 vote");
    // By script the same answers the part that changes, with the poll's own id.
    let mut scripted = ada.browser.clone();
    scripted.as_fragment();
    scripted
        .post(&format!("/posts/{post}/poll/vote"), &[("next", "/feed"), ("version", "0"), ("choice", "1")])
        .await;
    scripted.has_status(200).has(&format!("section#poll-{post}")).lacks("main").sees("2 votes").sees("100 %");
    ada.visit(&format!("/posts/{post}/poll/voters"))
        .await
        .sees("Bob Durand")
        .sees("Ada Martin")
        .sees("2 voix");
    assert_eq!(count(&app, "select count(*) from poll_votes").await, 2);
    assert_eq!(count(&app, "select count(*) from activity where kind = 'poll_voted'").await, 3);
}

#[tokio::test]
async fn several_answers_are_as_many_as_the_poll_asks_for() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let fields = [&LUNCH[..], &[("Réponses au minimum", "2"), ("Réponses au maximum", "2")]].concat();
    let post = ask(&app, &mut ada, "jardin", &fields, &[]).await;
    bob.visit("/feed").await.has(".poll input[type=checkbox][name=choice]").sees("Cochez 2 réponses.");
    for numbers in [&["1"][..], &["1", "2", "3"], &["1", "1"], &["1", "9"], &["-1", "2"]] {
        vote(&mut bob, post, numbers).await;
        bob.has_status(422);
    }
    // What was picked stays picked.
    vote(&mut bob, post, &["3"]).await;
    bob.has("input[name=choice][value='3'][checked]").has("[role=alert]");
    vote(&mut bob, post, &["1", "3"]).await;
    bob.sees("Votre vote : Au port, Au jardin");
    for (version, choice) in [("0", "x"), ("0", "99999999"), ("x", "1"), ("", "1")] {
        let fields = [("version", version), ("choice", choice)];
        bob.post(&format!("/posts/{post}/poll/vote"), &fields).await.has_status(400);
    }
}

#[tokio::test]
async fn who_does_not_belong_does_not_vote() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut eve = app.signed_in("Eve Noir").await;
    let open = group(&app, "place", "open", &[&ada, &bob]).await;
    group(&app, "secret", "secret", &[&ada]).await;
    let public = ask(&app, &mut ada, "place", &LUNCH, &["Tout le monde, tout de suite"]).await;
    let hidden = ask(&app, &mut ada, "secret", &LUNCH, &["Tout le monde, tout de suite"]).await;
    // A reader of an open group looks on.
    eve.visit(&format!("/posts/{public}"))
        .await
        .sees("On mange où ?")
        .sees("Rejoignez le groupe pour voter.");
    eve.lacks("form[id^=vote]");
    vote(&mut eve, public, &["1"]).await;
    eve.has_status(403);
    // A secret group is not there.
    for part in ["", "/recorded", "/voters", "/results/csv", "/edit"] {
        eve.visit(&format!("/posts/{hidden}/poll{part}")).await.has_status(404);
    }
    for part in ["vote", "choices", "closure", "reopening", "edit"] {
        eve.post(&format!("/posts/{hidden}/poll/{part}"), &[("choice", "1"), ("version", "0")])
            .await
            .has_status(404);
    }
    // Neither is a poll where a post asks nothing.
    let quiet = super::super::posts::publish(&app, &mut ada, "place", "Rien à demander").await;
    ada.visit(&format!("/posts/{quiet}/poll")).await.has_status(404);
    // Whoever has just left is told, and counts no more than before.
    bob.visit(&format!("/posts/{public}")).await;
    sqlx::query("delete from memberships where group_id = $1 and member_id = $2")
        .bind(open)
        .bind(bob.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    bob.choose("Au port").press("Voter").await.has_status(403);
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 0);
}

#[tokio::test]
async fn results_are_seen_by_whom_the_author_chose() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let (mut bob, mut eve) = (app.signed_in("Bob Durand").await, app.signed_in("Eve Noir").await);
    group(&app, "jardin", "private", &[&ada, &bob, &eve]).await;
    // Who sees them while it is open: author, voter, other; and once it is closed.
    for (option, open, closed) in [
        ("Tout le monde, tout de suite", [true, true, true], [true, true, true]),
        ("Qui a voté", [false, true, false], [true, true, true]),
        ("Tout le monde, après la clôture", [false, false, false], [true, true, true]),
        ("Vous seulement", [true, false, false], [true, false, false]),
    ] {
        let post = ask(&app, &mut ada, "jardin", &LUNCH, &[option]).await;
        vote(&mut bob, post, &["1"]).await;
        bob.sees("Votre vote est enregistré.");
        for (round, seen) in [open, closed].into_iter().enumerate() {
            for (person, sees) in [&mut ada, &mut bob, &mut eve].into_iter().zip(seen) {
                for address in [format!("/posts/{post}"), format!("/posts/{post}/poll")] {
                    person.visit(&address).await.sees("1 vote");
                    if sees {
                        person.sees("100 %")
                    } else {
                        person.misses("100 %").lacks(".poll__bar")
                    };
                }
                for part in ["voters", "results/csv", "results/xlsx"] {
                    let status = if sees { 200 } else { 403 };
                    person.visit(&format!("/posts/{post}/poll/{part}")).await.has_status(status);
                }
            }
            if round == 0 {
                ada.visit(&format!("/posts/{post}/poll")).await.press("Clore maintenant").await;
                ada.sees("Le vote est clos.");
            }
        }
    }
}

#[tokio::test]
async fn a_hundred_tabs_of_one_member_and_a_hundred_members_count_once_each() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let people = crowd(&app, 60).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    group(&app, "jardin", "private", &everybody).await;
    for option in ["Vote avec les noms", "Vote anonyme"] {
        let post = ask(&app, &mut ada, "jardin", &LUNCH, &[option]).await;
        let address = format!("/posts/{post}/poll/vote");
        // Each of them twice at once, and the author from a hundred tabs.
        let mut tabs = vec![ada.browser.clone(); 100];
        tabs.extend(people.iter().flat_map(|person| [person.browser.clone(), person.browser.clone()]));
        let voting = tabs.iter_mut().enumerate().map(async |(place, tab)| {
            let number = (place % 3 + 1).to_string();
            let fields = [("next", "/feed"), ("version", "0"), ("choice", number.as_str())];
            tab.as_fragment();
            tab.post(&address, &fields).await;
            // A house with too much to do says so; whoever is told tries again.
            while tab.page.status.as_u16() == 503 {
                tab.post(&address, &fields).await;
            }
            assert!([200, 422].contains(&tab.page.status.as_u16()), "{}", tab.page.status);
        });
        join_all(voting).await;
        let voters: i64 = sqlx::query_scalar("select count(*) from poll_voters where post_id = $1")
            .bind(post)
            .fetch_one(&app.app.db)
            .await
            .unwrap();
        assert_eq!(voters, 61, "{option}");
        let named: i64 = sqlx::query_scalar("select count(*) from poll_votes where post_id = $1")
            .bind(post)
            .fetch_one(&app.app.db)
            .await
            .unwrap();
        assert_eq!(named, if option == "Vote anonyme" { 0 } else { 61 }, "{option}");
        ada.visit(&format!("/posts/{post}/poll"))
            .await
            .press("Clore maintenant")
            .await
            .sees("Le vote est clos.");
        let (counted, released): (i64, i64) = sqlx::query_as(
            "select (select sum(counted) from poll_choices where post_id = $1)::bigint, released::bigint from polls where post_id = $1",
        )
        .bind(post)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
        assert_eq!((counted, released), if option == "Vote anonyme" { (61, 61) } else { (0, 0) });
        ada.sees("61 votes");
    }
}

#[tokio::test]
async fn open_pages_hear_results_that_everybody_may_see_and_no_others() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let group = group(&app, "jardin", "private", &[&ada, &bob]).await;
    for (option, told) in
        [("Tout le monde, tout de suite", true), ("Qui a voté", false), ("Vous seulement", false)]
    {
        let post = ask(&app, &mut ada, "jardin", &LUNCH, &[option]).await;
        vote(&mut bob, post, &["2"]).await;
        let hear = async |fact| {
            let activity = Activity { id: 1, at: app.app.clock.now(), actor: Some(bob.id), fact };
            polls::live(&app.app, &activity, Locale::Fr).await.unwrap()
        };
        let heard = hear(Fact::PollVoted { group, post }).await;
        let html: Vec<String> = heard
            .iter()
            .filter_map(|message| match &message.change {
                Change::Fragment { html, .. } => Some(html.clone()),
                _ => None,
            })
            .collect();
        assert!(html.iter().any(|html| html.contains("1 vote")));
        assert_eq!(html.iter().any(|html| html.contains("v-100")), told, "{option}");
        assert!(!html.concat().contains("Bob") && !html.concat().contains("Votre vote"));
        // At the end the form goes, and results come to those who may see them: everybody, or the author alone.
        ada.visit(&format!("/posts/{post}/poll")).await.press("Clore maintenant").await;
        let heard = hear(Fact::PollClosed { group, post }).await;
        let gone = Change::Remove { id: format!("vote-{post}") };
        assert!(heard.iter().any(|message| message.change == gone));
        let results = heard.iter().any(
            |message| matches!(&message.change, Change::Fragment { html, .. } if html.contains("v-100")),
        );
        assert_eq!(results, option != "Vous seulement", "{option}");
    }
}

#[tokio::test]
async fn results_are_taken_along_and_no_cell_is_a_formula() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let fields = [
        ("Question du sondage", "=1+1 ?"),
        ("Choix 1", "=HYPERLINK(\"http://x\")"),
        ("Choix 2", "Non; merci"),
    ];
    let post = ask(&app, &mut ada, "jardin", &fields, &[]).await;
    vote(&mut bob, post, &["1"]).await;
    bob.visit(&format!("/posts/{post}/poll/results/csv")).await.has_status(200);
    let text = bob.page.html();
    assert!(
        text.contains("'=HYPERLINK") && text.contains("Bob Durand") && text.contains("\"Non; merci\""),
        "{text}"
    );
    bob.visit(&format!("/posts/{post}/poll/results/xlsx")).await.has_status(200);
    assert!(bob.page.body.starts_with(b"PK"));
    bob.visit(&format!("/posts/{post}/poll/results/exe")).await.has_status(404);
}
