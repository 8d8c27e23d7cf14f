//! The versions of a post, for everybody who sees it (PRODUCT F7).

use askama::Template;

use crate::{
    authz::{Permit, ViewPost},
    features::posts::store,
    i18n::T,
    kernel::{Url, markup::SafeHtml},
    ui::{Moment, Page, Place, links},
    web::{Cx, Reply},
};

/// `/posts/{post}/history`
#[derive(Template)]
#[template(path = "posts/history.html")]
struct HistoryPage {
    t: T,
    group: String,
    post: Url,
    versions: Vec<Version>,
}

struct Version {
    title: String,
    html: SafeHtml,
    lang: String,
    written: Moment,
}

impl Page for HistoryPage {
    fn title(&self) -> String {
        self.t.posts_history().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewPost>) -> Reply {
    let post = permit.about();
    let versions = store::list_versions(&mut *cx.db().await?, cx.viewer(), post.id).await?;
    let versions = versions
        .into_iter()
        .map(|version| Version {
            title: version.title,
            html: SafeHtml::from_stored(version.html),
            lang: version.lang,
            written: Moment::new(&cx, version.written_at),
        })
        .collect();
    cx.page(HistoryPage { t: cx.t(), group: post.group.slug.clone(), post: links::post(post.id), versions })
        .await
}
