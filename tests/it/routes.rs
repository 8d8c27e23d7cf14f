//! The table of routes: committed for review, and every route asked by every kind of person.

use std::fmt::Write as _;

use parvis::{
    app::routes,
    authz::Level,
    web::{Access, routes::RouteEntry},
};

use crate::support::{TestApp, golden, method_of};

fn table() -> Vec<RouteEntry> {
    let (_, mut table) = routes::all().into_parts();
    table.sort_by(|a, b| (a.path, a.method).cmp(&(b.path, b.method)));
    table
}

#[test]
fn every_address_is_as_committed() {
    let mut text = String::from("# method, address, who may come in, permits asked for, handler\n");
    for route in table() {
        let permits = if route.permits.is_empty() { "-".to_owned() } else { route.permits.join(" ") };
        let _ = writeln!(
            text,
            "{:<57}{:<8}{:<22}{}",
            format!("{:<4} {}", route.method, route.path),
            format!("{:?}", route.access),
            permits,
            route.handler
        );
    }
    golden::check("routes.txt", &text);
}

/// Addresses with a parameter and without a permit. May only shrink.
const WITHOUT_PERMIT: &[&str] = &[];

#[test]
fn an_address_that_names_a_thing_asks_for_a_permit() {
    let table = table();
    assert!(
        table.iter().any(|route| route.permits.contains(&"SeeMembers".to_owned())),
        "permits can still be read from signatures"
    );
    let open: Vec<String> = table
        .iter()
        .filter(|route| {
            route.access == Access::Member && route.path.contains('{') && route.permits.is_empty()
        })
        .map(|route| format!("{} {}", route.method, route.path))
        .filter(|route| !WITHOUT_PERMIT.contains(&route.as_str()))
        .collect();
    assert!(open.is_empty(), "routes without a permit:\n{}", open.join("\n"));
}

/// Addresses whose parameters name no thing of a group, so that an outsider may be answered.
fn names_a_thing_of_the_group(path: &str) -> bool {
    [
        "{group}",
        "{post}",
        "{survey}",
        "{comment}",
        "{picture}",
        "{file}",
        "{upload}",
        "{label}",
        "{invitation}",
        "{request}",
    ]
    .iter()
    .any(|name| path.contains(name))
}

#[tokio::test]
async fn every_route_knows_who_may_come_in() {
    let app = TestApp::start().await;
    let mut manager = app.signed_in("Mona Gestionnaire").await;
    let secret = app.marked(&manager, Level::Secret).await;
    let mut member = app.signed_in("Marc Membre").await;
    app.belongs(secret.group, member.id, "member").await;
    let mut outsider = app.signed_in("Oscar Dehors").await;
    let mut guest = app.person("Gaston Invite").external().signed_in().await;
    let mut administrator = app.person("Alice Admin").with_role("administrator").signed_in().await;
    let mut suspended = app.signed_in("Simon Suspendu").await;
    sqlx::query("update members set suspended_at = now() where id = $1")
        .bind(suspended.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    for route in table().iter().filter(|route| route.path != "/live") {
        let address = secret.fill(route.path).replace("{member}", &secret.manager.to_string());
        let what = format!("{} {}", route.method, route.path);
        for (who, visitor) in
            [("a visitor", &mut app.visitor()), ("someone suspended", &mut suspended.browser)]
        {
            let status = ask(visitor, route.method, &address).await;
            assert!(status < 500, "{who}: {what} answers {status}");
            if route.access == Access::Member {
                assert_eq!(status, 303, "{who}: {what}");
            }
        }
        // Signing out would end the tour.
        if route.path == "/sign-out" {
            continue;
        }
        for (who, visitor) in [
            ("an outsider", &mut outsider),
            ("a guest", &mut guest),
            ("an administrator", &mut administrator),
        ] {
            let status = ask(visitor, route.method, &address).await;
            assert!(status < 500, "{who}: {what} answers {status}");
            if route.access == Access::Member && names_a_thing_of_the_group(route.path) {
                assert_eq!(status, 404, "{who}: {what}");
            }
        }
        if !route.path.starts_with("/settings/sessions") && route.method == "GET" {
            for (who, visitor) in [("a member", &mut member), ("a manager", &mut manager)] {
                let status = ask(visitor, route.method, &address).await;
                assert!(status < 500, "{who}: {what} answers {status}");
            }
        }
    }
}

async fn ask(visitor: &mut crate::support::Visitor, method: &str, address: &str) -> u16 {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let headers: &[(&str, &str)] = if method == "GET" { &[] } else { &form };
    let cookies = visitor.clone();
    visitor.send(method_of(method), address, headers, Vec::new()).await;
    let status = visitor.page.status.as_u16();
    // The tour goes on with the session it began with.
    *visitor = cookies;
    status
}
