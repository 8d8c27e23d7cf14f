//! Everybody who was found, as a table for spreadsheets.

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
    kernel::{Fault, MemberId},
    sheets::{self, Format, Writer},
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
    let mut sheet = Writer::new(
        Format::Csv,
        cx.locale(),
        &cx.t().people_directory_title().to_string(),
        &heads(&cx, &fields),
    )?;
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
            sheet.row(&cells)?;
        }
    }
    drop(db);
    note(&cx, &permit, people.len()).await?;
    Ok(sheets::answer(Format::Csv, &cx.t().people_directory_title().to_string(), sheet.finish()?))
}

async fn note(cx: &Cx, permit: &Permit<ExportPeople>, count: usize) -> Result<(), Fault> {
    let mut tx = cx.begin().await?;
    verbs::exported(&mut tx, permit, i64::try_from(count).unwrap_or(i64::MAX)).await?;
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
