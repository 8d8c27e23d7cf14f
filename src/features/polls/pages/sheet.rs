//! Results as a file.

use serde::Deserialize;

use crate::{
    authz::{Permit, SeeResults},
    features::polls::{cards::Eyes, export, store},
    sheets::{self, Format},
    web::{At, Cx, Error, Reply, limit::Class},
};

use super::show;

/// The parameters of the address.
#[derive(Deserialize)]
pub(in super::super) struct SheetPath {
    ending: String,
}

pub(in super::super) async fn take(cx: Cx, permit: Permit<SeeResults>, At(at): At<SheetPath>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let format = Format::parse(&at.ending).ok_or(Error::NotFound)?;
    let post = permit.about().post.id;
    let face = show::face(&cx, post).await?;
    let voters = store::list_voters(&mut *cx.db().await?, cx.viewer(), post).await?;
    let bytes = export::sheet(Eyes::of(&cx), format, &face, &voters)?;
    Ok(sheets::answer(format, &cx.t().polls_file().to_string(), bytes))
}
