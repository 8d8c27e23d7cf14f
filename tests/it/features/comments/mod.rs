//! Comments and reactions.

mod reactions;
mod scene;
mod shown;
mod writing;
