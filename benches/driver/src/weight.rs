//! Bytes over the wire: the feed compressed, the style sheet, the script of every page.

use std::{fs, path::Path};

use crate::{
    Failure,
    load::{Connection, Request},
    server::Server,
    table::median,
};

/// Kilobytes of a page in an encoding: the median of some members'.
pub(crate) async fn page(server: &Server, list: &[Request], encoding: &'static str) -> Result<f64, Failure> {
    let mut connection = Connection::to(&server.address, server.side, Some(encoding)).await?;
    let mut sizes = Vec::new();
    for request in list.iter().take(100) {
        sizes.push(connection.ask(request).await?.body.len() as f64 / 1024.0);
    }
    Ok(median(&sizes))
}

/// Kilobytes of a built asset, compressed as a browser gets it.
pub(crate) fn asset(folder: &Path, begins: &str, ends: &str) -> Result<f64, Failure> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(begins) && name.ends_with(ends) && !name.contains("icon") {
            return Ok(entry.metadata()?.len() as f64 / 1024.0);
        }
    }
    Err(format!("{begins}…{ends} was not built").into())
}
