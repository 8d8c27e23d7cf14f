//! One photo of a post, as large as the window: what the dialog shows where there is no script.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{Permit, ViewPost},
    features::posts::{store, urls},
    i18n::T,
    kernel::{PictureId, PostId, Url},
    ui::{Page, Place, links},
    web::{At, Cx, Error, Reply},
};

/// `/posts/{post}/photos/{picture}`
#[derive(Template)]
#[template(path = "posts/photo.html")]
struct PhotoPage {
    t: T,
    group: String,
    post: Url,
    image: Url,
    original: Url,
    alt: String,
    width: i32,
    height: i32,
    place: usize,
    total: usize,
    previous: Option<Url>,
    next: Option<Url>,
}

impl Page for PhotoPage {
    fn title(&self) -> String {
        self.t.posts_photo_place(self.place.to_string(), self.total.to_string()).to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// The parameters of the address.
#[derive(Deserialize)]
pub(in super::super) struct PhotoPath {
    post: PostId,
    picture: PictureId,
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewPost>, At(at): At<PhotoPath>) -> Reply {
    let photos = store::list_photos(&mut *cx.db().await?, cx.viewer(), at.post).await?;
    let here = photos.iter().position(|photo| photo.id == at.picture).ok_or(Error::NotFound)?;
    let photo = photos.get(here).ok_or(Error::NotFound)?;
    let neighbour = |place: Option<usize>| Some(urls::photo(at.post, photos.get(place?)?.id));
    cx.page(PhotoPage {
        t: cx.t(),
        group: permit.about().group.slug.clone(),
        post: links::post(at.post),
        image: links::picture(photo.id, 1080),
        original: links::picture(photo.id, 2160),
        alt: photo.alt.clone(),
        width: photo.width,
        height: photo.height,
        place: here + 1,
        total: photos.len(),
        previous: neighbour(here.checked_sub(1)),
        next: neighbour(Some(here + 1)),
    })
    .await
}
