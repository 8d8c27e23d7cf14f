//! COPY into one table over a connection of its own, so that all tables are written at the same time.

use sqlx::{
    PgPool, Postgres,
    pool::PoolConnection,
    postgres::{PgCopyIn, PgPoolCopyExt as _},
};

/// How much is gathered before it is sent.
const BATCH: usize = 1 << 20;

/// A table being filled.
pub(crate) struct Sink {
    copy: PgCopyIn<PoolConnection<Postgres>>,
    buffer: String,
    first: bool,
}

impl Sink {
    /// Opens a table; `columns` in the order in which the fields of each row will come.
    pub(crate) async fn open(pool: &PgPool, table: &str, columns: &str) -> sqlx::Result<Self> {
        let copy = pool.copy_in_raw(&format!("copy {table} ({columns}) from stdin")).await?;
        Ok(Self { copy, buffer: String::with_capacity(BATCH + (1 << 16)), first: true })
    }

    fn next(&mut self) -> &mut String {
        if !self.first {
            self.buffer.push('\t');
        }
        self.first = false;
        &mut self.buffer
    }

    /// The next field of the row.
    pub(crate) fn field(&mut self, value: impl std::fmt::Display) -> &mut Self {
        use std::fmt::Write as _;
        let _ = write!(self.next(), "{value}");
        self
    }

    /// The next field of the row, as words that may hold anything.
    pub(crate) fn words(&mut self, value: &str) -> &mut Self {
        let out = self.next();
        for letter in value.chars() {
            match letter {
                '\\' => out.push_str("\\\\"),
                '\n' => out.push_str("\\n"),
                '\t' => out.push_str("\\t"),
                other => out.push(other),
            }
        }
        self
    }

    /// The next field of the row, an instant in microseconds.
    pub(crate) fn at(&mut self, at: i64) -> &mut Self {
        let instant = sqlx::types::chrono::DateTime::from_timestamp_micros(at).unwrap_or_default();
        self.field(instant.format("%Y-%m-%d %H:%M:%S%.6f+00"))
    }

    /// The next field of the row, if there is one.
    pub(crate) fn maybe_at(&mut self, at: Option<i64>) -> &mut Self {
        match at {
            Some(at) => self.at(at),
            None => self.field("\\N"),
        }
    }

    /// Ends the row.
    pub(crate) async fn end(&mut self) -> sqlx::Result<()> {
        self.buffer.push('\n');
        self.first = true;
        if self.buffer.len() >= BATCH {
            self.copy.send(self.buffer.as_bytes()).await?;
            self.buffer.clear();
        }
        Ok(())
    }

    /// Ends the table.
    pub(crate) async fn close(mut self) -> sqlx::Result<u64> {
        self.copy.send(self.buffer.as_bytes()).await?;
        self.copy.finish().await
    }
}
