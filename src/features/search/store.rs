//! The statements of the search.

mod index;

pub(super) use index::{Part, forget, rebuild};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use super::question::Question;
use crate::{
    authz::Viewer,
    db::Db,
    kernel::{CommentId, Fault, FileId, GroupId, LabelId, MemberId, PostId, Timestamp},
    ui::{Person, Rings},
};

/// The most texts that are looked at; what fits beyond is found with more words, or filters.
pub(super) const MOST: i64 = 400;

/// A text that fits.
#[derive(Clone)]
pub(super) struct Text {
    pub(super) id: Uuid,
    pub(super) post_id: Uuid,
    /// A document of the post.
    pub(super) file: bool,
    pub(super) group_id: GroupId,
    pub(super) author_id: Option<MemberId>,
    pub(super) at: Timestamp,
    pub(super) fit: f32,
}

/// Who looks for what.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) viewer: Viewer,
    pub(super) question: &'a Question,
    pub(super) label: Option<LabelId>,
    pub(super) since: Option<Timestamp>,
    /// How many of the newest texts are read, without the index; everything is asked of the index where there is none.
    pub(super) among: Option<i64>,
}

/// The newest texts that fit, [`MOST`] of them. `marks` is made by [`super::filters`], of ids and fixed words alone.
pub(super) async fn texts(db: &mut Db, look: &Look<'_>, marks: &str) -> Result<Vec<Text>, Fault> {
    let texts = sqlx::query_as!(
        Text,
        r#"select id as "id!", post_id as "post_id!", kind = 'file' as "file!", group_id as "group_id!: GroupId", author_id as "author_id: MemberId", at as "at!", fit as "fit!"
           from found_texts($1, search_question($2, $3, $4), $5::text::tsquery, $6, $7, $8, $9)"#,
        look.viewer.id(),
        look.question.whole,
        look.question.before,
        look.question.beginning,
        marks,
        look.since,
        MOST,
        look.label.map(|label| label.0),
        look.among
    );
    Ok(texts.fetch_all(db).await?)
}

/// How many texts fit, as the database guesses by its statistics.
pub(super) struct Guess {
    pub(super) expected: f64,
    /// How many there are; 0 where it has no statistics.
    pub(super) every: f64,
}

/// How many texts will fit.
pub(super) async fn guess(db: &mut Db, question: &Question, marks: &str) -> Result<Guess, Fault> {
    let guess = sqlx::query_as!(
        Guess,
        r#"select expected as "expected!", every as "every!" from expected_texts(search_question($1, $2, $3) && $4::text::tsquery)"#,
        question.whole,
        question.before,
        question.beginning,
        marks
    );
    Ok(guess.fetch_one(db).await?)
}

/// A text as it is shown among the results, what was found between two signs of the private area.
pub(super) struct Shown {
    pub(super) post: PostId,
    pub(super) comment: Option<CommentId>,
    pub(super) title: String,
    pub(super) excerpt: String,
    /// The names of the files of a publication, in a line.
    pub(super) files: Option<String>,
    /// Those that say what was looked for.
    pub(super) found_in: Json<Vec<FoundIn>>,
    pub(super) lang: String,
    pub(super) at: Timestamp,
    pub(super) author: Option<MemberId>,
    pub(super) name: Option<String>,
    pub(super) photo: Option<Uuid>,
    pub(super) rings: Option<Rings>,
    pub(super) post_author: Option<String>,
    pub(super) group_slug: String,
    pub(super) group_name: String,
    pub(super) icon: String,
    pub(super) hue: String,
    pub(super) level: String,
}

/// A document, and where it says what was looked for.
#[derive(Deserialize)]
pub(super) struct FoundIn {
    pub(super) id: FileId,
    pub(super) name: String,
    pub(super) excerpt: String,
}

/// These texts, in this order, with the documents of these that are theirs.
pub(super) async fn shown(
    db: &mut Db,
    viewer: Viewer,
    question: &Question,
    texts: &[Uuid],
    files: &[Uuid],
) -> Result<Vec<Shown>, Fault> {
    // bare: files of a visible post
    let shown = sqlx::query_as!(
        Shown,
        r#"select p.id as "post!: PostId", c.id as "comment?: CommentId",
                  search_shown(p.lang, p.title, asked.question, true) as "title!",
                  search_shown(coalesce(c.lang, p.lang), plain_text(coalesce(c.body_html, p.body_html)), asked.question, false) as "excerpt!",
                  case when c.id is null then search_shown(p.lang, (select string_agg(f.name, '  ·  ' order by f.position) from files f where f.post_id = p.id), asked.question, true) end as files,
                  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name,
                                       'excerpt', (select search_shown(p.lang, s.text, asked.question, false) from file_passages s where s.file_id = f.id
                                                   order by s.words @@ asked.question desc, ts_rank(s.words, asked.question) desc, s.number limit 1))
                                   order by array_position($6::uuid[], f.id))
                            from files f where c.id is null and f.post_id = p.id and f.id = any ($6::uuid[])
                              and exists (select 1 from file_passages s where s.file_id = f.id)), '[]') as "found_in!: Json<Vec<FoundIn>>",
                  coalesce(c.lang, p.lang) as "lang!", coalesce(c.created_at, p.published_at) as "at!",
                  a.id as "author?: MemberId", a.name as "name?", a.photo_version as "photo?", a.rings as "rings?: Rings", b.name as "post_author?",
                  g.slug as "group_slug!", g.name as "group_name!", g.icon as "icon!", g.hue as "hue!", g.level as "level!"
           from (select search_question($3, $4, $5) as question offset 0) asked
           cross join unnest($2::uuid[]) with ordinality w (id, place)
           left join visible_comments($1) c on c.id = w.id
           join visible_posts($1) p on p.id = coalesce(c.post_id, w.id)
           join visible_groups($1) g on g.id = p.group_id
           left join visible_members($1) b on b.id = p.author_id and p.anonymised_at is null
           left join visible_members($1) a on a.id = coalesce(c.author_id, p.author_id)
               and case when c.id is null then p.anonymised_at else c.anonymised_at end is null
           order by w.place"#,
        viewer.id(),
        texts,
        question.whole,
        question.before,
        question.beginning,
        files
    );
    Ok(shown.fetch_all(db).await?)
}

/// The groups that the viewer reads.
pub(super) async fn readable(db: &mut Db, viewer: Viewer) -> Result<Vec<(GroupId, String)>, Fault> {
    let groups = sqlx::query!(
        r#"select id as "id!: GroupId", slug as "slug!" from readable_groups($1) limit 2000"#,
        viewer.id()
    );
    Ok(groups.fetch_all(db).await?.into_iter().map(|group| (group.id, group.slug)).collect())
}

/// What the filters are called: groups and people among those one may know.
pub(super) struct Choosable {
    pub(super) id: Uuid,
    pub(super) value: String,
    pub(super) name: String,
    pub(super) person: bool,
}

/// The names of these groups and people.
pub(super) async fn names(
    db: &mut Db,
    viewer: Viewer,
    groups: &[Uuid],
    people: &[Uuid],
) -> Result<Vec<Choosable>, Fault> {
    let names = sqlx::query_as!(
        Choosable,
        r#"select id as "id!", slug as "value!", name as "name!", false as "person!" from visible_groups($1) where id = any ($2)
           union all
           select id, id::text, name, true from visible_members($1) where id = any ($3)"#,
        viewer.id(),
        groups,
        people
    );
    Ok(names.fetch_all(db).await?)
}

/// A label, and how many of the results carry it, or belong to a publication that does.
pub(super) struct Carried {
    pub(super) id: LabelId,
    pub(super) name: String,
    pub(super) group: Option<String>,
    pub(super) count: i64,
}

/// The labels of these publications, named as often as there are results of theirs; the one asked for in any case.
pub(super) async fn labels(
    db: &mut Db,
    viewer: Viewer,
    posts: &[Uuid],
    asked: Option<LabelId>,
    most: usize,
) -> Result<Vec<Carried>, Fault> {
    let labels = sqlx::query_as!(
        Carried,
        r#"select l.id as "id!: LabelId", l.name as "name!", g.name as "group?", count(w.label_id) as "count!"
           from visible_labels($1) l
           left join visible_groups($1) g on g.id = l.group_id
           left join (select pl.label_id from unnest($2::uuid[]) r (post_id) join visible_post_labels($1) pl using (post_id)) w on w.label_id = l.id
           group by l.id, l.name, g.name having count(w.label_id) > 0 or l.id = $3
           order by count(w.label_id) desc, folded(l.name), l.id limit $4"#,
        viewer.id(),
        posts,
        asked.map(|label| label.0),
        i64::try_from(most)?
    );
    Ok(labels.fetch_all(db).await?)
}

/// A document whose name fits.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) post: PostId,
    pub(super) group: String,
}

/// Documents of publications in whose name every word stands, newest first.
pub(super) async fn named_files(
    db: &mut Db,
    viewer: Viewer,
    question: &Question,
    most: i64,
) -> Result<Vec<Named>, Fault> {
    // The index is asked for the longest word. Words are letters and digits alone: nothing in them needs escaping.
    let longest = question.words.iter().max_by_key(|word| word.chars().count());
    let files = sqlx::query_as!(
        Named,
        r#"select f.name as "name!", p.id as "post!: PostId", g.name as "group!"
           from visible_files($1) f
           join visible_posts($1) p on p.id = f.post_id
           join visible_groups($1) g on g.id = p.group_id
           where f.post_id is not null and folded(f.name) like '%' || folded($2) || '%'
             and (select bool_and(strpos(folded(f.name), folded(word)) > 0) from unnest($3::text[]) word)
           order by f.id desc limit $4"#,
        viewer.id(),
        longest.map(String::as_str).unwrap_or_default(),
        &question.words,
        most
    );
    Ok(files.fetch_all(db).await?)
}

/// A group that was found.
pub(super) struct Group {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) purpose: String,
    pub(super) icon: String,
    pub(super) hue: String,
    pub(super) level: String,
    pub(super) total: i64,
}

/// Groups by a part of their name or purpose, small mistakes forgiven; those whose name begins with it first.
pub(super) async fn groups(
    db: &mut Db,
    viewer: Viewer,
    question: &Question,
    most: i64,
    offset: i64,
) -> Result<Vec<Group>, Fault> {
    // The index is asked for the longest word. Words are letters and digits alone: nothing in them needs escaping.
    let longest = question.words.iter().max_by_key(|word| word.chars().count());
    // bare: of those whose words fit, what visible_groups lets through
    let groups = sqlx::query_as!(
        Group,
        r#"with asked as (select folded($2) as q, array_agg(' ' || folded(word)) as words from unnest($3::text[]) word),
           fits as materialized (
               select g.id from asked join groups g on asked.q <% g.folded_name
               union
               select g.id from asked join groups g on g.folded_name like '%' || asked.q || '%'
               union
               select g.id from asked join groups g on g.search like '%' || folded($6) || '%'
               where not exists (select 1 from unnest(asked.words) word where strpos(' ' || g.search, word) = 0))
           select g.slug as "slug!", g.name as "name!", g.purpose as "purpose!", g.icon as "icon!", g.hue as "hue!", g.level as "level!",
                  count(*) over () as "total!"
           from asked cross join fits join visible_groups($1) g on g.id = fits.id
           order by not starts_with(folded_name, q), strpos(' ' || folded_name, ' ' || q) = 0, strpos(folded_name, q) = 0,
                    word_similarity(q, folded_name) desc, archived_at is not null, lower(name), g.id limit $4 offset $5"#,
        viewer.id(),
        question.words.join(" "),
        &question.words,
        most,
        offset,
        longest.map(String::as_str).unwrap_or_default()
    );
    Ok(groups.fetch_all(db).await?)
}

/// People whom every word finds, as the directory does, and how many there are; those whose name fits best first.
pub(super) async fn people(
    db: &mut Db,
    viewer: Viewer,
    question: &Question,
    fields: &[i32],
    most: i64,
    offset: i64,
) -> Result<(Vec<Person>, i64), Fault> {
    let rows = sqlx::query!(
        r#"select p.id as "id!: MemberId", p.name as "name!", p.headline as "headline!", p.photo_version, p.rings as "rings!: Rings",
                  count(*) over () as "total!"
           from found_members($1, $2, $3, '{}', '{}', '{}', '{}') f join visible_members($1) p on p.id = f.member_id, folded($4) q
           order by not starts_with(folded(p.name), q), strpos(' ' || folded(p.name), ' ' || q) = 0,
                    word_similarity(q, folded(p.name)) desc, folded(p.name), p.id limit $5 offset $6"#,
        viewer.id(),
        &question.words,
        fields,
        question.words.join(" "),
        most,
        offset
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let people = rows.into_iter().map(|row| Person {
        id: row.id,
        name: row.name,
        headline: row.headline,
        photo: row.photo_version,
        rings: row.rings,
    });
    Ok((people.collect(), total))
}

/// Words that the viewer could have read: titles and beginnings of these publications, and names of groups.
pub(super) async fn vocabulary(db: &mut Db, viewer: Viewer, posts: &[Uuid]) -> Result<Vec<String>, Fault> {
    let texts = sqlx::query_scalar!(
        r#"select title || ' ' || excerpt as "text!" from visible_posts($1) where id = any ($2)
           union all select name || ' ' || purpose from (select name, purpose from visible_groups($1) limit 1000) g"#,
        viewer.id(),
        posts
    );
    Ok(texts.fetch_all(db).await?)
}
