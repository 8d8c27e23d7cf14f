//! Forms: raw strings in, domain values out, or the page again with what was typed and what to change.

use std::{borrow::Cow, fmt};

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{header, request::Parts},
};
use serde::de::DeserializeOwned;

use crate::{app::App, authz::permit::path, i18n::T, kernel::TextError, web::Error};

/// The largest form without files, in bytes.
pub const MOST: usize = 512 * 1024;

/// The fields of a submitted form, as raw strings.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Error::UnsupportedBody);
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|_| Error::TooLarge { most: MOST })?;
        serde_html_form(&bytes).map(Self).ok_or(Error::Malformed)
    }
}

/// Repeated fields become lists; fields nobody asked for are ignored.
fn serde_html_form<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_html_form::from_bytes(bytes).ok()
}

/// The parameters of a public page's address; what cannot be read does not exist.
pub struct At<P>(pub P);

impl<P: DeserializeOwned> FromRequestParts<App> for At<P> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        path(parts, app).await.map(Self)
    }
}

/// The query of an address; what cannot be read counts as absent.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Default> FromRequestParts<App> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Error> {
        let query = parts.uri.query().unwrap_or_default();
        // PostgreSQL takes no NUL, and nobody types one.
        if query.len() > 16 * 1024 || query.contains("%00") {
            return Err(Error::Malformed);
        }
        Ok(Self(serde_html_form(query.as_bytes()).unwrap_or_default()))
    }
}

/// What is wrong with a form: one sentence per field, in the order of the page.
#[derive(Clone, Debug, Default)]
pub struct FormErrors(Vec<(Cow<'static, str>, String)>);

impl FormErrors {
    /// Nothing wrong yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes what is wrong with a field.
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, text: impl fmt::Display) {
        self.0.push((field.into(), text.to_string()));
    }

    /// Takes a value, or notes why the text was not taken.
    pub fn take<V>(&mut self, t: T, field: &'static str, value: Result<V, TextError>) -> Option<V> {
        value.map_err(|error| self.add(field, words(t, error))).ok()
    }

    /// The first thing wrong with a field.
    pub fn on(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it, for the summary: field and sentence.
    pub fn all(&self) -> &[(Cow<'static, str>, String)] {
        &self.0
    }
}

/// Why a text was not taken, in words.
pub fn words(t: T, error: TextError) -> String {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match error {
        TextError::Empty => t.form_empty().to_string(),
        TextError::TooLong { most } => t.form_too_long(count(most)).to_string(),
        TextError::TooShort { least } => t.form_too_short(count(least)).to_string(),
        TextError::Malformed => t.form_malformed().to_string(),
        TextError::TooCommon => t.form_too_common().to_string(),
    }
}
