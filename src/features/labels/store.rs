//! The statements about labels.

mod keeping;

use uuid::Uuid;

pub(super) use keeping::*;

use super::chips::Chip;
use crate::{
    authz::{GroupLabel, Viewer},
    db::Db,
    kernel::{Cursor, Fault, GroupId, LabelId, PostId, Slice, Timestamp},
};

/// For which text labels are offered.
#[derive(Clone, Copy, Debug)]
pub enum Offer {
    /// One that is being written: for every group one may publish in.
    Writing,
    /// One that stands in a group; in several, labels of a group are not for it.
    On(PostId, GroupId),
}

/// A label that can be chosen.
pub(super) struct Offered {
    pub(super) id: LabelId,
    pub(super) name: String,
    pub(super) hue: String,
    pub(super) group_slug: Option<String>,
    pub(super) group_name: Option<String>,
}

/// The labels that can be chosen: those of groups first, group by group, then those of the platform.
pub(super) async fn offered(db: &mut Db, viewer: Viewer, about: Offer) -> Result<Vec<Offered>, Fault> {
    let (post, group) = match about {
        Offer::Writing => (None, None),
        Offer::On(post, group) => (Some(post.0), Some(group.0)),
    };
    let labels = sqlx::query_as!(
        Offered,
        r#"select l.id as "id!: LabelId", l.name as "name!", l.hue as "hue!", g.slug as "group_slug?", g.name as "group_name?"
           from visible_labels($1) l left join visible_groups($1) g on g.id = l.group_id
           where l.group_id is null
              or (l.group_id = $2 and not exists (select 1 from joint_posts j where j.post_id = $3))
              or ($2 is null and exists (select 1 from publishing_groups($1) p where p.id = l.group_id))
           order by g.id is null, folded(g.name), g.id, folded(l.name)"#,
        viewer.id(),
        group,
        post
    );
    Ok(labels.fetch_all(db).await?)
}

/// A label with whose it is.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Listed {
    /// Which.
    pub id: LabelId,
    /// What it is called.
    pub name: String,
    /// Its hue.
    pub hue: String,
    /// Its group by slug; none for the platform's.
    pub group_slug: Option<String>,
    /// What its group is called.
    pub group_name: Option<String>,
    /// Whether the viewer follows it.
    pub follows: bool,
}

/// Where posts are looked for that carry a label.
#[derive(Clone, Copy, Debug)]
pub enum Carrying {
    /// Everything one may read.
    Readable,
    /// The viewer's own groups.
    Mine,
    /// One group.
    In(GroupId),
}

impl Carrying {
    fn parts(self) -> (Option<Uuid>, bool) {
        match self {
            Self::Readable => (None, false),
            Self::Mine => (None, true),
            Self::In(group) => (Some(group.0), false),
        }
    }
}

impl From<GroupLabel> for Listed {
    /// As it stands on the page of a group, which need not be named again.
    fn from(label: GroupLabel) -> Self {
        let GroupLabel { id, name, hue } = label;
        Self { id, name, hue, group_slug: None, group_name: None, follows: false }
    }
}

/// The labels in use that the viewer may know: those of groups first, group by group, then those of the platform.
pub async fn listed(db: &mut Db, viewer: Viewer, most: i64) -> Result<Vec<Listed>, Fault> {
    let labels = sqlx::query_as!(
        Listed,
        r#"select l.id as "id!: LabelId", l.name as "name!", l.hue as "hue!", g.slug as "group_slug?", g.name as "group_name?",
                  exists (select 1 from label_follows f where f.label_id = l.id and f.member_id = $1) as "follows!"
           from visible_labels($1) l left join visible_groups($1) g on g.id = l.group_id
           order by g.id is null, folded(g.name), g.id, folded(l.name) limit $2"#,
        viewer.id(),
        most
    );
    Ok(labels.fetch_all(db).await?)
}

/// The posts that carry a label, newest first, from a place on.
pub async fn posts(
    db: &mut Db,
    viewer: Viewer,
    label: LabelId,
    of: Carrying,
    (before, most): (Option<Cursor>, usize),
) -> Result<Slice<(PostId, Cursor)>, Fault> {
    let (group, mine) = of.parts();
    let (at, id) = before.map(|before| (before.at, before.id)).unzip();
    let rows = sqlx::query!(
        r#"select pl.post_id as "id!: PostId", pl.published_at as "at!: Timestamp"
           from visible_post_labels($1) pl -- bare: the viewer's own memberships
           where pl.label_id = $2 and ($3::uuid is null or pl.group_id = $3)
             and (not $4 or exists (select 1 from memberships m where m.group_id = pl.group_id and m.member_id = $1))
             and ($5::timestamptz is null or (pl.published_at, pl.post_id) < ($5, $6::uuid))
           order by pl.published_at desc, pl.post_id desc limit $7"#,
        viewer.id(),
        label.0,
        group,
        mine,
        at,
        id,
        i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1)
    )
    .fetch_all(db)
    .await?;
    let items = rows.into_iter().map(|row| (row.id, Cursor { at: row.at, id: row.id.0 })).collect();
    Ok(Slice::cut(items, most))
}

/// The labels that a post carries.
pub async fn carried(db: &mut Db, viewer: Viewer, post: PostId) -> Result<Vec<LabelId>, Fault> {
    let labels = sqlx::query_scalar!(
        r#"select label_id as "id!: LabelId" from visible_post_labels($1) where post_id = $2 order by label_id"#,
        viewer.id(),
        post.0
    );
    Ok(labels.fetch_all(db).await?)
}

/// The names of the labels that a post carries of its own group: those that it loses by leaving it.
pub async fn dropped(db: &mut Db, viewer: Viewer, post: PostId) -> Result<Vec<String>, Fault> {
    let names = sqlx::query_scalar!(
        r#"select l.name as "name!" from visible_post_labels($1) pl join visible_labels($1) l on l.id = pl.label_id
           where pl.post_id = $2 and l.group_id is not null order by folded(l.name)"#,
        viewer.id(),
        post.0
    );
    Ok(names.fetch_all(db).await?)
}

/// The labels of a post for everybody who listens.
pub async fn told(db: &mut Db, post: PostId) -> Result<Vec<Chip>, Fault> {
    // bare: told on topics that only those who may read the group can subscribe to
    let chips = sqlx::query_as!(
        Chip,
        r#"select l.id as "id: LabelId", l.name, l.hue
           from post_labels pl join labels l on l.id = pl.label_id join posts p on p.id = pl.post_id
           where pl.post_id = $1 and l.archived_at is null and (l.group_id is null or (l.group_id = p.group_id and not p.joint))
           order by l.group_id is null, folded(l.name)"#,
        post.0
    );
    Ok(chips.fetch_all(db).await?)
}

/// Puts exactly these labels on a post that stands in a group, of those it can carry there: a discussion of several groups
/// those of the platform alone. Answers which are new, and
/// whether any went.
pub(super) async fn replace(
    db: &mut Db,
    (post, group): (PostId, GroupId),
    labels: &[LabelId],
) -> Result<(Vec<LabelId>, bool), Fault> {
    let labels: Vec<Uuid> = labels.iter().map(|label| label.0).collect();
    // Of those that do not show here – taken out of use, or of a group it left – none go.
    let gone = sqlx::query!(
        "delete from post_labels where post_id = $1 and label_id <> all ($3)
           and label_id in (select id from labels where archived_at is null and (group_id is null or group_id = $2))",
        post.0,
        group.0,
        &labels
    )
    .execute(&mut *db)
    .await?;
    let new = sqlx::query_scalar!(
        r#"insert into post_labels (post_id, label_id)
           select $1, l.id from labels l
           where l.id = any ($3) and l.archived_at is null
             and (l.group_id is null or (l.group_id = $2 and not exists (select 1 from joint_posts j where j.post_id = $1)))
           on conflict do nothing returning label_id as "id: LabelId""#,
        post.0,
        group.0,
        &labels
    )
    .fetch_all(db)
    .await?;
    Ok((new, gone.rows_affected() > 0))
}
