//! What a handler may answer instead of a page, and the layer that puts it into words.
//!
//! # Why
//! Handlers return values. One layer renders them in the language and shape of the request, so that the errors of
//! extractors, layers, unknown addresses and caught panics look the same, and no error text can slip out.

use std::time::Duration;

use askama::Template;
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use serde_json::json;

use crate::{
    app::App,
    authz::Reason,
    i18n::T,
    kernel::{Fault, Url, id::new_uuid},
    ui::shell,
    web::{Cx, Wants, cx::Visit, reason},
};

/// Why there is no page.
#[derive(Debug)]
pub enum Error {
    /// 404: absent, or not theirs to see.
    NotFound,
    /// 403: theirs to see, not to do.
    Refused(Reason),
    /// 303 to the sign-in page, 401 for fragments.
    SignIn,
    /// 422: the form again, with what was typed and what to change.
    Invalid(Box<Response>),
    /// 409: someone changed it meanwhile; the sentence says what.
    Conflict(String),
    /// 400: nothing a person's browser would send.
    Malformed,
    /// 403: the form came from another site.
    Foreign,
    /// 413: more bytes than `most`.
    TooLarge {
        /// How many bytes are allowed.
        most: usize,
    },
    /// 507: the disk has no room left for it.
    Full,
    /// 503: the store of files is apart, and does not answer.
    Away,
    /// 415: a body of a kind that the address does not take.
    UnsupportedBody,
    /// 429, with the time to wait.
    TooMany(Duration),
    /// 500, or 503 where the part will come back by itself.
    Fault(Fault),
}

/// What handlers answer.
pub type Reply = Result<Response, Error>;

impl<E: Into<Fault>> From<E> for Error {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

/// The error on its way to the layer.
#[derive(Clone)]
struct Pending(std::sync::Arc<std::sync::Mutex<Option<Error>>>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Pending(std::sync::Arc::new(std::sync::Mutex::new(Some(self)))));
        response
    }
}

/// The page around an error.
#[derive(Template)]
#[template(path = "layout/error.html")]
struct ErrorPage {
    t: T,
    title: String,
    text: String,
    reference: Option<String>,
    signed_in: bool,
    home: Url,
}

/// The same for a fragment: a note in place.
#[derive(Template)]
#[template(path = "layout/error_note.html")]
struct ErrorNote {
    title: String,
    text: String,
    reference: Option<String>,
}

/// Puts errors into words. Stands inside the headers and outside everything that can fail.
pub async fn pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let visit = Visit::of(request.extensions());
    let mut response = next.run(request).await;
    let pending = response.extensions_mut().remove::<Pending>();
    let error = pending.and_then(|pending| pending.0.lock().ok().and_then(|mut error| error.take()));
    match error {
        Some(error) => render(&Cx::new(app, visit, None), error),
        None => response,
    }
}

fn render(cx: &Cx, error: Error) -> Response {
    match error {
        Error::Invalid(form) => *form,
        Error::Fault(fault) if fault.is_unstorable_text() => shown(cx, &Error::Malformed),
        Error::SignIn if cx.wants() == Wants::Page => {
            Redirect::to(Url::path("/sign-in").with("next", cx.address()).as_str()).into_response()
        }
        error => shown(cx, &error),
    }
}

fn shown(cx: &Cx, error: &Error) -> Response {
    let t = cx.t();
    let mut reference = None;
    let (status, title, text) = match error {
        Error::SignIn => {
            (StatusCode::UNAUTHORIZED, t.error_sign_in_title(), t.error_sign_in_text().to_string())
        }
        Error::Refused(why) => (StatusCode::FORBIDDEN, t.error_refused_title(), reason::text(t, *why)),
        Error::Conflict(text) => (StatusCode::CONFLICT, t.error_conflict_title(), text.clone()),
        Error::Malformed => {
            (StatusCode::BAD_REQUEST, t.error_malformed_title(), t.error_malformed_text().to_string())
        }
        Error::Foreign => {
            (StatusCode::FORBIDDEN, t.error_foreign_title(), t.error_foreign_text().to_string())
        }
        Error::TooLarge { most } => (
            StatusCode::PAYLOAD_TOO_LARGE,
            t.error_too_large_title(),
            t.error_too_large_text(megabytes(*most)).to_string(),
        ),
        Error::Full => {
            (StatusCode::INSUFFICIENT_STORAGE, t.error_full_title(), t.error_full_text().to_string())
        }
        Error::Away => {
            (StatusCode::SERVICE_UNAVAILABLE, t.error_busy_title(), t.error_away_text().to_string())
        }
        Error::UnsupportedBody => (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            t.error_malformed_title(),
            t.error_malformed_text().to_string(),
        ),
        Error::TooMany(wait) => (
            StatusCode::TOO_MANY_REQUESTS,
            t.error_too_many_title(),
            t.error_too_many_text(minutes(*wait)).to_string(),
        ),
        Error::Fault(fault) => {
            let id = new_uuid(cx.now()).to_string();
            tracing::error!(error.id = %id, error = %fault, path = %cx.path(), "a request failed");
            reference = Some(id);
            if fault.is_away() {
                (StatusCode::SERVICE_UNAVAILABLE, t.error_busy_title(), t.error_away_text().to_string())
            } else if fault.is_passing() {
                (StatusCode::SERVICE_UNAVAILABLE, t.error_busy_title(), t.error_busy_text().to_string())
            } else {
                (StatusCode::INTERNAL_SERVER_ERROR, t.error_fault_title(), t.error_fault_text().to_string())
            }
        }
        Error::NotFound | Error::Invalid(_) => {
            (StatusCode::NOT_FOUND, t.error_not_found_title(), t.error_not_found_text().to_string())
        }
    };
    let mut response = body(cx, status, title.to_string(), text, reference);
    if let Error::TooMany(wait) = error {
        let seconds = HeaderValue::from(wait.as_secs().max(1));
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    } else if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}

fn body(cx: &Cx, status: StatusCode, title: String, text: String, reference: Option<String>) -> Response {
    let html = match cx.wants() {
        Wants::Json => return (status, Json(json!({ "error": text }))).into_response(),
        Wants::Fragment => ErrorNote { title, text, reference }.render(),
        Wants::Page => {
            let page = ErrorPage {
                t: cx.t(),
                title: title.clone(),
                text,
                reference,
                signed_in: cx.me().is_some(),
                home: Url::path("/"),
            };
            page.render().and_then(|body| shell::blank(cx, &title, &body))
        }
    };
    // An error page that cannot be rendered still is an answer.
    (status, Html(html.unwrap_or_default())).into_response()
}

/// Whole megabytes, for sentences.
pub(super) fn megabytes(bytes: usize) -> i64 {
    i64::try_from(bytes / (1024 * 1024)).unwrap_or(i64::MAX).max(1)
}

fn minutes(wait: Duration) -> i64 {
    i64::try_from(wait.as_secs().div_ceil(60)).unwrap_or(i64::MAX).max(1)
}

/// The fallback of the router.
pub async fn not_found() -> Error {
    Error::NotFound
}
