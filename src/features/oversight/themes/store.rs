//! The statements about themes.

use crate::{
    db::Tx,
    features::fields::Bilingual,
    kernel::{Fault, GroupId},
};

pub(in super::super) async fn insert(tx: &mut Tx, name: &Bilingual) -> Result<i32, Fault> {
    let now = tx.now();
    let id = sqlx::query_scalar!(
        "insert into group_themes (name_fr, name_en, place, created_at)
         values ($1, $2, (select coalesce(max(place), 0) + 1 from group_themes), $3) returning id",
        name.fr,
        name.en,
        now
    )
    .fetch_one(tx.db())
    .await?;
    Ok(id)
}

pub(in super::super) async fn rename(tx: &mut Tx, id: i32, name: &Bilingual) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update group_themes set name_fr = $2, name_en = $3 where id = $1",
        id,
        name.fr,
        name.en
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(in super::super) async fn set_order(tx: &mut Tx, order: &[i32]) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update group_themes th set place = o.place::int from unnest($1::int[]) with ordinality as o (id, place)
         where o.id = th.id and th.place <> o.place",
        order
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(in super::super) async fn delete(tx: &mut Tx, id: i32) -> Result<bool, Fault> {
    let done = sqlx::query!("delete from group_themes where id = $1", id).execute(tx.db()).await?;
    Ok(done.rows_affected() == 1)
}

pub(in super::super) async fn set_place(
    tx: &mut Tx,
    group: GroupId,
    place: Option<i32>,
) -> Result<(), Fault> {
    sqlx::query!("update groups set place = $2 where id = $1", group.0, place).execute(tx.db()).await?;
    Ok(())
}
