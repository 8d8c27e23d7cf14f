//! Anonymous votes: what is kept of them, what is told, and what someone learns who has everything that is kept.

use std::collections::HashMap;

use rand::{Rng as _, SeedableRng as _, rngs::StdRng, seq::SliceRandom as _};
use sqlx::AssertSqlSafe;

use parvis::{
    authz::{
        self, PublishInGroup, Vote,
        standing::{GroupPath, PostPath},
    },
    db::{Activity, Fact, Tx},
    features::{
        polls::{self, Ballot, NewChoice, NewPoll, Results, Seal},
        posts::{self, NewPost},
    },
    i18n::Locale,
    kernel::{GroupId, PostId},
    live::Change,
};

use super::{LUNCH, ask, count, crowd, group, vote};
use crate::support::{TestApp, world::Person};

#[tokio::test]
async fn an_anonymous_vote_is_promised_kept_and_shown_as_it_is_recorded() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &["Vote anonyme"]).await;
    bob.visit("/feed").await.sees("pas même les administrateurs").choose("Au port").press("Voter").await;
    bob.sees("Vous avez voté. Personne ne peut savoir")
        .misses("Votre vote : Au port")
        .misses("Modifier mon vote");
    bob.sees("Les résultats d'un vote anonyme paraissent par lots d'au moins 5 : les premiers au 10e vote");
    vote(&mut bob, post, &["2"]).await;
    bob.has_status(422).sees("Vous avez déjà voté, et ce vote ne peut pas être modifié");
    assert_eq!(
        count(&app, "select count(*) from activity where kind like 'poll_%'").await,
        0,
        "no fact of a vote"
    );
    assert_eq!(count(&app, "select count(*) from poll_votes").await, 0);
    assert_eq!(count(&app, "select sum(counted) from poll_choices").await, 0);
    // The page shows the tables as they are: everything of them has its sentence.
    let his = bob.id.to_string();
    bob.visit(&format!("/posts/{post}/poll/recorded")).await.sees("poll_voters").sees(&his);
    bob.sees("la boîte scellée du sondage, qui change")
        .misses("n'est pas encore décrite")
        .misses("poll_votes")
        .sees("sealed");
    ada.visit(&format!("/posts/{post}/poll/recorded")).await.sees("Rien : vous n'avez pas participé.");
    ada.misses(&his);
    let named = ask(&app, &mut ada, "jardin", &LUNCH, &[]).await;
    vote(&mut bob, named, &["2"]).await;
    bob.visit(&format!("/posts/{named}/poll/recorded"))
        .await
        .sees("poll_votes")
        .misses("n'est pas encore décrite");
    // Names cannot be put to a secret vote, also not by hand.
    let forged = sqlx::query("insert into poll_votes (post_id, member_id, number) values ($1, $2, 1)")
        .bind(post)
        .bind(bob.id);
    let refused = forged.execute(&app.app.db).await.unwrap_err();
    assert_eq!(refused.as_database_error().unwrap().constraint(), Some("poll_votes_poll"));
    ada.visit(&format!("/posts/{post}/poll/voters")).await;
    assert!([403, 404].contains(&ada.page.status.as_u16()));
}

/// The numbers that a results page shows, in the order of the choices.
fn shown(person: &Person) -> Vec<i64> {
    let page = scraper::Html::parse_document(&person.page.html());
    let cells = scraper::Selector::parse(".poll td:nth-child(2)").unwrap();
    page.select(&cells).map(|cell| cell.text().collect::<String>().trim().parse().unwrap()).collect()
}

#[tokio::test]
async fn results_appear_in_batches_and_the_last_batch_is_not_a_single_vote() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let mut people = crowd(&app, 13).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    group(&app, "jardin", "private", &everybody).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &["Vote anonyme", "Tout le monde, tout de suite"]).await;
    for (place, person) in people.iter_mut().enumerate() {
        vote(person, post, &[if place < 5 { "1" } else { "2" }]).await;
        ada.visit(&format!("/posts/{post}")).await;
        let told = if place + 1 < 10 { vec![] } else { vec![5, 0, 0] };
        assert_eq!(shown(&ada), told, "after {} votes", place + 1);
    }
    ada.sees("5 votes comptés sur 13");
    ada.visit(&format!("/posts/{post}/poll/results/csv")).await.has_status(200);
    assert!(!ada.page.html().contains("Personne"), "{}", ada.page.html());
    ada.visit(&format!("/posts/{post}/poll"))
        .await
        .press("Clore maintenant")
        .await
        .sees("Le vote est clos.")
        .misses("Rouvrir");
    assert_eq!(shown(&ada), [5, 8, 0]);
    ada.post(&format!("/posts/{post}/poll/reopening"), &[]).await.has_status(403).sees("ne se rouvre pas");
    assert_eq!(count(&app, "select count(*) from poll_boxes").await, 0);
    let keys = app.app.seals.list("polls").await.unwrap();
    assert!(keys.is_empty(), "the key is gone: {keys:?}");
    assert_eq!(count(&app, "select count(*) from activity where kind = 'poll_counted' and (actor_id is not null or address <> '')").await, 0);
}

#[tokio::test]
async fn of_four_votes_nothing_is_told() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let mut people = crowd(&app, 4).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    group(&app, "jardin", "private", &everybody).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &["Vote anonyme", "Tout le monde, tout de suite"]).await;
    for person in &mut people {
        vote(person, post, &["3"]).await;
    }
    ada.visit(&format!("/posts/{post}/poll"))
        .await
        .press("Clore maintenant")
        .await
        .sees("4 votes")
        .sees("Moins de 5 personnes ont voté");
    ada.lacks(".poll__bar");
    assert_eq!(count(&app, "select sum(counted) from poll_choices").await, 0);
}

#[tokio::test]
async fn without_its_key_a_vote_begins_again_and_says_so() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &["Vote anonyme"]).await;
    vote(&mut bob, post, &["1"]).await;
    for (key, _) in app.app.seals.list("polls").await.unwrap() {
        app.app.seals.delete(&key).await.unwrap();
    }
    vote(&mut ada, post, &["1"]).await;
    ada.has_status(422).sees("Ce vote a dû recommencer");
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 0);
    bob.visit("/feed")
        .await
        .sees("Ce vote a recommencé")
        .choose("Au port")
        .press("Voter")
        .await
        .sees("Vous avez voté.");
    assert_eq!(count(&app, "select count(*) from poll_voters").await, 1);
    // Keys of polls that are not there any more are swept away; that one is needed.
    Seal::make(&app.app).await.unwrap();
    app.clock.advance(chrono::TimeDelta::days(2));
    polls::Seal::sweep(&app.app).await.unwrap();
    assert_eq!(app.app.seals.list("polls").await.unwrap().len(), 1);
}

/// How many choices a simulated poll has.
const CHOICES: i16 = 3;

/// A poll of six voters as it happened, and everything that someone has who copied the database before and after each
/// vote, listened to its live stream and read the pages.
struct Simulated {
    /// Who voted, in the order in which they did, and what they chose: what is to be guessed.
    truth: Vec<(uuid::Uuid, i16)>,
    /// After each vote: the rows of every table of the poll, with `ctid` and `xmin`.
    copies: Vec<Vec<(String, String, String, String)>>,
    /// What was told to pages after each vote, without what differs in any case.
    told: Vec<String>,
    totals: Vec<i64>,
}

async fn copy(app: &TestApp, post: PostId) -> Vec<(String, String, String, String)> {
    let mut rows = Vec::new();
    for table in ["polls", "poll_choices", "poll_voters", "poll_votes", "poll_boxes"] {
        let sql = format!(
            "select '{table}', ctid::text, xmin::text, to_jsonb(t)::text from {table} t where post_id = $1 order by ctid"
        );
        let some: Vec<(String, String, String, String)> =
            sqlx::query_as(AssertSqlSafe(sql)).bind(post).fetch_all(&app.app.db).await.unwrap();
        rows.extend(some);
    }
    rows
}

/// An anonymous poll that everybody may follow, and its key.
async fn asked(app: &TestApp, author: &Person) -> (PostId, Seal) {
    let actor = app.actor(author.id).await;
    let seal = Seal::make(&app.app).await.unwrap();
    let choices = (1..=CHOICES).map(|n| NewChoice::Text(format!("Choix {n}"))).collect();
    let poll = NewPoll {
        question: "Qui ?".to_owned(),
        choices,
        pictures: Vec::new(),
        least: 1,
        most: 1,
        opens: false,
        changes: false,
        results: Results::Always,
        closes_at: None,
        seal: Some(seal.clone()),
    };
    let mut tx = app.tx(author.id).await;
    let permit = authz::permit::<PublishInGroup>(tx.db(), &actor, GroupPath { group: "jardin".to_owned() })
        .await
        .ok()
        .unwrap();
    let new = NewPost { poll: Some(poll), ..NewPost::text("", "", Locale::Fr) };
    let post = posts::publish(&mut tx, &permit, new).await.ok().unwrap();
    tx.commit().await.unwrap();
    (post, seal)
}

async fn simulate(
    app: &TestApp,
    author: &Person,
    people: &[Person],
    group: GroupId,
    lots: &mut StdRng,
) -> Simulated {
    let (post, seal) = asked(app, author).await;
    let mut order: Vec<&Person> = people.iter().collect();
    order.shuffle(lots);
    let (mut truth, mut copies, mut told) = (Vec::new(), vec![copy(app, post).await], Vec::new());
    for person in order {
        let number = lots.random_range(1..=CHOICES);
        let voter = app.actor(person.id).await;
        let mut tx =
            Tx::begin(&app.app.db, None, "poll", app.app.clock.now(), app.app.signal.clone()).await.unwrap();
        let permit = authz::permit::<Vote>(tx.db(), &voter, PostPath { post }).await.ok().unwrap();
        polls::vote_secretly(&mut tx, &permit, None, &seal, &Ballot::of([number])).await.ok().unwrap();
        tx.commit().await.unwrap();
        truth.push((person.id.0, number));
        copies.push(copy(app, post).await);
        let activity =
            Activity { id: 1, at: app.app.clock.now(), actor: None, fact: Fact::PollCounted { group, post } };
        let heard = polls::live(&app.app, &activity, Locale::Fr).await.unwrap();
        let words: Vec<String> = heard
            .iter()
            .map(|message| match &message.change {
                Change::Fragment { html, .. } => html.clone(),
                _ => String::new(),
            })
            .collect();
        told.push(words.concat());
    }
    let actor = app.actor(author.id).await;
    let mut tx = app.tx(author.id).await;
    let permit = authz::permit::<authz::ClosePoll>(tx.db(), &actor, PostPath { post }).await.ok().unwrap();
    polls::close(&mut tx, &permit, Some(&seal)).await.unwrap();
    tx.commit().await.unwrap();
    let totals: Vec<i64> =
        sqlx::query_scalar("select counted::bigint from poll_choices where post_id = $1 order by number")
            .bind(post)
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    Simulated { truth, copies, told, totals }
}

/// What can be read off some bytes: each a way to guess, learned from half of the polls and tried on the others.
fn features(poll: &Simulated, place: usize) -> Vec<(&'static str, String)> {
    let (before, after) = (&poll.copies[place], &poll.copies[place + 1]);
    let of = |copy: &[(String, String, String, String)], table: &str| -> Vec<(String, String, String)> {
        copy.iter()
            .filter(|row| row.0 == table)
            .map(|row| (row.1.clone(), row.2.clone(), row.3.clone()))
            .collect()
    };
    let sealed = |copy: &[(String, String, String, String)]| {
        of(copy, "poll_boxes").first().map(|row| row.2.clone()).unwrap_or_default()
    };
    let (old, new) = (sealed(before), sealed(after));
    let bytes: Vec<u8> = old.bytes().zip(new.bytes()).map(|(a, b)| a ^ b).collect();
    let counters = |copy| of(copy, "poll_choices").iter().map(|row| row.2.clone()).collect::<String>();
    let me = poll.truth[place].0.to_string();
    let last = poll.copies.last().unwrap();
    let rows = of(last, "poll_voters");
    let at = rows.iter().position(|row| row.2.contains(&me)).unwrap();
    let mut found = vec![
        ("the order of rows at the end", at.to_string()),
        ("the order of votes", place.to_string()),
        ("counters that changed", (counters(before) != counters(after)).to_string()),
        ("where the row lies", rows[at].0.clone()),
        (
            "how many rows share its transaction",
            rows.iter().filter(|row| row.1 == rows[at].1).count().to_string(),
        ),
        ("how long the box is", new.len().to_string()),
        ("what pages were told", poll.told[place].replace(|c: char| c.is_ascii_hexdigit() || c == '-', "")),
        ("rows of named votes", of(after, "poll_votes").len().to_string()),
    ];
    for spot in [20, 40, 200, 400] {
        found.push(("bytes of the box", format!("{spot} {}", bytes.get(spot).copied().unwrap_or_default())));
    }
    found
}

/// # Why half and half
/// An attacker who may look for any pattern is given one half of the polls with the truth, to learn what each feature
/// says about the choice, and guesses the other half. What everybody knows in the end (the totals) is given too: the
/// best guess from it alone is the measure.
#[tokio::test]
async fn who_has_everything_that_is_kept_guesses_no_better_than_who_reads_the_results() {
    let app = TestApp::start().await;
    let ada = app.signed_in("Ada Martin").await;
    let people = crowd(&app, 6).await;
    let everybody: Vec<_> = std::iter::once(&ada).chain(&people).collect();
    let group = group(&app, "jardin", "private", &everybody).await;
    let most: usize = std::env::var("PARVIS_TEST_POLLS").ok().and_then(|n| n.parse().ok()).unwrap_or(160);
    let mut lots = StdRng::seed_from_u64(6);
    let mut polls = Vec::new();
    for _ in 0..most {
        polls.push(simulate(&app, &ada, &people, group, &mut lots).await);
    }
    for poll in &polls {
        assert_eq!(poll.totals.iter().sum::<i64>(), 6, "every vote is counted at the end");
        // Not one counter moves before the end, and no row joins a member to a number.
        let counted = |copy: &[(String, String, String, String)]| {
            copy.iter().filter(|row| row.0 == "poll_choices").map(|row| row.3.clone()).collect::<Vec<_>>()
        };
        assert!(poll.copies.iter().all(|copy| counted(copy) == counted(&poll.copies[0])));
        assert!(poll.copies.iter().flatten().all(|row| row.0 != "poll_votes"));
        // All who took part were written by one transaction, whichever came last.
        let last = poll.copies.last().unwrap();
        let writers: Vec<&String> =
            last.iter().filter(|row| row.0 == "poll_voters").map(|row| &row.2).collect();
        assert!(writers.len() == 6 && writers.iter().all(|xmin| *xmin == writers[0]));
    }
    let (known, unknown) = polls.split_at(polls.len() / 2);
    let names: Vec<&str> = features(&polls[0], 0).iter().map(|(name, _)| *name).collect();
    let best = |totals: &[i64]| (0..totals.len()).max_by_key(|place| totals[*place]).unwrap();
    for (which, name) in names.iter().enumerate() {
        let mut learned: HashMap<(String, usize), [u32; 3]> = HashMap::new();
        let (mut right, mut measure, mut all) = (0_u32, 0_u32, 0_u32);
        for poll in known {
            for (place, (_, number)) in poll.truth.iter().enumerate() {
                let key = (features(poll, place)[which].1.clone(), best(&poll.totals));
                learned.entry(key).or_default()[usize::try_from(number - 1).unwrap()] += 1;
            }
        }
        for poll in unknown {
            for (place, (_, number)) in poll.truth.iter().enumerate() {
                let (chosen, lead) = (usize::try_from(number - 1).unwrap(), best(&poll.totals));
                let key = (features(poll, place)[which].1.clone(), lead);
                let guess =
                    learned.get(&key).map_or(lead, |seen| (0..3).max_by_key(|place| seen[*place]).unwrap());
                right += u32::from(guess == chosen);
                measure += u32::from(lead == chosen);
                all += 1;
            }
        }
        let deviation = (f64::from(all) * 0.25).sqrt();
        let gain = f64::from(right) - f64::from(measure);
        assert!(gain < 4.0 * deviation, "{name}: {right} of {all} guessed, {measure} from the totals alone");
    }
}

/// The same attack on tables as one would naively make them succeeds: the test above could fail.
#[tokio::test]
async fn the_same_attack_reads_a_ballot_table_that_is_only_separate() {
    let app = TestApp::start().await;
    let mut db = app.app.db.acquire().await.unwrap();
    sqlx::raw_sql("create temp table who (member int); create temp table what (number int)")
        .execute(&mut *db)
        .await
        .unwrap();
    let mut lots = StdRng::seed_from_u64(7);
    let mut truth = Vec::new();
    for member in 0..6 {
        let number = lots.random_range(1..=3);
        truth.push((member, number));
        let mut tx = sqlx::Connection::begin(&mut *db).await.unwrap();
        sqlx::query("insert into who values ($1)").bind(member).execute(&mut *tx).await.unwrap();
        sqlx::query("insert into what values ($1)").bind(number).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    let joined: Vec<(i32, i32)> = sqlx::query_as(
        "select member, number from who join what on who.xmin::text = what.xmin::text order by member",
    )
    .fetch_all(&mut *db)
    .await
    .unwrap();
    assert_eq!(joined, truth);
}
