//! The card of a page on the web, below the text that links to it.

use askama::{Template, filters::HtmlSafe};
use url::Url as WebUrl;

use super::Face;
use crate::{
    i18n::T,
    kernel::{PostId, Url},
    ui::links,
};

/// The card. Where there is none its place is there and empty: live updates may fill it.
#[derive(Template)]
#[template(path = "previews/card.html")]
pub struct PreviewCard {
    t: T,
    post: PostId,
    shown: Option<Shown>,
}

impl HtmlSafe for PreviewCard {}

struct Shown {
    url: String,
    /// Where it really leads.
    host: String,
    /// What the site calls itself, where that is not the host again.
    site: String,
    title: String,
    description: String,
    film: bool,
    picture: Option<Picture>,
}

struct Picture {
    small: Url,
    medium: Url,
    width: i32,
    height: i32,
}

impl PreviewCard {
    /// In this post.
    pub fn of(t: T, post: PostId, face: Option<&Face>) -> Self {
        Self { t, post, shown: face.and_then(Shown::new) }
    }

    /// The id of its element.
    pub fn element(post: PostId) -> String {
        format!("post-preview-{post}")
    }
}

impl Shown {
    fn new(face: &Face) -> Option<Self> {
        let url = WebUrl::parse(&face.url).ok()?;
        let host = url.host_str()?;
        let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
        let named = !face.site.eq_ignore_ascii_case(&host);
        Some(Self {
            site: if named { face.site.clone() } else { String::new() },
            url: url.into(),
            host,
            title: face.title.clone(),
            description: face.description.clone(),
            film: face.film,
            picture: face.picture.as_ref().map(|picture| Picture {
                small: links::picture(picture.id, 480),
                medium: links::picture(picture.id, 1080),
                width: picture.width,
                height: picture.height,
            }),
        })
    }
}
