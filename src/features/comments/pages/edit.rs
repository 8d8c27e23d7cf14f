//! `/comments/{comment}/edit`

use askama::Template;

use super::{
    super::{
        model::{MOST, NewComment},
        store, urls, verbs,
    },
    write::{WriteFields, parse, why},
};
use crate::{
    authz::{EditComment, Permit},
    i18n::T,
    kernel::{CommentId, Failure, PostId, Url},
    ui::{Field, Page, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, limit::Class},
};

#[derive(Template)]
#[template(path = "comments/edit.html")]
struct EditPage {
    t: T,
    summary: Summary,
    field: Field,
    action: Url,
    back: Url,
}

impl Page for EditPage {
    fn title(&self) -> String {
        self.t.comments_edit_title().to_string()
    }
}

impl EditPage {
    fn new(cx: &Cx, post: PostId, id: CommentId, body: &str, errors: &FormErrors) -> Self {
        let t = cx.t();
        Self {
            t,
            summary: Summary::of(t, errors),
            field: Field::area("body", t.comments_body(), 6).value(body).most(MOST).error(errors.on("body")),
            action: urls::comment(id).join("edit"),
            back: links::comment(post, id),
        }
    }
}

/// `GET /comments/{comment}/edit`
pub(in super::super) async fn form(cx: Cx, permit: Permit<EditComment>) -> Reply {
    let about = permit.about();
    let body = store::source(&mut *cx.db().await?, cx.viewer(), about.id).await?.ok_or(Error::NotFound)?;
    cx.page(EditPage::new(&cx, about.post, about.id, &body, &FormErrors::new())).await
}

/// `POST /comments/{comment}/edit`
pub(in super::super) async fn save(
    cx: Cx,
    permit: Permit<EditComment>,
    Form(fields): Form<WriteFields>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let (post, id) = (permit.about().post, permit.about().id);
    let wrong = match parse(&cx, &fields.body) {
        Ok(new) => rewrite(&cx, &permit, new).await?,
        Err(wrong) => Some(wrong),
    };
    let Some(wrong) = wrong else {
        return cx.redirect(&links::comment(post, id));
    };
    let mut errors = FormErrors::new();
    errors.add("body", wrong);
    cx.invalid(EditPage::new(&cx, post, id, &fields.body, &errors)).await
}

/// Answers why it was not taken.
async fn rewrite(cx: &Cx, permit: &Permit<EditComment>, new: NewComment) -> Result<Option<String>, Error> {
    let mut tx = cx.begin().await?;
    match verbs::edit(&mut tx, permit, new).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(refused)) => return Ok(Some(why(cx.t(), refused))),
        Err(Failure::Fault(fault)) => return Err(Error::Fault(fault)),
    }
    Ok(None)
}
