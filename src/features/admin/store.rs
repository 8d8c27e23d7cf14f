//! Statements of the administration: figures and the log.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, MemberId, Slice, Timestamp},
};

/// How much there is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figures {
    pub(super) members: i64,
    pub(super) guests: i64,
    pub(super) suspended: i64,
    pub(super) groups: i64,
    pub(super) posts: i64,
    pub(super) comments: i64,
    pub(super) bytes: i64,
}

/// Counts everything.
pub(super) async fn figures(db: &mut Db) -> Result<Figures, Fault> {
    // bare: numbers over the whole house, which say nothing of any one thing
    let figures = sqlx::query_as!(
        Figures,
        r#"select
            (select count(*) from members where erased_at is null and not external) as "members!",
            (select count(*) from members where erased_at is null and external) as "guests!",
            (select count(*) from members where erased_at is null and suspended_at is not null) as "suspended!",
            (select count(*) from groups where deleted_at is null) as "groups!",
            (select count(*) from posts where deleted_at is null) as "posts!",
            (select count(*) from comments where deleted_at is null) as "comments!",
            pg_database_size(current_database()) as "bytes!""#
    )
    .fetch_one(db)
    .await?;
    Ok(figures)
}

/// A line of the log.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: i64,
    pub(super) at: Timestamp,
    pub(super) kind: String,
    pub(super) why: String,
    pub(super) address: String,
    pub(super) actor: Option<MemberId>,
    /// The name, if the reader may know them.
    pub(super) actor_name: Option<String>,
    pub(super) subject: Option<MemberId>,
    pub(super) subject_name: Option<String>,
    pub(super) in_group: bool,
    pub(super) group_slug: Option<String>,
    pub(super) group_name: Option<String>,
}

/// Which lines are asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) kind: Option<String>,
    pub(super) person: Option<MemberId>,
    pub(super) before: Option<i64>,
}

/// Lines of the log, newest first. Changes of inboxes are left out: they follow from other lines.
pub(super) async fn log(
    db: &mut Db,
    viewer: Viewer,
    wanted: &Wanted,
    most: usize,
) -> Result<Slice<Entry>, Fault> {
    let rows = sqlx::query_as!(
        Entry,
        r#"select a.id, a.at, a.kind, a.why, a.address, a.actor_id as "actor: MemberId", who.name as "actor_name?",
                  subject.id as "subject?: MemberId", subject.name as "subject_name?",
                  a.group_id is not null as "in_group!", g.slug as "group_slug?", g.name as "group_name?"
           from activity a
           left join visible_members($1) who on who.id = a.actor_id
           left join visible_members($1) subject on subject.id = (a.fact ->> 'member')::uuid
           left join visible_groups($1) g on g.id = a.group_id
           where a.kind <> 'notices_changed'
             and ($2::text is null or a.kind = $2)
             and ($3::uuid is null or a.actor_id = $3 or a.fact ->> 'member' = $3::text)
             and ($4::bigint is null or a.id < $4)
           order by a.id desc limit $5"#,
        viewer.id(),
        wanted.kind,
        wanted.person.map(|person| person.0),
        wanted.before,
        i64::try_from(most).unwrap_or(i64::MAX) + 1
    )
    .fetch_all(db)
    .await?;
    Ok(Slice::cut(rows, most))
}

/// The person with a handle or mail address, if the reader may know them.
pub(super) async fn person(db: &mut Db, viewer: Viewer, text: &str) -> Result<Option<MemberId>, Fault> {
    let person = sqlx::query_scalar!(
        r#"select id as "id!: MemberId" from visible_members($1)
           where handle = lower($2) or email = lower($2) or folded(name) = folded($2) order by name limit 1"#,
        viewer.id(),
        text
    )
    .fetch_optional(db)
    .await?;
    Ok(person)
}
