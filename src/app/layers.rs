//! The layers around the router, outermost first, and why in that order.
//!
//! 1. assets: immutable files, before anything that costs;
//! 2. headers: every answer carries them, errors and redirects included;
//! 3. compression: of what the layers below wrote, by gzip;
//! 4. error pages: everything below may answer with an error value;
//! 5. time limit: a request that hangs is given up;
//! 6. panics: a bug is an error page, not a closed connection;
//! 7. sessions, then who it is: rights need a person;
//! 8. origin: changes only from our own pages.

use std::{any::Any, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer, trace::TraceLayer,
};

use crate::{
    app::{App, metrics, routes},
    kernel::Fault,
    web::{Error, assets, error, headers, origin, session},
};

/// The whole service.
pub fn service(app: &App) -> Result<Router, Fault> {
    let (rooms, _) = routes::all().into_parts();
    let inner = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), headers::guard))
        // Not by brotli, which makes pages hardly smaller for twice the time and megabytes of memory a request.
        .layer(CompressionLayer::new())
        .layer(TraceLayer::new_for_http())
        .layer(from_fn(metrics::measure))
        .layer(from_fn_with_state(app.clone(), error::pages))
        .layer(TimeoutLayer::with_status_code(
            axum::http::StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(30),
        ))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(session::layer(app.db.clone(), app.config.secure_cookies()))
        .layer(from_fn(session::identify))
        .layer(origin::layer(app.config.origin())?)
        .layer(DefaultBodyLimit::max(crate::web::form::MOST));
    #[expect(clippy::disallowed_methods, reason = "assets are nobody's page")]
    let assets = Router::new().route("/static/{*name}", get(assets::serve));
    Ok(rooms.fallback(error::not_found).with_state(app.clone()).layer(inner).merge(assets))
}

fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let what = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no message");
    Error::Fault(Fault::new(format!("panic: {what}"))).into_response()
}
