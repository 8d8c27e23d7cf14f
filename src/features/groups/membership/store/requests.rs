//! Requests to join. The same conditions hold as for memberships.

use crate::{
    authz::Viewer,
    db::{Db, OnConstraint, Tx},
    kernel::{Failure, Fault, GroupId, JoinRequestId, MemberId, Timestamp},
    ui::{Person, Rings},
};

/// Writes a request to join a group that is private and that one is not in.
pub(in crate::features::groups) async fn insert_request(
    tx: &mut Tx,
    id: JoinRequestId,
    group: GroupId,
    member: MemberId,
    message: &str,
) -> Result<bool, Failure<()>> {
    let now = tx.now();
    let done = sqlx::query!(
        // bare: the conditions are the right itself
        "insert into join_requests (id, group_id, member_id, message, asked_at)
         select $1, g.id, $3, $4, $5 from groups g
         where g.id = $2 and g.level = 'private' and g.deleted_at is null and g.archived_at is null and g.locked_since is null
           and not exists (select 1 from memberships m where m.group_id = g.id and m.member_id = $3)",
        id.0,
        group.0,
        member.0,
        message,
        now
    )
    .execute(tx.db())
    .await
    .on_constraint("join_requests_one_open", ())?;
    Ok(done.rows_affected() == 1)
}

/// Answers a request that waits, as long as `by` manages the group; answers who asked.
pub(in crate::features::groups) async fn decide(
    tx: &mut Tx,
    request: JoinRequestId,
    by: MemberId,
    approved: bool,
    reason: &str,
) -> Result<Option<MemberId>, Fault> {
    let now = tx.now();
    let asked = sqlx::query_scalar!(
        // bare: the conditions are the right itself
        r#"update join_requests r set decided_at = $3, decided_by = $2, approved = $4, reason = $5
           where r.id = $1 and r.decided_at is null
             and exists (select 1 from memberships m where m.group_id = r.group_id and m.member_id = $2 and m.role = 'manager')
           returning r.member_id as "member!: MemberId""#,
        request.0,
        by.0,
        now,
        approved,
        reason
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(asked)
}

/// Approves all requests that wait; answers which, and whose.
pub(in crate::features::groups) async fn approve_waiting(
    tx: &mut Tx,
    group: GroupId,
    by: MemberId,
) -> Result<Vec<(JoinRequestId, MemberId)>, Fault> {
    let approved = sqlx::query!(
        r#"update join_requests set decided_at = $3, decided_by = $2, approved = true where group_id = $1 and decided_at is null
           returning id as "id: JoinRequestId", member_id as "member: MemberId""#,
        group.0,
        by.0,
        tx.now()
    );
    Ok(approved.map(|row| (row.id, row.member)).fetch_all(tx.db()).await?)
}

/// Takes one's own waiting request back.
pub(in crate::features::groups) async fn withdraw(
    tx: &mut Tx,
    request: JoinRequestId,
    member: MemberId,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "delete from join_requests where id = $1 and member_id = $2 and decided_at is null",
        request.0,
        member.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A request that waits.
pub(in crate::features::groups) struct RequestRow {
    pub id: JoinRequestId,
    pub person: Person,
    pub message: String,
    pub asked_at: Timestamp,
}

/// The requests that wait, oldest first. Asked for by pages that hold the right to answer them.
pub(in crate::features::groups) async fn requests(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
) -> Result<Vec<RequestRow>, Fault> {
    let rows = sqlx::query!(
        // bare: requests are their own and the managers'; the condition says so
        r#"select r.id as "id: JoinRequestId", r.message, r.asked_at, p.id as "member!: MemberId", p.name as "name!",
                  p.headline as "headline!", p.photo_version, p.rings as "rings!: Rings"
           from join_requests r join visible_members($1) p on p.id = r.member_id
           where r.group_id = $2 and r.decided_at is null
             and exists (select 1 from memberships m where m.group_id = r.group_id and m.member_id = $1 and m.role = 'manager')
           order by r.asked_at, r.id limit 200"#,
        viewer.id(),
        group.0
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| RequestRow {
            id: row.id,
            person: Person {
                id: row.member,
                name: row.name,
                headline: row.headline,
                photo: row.photo_version,
                rings: row.rings,
            },
            message: row.message,
            asked_at: row.asked_at,
        })
        .collect())
}

/// The viewer's own request that waits.
pub(in crate::features::groups) async fn my_request(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
) -> Result<Option<JoinRequestId>, Fault> {
    let id = sqlx::query_scalar!(
        // bare: the viewer's own request
        r#"select id as "id: JoinRequestId" from join_requests where group_id = $2 and member_id = $1 and decided_at is null"#,
        viewer.id(),
        group.0
    )
    .fetch_optional(db)
    .await?;
    Ok(id)
}
