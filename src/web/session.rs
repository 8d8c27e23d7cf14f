//! Sessions in PostgreSQL, for tower-sessions: hashed ids, listed and ended per member, and the member read along.
//!
//! # Why
//! A page needs the session and the person in it: one statement brings both. What the cookie carries is never stored,
//! only its SHA-256, so a copy of the database opens no door. A request that still runs when its session is ended
//! cannot bring it back: saving changes rows, only creating makes them.

use std::time::Duration;

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::PgPool;
use time::OffsetDateTime;
use tower_sessions::{
    Expiry, Session, SessionManagerLayer, SessionStore,
    cookie::SameSite,
    session::{Id, Record},
    session_store::{Error as StoreError, Result as StoreResult},
};

use crate::{
    kernel::{Fault, MemberId},
    web::{Cx, Error, Me, cx::Visit},
};

/// How long a session lives: 30 days after signing in, whatever happens in between.
pub const LIFE: Duration = Duration::from_secs(30 * 24 * 3600);

const MEMBER: &str = "member";
const AGENT: &str = "agent";
const ADDRESS: &str = "address";
const ME: &str = "me";

/// The table of sessions.
#[derive(Clone, Debug)]
pub struct Store(PgPool);

impl Store {
    /// A store over the pool.
    pub fn new(pool: PgPool) -> Self {
        Self(pool)
    }
}

/// What the table keeps of a session's id.
pub fn hash(id: Id) -> Vec<u8> {
    Sha256::digest(id.0.to_le_bytes()).to_vec()
}

fn backend(error: impl std::fmt::Display) -> StoreError {
    StoreError::Backend(error.to_string())
}

#[async_trait::async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        // 128 random bits: a collision is the database's error, not a case.
        self.write(record, true).await
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        self.write(record, false).await
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let row = sqlx::query!(
            r#"select s.data, s.expires_at, s.seen_at < now() - interval '10 minutes' as "stale!",
                      (select to_jsonb(p) from (
                          select m.id, m.name, m.handle, m.email, m.site_role, m.external, m.locale, m.time_zone, m.theme, m.contrast,
                                 m.text_size, m.shortcuts, m.photo_version, m.rings,
                                 (m.gate_since is not null or exists (select 1 from fields f where f.due_on < current_date and f.archived_at is null))
                                     and cardinality(gate_steps(m.id)) > 0 as gated
                          from members m where m.id = s.member_id and m.suspended_at is null and m.erased_at is null) p) as me
               from sessions s where s.id = $1 and s.expires_at > now()"#,
            hash(*id)
        )
        .fetch_optional(&self.0)
        .await
        .map_err(backend)?;
        let Some(row) = row else { return Ok(None) };
        if row.stale {
            sqlx::query!("update sessions set seen_at = now() where id = $1", hash(*id))
                .execute(&self.0)
                .await
                .map_err(backend)?;
        }
        let mut data: std::collections::HashMap<String, Value> =
            serde_json::from_value(row.data).map_err(|error| StoreError::Decode(error.to_string()))?;
        if let Some(me) = row.me {
            data.insert(ME.to_owned(), me);
        }
        let expiry_date = OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp()).map_err(backend)?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        sqlx::query!("delete from sessions where id = $1", hash(*id))
            .execute(&self.0)
            .await
            .map_err(backend)?;
        Ok(())
    }
}

impl Store {
    /// Writes a session. One that was ended meanwhile stays ended: only a new one makes a row.
    async fn write(&self, record: &Record, fresh: bool) -> StoreResult<()> {
        let mut data = record.data.clone();
        data.remove(ME);
        let word = |name: &str| record.data.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let member = word(MEMBER).parse::<MemberId>().ok();
        let expires =
            chrono::DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0).unwrap_or_default();
        let data = serde_json::to_value(&data).map_err(|error| StoreError::Encode(error.to_string()))?;
        let (id, member) = (hash(record.id), member.map(|id| id.0));
        let written = if fresh {
            sqlx::query!(
                "insert into sessions (id, member_id, data, user_agent, address, expires_at) values ($1, $2, $3, $4, $5, $6)",
                id,
                member,
                data,
                word(AGENT),
                word(ADDRESS),
                expires
            )
            .execute(&self.0)
            .await
        } else {
            // What was said at the start about its end stays: 30 days, whatever happens in between.
            sqlx::query!("update sessions set member_id = $2, data = $3 where id = $1", id, member, data)
                .execute(&self.0)
                .await
        };
        written.map_err(backend)?;
        Ok(())
    }
}

/// The layer that reads and writes the cookie. Over https the cookie is `__Host-` and Secure; plain http, for trying
/// things out, can have neither.
pub fn layer(pool: PgPool, https: bool) -> SessionManagerLayer<Store> {
    let life = time::Duration::try_from(LIFE).unwrap_or(time::Duration::DAY);
    SessionManagerLayer::new(Store::new(pool))
        .with_name(if https { "__Host-session" } else { "session" })
        .with_secure(https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(life))
}

/// The layer that finds out who it is.
pub async fn identify(request: Request, next: Next) -> Response {
    let visit = Visit::of(request.extensions());
    let session = request.extensions().get::<Session>().cloned();
    match me(session.as_ref()).await {
        Ok(me) => visit.identify(me),
        Err(fault) => {
            visit.identify(None);
            return Error::Fault(fault).into_response();
        }
    }
    next.run(request).await
}

async fn me(session: Option<&Session>) -> Result<Option<Me>, Fault> {
    let Some(session) = session.filter(|session| session.id().is_some()) else {
        return Ok(None);
    };
    match session.get_value(ME).await? {
        Some(me) => Ok(Some(serde_json::from_value(me)?)),
        None => Ok(None),
    }
}

/// Signs someone in: a new session id, the old one dead (SECURITY D-01).
pub async fn sign_in(cx: &Cx, member: MemberId, agent: &str) -> Result<(), Fault> {
    let session = cx.session()?;
    session.clear().await;
    session.cycle_id().await?;
    session.insert(MEMBER, member).await?;
    session.insert(AGENT, agent.chars().take(300).collect::<String>()).await?;
    session.insert(ADDRESS, shortened(cx.client())).await?;
    Ok(())
}

/// Signs out: the session is gone on the server too.
pub async fn sign_out(cx: &Cx) -> Result<(), Fault> {
    Ok(cx.session()?.flush().await?)
}

/// The hash of the present session, for "this one" in the list.
pub fn present(cx: &Cx) -> Option<Vec<u8>> {
    cx.session().ok()?.id().map(hash)
}

/// An address without its last part, enough to recognise a place and too little to follow a person.
pub fn shortened(address: std::net::IpAddr) -> String {
    match address.to_canonical() {
        std::net::IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0")
        }
        std::net::IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}::")
        }
    }
}
