//! Who may do what: the policy itself, applied to made-up cases and printed.

use askama::Template;

use crate::{
    authz::{Permit, ViewAdmin, matrix},
    features::admin::nav::{Nav, Tab},
    i18n::T,
    ui::{Page, Place},
    web::{Cx, Reply},
};

#[derive(Template)]
#[template(path = "admin/access.html")]
struct AccessPage {
    t: T,
    nav: Nav,
    matrix: String,
}

impl Page for AccessPage {
    fn title(&self) -> String {
        self.t.admin_access().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/access`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewAdmin>) -> Reply {
    let nav = Nav::new(cx.t(), permit.who(), Tab::Access);
    cx.page(AccessPage { t: cx.t(), nav, matrix: matrix::text() }).await
}
