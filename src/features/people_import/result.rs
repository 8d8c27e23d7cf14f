//! The file that was uploaded, once more, with what came of each row behind it and what is wrong marked.

use crate::{
    db::Db,
    i18n::{Locale, T},
    kernel::Fault,
    sheets::{Format, Writer},
};

use super::{
    model::{Import, Outcome, Row},
    store::rows::{self, Wanted},
    wording,
};

/// How many rows are read at once.
const AT_ONCE: i64 = 1_000;

/// Writes the file; only the rows with an error, if so wished, ready to be mended and uploaded again.
pub(super) async fn annotated(
    db: &mut Db,
    (t, locale): (T, Locale),
    import: &Import,
    format: Format,
    only_errors: bool,
) -> Result<Vec<u8>, Fault> {
    let headings = rows::cells(db, import.id, import.header).await?;
    let width = headings.len().max(import.mapping.len());
    let mut first: Vec<String> = (0..width).map(|column| wording::column_name(column, &headings)).collect();
    first.extend([
        t.people_import_result_row().to_string(),
        t.people_import_result_outcome().to_string(),
        t.people_import_result_why().to_string(),
    ]);
    let name = t.people_import_result_name().to_string();
    let mut sheet = Writer::new(format, locale, &name, &first)?;
    let mut after = import.header;
    loop {
        let outcome = only_errors.then_some(Outcome::Error);
        let some =
            rows::list(db, import.id, Wanted { after, outcome, most: AT_ONCE, ..Wanted::default() }).await?;
        let Some(last) = some.last() else { break };
        after = last.number;
        for row in &some {
            let wrong: Vec<usize> = row.problems.iter().filter_map(|problem| problem.column).collect();
            let mut cells = row.cells.clone();
            cells.resize(width, String::new());
            cells.push(row.number.to_string());
            cells.push(said(t, row));
            let why: Vec<String> =
                row.problems.iter().map(|problem| wording::problem(t, problem, &headings)).collect();
            cells.push(why.join(" "));
            sheet.marked(&cells, &wrong)?;
        }
    }
    sheet.finish()
}

/// What came of a row.
fn said(t: T, row: &Row) -> String {
    let word = row.outcome.map(|outcome| wording::outcome(t, outcome)).unwrap_or_default();
    match (row.done_at.is_some(), row.undone.as_deref()) {
        (_, Some("kept")) => t.people_import_result_kept(word.as_str()).to_string(),
        (_, Some(_)) => t.people_import_result_undone(word.as_str()).to_string(),
        (true, None) => t.people_import_result_done(word.as_str()).to_string(),
        (false, None) => word,
    }
}
