//! Parvis.
pub mod kernel;
