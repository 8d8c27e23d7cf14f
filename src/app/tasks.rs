//! What runs beside the requests: the notifier, the listener, the job workers, the figures.
//!
//! All of it ends when `App::stop` is cancelled, and `App::tasks` knows when it has ended.

use crate::{
    app::{App, metrics},
    jobs,
    kernel::Fault,
    live,
};

/// Starts everything, over a pool of its own so that pages do not wait for it.
pub async fn start(app: &App) -> Result<(), Fault> {
    let behind = app.over(jobs::worker::pool(app));
    live::listener::begin(&behind).await?;
    app.tasks.spawn(live::notifier::run(behind.clone()));
    app.tasks.spawn(live::listener::run(behind.clone()));
    app.tasks.spawn(jobs::worker::run(behind.clone()));
    if let Some(address) = app.config.metrics_listen {
        app.tasks.spawn(metrics::serve(app.clone(), address));
    }
    Ok(())
}
