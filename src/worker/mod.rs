//! Work on files from strangers, done in a child process of this same binary with hard limits.
//!
//! A decoder that hangs, aborts or wants a hundred gigabytes takes its child down and nothing else: the parent
//! answers with a refusal. `parvis worker <kind>` is the child ([`run_child`]), [`Workers`] the parent's side.
//! A new kind of work is one function added to `KINDS`; it gets bytes and gives bytes and touches nothing else.
mod child;
mod frame;
mod parent;
pub mod picture;

pub use child::run_child;
pub use frame::{Answer, Job};
pub use parent::{Limits, Refusal, WorkerError, Workers};

/// What a kind of work does, inside the child.
type Handler = fn(&Job) -> Answer;

/// All kinds of work.
const KINDS: [(&str, Handler); 1] = [(picture::KIND, picture::handle)];
