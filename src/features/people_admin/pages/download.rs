//! Everybody as a sheet.

use serde::Deserialize;

use crate::{
    authz::{ExportPeople, Permit},
    features::people_admin::export,
    sheets::{self, Format},
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
    export::fill(&cx, &permit, (&mut sheet, &fields)).await?;
    let name = cx.t().people_admin_file().to_string();
    Ok(sheets::answer(format, &name, sheet.finish()?))
}
