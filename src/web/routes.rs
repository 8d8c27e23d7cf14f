//! The only way to mount a handler: a method, an address, and who may come in.
//!
//! # Why
//! A route that forgets its access cannot be written, and the table that tests sweep is the router itself. The names
//! of the permits in a handler's signature are read from its type, so the table also shows which right it asks for.

use axum::{
    Router,
    extract::Request,
    handler::Handler,
    middleware::Next,
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};

use crate::{
    app::App,
    web::{Cx, Error},
};

/// Who may come in at all. What they may do there is the permit's affair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// People who are signed in.
    Member,
}

/// A route as the table shows it.
#[derive(Clone, Debug)]
pub struct RouteEntry {
    /// `GET`, `POST`, or what the protocol of uploads asks for.
    pub method: &'static str,
    /// The address with its parameters in braces.
    pub path: &'static str,
    /// Who may come in.
    pub access: Access,
    /// The permits in the handler's signature.
    pub permits: Vec<String>,
    /// The handler, as `room::pages::page::function`.
    pub handler: String,
}

/// The routes of a room, or of the whole house.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<RouteEntry>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page.
    pub fn get<H, X>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<X, App>,
        X: 'static,
    {
        self.mount(MethodFilter::GET, "GET", path, access, handler)
    }

    /// Adds a change.
    pub fn post<H, X>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<X, App>,
        X: 'static,
    {
        self.mount(MethodFilter::POST, "POST", path, access, handler)
    }

    /// Adds a change that continues one: a part of what is sent.
    pub fn patch<H, X>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<X, App>,
        X: 'static,
    {
        self.mount(MethodFilter::PATCH, "PATCH", path, access, handler)
    }

    /// Adds a change that takes a thing away, where no form asks for it.
    pub fn delete<H, X>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<X, App>,
        X: 'static,
    {
        self.mount(MethodFilter::DELETE, "DELETE", path, access, handler)
    }

    /// Adds what an address says of itself.
    pub fn options<H, X>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<X, App>,
        X: 'static,
    {
        self.mount(MethodFilter::OPTIONS, "OPTIONS", path, access, handler)
    }

    fn mount<H, X>(
        mut self,
        filter: MethodFilter,
        method: &'static str,
        path: &'static str,
        access: Access,
        handler: H,
    ) -> Self
    where
        H: Handler<X, App>,
        X: 'static,
    {
        self.table.push(RouteEntry { method, path, access, permits: permits::<X>(), handler: name::<H>() });
        let mut service = on(filter, handler);
        if access == Access::Member {
            service = service.layer(axum::middleware::from_fn(members_only));
        }
        #[expect(clippy::disallowed_methods, reason = "the one place that mounts")]
        let router = self.router.route(path, service);
        self.router = router;
        self
    }

    /// Takes over the routes of another room.
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// The router and its table.
    pub fn into_parts(self) -> (Router<App>, Vec<RouteEntry>) {
        (self.router, self.table)
    }
}

/// Sends visitors to sign in, before any parameter of the address is looked at.
async fn members_only(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if Cx::actor_of(&parts).member().is_none() {
        return Error::SignIn.into_response();
    }
    if Cx::is_gated(&parts) && !passes_gate(parts.method == axum::http::Method::GET, parts.uri.path()) {
        return axum::response::Redirect::to("/welcome").into_response();
    }
    next.run(Request::from_parts(parts, body)).await
}

/// Who stands at the gate may still answer it, send what a page already open sends, and look after their account.
fn passes_gate(is_page: bool, path: &str) -> bool {
    !is_page || ["/welcome", "/settings", "/people/", "/live"].iter().any(|open| path.starts_with(open))
}

/// The permits among a handler's arguments, by their type names.
fn permits<X>() -> Vec<String> {
    std::any::type_name::<X>()
        .split("Permit<")
        .skip(1)
        .filter_map(|rest| Some(rest.split('>').next()?.rsplit("::").next()?.to_owned()))
        .collect()
}

fn name<H>() -> String {
    let full = std::any::type_name::<H>();
    full.strip_prefix("parvis::features::")
        .or_else(|| full.strip_prefix("parvis::"))
        .unwrap_or(full)
        .to_owned()
}
