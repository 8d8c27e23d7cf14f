//! The layers around the router, outermost first, and why in that order.
//!
//! 1. assets: immutable files, before anything that costs;
//! 2. headers: every answer carries them, errors and redirects included;
//! 3. compression: of what the layers below wrote, by gzip, but for files, which are sent as they are and in parts;
//! 4. error pages: everything below may answer with an error value;
//! 5. time limit: a request that hangs is given up, later where somebody sends files;
//! 6. panics: a bug is an error page, not a closed connection;
//! 7. sessions, then who it is: rights need a person;
//! 8. origin: changes only from our own pages.

use std::{any::Any, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{Extensions, HeaderMap, StatusCode, Version, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, Predicate as _},
    },
    trace::TraceLayer,
};

use crate::{
    app::{App, metrics, routes},
    features::uploads,
    kernel::Fault,
    web::{Error, assets, error, headers, origin, session},
};

/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// And one that brings files, over a slow line. Silence within it is noticed where files are read.
const PATIENCE_FOR_FILES: Duration = Duration::from_secs(60 * 60);

/// The whole service.
pub fn service(app: &App) -> Result<Router, Fault> {
    let (rooms, _) = routes::all().into_parts();
    let inner = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), headers::guard))
        // Not by brotli, which makes pages hardly smaller for twice the time and megabytes of memory a request.
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(whole_pages)))
        .layer(TraceLayer::new_for_http())
        .layer(from_fn(metrics::measure))
        .layer(from_fn_with_state(app.clone(), error::pages))
        .layer(from_fn(give_up))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(session::layer(app.db.clone(), app.config.secure_cookies()))
        .layer(from_fn(session::identify))
        .layer(origin::layer(app.config.origin())?)
        .layer(DefaultBodyLimit::max(crate::web::form::MOST));
    #[expect(clippy::disallowed_methods, reason = "assets are nobody's page")]
    let assets = Router::new().route("/static/{*name}", get(assets::serve));
    Ok(rooms.fallback(error::not_found).with_state(app.clone()).layer(inner).merge(assets))
}

/// Gives up what takes too long.
async fn give_up(request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let files = kind.is_some_and(|kind| kind.starts_with("multipart/form-data") || kind == uploads::PART);
    let patience = if files { PATIENCE_FOR_FILES } else { PATIENCE };
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Whether an answer may be compressed: not one of which parts can be asked for.
fn whole_pages(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::ACCEPT_RANGES)
}

fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let what = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    Error::Fault(Fault::new(format!("panic: {what}"))).into_response()
}
