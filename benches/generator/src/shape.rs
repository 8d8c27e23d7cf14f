//! The shape of what was generated, at a tiny scale, in a database of the server that the other tests use.

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool, postgres::PgConnectOptions};

use crate::{community::Scale, load};

async fn count(pool: &PgPool, what: &str) -> f64 {
    sqlx::query_scalar(AssertSqlSafe(format!("select ({what})::float8")))
        .fetch_one(pool)
        .await
        .expect("the question is right")
}

/// An empty database with the schema of the product.
async fn database(server: &PgConnectOptions) -> (PgConnection, PgConnectOptions) {
    let mut connection = PgConnection::connect_with(server).await.expect("the test server answers");
    sqlx::raw_sql("drop database if exists parvis_bench_shape with (force)")
        .execute(&mut connection)
        .await
        .expect("it can be dropped");
    sqlx::raw_sql("create database parvis_bench_shape")
        .execute(&mut connection)
        .await
        .expect("it can be made");
    let options = server.clone().database("parvis_bench_shape");
    let mut files: Vec<_> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations"))
        .expect("there are migrations")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "sql"))
        .collect();
    files.sort();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src");
    files.push(format!("{root}/db/functions.sql").into());
    files.push(format!("{root}/authz/visibility.sql").into());
    let mut database = PgConnection::connect_with(&options).await.expect("the new database answers");
    for file in files {
        let sql = std::fs::read_to_string(&file).expect("it can be read");
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut database).await.expect("the schema applies");
    }
    (connection, options)
}

#[tokio::test]
async fn a_generated_community_has_the_shape_that_is_measured() {
    let Ok(url) = std::env::var("PARVIS_TEST_DATABASE_URL") else {
        eprintln!("not run: PARVIS_TEST_DATABASE_URL is not set");
        return;
    };
    let (mut server, options) = database(&url.parse().expect("the address is right")).await;
    load::load(options.clone(), Scale::of(2_000)).await.expect("it loads");
    let pool = PgPool::connect_with(options).await.expect("the database answers");
    for (what, least, most) in [
        ("select count(*) from posts", 2_000.0, 2_000.0),
        ("select count(*) from comments", 10_000.0, 10_000.0),
        ("select (select count(*) from post_reactions) + (select count(*) from comment_reactions)", 7_000.0, 11_000.0),
        ("select avg(case when level = 'open' then 0 else 1 end) from groups", 0.14, 0.16),
        ("select avg(case when edited_at is null then 0 else 1 end) from posts", 0.08, 0.12),
        ("select min(words) from posts", 40.0, 45.0),
        ("select max(words) from posts", 195.0, 200.0),
        ("select avg(case when external then 1 else 0 end) from members", 0.01, 0.06),
        ("select count(*) from members where read_before is null", 0.0, 0.0),
        // What filters the directory: each has a trade and a region, and some expertises.
        ("select avg(n) from (select count(v.*) as n from members m left join field_values v on v.member_id = m.id group by m.id) t", 4.0, 6.0),
        ("select count(*) from field_values v join field_terms t on t.id = v.term_id where t.field_id <> v.field_id", 0.0, 0.0),
        ("select percentile_cont(0.5) within group (order by n) from (select count(*) as n from memberships m join members p on p.id = m.member_id
          where not p.external group by member_id) t", 11.0, 14.0),
        ("select avg(case when n > 200 then 1.0 else 0 end) from (select count(*) as n from memberships group by member_id) t", 0.005, 0.015),
        ("select count(*) from groups g where not exists (select 1 from memberships m where m.group_id = g.id and m.role = 'manager')", 0.0, 30.0),
        // Skew: the busiest tenth of the groups has more than a third of the posts.
        ("select sum(n) / 2000 from (select count(*) as n from posts group by group_id order by 1 desc limit 30) t", 0.33, 0.7),
        ("select max(n) from (select count(*) as n from comments group by post_id) t", 90.0, 2_000.0),
        ("select count(*) from (select post_id from comments group by post_id having count(*) >= 50) t", 30.0, 200.0),
        // Whatever was not checked while loading is right.
        ("select count(*) from comments c left join posts p on p.id = c.post_id where p.id is null", 0.0, 0.0),
        ("select count(*) from comments c join comments up on up.id = c.parent_id where up.post_id <> c.post_id or up.parent_id is not null", 0.0, 0.0),
        ("select count(*) from posts p where not exists (select 1 from memberships m where m.group_id = p.group_id and m.member_id = p.author_id)", 0.0, 0.0),
        ("select count(*) from pg_indexes where indexname in ('posts_by_group', 'comments_by_post')", 2.0, 2.0),
    ] {
        let found = count(&pool, what).await;
        assert!((least..=most).contains(&found), "{what}: {found} is not between {least} and {most}");
    }
    pool.close().await;
    sqlx::raw_sql("drop database parvis_bench_shape with (force)")
        .execute(&mut server)
        .await
        .expect("it can be dropped");
}
