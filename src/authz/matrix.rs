//! The policy as a page of text: who may do what, readable by people who do not read code.

use std::fmt::Write as _;

use crate::authz::policy;
pub use crate::authz::policy::table;

/// Every rule before every made-up standing, grouped by resource.
pub fn text() -> String {
    let mut out = String::new();
    let mut heading = "";
    let mut verb = "";
    for (resource, name, standing, verdict) in policy::table() {
        if resource != heading {
            let _ = writeln!(out, "\n# {resource}");
            heading = resource;
        }
        if name != verb {
            let _ = writeln!(out, "\n{name}");
            verb = name;
        }
        let answer = match verdict {
            Ok(()) => "yes".to_owned(),
            Err(reason) => format!("no: {reason:?}"),
        };
        let _ = writeln!(out, "    {standing:<40} {answer}");
    }
    out
}
