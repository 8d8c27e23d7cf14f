//! The post that a share shows.

use askama::{Template, filters::HtmlSafe};
use sqlx::types::Json;

use super::store;
use crate::{
    db::Db,
    i18n::T,
    kernel::{Fault, PictureId, PostId, Timestamp, Url},
    ui::{Glyph, Moment, Person, links},
    web::Cx,
};

/// As `shared_post` brings it.
#[derive(Debug, serde::Deserialize)]
pub struct SharedRow {
    id: PostId,
    title: String,
    excerpt: String,
    lang: String,
    at: Timestamp,
    author: Option<String>,
    group: String,
    slug: String,
    icon: String,
    hue: String,
    closed: bool,
    question: Option<String>,
    picture: Option<PictureRow>,
}

#[derive(Debug, serde::Deserialize)]
struct PictureRow {
    id: PictureId,
    alt: String,
    width: i32,
    height: i32,
}

/// The quotation below the words of whoever shares; or, for those who may not read the post, who shared something.
#[derive(Template)]
#[template(path = "shares/shared.html")]
pub struct Shared {
    t: T,
    share: Option<PostId>,
    who: Option<String>,
    shown: Option<Shown>,
}

impl HtmlSafe for Shared {}

struct Shown {
    id: PostId,
    url: Url,
    title: String,
    excerpt: String,
    lang: String,
    moment: Moment,
    author: Option<String>,
    group: Url,
    group_name: String,
    glyph: Glyph,
    closed: bool,
    picture: Option<Thumb>,
}

struct Thumb {
    url: Url,
    alt: String,
    width: i32,
    height: i32,
}

impl Shown {
    fn new(cx: &Cx, row: SharedRow) -> Self {
        let title = if row.title.is_empty() { row.question.unwrap_or_default() } else { row.title };
        Self {
            id: row.id,
            url: links::post(row.id),
            title,
            excerpt: row.excerpt,
            lang: row.lang,
            moment: Moment::new(cx, row.at),
            author: row.author,
            group: links::group(&row.slug),
            group_name: row.group,
            glyph: Glyph::new(&row.icon, &row.hue).tiny(),
            closed: row.closed,
            picture: row.picture.map(|picture| Thumb {
                url: links::picture(picture.id, 480),
                alt: picture.alt,
                width: picture.width,
                height: picture.height,
            }),
        }
    }
}

impl Shared {
    /// As those see it who may not read the post.
    pub(super) fn hidden(t: T, share: PostId, who: Option<String>) -> Self {
        Self { t, share: Some(share), who, shown: None }
    }

    /// The id of its element in a share.
    pub(super) fn element(share: PostId) -> String {
        format!("post-shared-{share}")
    }
}

/// What a post shows of another one, and where what it shows can be shared.
pub struct Sharing {
    /// The other, in a share.
    pub shown: Option<Shared>,
    /// That is never the address of a share; none, where one may not read what it shows.
    pub url: Option<Url>,
}

impl Sharing {
    /// Of this post, by someone whose name its reader may know, and what it shows if it is a share.
    pub fn new(cx: &Cx, post: PostId, who: Option<&Person>, shared: Option<Option<Json<SharedRow>>>) -> Self {
        let Some(row) = shared else { return Self { shown: None, url: Some(links::sharing(post)) } };
        let shown = row.map(|row| Shown::new(cx, row.0));
        let url = shown.as_ref().map(|shown| links::sharing(shown.id));
        let who = who.map(|who| who.name.clone());
        Self { shown: Some(Shared { t: cx.t(), share: Some(post), who, shown }), url }
    }
}

/// A post as a share of it would show it to the viewer.
pub async fn shown(cx: &Cx, db: &mut Db, post: PostId) -> Result<Option<Shared>, Fault> {
    let row = store::find_shared(db, cx.viewer(), post).await?;
    Ok(row.map(|row| Shared { t: cx.t(), share: None, who: None, shown: Some(Shown::new(cx, row)) }))
}
