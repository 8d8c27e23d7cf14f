//! Everybody who was found, as a table for spreadsheets.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};

use crate::{
    authz::{ExportPeople, Permit},
    features::{
        fields::{self, Fields, Values},
        people::{
            asked::{Asked, readable},
            store::{self, Narrow},
            verbs,
        },
    },
    i18n::Locale,
    kernel::{Fault, MemberId},
    web::{Cx, Reply, form::Query},
};

/// The most people in one file.
const MOST: i64 = 200_000;
/// Of how many the values are read at a time.
const BATCH: usize = 2_000;

/// `GET /people/export`
pub(in super::super) async fn export(
    cx: Cx,
    permit: Permit<ExportPeople>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Reply {
    let mut db = cx.db().await?;
    let fields = fields::all(&mut db).await?;
    let asked = Asked { page: 1, ..Asked::read(&pairs, &fields, false) };
    let narrow = Narrow::new(&asked, readable(&fields, false));
    let people = store::export(&mut db, cx.viewer(), &asked, &narrow, MOST).await?;
    let mut table = Table::new(cx.locale());
    table.row(heads(&cx, &fields));
    for some in people.chunks(BATCH) {
        let ids: Vec<MemberId> = some.iter().map(|person| person.id).collect();
        let values = fields::values(&mut db, cx.viewer(), &ids).await?;
        for person in some {
            let mut cells = vec![
                person.name.clone(),
                person.email.clone(),
                format!("@{}", person.handle),
                person.headline.clone(),
                person.place.clone(),
                person.phone.clone(),
            ];
            cells.extend(fields.active().map(|field| cell(&cx, field.id, values.get(&person.id))));
            table.row(cells);
        }
    }
    drop(db);
    note(&cx, &permit, people.len()).await?;
    Ok(file(table.text))
}

async fn note(cx: &Cx, permit: &Permit<ExportPeople>, count: usize) -> Result<(), Fault> {
    let mut tx = cx.begin().await?;
    verbs::note_export(&mut tx, permit, i64::try_from(count).unwrap_or(i64::MAX)).await?;
    tx.commit().await
}

fn heads(cx: &Cx, fields: &Fields) -> Vec<String> {
    let t = cx.t();
    let mut heads = vec![
        t.people_export_name().to_string(),
        t.people_email().to_string(),
        t.people_export_handle().to_string(),
        t.people_field_headline().to_string(),
        t.people_field_place().to_string(),
        t.people_field_phone().to_string(),
    ];
    heads.extend(fields.active().map(|field| field.label.of(cx.locale()).to_owned()));
    heads
}

fn cell(cx: &Cx, field: fields::FieldId, values: Option<&Values>) -> String {
    let value = values.and_then(|values| values.iter().find(|(id, _)| *id == field));
    value.map(|(_, value)| value.cell(cx.locale())).unwrap_or_default()
}

fn file(text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"people.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, text).into_response()
}

/// Values parted as the spreadsheets of a language expect, in UTF-8 with the mark that Excel looks for (PRODUCT I6).
struct Table {
    text: String,
    cut: char,
}

impl Table {
    fn new(locale: Locale) -> Self {
        Self { text: "\u{FEFF}".to_owned(), cut: if locale == Locale::Fr { ';' } else { ',' } }
    }

    fn row(&mut self, cells: Vec<String>) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(self.cut);
            }
            self.text.push('"');
            // What a spreadsheet would calculate is text here.
            if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                self.text.push('\'');
            }
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        }
        self.text.push_str("\r\n");
    }
}
