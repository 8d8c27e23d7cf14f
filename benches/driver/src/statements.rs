//! What the database did for a page: its statements, how often, what they read. From `pg_stat_statements`.

use std::{fmt::Write as _, sync::Arc};

use sqlx::{FromRow, PgPool};

use crate::{
    Failure,
    load::{Loop, Request},
    server::Server,
};

/// How many pages are asked for.
const PAGES: usize = 50;

/// One statement, by page.
#[derive(FromRow)]
struct Line {
    query: String,
    calls: f64,
    buffers: f64,
    milliseconds: f64,
    rows: f64,
}

/// All statements of a page.
pub(crate) struct Statements {
    lines: Vec<Line>,
}

impl Statements {
    /// Asks a server for pages that nobody else asks for meanwhile.
    pub(crate) async fn of(db: &PgPool, server: &Server, list: &Arc<Vec<Request>>) -> Result<Self, Failure> {
        let ask = |from| Loop {
            address: &server.address,
            side: server.side,
            encoding: None,
            connections: 1,
            requests: PAGES,
            from,
        };
        // The same pages before: what is counted is what every page costs, not what the first one prepares.
        ask(0).run(list).await?;
        sqlx::query("select pg_stat_statements_reset()").execute(db).await?;
        ask(0).run(list).await?;
        let lines = sqlx::query_as(
            "select query, calls::float8 / $1 as calls, (shared_blks_hit + shared_blks_read)::float8 / $1 as buffers,
                    total_exec_time / $1 as milliseconds, rows::float8 / $1 as rows
             from pg_stat_statements s join pg_database d on d.oid = s.dbid
             where d.datname = current_database() and query !~ 'pg_stat_|graphile_worker' order by total_exec_time desc",
        )
        .bind(PAGES as f64)
        .fetch_all(db)
        .await?;
        Ok(Self { lines })
    }

    /// Statements of one page. Those that come less than once in ten pages are somebody else's.
    pub(crate) fn count(&self) -> f64 {
        self.lines.iter().map(|line| line.calls).filter(|calls| *calls >= 0.1).sum()
    }

    /// Shared buffers of one page.
    pub(crate) fn buffers(&self) -> f64 {
        self.lines.iter().map(|line| line.buffers).sum()
    }

    /// Time in the database of one page, in milliseconds, without planning.
    pub(crate) fn milliseconds(&self) -> f64 {
        self.lines.iter().map(|line| line.milliseconds).sum()
    }

    /// Statement by statement.
    pub(crate) fn report(&self, heading: &str) -> String {
        let mut text = format!(
            "== {heading}: {:.1} statements, {:.0} buffers, {:.2} ms\n",
            self.count(),
            self.buffers(),
            self.milliseconds()
        );
        for line in &self.lines {
            let words: Vec<&str> = line.query.split_whitespace().collect();
            let _ = writeln!(
                text,
                "-- {:.2} ms, {:.0} buffers, {:.1} rows, {:.2} times\n{}\n",
                line.milliseconds,
                line.buffers,
                line.rows,
                line.calls,
                words.join(" ")
            );
        }
        text
    }
}
