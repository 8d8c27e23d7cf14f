//! The floor: the smallest program that answers the same feed and discussion page from the same database.
//!
//! No permissions, languages or sessions: the member stands in the address. What Parvis costs is given as a multiple
//! of this. The statements are what one would write by hand, and `pgbench/` holds the same ones.

#![expect(clippy::print_stderr, reason = "a command")]

mod pages;
mod store;

use std::process::ExitCode;

use axum::{Router, routing::get};
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tower_http::compression::CompressionLayer;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let options: PgConnectOptions = std::env::var("DATABASE_URL")?.parse()?;
    let listen = std::env::var("FLOOR_LISTEN")?;
    let pool: PgPool = PgPoolOptions::new()
        .max_connections(16)
        .min_connections(1)
        .test_before_acquire(false)
        .connect_with(options.application_name("floor").options([("jit", "off")]))
        .await?;
    #[expect(clippy::disallowed_methods, reason = "the guards of Parvis are what is left out here")]
    let router = Router::new()
        .route("/feed", get(pages::feed))
        .route("/posts/{post}", get(pages::discussion))
        .layer(CompressionLayer::new())
        .with_state(pool);
    axum::serve(tokio::net::TcpListener::bind(listen).await?, router).await?;
    Ok(())
}
