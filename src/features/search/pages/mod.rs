//! One file per page.

pub(super) mod results;
pub(super) mod suggestions;

use crate::{
    features::fields::{Fields, Visibility},
    web::Cx,
};

/// The fields that people are found by: those the directory is filtered by, for whoever looks.
fn readable(cx: &Cx, fields: &Fields) -> Vec<i32> {
    let external = cx.me().is_some_and(|me| me.external);
    fields
        .active()
        .filter(|field| field.filters && (!external || field.visibility == Visibility::Guests))
        .map(|field| field.id.0)
        .collect()
}
