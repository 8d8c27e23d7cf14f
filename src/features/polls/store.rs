//! The statements that change polls; what is read of them for people stands in `told`.

mod told;

use uuid::Uuid;

use super::{
    model::{Ballot, Kind, NewChoice, NewPoll},
    secrecy::{COMPANY, Seal, Sum},
};
use crate::{
    db::Db,
    kernel::{GroupId, MemberId, PostId, Timestamp},
};

pub(super) use told::*;

/// Asks.
pub(super) async fn insert(db: &mut Db, post: PostId, poll: &NewPoll) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into polls (post_id, question, kind, least, most, opens, changes, anonymous, results, closes_at, seal_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        post.0,
        poll.question,
        poll.kind().as_str(),
        poll.least,
        poll.most,
        poll.opens,
        poll.changes && poll.seal.is_none(),
        poll.seal.is_some(),
        poll.results.as_str(),
        poll.closes_at,
        poll.seal.as_ref().map(Seal::id)
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Offers choices, numbered from one.
pub(super) async fn insert_choices(db: &mut Db, post: PostId, choices: &[NewChoice]) -> sqlx::Result<()> {
    let (texts, instants): (Vec<String>, Vec<Option<Timestamp>>) = choices
        .iter()
        .map(|choice| match choice {
            NewChoice::Text(text) => (text.clone(), None),
            NewChoice::At(at) => (String::new(), Some(*at)),
        })
        .unzip();
    sqlx::query!(
        "insert into poll_choices (post_id, number, text, at)
         select $1, place, text, at from unnest($2::text[], $3::timestamptz[]) with ordinality as offered (text, at, place)",
        post.0,
        &texts,
        &instants as &[Option<Timestamp>]
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts a box in the place of the one that is there, if one is.
pub(super) async fn put_box(db: &mut Db, post: PostId, sealed: &[u8]) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into poll_boxes (post_id, sealed) values ($1, $2) on conflict (post_id) do update set sealed = excluded.sealed",
        post.0,
        sealed
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The box of a poll.
pub(super) async fn find_box(db: &mut Db, post: PostId) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar!("select sealed from poll_boxes where post_id = $1", post.0).fetch_optional(db).await
}

/// A poll that nobody else changes until the transaction ends.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) group: GroupId,
    pub(super) kind: Kind,
    pub(super) least: i16,
    pub(super) most: i16,
    pub(super) changes: bool,
    pub(super) anonymous: bool,
    pub(super) closes_at: Option<Timestamp>,
    pub(super) closed_at: Option<Timestamp>,
    pub(super) edited_at: Option<Timestamp>,
    pub(super) seal: Option<Uuid>,
}

impl Held {
    pub(super) fn is_open(&self, now: Timestamp) -> bool {
        self.closed_at.is_none() && self.closes_at.is_none_or(|at| at > now)
    }
}

/// Holds a poll alone: what is done with it has an order.
pub(super) async fn hold(db: &mut Db, post: PostId) -> sqlx::Result<Option<Held>> {
    // bare: held for a change by someone who has a permit for it, or by the clock
    sqlx::query_as!(
        Held,
        r#"select p.group_id as "group: GroupId", q.kind, q.least, q.most, q.changes, q.anonymous, q.closes_at, q.closed_at,
                  q.edited_at, q.seal_id as seal
           from polls q join posts p on p.id = q.post_id and p.deleted_at is null where q.post_id = $1 for update of q"#,
        post.0
    )
    .fetch_optional(db)
    .await
}

/// Holds a poll beside others who vote, against its being closed or changed.
pub(super) async fn hold_beside(db: &mut Db, post: PostId) -> sqlx::Result<Option<Held>> {
    // bare: held for a change by someone who has a permit for it, or by the clock
    sqlx::query_as!(
        Held,
        r#"select p.group_id as "group: GroupId", q.kind, q.least, q.most, q.changes, q.anonymous, q.closes_at, q.closed_at,
                  q.edited_at, q.seal_id as seal
           from polls q join posts p on p.id = q.post_id and p.deleted_at is null where q.post_id = $1 for share of q"#,
        post.0
    )
    .fetch_optional(db)
    .await
}

/// The numbers of the choices.
pub(super) async fn list_numbers(db: &mut Db, post: PostId) -> sqlx::Result<Vec<i16>> {
    sqlx::query_scalar!("select number from poll_choices where post_id = $1 order by number", post.0)
        .fetch_all(db)
        .await
}

/// Notes that someone takes part, if they belong to the group. Answers whether they are new; none if they do not belong.
/// A twin of the same member waits here until the first has ended.
pub(super) async fn take_part(db: &mut Db, post: PostId, member: MemberId) -> sqlx::Result<Option<bool>> {
    // bare: the membership is asked in the statement itself
    let belongs = sqlx::query_scalar!(
        r#"select 1 as "yes!" from posts p cross join lateral post_groups(p.id) s join memberships m on m.group_id = s.group_id and m.member_id = $2
         join groups g on g.id = s.group_id and g.archived_at is null and g.deleted_at is null
         where p.id = $1"#,
        post.0,
        member.0
    );
    if belongs.fetch_optional(&mut *db).await?.is_none() {
        return Ok(None);
    }
    let new = sqlx::query!(
        "insert into poll_voters (post_id, member_id) values ($1, $2) on conflict do nothing",
        post.0,
        member.0
    );
    if new.execute(&mut *db).await?.rows_affected() == 1 {
        return Ok(Some(true));
    }
    let again = sqlx::query!(
        "select 1 as x from poll_voters where post_id = $1 and member_id = $2 for update",
        post.0,
        member.0
    );
    again.fetch_optional(db).await?;
    Ok(Some(false))
}

/// Writes some of those who took part anew, in random order, so that the newest of them does not stand out.
pub(super) async fn mingle(db: &mut Db, post: PostId, member: MemberId) -> sqlx::Result<()> {
    sqlx::query!(
        "with others as (select member_id from poll_voters where post_id = $1 and member_id <> $2 limit 500),
              company as (
                  delete from poll_voters v
                  where v.post_id = $1 and v.member_id in (select $2 union all (select member_id from others order by random() limit $3))
                  returning v.member_id)
         insert into poll_voters (post_id, member_id) select $1, member_id from company order by random()",
        post.0,
        member.0,
        COMPANY
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts a ballot with a name in the place of the one that is there, if one is. Answers whether anything is another now.
pub(super) async fn replace_votes(
    db: &mut Db,
    post: PostId,
    member: MemberId,
    ballot: &Ballot,
) -> sqlx::Result<bool> {
    let (numbers, maybes): (Vec<i16>, Vec<bool>) = ballot.picks().unzip();
    let gone = sqlx::query!(
        "delete from poll_votes v where post_id = $1 and member_id = $2
           and not exists (select 1 from unnest($3::smallint[], $4::boolean[]) as b (number, maybe) where b.number = v.number and b.maybe = v.maybe)",
        post.0,
        member.0,
        &numbers,
        &maybes
    );
    let gone = gone.execute(&mut *db).await?.rows_affected();
    let come = sqlx::query!(
        "insert into poll_votes (post_id, member_id, number, maybe)
         select $1, $2, number, maybe from unnest($3::smallint[], $4::boolean[]) as b (number, maybe) on conflict do nothing",
        post.0,
        member.0,
        &numbers,
        &maybes
    );
    Ok(come.execute(db).await?.rows_affected() + gone > 0)
}

/// Counts a batch of an anonymous poll.
pub(super) async fn count(db: &mut Db, post: PostId, sum: &Sum) -> sqlx::Result<()> {
    let whole = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let plain: Vec<i32> = sum.votes.iter().map(|[plain, _]| whole(*plain)).collect();
    let maybe: Vec<i32> = sum.votes.iter().map(|[_, maybe]| whole(*maybe)).collect();
    // All counters are written, so that none tells by being written that it grew.
    sqlx::query!(
        "update poll_choices c set counted = counted + b.plain, counted_maybe = counted_maybe + b.maybe
         from unnest($2::int[], $3::int[]) with ordinality as b (plain, maybe, number) where c.post_id = $1 and c.number = b.number",
        post.0,
        &plain,
        &maybe
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("update polls set released = released + $2 where post_id = $1", post.0, whole(sum.ballots))
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets everything of an anonymous poll whose key is lost, and gives it another.
pub(super) async fn restart(db: &mut Db, post: PostId, seal: Uuid, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!("delete from poll_voters where post_id = $1", post.0).execute(&mut *db).await?;
    sqlx::query!("update poll_choices set counted = 0, counted_maybe = 0 where post_id = $1", post.0)
        .execute(&mut *db)
        .await?;
    sqlx::query!(
        "update polls set released = 0, seal_id = $2, restarted_at = $3 where post_id = $1",
        post.0,
        seal,
        now
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Ends a poll and throws its box away.
pub(super) async fn mark_closed(db: &mut Db, post: PostId, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!("update polls set closed_at = $2 where post_id = $1", post.0, now).execute(&mut *db).await?;
    sqlx::query!("delete from poll_boxes where post_id = $1", post.0).execute(db).await?;
    Ok(())
}

/// Takes a poll up again, without a time at which it ends.
pub(super) async fn mark_reopened(db: &mut Db, post: PostId) -> sqlx::Result<()> {
    sqlx::query!("update polls set closed_at = null, closes_at = null where post_id = $1", post.0)
        .execute(db)
        .await?;
    Ok(())
}

/// Polls whose time is over, those first that wait longest.
pub(super) async fn list_due(
    db: &mut Db,
    now: Timestamp,
    most: i64,
) -> sqlx::Result<Vec<(PostId, Option<Uuid>)>> {
    let rows = sqlx::query!(
        r#"select q.post_id as "post: PostId", q.seal_id from polls q join posts p on p.id = q.post_id and p.deleted_at is null -- bare: the clock's
           where q.closed_at is null and q.closes_at <= $1 order by q.closes_at limit $2"#,
        now,
        most
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.post, row.seal_id)).collect())
}

/// Which of these keys a poll still needs: one that is not closed.
pub(super) async fn list_needed(db: &mut Db, seals: &[Uuid]) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select seal_id as "seal!" from polls where seal_id = any ($1) and closed_at is null"#,
        seals
    )
    .fetch_all(db)
    .await
}

/// The key of a poll that is not closed.
pub(super) async fn find_seal(db: &mut Db, post: PostId) -> sqlx::Result<Option<Uuid>> {
    let seal =
        sqlx::query_scalar!("select seal_id from polls where post_id = $1 and closed_at is null", post.0);
    Ok(seal.fetch_optional(db).await?.flatten())
}

/// Adds a choice behind the others. Answers its number; none where twenty are there.
pub(super) async fn add_choice(
    db: &mut Db,
    post: PostId,
    by: MemberId,
    choice: &NewChoice,
) -> sqlx::Result<Option<i16>> {
    let (text, at) = match choice {
        NewChoice::Text(text) => (text.as_str(), None),
        NewChoice::At(at) => ("", Some(*at)),
    };
    sqlx::query_scalar!(
        "insert into poll_choices (post_id, number, text, at, added_by)
         select $1, max(number) + 1, $3, $4, $2 from poll_choices where post_id = $1 having max(number) < 20 returning number",
        post.0,
        by.0,
        text,
        at
    )
    .fetch_optional(db)
    .await
}

/// Whether someone has voted.
pub(super) async fn has_begun(db: &mut Db, post: PostId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists (select 1 from poll_voters where post_id = $1) as "begun!""#, post.0)
        .fetch_one(db)
        .await
}

/// Asks another thing.
pub(super) async fn update(db: &mut Db, post: PostId, poll: &NewPoll, now: Timestamp) -> sqlx::Result<()> {
    sqlx::query!("delete from poll_choices where post_id = $1", post.0).execute(&mut *db).await?;
    sqlx::query!(
        "update polls set question = $2, kind = $3, least = $4, most = $5, opens = $6, changes = $7, anonymous = $8, results = $9,
                closes_at = $10, seal_id = $11, edited_at = $12 where post_id = $1",
        post.0,
        poll.question,
        poll.kind().as_str(),
        poll.least,
        poll.most,
        poll.opens,
        poll.changes && poll.seal.is_none(),
        poll.seal.is_some(),
        poll.results.as_str(),
        poll.closes_at,
        poll.seal.as_ref().map(Seal::id),
        now
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from poll_boxes where post_id = $1", post.0).execute(db).await?;
    Ok(())
}

/// Sets when a poll ends.
pub(super) async fn update_end(db: &mut Db, post: PostId, closes_at: Option<Timestamp>) -> sqlx::Result<()> {
    sqlx::query!("update polls set closes_at = $2 where post_id = $1", post.0, closes_at).execute(db).await?;
    Ok(())
}
