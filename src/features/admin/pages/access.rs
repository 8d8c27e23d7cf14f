//! Who may do what: the policy itself, applied to made-up cases. What roles allow in the community as a table in the
//! reader's language; all rules as text.

use askama::Template;

use crate::{
    authz::{Permit, ViewAdmin, matrix},
    i18n::T,
    ui::{
        Page, Place,
        admin::{Nav, Tab},
    },
    web::{Cx, Reply},
};

#[derive(Template)]
#[template(path = "admin/access.html")]
struct AccessPage {
    t: T,
    nav: Nav,
    roles: Vec<String>,
    rights: Vec<Right>,
    matrix: String,
}

/// A right, and whether each role has it.
struct Right {
    name: String,
    given: Vec<bool>,
}

impl Page for AccessPage {
    fn title(&self) -> String {
        self.t.admin_access().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// What roles allow in the community as a whole: their names, and the rights in the policy's order.
fn rights(t: T) -> (Vec<String>, Vec<Right>) {
    let (mut roles, mut rights) = (Vec::new(), Vec::<(&str, Right)>::new());
    for (_, verb, role, verdict) in matrix::table().into_iter().filter(|(resource, ..)| *resource == "Site") {
        let role = t.admin_access_role(role.replace(' ', "-").as_str()).to_string();
        if !roles.contains(&role) {
            roles.push(role);
        }
        match rights.last_mut() {
            Some((last, right)) if *last == verb => right.given.push(verdict.is_ok()),
            _ => {
                let name = t.admin_access_verb(verb).to_string();
                rights.push((verb, Right { name, given: vec![verdict.is_ok()] }));
            }
        }
    }
    (roles, rights.into_iter().map(|(_, right)| right).collect())
}

/// `GET /admin/access`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewAdmin>) -> Reply {
    let nav = Nav::new(cx.t(), permit.who(), Tab::Access);
    let (roles, rights) = rights(cx.t());
    cx.page(AccessPage { t: cx.t(), nav, roles, rights, matrix: matrix::text() }).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_right_has_a_name_in_both_languages() {
        for locale in [Locale::Fr, Locale::En] {
            let (roles, rights) = rights(locale.t());
            assert_eq!(roles.len(), 6);
            for right in rights {
                assert!(!right.name.trim().is_empty(), "a right without a name in {locale:?}");
                assert_eq!(right.given.len(), roles.len());
            }
        }
    }
}
