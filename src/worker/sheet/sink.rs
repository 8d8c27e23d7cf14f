//! Where rows go: bounded, numbered, written in blocks.

use std::io;

use super::{MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, Opened, SheetRefused, Stop, Wish, block, heading};

/// A block is written when it has grown to so many bytes.
const FULL: usize = 256 * 1024;
/// So many rows are looked at for the headings.
pub(super) const LOOKED_AT: usize = 30;

/// A row with its number, counted from 1.
pub(super) type Row = (u32, Vec<String>);

/// Puts the cells of a sheet together into rows and writes them.
pub(super) struct Sink<'a> {
    sheet: &'a str,
    to: &'a mut dyn io::Write,
    row: Row,
    pending: Vec<u8>,
    rows: u32,
}

impl<'a> Sink<'a> {
    pub(super) fn new(sheet: &'a str, to: &'a mut dyn io::Write) -> Self {
        Self { sheet, to, row: (0, Vec::new()), pending: Vec::new(), rows: 0 }
    }

    /// Takes a cell; both numbers are counted from 0. Cells come row by row.
    pub(super) fn cell(&mut self, row: u32, column: u32, text: String) -> Result<(), Stop> {
        if text.is_empty() {
            return Ok(());
        }
        let sheet = || self.sheet.to_owned();
        let number = row.saturating_add(1);
        if number > MOST_ROWS {
            let far = self.rows < MOST_ROWS / 2;
            return Err(Stop::Refused(if far {
                SheetRefused::FarCell { sheet: sheet(), row: number, column: column + 1 }
            } else {
                SheetRefused::TooManyRows { sheet: sheet(), most: MOST_ROWS }
            }));
        }
        if column >= MOST_COLUMNS {
            return Err(
                SheetRefused::TooManyColumns { sheet: sheet(), row: number, most: MOST_COLUMNS }.into()
            );
        }
        if text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS {
            return Err(SheetRefused::LongCell { sheet: sheet(), row: number, column: column + 1 }.into());
        }
        if self.row.0 != number {
            self.end_row()?;
            self.row.0 = number;
        }
        let place = usize::try_from(column).unwrap_or(usize::MAX);
        if self.row.1.len() <= place {
            self.row.1.resize(place + 1, String::new());
        }
        if let Some(cell) = self.row.1.get_mut(place) {
            *cell = text;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Stop> {
        if self.row.1.is_empty() {
            return Ok(());
        }
        self.rows += 1;
        self.pending.push(if self.pending.is_empty() { b'[' } else { b',' });
        serde_json::to_writer(&mut self.pending, &self.row).map_err(io::Error::from)?;
        self.row.1.clear();
        if self.pending.len() >= FULL { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), Stop> {
        if !self.pending.is_empty() {
            self.pending.push(b']');
            block(self.to, super::ROWS, &self.pending)?;
            self.pending.clear();
        }
        Ok(())
    }

    /// Writes what is left.
    pub(super) fn finish(mut self) -> Result<(), Stop> {
        self.end_row()?;
        self.write()?;
        if self.rows == 0 { Err(SheetRefused::Empty.into()) } else { Ok(()) }
    }
}

/// Says what the file holds.
pub(super) fn opened(to: &mut dyn io::Write, opened: &Opened) -> Result<(), Stop> {
    block(to, super::OPENED, &serde_json::to_vec(opened).map_err(io::Error::from)?)?;
    Ok(())
}

/// How much the first rows of a sheet look like what is wanted, and which of them are the headings.
pub(super) fn guess(head: &[Row], wish: &Wish) -> (usize, u32) {
    let known = |text: &str| {
        let heading = heading(text);
        !heading.is_empty() && wish.words.contains(&heading)
    };
    let scored = head.iter().map(|(number, cells)| {
        let words = cells.iter().filter(|cell| known(cell)).count();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        (words, filled, *number)
    });
    // The first of the best: what follows the headings may repeat their words.
    let best = scored.clone().max_by_key(|(words, _, number)| (*words, std::cmp::Reverse(*number)));
    match best {
        Some((words, _, number)) if words > 0 => (words, number),
        // No known word: the first row with as many cells as the fullest of them.
        _ => {
            let fullest = scored.clone().map(|(_, filled, _)| filled).max().unwrap_or_default();
            let first = scored.clone().find(|(_, filled, _)| *filled == fullest);
            (0, first.map_or(1, |(_, _, number)| number))
        }
    }
}
