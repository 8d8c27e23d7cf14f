//! A thousand members at once: some from two tabs, some after the end, some who have just lost their access.

use std::collections::BTreeSet;

use futures_util::StreamExt as _;
use parvis::kernel::PostId;

use super::{LUNCH, ask, crowd, group};
use crate::support::{TestApp, Visitor, world::Person};

const MEMBERS: usize = 1_000;
/// How many requests are under way at the same time.
const AT_ONCE: usize = 48;

/// What one of them does.
enum Deed<'a> {
    Vote(usize, Visitor),
    /// Forty lose their access.
    Expel(&'a [Person]),
    Close(Visitor),
}

async fn join(app: &TestApp, group: uuid::Uuid) {
    sqlx::query(
        "insert into memberships (group_id, member_id, role, since) select $1, id, 'member', now() from members on conflict do nothing",
    )
    .bind(group)
    .execute(&app.app.db)
    .await
    .unwrap();
}

async fn expel(app: &TestApp, people: &[Person]) {
    let ids: Vec<uuid::Uuid> = people.iter().map(|person| person.id.0).collect();
    let done = sqlx::query("delete from memberships where member_id = any ($1)").bind(&ids);
    done.execute(&app.app.db).await.unwrap();
}

/// Votes until the house has time for it. Answers whether the vote was counted.
async fn votes(mut tab: Visitor, address: &str, number: usize) -> bool {
    let choice = (number % 3 + 1).to_string();
    let fields = [("next", "/feed"), ("version", "0"), ("choice", choice.as_str())];
    tab.as_fragment();
    loop {
        tab.post(address, &fields).await;
        match tab.page.status.as_u16() {
            503 => {}
            // A script is answered with the poll as it is, and with a sentence where the vote was not taken.
            200 => return !tab.page.html().contains("role=\"alert\""),
            // Voted already, too late, or no member any more; each is told so.
            status => {
                assert!([403, 422].contains(&status), "{status}");
                return false;
            }
        }
    }
}

async fn number(app: &TestApp, sql: &'static str, post: PostId) -> i64 {
    sqlx::query_scalar(sql).bind(post).fetch_one(&app.app.db).await.unwrap()
}

#[tokio::test]
async fn a_thousand_members_vote_at_once_and_the_total_is_the_distinct_voters() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    let place = group(&app, "place", "open", &[&ada]).await;
    let people = crowd(&app, MEMBERS).await;
    for anonymous in [false, true] {
        join(&app, place.0).await;
        let words = if anonymous { "Vote anonyme" } else { "Vote avec les noms" };
        let post = ask(&app, &mut ada, "place", &LUNCH, &[words]).await;
        let address = format!("/posts/{post}/poll/vote");
        // Everybody once, every fifth from a second tab as well; in the middle some are put out, near the end it closes.
        let mut deeds = Vec::new();
        for (place, person) in people.iter().enumerate() {
            deeds.push(Deed::Vote(place, person.browser.clone()));
            if place % 5 == 0 {
                deeds.push(Deed::Vote(place, person.browser.clone()));
            }
            match place {
                500 => deeds.push(Deed::Expel(&people[500..540])),
                950 => deeds.push(Deed::Close(ada.browser.clone())),
                _ => {}
            }
        }
        let (app, address) = (&app, address.as_str());
        let counted: BTreeSet<usize> = futures_util::stream::iter(deeds)
            .map(async |deed| match deed {
                Deed::Vote(place, tab) => votes(tab, address, place).await.then_some(place),
                Deed::Expel(people) => {
                    expel(app, people).await;
                    None
                }
                Deed::Close(mut tab) => {
                    tab.post(&format!("/posts/{post}/poll/closure"), &[]).await.has_status(200);
                    None
                }
            })
            .buffer_unordered(AT_ONCE)
            .filter_map(async |place| place)
            .collect()
            .await;
        let distinct = i64::try_from(counted.len()).unwrap();
        assert!((850..1_000).contains(&distinct), "{distinct} were told that their vote counts");
        assert_eq!(number(app, "select count(*) from poll_voters where post_id = $1", post).await, distinct);
        let named = number(app, "select count(*) from poll_votes where post_id = $1", post).await;
        let boxed =
            number(app, "select sum(counted)::bigint from poll_choices where post_id = $1", post).await;
        assert_eq!((named, boxed), if anonymous { (0, distinct) } else { (distinct, 0) });
        ada.visit(&format!("/posts/{post}/poll")).await.sees(&format!("{distinct} votes"));
    }
}
