//! Tests through the front door.
mod outbound;
mod worker;
