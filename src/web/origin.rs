//! Changes only from our own pages: `Sec-Fetch-Site` first, then `Origin` (the method of tower-http's `csrf`).
//!
//! Together with `SameSite=Lax` cookies this replaces form tokens. Browsers send one of the two headers with every
//! unsafe request; a client without them is no browser and carries nobody's cookies by accident.

use axum::response::{IntoResponse, Response};
use tower_http::csrf::{ConfigError, CsrfLayer, ProtectionError};

use crate::web::Error;

/// What is answered to a form from elsewhere.
type Refuse = fn(ProtectionError) -> Response;

/// The layer for this community's own origin.
pub fn layer(base_url: &str) -> Result<CsrfLayer<Refuse>, ConfigError> {
    let refuse: Refuse = |_| Error::Foreign.into_response();
    Ok(CsrfLayer::new().add_trusted_origin(base_url)?.with_rejection_response(refuse))
}
