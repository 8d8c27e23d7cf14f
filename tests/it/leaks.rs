//! The hunt: a secret group whose every text carries a marker word, and everybody who must never read it asking for
//! everything there is.

use std::{
    collections::{BTreeSet, VecDeque},
    net::SocketAddr,
};

use futures_util::StreamExt as _;
use parvis::{app::routes, authz::Level};
use tokio::time::timeout;

use crate::{
    live::{self, Socket},
    support::{
        TestApp, Visitor,
        app::ORIGIN,
        db::PATIENCE,
        secret::{MARKER, Secret},
        world::Person,
    },
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
    // What is shared where they read shows them nothing either.
    let (place, slug) = app.group(&manager, "Place du marché", Level::Open).await;
    for person in [outsider.id, guest.id] {
        app.belongs(place, person, "member").await;
    }
    app.share(manager.id, secret.post, &slug, "Regardez donc").await;
    parvis::jobs::run_until_empty(&app.app).await.expect("the jobs run");
    for person in [&mut outsider, &mut guest] {
        let page = person.visit(&format!("/groups/{slug}")).await;
        page.sees("Regardez donc").sees("Mona Gestionnaire a partagé une publication.");
    }
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
        format!("/files/{}", group.file),
    ] {
        outsider.visit(&address).await.has_status(404);
    }
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    hunt(&mut guest, &group, "a guest").await;
}

/// Every topic that someone could name who copied all ids from a member.
fn topics(secret: &Secret) -> Vec<String> {
    let mut topics = vec!["home".to_owned(), "me".to_owned()];
    for id in
        [secret.group.0, secret.post.0, secret.comment.0, secret.picture.0, secret.file.0, secret.manager.0]
    {
        for kind in ["group", "post", "comment", "me", "member"] {
            topics.push(format!("{kind}:{id}"));
        }
    }
    topics
}

/// Opens a stream over all of them.
async fn listening(address: SocketAddr, person: &Person, secret: &Secret, since: Option<i64>) -> Socket {
    let topics = topics(secret);
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    live::page(address, person, &topics, since).await
}

/// All that is said until the person's own bell rings at the end, for which `from` is the mark.
async fn overheard(socket: &mut Socket, from: i64) -> String {
    let mut all = String::new();
    timeout(PATIENCE, async {
        while let Some(Ok(frame)) = socket.next().await {
            let text = frame.to_text().unwrap_or_default();
            all.push_str(text);
            let said: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
            let last = said.as_array().and_then(|all| all.last()).unwrap_or(&said);
            if last["k"] == "count" && last["a"].as_i64().is_some_and(|mark| mark > from) {
                return;
            }
        }
    })
    .await
    .expect("the bell rings in time");
    all
}

/// Everything a member does, through the pages, with the marker in each word.
async fn live_through(app: &TestApp, member: &mut Person, secret: &Secret, other: &str) {
    let (slug, post, comment) = (&secret.slug, secret.post, secret.comment);
    let text = format!("{MARKER} encore, @{other} @oscar.dehors @gaston.invite @fanny.ancienne");
    member
        .visit(&format!("/publish?group={slug}"))
        .await
        .fill("Titre (facultatif)", &text)
        .fill("Texte", &text);
    member
        .attach("Photos", "p.jpg", crate::features::pictures::photo(300, 200))
        .press("Publier")
        .await
        .has_status(200);
    let page = format!("/posts/{post}");
    member.post(&format!("{page}/comments"), &[("body", &text)]).await.has_status(200);
    member.post(&format!("/comments/{comment}/replies"), &[("body", &text)]).await.has_status(200);
    for subject in [page.clone(), format!("/comments/{comment}")] {
        for switch in ["on", "off", "on"] {
            member.post(&format!("{subject}/reactions"), &[(switch, "👍")]).await.has_status(200);
        }
    }
    let mine = app.comment(member.id, post, &text).await;
    member
        .post(&format!("/comments/{mine}/edit"), &[("body", &format!("{text}, changé"))])
        .await
        .has_status(200);
    member.post(&format!("/comments/{mine}/removal"), &[]).await.has_status(200);
    member.post(&format!("/comments/{mine}/restoration"), &[]).await.has_status(200);
    let own = app.post(member.id, slug, &text, Vec::new()).await;
    member.visit(&format!("/posts/{own}/edit")).await.fill("Texte", &format!("{text}, changé"));
    member
        .attach("Photos", "p.jpg", crate::features::pictures::photo(300, 200))
        .press("Enregistrer")
        .await
        .has_status(200);
    member.post(&format!("/posts/{own}/removal"), &[]).await.has_status(200);
    member.post(&format!("/posts/{own}/restoration"), &[]).await.has_status(200);
}

#[tokio::test]
async fn neither_open_streams_nor_letters_carry_a_word_outside() {
    let (app, address) = live::open().await;
    let manager = app.signed_in("Mona Gestionnaire").await;
    let secret = app.marked(&manager, Level::Secret).await;
    let mut member = app.signed_in("Marc Membre").await;
    let reader = app.signed_in("Rita Lectrice").await;
    let mut former = app.signed_in("Fanny Ancienne").await;
    for person in [&member, &reader, &former] {
        app.belongs(secret.group, person.id, "member").await;
    }
    let outsider = app.signed_in("Oscar Dehors").await;
    let guest = app.person("Gaston Invite").external().signed_in().await;
    let mut gone = app.signed_in("Sonia Sortie").await;
    app.belongs(secret.group, gone.id, "member").await;
    // Two were inside with an open page: one leaves the group, one signs out. Both come back with what they had.
    let mark = app.app.live.mark();
    let mut before = listening(address, &former, &secret, None).await;
    let mut signed_in = listening(address, &gone, &secret, None).await;
    live::listeners(&app, 2).await;
    let cookie = gone.cookie("session").map(str::to_owned);
    former.post(&format!("/groups/{}/departure", secret.slug), &[]).await.has_status(200);
    gone.post("/sign-out", &[]).await;
    while let Some(Ok(frame)) = timeout(PATIENCE, before.next()).await.expect("the stream ends") {
        assert!(!frame.to_text().unwrap_or_default().contains(MARKER));
    }
    while let Some(Ok(_)) = timeout(PATIENCE, signed_in.next()).await.expect("the stream ends") {}
    let refused = live::connect(address, cookie.as_deref(), Some(ORIGIN)).await.unwrap_err();
    assert!([303, 401].contains(&live::status(refused)));
    let refused = live::connect(address, None, Some(ORIGIN)).await.unwrap_err();
    assert!([303, 401].contains(&live::status(refused)));

    live::listeners(&app, 0).await;
    let mut inside = listening(address, &reader, &secret, None).await;
    let mut outside = Vec::new();
    for (who, person, since) in [
        ("an outsider", &outsider, None),
        ("an outsider with a mark", &outsider, Some(mark)),
        ("a guest", &guest, Some(mark)),
        ("a former member", &former, Some(mark)),
    ] {
        outside.push((who, listening(address, person, &secret, since).await));
    }
    live::listeners(&app, 5).await;
    app.settle().await;
    live_through(&app, &mut member, &secret, "rita.lectrice").await;
    parvis::jobs::run_until_empty(&app.app).await.expect("the jobs run");
    app.settle().await;
    let end = app.app.live.mark();
    for person in [&outsider, &guest, &former, &reader] {
        live::record(&app, live::bell(person.id)).await;
    }
    let heard = overheard(&mut inside, end).await;
    assert!(heard.contains(MARKER), "who belongs hears of it");
    for (who, socket) in &mut outside {
        let heard = overheard(socket, end).await;
        for word in
            [MARKER.to_owned(), secret.slug.clone(), secret.group.to_string(), secret.post.to_string()]
        {
            assert!(!heard.contains(&word), "{who} hears {word}: {heard}");
        }
    }
    no_letter_outside(&app, &secret).await;
}

/// Letters with the marker go to people of the group alone, and to who was invited into it.
async fn no_letter_outside(app: &TestApp, secret: &Secret) {
    app.make_jobs_due().await;
    parvis::jobs::run_until_empty(&app.app).await.expect("the jobs run");
    let outside: Vec<(String, String)> = sqlx::query_as(
        "select l.kind, l.to_address from letters l
         where (l.subject || l.text_body || coalesce(l.html_body, '') || l.to_name) ilike '%' || $1 || '%'
           and not exists (select 1 from members p join memberships m on m.member_id = p.id and m.group_id = $2
                           where p.email = l.to_address)
           and not exists (select 1 from members p join invitations i on i.member_id = p.id and i.group_id = $2
                           where p.email = l.to_address)",
    )
    .bind(MARKER)
    .bind(secret.group)
    .fetch_all(&app.app.db)
    .await
    .unwrap();
    assert_eq!(outside, []);
    let notices: i64 = sqlx::query_scalar(
        "select count(*) from notices n where n.group_id = $1
           and not exists (select 1 from memberships m where m.member_id = n.member_id and m.group_id = n.group_id)
           and n.kind <> 'invited'",
    )
    .bind(secret.group)
    .fetch_one(&app.app.db)
    .await
    .unwrap();
    assert_eq!(notices, 0);
}
