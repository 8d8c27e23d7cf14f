//! Groups through the front door: who finds them, who comes in, who decides, and what a former member still sees.

use parvis::{
    authz::{Actor, ChangeRole, GroupRole, Permit, permit, standing::MembershipPath},
    db::Tx,
    features::groups::membership,
    kernel::{Failure, MemberId},
};

use crate::support::{TestApp, world::Person};

/// Makes a group through its form and answers its slug.
async fn group(person: &mut Person, name: &str, level: &str) -> String {
    person.visit("/groups/new").await.has_status(200);
    person
        .fill("Nom du groupe", name)
        .fill("À quoi sert ce groupe", "Agir ensemble, près de chez nous.")
        .choose(level);
    person.press("Créer le groupe").await.has_status(200).sees(name);
    person.page.address.rsplit('/').next().unwrap_or_default().to_owned()
}

const OPEN: &str = "Toute la communauté, et chacun peut entrer";
const PRIVATE: &str = "Les membres du groupe, mais";
const SECRET: &str = "Les membres du groupe, et personne";

#[tokio::test]
async fn an_open_group_is_joined_left_and_joined_again() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let slug = group(&mut ada, "Chorale", OPEN).await;
    yann.visit("/groups").await.sees("Chorale").sees("1 membre");
    yann.press("Rejoindre Chorale").await.sees("Vous avez rejoint Chorale");
    yann.press("Quitter le groupe").await.sees("Vous avez quitté Chorale");
    yann.press("Annuler").await.has_status(200);
    yann.visit(&format!("/groups/{slug}/members")).await.sees("2 membres");
    // The only manager cannot leave: no button, and no way around it.
    ada.visit(&format!("/groups/{slug}")).await.misses("Quitter le groupe");
    ada.post(&format!("/groups/{slug}/departure"), &[]).await.has_status(403);
    // Nor can someone else decide.
    yann.post(&format!("/groups/{slug}/members/{}/removal", ada.id), &[]).await.has_status(403);
    yann.visit(&format!("/groups/{slug}/settings")).await.has_status(403);
}

#[tokio::test]
async fn a_private_group_is_known_and_asked_for() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let slug = group(&mut ada, "Bureau", PRIVATE).await;
    yann.visit(&format!("/groups/{slug}"))
        .await
        .has_status(200)
        .sees("Agir ensemble")
        .sees("Ada")
        .misses("1 membre");
    yann.visit(&format!("/groups/{slug}/members")).await.has_status(403);
    yann.post(&format!("/groups/{slug}/membership"), &[]).await.has_status(403);
    yann.visit(&format!("/groups/{slug}")).await;
    yann.fill("Un mot aux gestionnaires", "Je tiens les comptes.")
        .press("Envoyer la demande")
        .await
        .sees("Votre demande est envoyée");
    yann.post(&format!("/groups/{slug}/requests"), &[]).await.has_status(403);
    ada.visit(&format!("/groups/{slug}/requests")).await.sees("Je tiens les comptes.");
    let (approve, refuse) = (
        ada.attribute("form[action$=approval]", "action").unwrap(),
        ada.attribute("form[action$=refusal]", "action").unwrap(),
    );
    // Their own request, but not theirs to approve.
    yann.post(&approve, &[]).await.has_status(403);
    ada.post(&refuse, &[("reason", "Le bureau est complet.")]).await.sees("La demande est refusée");
    ada.post(&approve, &[]).await.has_status(403);
    let letter: (String, String) =
        sqlx::query_as("select to_address, text_body from letters where kind = 'join_refused'")
            .fetch_one(&app.app.db)
            .await
            .unwrap();
    assert_eq!(letter.0, "yann@estuaire.test");
    yann.visit(&format!("/groups/{slug}")).await;
    yann.press("Envoyer la demande").await.sees("Votre demande est envoyée");
    ada.visit(&format!("/groups/{slug}/requests")).await;
    ada.press("Accepter").await.sees("Yann fait maintenant partie du groupe");
    yann.visit(&format!("/groups/{slug}/members")).await.has_status(200).sees("2 membres");
}

#[tokio::test]
async fn a_secret_group_does_not_exist_outside() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let slug = group(&mut ada, "Surprise", SECRET).await;
    yann.visit("/groups").await.misses("Surprise");
    yann.visit("/groups?q=surprise").await.misses(&slug);
    for page in ["", "/about", "/members", "/settings", "/requests", "/invitations"] {
        yann.visit(&format!("/groups/{slug}{page}")).await.has_status(404);
    }
    for change in ["membership", "departure", "requests"] {
        yann.post(&format!("/groups/{slug}/{change}"), &[]).await.has_status(404);
    }
    yann.visit(&format!("/mentions?q=ada&group={slug}")).await.has_status(200).misses("Ada");
    ada.visit(&format!("/mentions?q=ada&group={slug}")).await.sees("Ada");
    // Invited, they know of it; having declined, no more.
    ada.visit(&format!("/groups/{slug}/invitations?q=yann")).await;
    ada.press("Inviter Yann").await.sees("Yann a reçu votre invitation");
    yann.visit(&format!("/groups/{slug}")).await.has_status(200).sees("Agir ensemble");
    yann.visit(&format!("/groups/{slug}/members")).await.has_status(403);
    yann.visit("/groups").await.sees("Une invitation vous attend");
    yann.press("Décliner Surprise").await.sees("L'invitation est déclinée").misses("Agir ensemble");
    yann.visit(&format!("/groups/{slug}")).await.has_status(404);
}

#[tokio::test]
async fn invitations_are_as_good_as_their_maker() {
    let app = TestApp::start().await;
    let (mut ada, mut louise, mut yann) =
        (app.signed_in("Ada").await, app.signed_in("Louise").await, app.signed_in("Yann").await);
    let mut gil = app.person("Gil").external().signed_in().await;
    let slug = group(&mut ada, "Surprise", SECRET).await;
    for handle in ["louise", "gil"] {
        ada.post(&format!("/groups/{slug}/invitations"), &[("way", "name"), ("handle", handle)])
            .await
            .has_status(200);
    }
    gil.visit("/groups").await.press("Accepter Surprise").await.sees("Bienvenue dans Surprise");
    louise.visit("/groups").await.press("Accepter Surprise").await.sees("Bienvenue dans Surprise");
    ada.visit(&format!("/groups/{slug}/members")).await.sees("Invité externe");
    // A guest of the platform stays one; a member can lead.
    ada.post(&format!("/groups/{slug}/members/{}/role", gil.id), &[("role", "manager")])
        .await
        .has_status(403);
    ada.post(&format!("/groups/{slug}/members/{}/role", louise.id), &[("role", "manager")])
        .await
        .sees("Gestionnaire");
    louise
        .post(&format!("/groups/{slug}/invitations"), &[("way", "name"), ("handle", "yann")])
        .await
        .sees("Yann a reçu");
    yann.visit(&format!("/groups/{slug}")).await.has_status(200);
    ada.post(&format!("/groups/{slug}/members/{}/role", louise.id), &[("role", "member")])
        .await
        .has_status(200);
    yann.visit(&format!("/groups/{slug}")).await.has_status(404);
    // By mail the answer is the same whether someone here has the address or not.
    for address in ["yann@estuaire.test", "inconnue@exemple.fr"] {
        ada.post(&format!("/groups/{slug}/invitations"), &[("way", "mail"), ("email", address)])
            .await
            .sees(&format!("L'invitation est partie à {address}"));
    }
    ada.misses("Yann");
    let letters: Vec<String> =
        sqlx::query_scalar("select to_address from letters where kind = 'group_invitation'")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(letters, ["inconnue@exemple.fr"]);
}

#[tokio::test]
async fn removal_ends_access_and_clears_the_inbox() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let slug = group(&mut ada, "Surprise", SECRET).await;
    ada.post(&format!("/groups/{slug}/invitations"), &[("way", "name"), ("handle", "yann")]).await;
    yann.visit("/groups").await.press("Accepter Surprise").await;
    sqlx::query(
        "insert into notices (id, member_id, kind, subject, group_id, first_at, last_at)
         select gen_random_uuid(), $1, 'member_invited', 'x', id, now(), now() from groups",
    )
    .bind(yann.id)
    .execute(&app.app.db)
    .await
    .unwrap();
    ada.post(&format!("/groups/{slug}/members/{}/removal", yann.id), &[])
        .await
        .sees("Yann ne fait plus partie du groupe");
    yann.visit(&format!("/groups/{slug}")).await.has_status(404);
    let left: i64 = sqlx::query_scalar("select count(*) from notices where member_id = $1")
        .bind(yann.id)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(left, 0);
    let told: i64 = sqlx::query_scalar(
        "select count(*) from activity where kind = 'access_changed' and fact ->> 'member' = $1",
    )
    .bind(yann.id.to_string())
    .fetch_one(&app.app.db)
    .await
    .unwrap();
    assert_eq!(told, 2, "once in, once out");
}

#[tokio::test]
async fn changing_the_level_says_for_whom_and_asks_twice() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let slug = group(&mut ada, "Chorale", OPEN).await;
    let settings = format!("/groups/{slug}/settings/level");
    ada.visit(&settings).await.choose(SECRET);
    ada.press("Enregistrer")
        .await
        .has_status(200)
        .sees("1 personne qui n'en est pas membre ne pourra plus lire")
        .sees("garde son accès");
    yann.visit(&format!("/groups/{slug}")).await.has_status(200);
    ada.press("Confirmer et enregistrer").await.sees("Les réglages sont enregistrés").sees("Groupe secret");
    yann.visit(&format!("/groups/{slug}")).await.has_status(404);
    let recorded: i64 =
        sqlx::query_scalar("select count(*) from activity where kind = 'group_level_changed'")
            .fetch_one(&app.app.db)
            .await
            .unwrap();
    assert_eq!(recorded, 1);
}

#[tokio::test]
async fn two_managers_who_demote_each_other_leave_one() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let slug = group(&mut ada, "Chorale", OPEN).await;
    yann.post(&format!("/groups/{slug}/membership"), &[]).await.has_status(200);
    ada.post(&format!("/groups/{slug}/members/{}/role", yann.id), &[("role", "manager")])
        .await
        .has_status(200);
    // Both hold their permits before either changes anything.
    let first = demotion(&app, &slug, ada.id, yann.id).await;
    let second = demotion(&app, &slug, yann.id, ada.id).await;
    let (one, two) = tokio::join!(demote(&app, ada.id, first), demote(&app, yann.id, second));
    assert!(one != two, "exactly one of both wins: {one} {two}");
    let managers: i64 = sqlx::query_scalar("select count(*) from memberships where role = 'manager'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(managers, 1);
}

async fn demotion(app: &TestApp, slug: &str, by: MemberId, member: MemberId) -> Permit<ChangeRole> {
    let mut db = app.app.db.acquire().await.unwrap();
    let actor = Actor::load(&mut db, by).await.unwrap();
    let path = MembershipPath { group: slug.to_owned(), member };
    permit::<ChangeRole>(&mut db, &actor, path).await.ok().unwrap()
}

async fn demote(app: &TestApp, by: MemberId, permit: Permit<ChangeRole>) -> bool {
    let signal = app.app.signal.clone();
    let mut tx = Tx::begin(&app.app.db, Some(by), "", app.app.clock.now(), signal).await.unwrap();
    match membership::set_role(&mut tx, &permit, GroupRole::Member).await {
        Ok(()) => tx.commit().await.is_ok(),
        Err(Failure::Refused(_)) => false,
        Err(Failure::Fault(fault)) => panic!("{fault}"),
    }
}

#[tokio::test]
async fn opening_a_group_lets_in_who_waited_and_says_so() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let mut gone = app.signed_in("Zoé").await;
    let slug = group(&mut ada, "Bureau", PRIVATE).await;
    for person in [&mut yann, &mut gone] {
        person.visit(&format!("/groups/{slug}")).await.press("Envoyer la demande").await;
    }
    sqlx::query("update members set suspended_at = now() where id = $1")
        .bind(gone.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    let settings = format!("/groups/{slug}/settings/level");
    ada.visit(&settings).await.choose(SECRET).press("Enregistrer").await.misses("attendent votre réponse");
    ada.visit(&settings).await.choose(OPEN);
    ada.press("Enregistrer").await.sees("2 personnes attendent votre réponse pour entrer");
    yann.visit(&format!("/groups/{slug}/members")).await.has_status(403);
    ada.press("Confirmer et enregistrer").await.sees("Les réglages sont enregistrés");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    yann.visit(&format!("/groups/{slug}/members")).await.has_status(200).sees("2 membres");
    yann.visit("/notifications").await.sees("Bureau");
    ada.visit(&format!("/groups/{slug}/requests")).await.misses("Yann").misses("Zoé");
    let kinds = kinds(&app).await;
    assert_eq!(kinds.iter().filter(|kind| *kind == "join_approved").count(), 1);
    let told: Vec<String> = sqlx::query_scalar("select kind from notices where member_id = $1")
        .bind(yann.id)
        .fetch_all(&app.app.db)
        .await
        .unwrap();
    assert_eq!(told, ["join_approved"]);
}

#[tokio::test]
async fn an_accepted_invitation_settles_the_request_without_an_approval() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let slug = group(&mut ada, "Bureau", PRIVATE).await;
    ada.post(&format!("/groups/{slug}/invitations"), &[("way", "name"), ("handle", "yann")])
        .await
        .has_status(200);
    yann.post(&format!("/groups/{slug}/requests"), &[("message", "Puis-je ?")]).await.has_status(200);
    ada.visit(&format!("/groups/{slug}/requests")).await.sees("Puis-je ?");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    yann.visit("/groups").await.press("Accepter Bureau").await.sees("Bienvenue dans Bureau");
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    ada.visit(&format!("/groups/{slug}/requests")).await.misses("Yann");
    assert!(!kinds(&app).await.contains(&"join_approved".to_owned()));
    let told: Vec<String> = sqlx::query_scalar("select kind from notices where member_id = $1")
        .bind(yann.id)
        .fetch_all(&app.app.db)
        .await
        .unwrap();
    assert_eq!(told, ["invited"]);
    let letters: Vec<String> = sqlx::query_scalar("select kind from letters where to_address = $1")
        .bind(&yann.email)
        .fetch_all(&app.app.db)
        .await
        .unwrap();
    assert!(!letters.contains(&"join_approved".to_owned()), "{letters:?}");
}

async fn kinds(app: &TestApp) -> Vec<String> {
    sqlx::query_scalar("select kind from activity order by id").fetch_all(&app.app.db).await.unwrap()
}

/// Whether each group has as many members as are said to have come and not gone.
async fn counted_right(app: &TestApp) -> bool {
    sqlx::query_scalar(
        "select bool_and(group_size(g.id) = (select count(*) from memberships m where m.group_id = g.id)) from groups g",
    )
    .fetch_one(&app.app.db)
    .await
    .unwrap()
}

#[tokio::test]
async fn the_number_of_members_follows_those_who_come_and_go() {
    let app = TestApp::start().await;
    let (mut ada, mut yann) = (app.signed_in("Ada").await, app.signed_in("Yann").await);
    let mut zoe = app.person("Zoé").with_role("administrator").signed_in().await;
    let slug = group(&mut ada, "Chorale", OPEN).await;
    let other = group(&mut ada, "Bureau", PRIVATE).await;
    let (page, membership) = (format!("/groups/{slug}"), format!("/groups/{slug}/membership"));
    for person in [&mut yann, &mut zoe] {
        person.post(&membership, &[]).await.has_status(200).post(&membership, &[]).await.has_status(403);
    }
    ada.visit(&page).await.sees("3 membres");
    yann.post(&format!("/groups/{slug}/departure"), &[]).await.has_status(200);
    ada.visit(&page).await.sees("2 membres");
    yann.post(&membership, &[]).await.has_status(200);
    // Whoever is suspended stays a member; who is forgotten does not.
    zoe.post(&format!("/admin/people/{}/suspension", yann.id), &[]).await.has_status(200);
    ada.visit(&page).await.sees("3 membres");
    zoe.post(&format!("/admin/people/{}/anonymisation", yann.id), &[("confirmation", &yann.email)]).await;
    ada.visit(&page).await.sees("2 membres");
    assert!(counted_right(&app).await);
    // Adding up at night changes nothing, and a group takes its number with it.
    app.run(&parvis::app::jobs::TidyUp {}).await;
    ada.visit(&page).await.sees("2 membres");
    sqlx::query("delete from groups where slug = $1").bind(&other).execute(&app.app.db).await.unwrap();
    assert!(counted_right(&app).await);
    let rows: i64 =
        sqlx::query_scalar("select count(*) from group_sizes").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(rows, 1);
}
