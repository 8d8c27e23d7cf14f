//! Writing a comment or an answer: sent from the thread, shown on a page of its own only when something is wrong.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse},
};
use serde::Deserialize;
use uuid::Uuid;

use super::super::{
    cards::{CommentCard, Eyes, Spot, WriteForm},
    model::{CommentBody, CommentRefused, NewComment},
    store, verbs,
};
use crate::{
    authz::{CommentCan, CommentOnPost, Permit, ReplyToComment},
    db::Tx,
    i18n::T,
    kernel::{CommentId, Failure, Fault, PostId, Url, id::new_uuid, markup},
    ui::{Page, links},
    web::{Cx, Error, Form, Reply, Wants, form::words, limit::Class},
};

#[derive(Deserialize)]
pub(in super::super) struct WriteFields {
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    once: String,
}

impl WriteFields {
    /// Forms that came by a live message carry no one-time id.
    fn once(&self, cx: &Cx) -> Uuid {
        self.once.parse().unwrap_or_else(|_| new_uuid(cx.now()))
    }
}

/// The form again, with what is wrong.
#[derive(Template)]
#[template(path = "comments/write.html")]
struct WritePage {
    t: T,
    form: WriteForm,
    post: Url,
}

impl Page for WritePage {
    fn title(&self) -> String {
        self.form.label.clone()
    }
}

/// A comment that was just written, and the form emptied.
#[derive(Template)]
#[template(source = "{{ card }}{{ form }}", ext = "html")]
struct WrittenPart {
    card: CommentCard,
    form: WriteForm,
}

/// `POST /posts/{post}/comments`
pub(in super::super) async fn comment(
    cx: Cx,
    permit: Permit<CommentOnPost>,
    Form(fields): Form<WriteFields>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let on = permit.about();
    let spot = Spot {
        post: on.id,
        group: on.group.id,
    };
    let form = WriteForm::comment(&cx, on.id, on.group.id, true);
    let new = match parse(&cx, &fields.body) {
        Ok(new) => new,
        Err(why) => return again(&cx, form, spot.post, fields, why).await,
    };
    let mut tx = cx.begin().await?;
    let once = fields.once(&cx);
    if let Some(made) = tx.once(once).await? {
        return written(&cx, tx, spot, form, made.map(CommentId)).await;
    }
    match verbs::comment(&mut tx, &permit, new).await {
        Ok(id) => {
            tx.made(once, id.0).await?;
            written(&cx, tx, spot, form, Some(id)).await
        }
        Err(failure) => refused(&cx, tx, form, spot.post, fields, failure).await,
    }
}

/// `POST /comments/{comment}/replies`
pub(in super::super) async fn reply(
    cx: Cx,
    permit: Permit<ReplyToComment>,
    Form(fields): Form<WriteFields>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let to = permit.about();
    let spot = Spot {
        post: to.post,
        group: to.group.id,
    };
    let form = WriteForm::reply(Eyes::Mine(&cx), to.id, to.parent.unwrap_or(to.id), to.group.id);
    let new = match parse(&cx, &fields.body) {
        Ok(new) => new,
        Err(why) => return again(&cx, form, spot.post, fields, why).await,
    };
    let mut tx = cx.begin().await?;
    let once = fields.once(&cx);
    if let Some(made) = tx.once(once).await? {
        return written(&cx, tx, spot, form, made.map(CommentId)).await;
    }
    match verbs::reply(&mut tx, &permit, new).await {
        Ok(id) => {
            tx.made(once, id.0).await?;
            written(&cx, tx, spot, form, Some(id)).await
        }
        Err(failure) => refused(&cx, tx, form, spot.post, fields, failure).await,
    }
}

/// Reads what was typed.
pub(super) fn parse(cx: &Cx, body: &str) -> Result<NewComment, String> {
    let body = CommentBody::parse(body).map_err(|error| words(cx.t(), error))?;
    markup::check(body.as_str()).map_err(|_| cx.t().comments_too_deep().to_string())?;
    Ok(NewComment {
        body,
        lang: cx.locale(),
    })
}

/// Why a comment was not taken, in words.
pub(super) fn why(t: T, refused: CommentRefused) -> String {
    match refused {
        CommentRefused::Gone => t.comments_gone().to_string(),
        CommentRefused::Full => t.comments_full().to_string(),
    }
}

async fn refused(
    cx: &Cx,
    tx: Tx,
    form: WriteForm,
    post: PostId,
    fields: WriteFields,
    failure: Failure<CommentRefused>,
) -> Reply {
    match failure {
        Failure::Refused(refused) => {
            tx.abandon().await?;
            again(cx, form, post, fields, why(cx.t(), refused)).await
        }
        Failure::Fault(fault) => Err(Error::Fault(fault)),
    }
}

async fn again(cx: &Cx, form: WriteForm, post: PostId, fields: WriteFields, why: String) -> Reply {
    // What was refused made nothing: the same one-time id may be used again.
    let once = fields.once.parse().ok().or(form.once);
    let form = WriteForm {
        value: fields.body,
        error: Some(why),
        once,
        ..form
    };
    if cx.wants() == Wants::Fragment {
        let part = (StatusCode::UNPROCESSABLE_ENTITY, Html(form.render()?)).into_response();
        return Err(Error::Invalid(Box::new(part)));
    }
    let page = WritePage {
        t: cx.t(),
        form: WriteForm { list: None, ..form },
        post: links::post(post),
    };
    cx.invalid(page).await
}

/// Commits and answers with what was made: now, or by the first of two equal forms.
async fn written(cx: &Cx, tx: Tx, spot: Spot, form: WriteForm, made: Option<CommentId>) -> Reply {
    tx.commit().await?;
    let Some(id) = made else {
        return cx.redirect(&links::post(spot.post));
    };
    if cx.wants() == Wants::Page {
        return cx.redirect(&links::comment(spot.post, id));
    }
    match card(cx, spot, id).await? {
        Some(card) => cx.fragment(&WrittenPart { card, form }),
        None => cx.redirect(&links::post(spot.post)),
    }
}

/// One's own comment, as it was just stored.
async fn card(cx: &Cx, spot: Spot, id: CommentId) -> Result<Option<CommentCard>, Fault> {
    let rows = store::comments(&mut *cx.db().await?, cx.viewer(), &[id]).await?;
    let can = CommentCan {
        edit: true,
        delete: true,
        react: true,
    };
    Ok(rows
        .into_iter()
        .find(|row| row.id == id)
        .map(|row| CommentCard::new(Eyes::Mine(cx), spot, row, can)))
}
