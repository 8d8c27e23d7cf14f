//! What a handler imports: the request's context, routes, forms, replies and errors.

pub mod assets;
pub mod cx;
pub mod error;
pub mod flash;
pub mod form;
pub mod headers;
pub mod limit;
pub mod origin;
pub mod reason;
pub mod routes;
pub mod session;
pub mod stream;
pub mod upload;

pub use cx::{Cx, Me, Wants};
pub use error::{Error, Reply};
pub use form::{At, Form, FormErrors};
pub use routes::{Access, Routes};
