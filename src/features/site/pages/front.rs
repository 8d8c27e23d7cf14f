//! The front page: for visitors the name of the community and the door; members go straight to their feed.

use askama::Template;

use crate::{
    i18n::T,
    kernel::Url,
    ui::{Frame, Page},
    web::{Cx, Reply},
};

#[derive(Template)]
#[template(path = "site/front.html")]
struct FrontPage {
    t: T,
    community: String,
}

impl Page for FrontPage {
    fn title(&self) -> String {
        self.t.site_front_title().to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// `GET /`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    if cx.me().is_some() {
        return cx.redirect(&Url::path("/feed"));
    }
    cx.page(FrontPage { t: cx.t(), community: cx.app.config.name.clone() }).await
}
