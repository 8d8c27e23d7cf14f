//! Parvis.
pub mod drawing;
pub mod kernel;
pub mod outbound;
pub mod worker;
