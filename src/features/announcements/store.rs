//! Statements about confirmations.

use uuid::Uuid;

use crate::{
    authz::Viewer,
    db::{Db, Tx},
    i18n::Locale,
    kernel::{Fault, GroupId, MemberId, PostId, Timestamp},
    ui::Rings,
};

/// Begins or stops asking. Says whether that changed anything.
pub(super) async fn update_asking(
    tx: &mut Tx,
    (post, group): (PostId, GroupId),
    on: bool,
) -> Result<bool, Fault> {
    let since = on.then_some(tx.now());
    let done = sqlx::query!(
        "update posts set asks_since = $3, reminded_at = null
         where id = $1 and group_id = $2 and deleted_at is null and (asks_since is null) = ($3::timestamptz is not null)",
        post.0,
        group.0,
        since
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether a post of a group asks to be confirmed.
pub(super) async fn asks(db: &mut Db, (post, group): (PostId, GroupId)) -> Result<bool, Fault> {
    let asks = sqlx::query_scalar!(
        // bare: of a post that a permit was given for
        r#"select exists (select 1 from posts where id = $1 and group_id = $2 and asks_since is not null) as "asks!""#,
        post.0,
        group.0
    );
    Ok(asks.fetch_one(db).await?)
}

/// Notes that someone has read and understood; once.
pub(super) async fn insert(tx: &mut Tx, post: PostId, member: MemberId) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "insert into acknowledgements (post_id, member_id, at) values ($1, $2, $3) on conflict do nothing",
        post.0,
        member.0,
        now
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that people are reminded, unless they were after `before`.
pub(super) async fn mark_reminded(
    tx: &mut Tx,
    (post, group): (PostId, GroupId),
    before: Timestamp,
) -> Result<bool, Fault> {
    let now = tx.now();
    let done = sqlx::query!(
        "update posts set reminded_at = $3
         where id = $1 and group_id = $2 and asks_since is not null and coalesce(reminded_at <= $4, true)",
        post.0,
        group.0,
        now,
        before
    )
    .execute(tx.db())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Someone who is asked.
pub(super) struct Reader {
    /// `done`, `missing`, or `away`: suspended, or never signed in.
    pub(super) state: String,
    pub(super) id: Option<MemberId>,
    pub(super) name: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) photo: Option<Uuid>,
    pub(super) rings: Option<Rings>,
    pub(super) at: Option<Timestamp>,
    pub(super) seen: bool,
}

/// Those who are asked by a post, by name; without an id somebody the viewer may not know.
pub(super) async fn readers(db: &mut Db, viewer: Viewer, post: PostId) -> Result<Vec<Reader>, Fault> {
    let readers = sqlx::query_as!(
        Reader,
        // bare: the people of a visible post's group, of whom visible_members names those who may be known
        r#"select a.state as "state!", p.id as "id?: MemberId", p.name as "name?", p.headline as "headline?", p.photo_version as "photo?",
                  p.rings as "rings?: Rings", a.at, exists (select 1 from post_views v where v.post_id = $2 and v.member_id = a.member_id) as "seen!"
           from visible_posts($1) x cross join lateral asked_readers(x.id) a
           left join visible_members($1) p on p.id = a.member_id
           where x.id = $2 and x.asks_since is not null order by folded(p.name), a.member_id"#,
        viewer.id(),
        post.0
    );
    Ok(readers.fetch_all(db).await?)
}

/// When people were reminded last.
pub(super) async fn reminded(db: &mut Db, viewer: Viewer, post: PostId) -> Result<Option<Timestamp>, Fault> {
    let at =
        sqlx::query_scalar!("select reminded_at from visible_posts($1) where id = $2", viewer.id(), post.0);
    Ok(at.fetch_optional(db).await?.flatten())
}

/// Someone to write to.
pub(super) struct Addressee {
    pub(super) id: MemberId,
    pub(super) email: String,
    pub(super) name: String,
    locale: String,
    pub(super) group: String,
}

impl Addressee {
    /// The language they read.
    pub(super) fn locale(&self) -> Locale {
        Locale::parse(&self.locale).unwrap_or_default()
    }
}

/// Some of those who have not confirmed, can be reached and were not written to since the last reminder; noted as written
/// to.
pub(super) async fn take_missing(tx: &mut Tx, post: PostId, most: i64) -> Result<Vec<Addressee>, Fault> {
    let now = tx.now();
    let missing = sqlx::query_as!(
        Addressee,
        // bare: the house itself writes to members of the post's group; nobody is shown the address
        r#"with due as materialized (
               select m.id, m.email, m.name, m.locale, g.name as group_name
               from posts p cross join lateral asked_readers(p.id) a join members m on m.id = a.member_id
               join groups g on g.id = case when p.joint then met_in(m.id, p.id) else p.group_id end and g.deleted_at is null
               where p.id = $1 and p.deleted_at is null and p.asks_since is not null and a.state = 'missing'
                 and not exists (select 1 from acknowledgement_reminders r
                                 where r.post_id = p.id and r.member_id = m.id and r.at >= p.reminded_at)
               order by m.id limit $3),
           noted as (
               insert into acknowledgement_reminders (post_id, member_id, at) select $1, due.id, $2 from due
               on conflict on constraint acknowledgement_reminders_key do update set at = excluded.at)
           select id as "id!: MemberId", email as "email!", name as "name!", locale as "locale!", group_name as "group!" from due"#,
        post.0,
        now,
        most
    );
    Ok(missing.fetch_all(tx.db()).await?)
}
