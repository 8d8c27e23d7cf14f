//! A draft as those will see it who answer; nothing of it is kept.

use crate::{
    authz::{EditSurvey, Permit},
    features::surveys,
    web::{Cx, Form, Reply},
};

use super::edit::complete;

pub(in super::super) async fn show(cx: Cx, permit: Permit<EditSurvey>) -> Reply {
    let whole = complete(&cx, &permit).await?;
    surveys::preview(&cx, permit.about(), &whole.text, &[]).await
}

pub(in super::super) async fn turn(
    cx: Cx,
    permit: Permit<EditSurvey>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Reply {
    let whole = complete(&cx, &permit).await?;
    surveys::preview(&cx, permit.about(), &whole.text, &fields).await
}
