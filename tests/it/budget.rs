//! What pages may ask of the database: how many statements, and by which indexes (PERFORMANCE §2, goals 4 and 5).
//!
//! Times are not tested, machines are noisy; `bin/bench` measures them.

use parvis::kernel::{GroupId, MemberId, PostId};
use sqlx::PgPool;

use crate::support::TestApp;

/// Statements of a page, its session and its menu included.
const MOST: usize = 5;

/// A person in some of twelve groups, two thousand posts, a discussion of sixty comments on the first one.
async fn world(db: &PgPool, me: MemberId) -> PostId {
    for (kind, statement) in [
        (
            "groups",
            "insert into groups (id, slug, name, purpose, level, created_at)
             select gen_random_uuid(), 'groupe-' || n, 'Groupe ' || n, 'Essai', 'open', now() - interval '1 year' from generate_series(1, 40) n",
        ),
        (
            "memberships",
            "insert into memberships (group_id, member_id, role, since)
             select id, $1, 'member', now() - interval '1 year' from groups order by slug limit 12",
        ),
        (
            "posts",
            "insert into posts (id, group_id, author_id, body, body_html, created_at, published_at)
             select gen_random_uuid(), g.id, $1, 'Bonjour', '<p>Bonjour</p>', at, at
             from groups g, generate_series(1, 50) n, lateral (select now() - interval '1 hour' * (n + 1) as at) t",
        ),
        (
            "comments",
            "insert into comments (id, post_id, author_id, body, body_html, created_at)
             select gen_random_uuid(), p.id, $1, 'Oui', '<p>Oui</p>', now() - interval '1 minute' * n
             from (select p.id from posts p join memberships m on m.group_id = p.group_id order by p.published_at desc, p.id limit 1) p, generate_series(1, 60) n",
        ),
    ] {
        let query = sqlx::query(statement);
        let query = if statement.contains("$1") { query.bind(me) } else { query };
        query.execute(db).await.unwrap_or_else(|error| panic!("{kind}: {error}"));
    }
    sqlx::raw_sql("analyze").execute(db).await.expect("statistics can be gathered");
    sqlx::query_scalar("select post_id from comments limit 1")
        .fetch_one(db)
        .await
        .expect("there is a discussion")
}

async fn slug(app: &TestApp, post: PostId) -> String {
    sqlx::query_scalar("select g.slug from posts p join groups g on g.id = p.group_id where p.id = $1")
        .bind(post)
        .fetch_one(&app.app.db)
        .await
        .expect("the post has a group")
}

#[tokio::test]
async fn no_page_walks_all_posts_or_all_comments() {
    let app = TestApp::start().await;
    let mut person = app.signed_in("Inès Diallo").await;
    let post = world(&app.app.db, person.id).await;
    let slug = slug(&app, post).await;
    for address in
        ["/feed".to_owned(), format!("/groups/{slug}"), format!("/posts/{post}"), "/people".to_owned()]
    {
        person.visit(&address).await.has_status(200);
        for statement in app.counting(person.visit(&address)).await {
            let plan = app.plan(&statement).await;
            for table in ["posts", "comments", "post_views", "post_reactions", "comment_reactions", "notices"]
            {
                assert!(
                    !plan.contains(&format!("Seq Scan on {table} ")),
                    "{address} walks {table}:\n{statement}\n{plan}"
                );
            }
        }
    }
}

#[tokio::test]
async fn pages_ask_the_database_few_times() {
    let app = TestApp::start().await;
    let mut person = app.signed_in("Inès Diallo").await;
    let post = world(&app.app.db, person.id).await;
    let slug = slug(&app, post).await;
    let pages = [
        ("/feed".to_owned(), MOST),
        ("/saved".to_owned(), MOST),
        (format!("/groups/{slug}"), MOST),
        (format!("/posts/{post}"), MOST),
        ("/people".to_owned(), MOST),
    ];
    for (address, most) in pages {
        person.visit(&address).await.has_status(200);
        let asked = app.counting(person.visit(&address)).await;
        assert!(asked.len() > 1, "{address}: nothing was heard of its statements");
        assert!(asked.len() <= most, "{address} asks {} times:\n\n{}", asked.len(), asked.join("\n\n"));
    }
}

#[tokio::test]
async fn a_longer_page_asks_no_more_often() {
    let app = TestApp::start().await;
    let mut person = app.signed_in("Inès Diallo").await;
    let group = GroupId::new(app.app.clock.now());
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, 'seul', 'Seul', 'Essai', 'open', now())")
        .bind(group)
        .execute(&app.app.db)
        .await
        .expect("a group can be made");
    person.visit("/feed").await;
    let empty = app.counting(person.visit("/feed")).await.len();
    world(&app.app.db, person.id).await;
    let full = app.counting(person.visit("/feed")).await.len();
    assert!(full <= empty + 1, "{empty} statements for an empty feed, {full} for a full one");
}

#[tokio::test]
async fn the_home_feed_reads_the_newest_of_each_group_by_its_index() {
    let app = TestApp::start().await;
    let mut person = app.signed_in("Inès Diallo").await;
    world(&app.app.db, person.id).await;
    let asked = app.counting(person.visit("/feed")).await;
    let feed = asked
        .iter()
        .find(|statement| statement.contains("cross join lateral"))
        .expect("the feed is one statement");
    let plan = app.plan(feed).await;
    let lines: Vec<&str> = plan.lines().map(|line| line.trim_start_matches([' ', '-', '>'])).collect();
    // Of each group only as many posts are walked as a page has: nothing is sorted between the limit and the index.
    let limited = lines.windows(2).any(|pair| matches!(pair, [above, below] if *above == "Limit" && below.contains("using posts_by_group on posts")));
    assert!(limited, "the newest of each group do not come by their index:\n{plan}");
    assert!(!plan.contains("Seq Scan on posts"), "all posts are read for one feed:\n{plan}");
}
