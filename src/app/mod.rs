//! The wiring.

pub mod config;
