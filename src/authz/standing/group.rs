//! Groups: what the actor is to one they may know.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, GroupRole, Level, Resource},
    db::Db,
    kernel::{Fault, GroupId, LabelId, PictureId, Timestamp},
};

/// A group.
pub struct Group;

/// `/groups/{group}`
#[derive(Deserialize)]
pub struct GroupPath {
    /// The group's slug.
    pub group: String,
}

/// What the actor is to a group they may know.
#[derive(Clone, Debug)]
pub struct GroupStanding {
    /// Which.
    pub id: GroupId,
    /// Its place in addresses.
    pub slug: String,
    /// How visible it is.
    pub level: Level,
    /// Their role in it.
    pub role: Option<GroupRole>,
    /// Whether they may read its content.
    pub readable: bool,
    /// Whether their request waits.
    pub asked: bool,
    /// Whether the group is archived.
    pub archived: bool,
    /// Whether they are its only manager.
    pub last_manager: bool,
    /// Whether they are a guest of the platform.
    pub external: bool,
    /// The least role that may do each thing.
    pub may: Permissions,
    /// Whether everybody belongs and nobody leaves.
    pub source: bool,
    /// Whether only administrators change who belongs.
    pub locked: bool,
    /// Whether they have entered it openly as an administrator.
    pub visiting: bool,
    /// What stands above the group's pages. Read along where the address names the group, so that such a page asks
    /// once; no rule looks at it.
    pub face: Option<GroupFace>,
}

/// A group as its header shows it to someone who may know it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct GroupFace {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Its icon.
    pub icon: String,
    /// Its hue.
    pub hue: String,
    /// When it was started.
    pub created_at: Timestamp,
    /// How many belong to it, for those who may read it.
    pub members: Option<i64>,
    /// How many read what is published in it, for those who may publish; none too where it is not theirs to know.
    pub readers: Option<i64>,
    /// The guests among them.
    pub guests: Option<i64>,
    /// How many ask to join, for those who manage it.
    pub requests: Option<i64>,
    /// Whether an invitation waits for the viewer.
    pub invited: bool,
    /// The language it speaks.
    pub lang: String,
    /// Its kind, as the table keeps it.
    pub kind: String,
    /// When to publish in it.
    pub expect_when: String,
    /// In which form.
    pub expect_format: String,
    /// What belongs in it.
    pub expect_yes: String,
    /// What does not.
    pub expect_no: String,
    /// The links it keeps at hand, for those who may read it.
    pub links: Option<sqlx::types::Json<Vec<GroupLink>>>,
    /// The labels that its posts can carry, for those who may read it, where the address names it.
    pub labels: Option<sqlx::types::Json<Vec<GroupLabel>>>,
    /// The picture above it.
    pub cover: Option<PictureId>,
}

/// A label of a group or of the platform.
#[derive(Clone, Debug, Deserialize)]
pub struct GroupLabel {
    /// Which.
    pub id: LabelId,
    /// What it is called.
    pub name: String,
    /// Its hue.
    pub hue: String,
}

/// A link that a group keeps at hand.
#[derive(Clone, Debug, serde::Serialize, Deserialize)]
pub struct GroupLink {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub address: String,
}

#[derive(sqlx::FromRow)]
struct FacedRow {
    #[sqlx(flatten)]
    group: GroupRow,
    #[sqlx(flatten)]
    face: GroupFace,
}

/// The columns of `group_standings` as a row brings them.
#[derive(sqlx::FromRow)]
pub struct GroupRow {
    group_id: GroupId,
    slug: String,
    level: String,
    role: Option<String>,
    readable: bool,
    asked: bool,
    archived: bool,
    last_manager: bool,
    external: bool,
    may: Vec<String>,
    source: bool,
    locked: bool,
    visiting: bool,
}

/// For each thing that is done in a group, the least role that may do it (PRODUCT G2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions {
    /// Publish.
    pub publish: GroupRole,
    /// Comment and answer.
    pub comment: GroupRole,
    /// React.
    pub react: GroupRole,
    /// Invite people.
    pub invite: GroupRole,
    /// See who belongs.
    pub see_members: GroupRole,
    /// Bring posts of other groups here.
    pub receive: GroupRole,
}

impl Permissions {
    /// As `group_standings` brings them. What is not there is the managers' own.
    pub fn of(roles: &[String]) -> Self {
        let at = |place: usize| {
            roles.get(place).and_then(|role| GroupRole::parse(role)).unwrap_or(GroupRole::Manager)
        };
        Self {
            publish: at(0),
            comment: at(1),
            react: at(2),
            invite: at(3),
            see_members: at(4),
            receive: at(5),
        }
    }
}

impl From<GroupRow> for GroupStanding {
    fn from(row: GroupRow) -> Self {
        Self {
            id: row.group_id,
            slug: row.slug,
            level: row.level.into(),
            role: row.role.map(Into::into),
            readable: row.readable,
            asked: row.asked,
            archived: row.archived,
            last_manager: row.last_manager,
            external: row.external,
            may: Permissions::of(&row.may),
            source: row.source,
            locked: row.locked,
            visiting: row.visiting,
            face: None,
        }
    }
}

impl Resource for Group {
    type Path = GroupPath;
    type Standing = GroupStanding;
    const NAME: &'static str = "Group";

    async fn standing(db: &mut Db, who: &Actor, at: GroupPath) -> Result<Option<GroupStanding>, Fault> {
        // bare: numbers are read only where the standing allows them; the invitation is the viewer's own
        let row: Option<FacedRow> = sqlx::query_as(
            "select s.*, g.name, g.purpose, g.icon, g.hue, g.created_at, g.lang, g.kind,
                    g.expect_when, g.expect_format, g.expect_yes, g.expect_no, g.cover_id as cover,
                    case when s.readable then (
                        select jsonb_agg(jsonb_build_object('label', l.label, 'address', l.address) order by l.position)
                        from group_links l where l.group_id = g.id) end as links,
                    case when s.readable then (
                        select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'hue', l.hue) order by l.group_id is null, folded(l.name))
                        from labels l where l.archived_at is null and (l.group_id is null or l.group_id = g.id)) end as labels,
                    case when s.readable then group_size(g.id) end as members,
                    case when s.role = 'manager' then (
                        select count(*) from join_requests r where r.group_id = g.id and r.decided_at is null) end as requests,
                    exists (select 1 from invitations i
                            where i.group_id = g.id and i.member_id = $1 and i.answered_at is null and i.revoked_at is null
                              and i.expires_at > now()) as invited, t.people as readers, t.guests
             from group_standings($1) s join groups g on g.id = s.group_id
             left join publish_targets($1) t on t.group_id = s.group_id where s.slug = $2",
        )
        .bind(who.viewer().id())
        .bind(at.group)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| GroupStanding { face: Some(row.face), ..row.group.into() }))
    }

    fn samples() -> Vec<(&'static str, GroupStanding)> {
        samples::groups()
    }
}

/// A group in the bin.
pub struct DeletedGroup;

/// What the actor is to a group in the bin: one of those who managed it.
#[derive(Clone, Debug)]
pub struct DeletedGroupStanding {
    /// Which.
    pub id: GroupId,
}

impl Resource for DeletedGroup {
    type Path = GroupPath;
    type Standing = DeletedGroupStanding;
    const NAME: &'static str = "DeletedGroup";

    async fn standing(
        db: &mut Db,
        who: &Actor,
        at: GroupPath,
    ) -> Result<Option<DeletedGroupStanding>, Fault> {
        let id: Option<GroupId> =
            sqlx::query_scalar("select id from visible_deleted_groups($1) where slug = $2")
                .bind(who.viewer().id())
                .bind(at.group)
                .fetch_optional(db)
                .await?;
        Ok(id.map(|id| DeletedGroupStanding { id }))
    }

    fn samples() -> Vec<(&'static str, DeletedGroupStanding)> {
        samples::deleted_groups()
    }
}
