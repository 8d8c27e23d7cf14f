//! The table of routes: committed for review, and every route asked by every kind of person.

use parvis::{
    app::routes,
    web::{Access, routes::RouteEntry},
};

use crate::support::golden;

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
        text.push_str(&format!("{:<5}{:<52}{:<8}{:<22}{}\n", route.method, route.path, format!("{:?}", route.access), permits, route.handler));
    }
    golden::check("routes.txt", &text);
}

/// Addresses with a parameter and without a permit. May only shrink.
const WITHOUT_PERMIT: &[&str] = &[];

#[test]
fn an_address_that_names_a_thing_asks_for_a_permit() {
    let table = table();
    assert!(table.iter().any(|route| route.permits.contains(&"ReadGroup".to_owned())), "permits can still be read from signatures");
    let open: Vec<String> = table
        .iter()
        .filter(|route| route.access == Access::Member && route.path.contains('{') && route.permits.is_empty())
        .map(|route| format!("{} {}", route.method, route.path))
        .filter(|route| !WITHOUT_PERMIT.contains(&route.as_str()))
        .collect();
    assert!(open.is_empty(), "routes without a permit:\n{}", open.join("\n"));
}
