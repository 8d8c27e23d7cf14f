//! Work on files from strangers, done in a child process of this same binary with hard limits.
//!
//! A decoder that hangs, aborts or wants a hundred gigabytes takes its child down and nothing else: the parent
//! answers with a refusal. `parvis worker <kind>` is the child ([`run_child`]), [`Workers`] the parent's side.
//! A new kind of work is one function added to `KINDS`; it gets bytes and gives bytes and touches nothing else.
mod child;
pub mod document;
mod frame;
mod parent;
pub mod picture;
pub mod sheet;
mod stream;

use std::io;

pub use child::run_child;
pub use frame::{Answer, Job};
pub use parent::{Limits, Refusal, WorkerError, Workers};
pub use stream::{Blocks, Input};

/// What a kind of work does, inside the child: it reads the job and writes the blocks of its answer.
type Handler = fn(&Job, &mut dyn io::Write) -> io::Result<()>;

/// All kinds of work.
const KINDS: [(&str, Handler); 6] = [
    (picture::KIND, picture::handle),
    (sheet::KIND, sheet::handle),
    (sheet::archive::KIND, sheet::archive::handle),
    (document::KIND, document::handle),
    (document::metadata::KIND, document::metadata::handle),
    (document::pages::KIND, document::pages::handle),
];
