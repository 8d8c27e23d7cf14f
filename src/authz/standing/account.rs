//! Accounts, as those know them who look after people. For everybody else there are none.

use serde::Deserialize;

use super::samples;
use crate::{
    authz::{Actor, Resource, SiteRole},
    db::Db,
    kernel::{Fault, MemberId},
};

/// Someone's account.
pub struct Account;

/// `/admin/people/{member}`
#[derive(Deserialize)]
pub struct AccountPath {
    /// Whose.
    pub member: MemberId,
}

/// What the actor is to an account.
#[derive(Clone, Debug)]
pub struct AccountStanding {
    /// Whose.
    pub id: MemberId,
    /// Whether it is the actor's own.
    pub me: bool,
    /// What the actor may do on the platform.
    pub actor_role: SiteRole,
    /// What its owner may do on the platform.
    pub role: SiteRole,
    /// Whether its owner is a guest.
    pub external: bool,
    /// Whether nobody can come in by it.
    pub suspended: bool,
    /// Whether nobody else looks after everything.
    pub last_administrator: bool,
}

impl Resource for Account {
    type Path = AccountPath;
    type Standing = AccountStanding;
    const NAME: &'static str = "Account";

    async fn standing(db: &mut Db, who: &Actor, at: AccountPath) -> Result<Option<AccountStanding>, Fault> {
        let looks_after = [SiteRole::Administrator, SiteRole::PeopleAdministrator];
        let Some(me) = who.member().filter(|me| looks_after.contains(&me.site_role)) else {
            return Ok(None);
        };
        let row = sqlx::query!(
            r#"select site_role, external, suspended_at is not null as "suspended!",
                      site_role = 'administrator' and suspended_at is null and not exists (
                          select 1 from members other where other.site_role = 'administrator' and other.id <> m.id
                          and other.erased_at is null and other.suspended_at is null) as "last!"
               from members m where id = $1 and erased_at is null"#,
            at.member.0
        )
        .fetch_optional(db)
        .await?;
        Ok(row.map(|row| AccountStanding {
            id: at.member,
            me: me.id == at.member,
            actor_role: me.site_role,
            role: row.site_role.into(),
            external: row.external,
            suspended: row.suspended,
            last_administrator: row.last,
        }))
    }

    fn samples() -> Vec<(&'static str, AccountStanding)> {
        samples::accounts()
    }
}
