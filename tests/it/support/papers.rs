//! Documents as programs write them, as far as it matters to who reads their text.

use std::io::Write as _;

/// Printed by Chromium: minutes of a meeting.
pub const PDF: &[u8] = include_bytes!("../../samples/compte-rendu.pdf");

/// An archive of these files.
pub fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        let options = zip::write::SimpleFileOptions::default();
        let method = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        zip.start_file(*name, options.compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A letter of Word, a word of it in pieces as Word likes to write them.
pub fn docx(words: &str) -> Vec<u8> {
    let (first, rest) = words.split_at(words.char_indices().nth(3).map_or(0, |(place, _)| place));
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>\
         <w:p><w:r><w:t>Bonjour à tous &amp; toutes</w:t></w:r></w:p>\
         <w:p><w:r><w:t>{first}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{rest}</w:t></w:r>\
         <w:del><w:r><w:delText>supprimé</w:delText></w:r></w:del></w:p></w:body></w:document>"
    );
    let foot = "<w:footnotes xmlns:w=\"w\"><w:footnote><w:p><w:r><w:t>En note de bas</w:t></w:r></w:p></w:footnote></w:footnotes>";
    packed(&[("[Content_Types].xml", "<Types/>"), ("word/footnotes.xml", foot), ("word/document.xml", &body)])
}

/// A text of `LibreOffice`.
pub fn odt(words: &str) -> Vec<u8> {
    let body = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>\
         <text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes>\
         <text:h>Statuts</text:h><text:p>{words}<text:s/>et<text:tab/>fin<text:line-break/>ici</text:p>\
         </office:text></office:body></office:document-content>"
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &body)])
}

/// Slides, the tenth packed before the second.
pub fn pptx(words: &str) -> Vec<u8> {
    let slide = |words: &str| {
        format!("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>")
    };
    packed(&[
        ("ppt/presentation.xml", "<p/>"),
        ("ppt/slides/slide10.xml", &slide("Dernière")),
        ("ppt/slides/slide2.xml", &slide(words)),
        ("ppt/notesSlides/notesSlide2.xml", &slide("À dire")),
    ])
}

/// What unpacks to far more than it is.
pub fn bomb() -> Vec<u8> {
    let filler = format!("<w:p a=\"{}\"/>", " ".repeat(1_000_000));
    let body = format!("<w:document><w:t>mèche</w:t><w:p/>{}</w:document>", filler.repeat(110));
    packed(&[("word/document.xml", &body)])
}

/// A PDF that opens with a password.
pub fn locked_pdf() -> Vec<u8> {
    let (owner, user, id) = ("41".repeat(32), "42".repeat(32), "43".repeat(16));
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>".to_owned(),
        format!("<</Filter/Standard/V 2/R 3/Length 128/P -44/O<{owner}>/U<{user}>>>"),
    ];
    assembled(&objects, &format!("/Encrypt 4 0 R/ID[<{id}><{id}>]"))
}

/// A PDF of so many pages, each with this box and a large black square where the page begins.
pub fn pdf_of(pages: usize, media_box: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages).map(|n| format!("{} 0 R", n + 4)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {pages}>>", kids.join(" ")),
        "<</Length 17>>\nstream\n0 0 100 100 re f\n\nendstream".to_owned(),
    ];
    let page = format!("<</Type/Page/Parent 2 0 R/MediaBox[{media_box}]/Contents 3 0 R>>");
    objects.extend(std::iter::repeat_n(page, pages));
    assembled(&objects, "")
}

/// A PDF of a page whose properties say these words, the old way and the new one.
pub fn pdf_by(words: &str) -> Vec<u8> {
    let xmp = format!("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:creator>{words}</dc:creator></x:xmpmeta>");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>".to_owned(),
        "<</Length 17>>\nstream\n0 0 100 100 re f\n\nendstream".to_owned(),
        format!("<</Type/Metadata/Subtype/XML/Length {}>>\nstream\n{xmp}\nendstream", xmp.len()),
        format!("<</Author({words})/Creator(Traitement)/CreationDate(D:20260101)>>"),
    ];
    assembled(&objects, "/Info 6 0 R")
}

/// An archive of these files, with the properties that Word and `LibreOffice` write.
pub fn packed_by(words: &str, files: &[(&str, &str)]) -> Vec<u8> {
    let core = format!("<cp:coreProperties><dc:creator>{words}</dc:creator></cp:coreProperties>");
    let app = format!("<Properties><Company>{words}</Company></Properties>");
    let open = format!(
        "<office:document-meta><meta:initial-creator>{words}</meta:initial-creator></office:document-meta>"
    );
    let properties = [("docProps/core.xml", core.as_str()), ("docProps/app.xml", &app), ("meta.xml", &open)];
    packed(&[files, &properties].concat())
}

/// A PDF of two pages: a plain one, and one that draws this object, the seventh; what that needs comes behind it.
pub fn pdf_drawing(seventh: &str, others: &[String]) -> Vec<u8> {
    let stream = |words: &str| format!("<</Length {}>>\nstream\n{words}\nendstream", words.len());
    let page = |contents: usize| {
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents {contents} 0 R/Resources<</XObject<</F 7 0 R>>>>>>"
        )
    };
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>".to_owned(),
        page(5),
        page(6),
        stream("0 0 100 100 re f"),
        stream("200 0 0 200 0 0 cm /F Do"),
        seventh.to_owned(),
    ];
    objects.extend_from_slice(others);
    assembled(&objects, "")
}

/// The objects of a PDF with the table that says where each begins.
fn assembled(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(format!("{:010} 00000 n \n", file.len()));
        file = format!("{file}{number} 0 obj\n{object}\nendobj\n");
    }
    let (start, size, places) = (file.len(), objects.len() + 1, places.concat());
    format!(
        "{file}xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF"
    )
    .into_bytes()
}
