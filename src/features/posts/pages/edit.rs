//! Changing a post. Whoever saves over someone else's change is shown both and decides.

use askama::Template;

use crate::{
    authz::{EditPost, LabelPost, Permit, permit, standing::PostPath},
    features::{
        files,
        labels::{self, Offer},
        pictures,
        posts::{
            model::{MOST_TITLE, Placed, PublishRefused, Typed},
            store, urls, verbs,
        },
    },
    i18n::T,
    kernel::{Failure, Fault, FileId, GroupId, PictureId, PostId, Timestamp, Url, markup::MAX_CHARS},
    ui::{Field, Page, Place, field::Summary, links},
    web::{Cx, Error, FormErrors, Reply, flash::Flash, limit::Class, upload::Composed},
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
    photos: pictures::Field,
    files: files::Field,
    labels: labels::Fields,
    /// Whether the preview of its link is shown, if there is one.
    preview: Option<bool>,
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
    async fn load(
        cx: &Cx,
        permit: &Permit<EditPost>,
        version: i64,
        typed: Typed,
        errors: &FormErrors,
    ) -> Result<Self, Fault> {
        let t = cx.t();
        let post = permit.about();
        let chosen = typed.labels.clone().unwrap_or_default();
        let mut db = cx.db().await?;
        let labels = labels::Fields::load(cx, &mut db, Offer::On(post.id, post.group.id), &chosen).await?;
        drop(db);
        Ok(Self {
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
            photos: pictures::Field::new(cx, typed.pictures, errors),
            files: files::Field::load(cx, &typed.files, errors).await?,
            labels,
            preview: typed.preview,
            theirs: None,
        })
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

    /// The files as a form sends them.
    fn file_ids(&self) -> Vec<FileId> {
        self.files.iter().map(|file| file.id).collect()
    }
}

pub(in super::super) async fn form(cx: Cx, permit: Permit<EditPost>) -> Reply {
    let now = source(&cx, permit.about().id).await?;
    let (pictures, files) = (now.photos(), now.file_ids());
    let labels = Some(labels::carried(&mut *cx.db().await?, cx.viewer(), permit.about().id).await?);
    let preview = now.previewed.then_some(!now.preview_off);
    let (title, text) = (now.title, now.body);
    let typed = Typed { title, text, pictures, files, labels, preview, ..Typed::default() };
    let page = EditPage::load(&cx, &permit, version(now.edited_at), typed, &FormErrors::new()).await?;
    cx.page(page).await
}

pub(in super::super) async fn edit(cx: Cx, permit: Permit<EditPost>, Composed(upload): Composed) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let from = edited_at(upload.text("version"))?;
    let now = source(&cx, permit.about().id).await?;
    let mut typed = Typed { asks: now.asks, ..Typed::of(&upload) };
    let mut errors = FormErrors::new();
    pictures::take(&cx, (upload.files, upload.left_out), &mut typed.pictures, &mut errors).await?;
    files::take(&cx, (upload.kept, upload.kept_left_out), &mut typed.files, &mut errors).await?;
    let Some(new) = typed.parse(cx.t(), cx.locale(), &mut errors) else {
        let page = EditPage::load(&cx, &permit, version(from), typed, &errors).await?;
        return cx.invalid(page).await;
    };
    let post = links::post(permit.about().id);
    let preview = typed.preview.unwrap_or(!now.preview_off);
    let unchanged = now.edited_at == from
        && (&new.title, &new.body) == (&now.title, &now.body)
        && (&new.pictures, &new.files) == (&now.photos(), &now.file_ids())
        && preview != now.preview_off;
    let labelling = labelling(&cx, permit.about().id).await?;
    let mut tx = cx.begin().await?;
    let placed = Some(Placed { pictures: &new.pictures, files: &new.files, preview });
    let done = if unchanged {
        Ok(())
    } else {
        verbs::edit(&mut tx, &permit, from, (&new.title, &new.body), placed).await
    };
    match done {
        Ok(()) => {
            if let Some(chosen) = &typed.labels {
                labels::verbs::label(&mut tx, &labelling, chosen).await?;
            }
            tx.commit().await?;
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            return refused(&cx, &permit, from, typed, no).await;
        }
    }
    cx.flash(Flash::said(cx.t().posts_changed())).await?;
    cx.redirect(&post)
}

/// The right to put labels on the post, which whoever may edit it has.
async fn labelling(cx: &Cx, post: PostId) -> Result<Permit<LabelPost>, Error> {
    Ok(permit::<LabelPost>(&mut *cx.db().await?, &cx.actor(), PostPath { post }).await?)
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
    } else if no == PublishRefused::File {
        errors.add("documents", cx.t().files_gone());
    } else if now.edited_at == from {
        // Whoever wrote it has left the group.
        return Err(Error::NotFound);
    }
    let mut page = EditPage::load(cx, permit, version(now.edited_at), typed, &errors).await?;
    page.theirs = (no == PublishRefused::Conflict).then_some((now.title, now.body));
    cx.invalid(page).await
}
