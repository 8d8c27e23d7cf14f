//! Fills an empty, migrated database with a community of a given size, always the same one.
//!
//! `parvis-bench-generator SCALE` with `DATABASE_URL` of a superuser: constraints are not checked while loading, and
//! indexes are made afterwards. The shape is that of PERFORMANCE §1; `shape.rs` tests it at a tiny scale.

#![expect(clippy::print_stderr, reason = "a command that says how far it is")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "chance is drawn as fractions of lists whose length is known"
)]

mod community;
mod copy;
mod dice;
mod fields;
mod load;
mod people;
mod posts;
#[cfg(test)]
mod shape;
mod words;

use std::process::ExitCode;

use community::Scale;

#[tokio::main]
async fn main() -> ExitCode {
    let scale = std::env::args().nth(1).and_then(|name| Scale::parse(&name));
    let (Some(scale), Ok(url)) = (scale, std::env::var("DATABASE_URL")) else {
        eprintln!("Usage: DATABASE_URL=postgres://… parvis-bench-generator S|M|L|<number of posts>");
        return ExitCode::FAILURE;
    };
    let database = match url.parse() {
        Ok(database) => database,
        Err(error) => {
            eprintln!("DATABASE_URL: {error}");
            return ExitCode::FAILURE;
        }
    };
    match load::load(database, scale).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The database cannot be filled: {error}");
            ExitCode::FAILURE
        }
    }
}
