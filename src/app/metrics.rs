//! Figures for whoever runs the house, in the format of Prometheus, on an address of their own.
//!
//! Requests are counted by the pattern of their address, never by the address itself: figures hold no ids.

use std::net::SocketAddr;

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::StatusCode,
    middleware::Next,
    response::Response,
    routing::get,
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::{net::TcpListener, time::Instant};

use crate::{app::App, jobs, kernel::Fault, mail};

const BUCKETS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// The layer that counts and times requests.
pub async fn measure(request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let method = match request.method().as_str() {
        "POST" => "POST",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "GET",
    };
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_str().to_owned();
    metrics::counter!("parvis_requests_total", "method" => method, "route" => route.clone(), "status" => status).increment(1);
    metrics::histogram!("parvis_request_seconds", "method" => method, "route" => route)
        .record(begun.elapsed().as_secs_f64());
    response
}

/// Serves the figures until the house stops. An address that is taken is no reason not to open.
pub async fn serve(app: App, address: SocketAddr) {
    if let Err(fault) = answer(app, address).await {
        tracing::warn!(%address, error = %fault, "there are no metrics; choose another address with PARVIS_METRICS_LISTEN");
    }
}

async fn answer(app: App, address: SocketAddr) -> Result<(), Fault> {
    let listener = TcpListener::bind(address).await?;
    let handle = PrometheusBuilder::new().set_buckets(&BUCKETS)?.install_recorder()?;
    let stop = app.stop.clone();
    #[expect(clippy::disallowed_methods, reason = "not a page of the community")]
    let router = Router::new().route("/metrics", get(page)).with_state((app, handle));
    axum::serve(listener, router).with_graceful_shutdown(stop.cancelled_owned()).await?;
    Ok(())
}

async fn page(State((app, handle)): State<(App, PrometheusHandle)>) -> (StatusCode, String) {
    if let Err(fault) = look_around(&app).await {
        tracing::warn!(error = %fault, "some figures could not be read");
    }
    handle.run_upkeep();
    (StatusCode::OK, handle.render())
}

/// Reads the figures that nobody counts as they change.
async fn look_around(app: &App) -> Result<(), Fault> {
    let gauge =
        |name: &'static str, state: &'static str, n: f64| metrics::gauge!(name, "state" => state).set(n);
    let idle = f64::from(u32::try_from(app.db.num_idle()).unwrap_or(u32::MAX));
    gauge("parvis_connections", "idle", idle);
    gauge("parvis_connections", "used", (f64::from(app.db.size()) - idle).max(0.0));
    metrics::gauge!("parvis_live_pages")
        .set(f64::from(u32::try_from(app.live.open_pages()).unwrap_or(u32::MAX)));
    let mut db = app.db.acquire().await?;
    let depth = jobs::queue::depth(&mut db).await?;
    gauge("parvis_jobs", "due", count(depth.due));
    gauge("parvis_jobs", "later", count(depth.later));
    gauge("parvis_jobs", "gave_up", count(depth.dead));
    let letters = mail::counts(&mut db).await?;
    gauge("parvis_letters", "waiting", count(letters.waiting));
    gauge("parvis_letters", "given_up", count(letters.given_up));
    Ok(())
}

fn count(n: i64) -> f64 {
    f64::from(i32::try_from(n).unwrap_or(i32::MAX))
}
