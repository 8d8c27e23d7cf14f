//! The statements about merging.

use crate::{
    db::{Db, Tx},
    kernel::{Fault, MemberId},
};

/// Holds both accounts; answers whether both are still there.
pub(in super::super) async fn hold(tx: &mut Tx, gone: MemberId, member: MemberId) -> Result<bool, Fault> {
    let held = sqlx::query_scalar!(
        // bare: the two accounts themselves, in the order of their ids
        "select id from members where id in ($1, $2) and erased_at is null order by id for update",
        gone.0,
        member.0
    )
    .fetch_all(tx.db())
    .await?;
    Ok(held.len() == 2)
}

/// Moves all that hangs on one account to the other.
pub(in super::super) async fn merge(tx: &mut Tx, gone: MemberId, member: MemberId) -> Result<(), Fault> {
    sqlx::query!("select merge_members($1, $2)", member.0, gone.0).execute(tx.db()).await?;
    Ok(())
}

/// What would move, and what would not.
pub(in super::super) struct Preview {
    pub(in super::super) groups: i64,
    pub(in super::super) shared: i64,
    pub(in super::super) posts: i64,
    pub(in super::super) comments: i64,
    pub(in super::super) reactions: i64,
    pub(in super::super) fields: i64,
    pub(in super::super) kept: i64,
}

pub(in super::super) async fn preview(
    db: &mut Db,
    gone: MemberId,
    member: MemberId,
) -> Result<Preview, Fault> {
    // bare: numbers for those who look after people
    let preview = sqlx::query_as!(
        Preview,
        r#"select (select count(*) from memberships where member_id = $1) as "groups!",
                  (select count(*) from memberships a join memberships b on b.group_id = a.group_id and b.member_id = $2 where a.member_id = $1) as "shared!",
                  (select count(*) from posts where author_id = $1) as "posts!",
                  (select count(*) from comments where author_id = $1) as "comments!",
                  (select count(*) from post_reactions where member_id = $1) + (select count(*) from comment_reactions where member_id = $1) as "reactions!",
                  (select count(distinct v.field_id) from field_values v where v.member_id = $1
                   and not exists (select 1 from field_values k where k.member_id = $2 and k.field_id = v.field_id)) as "fields!",
                  (select count(distinct v.field_id) from field_values v where v.member_id = $1
                   and exists (select 1 from field_values k where k.member_id = $2 and k.field_id = v.field_id)) as "kept!""#,
        gone.0,
        member.0
    )
    .fetch_one(db)
    .await?;
    Ok(preview)
}
