//! What documents hold is seen by those who may read their post, without opening them elsewhere.

use chrono::TimeDelta;
use parvis::{features::files::jobs::sweep, jobs::run_until_empty};

use super::{files::published, posts::group};
use crate::{
    live,
    support::{
        TestApp,
        papers::{self, docx, pdf_of},
        world::Person,
    },
};

/// Publishes a post with a document and lets the house read it; answers the document's address.
async fn read(app: &TestApp, person: &mut Person, name: &str, bytes: Vec<u8>) -> String {
    let address = published(app, person, "jardin", name, bytes).await;
    run_until_empty(&app.app).await.unwrap();
    address
}

/// The picture of a page.
async fn picture(person: &mut Person, address: &str, page: &str) -> image::RgbImage {
    person.visit(&format!("{address}/pages/{page}")).await.has_status(200);
    image::load_from_memory(&person.page.body).unwrap().to_rgb8()
}

#[tokio::test]
async fn the_pages_of_a_document_are_seen_beside_its_post_and_one_below_the_other() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "secret", &[&ada, &bob]).await;
    let plan = read(&app, &mut ada, "plan.pdf", pdf_of(3, "0 0 200 300")).await;
    let preview = format!("{plan}/preview");
    bob.visit("/feed").await.sees("3 pages").has(&format!("a.filecard__open[href='{preview}'] img"));
    bob.has(&format!("a[href='{plan}'][download]"));
    bob.visit(&preview)
        .await
        .sees("3 pages")
        .has(&format!("img[src='{plan}/pages/3/large'][width='1240'][height='1860'][alt='Page 3']"));
    bob.misses("premières pages").has(&format!("a[href='{plan}'][download]"));
    let large = picture(&mut bob, &plan, "2/large").await;
    assert_eq!(large.dimensions(), (1240, 1860));
    assert_eq!((large.get_pixel(100, 1800).0, large.get_pixel(1200, 100).0), ([0; 3], [255; 3]));
    assert_eq!(bob.page.headers["content-security-policy"], "default-src 'none'; sandbox");
    assert_eq!(picture(&mut bob, &plan, "1/small").await.dimensions(), (213, 320));
    for wrong in ["4/large", "0/large", "-1/large", "x/large", "99999999/large", "1/huge", "1/.."] {
        bob.visit(&format!("{plan}/pages/{wrong}")).await.has_status(404);
    }
    // What Chromium printed, with its letters.
    let minutes = read(&app, &mut ada, "pv.pdf", papers::PDF.to_vec()).await;
    let page = picture(&mut bob, &minutes, "1/large").await;
    let ink = page.pixels().filter(|pixel| pixel.0[0] < 100).count();
    assert!((1_000..page.pixels().len() / 5).contains(&ink), "{ink} dark pixels");
    bob.visit(&format!("{minutes}/preview")).await.sees("Texte du document").sees("débroussailleuse");
}

#[tokio::test]
async fn nobody_else_sees_what_a_document_holds() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    let garden = group(&app, "jardin", "private", &[&ada]).await;
    let plan = read(&app, &mut ada, "plan.pdf", pdf_of(1, "0 0 200 300")).await;
    let doors = [format!("{plan}/preview"), format!("{plan}/pages/1/large"), format!("{plan}/pages/1/small")];
    let mut visitor = app.visitor();
    for door in &doors {
        ada.visit(door).await.has_status(200);
        eve.visit(door).await.has_status(404).misses("plan.pdf");
        visitor.visit(door).await.misses("plan.pdf");
    }
    // In the bin only whoever threw it there sees it; gone, nobody does, and the night takes the pictures away.
    sqlx::query("update groups set level = 'open' where id = $1")
        .bind(garden)
        .execute(&app.app.db)
        .await
        .unwrap();
    eve.visit(&doors[0]).await.has_status(200);
    let post = super::files::post_of(&app, &plan).await;
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    for door in &doors {
        eve.visit(door).await.has_status(404);
    }
    sqlx::query("delete from posts").execute(&app.app.db).await.unwrap();
    ada.visit(&doors[0]).await.has_status(404);
    assert_eq!(app.app.blobs.list("pages").await.unwrap().len(), 2);
    app.clock.advance(TimeDelta::days(2));
    sweep(&app.app).await.unwrap();
    assert!(app.app.blobs.list("pages").await.unwrap().is_empty());
}

#[tokio::test]
async fn office_documents_show_their_text_and_what_holds_nothing_is_saved() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let letter =
        read(&app, &mut ada, "lettre.docx", docx("Zinzolin <b>".replace('<', "&lt;").as_str())).await;
    ada.visit("/feed").await.has(".filecard__open .sheetico");
    ada.visit(&format!("{letter}/preview")).await;
    ada.sees("Zinzolin <b>").has("details[open]").lacks("details b").lacks(".leaves");
    ada.visit(&format!("{letter}/pages/1/large")).await.has_status(404);
    let long = "Une ligne de plus.\n".repeat(12_000).into_bytes();
    let long = read(&app, &mut ada, "long.txt", long).await;
    ada.visit(&format!("{long}/preview")).await.sees("Le texte continue.");
    for (name, bytes) in [
        ("serrure.pdf", papers::locked_pdf()),
        ("casse.pdf", b"%PDF-1.7 casse".to_vec()),
        ("archive.zip", papers::packed(&[("a.bin", "x")])),
    ] {
        let address = read(&app, &mut ada, name, bytes).await;
        ada.visit("/feed").await.has(&format!("a.filecard[href='{address}'][download]"));
        ada.visit(&format!("{address}/preview")).await.sees("Ce document n'a pas d'aperçu");
    }
    assert_eq!(super::polls::count(&app, "select count(*) from files where read_at is null").await, 0);
}

#[tokio::test]
async fn boxes_of_any_size_and_hundreds_of_pages_stay_within_bounds() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    for (media_box, size) in
        [("0 0 14400 14400", (1240, 1240)), ("0 0 20 20000", (3, 3720)), ("-50 -50 50 100", (1240, 1860))]
    {
        let address = read(&app, &mut ada, "grand.pdf", pdf_of(1, media_box)).await;
        assert_eq!(picture(&mut ada, &address, "1/large").await.dimensions(), size, "{media_box}");
    }
    let book = read(&app, &mut ada, "livre.pdf", pdf_of(200, "0 0 20 20")).await;
    ada.visit(&format!("{book}/preview")).await.sees("Les 30 premières pages, sur 200.");
    ada.has("ol.leaves li:nth-child(30)").lacks("ol.leaves li:nth-child(31)");
}

#[tokio::test]
async fn open_pages_show_the_first_page_when_it_is_drawn() {
    let (app, address) = live::open().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada, &bob]).await;
    let mut page = live::page(address, &bob, &["home"], None).await;
    live::listeners(&app, 1).await;
    let plan = published(&app, &mut ada, "jardin", "plan.pdf", pdf_of(1, "0 0 200 300")).await;
    let told = live::hear(&mut page, "fragment").await.unwrap();
    assert!(told["html"].as_str().unwrap().contains(&format!("{plan}/pages/1/small")), "{told}");
}
