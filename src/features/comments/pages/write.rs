//! Writing a comment or an answer: sent from the thread, shown on a page of its own where there is no script, or when
//! something is wrong.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse},
};
use serde::Deserialize;
use uuid::Uuid;

use super::super::{
    cards::{CommentCard, Eyes, Said, WriteForm},
    model::{CommentBody, CommentRefused, NewComment, Spot},
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
    /// Who wrote the request by hand sent no one-time id.
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
    /// What is answered.
    said: Option<Said>,
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

/// What is written about, with the right to.
enum About {
    Post(Permit<CommentOnPost>),
    Comment(Permit<ReplyToComment>),
}

impl About {
    fn spot(&self) -> Spot {
        match self {
            Self::Post(permit) => Spot::own(permit.about().id, &permit.about().group),
            Self::Comment(permit) => Spot::own(permit.about().post, &permit.about().group),
        }
    }

    fn form(&self, cx: &Cx) -> WriteForm {
        let Spot { post, group, .. } = self.spot();
        match self {
            Self::Post(_) => WriteForm::comment(cx, post, group, true),
            Self::Comment(permit) => {
                let to = permit.about();
                WriteForm::reply(cx, to.id, to.parent.unwrap_or(to.id), group)
            }
        }
    }

    async fn write(&self, tx: &mut Tx, new: NewComment) -> Result<CommentId, Failure<CommentRefused>> {
        match self {
            Self::Post(permit) => verbs::comment(tx, permit, new).await,
            Self::Comment(permit) => verbs::reply(tx, permit, new).await,
        }
    }
}

/// `GET /comments/{comment}/replies`: the form, for its place below the comment or on a page of its own.
pub(in super::super) async fn open(cx: Cx, permit: Permit<ReplyToComment>) -> Reply {
    let about = About::Comment(permit);
    let form = WriteForm { opened: true, ..about.form(&cx) };
    if cx.wants() == Wants::Fragment {
        return cx.fragment(&form);
    }
    let spot = about.spot();
    let said = match &about {
        About::Comment(permit) => card(&cx, spot, permit.about().id).await?.map(|card| card.said),
        About::Post(_) => None,
    };
    let form = WriteForm { list: None, ..form };
    cx.page(WritePage { t: cx.t(), form, post: links::post(spot.post), said }).await
}

/// `POST /posts/{post}/comments`
pub(in super::super) async fn comment(
    cx: Cx,
    permit: Permit<CommentOnPost>,
    Form(fields): Form<WriteFields>,
) -> Reply {
    take(&cx, &About::Post(permit), fields).await
}

/// `POST /comments/{comment}/replies`
pub(in super::super) async fn reply(
    cx: Cx,
    permit: Permit<ReplyToComment>,
    Form(fields): Form<WriteFields>,
) -> Reply {
    take(&cx, &About::Comment(permit), fields).await
}

async fn take(cx: &Cx, about: &About, fields: WriteFields) -> Reply {
    cx.app.limits.check(cx, Class::Write)?;
    let (spot, form) = (about.spot(), about.form(cx));
    let new = match parse(cx, &fields.body) {
        Ok(new) => new,
        Err(why) => return again(cx, form, spot.post, fields, why).await,
    };
    let mut tx = cx.begin().await?;
    let once = fields.once(cx);
    if let Some(made) = tx.once(once).await? {
        return written(cx, tx, spot, form, made.map(CommentId)).await;
    }
    match about.write(&mut tx, new).await {
        Ok(id) => {
            tx.made(once, id.0).await?;
            written(cx, tx, spot, form, Some(id)).await
        }
        Err(Failure::Refused(refused)) => {
            tx.abandon().await?;
            again(cx, form, spot.post, fields, why(cx.t(), refused)).await
        }
        Err(Failure::Fault(fault)) => Err(Error::Fault(fault)),
    }
}

/// Reads what was typed.
pub(super) fn parse(cx: &Cx, body: &str) -> Result<NewComment, String> {
    let body = CommentBody::parse(body).map_err(|error| words(cx.t(), error))?;
    markup::check(body.as_str()).map_err(|_| cx.t().comments_too_deep().to_string())?;
    Ok(NewComment { body, lang: cx.locale() })
}

/// Why a comment was not taken, in words.
pub(super) fn why(t: T, refused: CommentRefused) -> String {
    match refused {
        CommentRefused::Gone => t.comments_gone().to_string(),
        CommentRefused::Full => t.comments_full().to_string(),
        CommentRefused::Closed => t.comments_closed_meanwhile().to_string(),
    }
}

async fn again(cx: &Cx, form: WriteForm, post: PostId, fields: WriteFields, why: String) -> Reply {
    // What was refused made nothing: the same one-time id may be used again.
    let once = fields.once.parse().ok().or(form.once);
    let form = WriteForm { value: fields.body, error: Some(why), once, ..form };
    if cx.wants() == Wants::Fragment {
        let part = (StatusCode::UNPROCESSABLE_ENTITY, Html(form.render()?)).into_response();
        return Err(Error::Invalid(Box::new(part)));
    }
    let page =
        WritePage { t: cx.t(), form: WriteForm { list: None, ..form }, post: links::post(post), said: None };
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
    let can = CommentCan { edit: true, delete: true, react: true, reply: true };
    Ok(rows.into_iter().find(|row| row.id == id).map(|row| CommentCard::new(Eyes::Mine(cx), spot, row, can)))
}
