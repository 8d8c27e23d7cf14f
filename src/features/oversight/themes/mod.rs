//! Themes: the folders of the list of groups, and the place of a group in it.

pub(super) mod store;

use crate::{
    authz::{AdministerGroups, FileGroup, Permit},
    db::{Fact, Tx},
    features::{fields::Bilingual, groups},
    kernel::Fault,
};

/// Adds a theme, the last one.
pub(crate) async fn add(
    tx: &mut Tx,
    _permit: &Permit<AdministerGroups>,
    name: &Bilingual,
) -> Result<(), Fault> {
    let theme = store::insert(tx, name).await?;
    tx.record(Fact::ThemeAdded { theme }).await?;
    Ok(())
}

/// Gives a theme another name.
pub(super) async fn rename(
    tx: &mut Tx,
    _permit: &Permit<AdministerGroups>,
    theme: i32,
    name: &Bilingual,
) -> Result<(), Fault> {
    if store::rename(tx, theme, name).await? {
        tx.record(Fact::ThemeChanged { theme }).await?;
    }
    Ok(())
}

/// Puts the themes in this order.
pub(super) async fn reorder(
    tx: &mut Tx,
    _permit: &Permit<AdministerGroups>,
    order: &[i32],
) -> Result<(), Fault> {
    if store::set_order(tx, order).await?
        && let Some(first) = order.first()
    {
        tx.record(Fact::ThemesReordered { first: *first }).await?;
    }
    Ok(())
}

/// Removes a theme. Its groups stay, without one.
pub(super) async fn remove(tx: &mut Tx, _permit: &Permit<AdministerGroups>, theme: i32) -> Result<(), Fault> {
    if store::delete(tx, theme).await? {
        tx.record(Fact::ThemeRemoved { theme }).await?;
    }
    Ok(())
}

/// Says where a group stands in lists: its theme, and its place.
pub(super) async fn file(
    tx: &mut Tx,
    permit: &Permit<FileGroup>,
    theme: Option<i32>,
    place: Option<i32>,
) -> Result<(), Fault> {
    let group = permit.about().id;
    groups::update_theme(tx, group, theme).await?;
    store::set_place(tx, group, place).await?;
    tx.record(Fact::GroupFiled { group }).await?;
    Ok(())
}
