//! The two servers as processes: started, asked for a first page, stopped.

use std::{
    net::TcpListener,
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::process::{Child, Command};

use crate::{
    Failure, Options,
    load::{Connection, Request},
};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Floor,
    Product,
}

impl Side {
    /// The name that its database connections carry.
    pub(crate) fn application(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Product => "parvis",
        }
    }
}

/// A running server. Dropped, it is killed.
pub(crate) struct Server {
    pub(crate) side: Side,
    pub(crate) address: String,
    pub(crate) pid: u32,
    /// From the start of the process to the end of its first page, in seconds.
    pub(crate) start: f64,
    child: Child,
}

fn command(side: Side, options: &Options, database: &str, address: &str) -> Command {
    let program: &Path = match side {
        Side::Floor => &options.floor,
        Side::Product => &options.product,
    };
    let mut command = Command::new(program);
    command.env("DATABASE_URL", database).stdout(Stdio::null()).stderr(Stdio::inherit()).kill_on_drop(true);
    match side {
        Side::Floor => command.env("FLOOR_LISTEN", address),
        Side::Product => command
            .arg("serve")
            .env("PARVIS_LISTEN", address)
            .env("PARVIS_DATA", options.scratch.join("data"))
            .env("PARVIS_METRICS_LISTEN", "off")
            .env("PARVIS_LOG", "error"),
    };
    command
}

impl Server {
    /// Starts one and waits for its first page.
    pub(crate) async fn start(
        side: Side,
        options: &Options,
        database: &str,
        first: &Request,
    ) -> Result<Self, Failure> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let begun = Instant::now();
        let mut child = command(side, options, database, &address).spawn()?;
        let pid = child.id().ok_or("the server ended at once")?;
        loop {
            if let Ok(mut connection) = Connection::to(&address, side, None).await {
                let answer = connection.ask(first).await?;
                if answer.is_right(first) {
                    break;
                }
                return Err(format!("{side:?} answers {} with {}", first.path(side), answer.status).into());
            }
            if let Some(status) = child.try_wait()? {
                return Err(format!("{side:?} ended with {status}").into());
            }
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(format!("{side:?} does not answer").into());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok(Self { side, address, pid, start: begun.elapsed().as_secs_f64(), child })
    }

    /// Ends it.
    pub(crate) async fn stop(mut self) -> Result<(), Failure> {
        Ok(self.child.kill().await?)
    }
}
