//! Memberships, requests to join and invitations.

use serde::Deserialize;

use super::{group::GroupRow, group::GroupStanding, samples};
use crate::{
    authz::{Actor, GroupRole, Resource, SiteRole},
    db::Db,
    kernel::{Fault, GroupId, InvitationId, JoinRequestId, MemberId},
};

/// Someone's membership of a group.
pub struct Membership;

/// `/groups/{group}/members/{member}`
#[derive(Deserialize)]
pub struct MembershipPath {
    /// The group's slug.
    pub group: String,
    /// Whose membership.
    pub member: MemberId,
}

/// What the actor is to someone's membership.
#[derive(Clone, Debug)]
pub struct MembershipStanding {
    /// The group.
    pub group: GroupStanding,
    /// Whose membership.
    pub member: MemberId,
    /// Their role.
    pub role: GroupRole,
    /// Whether they are the group's only manager.
    pub last_manager: bool,
}

#[derive(sqlx::FromRow)]
struct MembershipRow {
    #[sqlx(flatten)]
    group: GroupRow,
    their_role: String,
    their_last: bool,
}

impl Resource for Membership {
    type Path = MembershipPath;
    type Standing = MembershipStanding;
    const NAME: &'static str = "Membership";

    async fn standing(
        db: &mut Db,
        who: &Actor,
        at: MembershipPath,
    ) -> Result<Option<MembershipStanding>, Fault> {
        let row: Option<MembershipRow> = sqlx::query_as(
            "select s.*, m.role as their_role,
                    m.role = 'manager' and not exists (
                        select 1 from visible_memberships($1) other
                        where other.group_id = m.group_id and other.role = 'manager' and other.member_id <> m.member_id) as their_last
             from group_standings($1) s
             join visible_memberships($1) m on m.group_id = s.group_id
             where s.slug = $2 and m.member_id = $3",
        )
        .bind(who.viewer().id())
        .bind(at.group)
        .bind(at.member)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| MembershipStanding {
            group: row.group.into(),
            member: at.member,
            role: row.their_role.into(),
            last_manager: row.their_last,
        }))
    }

    fn samples() -> Vec<(&'static str, MembershipStanding)> {
        samples::memberships()
    }
}

/// A request to join a group.
pub struct JoinRequest;

/// `/groups/{group}/requests/{request}`
#[derive(Deserialize)]
pub struct JoinRequestPath {
    /// The group's slug.
    pub group: String,
    /// The request.
    pub request: JoinRequestId,
}

/// What the actor is to a request to join.
#[derive(Clone, Debug)]
pub struct JoinRequestStanding {
    /// Which.
    pub id: JoinRequestId,
    /// The group.
    pub group: GroupStanding,
    /// Who asks.
    pub member: MemberId,
    /// Whether it is the actor's own.
    pub mine: bool,
    /// Whether it still waits.
    pub open: bool,
}

#[derive(sqlx::FromRow)]
struct JoinRequestRow {
    #[sqlx(flatten)]
    group: GroupRow,
    member_id: MemberId,
    open: bool,
}

impl Resource for JoinRequest {
    type Path = JoinRequestPath;
    type Standing = JoinRequestStanding;
    const NAME: &'static str = "JoinRequest";

    async fn standing(
        db: &mut Db,
        who: &Actor,
        at: JoinRequestPath,
    ) -> Result<Option<JoinRequestStanding>, Fault> {
        let row: Option<JoinRequestRow> = sqlx::query_as(
            // bare: the condition below is the visibility of requests: their own, and those to groups one manages
            "select s.*, r.member_id, r.decided_at is null as open
             from group_standings($1) s join join_requests r on r.group_id = s.group_id
             where s.slug = $2 and r.id = $3 and (r.member_id = $1 or s.role = 'manager')",
        )
        .bind(who.viewer().id())
        .bind(at.group)
        .bind(at.request)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| JoinRequestStanding {
            id: at.request,
            group: row.group.into(),
            member: row.member_id,
            mine: who.id() == Some(row.member_id),
            open: row.open,
        }))
    }

    fn samples() -> Vec<(&'static str, JoinRequestStanding)> {
        samples::join_requests()
    }
}

/// An invitation, to the platform or to a group.
pub struct Invitation;

/// `/invitations/{invitation}`
#[derive(Deserialize)]
pub struct InvitationPath {
    /// The invitation.
    pub invitation: InvitationId,
}

/// What the actor is to an invitation.
#[derive(Clone, Debug)]
pub struct InvitationStanding {
    /// Which.
    pub id: InvitationId,
    /// Into which group, if into one.
    pub group: Option<GroupId>,
    /// Its place in addresses.
    pub slug: Option<String>,
    /// Whether the actor is the invited person.
    pub mine: bool,
    /// Whether the actor may take it back.
    pub manages: bool,
    /// Whether it can still be used.
    pub open: bool,
}

#[derive(sqlx::FromRow)]
struct InvitationRow {
    group_id: Option<GroupId>,
    slug: Option<String>,
    mine: bool,
    manages: bool,
    open: bool,
}

impl Resource for Invitation {
    type Path = InvitationPath;
    type Standing = InvitationStanding;
    const NAME: &'static str = "Invitation";

    async fn standing(
        db: &mut Db,
        who: &Actor,
        at: InvitationPath,
    ) -> Result<Option<InvitationStanding>, Fault> {
        let staff = who.member().is_some_and(|me| {
            matches!(me.site_role, SiteRole::Administrator | SiteRole::PeopleAdministrator)
        });
        let row: Option<InvitationRow> = sqlx::query_as(
            // bare: the condition below is the visibility of invitations: one's own, those of groups one manages,
            // and for administrators those to the platform
            "select i.group_id, s.slug, coalesce(i.member_id = $1, false) as mine,
                    case when i.group_id is null then $3 else coalesce(s.role = 'manager' or (s.role is not null and i.invited_by = $1), false) end as manages,
                    i.answered_at is null and i.revoked_at is null and i.uses < i.most_uses as open
             from invitations i left join group_standings($1) s on s.group_id = i.group_id
             where i.id = $2 and (i.member_id = $1 or s.role = 'manager' or (s.role is not null and i.invited_by = $1) or (i.group_id is null and $3))",
        )
        .bind(who.viewer().id())
        .bind(at.invitation)
        .bind(staff)
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| InvitationStanding {
            id: at.invitation,
            group: row.group_id,
            slug: row.slug,
            mine: row.mine,
            manages: row.manages,
            open: row.open,
        }))
    }

    fn samples() -> Vec<(&'static str, InvitationStanding)> {
        samples::invitations()
    }
}
