//! What a test imports: the whole house over a database of its own, visitors who use its pages, and the world they
//! find there.

pub mod app;
pub mod bomb;
pub mod count;
pub mod db;
pub mod golden;
pub mod papers;
pub mod s3;
pub mod secret;
pub mod smtp;
pub mod visitor;
pub mod world;

pub use app::TestApp;
pub use visitor::Visitor;

/// The method of a declared route.
pub fn method_of(name: &str) -> axum::http::Method {
    axum::http::Method::from_bytes(name.as_bytes()).expect("a method of HTTP")
}
