//! The hunt: a secret group whose every text carries a marker word, and everybody who must never read it asking for
//! everything there is.

use std::collections::{BTreeSet, VecDeque};

use parvis::{app::routes, authz::Level};

use crate::support::{
    TestApp, Visitor,
    secret::{MARKER, Secret},
};

/// The most pages of one hunt.
const MOST_PAGES: usize = 400;

/// Whether the marker stands in an answer: status line, headers or body.
///
/// The slug holds the group's name; an address that one has typed oneself comes back in "sign in, then go on to".
fn carries(visitor: &Visitor, slug: &str) -> bool {
    let marker = MARKER.to_lowercase();
    let told = |text: &str| text.to_lowercase().replace(slug, "").contains(&marker);
    visitor.page.headers.iter().any(|(_, value)| value.to_str().is_ok_and(told)) || told(&visitor.page.html())
}

/// The local addresses that a page links to.
fn links(visitor: &Visitor) -> Vec<String> {
    let page = scraper::Html::parse_document(&visitor.page.html());
    let links = scraper::Selector::parse("a[href^='/'], img[src^='/'], [data-src^='/']").unwrap();
    page.select(&links)
        .filter_map(|link| {
            link.value().attr("href").or(link.value().attr("src")).or(link.value().attr("data-src"))
        })
        .map(|link| link.split('#').next().unwrap_or_default().to_owned())
        .filter(|link| !link.starts_with("/static/") && !link.starts_with("/language"))
        .collect()
}

/// Asks for every address of the table, with the ids of the secret group, and for what the pages link to.
async fn hunt(visitor: &mut Visitor, secret: &Secret, who: &str) {
    let (_, table) = routes::all().into_parts();
    let mut queue: VecDeque<String> = VecDeque::new();
    for route in table.iter().filter(|route| route.method == "GET" && route.path != "/live") {
        let address = secret.fill(route.path).replace("{member}", &secret.manager.to_string());
        for query in ["", "?q=zibeline", "?q=zib", "?show=unread", &format!("?group={}&q=zi", secret.slug)] {
            queue.push_back(format!("{address}{query}"));
        }
    }
    let mut seen = BTreeSet::new();
    while let Some(address) = queue.pop_front() {
        if seen.len() > MOST_PAGES || !seen.insert(address.clone()) {
            continue;
        }
        visitor.visit(&address).await;
        assert!(visitor.page.status.as_u16() < 500, "{who} gets {} at {address}", visitor.page.status);
        // What was typed into a search field stands in it again.
        let typed = address.contains("q=");
        let found = if typed { visitor.page.text().contains(MARKER) } else { carries(visitor, &secret.slug) };
        assert!(!found, "{who} reads the marker at {address}");
        queue.extend(links(visitor));
    }
    assert!(seen.len() > 40, "{who} saw only {} pages", seen.len());
}

#[tokio::test]
async fn nobody_outside_a_secret_group_reads_a_word_of_it() {
    let app = TestApp::start().await;
    let manager = app.signed_in("Mona Gestionnaire").await;
    let secret = app.marked(&manager, Level::Secret).await;
    let mut outsider = app.signed_in("Oscar Dehors").await;
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    let mut administrator = app.person("Alice Admin").with_role("administrator").signed_in().await;
    parvis::jobs::run_until_empty(&app.app).await.expect("the jobs run");
    hunt(&mut app.visitor(), &secret, "a visitor").await;
    hunt(&mut outsider, &secret, "an outsider").await;
    hunt(&mut guest, &secret, "a guest").await;
    hunt(&mut administrator, &secret, "an administrator").await;
}

#[tokio::test]
async fn a_former_member_reads_nothing_any_more() {
    let app = TestApp::start().await;
    let manager = app.signed_in("Mona Gestionnaire").await;
    let secret = app.marked(&manager, Level::Secret).await;
    let mut former = app.signed_in("Fanny Ancienne").await;
    app.belongs(secret.group, former.id, "member").await;
    app.comment(former.id, secret.post, &format!("{MARKER} de Fanny")).await;
    app.comment(manager.id, secret.post, &format!("{MARKER}, merci @fanny.ancienne")).await;
    parvis::jobs::run_until_empty(&app.app).await.expect("the jobs run");
    former.visit(&format!("/groups/{}", secret.slug)).await.has_status(200).sees(MARKER);
    former.post(&format!("/groups/{}/departure", secret.slug), &[]).await;
    // The message that one has left names the group, once.
    former.visit("/feed").await;
    hunt(&mut former, &secret, "a former member").await;
}

#[tokio::test]
async fn outside_a_private_group_people_know_it_but_read_nothing_in_it() {
    let app = TestApp::start().await;
    let manager = app.signed_in("Mona Gestionnaire").await;
    let group = app.marked(&manager, Level::Private).await;
    let mut outsider = app.signed_in("Oscar Dehors").await;
    outsider
        .visit(&format!("/groups/{}", group.slug))
        .await
        .has_status(200)
        .sees(&format!("{MARKER} du cercle"))
        .misses("au port");
    for address in [
        format!("/posts/{}", group.post),
        format!("/comments/{}", group.comment),
        format!("/pictures/{}/480", group.picture),
    ] {
        outsider.visit(&address).await.has_status(404);
    }
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    hunt(&mut guest, &group, "a guest").await;
}
