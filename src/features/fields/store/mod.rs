//! The statements about definitions and values.

mod definitions;
mod values;

pub use definitions::{all, uses};
pub use values::{people_called, values};

pub(super) use definitions::{
    insert, insert_section, rename_section, set_archived, set_order, set_section_order, set_terms, update,
};
pub(super) use values::{called, given, is_above, knows, lock, replace, terms};
