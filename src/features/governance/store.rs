//! Statements about groups that change. Each change holds the group's row first (`hold`), which also tells what the
//! actor is in it at that moment.

mod erasing;

use crate::{
    authz::{GroupLink, GroupRole, Level, Viewer},
    db::{Db, Tx},
    features::governance::model::{Charter, Expected, Hearing, Identity},
    kernel::{CommentId, Fault, GroupId, InvitationId, MemberId, PictureId, PostId, Timestamp},
    ui::{Person, Rings},
};
pub(super) use erasing::delete_binned;

/// A group while it is held.
pub(super) struct Held {
    pub level: Level,
    pub archived: bool,
    pub source: bool,
    pub role: Option<GroupRole>,
}

/// Holds a group until the end of the transaction.
pub(super) async fn hold(tx: &mut Tx, group: GroupId, me: MemberId) -> Result<Option<Held>, Fault> {
    let row = sqlx::query!(
        // bare: read inside a change, and not shown
        r#"select g.level, g.archived_at is not null as "archived!", g.source_since is not null as "source!",
                  (select m.role from memberships m where m.group_id = g.id and m.member_id = $2) as role
           from groups g where g.id = $1 and g.deleted_at is null for no key update"#,
        group.0,
        me.0
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(row.map(|row| Held {
        level: row.level.into(),
        archived: row.archived,
        source: row.source,
        role: row.role.map(Into::into),
    }))
}

/// Writes what a group says of itself.
pub(super) async fn update_identity(tx: &mut Tx, group: GroupId, new: &Identity) -> Result<(), Fault> {
    sqlx::query!(
        "update groups set name = $2, purpose = $3, lang = $4, icon = $5, hue = $6 where id = $1",
        group.0,
        new.name.as_str(),
        new.purpose.as_str(),
        new.lang.tag(),
        new.looks.icon,
        new.looks.hue
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Writes what a group expects.
pub(super) async fn update_expected(tx: &mut Tx, group: GroupId, new: &Expected) -> Result<(), Fault> {
    sqlx::query!(
        "update groups set expect_when = $2, expect_format = $3, expect_yes = $4, expect_no = $5 where id = $1",
        group.0,
        new.when,
        new.format,
        new.yes,
        new.no
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Writes the links that a group keeps at hand, in this order.
pub(super) async fn replace_links(tx: &mut Tx, group: GroupId, links: &[GroupLink]) -> Result<(), Fault> {
    let labels: Vec<String> = links.iter().map(|link| link.label.clone()).collect();
    let addresses: Vec<String> = links.iter().map(|link| link.address.clone()).collect();
    sqlx::query!("delete from group_links where group_id = $1", group.0).execute(tx.db()).await?;
    sqlx::query!(
        "insert into group_links (group_id, position, label, address)
         select $1, place::smallint, label, address from unnest($2::text[], $3::text[]) with ordinality as link(label, address, place)",
        group.0,
        &labels,
        &addresses
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Gives a group its picture, or takes it away.
pub(super) async fn update_cover(tx: &mut Tx, group: GroupId, cover: Option<PictureId>) -> Result<(), Fault> {
    sqlx::query!("update groups set cover_id = $2 where id = $1", group.0, cover.map(|cover| cover.0))
        .execute(tx.db())
        .await?;
    Ok(())
}

/// What members hear of a group: as the group says, and as the viewer says for themselves.
pub(super) async fn hearing(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
) -> Result<(String, Option<String>), Fault> {
    let row = sqlx::query!(
        // bare: the viewer's own membership
        r#"select g.notify as "notify!", (select m.notify from memberships m where m.group_id = g.id and m.member_id = $1) as own
           from visible_groups($1) g where g.id = $2"#,
        viewer.id(),
        group.0
    )
    .fetch_one(db)
    .await?;
    Ok((row.notify, row.own))
}

/// Writes what the members of a group hear of it.
pub(super) async fn update_hearing(tx: &mut Tx, group: GroupId, to: Hearing) -> Result<(), Fault> {
    sqlx::query!("update groups set notify = $2 where id = $1", group.0, to.as_str())
        .execute(tx.db())
        .await?;
    Ok(())
}

/// Writes what someone hears of a group; none: as the group says.
pub(super) async fn update_own_hearing(
    tx: &mut Tx,
    group: GroupId,
    member: MemberId,
    to: Option<Hearing>,
) -> Result<(), Fault> {
    sqlx::query!(
        "update memberships set notify = $3 where group_id = $1 and member_id = $2",
        group.0,
        member.0,
        to.map(Hearing::as_str)
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Puts into the bin what someone wrote in a group; answers the posts.
pub(super) async fn bin_posts_of(
    tx: &mut Tx,
    group: GroupId,
    author: MemberId,
    by: MemberId,
) -> Result<Vec<PostId>, Fault> {
    let now = tx.now();
    let posts = sqlx::query_scalar!(
        r#"update posts set deleted_at = $4, deleted_by = $3
           where group_id = $1 and author_id = $2 and deleted_at is null returning id as "id: PostId""#,
        group.0,
        author.0,
        by.0,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(posts)
}

/// The same for comments; answers them with their posts.
pub(super) async fn bin_comments_of(
    tx: &mut Tx,
    group: GroupId,
    author: MemberId,
    by: MemberId,
) -> Result<Vec<(PostId, CommentId)>, Fault> {
    let now = tx.now();
    let rows = sqlx::query!(
        // bare: the right was asked for the author's membership
        r#"update comments c set deleted_at = $4, deleted_by = $3 from posts p
           where p.id = c.post_id and p.group_id = $1 and c.author_id = $2 and c.deleted_at is null
           returning c.post_id as "post: PostId", c.id as "comment: CommentId""#,
        group.0,
        author.0,
        by.0,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(rows.into_iter().map(|row| (row.post, row.comment)).collect())
}

/// Takes someone's name away from what they wrote in a group.
pub(super) async fn anonymise_of(tx: &mut Tx, group: GroupId, author: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!(
        "update posts set anonymised_at = $3 where group_id = $1 and author_id = $2 and anonymised_at is null",
        group.0,
        author.0,
        now
    )
    .execute(tx.db())
    .await?;
    sqlx::query!(
        // bare: the right was asked for the author's membership
        "update comments c set anonymised_at = $3 from posts p
         where p.id = c.post_id and p.group_id = $1 and c.author_id = $2 and c.anonymised_at is null",
        group.0,
        author.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// What someone wrote in a group: posts, and comments.
pub(super) async fn contents_of(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
    author: MemberId,
) -> Result<(String, i64, i64), Fault> {
    let row = sqlx::query!(
        r#"select m.name as "name!", (select count(*) from posts own join visible_posts($1) p on p.id = own.id where own.group_id = $2 and own.author_id = m.id) as "posts!",
                  (select count(*) from posts own join visible_comments($1) c on c.post_id = own.id
                   where own.group_id = $2 and c.author_id = m.id) as "comments!" -- bare: the same
           from visible_members($1) m where m.id = $3"#,
        viewer.id(),
        group.0,
        author.0
    )
    .fetch_one(db)
    .await?;
    Ok((row.name, row.posts, row.comments))
}

/// Writes who sees a group.
pub(super) async fn update_level(tx: &mut Tx, group: GroupId, level: Level) -> Result<(), Fault> {
    sqlx::query!("update groups set level = $2 where id = $1", group.0, level.as_str())
        .execute(tx.db())
        .await?;
    Ok(())
}

/// Writes who may do what.
pub(super) async fn update_charter(tx: &mut Tx, group: GroupId, new: &Charter) -> Result<(), Fault> {
    sqlx::query!(
        "update groups set kind = $2, may_publish = $3, may_comment = $4, may_react = $5, may_invite = $6, may_see_members = $7, may_receive = $8 where id = $1",
        group.0,
        new.kind.as_str(),
        new.may.publish.as_str(),
        new.may.comment.as_str(),
        new.may.react.as_str(),
        new.may.invite.as_str(),
        new.may.see_members.as_str(),
        new.may.receive.as_str()
    )
    .execute(tx.db())
    .await?;
    Ok(())
}

/// Makes worthless what was invited by those who may no longer invite; answers which invitations.
pub(super) async fn revoke_unfounded(tx: &mut Tx, group: GroupId) -> Result<Vec<InvitationId>, Fault> {
    let now = tx.now();
    let revoked = sqlx::query_scalar!(
        // bare: the condition is the right to invite itself
        r#"update invitations i set revoked_at = $2
           where i.group_id = $1 and i.answered_at is null and i.revoked_at is null
             and not exists (select 1 from memberships m join groups g on g.id = m.group_id
                             where m.group_id = $1 and m.member_id = i.invited_by and role_reaches(m.role, g.may_invite))
           returning i.id as "id: InvitationId""#,
        group.0,
        now
    )
    .fetch_all(tx.db())
    .await?;
    Ok(revoked)
}

/// Archives a group, or takes it up again.
pub(super) async fn update_archived(tx: &mut Tx, group: GroupId, archived: bool) -> Result<(), Fault> {
    let at = archived.then(|| tx.now());
    sqlx::query!("update groups set archived_at = $2 where id = $1", group.0, at).execute(tx.db()).await?;
    Ok(())
}

/// Puts a group into the bin.
pub(super) async fn mark_deleted(tx: &mut Tx, group: GroupId, by: MemberId) -> Result<(), Fault> {
    let now = tx.now();
    sqlx::query!("update groups set deleted_at = $2, deleted_by = $3 where id = $1", group.0, now, by.0)
        .execute(tx.db())
        .await?;
    Ok(())
}

/// Takes a group out of the bin, if it is still there; answers its place in addresses.
pub(super) async fn mark_restored(
    tx: &mut Tx,
    group: GroupId,
    since: Timestamp,
) -> Result<Option<String>, Fault> {
    let slug = sqlx::query_scalar!(
        "update groups set deleted_at = null, deleted_by = null where id = $1 and deleted_at > $2 returning slug",
        group.0,
        since
    )
    .fetch_optional(tx.db())
    .await?;
    Ok(slug)
}

/// A group in the bin.
pub(super) struct BinRow {
    pub slug: String,
    pub name: String,
    pub icon: String,
    pub hue: String,
    pub by: Option<String>,
    pub deleted_at: Timestamp,
}

/// The groups in the bin that the viewer managed, the last one first.
pub(super) async fn bin(db: &mut Db, viewer: Viewer) -> Result<Vec<BinRow>, Fault> {
    let rows = sqlx::query_as!(
        BinRow,
        r#"select g.slug as "slug!", g.name as "name!", g.icon as "icon!", g.hue as "hue!", p.name as "by?",
                  g.deleted_at as "deleted_at!"
           from visible_deleted_groups($1) g left join visible_members($1) p on p.id = g.deleted_by
           order by g.deleted_at desc, g.id limit 100"#,
        viewer.id()
    )
    .fetch_all(db)
    .await?;
    Ok(rows)
}

/// How many members of the community are not in a group, and how many people are: whom a change of level touches.
pub(super) async fn touched(db: &mut Db, group: GroupId) -> Result<(i64, i64), Fault> {
    let row = sqlx::query!(
        // bare: numbers for those who manage the group
        r#"select count(*) filter (where not inside and not external) as "outside!", count(*) filter (where inside) as "inside!"
           from (select p.external, exists (select 1 from memberships m where m.group_id = $1 and m.member_id = p.id) as inside
                 from members p where p.erased_at is null and p.suspended_at is null) people"#,
        group.0
    )
    .fetch_one(db)
    .await?;
    Ok((row.outside, row.inside))
}

/// Members of the community who are not in a group, by name, from behind `after` on.
pub(super) async fn outsiders(
    db: &mut Db,
    viewer: Viewer,
    group: GroupId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<Person>, Fault> {
    let people = sqlx::query_as!(
        Person,
        // bare: the viewer manages the group, and sees who is in it
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version as photo, p.rings as "rings!: Rings"
           from visible_members($1) p
           where not p.external and p.suspended_at is null
             and not exists (select 1 from memberships m where m.group_id = $2 and m.member_id = p.id)
             and ($3::uuid is null or (folded(p.name), p.id) > (
                 select folded(last.name), last.id from visible_members($1) last where last.id = $3))
           order by folded(p.name), p.id limit $4"#,
        viewer.id(),
        group.0,
        after.map(|after| after.0),
        most
    )
    .fetch_all(db)
    .await?;
    Ok(people)
}

/// What was written in a group and would go with it: posts, and comments.
pub(super) async fn contents(db: &mut Db, viewer: Viewer, group: GroupId) -> Result<(i64, i64), Fault> {
    let row = sqlx::query!(
        r#"select count(*) as "posts!", coalesce(sum((select count(*) from visible_comments($1) c where c.post_id = p.id)), 0)::bigint as "comments!"
           from posts own join visible_posts($1) p on p.id = own.id where own.group_id = $2 -- bare: those that visible_posts lets through"#,
        viewer.id(),
        group.0
    )
    .fetch_one(db)
    .await?;
    Ok((row.posts, row.comments))
}
