//! Who asks for what, and what the right answers hold, found by statements that neither side uses.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use sqlx::PgPool;
use uuid::Uuid;

use crate::{Failure, load::Request};

/// How many members take turns: each request of a round is another one's.
const MEMBERS: i64 = 2_000;

/// Lists of requests.
pub(crate) struct World {
    pub(crate) feed: Arc<Vec<Request>>,
    pub(crate) discussion: Arc<Vec<Request>>,
    pub(crate) group: Arc<Vec<Request>>,
    pub(crate) directory: Arc<Vec<Request>>,
    /// Searches for two words, and the same as a statement without permissions.
    pub(crate) search: Arc<Vec<Request>>,
    pub(crate) plain_searches: Vec<String>,
    pub(crate) mix: Arc<Vec<Request>>,
}

struct Member {
    id: Uuid,
    cookie: String,
}

/// A session id as tower-sessions writes it into the cookie: base64url of sixteen bytes without padding.
fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|place| u32::from(chunk.get(place).copied().unwrap_or_default()));
        let whole = a << 16 | b << 8 | c;
        for place in 0..=chunk.len() {
            let letter = LETTERS.get((whole >> (18 - 6 * place) & 63) as usize).copied().unwrap_or_default();
            out.push(char::from(letter));
        }
    }
    out
}

/// Signs everybody in, by rows as the sessions of Parvis are.
async fn members(db: &PgPool) -> Result<Vec<Member>, Failure> {
    let ids: Vec<Uuid> = sqlx::query_scalar("select id from members order by md5(handle) limit $1")
        .bind(MEMBERS)
        .fetch_all(db)
        .await?;
    let (mut hashes, mut members) = (Vec::new(), Vec::new());
    for (number, id) in ids.iter().enumerate() {
        let session = Sha256::digest(format!("bench {number}"));
        let bytes = session.get(..16).unwrap_or_default();
        hashes.push(Sha256::digest(bytes).to_vec());
        members.push(Member { id: *id, cookie: format!("session={}", base64url(bytes)) });
    }
    sqlx::query("truncate sessions").execute(db).await?;
    sqlx::query(
        "insert into sessions (id, member_id, data, seen_at, expires_at)
         select s.id, s.member, jsonb_build_object('member', s.member), now() + interval '1 day', now() + interval '30 days'
         from unnest($1::bytea[], $2::uuid[]) as s(id, member)",
    )
    .bind(hashes)
    .bind(ids)
    .execute(db)
    .await?;
    sqlx::query("vacuum analyze sessions").execute(db).await?;
    Ok(members)
}

/// Posts that everybody may read, with a page of comments or a little more.
async fn discussions(db: &PgPool) -> Result<Vec<Uuid>, Failure> {
    Ok(sqlx::query_scalar(
        "select p.id from posts p join groups g on g.id = p.group_id
         where p.deleted_at is null and g.level = 'open' and p.published_at < (select max(published_at) - interval '10 days' from posts)
           and (select count(*) from comments c where c.post_id = p.id and c.parent_id is null) between 50 and 70
         order by p.published_at desc limit 300",
    )
    .fetch_all(db)
    .await?)
}

fn marks(kind: &str, ids: &[Uuid]) -> Vec<String> {
    ids.iter().map(|id| format!("id=\"{kind}-{id}\"")).collect()
}

impl World {
    /// Makes the lists; `most` posts are on a page.
    pub(crate) async fn of(db: &PgPool, most: i64) -> Result<Self, Failure> {
        let members = members(db).await?;
        let (mut feed, mut discussion, mut group, mut directory) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let discussions = discussions(db).await?;
        for (number, member) in members.iter().enumerate() {
            let request = |page: String, expected: Vec<String>| Request {
                floor: format!("{page}?member={}&most={most}", member.id),
                product: page,
                cookie: member.cookie.clone(),
                expected,
            };
            let posts: Vec<Uuid> = sqlx::query_scalar(
                "select p.id from memberships m cross join lateral (select id, published_at from posts where group_id = m.group_id
                     and deleted_at is null order by published_at desc, id desc limit $2) p
                 where m.member_id = $1 order by p.published_at desc, p.id desc limit $2",
            )
            .bind(member.id)
            .bind(most)
            .fetch_all(db)
            .await?;
            feed.push(request("/feed".to_owned(), marks("post", &posts)));
            directory.push(request("/people".to_owned(), Vec::new()));
            let external: bool = sqlx::query_scalar("select external from members where id = $1")
                .bind(member.id)
                .fetch_one(db)
                .await?;
            if external {
                continue;
            }
            if let Some(post) = discussions.get(number % discussions.len().max(1)) {
                let comments: Vec<Uuid> = sqlx::query_scalar(
                    "select id from (select id, created_at from comments where post_id = $1 and parent_id is null and deleted_at is null
                     order by created_at desc, id desc limit 50) c order by created_at, id",
                )
                .bind(post)
                .fetch_all(db)
                .await?;
                discussion.push(request(format!("/posts/{post}"), marks("comment", &comments)));
            }
            let slug: Option<String> = sqlx::query_scalar(
                "select g.slug from memberships m join groups g on g.id = m.group_id where m.member_id = $1 order by md5(g.slug || $1::text) limit 1",
            )
            .bind(member.id)
            .fetch_optional(db)
            .await?;
            if let Some(slug) = slug {
                group.push(request(format!("/groups/{slug}"), Vec::new()));
            }
        }
        let mix = mixed(&members, [&feed, &discussion, &group]);
        let (search, plain_searches) = searches(&members);
        let [feed, discussion, group, directory, search, mix] =
            [feed, discussion, group, directory, search, mix].map(Arc::new);
        Ok(Self { feed, discussion, group, directory, search, plain_searches, mix })
    }
}

/// Words that many texts have, and names that few have, of the vocabulary of the generator.
const USUAL: &[&str] =
    &["réunion", "atelier", "budget", "marché", "jardin", "calendrier", "affiche", "concert"];
const SELDOM: &[&str] = &["kerkerpen", "kerkerros", "kerkerval", "kerpenker", "kertrelis"];

/// Searches for one of each, a member for each; and what one would ask psql for: the newest four hundred texts with these
/// words and how well they fit, whoever may read them. Materialized, so that the index of words is what is used.
fn searches(members: &[Member]) -> (Vec<Request>, Vec<String>) {
    let pairs: Vec<(&str, &str)> =
        SELDOM.iter().flat_map(|seldom| USUAL.iter().map(move |usual| (*usual, *seldom))).collect();
    let page = |(pair, member): (&(&str, &str), &Member)| Request {
        floor: String::new(),
        product: format!("/search?q={}+{}", pair.0.replace('é', "%C3%A9"), pair.1),
        cookie: member.cookie.clone(),
        expected: Vec::new(),
    };
    let plain = |(usual, seldom): &(&str, &str)| {
        format!(
            "with fits as materialized (select t.id, t.post_id, t.at, t.words, q
                from search_question('{usual} {seldom}', '{usual}', '{seldom}') q join search_texts t on t.words @@ q)
             select id, post_id, at, ts_rank('{{0.1, 0.2, 0.4, 1.0}}', words, q, 1) from fits order by at desc, id desc limit 400"
        )
    };
    (pairs.iter().cycle().zip(members).map(page).collect(), pairs.iter().map(plain).collect())
}

/// What members do in a day, of what changes nothing: 55 feed, 20 discussion, 8 group, 5 search, 4 profile, 4 people.
fn mixed(members: &[Member], [feed, discussion, group]: [&[Request]; 3]) -> Vec<Request> {
    let nth = |list: &[Request], place: usize| list.get(place % list.len().max(1)).cloned();
    let mut mix = Vec::new();
    for (number, member) in members.iter().enumerate() {
        let page = |path: String| Request {
            floor: String::new(),
            product: path,
            cookie: member.cookie.clone(),
            expected: Vec::new(),
        };
        // A walk through the hundred that meets each kind evenly.
        let request = match number * 37 % 96 {
            0..55 => nth(feed, number),
            55..75 => nth(discussion, number),
            75..83 => nth(group, number),
            83..88 => Some(page("/search?q=bonjour+projet".to_owned())),
            88..92 => Some(page(format!("/people/{}", member.id))),
            _ => Some(page("/people".to_owned())),
        };
        mix.extend(request);
    }
    mix
}
