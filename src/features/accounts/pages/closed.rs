//! What a link shows that opens nothing (any more), and the care for pages whose address holds a secret.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse},
};

use crate::{
    i18n::T,
    kernel::Url,
    ui::{Frame, Page, shell},
    web::{Cx, Error, Reply},
};

#[derive(Template)]
#[template(path = "accounts/closed.html")]
struct ClosedPage {
    t: T,
    text: String,
    action: (String, Url),
}

impl Page for ClosedPage {
    fn title(&self) -> String {
        self.t.accounts_closed_title().to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// A link that opens nothing, whatever the reason: 404, and one way on.
pub(in crate::features) async fn link(cx: &Cx, text: impl ToString, action: (String, Url)) -> Reply {
    let page = ClosedPage { t: cx.t(), text: text.to_string(), action };
    let html = shell::wrap(cx, &page).await?;
    quiet(Ok((StatusCode::NOT_FOUND, Html(html)).into_response()))
}

/// An invitation that is worth nothing.
pub(in crate::features) async fn invitation(cx: &Cx) -> Reply {
    let t = cx.t();
    link(cx, t.accounts_closed_invitation(), (t.accounts_sign_in().to_string(), Url::path("/sign-in"))).await
}

/// A page whose address holds a secret: where its links lead learns nothing of it (SECURITY C-20).
pub(in crate::features) fn quiet(reply: Reply) -> Reply {
    let hush = |mut response: axum::response::Response| {
        response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        response
    };
    match reply {
        Ok(response) => Ok(hush(response)),
        Err(Error::Invalid(response)) => Err(Error::Invalid(Box::new(hush(*response)))),
        Err(error) => Err(error),
    }
}
