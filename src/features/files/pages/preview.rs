//! What a document holds, without opening it elsewhere: its first pages as pictures, and its text.

use askama::Template;
use axum::http::HeaderMap;
use serde::Deserialize;

use crate::{
    authz::{Permit, ViewFile},
    blobs::page_key,
    features::{
        files::{kind, model::Size, store, urls},
        pictures::{self, Kept},
    },
    i18n::{T, format},
    kernel::Url,
    ui::{Page, Place, links},
    web::{At, Cx, Error, Reply},
};

/// Most passages of a text that are shown.
const MOST_PASSAGES: i64 = 30;

/// `/files/{file}/preview`
#[derive(Template)]
#[template(path = "files/preview.html")]
struct PreviewPage {
    t: T,
    name: String,
    /// What it is, how heavy and how long.
    about: Vec<String>,
    download: Url,
    post: Option<(Url, String)>,
    pages: Vec<Leaf>,
    /// How many pages these are, and how many it has, if these are not all.
    all: Option<(i64, i64)>,
    paragraphs: Vec<String>,
    /// Whether its text goes on.
    cut: bool,
    soon: bool,
}

/// A page as it looks.
struct Leaf {
    number: i64,
    image: Url,
    width: i32,
    height: i32,
}

impl Page for PreviewPage {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn place(&self) -> Place {
        self.post.as_ref().map_or(Place::None, |(_, group)| Place::Group(group.clone()))
    }
}

/// `GET /files/{file}/preview`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewFile>) -> Reply {
    let (t, about) = (cx.t(), permit.about());
    let mut db = cx.db().await?;
    let held = store::find_held(&mut db, cx.viewer(), about.id).await?.ok_or(Error::NotFound)?;
    let drawn = store::list_pages(&mut db, cx.viewer(), about.id).await?;
    let mut passages = store::list_passages(&mut db, cx.viewer(), about.id, MOST_PASSAGES + 1).await?;
    drop(db);
    let most = usize::try_from(MOST_PASSAGES)?;
    let cut = passages.len() > most;
    passages.truncate(most);
    let (count, shown) = (held.page_count.map(i64::from), i64::try_from(drawn.len())?);
    let lines = passages.iter().flat_map(|passage| passage.lines());
    let mut said = vec![about.kind.to_uppercase(), format::weight(cx.locale(), about.bytes)];
    said.extend(count.map(|count| t.files_pages(count).to_string()));
    cx.page(PreviewPage {
        t,
        name: about.name.clone(),
        about: said,
        download: links::file(about.id),
        post: held.post.map(links::post).zip(held.slug),
        all: count.map(|count| (shown, count)).filter(|(shown, count)| shown < count),
        pages: drawn
            .into_iter()
            .map(|page| Leaf {
                number: page.number.into(),
                image: urls::page(about.id, page.number, Size::Large),
                width: page.width,
                height: page.height,
            })
            .collect(),
        paragraphs: lines.filter(|line| !line.trim().is_empty()).map(str::to_owned).collect(),
        cut,
        soon: !held.read && (kind::has_words(&about.kind) && held.post.is_some()),
    })
    .await
}

/// The page and the size in the address.
#[derive(Deserialize)]
pub(in super::super) struct PagePath {
    number: String,
    size: String,
}

/// `GET /files/{file}/pages/{number}/{size}`
pub(in super::super) async fn page(
    cx: Cx,
    permit: Permit<ViewFile>,
    At(at): At<PagePath>,
    headers: HeaderMap,
) -> Reply {
    let about = permit.about();
    let size = Size::of(&at.size).ok_or(Error::NotFound)?;
    let number: i16 = at.number.parse().map_err(|_| Error::NotFound)?;
    if !store::has_page(&mut *cx.db().await?, cx.viewer(), about.id, number).await? {
        return Err(Error::NotFound);
    }
    let name = format!("page-{number}");
    pictures::answer(&cx.app, &headers, Kept { key: &page_key(about.id, number, size.as_str()), name: &name })
        .await
}
