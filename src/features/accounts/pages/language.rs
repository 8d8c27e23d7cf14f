//! The visitor's language: a GET, because it sets a cookie and changes nothing else.

use axum::http::header;
use serde::Deserialize;

use crate::{
    features::accounts::device::cookie,
    i18n::Locale,
    kernel::Url,
    web::{Cx, Reply, form::Query},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct Wish {
    #[serde(default)]
    to: String,
    #[serde(default)]
    next: String,
}

/// `GET /language`
pub(in super::super) async fn choose(cx: Cx, Query(wish): Query<Wish>) -> Reply {
    let next = Url::local(&wish.next).unwrap_or_else(|| Url::path("/"));
    let mut response = cx.redirect(&next)?;
    if let Some(locale) = Locale::parse(&wish.to) {
        response
            .headers_mut()
            .append(header::SET_COOKIE, cookie(&cx.app, "locale", locale.tag(), 31_536_000)?);
    }
    Ok(response)
}
