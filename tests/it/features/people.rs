//! The directory, profiles and photos.

use axum::http::Method;
use chrono::TimeDelta;
use parvis::{
    features::{
        fields::{Kind, NewField, Visibility},
        people,
    },
    kernel::{GroupId, PostId},
};

use super::{fields, pictures::photo};
use crate::support::{TestApp, world::Person};

async fn group(app: &TestApp, name: &str, level: &str, people: &[&Person]) -> GroupId {
    let now = app.app.clock.now();
    let group = GroupId::new(now);
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, $2, $3, 'Entre nous', $4, $5)")
        .bind(group)
        .bind(group.to_string())
        .bind(name)
        .bind(level)
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    for person in people {
        sqlx::query(
            "insert into memberships (group_id, member_id, role, since) values ($1, $2, 'member', $3)",
        )
        .bind(group)
        .bind(person.id)
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    }
    group
}

async fn post(app: &TestApp, group: GroupId, author: &Person, title: &str) {
    sqlx::query(
        "insert into posts (id, group_id, author_id, title, body, body_html, created_at, published_at) values ($1, $2, $3, $4, '', '', $5, $5)",
    )
    .bind(PostId::new(app.app.clock.now()))
    .bind(group)
    .bind(author.id)
    .bind(title)
    .bind(app.app.clock.now())
    .execute(&app.app.db)
    .await
    .unwrap();
}

fn profile(person: &Person) -> String {
    format!("/people/{}", person.id)
}

#[tokio::test]
async fn someone_is_found_whatever_the_accents_and_typing_errors() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Lovelace").await;
    let mut elodie = app.signed_in("Élodie Kerbrat").await;
    let own = profile(&elodie);
    elodie
        .visit(&format!("{own}/edit"))
        .await
        .fill("Ce que vous faites", "Maraîchère")
        .press("Enregistrer")
        .await;
    elodie.sees("Votre profil est à jour").sees("Maraîchère");
    for q in ["elodie", "ELODIE kerbrat", "kerbrat elodie", "maraichere", "elodie marai", "Kerbrta", "elodye"]
    {
        ada.visit("/people").await.sees("2 personnes").fill("Un nom, un métier", q).press("Rechercher").await;
        ada.sees("1 personne").sees("Élodie Kerbrat").misses("Ada Lovelace");
    }
    ada.visit("/people?q=zzz")
        .await
        .sees("Aucune personne")
        .sees("Personne ne correspond")
        .click("Voir tout l'annuaire")
        .await
        .sees("2 personnes");
    ada.visit("/people?q=100%25").await.sees("Aucune personne");
}

#[tokio::test]
async fn the_directory_goes_on_over_pages_by_name() {
    let app = TestApp::start().await;
    for n in 1..=30 {
        app.signed_in(&format!("Membre {n:02}")).await;
    }
    let mut ada = app.signed_in("Ada").await;
    ada.visit("/people")
        .await
        .sees("31 personnes")
        .sees("Ada")
        .sees("Membre 23")
        .misses("Membre 24")
        .lacks("a[rel=prev]");
    ada.click("Suivant")
        .await
        .sees("31 personnes")
        .sees("Membre 24")
        .sees("Membre 30")
        .misses("Membre 23")
        .lacks("a[rel=next]");
    ada.visit("/people?q=membre&page=99").await.sees("30 personnes").sees("Membre 01");
    ada.visit("/people?page=-4").await.has_status(200).sees("Membre 01");
}

#[tokio::test]
async fn a_guest_sees_only_people_of_shared_groups() {
    let app = TestApp::start().await;
    let (ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let mut guest = app.person("Gus").external().signed_in().await;
    group(&app, "Jardin", "private", &[&ada, &guest]).await;
    group(&app, "Fanfare", "open", &[&bob]).await;
    guest.visit("/people").await.sees("2 personnes").sees("Ada").sees("Gus").misses("Bob");
    guest.visit("/people?q=bob").await.sees("Aucune personne");
    guest.visit(&profile(&bob)).await.has_status(404);
    guest.visit(&profile(&ada)).await.has_status(200).sees("Jardin");
    bob.visit("/people").await.sees("3 personnes");
    bob.visit(&profile(&guest)).await.sees("Invité externe").sees("Vous n'avez pas de groupe en commun");
}

#[tokio::test]
async fn a_profile_shows_what_both_may_see() {
    let app = TestApp::start().await;
    let (ada, mut bob, mut eve) =
        (app.signed_in("Ada").await, app.signed_in("Bob").await, app.signed_in("Eve").await);
    let secret = group(&app, "Conjuration", "secret", &[&ada, &bob]).await;
    let open = group(&app, "Jardin", "open", &[&ada]).await;
    post(&app, secret, &ada, "Notre plan").await;
    post(&app, open, &ada, "Les semis").await;
    bob.visit(&profile(&ada)).await.sees("Notre plan").sees("Les semis").sees("Conjuration").has("h1");
    eve.visit(&profile(&ada))
        .await
        .sees("Les semis")
        .misses("Notre plan")
        .misses("Conjuration")
        .sees("Vous n'avez pas de groupe en commun");
    eve.visit("/people/0192f0c0-0000-7000-8000-000000000000").await.has_status(404);
    eve.visit("/people/me").await.has_status(404);
}

#[tokio::test]
async fn mail_addresses_are_for_oneself_and_administrators() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let mut root = app.person("Root").with_role("administrator").signed_in().await;
    let mut moderator = app.person("Mo").with_role("moderator").signed_in().await;
    let (page, address) = (profile(&ada), ada.email.clone());
    ada.visit(&page).await.sees(&address).sees("C'est vous").sees("0 sur 4").sees("(heure de Paris)");
    root.visit(&page).await.sees(&address).misses("C'est vous");
    for other in [&mut bob, &mut moderator] {
        other.visit(&page).await.misses(&address).misses("Modifier mon profil").misses("Votre profil");
    }
}

#[tokio::test]
async fn a_profile_is_changed_by_its_owner_and_by_nobody_else() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let page = profile(&ada);
    ada.visit(&page).await.click("Modifier mon profil").await;
    ada.fill("Téléphone", "appelez-moi")
        .fill("À propos de vous", "Je **tricote**. <script>alert(1)</script>")
        .press("Enregistrer")
        .await;
    ada.has_status(422)
        .sees("Ce numéro n'a pas la forme attendue")
        .has(".errsum a[href='#f-phone']")
        .sees("Je **tricote**");
    ada.fill("Téléphone", "02 40 00 00 00").fill("Lieu", "Le Bac").press("Enregistrer").await;
    ada.has_status(200)
        .sees("Votre profil est à jour")
        .sees("Le Bac")
        .sees("2 sur 4")
        .has(".prose strong")
        .lacks(".prose script");
    bob.visit(&page).await.sees("Je tricote").sees("Le Bac").has("a[href='tel:0240000000']");
    bob.visit(&format!("{page}/edit")).await.has_status(403);
    bob.post(&format!("{page}/edit"), &[("headline", "Voleuse")]).await.has_status(403);
    bob.visit(&page).await.misses("Voleuse");
    let facts: i64 =
        sqlx::query_scalar("select count(*) from activity where kind = 'profile_edited' and actor_id = $1")
            .bind(ada.id)
            .fetch_one(&app.app.db)
            .await
            .unwrap();
    assert_eq!(facts, 1);
}

async fn with_photo(ada: &mut Person) -> String {
    let own = profile(ada);
    ada.visit(&format!("{own}/photo")).await;
    ada.attach("Choisir une photo", "moi.jpg", photo(900, 600))
        .press("Utiliser cette photo")
        .await
        .has_status(200)
        .sees("Votre photo est en place");
    ada.attribute(".phero img", "src").unwrap()
}

#[tokio::test]
async fn a_photo_is_a_square_that_tells_nothing() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let url = with_photo(&mut ada).await;
    bob.visit(&profile(&ada)).await.has(&format!("img[src='{url}']"));
    bob.visit(&url).await.has_status(200);
    assert_eq!(bob.page.headers["cache-control"], "private, no-cache");
    let body = bob.page.body.clone();
    assert!(!body.windows(6).any(|window| window == b"CANARY"));
    let seen = image::load_from_memory(&body).unwrap();
    assert_eq!((seen.width(), seen.height()), (384, 384));
    bob.visit(&url.replace("/384", "/96")).await.has_status(200);
    assert_eq!(image::load_from_memory(&bob.page.body).unwrap().width(), 96);
}

#[tokio::test]
async fn a_photo_that_was_replaced_or_removed_is_gone_at_once() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada").await, app.signed_in("Bob").await);
    let first = with_photo(&mut ada).await;
    bob.visit(&first).await.has_status(200);
    let tag = bob.page.headers["etag"].to_str().unwrap().to_owned();
    bob.send(Method::GET, &first, &[("if-none-match", &tag)], Vec::new()).await.has_status(304);
    let second = with_photo(&mut ada).await;
    assert_ne!(first, second);
    bob.send(Method::GET, &first, &[("if-none-match", &tag)], Vec::new()).await.has_status(404);
    bob.visit(&second).await.has_status(200);
    let own = profile(&ada);
    bob.post(&format!("{own}/photo-removal"), &[]).await.has_status(403);
    ada.visit(&format!("{own}/photo"))
        .await
        .press("Retirer la photo")
        .await
        .sees("Votre photo est retirée")
        .lacks(".phero img");
    bob.visit(&second).await.has_status(404);
    assert_eq!(app.app.blobs.list("photos").await.unwrap(), []);
}

#[tokio::test]
async fn a_photo_of_someone_unknown_does_not_exist() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let mut guest = app.person("Gus").external().signed_in().await;
    let group = group(&app, "Jardin", "private", &[&ada, &guest]).await;
    let url = with_photo(&mut ada).await;
    guest.visit(&url).await.has_status(200);
    sqlx::query("delete from memberships where group_id = $1 and member_id = $2")
        .bind(group)
        .bind(guest.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    guest.visit(&url).await.has_status(404);
}

#[tokio::test]
async fn a_file_that_is_no_photo_is_refused_in_the_form() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let own = profile(&ada);
    ada.visit(&format!("{own}/photo")).await;
    ada.attach("Choisir une photo", "moi.jpg", b"<html>".to_vec()).press("Utiliser cette photo").await;
    ada.has_status(422).sees("n'est pas une image que Parvis sait lire").has("#f-photo[aria-invalid=true]");
    ada.visit(&own).await.lacks(".phero img");
}

#[tokio::test]
async fn forgotten_photos_are_swept_away_and_shown_ones_stay() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let url = with_photo(&mut ada).await;
    app.app.blobs.put("photos/00000000-0000-7000-8000-000000000000/96", b"nobody".to_vec()).await.unwrap();
    app.clock.advance(TimeDelta::hours(25));
    people::jobs::sweep(&app.app).await.unwrap();
    assert_eq!(app.app.blobs.list("photos").await.unwrap().len(), 3);
    ada.visit(&url).await.has_status(200);
}

#[tokio::test]
async fn filters_combine_and_count_what_each_would_lead_to() {
    let app = TestApp::start().await;
    let root = fields::administrator(&app).await;
    let section = fields::section(&app, &root).await;
    let trade =
        NewField { filters: true, on_card: true, ..NewField::new(Kind::Choice, section, "Métier", "Trade") }
            .listing(&[("Artisane", "Craftswoman"), ("Libraire", "Bookseller")]);
    let trade = fields::define(&app, &root, &trade).await;
    let skills = NewField {
        filters: true,
        visibility: Visibility::Guests,
        ..NewField::new(Kind::Tags, section, "Compétences", "Skills")
    };
    let skills = fields::define(&app, &root, &skills).await;
    let mut people = Vec::new();
    for (name, does, knows) in [
        ("Ada", "Artisane", "soudure, vélo"),
        ("Bob", "Artisane", "vélo"),
        ("Eve", "Libraire", "vélo"),
        ("Flo", "Libraire", "lecture"),
    ] {
        let person = app.signed_in(name).await;
        fields::fill(&app, &root, person.id, trade, does).await.unwrap();
        fields::fill(&app, &root, person.id, skills, knows).await.unwrap();
        people.push(person);
    }
    let mut guest = app.person("Gus").external().signed_in().await;
    group(&app, "Jardin", "private", &[&people[0], &people[2], &guest]).await;
    let [ada, ..] = people.as_mut_slice() else { unreachable!() };
    ada.visit("/people").await.sees("6 personnes").sees("Artisane2").sees("vélo3").sees("Jardin3");
    let makers = ada.attribute("input[name^=f][value]", "id").unwrap();
    let (field, term) = makers.split_once('-').unwrap();
    let makers = format!("/people?{field}={term}");
    ada.visit(&makers).await.sees("2 personnes").sees("Bob").misses("Flo").has(".chip--on");
    // What the other trade would add is still said; skills count only those found.
    ada.sees("Libraire2").sees("vélo2").sees("soudure1").misses("lecture1");
    ada.visit(&format!("{makers}&q=soudure")).await.sees("1 personne").sees("Ada");
    ada.visit("/people?q=velo").await.sees("3 personnes");
    ada.visit("/people?q=artis&view=list&sort=name")
        .await
        .sees("2 personnes")
        .has("ul.list")
        .lacks(".dir__grid");
    ada.visit("/people?f999=1&f=x&page=y&sort=z&group=nulle-part")
        .await
        .has_status(200)
        .sees("Aucune personne");
    // Guests: people of shared groups only, in the list and in the counts; and only fields meant for them.
    guest
        .visit("/people")
        .await
        .sees("3 personnes")
        .sees("vélo2")
        .sees("soudure1")
        .misses("lecture")
        .misses("Artisane");
    guest.visit(&makers).await.sees("3 personnes").misses("Artisane");
    guest.visit("/people?q=artisane").await.sees("Aucune personne");
    guest.visit("/people?q=lecture").await.sees("Aucune personne");
}

#[tokio::test]
async fn the_file_of_everybody_is_for_administrators_and_calculates_nothing() {
    let app = TestApp::start().await;
    let mut root = fields::administrator(&app).await;
    let mut ada = app.signed_in("=cmd()").await;
    ada.visit("/people/export").await.has_status(403);
    ada.visit("/people").await.misses("Exporter");
    root.visit("/people").await.sees("Exporter").visit("/people/export").await.has_status(200);
    let text = String::from_utf8(root.page.body.to_vec()).unwrap();
    assert!(text.starts_with('\u{FEFF}') && text.contains("'=cmd();"), "{text}");
    assert_eq!(text.lines().count(), 3);
    root.visit("/people/export?q=alice").await;
    assert_eq!(String::from_utf8(root.page.body.to_vec()).unwrap().lines().count(), 2);
    let facts: i64 = sqlx::query_scalar("select count(*) from activity where kind = 'people_exported'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(facts, 2);
}
