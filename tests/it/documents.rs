//! The text of documents through the real child process: what programs write, and what nobody should have sent.

use std::{path::Path, time::Duration};

use mail_parser::{MessageParser, MimeHeaders as _};
use parvis::worker::{
    Input, Limits, WorkerError, Workers,
    document::{self, MOST_TEXT, Read, Unread, metadata, pages},
};
use rust_xlsxwriter::Workbook;

use crate::support::papers::{self, docx, odt, packed, pptx};

fn workers() -> Workers {
    Workers::of(env!("CARGO_BIN_EXE_parvis"), 2)
}

async fn read(file: Vec<u8>) -> Read {
    document::read(&workers(), Input::whole(file), document::limits()).await.unwrap()
}

async fn lines(file: Vec<u8>) -> Vec<String> {
    let read = read(file).await;
    assert_eq!(read.why, None, "{}", read.text);
    read.text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[tokio::test]
async fn letters_slides_and_texts_are_read_in_their_order() {
    assert_eq!(
        lines(docx("Débroussailleuse à prêter")).await,
        ["Bonjour à tous & toutes", "Débroussailleuse à prêter", "En note de bas"]
    );
    assert_eq!(lines(odt("Article &#233;lu &lt;1&gt;")).await, ["Statuts", "Article élu <1> et fin ici"]);
    assert_eq!(lines(pptx("Le plan")).await, ["Le plan", "À dire", "Dernière"]);
    let book = packed(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container/>"),
        (
            "a.xhtml",
            "<html><head><title>Non</title></head><body><p>Un<br/>deux</p><script>x</script></body></html>",
        ),
    ]);
    assert_eq!(lines(book).await, ["Un", "deux"]);
    let text = "Procès-verbal\r\nœuvre\u{0}\u{E000}";
    assert_eq!(lines(text.replace('\0', "").into_bytes()).await, ["Procès-verbal", "œuvre"]);
    let windows = encoding_rs::WINDOWS_1252.encode("Été à Nîmes").0.into_owned();
    assert_eq!(lines(windows).await, ["Été à Nîmes"]);
}

#[tokio::test]
async fn all_sheets_of_a_workbook_are_read() {
    let mut book = Workbook::new();
    for (name, words) in [("Recettes", "Subvention"), ("Dépenses", "Broyeur")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write_string(0, 0, words).unwrap().write_number(0, 1, 1_250.5).unwrap();
        sheet.write_string(4, 2, "Total").unwrap();
    }
    let found = lines(book.save_to_buffer().unwrap()).await;
    assert_eq!(found, ["Subvention 1250.5", "Total", "Broyeur 1250.5", "Total"]);
}

#[tokio::test]
async fn printed_pages_are_read_word_by_word() {
    let read = read(papers::PDF.to_vec()).await;
    assert_eq!(read.why, None);
    let words: Vec<&str> = read.text.split_whitespace().collect();
    assert!(read.text.starts_with("Compte rendu de\nl’assemblée\nLes membres"), "{}", read.text);
    for sought in
        ["trésorière", "débroussailleuse", "d’occasion.", "L’œuvre", "été.", "officiel,", "finance."]
    {
        assert!(words.contains(&sought), "{sought}: {}", read.text);
    }
}

#[tokio::test]
async fn only_the_beginning_of_what_is_endless_is_kept() {
    let read = read("arrosoir à bec fin\n".repeat(200_000).into_bytes()).await;
    assert!(read.text.len() > MOST_TEXT - 40 && read.text.len() <= MOST_TEXT + 40, "{}", read.text.len());
    let letter = docx(&"arrosoir ".repeat(100_000));
    assert!(self::read(letter).await.text.len() <= MOST_TEXT + 40);
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_without_harm() {
    let bomb = read(papers::bomb()).await;
    assert_eq!((bomb.text.trim(), bomb.why), ("mèche", Some(Unread::TooBig)));
    assert_eq!(read(papers::locked_pdf()).await.why, Some(Unread::Password));
    let mut locked = docx("secret");
    // The mark of an entry that is encrypted, in both of its headers.
    for place in 0..locked.len() - 10 {
        match &locked[place..place + 4] {
            b"PK\x03\x04" => locked[place + 6] |= 1,
            b"PK\x01\x02" => locked[place + 8] |= 1,
            _ => {}
        }
    }
    let locked = read(locked).await;
    assert_eq!((locked.text.as_str(), locked.why), ("", Some(Unread::Password)));
    let deep = "<w:p>".repeat(2_000_000);
    assert!(read(packed(&[("word/document.xml", &deep)])).await.text.is_empty());
    for (file, why) in [
        (b"%PDF-1.7\n%%EOF".to_vec(), Unread::Broken),
        (docx("mot")[..200].to_vec(), Unread::Broken),
        (packed(&[("photo.jpg", "x")]), Unread::NotADocument),
        (b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec(), Unread::NotADocument),
        (vec![0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], Unread::Broken),
    ] {
        let read = read(file).await;
        assert_eq!((read.text.trim(), read.why), ("", Some(why)));
    }
    // What is left of a file that was cut is read as far as it goes.
    assert!(read(papers::PDF[..papers::PDF.len() / 3].to_vec()).await.text.trim().is_empty());
}

#[tokio::test]
async fn a_document_whose_bytes_stop_coming_is_not_taken_for_a_broken_one() {
    let head = Ok(b"%PDF-1.7\n".to_vec().into());
    let gone = std::io::Error::new(std::io::ErrorKind::ConnectionReset, "the store is gone");
    let chunks = Box::pin(futures_util::stream::iter([head, Err(gone)]));
    let read = document::read(&workers(), Input { length: 1_000, chunks }, document::limits()).await;
    assert!(matches!(read, Err(WorkerError::Unavailable(_))));
}

#[tokio::test]
#[expect(clippy::print_stderr, reason = "said where the samples are missing")]
async fn documents_of_strangers_do_no_harm() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    if !samples.exists() {
        eprintln!("passed over: {} is not there", samples.display());
        return;
    }
    let (mut read_some, mut files) = (0, Vec::new());
    for entry in samples.join("sheets").read_dir().unwrap() {
        files.push(std::fs::read(entry.unwrap().path()).unwrap());
    }
    for entry in samples.join("mail").read_dir().unwrap() {
        let mail = std::fs::read(entry.unwrap().path()).unwrap();
        let Some(mail) = MessageParser::default().parse(&mail) else { continue };
        files.extend(
            mail.attachments()
                .filter(|part| part.attachment_name().is_some())
                .map(|part| part.contents().to_vec()),
        );
    }
    let mut without_makers = 0;
    for file in files.into_iter().filter(|file| !file.is_empty()) {
        let text = read(file.clone()).await.text;
        read_some += usize::from(!text.is_empty());
        if let Some(without) = without_makers_of(file).await {
            without_makers += 1;
            assert!(read(without.clone()).await.text == text);
            assert!(without_makers_of(without).await.is_none(), "nothing is left to take out");
        }
    }
    assert!(read_some > 10 && without_makers > 5, "{read_some}, {without_makers}");
}

/// A document without what it says of its makers; nothing where it said nothing, or could not be read.
async fn without_makers_of(file: Vec<u8>) -> Option<Vec<u8>> {
    let mut pieces = metadata::take_out(&workers(), Input::whole(file), metadata::limits()).await.unwrap();
    let mut without = Vec::new();
    loop {
        match pieces.next().await {
            Ok(Some(piece)) => without.extend(piece),
            Ok(None) => return (!without.is_empty()).then_some(without),
            Err(WorkerError::Refused(_)) => return None,
            Err(other) => panic!("{other}"),
        }
    }
}

/// The pages that come of drawing a file, within two seconds of work.
async fn drawn(file: Vec<u8>) -> Vec<i16> {
    let limits = Limits { cpu_seconds: 2, wall: Duration::from_secs(30), ..pages::limits() };
    let mut drawing = pages::draw(&workers(), Input::whole(file), limits).await.unwrap().unwrap();
    let mut numbers = Vec::new();
    while let Some(page) = drawing.next().await.unwrap() {
        numbers.push(page.number);
    }
    numbers
}

#[tokio::test]
async fn pages_that_cost_too_much_are_given_up_and_those_before_them_are_there() {
    // Each form draws the next a hundred times.
    let form = |number: usize, words: &str| {
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F {} 0 R>>>>/Length {}>>\nstream\n{words}\nendstream",
            number + 1,
            words.len()
        )
    };
    let many = "/F Do ".repeat(100);
    let mut forms: Vec<String> = (8..15).map(|number| form(number, &many)).collect();
    forms.push(form(15, "0 0 1 1 re f"));
    assert_eq!(drawn(papers::pdf_drawing(&form(7, &many), &forms)).await, [1]);
    // What draws itself, and a picture larger than any memory, take nothing with them.
    let itself = form(6, "/F Do");
    let huge = "<</Type/XObject/Subtype/Image/Width 900000/Height 900000/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 3>>\nstream\nabc\nendstream";
    for file in [papers::pdf_drawing(&itself, &[]), papers::pdf_drawing(huge, &[])] {
        let numbers = drawn(file).await;
        assert!(numbers == [1] || numbers == [1, 2], "{numbers:?}");
    }
}
