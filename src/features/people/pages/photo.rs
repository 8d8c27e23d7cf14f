//! One's own photo, to change; and everybody's, as bytes.

use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{EditProfile, Permit, ViewProfile},
    features::{
        people::{
            model::{forget_photo, photo_key, prepare_photo},
            store, urls, verbs,
        },
        pictures::{Kept, UploadRefused, answer, fitting},
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{Avatar, Page, Place, field::Summary, links},
    web::{At, Cx, Error, FormErrors, Reply, flash::Flash, limit::Class, upload::Upload},
    worker::picture::{AVATAR_EDGES, Square},
};

#[derive(Template)]
#[template(path = "people/photo.html")]
struct PhotoPage {
    t: T,
    summary: Summary,
    error: Option<String>,
    avatar: Avatar,
    has_photo: bool,
    action: Url,
    removal: Url,
    profile: Url,
}

impl PhotoPage {
    fn new(cx: &Cx, errors: &FormErrors) -> Result<Self, Error> {
        let me = cx.member()?;
        let profile = links::person(me.id);
        Ok(Self {
            t: cx.t(),
            summary: Summary::of(cx.t(), errors),
            error: errors.on("photo").map(str::to_owned),
            avatar: me.avatar(cx.t()).huge(me.id, me.photo_version),
            has_photo: me.photo_version.is_some(),
            action: urls::photo(me.id),
            removal: profile.clone().join("photo-removal"),
            profile,
        })
    }
}

impl Page for PhotoPage {
    fn title(&self) -> String {
        self.t.people_photo_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Directory
    }
}

/// `GET /people/{member}/photo`
pub(in super::super) async fn form(cx: Cx, _permit: Permit<EditProfile>) -> Reply {
    let page = PhotoPage::new(&cx, &FormErrors::new())?;
    cx.page(page).await
}

/// `POST /people/{member}/photo`
pub(in super::super) async fn change(cx: Cx, permit: Permit<EditProfile>, form: Upload) -> Reply {
    cx.app.limits.check(&cx, Class::Upload)?;
    let square = square(&form);
    if let Some(why) = form.left_out {
        return refused(&cx, why.words(cx.t())).await;
    }
    let Some(file) = form.files.into_iter().find(|file| file.field == "photo") else {
        return refused(&cx, UploadRefused::Missing.words(cx.t())).await;
    };
    let photo = match prepare_photo(&cx.app, file.bytes, square).await {
        Ok(photo) => photo,
        Err(Failure::Refused(why)) => return refused(&cx, why.words(cx.t())).await,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    let mut tx = cx.begin().await?;
    let before = verbs::set_photo(&mut tx, &permit, photo).await?;
    tx.commit().await?;
    if let Some(version) = before {
        forget_photo(&cx.app, version).await;
    }
    cx.flash(Flash::said(cx.t().people_photo_changed())).await?;
    cx.redirect(&links::person(permit.about().id))
}

async fn refused(cx: &Cx, why: String) -> Reply {
    let mut errors = FormErrors::new();
    errors.add("photo", why);
    let page = PhotoPage::new(cx, &errors)?;
    cx.invalid(page).await
}

/// The square that was chosen; none where the browser has no script.
fn square(form: &Upload) -> Option<Square> {
    let number = |name| form.text(name).parse::<f64>().ok();
    Some(Square { x: number("x")?, y: number("y")?, size: number("size")? })
}

/// `POST /people/{member}/photo-removal`
pub(in super::super) async fn remove(cx: Cx, permit: Permit<EditProfile>) -> Reply {
    let mut tx = cx.begin().await?;
    let before = verbs::remove_photo(&mut tx, &permit).await?;
    tx.commit().await?;
    if let Some(version) = before {
        forget_photo(&cx.app, version).await;
    }
    cx.flash(Flash::said(cx.t().people_photo_removed())).await?;
    cx.redirect(&links::person(permit.about().id))
}

/// The photo in the address.
#[derive(Deserialize)]
pub(in super::super) struct Asked {
    version: Uuid,
    edge: String,
}

/// `GET /people/{member}/photo/{version}/{edge}`: only the photo that is shown now.
pub(in super::super) async fn show(
    cx: Cx,
    permit: Permit<ViewProfile>,
    At(asked): At<Asked>,
    headers: HeaderMap,
) -> Reply {
    let shown = store::photo_version(&mut *cx.db().await?, cx.viewer(), permit.about().id).await?;
    if shown != Some(asked.version) {
        return Err(Error::NotFound);
    }
    let wanted: i32 = asked.edge.parse().map_err(|_| Error::NotFound)?;
    let edges = AVATAR_EDGES.map(u32::cast_signed);
    let edge = fitting(&edges, wanted).ok_or(Error::NotFound)?;
    let name = format!("photo-{}", permit.about().id);
    answer(&cx.app, &headers, Kept { key: &photo_key(asked.version, edge.cast_unsigned()), name: &name })
        .await
}
