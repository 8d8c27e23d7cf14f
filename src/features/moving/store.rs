//! Statements about moves.

use crate::{
    authz::{Level, Viewer},
    db::{Db, Tx},
    kernel::{Fault, GroupId, MemberId, PostId, PostMoveId, Timestamp},
    ui::{Person, Rings},
};

/// Puts a post into another group, if it still stands where it stood and whoever moves it still may. The membership in
/// the other group stays locked until the end, so that leaving it and moving into it have an order.
pub(super) async fn update_group(
    tx: &mut Tx,
    post: PostId,
    (from, to): (GroupId, GroupId),
    by: MemberId,
) -> Result<bool, Fault> {
    let done = sqlx::query!(
        "update posts p set group_id = $3, pinned_at = null, pinned_by = null, pinned_until = null
         where p.id = $1 and p.group_id = $2 and p.deleted_at is null
           and (p.author_id = $4
                or exists (select 1 from memberships m where m.group_id = $2 and m.member_id = $4 and m.role = 'manager'))
           and exists (select 1 from groups g where g.id = $2 and g.archived_at is null and g.deleted_at is null)
           and exists (select 1 from memberships m join groups g on g.id = m.group_id
                       where m.group_id = $3 and m.member_id = $4 and g.archived_at is null and g.deleted_at is null
                         and role_reaches(m.role, publishing_role(g.may_publish, g.source_since))
                         and role_reaches(m.role, g.may_receive) for share of m)",
        post.0,
        from.0,
        to.0,
        by.0
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a discussion of several groups out of one that is not its own, and notes who did. Says whether it stood there.
pub(super) async fn delete_joint(
    tx: &mut Tx,
    post: PostId,
    group: GroupId,
    by: MemberId,
) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "with gone as (delete from joint_posts where post_id = $1 and group_id = $2 returning post_id, group_id)
         insert into joint_withdrawals (post_id, group_id, withdrawn_by, withdrawn_at) select post_id, group_id, $3, $4 from gone
         on conflict on constraint joint_withdrawals_key do update
         set withdrawn_by = excluded.withdrawn_by, withdrawn_at = excluded.withdrawn_at",
        post.0,
        group.0,
        by.0,
        now
    );
    Ok(done.execute(tx.db()).await?.rows_affected() == 1)
}

/// Puts it back, if they took it out after `since`. Says whether it stands there again.
pub(super) async fn restore_withdrawn(
    tx: &mut Tx,
    (post, group): (PostId, GroupId),
    by: MemberId,
    since: Timestamp,
) -> Result<bool, Fault> {
    // bare: what the member took out themselves
    let done = sqlx::query!(
        "with back as (
             delete from joint_withdrawals
             where post_id = $1 and group_id = $2 and withdrawn_by = $3 and withdrawn_at > $4 returning post_id, group_id)
         insert into joint_posts (post_id, group_id, published_at)
         select p.id, back.group_id, p.published_at from back join posts p on p.id = back.post_id and p.group_id <> back.group_id
         on conflict do nothing",
        post.0,
        group.0,
        by.0,
        since
    );
    Ok(done.execute(tx.db()).await?.rows_affected() == 1)
}

/// Takes it out of all of them; answers which.
pub(super) async fn delete_all_joint(tx: &mut Tx, post: PostId) -> Result<Vec<GroupId>, Fault> {
    let gone = sqlx::query_scalar!(
        r#"delete from joint_posts where post_id = $1 returning group_id as "group: GroupId""#,
        post.0
    );
    Ok(gone.fetch_all(tx.db()).await?)
}

/// Has a discussion stand again where it stood beside its own group before a move; answers where.
pub(super) async fn restore_joint(tx: &mut Tx, id: PostMoveId) -> Result<Vec<GroupId>, Fault> {
    let back = sqlx::query_scalar!(
        // bare: of a post that comes back to where it stood
        r#"insert into joint_posts (post_id, group_id, published_at)
           select p.id, g.id, p.published_at
           from post_moves m join posts p on p.id = m.post_id
           join groups g on g.id = any (m.beside) and g.id <> p.group_id and g.deleted_at is null
           where m.id = $1 on conflict do nothing returning group_id as "group: GroupId""#,
        id.0
    );
    Ok(back.fetch_all(tx.db()).await?)
}

/// Notes a move, and where the post stood beside its group.
pub(super) async fn insert(
    tx: &mut Tx,
    post: PostId,
    (from, to): (GroupId, GroupId),
    beside: &[GroupId],
    by: MemberId,
) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "insert into post_moves (id, post_id, from_group, to_group, moved_by, moved_at, beside) values ($1, $2, $3, $4, $5, $6, $7)",
        PostMoveId::new(now).0,
        post.0,
        from.0,
        to.0,
        by.0,
        now,
        &beside.iter().map(|group| group.0).collect::<Vec<_>>()
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Puts a post back where it stood before a move that is younger than `since`.
pub(super) async fn update_back(
    tx: &mut Tx,
    id: PostMoveId,
    post: PostId,
    since: Timestamp,
) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "with undone as (
             update post_moves set undone_at = $4 where id = $1 and undone_at is null and moved_at > $3
             returning post_id, from_group, to_group)
         update posts p set group_id = u.from_group, pinned_at = null, pinned_by = null, pinned_until = null from undone u
         where p.id = $2 and p.id = u.post_id and p.group_id = u.to_group and p.deleted_at is null",
        id.0,
        post.0,
        since,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lines of inboxes about a post belong to its group.
pub(super) async fn update_notices(tx: &mut Tx, post: PostId, group: GroupId) -> Result<(), Fault> {
    sqlx::query!("update notices set group_id = $2 where post_id = $1", post.0, group.0)
        .execute(tx.db())
        .await?;
    Ok(())
}

/// Takes lines about a post out of the inboxes of those who may not read it; answers whose.
pub(super) async fn clear_notices(tx: &mut Tx, post: PostId) -> Result<Vec<MemberId>, Fault> {
    let cleared = sqlx::query_scalar!(
        // bare: the visible lines are those that stay
        r#"with cleared as (
               delete from notices n
               where n.post_id = $1 and not exists (select 1 from visible_notices(n.member_id) v where v.id = n.id)
               returning n.member_id)
           select distinct member_id as "member!: MemberId" from cleared"#,
        post.0
    )
    .fetch_all(tx.db())
    .await?;
    Ok(cleared)
}

/// A group that a post can be moved into.
pub(super) struct Target {
    pub(super) id: GroupId,
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) level: Level,
}

/// The groups into which the viewer may bring posts, but for one, by name.
pub(super) async fn targets(db: &mut Db, viewer: Viewer, but: GroupId) -> Result<Vec<Target>, Fault> {
    let targets = sqlx::query_as!(
        Target,
        r#"select id as "id!: GroupId", slug as "slug!", name as "name!", level as "level!: String"
           from receiving_groups($1) where id <> $2 order by folded(name), slug"#,
        viewer.id(),
        but.0
    );
    Ok(targets.fetch_all(db).await?)
}

/// How many of those whom the viewer may know would gain a post that moves to a group, or lose it.
pub(super) async fn count_changed(
    db: &mut Db,
    viewer: Viewer,
    (post, to): (PostId, GroupId),
    gains: bool,
) -> Result<i64, Fault> {
    let count = sqlx::query_scalar!(
        r#"with there as materialized (select r.id from group_readers($3) r), here as materialized (select r.id from post_readers($2) r),
           changed as ((select id from there where $4 except select id from here)
                       union all (select id from here where not $4 except select id from there))
           select count(*) as "count!" from changed c join visible_members($1) p on p.id = c.id"#,
        viewer.id(),
        post.0,
        to.0,
        gains
    );
    Ok(count.fetch_one(db).await?)
}

/// Some of them by name: those whom the viewer may see as readers of the group, which may keep its list of members.
pub(super) async fn name_changed(
    db: &mut Db,
    viewer: Viewer,
    (post, to): (PostId, GroupId),
    gains: bool,
    most: i64,
) -> Result<Vec<Person>, Fault> {
    let people = sqlx::query_as!(
        Person,
        r#"with there as materialized (select r.id from group_readers($3) r), here as materialized (select r.id from post_readers($2) r),
           changed as ((select id from there where $4 except select id from here)
                       union all (select id from here where not $4 except select id from there)),
           of as materialized (select $3 as id where $4 union all select s.group_id from post_groups($2) s where not $4)
           select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version as photo, p.rings as "rings!: Rings"
           from changed c join visible_members($1) p on p.id = c.id
           where exists (select 1 from readable_groups($1) g join of on of.id = g.id where g.level = 'open')
              or exists (select 1 from visible_memberships($1) m join of on of.id = m.group_id where m.member_id = p.id)
           order by folded(p.name), p.id limit $5"#,
        viewer.id(),
        post.0,
        to.0,
        gains,
        most
    );
    Ok(people.fetch_all(db).await?)
}

/// A group in which a discussion of several stands.
pub(super) struct Further {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) icon: String,
    pub(super) hue: String,
    /// Whether the post belongs to it, so that it can only be moved.
    pub(super) own: bool,
    pub(super) manages: bool,
}

/// Those of them that the viewer may know, the post's own first, then by name; none for a post that stands in one group.
pub(super) async fn further(db: &mut Db, viewer: Viewer, post: PostId) -> Result<Vec<Further>, Fault> {
    // bare: of a visible post, groups that the viewer may know, and their own role there
    let groups = sqlx::query_as!(
        Further,
        r#"select g.slug as "slug!", g.name as "name!", g.icon as "icon!", g.hue as "hue!",
                  is_own_group(p.id, g.id) as "own!",
                  exists (select 1 from memberships m where m.group_id = g.id and m.member_id = $1 and m.role = 'manager') as "manages!"
           from visible_posts($1) p join post_groups(p.id) s on true join visible_groups($1) g on g.id = s.group_id
           where p.id = $2 and p.joint order by 5 desc, folded(g.name), g.id"#,
        viewer.id(),
        post.0
    );
    Ok(groups.fetch_all(db).await?)
}

/// A move that can be taken back.
pub struct Moved {
    /// Which post.
    pub post: PostId,
    /// Its title, or how it begins; may be empty.
    pub title: String,
    /// In which language that is.
    pub lang: String,
    /// Where it stood.
    pub from: String,
    /// Where it stands.
    pub to: String,
    /// The icon of the group it stands in.
    pub icon: String,
    /// Its hue.
    pub hue: String,
    /// When it was moved.
    pub at: Timestamp,
}

/// The viewer's own moves since an instant that can be taken back, the last one first.
pub async fn moved_by(db: &mut Db, viewer: Viewer, since: Timestamp, most: i64) -> Result<Vec<Moved>, Fault> {
    let moved = sqlx::query_as!(
        Moved,
        r#"select m.post_id as "post!: PostId", coalesce(nullif(p.title, ''), left(p.excerpt, 80)) as "title!", p.lang as "lang!",
                  f.name as "from!", g.name as "to!", g.icon as "icon!", g.hue as "hue!", m.moved_at as "at!"
           from visible_moves($1) m
           join visible_posts($1) p on p.id = m.post_id
           join visible_groups($1) g on g.id = m.to_group
           join visible_groups($1) f on f.id = m.from_group
           where m.moved_at > $2 order by m.moved_at desc, m.id desc limit $3"#,
        viewer.id(),
        since,
        most
    );
    Ok(moved.fetch_all(db).await?)
}
