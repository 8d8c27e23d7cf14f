//! Every page that there is, with something on it, in both languages: the demo community is walked through by its links,
//! and what no link leads to (what scripts ask for, what stands behind a button) is asked for by name.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::header;
use parvis::{
    app::{
        demo::{self, ACCOUNTS, Amount},
        routes,
    },
    jobs,
    kernel::MemberId,
    web::routes::RouteEntry,
};
use scraper::{Html, Selector};

use crate::{
    features::pictures::photo,
    support::{TestApp, Visitor},
};

/// At most so many addresses of one route for one person.
const ALIKE: usize = 2;
/// At most so many addresses are tried for a route that no link leads to.
const TRIED: usize = 200;

/// Routes that the walk cannot reach, and where they are tested instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("/live", "a stream: live.rs"),
    ("/files/uploads/{upload}", "how much has come, for the script that sends: features/resuming.rs"),
    ("/files/{file}/pages/{number}/{size}", "a picture: features/file_previews.rs"),
    ("/join/{token}", "a link of a letter: languages.rs"),
    ("/reset/{token}", "a link of a letter: languages.rs"),
    ("/confirm-email/{token}", "a link of a letter: languages.rs"),
    ("/setup/{token}", "a link shown once: languages.rs"),
];

struct Walk {
    routes: Vec<RouteEntry>,
    /// What the parameters of addresses were: `{post}` and the posts.
    names: BTreeMap<String, BTreeSet<String>>,
    /// Routes that answered with a page or a file, by the language they spoke.
    reached: BTreeSet<(&'static str, &'static str)>,
    wrong: Vec<String>,
}

/// The parameters of an address, if it is one of the route's.
fn parameters(route: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (wanted, found): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    if wanted.len() != found.len() {
        return None;
    }
    let mut parameters = Vec::new();
    for (wanted, found) in wanted.iter().zip(found) {
        if wanted.starts_with('{') {
            parameters.push(((*wanted).to_owned(), found.to_owned()));
        } else if *wanted != found {
            return None;
        }
    }
    Some(parameters)
}

impl Walk {
    fn new() -> Self {
        let (_, mut routes) = routes::all().into_parts();
        routes.retain(|route| route.method == "GET");
        // The one with the fewest parameters is meant where two would do.
        routes.sort_by_key(|route| route.path.matches('{').count());
        Self { routes, names: BTreeMap::new(), reached: BTreeSet::new(), wrong: Vec::new() }
    }

    fn route(&self, address: &str) -> Option<(&'static str, Vec<(String, String)>)> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        self.routes.iter().find_map(|route| Some((route.path, parameters(route.path, path)?)))
    }

    /// Asks for an address; the links of what comes, nothing where it is not there for this person.
    async fn ask(&mut self, visitor: &mut Visitor, lang: &'static str, address: &str) -> Option<Vec<String>> {
        let (route, parameters) = self.route(address)?;
        visitor.visit(address).await;
        let status = visitor.page.status.as_u16();
        if status >= 500 {
            self.wrong.push(format!("{address}: {status}"));
        }
        if status != 200 {
            return None;
        }
        for (name, value) in parameters {
            self.names.entry(name).or_default().insert(value);
        }
        self.reached.insert((route, lang));
        let kind = visitor.page.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.unwrap_or_default().starts_with("text/html") {
            return Some(Vec::new());
        }
        let page = Html::parse_document(&visitor.page.html());
        let spoken = page.root_element().value().attr("lang");
        if spoken.is_some_and(|spoken| spoken != lang) {
            self.wrong.push(format!("{address} speaks {spoken:?} where {lang} is wanted"));
        }
        let links = Selector::parse("a[href^='/'], img[src^='/'], form[method=get][action^='/']").unwrap();
        let to = |element: scraper::ElementRef<'_>| {
            ["href", "src", "action"].iter().find_map(|name| element.value().attr(name)).map(str::to_owned)
        };
        Some(page.select(&links).filter_map(to).collect())
    }

    /// Follows links.
    async fn follow(&mut self, visitor: &mut Visitor, lang: &'static str, from: &[&str]) {
        let mut queue: VecDeque<String> = from.iter().map(|address| (*address).to_owned()).collect();
        let (mut seen, mut alike) = (BTreeSet::new(), BTreeMap::<&str, usize>::new());
        while let Some(address) = queue.pop_front() {
            let Some((route, _)) = self.route(&address) else { continue };
            if route == "/language" || !seen.insert(address.clone()) {
                continue;
            }
            let times = alike.entry(route).or_default();
            *times += 1;
            if *times <= ALIKE {
                let links = self.ask(visitor, lang, &address).await;
                if links.is_none() {
                    self.wrong.push(format!("{address} is linked and answers {}", visitor.page.status));
                }
                queue.extend(links.unwrap_or_default());
            }
        }
    }

    /// Asks by name for the routes that no link led to.
    async fn name(&mut self, visitor: &mut Visitor, lang: &'static str) {
        for route in self.missing(lang) {
            let with = if route == "/publish/done" { "?post={post}" } else { "" };
            let mut addresses = vec![format!("{route}{with}")];
            while let Some(open) = addresses.iter().find_map(|address| {
                let from = address.find('{')?;
                Some(address[from..=from + address[from..].find('}')?].to_owned())
            }) {
                let known = self.names.get(&open).cloned().unwrap_or_default();
                let filled = |address: &String| {
                    known.iter().map(|name| address.replacen(&open, name, 1)).collect::<Vec<_>>()
                };
                addresses = addresses.iter().flat_map(filled).take(TRIED).collect();
            }
            for address in addresses {
                if self.ask(visitor, lang, &address).await.is_some() {
                    break;
                }
            }
        }
    }

    fn missing(&self, lang: &'static str) -> Vec<&'static str> {
        let there = |path: &&str| !self.reached.contains(&(*path, lang));
        let elsewhere = |path: &&str| !ELSEWHERE.iter().any(|(known, _)| known == path);
        self.routes.iter().map(|route| route.path).filter(elsewhere).filter(there).collect()
    }
}

/// What no page names, but scripts and mails do.
async fn learn(app: &TestApp, walk: &mut Walk) {
    for (name, statement) in [
        (
            "{comment}",
            "select id::text from comments where deleted_at is null order by created_at desc limit 40",
        ),
        ("{post}", "select id::text from posts where deleted_at is null order by published_at desc limit 60"),
        ("{post}", "select post_id::text from polls"),
        ("{survey}", "select id::text from surveys"),
        ("{draft}", "select id::text from drafts"),
        ("{ring}", "select id::text from ring_kinds"),
        ("{letter}", "select id::text from letters"),
        ("{import}", "select id::text from people_imports"),
        ("{picture}", "select id::text from pictures where post_id is not null limit 20"),
    ] {
        let found: Vec<String> = sqlx::query_scalar(statement).fetch_all(&app.app.db).await.unwrap();
        walk.names.entry(name.to_owned()).or_default().extend(found);
    }
    for (name, values) in [
        ("{ending}", &["csv", "xlsx"][..]),
        ("{format}", &["csv", "xlsx"]),
        ("{edge}", &["480", "640", "96", "160"]),
        ("{size}", &["small", "large"]),
        ("{number}", &["1"]),
    ] {
        walk.names.entry(name.to_owned()).or_default().extend(values.iter().map(|value| (*value).to_owned()));
    }
}

/// What the demo community has none of: a letter, a ring of its own, a survey that is being written, a list of people on its
/// way.
async fn complete(app: &TestApp, [admin, manager]: [&mut Visitor; 2]) {
    let list = b"Nom;Adresse e-mail\nNora Neuve;nora@estuaire.test\nSans adresse;\n".to_vec();
    admin.visit("/admin/people/imports").await.attach("Fichier", "liste.csv", list);
    admin.press("Envoyer et continuer").await.has_status(200);
    jobs::run_until_empty(&app.app).await.unwrap();
    let list = admin.page.address.clone();
    admin.visit(&list).await.press("Vérifier sans rien écrire").await;
    jobs::run_until_empty(&app.app).await.unwrap();
    let anybody: uuid::Uuid =
        sqlx::query_scalar("select id from members where password_hash is null and not external limit 1")
            .fetch_one(&app.app.db)
            .await
            .unwrap();
    admin.visit(&format!("/admin/people/{anybody}")).await.press("Envoyer le courrier").await.has_status(200);
    admin.visit("/admin/rings/new").await.fill("Nom en français", "Tuteur").fill("Couleur", "lilas");
    admin.fill("Ce qu'il veut dire, en français", "Aide les nouveaux").fill("Motif", "solid");
    admin.choose("Propre à un groupe").press("Enregistrer").await.has_status(200);
    let slug: String = sqlx::query_scalar(
        "select g.slug from groups g join memberships s on s.group_id = g.id and s.role = 'manager'
         join members m on m.id = s.member_id where m.email = $1 limit 1",
    )
    .bind(email("manager"))
    .fetch_one(&app.app.db)
    .await
    .unwrap();
    manager
        .visit(&format!("/publish?group={slug}"))
        .await
        .attach("Photos", "a.jpg", photo(900, 600))
        .press("Publier")
        .await;
    let me = member(app, &email("manager")).await;
    manager.visit(&format!("/people/{me}/photo")).await.attach(
        "Choisir une photo",
        "moi.jpg",
        photo(900, 600),
    );
    manager.press("Utiliser cette photo").await.has_status(200);
    manager.visit(&format!("/groups/{slug}/surveys")).await.press("Nouvelle enquête").await.has_status(200);
    manager.fill("Titre", "Notre année").fill("Présentation", "Pour mieux faire.");
    manager.press("Ajouter une question").await;
    manager.fill("Texte de la question 1", "Un mot ?").fill("Type de réponse à la question 1", "long");
    manager.press("Enregistrer et voir l'aperçu").await.has_status(200);
}

fn email(who: &str) -> String {
    format!("{who}@demo.parvis.test")
}

async fn member(app: &TestApp, email: &str) -> MemberId {
    let id = sqlx::query_scalar("select id from members where email = $1").bind(email);
    id.fetch_one(&app.app.db).await.unwrap()
}

#[tokio::test]
async fn every_page_is_there_in_both_languages() {
    let app = TestApp::start().await;
    demo::load(&app.app, Amount { posts: 3, pictures: false }, &|_| {})
        .await
        .expect("the demo can be loaded");
    let [admin, manager] = [member(&app, &email("admin")).await, member(&app, &email("manager")).await];
    let (mut admin, mut manager) = (app.browser_of(admin).await, app.browser_of(manager).await);
    complete(&app, [&mut admin, &mut manager]).await;
    let mut walk = Walk::new();
    learn(&app, &mut walk).await;
    for lang in ["fr", "en"] {
        sqlx::query("update members set locale = $1").bind(lang).execute(&app.app.db).await.unwrap();
        let mut stranger = app.visitor();
        stranger.visit(&format!("/language?to={lang}")).await;
        walk.follow(&mut stranger, lang, &["/reset", "/accessibility", "/help", "/healthz", "/readyz"]).await;
        for account in &ACCOUNTS {
            let mut visitor = app.browser_of(member(&app, account.email).await).await;
            walk.follow(&mut visitor, lang, &["/feed", "/menu"]).await;
            walk.name(&mut visitor, lang).await;
        }
    }
    let missing: Vec<_> = ["fr", "en"].map(|lang| walk.missing(lang)).into();
    assert_eq!(walk.wrong, Vec::<String>::new());
    assert_eq!(missing, [Vec::<&str>::new(), Vec::new()]);
}
