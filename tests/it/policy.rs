//! The policy as a page that people read who do not read code.

use crate::support::golden;

#[test]
fn who_may_do_what_is_as_committed() {
    golden::check("policy.txt", &parvis::authz::matrix::text());
}
