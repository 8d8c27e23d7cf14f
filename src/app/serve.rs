//! Running: the listener, the tasks beside it, and stopping without dropping anybody.

use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::{
    app::{Config, commands::House, layers},
    kernel::Fault,
};

/// Serves until told to stop.
pub async fn run(config: Config) -> Result<(), Fault> {
    let listen = config.listen;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| Fault::new(format!("Parvis cannot listen on {listen}: {error}. Choose another address with PARVIS_LISTEN.")))?;
    let house = House::open(config).await?;
    let done = serve(&house, listener).await;
    house.close().await;
    done
}

async fn serve(house: &House, listener: TcpListener) -> Result<(), Fault> {
    house.migrate().await?;
    let app = house.app()?;
    let stop = CancellationToken::new();
    let service = layers::service(&app)?.into_make_service_with_connect_info::<SocketAddr>();
    tracing::info!(address = %app.config.base_url, "Parvis is open");
    let stopping = stop.clone();
    axum::serve(listener, service)
        .with_graceful_shutdown(async move {
            told_to_stop().await;
            stopping.cancel();
        })
        .await?;
    Ok(())
}

/// Ctrl-C or SIGTERM.
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut term) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = term.recv() => {}
    }
}
