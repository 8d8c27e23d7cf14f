//! What a statement costs by itself, over one connection: for pages that are measured by what they ask the database.

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, postgres::PgConnectOptions};

use crate::{Failure, process};

/// Milliseconds of processor time of each run, the statements in turns. They are prepared and kept, as those of a page are.
pub(crate) async fn cost(database: &str, statements: &[String], runs: usize) -> Result<f64, Failure> {
    let options: PgConnectOptions = database.parse()?;
    let options = options.application_name("plain").options([("jit", "off")]);
    let mut connection = PgConnection::connect_with(&options).await?;
    let pid: i32 = sqlx::query_scalar("select pg_backend_pid()").fetch_one(&mut connection).await?;
    let pid = u32::try_from(pid)?;
    let (mut before, mut asked) = (0.0, 0_usize);
    for run in 0..=runs {
        // The first run fills caches.
        if run == 1 {
            before = process::exact_cpu(pid).ok_or("the connection is gone")?;
        }
        for statement in statements {
            sqlx::query(AssertSqlSafe(statement.clone())).fetch_all(&mut connection).await?;
            asked += usize::from(run > 0);
        }
    }
    let used = process::exact_cpu(pid).ok_or("the connection is gone")? - before;
    connection.close().await?;
    Ok(used * 1000.0 / asked as f64)
}
