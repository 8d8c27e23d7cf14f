//! Lists of people on their way: what an open page sees, and what is left when a worker dies in the middle.

use std::{pin::pin, time::Duration};

use parvis::{
    features::people_import::jobs::WriteList,
    jobs::{Job as _, JobCx},
    kernel::ImportId,
};

use super::people_import::{check, confirm, upload};
use crate::{
    live::{hear, listeners, open, page},
    support::TestApp,
};

fn rows(n: usize) -> Vec<u8> {
    let rows: Vec<String> = (1..=n).map(|row| format!("p{row}@estuaire.test;Personne {row}")).collect();
    format!("Adresse e-mail;Nom complet\n{}\n", rows.join("\n")).into_bytes()
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

const MADE: &str = "select count(*) from members where email like 'p%@estuaire.test'";
const TOLD: &str = "select count(*) from activity where kind = 'person_imported'";

#[tokio::test]
async fn an_import_that_is_cut_off_goes_on_without_loss_or_doubling() {
    let app = TestApp::start().await;
    let mut zoe = app.person("Zoé").with_role("administrator").signed_in().await;
    upload(&app, &mut zoe, "liste.csv", rows(700)).await;
    check(&app, &mut zoe).await;
    zoe.click("Continuer vers la confirmation").await.press("Importer 700 personnes").await;
    zoe.sees("Vous pouvez quitter cette page").has("section[id^='import-'] [role=progressbar]");
    let import: ImportId =
        sqlx::query_scalar("select id from people_imports").fetch_one(&app.app.db).await.unwrap();
    // A worker that dies in the middle: its work is dropped, with the transaction it was in.
    let cx = JobCx { app: app.app.clone(), attempt: 1 };
    {
        let mut work = pin!(WriteList { import, by: zoe.id }.run(&cx));
        loop {
            tokio::select! {
                done = &mut work => panic!("it ended before it was cut off: {}", done.is_ok()),
                () = tokio::time::sleep(Duration::from_millis(2)) => {}
            }
            if number(&app, MADE).await > 0 {
                break;
            }
        }
    }
    let before = number(&app, MADE).await;
    assert!((1..700).contains(&before), "{before} people are there");
    assert_eq!(number(&app, TOLD).await, before, "each of them whole, with its fact");
    // The job itself is still in the queue.
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    let here = format!("/admin/people/imports/{import}");
    zoe.visit(&here).await.sees("700 personnes importées");
    assert_eq!(number(&app, MADE).await, 700);
    assert_eq!(number(&app, TOLD).await, 700);
    let twice = "select count(*) from (select fact->>'member' from activity where kind = 'person_imported' group by 1 having count(*) > 1) x";
    assert_eq!(number(&app, twice).await, 0);
}

#[tokio::test]
async fn whoever_brought_a_list_sees_it_move_while_the_page_is_open() {
    let (app, address) = open().await;
    let mut zoe = app.person("Zoé").with_role("administrator").signed_in().await;
    let eve = app.person("Eve").with_role("administrator").signed_in().await;
    let mut hers = page(address, &zoe, &["me"], None).await;
    let _others = page(address, &eve, &["me"], None).await;
    listeners(&app, 2).await;
    app.settle().await;
    zoe.visit("/admin/people/imports")
        .await
        .attach("Fichier", "liste.csv", rows(3))
        .press("Envoyer et continuer")
        .await;
    let import: ImportId =
        sqlx::query_scalar("select id from people_imports").fetch_one(&app.app.db).await.unwrap();
    let here = format!("/admin/people/imports/{import}");
    while number(&app, "select count(*) from people_imports where state = 'mapping'").await == 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    zoe.visit(&here).await.press("Vérifier sans rien écrire").await;
    let heard = hear(&mut hers, "fragment").await.expect("the bar moves");
    assert_eq!(heard["id"], format!("import-{import}"));
    assert!(
        heard["html"].as_str().unwrap().contains("Vérification")
            || heard["html"].as_str().unwrap().contains(&here)
    );
}

#[tokio::test]
async fn without_script_the_page_of_a_list_comes_again_by_itself() {
    let app = TestApp::start().await;
    let mut zoe = app.person("Zoé").with_role("administrator").signed_in().await;
    zoe.visit("/admin/people/imports")
        .await
        .attach("Fichier", "liste.csv", rows(2))
        .press("Envoyer et continuer")
        .await;
    assert!(zoe.page.html().contains(r#"<noscript><meta http-equiv="refresh" content="3">"#));
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    let here = zoe.page.address.clone();
    zoe.visit(&here).await;
    check(&app, &mut zoe).await;
    confirm(&app, &mut zoe, "Importer 2 personnes").await;
    assert!(!zoe.page.html().contains("http-equiv"));
}
