//! Two accounts of one person become one.

use parvis::authz::Level;

use super::people_import::{check, confirm, upload};
use crate::support::{TestApp, world::Person};

async fn admin(app: &TestApp) -> Person {
    app.person("Zoé").with_role("administrator").signed_in().await
}

async fn count(app: &TestApp, sql: &'static str, member: &Person) -> i64 {
    sqlx::query_scalar(sql).bind(member.id).fetch_one(&app.app.db).await.unwrap()
}

/// Merges by the pages: the first account ends, the second stays.
async fn merge(zoe: &mut Person, gone: &Person, stays: &Person) {
    zoe.visit(&format!("/admin/people/{}/merge?into={}", gone.id, stays.id))
        .await
        .fill("Pour confirmer", &gone.email)
        .press("Fusionner les deux comptes")
        .await
        .sees("Les deux comptes n'en font plus qu'un");
}

/// Sends the form of a merge, and expects this status.
async fn post(who: &mut Person, address: &str, form: &[(&str, String)], status: u16) {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    who.post(address, &form).await.has_status(status);
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one journey, from finding the account to what is left of it")]
async fn all_that_a_second_account_did_goes_to_the_first() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (ada, mut twin, mut bob) =
        (app.signed_in("Ada").await, app.signed_in("Ada Bis").await, app.signed_in("Bob").await);
    let (choir, slug) = app.group(&twin, "Chorale", Level::Private).await;
    let (garden, garden_slug) = app.group(&bob, "Jardin", Level::Private).await;
    app.belongs(garden, ada.id, "member").await;
    app.belongs(garden, twin.id, "publisher").await;
    let post = app.post(twin.id, &slug, "Répétition mardi", Vec::new()).await;
    let other = app.post(bob.id, &garden_slug, "Bonjour @ada.bis", Vec::new()).await;
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    // Both react in the same way, read the same post and have the same unread notice: what can stand once stands once.
    for person in [ada.id, twin.id] {
        for sql in [
            "insert into post_reactions (post_id, member_id, emoji, at) values ($2, $1, '👍', now())",
            "insert into post_views (post_id, member_id, at) values ($2, $1, now()) on conflict do nothing",
            "insert into mentions (post_id, member_id) values ($2, $1) on conflict do nothing",
        ] {
            sqlx::query(sql).bind(person).bind(other).execute(&app.app.db).await.unwrap();
        }
        sqlx::query(
            "insert into notices (id, member_id, kind, subject, first_at, last_at)
             values (gen_random_uuid(), $1, 'posted', 'post:x', now(), now())",
        )
        .bind(person)
        .execute(&app.app.db)
        .await
        .unwrap();
    }
    let account = format!("/admin/people/{}", twin.id);
    zoe.visit(&account).await.click("Choisir l'autre compte").await;
    zoe.fill("Nom, adresse ou matricule", "ada").press("Chercher").await.click("Ada").await;
    zoe.sees("1 groupe de plus")
        .sees("1 groupe en commun")
        .sees("1 publication")
        .sees("1 réaction")
        .sees("Une liste importée qui nomme ada.bis@estuaire.test");
    zoe.press("Fusionner les deux comptes").await.has_status(422).sees("Recopiez exactement l'adresse");
    zoe.fill("Pour confirmer", "ada.bis@estuaire.test").press("Fusionner les deux comptes").await;
    zoe.sees("Les deux comptes n'en font plus qu'un").sees("ada@estuaire.test");
    // The sessions of the account that closed end; it is nobody any more.
    twin.visit("/feed").await.sees("Se connecter");
    zoe.visit(&account).await.has_status(404);
    let mut ada = ada;
    ada.visit(&format!("/posts/{post}")).await.sees("Répétition mardi").sees("Ada").misses("Ada Bis");
    ada.visit(&format!("/groups/{slug}/settings")).await.has_status(200);
    let mention = format!("a.mention[href='/people/{}']", ada.id);
    ada.visit(&format!("/posts/{other}")).await.has(&mention);
    for (expected, sql) in [
        (1, "select count(*) from post_reactions where member_id = $1"),
        (1, "select count(*) from notices where member_id = $1 and subject = 'post:x'"),
        (2, "select count(*) from memberships where member_id = $1"),
        (1, "select count(*) from memberships where member_id = $1 and role = 'publisher'"),
        (1, "select count(*) from memberships where member_id = $1 and role = 'manager'"),
        (1, "select count(*) from activity where kind = 'members_merged' and fact->>'member' = $1::text"),
    ] {
        assert_eq!(count(&app, sql, &ada).await, expected, "{sql}");
    }
    let _ = choir;
    // Nothing anywhere refers to the account that closed.
    let left: i64 = sqlx::query_scalar("select count(*) from mentions where member_id = $1")
        .bind(twin.id)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(left, 0);
    bob.visit("/people").await.misses("Ada Bis");
}

#[tokio::test]
async fn what_the_account_that_stays_says_is_kept_and_the_rest_is_filled_in() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (ada, twin) = (app.signed_in("Ada").await, app.signed_in("Ada Bis").await);
    sqlx::query(
        "update members set headline = 'Luthière', place = 'Nantes', external_id = 'M-7' where id = $1",
    )
    .bind(twin.id)
    .execute(&app.app.db)
    .await
    .unwrap();
    sqlx::query("update members set headline = 'Facteur d''orgues' where id = $1")
        .bind(ada.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    merge(&mut zoe, &twin, &ada).await;
    zoe.visit(&format!("/people/{}", ada.id))
        .await
        .sees("Facteur d'orgues")
        .sees("Nantes")
        .misses("Luthière");
    zoe.visit(&format!("/admin/people/{}", ada.id)).await.sees("M-7");
}

#[tokio::test]
async fn a_list_that_names_the_old_address_means_the_account_that_stays() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (ada, twin) = (app.signed_in("Ada").await, app.signed_in("Ada Bis").await);
    merge(&mut zoe, &twin, &ada).await;
    let sheet = "Adresse e-mail;Fonction\nADA.BIS@estuaire.test;Luthière\n";
    upload(&app, &mut zoe, "liste.csv", sheet.as_bytes().to_vec()).await;
    check(&app, &mut zoe).await;
    zoe.sees("Luthière").sees("À modifier : 1");
    confirm(&app, &mut zoe, "Importer une personne").await;
    let rows: Vec<(String, String)> =
        sqlx::query_as("select email, headline from members where erased_at is null and name like 'Ada%'")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(rows, [("ada@estuaire.test".to_owned(), "Luthière".to_owned())]);
}

#[tokio::test]
async fn nobody_merges_what_must_stay() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut paul = app.person("Paul").with_role("people_administrator").signed_in().await;
    let (ada, mut guest) = (app.signed_in("Ada").await, app.person("Gus").external().signed_in().await);
    let at = |gone: &Person| format!("/admin/people/{}/merge", gone.id);
    let into = |stays: &Person, gone: &Person| {
        [("into", stays.id.to_string()), ("confirmation", gone.email.clone())]
    };
    // Neither the last administrator nor oneself ends, and people administrators do not touch administrators.
    let form = into(&ada, &zoe);
    let (zoes, adas, gus) = (at(&zoe), at(&ada), at(&guest));
    post(&mut zoe, &zoes, &form, 403).await;
    post(&mut paul, &zoes, &form, 403).await;
    let form = into(&zoe, &ada);
    post(&mut paul, &adas, &form, 403).await;
    // A guest does not take over what a member may see; the other way round is fine.
    zoe.visit(&format!("{adas}?into={}", guest.id)).await.sees("Gardez plutôt le compte du membre");
    let form = into(&guest, &ada);
    post(&mut zoe, &adas, &form, 409).await;
    let form = into(&ada, &ada);
    post(&mut zoe, &adas, &form, 409).await;
    zoe.post(&adas, &[("into", "nobody"), ("confirmation", &ada.email)]).await.has_status(404);
    zoe.visit(&format!("{adas}?into=nobody&q=zzz")).await.sees("Aucun autre compte ne correspond");
    guest.visit(&adas).await.has_status(404);
    merge(&mut paul, &guest, &ada).await;
    let _ = gus;
}

#[tokio::test]
async fn a_merge_moves_every_row_that_refers_to_an_account() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let (ada, twin) = (app.signed_in("Ada").await, app.signed_in("Ada Bis").await);
    merge(&mut zoe, &twin, &ada).await;
    let references: Vec<(String, String)> = sqlx::query_as(
        "select c.conrelid::regclass::text, a.attname::text from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
         where c.contype = 'f' and c.confrelid = 'members'::regclass",
    )
    .fetch_all(&app.app.db)
    .await
    .unwrap();
    assert!(references.len() > 20, "the catalogue answers");
    for (table, column) in references {
        let sql = format!("select count(*) from {table} where {column} = $1");
        let left: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(twin.id).fetch_one(&app.app.db).await.unwrap();
        assert_eq!(left, 0, "{table}.{column}");
    }
}
