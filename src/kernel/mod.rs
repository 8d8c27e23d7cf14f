//! Vocabulary without input or output.
pub mod markup;
