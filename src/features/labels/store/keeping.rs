//! The statements of those who keep labels.

use crate::{
    db::Db,
    features::labels::model::{Kept, LabelRefused, Looks, MOST},
    kernel::{Failure, Fault, GroupId, LabelId, Timestamp},
};

/// The labels of a group or of the platform, those out of use last.
pub(in super::super) async fn kept(db: &mut Db, group: Option<GroupId>) -> Result<Vec<Kept>, Fault> {
    // bare: numbers for those who keep the labels; of a group only what stands in it
    let labels = sqlx::query_as!(
        Kept,
        r#"select id as "id: LabelId", name, hue, archived_at is not null as "archived!",
                  (select count(*) from post_labels pl join posts p on p.id = pl.post_id and p.deleted_at is null
                   where pl.label_id = l.id and (l.group_id is null or p.group_id = l.group_id)) as "uses!"
           from labels l where group_id is not distinct from $1 order by archived_at is not null, folded(name)"#,
        group.map(|group| group.0)
    );
    Ok(labels.fetch_all(db).await?)
}

/// Makes a label.
pub(in super::super) async fn insert(
    db: &mut Db,
    group: Option<GroupId>,
    looks: &Looks,
    now: Timestamp,
) -> Result<LabelId, Failure<LabelRefused>> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from labels where group_id is not distinct from $1"#,
        group.map(|group| group.0)
    );
    if count.fetch_one(&mut *db).await? >= MOST {
        return Err(Failure::Refused(LabelRefused::TooMany));
    }
    let made = sqlx::query_scalar!(
        r#"insert into labels (id, group_id, name, hue, made_at) values ($1, $2, $3, $4, $5)
           on conflict do nothing returning id as "id: LabelId""#,
        LabelId::new(now).0,
        group.map(|group| group.0),
        looks.name,
        looks.hue,
        now
    );
    made.fetch_optional(db).await?.ok_or(Failure::Refused(LabelRefused::Taken))
}

/// Gives a label another name and hue.
pub(in super::super) async fn update(
    db: &mut Db,
    group: Option<GroupId>,
    label: LabelId,
    looks: &Looks,
) -> Result<(), Failure<LabelRefused>> {
    let taken = sqlx::query_scalar!(
        r#"select exists (select 1 from labels where id <> $2 and group_id is not distinct from $1 and folded(name) = folded($3)) as "taken!""#,
        group.map(|group| group.0),
        label.0,
        looks.name
    );
    if taken.fetch_one(&mut *db).await? {
        return Err(Failure::Refused(LabelRefused::Taken));
    }
    let done = sqlx::query!(
        "update labels set name = $3, hue = $4 where id = $2 and group_id is not distinct from $1",
        group.map(|group| group.0),
        label.0,
        looks.name,
        looks.hue
    )
    .execute(db)
    .await?;
    if done.rows_affected() == 1 { Ok(()) } else { Err(Failure::Refused(LabelRefused::Gone)) }
}

/// Takes a label out of use, or back. It stays on what carries it, out of sight.
pub(in super::super) async fn set_archived(
    db: &mut Db,
    group: Option<GroupId>,
    label: LabelId,
    at: Option<Timestamp>,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update labels set archived_at = $3
         where id = $2 and group_id is not distinct from $1 and (archived_at is null) <> ($3::timestamptz is null)",
        group.map(|group| group.0),
        label.0,
        at
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives everything that carries or follows a label another one of the same keeper, which must be in use.
pub(in super::super) async fn hand_over(
    db: &mut Db,
    group: Option<GroupId>,
    label: LabelId,
    into: LabelId,
) -> Result<bool, Fault> {
    let both = sqlx::query_scalar!(
        "select id from labels where group_id is not distinct from $1 and (id = $2 or (id = $3 and archived_at is null)) order by id for update",
        group.map(|group| group.0),
        label.0,
        into.0
    );
    if label == into || both.fetch_all(&mut *db).await?.len() != 2 {
        return Ok(false);
    }
    for statement in [
        sqlx::query!(
            "insert into post_labels (post_id, label_id) select post_id, $2 from post_labels where label_id = $1 on conflict do nothing",
            label.0,
            into.0
        ),
        sqlx::query!(
            "insert into label_follows (member_id, label_id, since)
             select member_id, $2, since from label_follows where label_id = $1 on conflict do nothing",
            label.0,
            into.0
        ),
        sqlx::query!(
            "update drafts set labels = array_replace(labels, $1, $2) where $1 = any (labels)",
            label.0,
            into.0
        ),
    ] {
        statement.execute(&mut *db).await?;
    }
    Ok(true)
}

/// Deletes a label; from everything that carries it, too.
pub(in super::super) async fn delete(
    db: &mut Db,
    group: Option<GroupId>,
    label: LabelId,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from labels where id = $2 and group_id is not distinct from $1",
        group.map(|group| group.0),
        label.0
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}
