//! The one kind of transaction: it knows who acts and when, records facts, and wakes the listeners after commit.
//!
//! # Why
//! Whoever begins it commits it, once, in sight. Effects outside the database are rows of the same transaction
//! (facts, jobs), so a crash at any moment leaves either all or nothing.

use std::sync::Arc;

use sqlx::{PgPool, Postgres, Transaction};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::{
    db::{Db, Fact},
    kernel::{Fault, MemberId, Timestamp},
};

/// Rung after each commit that recorded something; the notifier waits for it.
pub type Signal = Arc<Notify>;

/// A transaction in the name of someone.
pub struct Tx {
    inner: Transaction<'static, Postgres>,
    actor: Option<MemberId>,
    why: &'static str,
    address: String,
    now: Timestamp,
    signal: Signal,
    recorded: u32,
    done: bool,
}

impl Tx {
    /// Begins. `why` names the clock, import or command that acts where no member does.
    pub async fn begin(
        pool: &PgPool,
        actor: Option<MemberId>,
        why: &'static str,
        now: Timestamp,
        signal: Signal,
    ) -> Result<Self, Fault> {
        let inner = pool.begin().await?;
        Ok(Self { inner, actor, why, address: String::new(), now, signal, recorded: 0, done: false })
    }

    /// Notes from which network address the actor came, for the audit log.
    pub fn from_address(mut self, address: String) -> Self {
        self.address = address;
        self
    }

    /// The connection, for store functions.
    pub fn db(&mut self) -> &mut Db {
        &mut self.inner
    }

    /// The instant of the whole transaction.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Who acts, if a member does.
    pub fn actor(&self) -> Option<MemberId> {
        self.actor
    }

    /// Records what happened and answers its place in the order. The work that follows from it is queued by
    /// `jobs::follow`, which the notifications room hooks in.
    pub async fn record(&mut self, fact: Fact) -> Result<i64, Fault> {
        let id = sqlx::query_scalar!(
            "insert into activity (at, actor_id, why, kind, fact, group_id, address) values ($1, $2, $3, $4, $5, $6, $7) returning id",
            self.now,
            self.actor.map(|actor| actor.0),
            self.why,
            fact.kind(),
            serde_json::to_value(&fact)?,
            fact.group().map(|group| group.0),
            self.address,
        )
        .fetch_one(&mut *self.inner)
        .await?;
        self.recorded += 1;
        if fact.is_told() {
            crate::db::fact::tell(&mut self.inner, id).await?;
        }
        if fact.moves_sets() {
            crate::db::fact::move_sets(&mut self.inner).await?;
        }
        Ok(id)
    }

    /// Records many things at once, none of which anybody is told of.
    pub async fn record_all(&mut self, facts: &[Fact]) -> Result<(), Fault> {
        if facts.is_empty() {
            return Ok(());
        }
        let kinds: Vec<String> = facts.iter().map(Fact::kind).collect();
        let groups: Vec<Option<Uuid>> = facts.iter().map(|fact| fact.group().map(|group| group.0)).collect();
        sqlx::query!(
            "insert into activity (at, actor_id, why, kind, fact, group_id, address)
             select $1, $2, $3, kind, fact, group_id, $4
             from unnest($5::text[], $6::uuid[]) with ordinality as named (kind, group_id, place)
             join jsonb_array_elements($7::jsonb) with ordinality as told (fact, place) using (place) order by place",
            self.now,
            self.actor.map(|actor| actor.0),
            self.why,
            self.address,
            &kinds,
            &groups as &[Option<Uuid>],
            serde_json::to_value(facts)?
        )
        .execute(&mut *self.inner)
        .await?;
        self.recorded += 1;
        Ok(())
    }

    /// Whether this one-time form id was used before by the actor: `Some(result)` says what it made then.
    /// A concurrent twin waits here until the first has committed.
    pub async fn once(&mut self, once: Uuid) -> Result<Option<Option<Uuid>>, Fault> {
        let fresh = sqlx::query!(
            "insert into submissions (member_id, once, at) values ($1, $2, $3) on conflict do nothing",
            self.actor.map(|actor| actor.0) as _,
            once,
            self.now
        )
        .execute(&mut *self.inner)
        .await?;
        if fresh.rows_affected() == 1 {
            return Ok(None);
        }
        let result = sqlx::query_scalar!(
            "select result from submissions where member_id = $1 and once = $2",
            self.actor.map(|actor| actor.0) as _,
            once
        )
        .fetch_one(&mut *self.inner)
        .await?;
        Ok(Some(result))
    }

    /// Whether something was made of the form with this one-time id.
    pub async fn was_made(&mut self, once: Uuid) -> Result<bool, Fault> {
        Ok(self.made_by(once).await?.is_some())
    }

    /// What was made of the form with this one-time id.
    pub async fn made_by(&mut self, once: Uuid) -> Result<Option<Uuid>, Fault> {
        let made = sqlx::query_scalar!(
            "select result from submissions where member_id = $1 and once = $2",
            self.actor.map(|actor| actor.0) as _,
            once
        )
        .fetch_optional(&mut *self.inner)
        .await?;
        Ok(made.flatten())
    }

    /// Notes what the form with this one-time id made.
    pub async fn made(&mut self, once: Uuid, result: Uuid) -> Result<(), Fault> {
        sqlx::query!(
            "update submissions set result = $3 where member_id = $1 and once = $2",
            self.actor.map(|actor| actor.0) as _,
            once,
            result
        )
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// Makes it all true.
    pub async fn commit(mut self) -> Result<(), Fault> {
        self.done = true;
        let Self { inner, recorded, signal, .. } = self;
        inner.commit().await?;
        if recorded > 0 {
            signal.notify_one();
        }
        Ok(())
    }

    /// Gives it all up, on purpose: a refusal found half-way.
    pub async fn abandon(mut self) -> Result<(), Fault> {
        self.done = true;
        let Self { inner, .. } = self;
        inner.rollback().await?;
        Ok(())
    }
}
