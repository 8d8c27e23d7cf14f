//! Spreadsheets through the real child process: what people keep, and what they should not have sent.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::{io::Write as _, path::Path};

use parvis::worker::{
    Input, Workers,
    sheet::{self, Opened, Piece, SheetError, SheetRefused, Wish},
};
use rust_xlsxwriter::{Format, Workbook};

type Rows = Vec<(u32, Vec<String>)>;

async fn read(file: Vec<u8>) -> Result<(Opened, Rows), SheetRefused> {
    read_sheet(file, None).await
}

async fn read_sheet(file: Vec<u8>, sheet: Option<&str>) -> Result<(Opened, Rows), SheetRefused> {
    let words = ["adresse e mail", "nom", "prenom", "telephone"].map(str::to_owned).to_vec();
    let wish = Wish { sheet: sheet.map(str::to_owned), words };
    let workers = Workers::of(env!("CARGO_BIN_EXE_parvis"), 2);
    let fate = async {
        let mut reading = sheet::open(&workers, &wish, Input::whole(file)).await?;
        let mut opened = Opened::default();
        let mut rows = Rows::new();
        while let Some(piece) = reading.next().await? {
            match piece {
                Piece::Opened(found) => opened = found,
                Piece::Rows(json) => rows.extend(serde_json::from_slice::<Rows>(&json).unwrap()),
            }
        }
        Ok((opened, rows))
    };
    fate.await.map_err(|error| match error {
        SheetError::Refused(refused) => refused,
        SheetError::Unavailable(error) => panic!("{error}"),
    })
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

#[tokio::test]
async fn text_files_are_read_as_french_programs_write_them() {
    let text = "Effectifs au 1er novembre;;\r\n\r\nNom;Prénom;Téléphone\r\nŒuvré;\"Élodie; dite \"\"Élo\"\"\";06 01\r\nNoël;\"Zoé\nAnne\";0612\r\n;;\r\nDupont;Léa;01\r\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    let files: Vec<Vec<u8>> = vec![
        text.as_bytes().to_vec(),
        format!("\u{FEFF}{text}").into_bytes(),
        encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
        utf16(u16::to_le_bytes, &[0xFF, 0xFE]),
        utf16(u16::to_be_bytes, &[0xFE, 0xFF]),
        utf16(u16::to_le_bytes, &[]),
    ];
    for (number, file) in files.into_iter().enumerate() {
        let (opened, rows) = read(file).await.unwrap();
        assert_eq!((opened.header, opened.sheets.len()), (3, 1), "file {number}");
        assert_eq!(rows.first(), Some(&row(1, &["Effectifs au 1er novembre"])));
        assert_eq!(rows.get(2), Some(&row(4, &["Œuvré", "Élodie; dite \"Élo\"", "06 01"])));
        assert_eq!(rows.get(3), Some(&row(5, &["Noël", "Zoé\nAnne", "0612"])));
        assert_eq!(rows.get(4), Some(&row(7, &["Dupont", "Léa", "01"])), "as Excel counts rows");
    }
    let tabs = text.replace(';', "\t").replace("Élodie\t dite", "Élodie; dite");
    let (_, rows) = read(tabs.into_bytes()).await.unwrap();
    assert_eq!(rows.get(2), Some(&row(4, &["Œuvré", "Élodie; dite \"Élo\"", "06 01"])));
    let (_, rows) = read(b"sep=|\nNom|Age\nA;B|3,5\n".to_vec()).await.unwrap();
    assert_eq!(rows, [row(2, &["Nom", "Age"]), row(3, &["A;B", "3,5"])]);
}

#[tokio::test]
async fn a_workbook_proposes_the_sheet_of_people_and_keeps_what_people_see() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notice").unwrap().write(0, 0, "Mode d'emploi").unwrap();
    let people = book.add_worksheet();
    people.set_name("Salariés").unwrap();
    people.merge_range(0, 0, 0, 3, "Effectifs", &Format::new()).unwrap();
    for (column, heading) in
        (0_u16..).zip(["Nom", "Prénom", "Adresse e-mail", "Téléphone", "Entrée", "Code", "Âge"])
    {
        people.write(2, column, heading).unwrap();
    }
    let phone = Format::new().set_num_format("0#\" \"##\" \"##\" \"##\" \"##");
    let date = Format::new().set_num_format("dd/mm/yyyy");
    people.write(3, 0, "Dupont").unwrap();
    people.write(3, 2, "lea@estuaire.test").unwrap();
    people.write_with_format(3, 3, 612_345_678, &phone).unwrap();
    people.write_with_format(3, 4, 46_348, &date).unwrap();
    people.write_with_format(3, 5, 42, &Format::new().set_num_format("00000")).unwrap();
    people.write_formula(3, 6, rust_xlsxwriter::Formula::new("=20+22").set_result("42")).unwrap();
    people.write_formula(3, 7, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    people.write_blank(900, 3, &phone).unwrap();
    let file = book.save_to_buffer().unwrap();
    let (opened, rows) = read(file.clone()).await.unwrap();
    assert_eq!(opened.sheet, "Salariés");
    assert_eq!((opened.sheets.len(), opened.header), (2, 3));
    let seen = ["Dupont", "", "lea@estuaire.test", "06 12 34 56 78", "2026-11-22", "00042", "42", "#DIV/0!"];
    assert_eq!(rows.last(), Some(&row(4, &seen)), "trailing empty rows are nothing");
    let (other, rows) = read_sheet(file.clone(), Some("Notice")).await.unwrap();
    assert_eq!((other.sheet.as_str(), rows.len()), ("Notice", 1));
    let gone = read_sheet(file, Some("Absents")).await.unwrap_err();
    assert_eq!(gone, SheetRefused::NoSuchSheet { sheet: "Absents".to_owned() });
}

#[tokio::test]
async fn what_is_too_much_is_refused_with_its_place() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Nom").unwrap();
    sheet.write(1_048_575, 3, "loin").unwrap();
    let far = read(book.save_to_buffer().unwrap()).await.unwrap_err();
    assert_eq!(far, SheetRefused::FarCell { sheet: "Sheet1".to_owned(), row: 1_048_576, column: 4 });
    let mut book = Workbook::new();
    book.add_worksheet().write(4, 16_383, "loin").unwrap();
    let wide = read(book.save_to_buffer().unwrap()).await.unwrap_err();
    assert_eq!(wide, SheetRefused::TooManyColumns { sheet: "Sheet1".to_owned(), row: 5, most: 200 });
    let long = "Nom;Prénom\n".to_owned() + &"a;b\n".repeat(60_000);
    assert!(matches!(read(long.into_bytes()).await, Err(SheetRefused::TooManyRows { .. })));
    let open = "Nom;Prénom\n\"oubliée;".to_owned() + &"a;b\n".repeat(20_000);
    assert!(matches!(read(open.into_bytes()).await, Err(SheetRefused::LongCell { row: 2, .. })));
    let wide = vec![b';'; 1_000_000];
    assert_eq!(read(wide).await.unwrap_err(), SheetRefused::Empty);
}

/// A workbook whose one sheet unpacks to so many megabytes.
fn bomb(megabytes: usize, honest: bool) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("xl/workbook.xml", options).unwrap();
    zip.write_all(b"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>").unwrap();
    zip.start_file("xl/_rels/workbook.xml.rels", options).unwrap();
    zip.write_all(b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>").unwrap();
    // Not counted before it is unpacked, because no workbook keeps its words under such a name.
    zip.start_file(if honest { "xl/sharedStrings.xml" } else { "xl/worksheets/sheet1.xml" }, options)
        .unwrap();
    zip.write_all(b"<sst><si><t>").unwrap();
    for _ in 0..megabytes {
        zip.write_all(&vec![b'a'; 1024 * 1024]).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn bombs_and_strangers_are_refused_by_what_they_are() {
    assert_eq!(read(bomb(500, true)).await.unwrap_err(), SheetRefused::TooBig, "unpacked, half a gigabyte");
    assert!(read(bomb(100, false)).await.is_err(), "one element without an end");
    assert_eq!(read(Vec::new()).await.unwrap_err(), SheetRefused::Empty);
    assert_eq!(read(vec![0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0]).await.unwrap_err(), SheetRefused::NotASheet);
    assert_eq!(read(b"%PDF-1.7\x00\x01\x02\x03\x04".to_vec()).await.unwrap_err(), SheetRefused::NotASheet);
    assert_eq!(read(b"<html><table><tr><td>Nom".to_vec()).await.unwrap_err(), SheetRefused::WebPage);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let letter = zip.finish().unwrap().into_inner();
    assert_eq!(read(letter).await.unwrap_err(), SheetRefused::NotASheet);
    assert!(read(b"PK\x03\x04 and nothing more".to_vec()).await.is_err());
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "says why it passes over")]
async fn every_sheet_of_a_stranger_ends_in_rows_or_in_a_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/sheets");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("passed over: there are no samples at {}", folder.display());
        return;
    };
    let mut count = 0;
    for file in files {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let end = read(std::fs::read(&path).unwrap()).await;
        if name.starts_with("pass_protected") {
            assert_eq!(end.unwrap_err(), SheetRefused::Password, "{name}");
        }
        count += 1;
    }
    assert!(count > 50, "{count} samples");
}
