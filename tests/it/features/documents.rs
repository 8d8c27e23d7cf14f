//! What documents say is found by those who may read their post, and by nobody else.

use parvis::jobs::run_until_empty;

use super::{files::published, posts::group};
use crate::support::{
    TestApp,
    papers::{self, docx, odt, pptx},
    world::Person,
};

/// Publishes a post with a document and lets the house read it; answers the post.
async fn read(app: &TestApp, person: &mut Person, slug: &str, name: &str, bytes: Vec<u8>) -> String {
    let address = published(app, person, slug, name, bytes).await;
    run_until_empty(&app.app).await.unwrap();
    super::files::post_of(app, &address).await.to_string()
}

#[tokio::test]
async fn documents_are_offered_by_name_while_one_types() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    group(&app, "jardin", "secret", &[&ada]).await;
    let bytes = b"%PDF-1.7\n%%EOF".to_vec();
    let post = read(&app, &mut ada, "jardin", "Règlement intérieur 2026.pdf", bytes).await;
    for typed in ["regle", "interieur 2026", "R%C3%88GLEMENT"] {
        let page = format!("/search/suggestions?q={}", typed.replace(' ', "+"));
        ada.visit(&page).await.sees("Règlement intérieur 2026.pdf").has(&format!("a[href='/posts/{post}']"));
        eve.visit(&page).await.misses("Règlement");
    }
    ada.visit("/search/suggestions?q=reglement+2025").await.misses("Règlement intérieur");
    ada.visit("/search/suggestions?q=re").await.misses("Règlement");
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    ada.visit("/search/suggestions?q=reglement").await.misses("Règlement intérieur");
}

#[tokio::test]
async fn documents_are_found_by_what_they_say_and_lead_to_their_post() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "open", &[&ada]).await;
    let post = read(&app, &mut ada, "jardin", "pv-12.pdf", papers::PDF.to_vec()).await;
    // Without accents, in another form, at its beginning, two words far from each other, words that stand together.
    for q in ["tresoriere", "debroussailleuses", "débrouss", "assemblee+inaugure", "%22oeuvre+collective%22"]
    {
        for kind in ["", "&type=files"] {
            bob.visit(&format!("/search?q={q}{kind}")).await;
            bob.sees("1 résultat").sees("pv-12.pdf").sees("Dans le document").has(".found__x mark");
            bob.has(&format!(".found__t a[href='/posts/{post}']")).sees("Voici le document");
        }
        bob.visit(&format!("/search?q={q}&type=posts")).await.lacks(".found__hit");
    }
    bob.visit("/search?q=debroussailleuse").await.sees("voté l’achat d’une débroussailleuse d’occasion");
    // The post and two of its documents are one result.
    ada.visit("/publish?group=jardin&fresh=1").await;
    ada.fill("Titre (facultatif)", "Mare aux tritons").fill("Texte", "Les tritons sont revenus.");
    ada.attach(
        "Documents et vidéos",
        "a.docx",
        docx("Recensement des tritons <b>crêtés</b>".replace('<', "&lt;").as_str()),
    );
    ada.attach("Documents et vidéos", "b.odt", odt("Tritons palmés")).press("Publier").await.sees("en ligne");
    run_until_empty(&app.app).await.unwrap();
    bob.visit("/search?q=triton")
        .await
        .sees("1 résultat")
        .sees("a.docx")
        .sees("b.odt")
        .lacks("main b")
        .sees("crêtés");
    // Some words of the title, some of the document.
    bob.visit("/search?q=mare+palme").await.sees("Mare aux tritons").sees("b.odt").misses("a.docx");
}

#[tokio::test]
async fn what_documents_say_is_nobodys_but_the_readers() {
    let app = TestApp::start().await;
    let (mut ada, mut eve) = (app.signed_in("Ada Martin").await, app.signed_in("Ève Dehors").await);
    group(&app, "cercle", "secret", &[&ada]).await;
    let place = group(&app, "place", "open", &[&ada, &eve]).await;
    let post = read(&app, &mut ada, "cercle", "plan.pptx", pptx("Vendre le zinzolin")).await;
    let doors = ["/search?q=zinzolin", "/search?q=zinzolin&type=files", "/search/suggestions?q=zinzolin"];
    for door in doors {
        eve.visit(door).await.misses("plan.pptx").misses("Vendre").lacks(".found__hit");
    }
    ada.visit(doors[0]).await.sees("plan.pptx");
    // Moved, it is found where it is; into the bin, nowhere; and out of it again.
    sqlx::query("update posts set group_id = $1").bind(place).execute(&app.app.db).await.unwrap();
    eve.visit(doors[0]).await.sees("plan.pptx");
    ada.post(&format!("/posts/{post}/removal"), &[]).await;
    eve.visit(doors[0]).await.lacks(".found__hit");
    ada.visit(doors[0]).await.lacks(".found__hit");
    ada.post(&format!("/posts/{post}/restoration"), &[]).await;
    eve.visit(doors[0]).await.sees("plan.pptx");
    sqlx::query("update posts set title = 'Vitrine', anonymised_at = published_at")
        .execute(&app.app.db)
        .await
        .unwrap();
    eve.visit("/search?q=zinzolin+vitrine").await.sees("Vitrine").sees("plan.pptx");
    let filtered = format!("/search?q=zinzolin&author={}", ada.id);
    eve.visit(&filtered).await.lacks(".found__hit");
    sqlx::query("delete from posts").execute(&app.app.db).await.unwrap();
    for table in ["search_texts", "file_passages"] {
        let left: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {table}")))
            .fetch_one(&app.app.db)
            .await
            .unwrap();
        assert_eq!(left, 0, "{table}");
    }
}

#[tokio::test]
async fn drafts_are_not_read_and_edits_are() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    ada.visit("/publish?group=jardin&fresh=1").await.fill("Texte", "À finir");
    ada.attach("Documents et vidéos", "brouillon.docx", docx("Zinzolin")).press("Garder en brouillon").await;
    run_until_empty(&app.app).await.unwrap();
    ada.visit("/search?q=zinzolin").await.lacks(".found__hit");
    let read: i64 =
        sqlx::query_scalar("select count(*) from file_passages").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(read, 0);
    // What an edit brings is read, what it takes away is not found any more.
    let post = self::read(&app, &mut ada, "jardin", "ancien.docx", docx("Garance")).await;
    ada.visit(&format!("/posts/{post}/edit")).await.choose("Retirer ce document");
    ada.attach("Documents et vidéos", "neuf.odt", odt("Vermillon")).press("Enregistrer").await;
    run_until_empty(&app.app).await.unwrap();
    ada.visit("/search?q=garance").await.lacks(".found__hit");
    ada.visit("/search?q=vermillon").await.sees("neuf.odt");
}

#[tokio::test]
async fn documents_that_cannot_be_read_are_found_by_their_names() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    for (name, bytes) in [
        ("serrure.pdf", papers::locked_pdf()),
        ("casse.pdf", b"%PDF-1.7 casse".to_vec()),
        ("fete.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isomavc1".to_vec()),
    ] {
        read(&app, &mut ada, "jardin", name, bytes).await;
        let stem = name.split('.').next().unwrap();
        ada.visit(&format!("/search?q={stem}")).await.sees("1 résultat").sees(name);
    }
    // Looked at once, not again and again.
    let waiting: i64 = sqlx::query_scalar("select count(*) from files where read_at is null")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(waiting, 0);
}

#[tokio::test]
async fn the_index_made_anew_holds_what_documents_say() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    read(&app, &mut ada, "jardin", "pv.docx", docx("Le zinzolin est adopté")).await;
    sqlx::query("delete from search_texts").execute(&app.app.db).await.unwrap();
    sqlx::query("update file_passages set text = 'x', words = ''").execute(&app.app.db).await.unwrap();
    parvis::features::search::rebuild(&app.app, &|_| {}).await.unwrap();
    ada.visit("/search?q=zinzolin").await.lacks(".found__hit");
    run_until_empty(&app.app).await.unwrap();
    ada.visit("/search?q=zinzolin").await.sees("Le zinzolin est adopté");
    // A list of nothing but words that occur once is found by its beginning.
    let words: Vec<String> = (0..60_000).map(|n| format!("mot{n:05}x\n")).collect();
    read(&app, &mut ada, "jardin", "liste.txt", words.concat().into_bytes()).await;
    ada.visit("/search?q=mot00012x").await.sees("liste.txt");
}
