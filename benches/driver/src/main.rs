//! Puts the floor and Parvis under the same load in turns, and prints each measure beside its goal.
//!
//! Where everything is explained: `benches/README.md`. `world` chooses who asks for what and knows the right answers,
//! `load` asks, `process` reads what it cost, `statements` what the database did, `measures` puts them together.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command that prints a table")]
#![expect(clippy::cast_precision_loss, reason = "counts become fractions")]
#![expect(clippy::disallowed_methods, reason = "the house rules are for the server")]

mod idle;
mod load;
mod measures;
mod pgbench;
mod plain;
mod process;
mod server;
mod sockets;
mod statements;
mod table;
mod weight;
mod world;

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;

/// Any error: the command ends with it.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Measures Parvis against its floor.
#[derive(Parser)]
struct Options {
    /// The database with the generated community.
    #[arg(long)]
    database: String,
    /// A smaller community in the same cluster, for what size costs.
    #[arg(long)]
    small: Option<String>,
    /// Rounds of each measure.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Requests of one side in one round.
    #[arg(long, default_value_t = 300)]
    requests: usize,
    /// The name of the scale, for the heading.
    #[arg(long)]
    scale: String,
    /// The program of the floor.
    #[arg(long)]
    floor: PathBuf,
    /// The program of Parvis.
    #[arg(long)]
    product: PathBuf,
    /// The built assets.
    #[arg(long)]
    assets: PathBuf,
    /// A folder for what the servers and this program write.
    #[arg(long)]
    scratch: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    match measures::run(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
