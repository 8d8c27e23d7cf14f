//! Results as a file.

use serde::Deserialize;

use crate::{
    authz::{Permit, SeeSurvey, SurveyCan},
    features::{
        survey_results::{export, store},
        surveys,
    },
    sheets::{self, Format},
    web::{At, Cx, Error, Reply, limit::Class},
};

/// The parameters of the address.
#[derive(Deserialize)]
pub(in super::super) struct SheetPath {
    ending: String,
}

pub(in super::super) async fn take(cx: Cx, permit: Permit<SeeSurvey>, At(at): At<SheetPath>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let format = Format::parse(&at.ending).ok_or(Error::NotFound)?;
    let about = permit.about();
    let text = surveys::whole(&cx, about.id).await?.text;
    let rows = store::list_sheets(&mut *cx.db().await?, cx.viewer(), about.id).await?;
    let bytes = export::sheet(cx.locale(), format, &text, &rows, SurveyCan::of(about).read)?;
    Ok(sheets::answer(format, &cx.t().surveys_file().to_string(), bytes))
}
