//! The order of loading: indexes away, rows in, indexes back, statistics.

use std::time::Instant;

use sqlx::{
    AssertSqlSafe, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::{community::Scale, dice::Dice, fields, people, posts, words::Words};

const TABLES: &[&str] = &[
    "members",
    "groups",
    "memberships",
    "field_values",
    "posts",
    "post_versions",
    "comments",
    "post_reactions",
    "comment_reactions",
    "post_views",
    "search_texts",
];

/// The seed of everything.
const SEED: u64 = 20_260_101;

/// Fills the database.
pub(crate) async fn load(database: PgConnectOptions, scale: Scale) -> sqlx::Result<()> {
    let begun = Instant::now();
    let say = |words: &str| eprintln!("      {:>4} s  {words}", begun.elapsed().as_secs());
    let pool = PgPoolOptions::new()
        .max_connections(12)
        .after_connect(|connection, _| {
            Box::pin(async move {
                // Keys that point elsewhere are right by construction.
                sqlx::raw_sql("set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off")
                    .execute(connection)
                    .await?;
                Ok(())
            })
        })
        .connect_with(database)
        .await?;
    let indexes = take_indexes(&pool).await?;
    let (mut dice, vocabulary) = (Dice::new(SEED), Words::new());
    let community = people::write(&pool, scale, &mut dice, &vocabulary).await?;
    say(&format!("{} people in {} groups", community.people.len(), community.groups.len()));
    fields::write(&pool, &community, &mut dice).await?;
    let said = |count| say(&format!("{count} posts"));
    posts::write(&pool, scale, &mut dice, (&community, &vocabulary), &said).await?;
    // The index of the search, which triggers keep otherwise. Of the posts alone: the comments would take longer than
    // everything else together.
    sqlx::raw_sql("insert into search_texts select * from search_source where kind = 'post'")
        .execute(&pool)
        .await?;
    say("words of the search");
    sqlx::raw_sql("select community_recounted(), groups_recounted()").execute(&pool).await?;
    for index in indexes {
        sqlx::raw_sql(AssertSqlSafe(index)).execute(&pool).await?;
    }
    say("indexes");
    sqlx::raw_sql("vacuum analyze").execute(&pool).await?;
    say("statistics");
    Ok(())
}

/// Drops the indexes that no constraint needs, and says how to make them again.
async fn take_indexes(pool: &PgPool) -> sqlx::Result<Vec<String>> {
    let found: Vec<(String, String)> = sqlx::query_as(
        "select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
         from pg_index i join pg_class c on c.oid = i.indrelid
         where c.relnamespace = 'public'::regnamespace and c.relname = any($1)
           and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)",
    )
    .bind(TABLES)
    .fetch_all(pool)
    .await?;
    let mut definitions = Vec::new();
    for (name, definition) in found {
        sqlx::raw_sql(AssertSqlSafe(format!("drop index {name}"))).execute(pool).await?;
        definitions.push(definition);
    }
    Ok(definitions)
}
