//! Changing a post. Whoever saves over someone else's change is shown both and decides.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{EditPost, Permit},
    features::posts::{
        model::{self, MOST_TITLE, PublishRefused},
        store, urls, verbs,
    },
    i18n::T,
    kernel::{Failure, GroupId, PostId, Timestamp, Url, markup::MAX_CHARS},
    ui::{Field, Page, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// `/posts/{post}/edit`
#[derive(Template)]
#[template(path = "posts/edit.html")]
struct EditPage {
    t: T,
    group: String,
    group_id: GroupId,
    post: Url,
    action: Url,
    version: i64,
    summary: Summary,
    title_field: Field,
    text: String,
    text_error: Option<String>,
    most_text: usize,
    /// What stands there now, where someone changed it meanwhile.
    theirs: Option<(String, String)>,
}

impl Page for EditPage {
    fn title(&self) -> String {
        self.t.posts_edit_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// The fields as they came.
#[derive(Deserialize)]
pub(in super::super) struct EditForm {
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    version: String,
}

/// The instant of the last edit as a number; 0 for none.
fn version(edited_at: Option<Timestamp>) -> i64 {
    edited_at.map_or(0, |at| at.timestamp_micros())
}

fn edited_at(version: &str) -> Result<Option<Timestamp>, Error> {
    match version.parse().map_err(|_| Error::Malformed)? {
        0 => Ok(None),
        micros => Timestamp::from_timestamp_micros(micros).map(Some).ok_or(Error::Malformed),
    }
}

impl EditPage {
    fn new(
        cx: &Cx,
        permit: &Permit<EditPost>,
        version: i64,
        (title, text): (String, String),
        errors: &FormErrors,
    ) -> Self {
        let t = cx.t();
        let post = permit.about();
        Self {
            t,
            group: post.group.slug.clone(),
            group_id: post.group.id,
            post: links::post(post.id),
            action: urls::edit(post.id),
            version,
            summary: Summary::of(t, errors),
            title_field: Field::text("title", t.posts_title_label())
                .optional(t.form_optional())
                .value(title)
                .most(MOST_TITLE)
                .error(errors.on("title")),
            text,
            text_error: errors.on("text").map(str::to_owned),
            most_text: MAX_CHARS,
            theirs: None,
        }
    }
}

async fn source(cx: &Cx, post: PostId) -> Result<store::Source, Error> {
    store::find_source(&mut *cx.db().await?, cx.viewer(), post).await?.ok_or(Error::NotFound)
}

pub(in super::super) async fn form(cx: Cx, permit: Permit<EditPost>) -> Reply {
    let now = source(&cx, permit.about().id).await?;
    let page = EditPage::new(&cx, &permit, version(now.edited_at), (now.title, now.body), &FormErrors::new());
    cx.page(page).await
}

pub(in super::super) async fn edit(cx: Cx, permit: Permit<EditPost>, Form(form): Form<EditForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let from = edited_at(&form.version)?;
    let now = source(&cx, permit.about().id).await?;
    let mut errors = FormErrors::new();
    let title = model::title(cx.t(), &form.title, &mut errors);
    let body = model::body(cx.t(), &form.text, now.photos, &mut errors);
    let (Some(title), Some(body)) = (title, body) else {
        let page = EditPage::new(&cx, &permit, version(from), (form.title, form.text), &errors);
        return cx.invalid(page).await;
    };
    let post = links::post(permit.about().id);
    if now.edited_at == from && title == now.title && body == now.body {
        return cx.redirect(&post);
    }
    let mut tx = cx.begin().await?;
    match verbs::edit(&mut tx, &permit, from, (&title, &body)).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            return conflict(&cx, &permit, form, no).await;
        }
    }
    cx.flash(Flash::said(cx.t().posts_changed())).await?;
    cx.redirect(&post)
}

/// Both texts: the one that stands now, and the one that was typed, which saves over it when sent again.
async fn conflict(cx: &Cx, permit: &Permit<EditPost>, form: EditForm, no: PublishRefused) -> Reply {
    let now = source(cx, permit.about().id).await?;
    if no != PublishRefused::Conflict || now.edited_at == edited_at(&form.version)? {
        return Err(Error::NotFound);
    }
    let mut page =
        EditPage::new(cx, permit, version(now.edited_at), (form.title, form.text), &FormErrors::new());
    page.theirs = Some((now.title, now.body));
    cx.invalid(page).await
}
