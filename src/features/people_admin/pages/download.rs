//! Everybody as a sheet.

use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{ExportPeople, Permit},
    features::{
        fields,
        people_admin::{export, verbs},
    },
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
    let t = cx.t();
    let fields = fields::all(&mut *cx.db().await?).await?;
    let mut sheet = Writer::new(
        format,
        cx.locale(),
        &t.people_admin_title().to_string(),
        &export::headings(t, cx.locale(), &fields),
    )?;
    let (mut after, mut count) = (Uuid::nil(), 0_i64);
    loop {
        let people =
            export::people(&mut *cx.db().await?, (t, cx.locale()), &fields, cx.viewer(), after).await?;
        let Some(last) = people.last() else { break };
        after = last.id.0;
        for person in &people {
            sheet.row(&person.cells)?;
            count += 1;
        }
    }
    let bytes = sheet.finish()?;
    let mut tx = cx.begin().await?;
    verbs::exported(&mut tx, &permit, count).await?;
    tx.commit().await?;
    Ok(sheets::answer(format, &t.people_admin_file().to_string(), bytes))
}
