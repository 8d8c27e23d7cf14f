//! Changing a post. Whoever saves over someone else's change is shown both and decides.

use askama::Template;

use crate::{
    authz::{EditPost, Permit},
    features::posts::{
        model::{MOST_TITLE, PublishRefused, Typed},
        photos::PhotoField,
        store, urls, verbs,
    },
    i18n::T,
    kernel::{Failure, GroupId, PictureId, PostId, Timestamp, Url, markup::MAX_CHARS},
    ui::{Field, Page, Place, field::Summary, links},
    web::{Cx, Error, FormErrors, Reply, flash::Flash, limit::Class, upload::Upload},
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
    photos: PhotoField,
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
    fn new(cx: &Cx, permit: &Permit<EditPost>, version: i64, typed: Typed, errors: &FormErrors) -> Self {
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
                .value(typed.title)
                .most(MOST_TITLE)
                .error(errors.on("title")),
            text: typed.text,
            text_error: errors.on("text").map(str::to_owned),
            most_text: MAX_CHARS,
            photos: PhotoField::new(cx, typed.pictures, errors),
            theirs: None,
        }
    }
}

async fn source(cx: &Cx, post: PostId) -> Result<store::Source, Error> {
    store::find_source(&mut *cx.db().await?, cx.viewer(), post).await?.ok_or(Error::NotFound)
}

impl store::Source {
    /// The photos as a form sends them.
    fn photos(&self) -> Vec<(PictureId, String)> {
        self.pictures.iter().map(|picture| (picture.id, picture.alt.clone())).collect()
    }
}

pub(in super::super) async fn form(cx: Cx, permit: Permit<EditPost>) -> Reply {
    let now = source(&cx, permit.about().id).await?;
    let pictures = now.photos();
    let typed = Typed { title: now.title, text: now.body, pictures, ..Typed::default() };
    let page = EditPage::new(&cx, &permit, version(now.edited_at), typed, &FormErrors::new());
    cx.page(page).await
}

pub(in super::super) async fn edit(cx: Cx, permit: Permit<EditPost>, upload: Upload) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let from = edited_at(upload.text("version"))?;
    let now = source(&cx, permit.about().id).await?;
    let mut typed = Typed { asks: now.asks, ..Typed::of(&upload) };
    let mut errors = FormErrors::new();
    super::uploads::take(&cx, (upload.files, upload.left_out), &mut typed.pictures, &mut errors).await?;
    let Some(new) = typed.parse(cx.t(), cx.locale(), &mut errors) else {
        let page = EditPage::new(&cx, &permit, version(from), typed, &errors);
        return cx.invalid(page).await;
    };
    let post = links::post(permit.about().id);
    if now.edited_at == from
        && (&new.title, &new.body) == (&now.title, &now.body)
        && new.pictures == now.photos()
    {
        return cx.redirect(&post);
    }
    let mut tx = cx.begin().await?;
    match verbs::edit(&mut tx, &permit, from, (&new.title, &new.body), Some(&new.pictures)).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            return refused(&cx, &permit, from, typed, no).await;
        }
    }
    cx.flash(Flash::said(cx.t().posts_changed())).await?;
    cx.redirect(&post)
}

/// The form again. Where someone changed the post meanwhile, with both texts: the one that stands now, and the one that
/// was typed, which saves over it when sent again.
async fn refused(
    cx: &Cx,
    permit: &Permit<EditPost>,
    from: Option<Timestamp>,
    typed: Typed,
    no: PublishRefused,
) -> Reply {
    let now = source(cx, permit.about().id).await?;
    let mut errors = FormErrors::new();
    if no == PublishRefused::Photo {
        errors.add("files", cx.t().posts_photo_gone());
    } else if now.edited_at == from {
        // Whoever wrote it has left the group.
        return Err(Error::NotFound);
    }
    let mut page = EditPage::new(cx, permit, version(now.edited_at), typed, &errors);
    page.theirs = (no == PublishRefused::Conflict).then_some((now.title, now.body));
    cx.invalid(page).await
}
