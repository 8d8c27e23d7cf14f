//! What pages cost that are open and hear nothing: memory of the server for each of their connections.

use std::time::Duration;

use futures_util::SinkExt as _;
use tokio_tungstenite::{
    connect_async,
    tungstenite::{Message, client::IntoClientRequest as _},
};

use crate::{
    Failure,
    load::Request,
    process,
    server::Server,
    table::{Goal, note},
};

/// How many pages are open.
const OPEN: usize = 2000;
/// How many of them are there before memory is read for the first time: what the first ones need is needed once.
const FIRST: usize = 200;

/// Opens a page's stream for each member, and looks at the server's memory.
pub(crate) async fn show(server: &Server, members: &[Request]) -> Result<(), Failure> {
    let mut streams = Vec::with_capacity(OPEN);
    let mut before = 0.0;
    for (number, member) in members.iter().cycle().take(OPEN).enumerate() {
        if number == FIRST {
            before = settled(server).await?;
        }
        let mut request = format!("ws://{}/live", server.address).into_client_request()?;
        request.headers_mut().insert("cookie", member.cookie.parse()?);
        request.headers_mut().insert("origin", format!("http://{}", server.address).parse()?);
        let (mut stream, _) = connect_async(request).await?;
        stream.send(Message::text(r#"{"topics":["home","me"]}"#)).await?;
        streams.push(stream);
    }
    let after = settled(server).await?;
    let each = (after - before) * 1024.0 / (OPEN - FIRST) as f64;
    let goal = Goal { number: "8", must: 6.0, aim: 3.0, unit: "KB" };
    goal.show(&format!("memory per idle connection, {OPEN} of them"), each, "");
    note("   the server with all of them", &format!("{after:.0} MB"));
    Ok(())
}

/// The memory of the server once it has read what was sent, in megabytes.
async fn settled(server: &Server) -> Result<f64, Failure> {
    tokio::time::sleep(Duration::from_secs(2)).await;
    process::memory(server.pid).ok_or_else(|| "the memory of the server cannot be read".into())
}
