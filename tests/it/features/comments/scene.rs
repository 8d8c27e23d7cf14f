//! A group with people and a post, made in the database: rooms above and below stay out of these tests.

use parvis::{
    authz::{Action, Actor, Permit, Resource, permit},
    kernel::{CommentId, GroupId, MemberId, PostId},
};
use sqlx::PgPool;

use crate::support::{TestApp, world::Person};

pub struct Scene {
    pub app: TestApp,
    pub group: GroupId,
    pub post: PostId,
    pub ada: Person,
    pub bob: Person,
    pub manager: Person,
}

impl Scene {
    /// Ada and Bob are members, and there is a manager; the post is Ada's.
    pub async fn open() -> Self {
        let app = TestApp::start().await;
        let ada = app.signed_in("Ada Lovelace").await;
        let bob = app.signed_in("Bob Marin").await;
        let manager = app.signed_in("Carole Duval").await;
        let group = group(&app, "private").await;
        for (person, role) in [(&ada, "member"), (&bob, "member"), (&manager, "manager")] {
            belongs(&app, group, person.id, role).await;
        }
        let post = post(&app, group, ada.id).await;
        Self { app, group, post, ada, bob, manager }
    }

    pub fn db(&self) -> &PgPool {
        &self.app.app.db
    }

    /// A comment by someone, a second after the one before.
    pub async fn comment(&self, by: MemberId, body: &str, parent: Option<CommentId>) -> CommentId {
        self.app.clock.advance(chrono::TimeDelta::seconds(1));
        let now = self.app.app.clock.now();
        let id = CommentId::new(now);
        sqlx::query(
            "insert into comments (id, post_id, parent_id, author_id, body, body_html, created_at)
             values ($1, $2, $3, $4, $5, '<p>' || $5 || '</p>', $6)",
        )
        .bind(id)
        .bind(self.post)
        .bind(parent)
        .bind(by)
        .bind(body)
        .bind(now)
        .execute(self.db())
        .await
        .unwrap();
        id
    }

    pub async fn run(&self, sql: &'static str) {
        sqlx::raw_sql(sql).execute(self.db()).await.unwrap();
    }

    pub async fn number(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(self.db()).await.unwrap()
    }

    /// The kinds of facts, in the order of recording.
    pub async fn facts(&self) -> Vec<String> {
        sqlx::query_scalar("select kind from activity order by id").fetch_all(self.db()).await.unwrap()
    }

    pub async fn permit<A: Action>(&self, who: MemberId, at: <A::On as Resource>::Path) -> Permit<A> {
        let mut db = self.db().acquire().await.unwrap();
        let actor = Actor::load(&mut db, who).await.unwrap();
        permit::<A>(&mut db, &actor, at).await.unwrap()
    }

    pub fn comments(&self) -> String {
        format!("/posts/{}/comments", self.post)
    }
}

pub async fn group(app: &TestApp, level: &str) -> GroupId {
    let id = GroupId::new(app.app.clock.now());
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, $1::text, 'Parcs', 'Les parcs', $2, $3)")
        .bind(id)
        .bind(level)
        .bind(app.app.clock.now())
        .execute(&app.app.db)
        .await
        .unwrap();
    id
}

pub async fn belongs(app: &TestApp, group: GroupId, member: MemberId, role: &str) {
    sqlx::query("insert into memberships (group_id, member_id, role, since) values ($1, $2, $3, $4)")
        .bind(group)
        .bind(member)
        .bind(role)
        .bind(app.app.clock.now())
        .execute(&app.app.db)
        .await
        .unwrap();
}

pub async fn post(app: &TestApp, group: GroupId, author: MemberId) -> PostId {
    let id = PostId::new(app.app.clock.now());
    sqlx::query(
        "insert into posts (id, group_id, author_id, title, body, body_html, created_at, published_at)
         values ($1, $2, $3, 'Sortie', 'Bonjour', '<p>Bonjour</p>', $4, $4)",
    )
    .bind(id)
    .bind(group)
    .bind(author)
    .bind(app.app.clock.now())
    .execute(&app.app.db)
    .await
    .unwrap();
    id
}
