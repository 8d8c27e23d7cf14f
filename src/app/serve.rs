//! Running: the listener, the tasks beside it, and stopping without dropping anybody.

use std::{net::SocketAddr, time::Duration};

use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    app::{App, Config, commands::House, demo, layers, tasks},
    blobs::{Blobs, Trouble},
    features::accounts,
    kernel::Fault,
};

/// How long requests, jobs and pages may take to end.
const CLOSING: Duration = Duration::from_secs(22);

/// Serves until told to stop, with the demo community if asked for.
pub async fn run(config: Config, demo: bool) -> Result<(), Fault> {
    let listen = config.listen;
    allow_many_connections();
    let listener = TcpListener::bind(listen).await.map_err(|error| {
        Fault::new(format!(
            "Parvis cannot listen on {listen}: {error}. Choose another address with PARVIS_LISTEN."
        ))
    })?;
    try_storage(&config).await?;
    let house = House::open(config).await?;
    let done = match &house.embedded {
        // The database is watched for as long as anybody may still need it.
        Some(database) => tokio::select! {
            done = serve(&house, listener, demo) => done,
            () = database.watch(CancellationToken::new()) => Err(Fault::new("the database was stopped while Parvis is open")),
        },
        None => serve(&house, listener, demo).await,
    };
    house.close().await;
    done
}

async fn serve(house: &House, listener: TcpListener, demo: bool) -> Result<(), Fault> {
    house.migrate().await?;
    let app = house.app()?;
    let say = |line: &str| tracing::info!("{line}");
    if demo {
        demo::load_once(&app, &say).await?;
    }
    let service = layers::service(&app)?.into_make_service_with_connect_info::<SocketAddr>();
    tasks::start(&app).await?;
    tracing::info!(address = %app.config.base_url, "Parvis is open");
    if demo {
        demo::introduce(&say);
    } else if let Some(link) = accounts::first_administrator_link(&app).await? {
        say(&format!("the first administrator opens their account here, within 24 hours: {link}"));
    }
    let stop = app.stop.clone();
    let told = async move {
        told_to_stop().await;
        tracing::info!("Parvis is closing");
        stop.cancel();
    };
    let served = axum::serve(listener, service).with_graceful_shutdown(told).into_future();
    let whole = async {
        let done = served.await;
        app.stop.cancel();
        app.tasks.close();
        app.tasks.wait().await;
        done
    };
    tokio::select! {
        done = whole => done?,
        () = out_of_patience(&app) => tracing::warn!("some work did not end in time and will be done again"),
    }
    Ok(())
}

/// Every open page holds a connection: a thousand, which is what systems allow a process at first, is soon reached. What
/// they allow who asks is asked for; where even that is refused, the first limit stays.
fn allow_many_connections() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }) {
        tracing::warn!(%error, ?current, "no more files can be open at once than the system gives at first");
    }
}

/// Wrong settings of the storage are told now and not to the first who uploads something. A server that does not answer
/// may be on its way: it keeps nobody from reading and writing.
async fn try_storage(config: &Config) -> Result<(), Fault> {
    match Blobs::new(config, &TaskTracker::new())?.try_out().await {
        Ok(()) => Ok(()),
        Err(Trouble::Wrong(words)) => Err(Fault::new(format!("Parvis does not start: {words}."))),
        Err(Trouble::Silent(words)) => {
            tracing::error!("files cannot be shown or taken for now: {words}");
            Ok(())
        }
    }
}

/// Ends some time after the house was told to stop, for what does not end by itself.
async fn out_of_patience(app: &App) {
    app.stop.cancelled().await;
    tokio::time::sleep(CLOSING).await;
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
