//! What browsers and robots ask for by themselves.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{
    kernel::Url,
    web::{Cx, Reply, assets::asset},
};

/// `GET /manifest.webmanifest`
pub(in super::super) async fn manifest(cx: Cx) -> Reply {
    let icon =
        |name: &str, size: &str, kind: &str| json!({ "src": asset(name), "sizes": size, "type": kind });
    let manifest = json!({
        "name": cx.app.config.name,
        "short_name": cx.app.config.name,
        "lang": cx.app.config.locale.tag(),
        "start_url": "/feed",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f2f5f6",
        "theme_color": "#f2f5f6",
        "icons": [
            icon("images/app-icon-192.png", "192x192", "image/png"),
            icon("images/app-icon-512.png", "512x512", "image/png"),
        ],
    });
    Ok(typed("application/manifest+json", manifest.to_string()))
}

/// `GET /robots.txt`: nothing here is for the public.
pub(in super::super) async fn robots() -> Reply {
    Ok(typed("text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n".to_owned()))
}

/// `GET /favicon.ico`
pub(in super::super) async fn favicon(cx: Cx) -> Reply {
    cx.redirect(&Url::path(&asset("images/favicon.svg")))
}

fn typed(kind: &'static str, body: String) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=3600")], body).into_response()
}
