//! Gates: what new people meet before they go in, and what everybody else is reminded of.
//!
//! One engine: `gate_steps` answers the steps that someone still stands before, in order – the required fields of the
//! profile, the words of welcome, an introduction; a charter will come first. A field may have a day by which those who
//! were there before fill it in too: until then they see a banner, afterwards the same gate. Nobody is trapped: what
//! cannot be answered is not asked, settings and signing out stay open, a field that is no longer required lets
//! everybody through, and whoever can change what is asked is not held by it.

mod model;
mod pages;
mod store;
mod verbs;

pub(crate) use model::Settings;
pub(crate) use verbs::set;

use crate::web::{Access::Member, Routes};

/// The addresses of this room.
pub fn routes() -> Routes {
    use pages::{settings, welcome};
    Routes::new()
        .get("/welcome", Member, welcome::show)
        .post("/welcome", Member, welcome::answer)
        .post("/welcome/step", Member, welcome::step)
        .get("/admin/welcome", Member, settings::show)
        .post("/admin/welcome", Member, settings::submit)
}
