//! The words in which the policy is written: what a standing amounts to, in yes or in a reason why not.

use crate::authz::{
    AccountStanding, GroupRole, GroupStanding, SiteRole, SiteStanding, SurveyStanding, Verdict,
    permit::Reason,
};

pub(super) fn when(yes: bool, reason: Reason) -> Verdict {
    if yes { Ok(()) } else { Err(reason) }
}

impl SiteStanding {
    pub(super) fn looks_after_people(&self) -> bool {
        matches!(self.site_role, SiteRole::Administrator | SiteRole::PeopleAdministrator)
    }
}

impl AccountStanding {
    /// People administrators look after everybody who has no more rights than members and moderators.
    pub(super) fn can_be_touched(&self) -> Verdict {
        let above = self.role > SiteRole::Moderator && !self.me;
        when(self.actor_role == SiteRole::Administrator || !above, Reason::AdministratorsOnly)
    }

    /// Whether the account may be taken away: never one's own, never the last administrator's.
    pub(super) fn can_lose(&self) -> Verdict {
        self.can_be_touched()
            .and_then(|()| when(!self.me, Reason::NotYourself))
            .and_then(|()| when(!self.last_administrator, Reason::LastAdministrator))
    }
}

impl SurveyStanding {
    /// Whether the actor looks after it.
    pub(super) fn belongs_to_actor(&self) -> Verdict {
        when(self.mine || self.group.manages(), Reason::AuthorOrManager)
            .and_then(|()| self.group.takes_part(GroupRole::Guest))
    }
}

impl GroupStanding {
    /// Whether the actor answers for the group.
    pub fn manages(&self) -> bool {
        self.role == Some(GroupRole::Manager)
    }

    /// Whether the actor's role is at least this one.
    pub(super) fn reaches(&self, least: GroupRole) -> bool {
        self.role.is_some_and(|role| role >= least)
    }

    /// Whether the actor's role is at least the one that the group asks for, or whose affair it is.
    pub(super) fn holds(&self, least: GroupRole) -> Verdict {
        when(self.role.is_some(), Reason::JoinFirst)?;
        let reason = match least {
            GroupRole::Manager => Reason::ManagersOnly,
            GroupRole::Publisher => Reason::PublishersOnly,
            GroupRole::Member | GroupRole::Guest => Reason::NotForGuestsHere,
        };
        when(self.reaches(least), reason)
    }

    /// Whether anything changes in the group at all.
    pub(super) fn writable(&self) -> Verdict {
        when(!self.archived, Reason::Archived)
    }

    /// Whether someone can come in.
    pub(super) fn admits(&self) -> Verdict {
        when(!self.locked, Reason::IsLocked).and_then(|()| self.writable())
    }

    /// Whether the actor may do what the group leaves to this role and those above.
    pub(super) fn takes_part(&self, least: GroupRole) -> Verdict {
        self.holds(least).and_then(|()| self.writable())
    }
}
