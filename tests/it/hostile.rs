//! What no browser sends, to every address there is: clear refusals, never a fault of ours.

use axum::http::Method;
use parvis::app::routes;

use crate::support::{TestApp, Visitor, method_of};

/// Stands in for an id, a slug, a token.
const IN_PATHS: &[&str] = &[
    "%00",
    "%ff%fe",
    "..%2f..%2fetc%2fpasswd",
    "%27%3B--",
    "-1",
    "99999999999999999999",
    "%F0%9F%98%80",
    "018f0000-0000-7000-8000-000000000000",
];

const IN_QUERIES: &[&str] = &["%00", "%ff", "-1", "99999999999999999999", "%27%3B--", "{}", "NaN"];

/// Names under which pages read something from their address.
const NAMES: &[&str] = &["q", "after", "before", "page", "show", "group", "sort", "comment", "next", "n"];

const FORM: &str = "application/x-www-form-urlencoded";

const BODIES: &[(&str, &[u8])] = &[
    (FORM, b""),
    (FORM, b"text=%00&body=%00&name=%00&title=%00&email=%00&group=%00&once=%00&on=%00&off=%00"),
    (FORM, b"\xff\xfe=%ff&text[]=1&group[]=2"),
    ("application/json", b"{\"text\":[]}"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: nonsense"),
    ("multipart/form-data", b"--x--"),
];

/// Asks and goes on with the session of before: some addresses end it.
async fn ask(visitor: &Visitor, method: &Method, address: &str, kind: Option<&str>, body: &[u8]) -> u16 {
    let mut visitor = visitor.clone();
    let headers: Vec<(&str, &str)> = kind.map(|kind| ("content-type", kind)).into_iter().collect();
    visitor.send(method.clone(), address, &headers, body.to_vec()).await;
    visitor.page.status.as_u16()
}

#[tokio::test]
async fn nonsense_in_any_place_is_refused_and_breaks_nothing() {
    let app = TestApp::start().await;
    let administrator = app.person("Alice Admin").with_role("administrator").signed_in().await;
    let (_, table) = routes::all().into_parts();
    let mut broken = Vec::new();
    for (n, route) in table.iter().filter(|route| route.path != "/live").enumerate() {
        let mut addresses = Vec::new();
        if route.path.contains('{') {
            addresses.extend(IN_PATHS.iter().map(|nonsense| filled(route.path, nonsense)));
        } else if route.method == "GET" {
            let nonsense = |at: usize| IN_QUERIES[at % IN_QUERIES.len()];
            let query = NAMES.iter().enumerate().map(|(at, name)| format!("{name}={}", nonsense(n + at)));
            addresses.extend(query.map(|query| format!("{}?{query}", route.path)));
        } else {
            addresses.push(route.path.to_owned());
        }
        for address in addresses {
            let bodies = if route.method == "GET" { &[("", b"" as &[u8])][..] } else { BODIES };
            for (kind, body) in bodies {
                let method = method_of(route.method);
                let kind = (!kind.is_empty()).then_some(*kind);
                let status = ask(&administrator, &method, &address, kind, body).await;
                if status >= 500 {
                    broken.push(format!("{method} {address} ({kind:?}): {status}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn filled(path: &str, nonsense: &str) -> String {
    path.split('/')
        .map(|part| if part.starts_with('{') { nonsense } else { part })
        .collect::<Vec<_>>()
        .join("/")
}
