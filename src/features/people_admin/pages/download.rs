//! Everybody as a sheet.

use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{ExportPeople, Permit},
    features::{fields::Fields, people, people_admin::export},
    kernel::Fault,
    sheets::{self, Format, Writer},
    web::{Cx, Error, Reply, form::At, limit::Class},
};

/// `/admin/people/export/{format}`
#[derive(Deserialize)]
pub(in super::super) struct Asked {
    format: String,
}

/// `GET /admin/people/export/{format}`
pub(in super::super) async fn download(cx: Cx, permit: Permit<ExportPeople>, At(asked): At<Asked>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let format = Format::parse(&asked.format).ok_or(Error::NotFound)?;
    let (mut sheet, fields) = export::begin(&cx, format).await?;
    fill(&cx, &permit, (&mut sheet, &fields)).await?;
    let name = cx.t().people_admin_file().to_string();
    Ok(sheets::answer(format, &name, sheet.finish()?))
}

/// Writes everybody into a sheet, and notes who took them along.
pub async fn fill(
    cx: &Cx,
    permit: &Permit<ExportPeople>,
    (sheet, fields): (&mut Writer, &Fields),
) -> Result<(), Fault> {
    let (mut after, mut count) = (Uuid::nil(), 0_i64);
    loop {
        let people =
            export::batch(&mut *cx.db().await?, (cx.t(), cx.locale()), fields, cx.viewer(), after).await?;
        let Some(last) = people.last() else { break };
        after = last.id.0;
        for person in &people {
            sheet.row(&person.cells)?;
            count += 1;
        }
    }
    let mut tx = cx.begin().await?;
    people::verbs::exported(&mut tx, permit, count).await?;
    tx.commit().await
}
