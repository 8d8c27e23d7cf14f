//! What a document says of whoever made it is gone from what is handed out, and nothing else of it is.

use std::io::{Cursor, Read as _, Write as _};

use super::{
    files::published,
    posts::group,
    resuming::{begin, part},
};
use crate::support::{
    TestApp,
    papers::{self, packed, packed_by, pdf_by},
};

const MAKER: &str = "Louise Canari";

const WORD: &str =
    "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Procès-verbal</w:t></w:r></w:p></w:body></w:document>";
const OPEN: (&str, &str) = ("mimetype", "application/vnd.oasis.opendocument.text");

/// All that stands in a file, unpacked where it is packed.
fn all(file: &[u8]) -> Vec<u8> {
    let mut found = file.to_vec();
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(file)) {
        for number in 0..archive.len() {
            archive.by_index(number).unwrap().read_to_end(&mut found).unwrap();
        }
    }
    found
}

fn says(file: &[u8], words: &str) -> bool {
    all(file).windows(words.len()).any(|part| part == words.as_bytes())
}

/// What comes with a name, its bytes, and what must stay of it.
fn documents() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let text = "<office:document-content><text:p>Procès-verbal</text:p></office:document-content>";
    let cells = "<worksheet><c>Procès-verbal</c></worksheet>";
    vec![
        ("pv.docx", packed_by(MAKER, &[("word/document.xml", WORD)]), "Procès-verbal"),
        ("pv.odt", packed_by(MAKER, &[OPEN, ("content.xml", text)]), "Procès-verbal"),
        ("pv.xlsx", packed_by(MAKER, &[("xl/worksheets/sheet1.xml", cells)]), "Procès-verbal"),
        ("pv.pdf", pdf_by(MAKER), "0 0 100 100 re"),
        ("pv.doc", word_97(&[]), "Procès-verbal"),
    ]
}

/// A document of Word 97, with these streams beside its own.
fn word_97(beside: &[&str]) -> Vec<u8> {
    let mut document = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let streams = [
        ("/WordDocument", format!("Procès-verbal{}", " ".repeat(5_000))),
        ("/\u{5}SummaryInformation", format!("{MAKER}{}", " ".repeat(4_000))),
        ("/\u{5}DocumentSummaryInformation", MAKER.to_owned()),
    ];
    let beside = beside.iter().map(|name| (*name, String::new()));
    for (name, words) in streams.into_iter().chain(beside) {
        document.create_stream(name).unwrap().write_all(words.as_bytes()).unwrap();
    }
    document.into_inner().into_inner()
}

#[tokio::test]
async fn readers_learn_nothing_of_who_made_a_document() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "secret", &[&ada, &bob]).await;
    for (name, bytes, stays) in documents() {
        assert!(says(&bytes, MAKER), "{name} says who made it");
        let address = published(&app, &mut ada, "jardin", name, bytes).await;
        bob.visit(&address).await.has_status(200);
        assert!(!says(&bob.page.body, MAKER), "{name}");
        assert!(says(&bob.page.body, stays), "{name}");
        let said: i64 = sqlx::query_scalar("select bytes from files where name = $1")
            .bind(name)
            .fetch_one(&app.app.db)
            .await
            .unwrap();
        assert_eq!(usize::try_from(said).unwrap(), bob.page.body.len(), "{name}");
    }
}

#[tokio::test]
async fn what_is_sent_ahead_by_a_script_or_in_parts_says_no_more() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    for (name, bytes, stays) in documents() {
        let place = begin(&mut ada, name, bytes.len()).await;
        part(&mut ada, &place, 0, &bytes[..40]).await;
        part(&mut ada, &place, 40, &bytes[40..]).await;
        ada.has_status(204);
        let address = place.replace("/uploads/", "/");
        ada.visit(&address).await.has_status(200);
        assert!(!says(&ada.page.body, MAKER) && says(&ada.page.body, stays), "{name}");
    }
}

#[tokio::test]
async fn what_is_sealed_or_cannot_be_read_comes_back_byte_by_byte() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "secret", &[&ada]).await;
    let word = ("word/document.xml", WORD);
    let encrypted = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let mut signed = pdf_by(MAKER);
    signed.extend_from_slice(b"\n<</Type/Sig/ByteRange[0 10 20 30]>>");
    for (name, bytes) in [
        ("signe.docx", packed_by(MAKER, &[word, ("_xmlsignatures/sig1.xml", "<Signature/>")])),
        ("signe.odt", packed_by(MAKER, &[OPEN, ("META-INF/documentsignatures.xml", "<s/>")])),
        ("clos.odt", packed_by(MAKER, &[OPEN, ("META-INF/manifest.xml", encrypted)])),
        ("signe.pdf", signed),
        ("signe.doc", word_97(&["/_signatures"])),
        ("clos.pdf", papers::locked_pdf()),
        ("coupe.pdf", pdf_by(MAKER)[..60].to_vec()),
        ("coupe.docx", packed_by(MAKER, &[word])[..200].to_vec()),
        ("nu.docx", packed(&[word])),
        ("nu.pdf", papers::pdf_of(2, "0 0 200 300")),
        // What is packed as a document, but is not sent as one.
        ("archive.zip", packed_by(MAKER, &[word])),
    ] {
        let address = published(&app, &mut ada, "jardin", name, bytes.clone()).await;
        ada.visit(&address).await.has_status(200);
        assert!(ada.page.body == bytes, "{name}");
    }
}
