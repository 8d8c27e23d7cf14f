//! Workbooks. The newer kinds are read cell by cell; the older ones whole, which their own limit of rows allows.

use std::io::{self, Cursor};

use calamine::{Data, Ods, OdsError, Range, Reader, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError};

use super::{
    Kind, Opened, SheetRefused, Stop, Wish, cell,
    sink::{self, LOOKED_AT, Row, Sink},
};

type File<'a> = Cursor<&'a [u8]>;

/// A workbook of any kind.
enum Book<'a> {
    Xlsx(Box<Xlsx<File<'a>>>),
    Xlsb(Box<Xlsb<File<'a>>>),
    Xls(Box<Xls<File<'a>>>),
    Ods(Box<Ods<File<'a>>>),
}

pub(super) fn read(kind: Kind, file: &[u8], wish: &Wish, to: &mut dyn io::Write) -> Result<(), Stop> {
    let mut book = Book::open(kind, Cursor::new(file))?;
    let sheets = book.names();
    let (sheet, header) = match &wish.sheet {
        Some(sheet) if sheets.contains(sheet) => {
            let head = book.head(sheet)?;
            (sheet.clone(), sink::guess(&head, wish).1)
        }
        Some(sheet) => return Err(SheetRefused::NoSuchSheet { sheet: sheet.clone() }.into()),
        None => proposed(&mut book, &sheets, wish)?,
    };
    sink::opened(to, &Opened { sheets, sheet: sheet.clone(), header })?;
    let mut sink = Sink::new(&sheet, to);
    book.each(&sheet, &mut |row, column, text| sink.cell(row, column, text).map(|()| true))?;
    sink.finish()
}

/// Goes through the cells of all sheets that can be read.
pub(super) fn cells(
    kind: Kind,
    file: &[u8],
    each: &mut dyn FnMut(usize, u32, &str) -> bool,
) -> Result<(), Stop> {
    let mut book = Book::open(kind, Cursor::new(file))?;
    let mut more = true;
    for (number, sheet) in book.names().iter().enumerate() {
        if !more {
            break;
        }
        // A sheet may be a chart, or broken: the others are read all the same.
        let _ = book.each(sheet, &mut |row, _, text| {
            more = each(number, row, &text);
            Ok(more)
        });
    }
    Ok(())
}

/// The sheet that looks right: most known words in a row; of equals the first with something in it.
fn proposed(book: &mut Book<'_>, sheets: &[String], wish: &Wish) -> Result<(String, u32), Stop> {
    let mut best: Option<(usize, String, u32)> = None;
    for sheet in sheets {
        let Ok(head) = book.head(sheet) else {
            continue;
        };
        let (score, header) = sink::guess(&head, wish);
        if !head.is_empty() && best.as_ref().is_none_or(|(found, _, _)| score > *found) {
            best = Some((score, sheet.clone(), header));
        }
    }
    let (_, sheet, header) = best.ok_or(SheetRefused::Empty)?;
    Ok((sheet, header))
}

/// What is done with each cell; answers whether to go on.
type Each<'a> = &'a mut dyn FnMut(u32, u32, String) -> Result<bool, Stop>;

impl<'a> Book<'a> {
    fn open(kind: Kind, file: File<'a>) -> Result<Self, Stop> {
        Ok(match kind {
            Kind::Xlsx => Self::Xlsx(Box::new(Xlsx::new(file)?)),
            Kind::Xlsb => Self::Xlsb(Box::new(Xlsb::new(file)?)),
            Kind::Xls => Self::Xls(Box::new(Xls::new(file)?)),
            Kind::Ods => Self::Ods(Box::new(Ods::new(file)?)),
            Kind::Text => return Err(SheetRefused::NotASheet.into()),
        })
    }

    fn names(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.sheet_names(),
            Self::Xlsb(book) => book.sheet_names(),
            Self::Xls(book) => book.sheet_names(),
            Self::Ods(book) => book.sheet_names(),
        }
    }

    /// The first rows of a sheet that hold something.
    fn head(&mut self, sheet: &str) -> Result<Vec<Row>, Stop> {
        let mut rows: Vec<Row> = Vec::new();
        self.each(sheet, &mut |row, column, text| {
            let place = usize::try_from(column).unwrap_or(usize::MAX).min(500);
            if rows.last().is_none_or(|(number, _)| *number != row + 1) {
                if rows.len() == LOOKED_AT {
                    return Ok(false);
                }
                rows.push((row + 1, Vec::new()));
            }
            if let Some((_, cells)) = rows.last_mut() {
                if cells.len() <= place {
                    cells.resize(place + 1, String::new());
                }
                if let Some(cell) = cells.get_mut(place) {
                    *cell = text;
                }
            }
            Ok(true)
        })?;
        Ok(rows)
    }

    /// Goes through the cells of a sheet that hold something, row by row.
    fn each(&mut self, sheet: &str, each: Each<'_>) -> Result<(), Stop> {
        match self {
            Self::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(sheet)?;
                let formats: Vec<Option<String>> = cells
                    .styles()
                    .iter()
                    .map(|style| style.number_format.as_ref().map(|format| format.format_code.clone()))
                    .collect();
                while let Some((cell, style)) = cells.next_cell_with_style_id()? {
                    let (row, column) = cell.get_position();
                    let format = formats.get(style).and_then(Option::as_deref);
                    let text = cell::text(&Data::from(cell.get_value().clone()), format);
                    if !text.is_empty() && !each(row, column, text)? {
                        break;
                    }
                }
                Ok(())
            }
            Self::Xlsb(book) => {
                let mut cells = book.worksheet_cells_reader(sheet)?;
                while let Some(cell) = cells.next_cell()? {
                    let (row, column) = cell.get_position();
                    let text = cell::text(&Data::from(cell.get_value().clone()), None);
                    if !text.is_empty() && !each(row, column, text)? {
                        break;
                    }
                }
                Ok(())
            }
            Self::Xls(book) => over(&book.worksheet_range(sheet)?, each),
            Self::Ods(book) => over(&book.worksheet_range(sheet)?, each),
        }
    }
}

fn over(range: &Range<Data>, each: Each<'_>) -> Result<(), Stop> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let text = cell::text(data, None);
        let place = |first: u32, more: usize| first.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        if !text.is_empty() && !each(place(top, row), place(left, column), text)? {
            break;
        }
    }
    Ok(())
}

macro_rules! broken {
    ($($error:ident),*) => {$(
        impl From<$error> for Stop {
            fn from(error: $error) -> Self {
                Self::Refused(if matches!(error, $error::Password) { SheetRefused::Password } else { SheetRefused::Broken })
            }
        }
    )*};
}

broken!(XlsxError, XlsbError, XlsError, OdsError);
