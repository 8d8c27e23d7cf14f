//! Addresses of what a file looks like. Where its bytes are is `ui::links::file`.

use super::model::Size;
use crate::{
    kernel::{FileId, Url},
    ui::links,
};

/// One of its pages as it looks.
pub(super) fn page(id: FileId, number: i16, size: Size) -> Url {
    links::file(id).join("pages").join(number).join(size.as_str())
}
