//! Sheets for people to download: Excel or text. Nothing in them is ever a formula, and both open with the right letters
//! in Excel and `LibreOffice`.
//!
//! Rows go to the disk as they come: fifty thousand people take no more memory than fifty. Reading what strangers send is
//! the affair of `worker::sheet`.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use rust_xlsxwriter::{Color, Format as Looks, Workbook};

use crate::{i18n::Locale, kernel::Fault};

/// What a sheet is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For Excel and `LibreOffice`.
    Xlsx,
    /// Text for everything else, in UTF-8 with a mark so that Excel knows.
    Csv,
}

impl Format {
    /// Reads the ending of a file name.
    pub fn parse(ending: &str) -> Option<Self> {
        match ending {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// A sheet under construction.
pub struct Writer(Inner);

enum Inner {
    Xlsx { book: Box<Workbook>, row: u32, bad: Looks },
    Csv(Box<csv::Writer<Vec<u8>>>),
}

impl Writer {
    /// Begins a sheet with a name and its headings. French programs expect `;` between the cells of a text file.
    pub fn new(format: Format, locale: Locale, name: &str, headings: &[String]) -> Result<Self, Fault> {
        let mut writer = match format {
            Format::Xlsx => {
                let mut book = Workbook::new();
                let sheet = book.add_worksheet_with_constant_memory()?;
                // Excel allows 31 characters, none of them a bracket or a slash.
                let name: String =
                    name.chars().filter(|c| c.is_alphanumeric() || *c == ' ').take(31).collect();
                sheet.set_name(if name.trim().is_empty() { "1" } else { name.trim() })?;
                sheet.set_freeze_panes(1, 0)?;
                let bold = Looks::new().set_bold();
                for (column, heading) in (0_u16..).zip(headings) {
                    sheet.set_column_width(column, 24)?;
                    sheet.write_string_with_format(0, column, heading, &bold)?;
                }
                let bad = Looks::new().set_background_color(Color::RGB(0x00FF_D9D6));
                Self(Inner::Xlsx { book: Box::new(book), row: 0, bad })
            }
            Format::Csv => {
                let separator = if locale == Locale::Fr { b';' } else { b',' };
                let text = csv::WriterBuilder::new()
                    .delimiter(separator)
                    .terminator(csv::Terminator::CRLF)
                    .from_writer("\u{FEFF}".as_bytes().to_vec());
                Self(Inner::Csv(Box::new(text)))
            }
        };
        if format == Format::Csv {
            writer.row(headings)?;
        }
        Ok(writer)
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[String]) -> Result<(), Fault> {
        self.marked(cells, &[])
    }

    /// Adds a row in which some cells, by their places, are to catch the eye.
    pub fn marked(&mut self, cells: &[String], wrong: &[usize]) -> Result<(), Fault> {
        match &mut self.0 {
            Inner::Xlsx { book, row, bad } => {
                let sheet = book.worksheet_from_index(0)?;
                *row += 1;
                for (place, cell) in cells.iter().enumerate() {
                    let column = u16::try_from(place)?;
                    // Excel holds no more in a cell.
                    let text: String = cell.chars().take(32_000).collect();
                    if wrong.contains(&place) {
                        sheet.write_string_with_format(*row, column, text, bad)?;
                    } else if !text.is_empty() {
                        sheet.write_string(*row, column, text)?;
                    }
                }
            }
            Inner::Csv(text) => text.write_record(cells.iter().map(|cell| harmless(cell)))?,
        }
        Ok(())
    }

    /// The file.
    pub fn finish(self) -> Result<Vec<u8>, Fault> {
        match self.0 {
            Inner::Xlsx { mut book, .. } => Ok(book.save_to_buffer()?),
            Inner::Csv(text) => text.into_inner().map_err(|error| Fault::new(error.to_string())),
        }
    }
}

/// A cell that no program takes for a formula: those that begin like one get an apostrophe, which says "text".
pub fn harmless(cell: &str) -> String {
    if like_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before [`harmless`].
pub fn unharmed(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| like_formula(rest)).unwrap_or(cell)
}

fn like_formula(cell: &str) -> bool {
    let first = |c: char| {
        matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '|' | '%')
    };
    cell.trim_start_matches([' ', '"', '\u{A0}']).starts_with(first) || cell.starts_with(first)
}

/// A file as an answer: downloaded, never shown, kept by nobody.
pub fn answer(format: Format, name: &str, bytes: Vec<u8>) -> Response {
    let kind = match format {
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format::Csv => "text/csv; charset=utf-8",
    };
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let place = format!("attachment; filename=\"{name}.{}\"", format.ending());
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(place) = HeaderValue::from_str(&place) {
        headers.insert(header::CONTENT_DISPOSITION, place);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+33 6", "-1", "@x", "\tx", "\r=1", " =1", "\"=1", "＝1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
            assert_eq!(unharmed(&harmless(cell)), cell);
        }
        for cell in ["Ada", "06 12", "", "'hui", "a=b"] {
            assert_eq!(harmless(cell), cell);
            assert_eq!(unharmed(cell), cell);
        }
    }

    #[test]
    fn text_files_have_the_mark_and_the_separator_of_the_language() {
        let mut sheet =
            Writer::new(Format::Csv, Locale::Fr, "Personnes", &["Nom".to_owned(), "Âge".to_owned()]).unwrap();
        sheet.row(&["Dupont; Ada".to_owned(), "=1".to_owned()]).unwrap();
        let text = String::from_utf8(sheet.finish().unwrap()).unwrap();
        assert_eq!(text, "\u{FEFF}Nom;Âge\r\n\"Dupont; Ada\";'=1\r\n");
    }
}
