//! Wakes the listeners of all processes after commits: one NOTIFY for all commits of a few milliseconds.
//!
//! # Why
//! A NOTIFY inside the transaction of a change would take a lock that serialises all commits of the database. This
//! one is a statement of its own; when it gets lost, listeners look by themselves a second later.

use std::time::Duration;

use crate::{app::App, kernel::Fault, live::store};

/// The channel.
pub(super) const CHANNEL: &str = "parvis";

/// How long commits are gathered.
const GATHER: Duration = Duration::from_millis(5);

/// Runs until the house stops.
pub async fn run(app: App) {
    let rung = async {
        loop {
            app.signal.notified().await;
            tokio::time::sleep(GATHER).await;
            if let Err(fault) = wake(&app).await {
                tracing::warn!(error = %fault, "listeners could not be woken; they will look by themselves");
            }
        }
    };
    app.stop.run_until_cancelled(rung).await;
}

async fn wake(app: &App) -> Result<(), Fault> {
    store::wake(&mut *app.db.acquire().await?, CHANNEL).await
}
