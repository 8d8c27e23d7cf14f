//! The tabs above every page of the administration: those that lead somewhere for whoever looks.

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{Actor, SiteRole},
    i18n::T,
};

/// A page of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// How the house is.
    Overview,
    /// Accounts and lists of people.
    People,
    /// Links to join.
    Invitations,
    /// The fields of profiles.
    Fields,
    /// The rings round photos.
    Rings,
    /// What people meet who arrive.
    Welcome,
    /// All groups.
    Groups,
    /// What is written to people.
    Letters,
    /// Work in the background.
    Jobs,
    /// What was done.
    Log,
    /// Who may do what.
    Access,
}

/// The tabs.
#[derive(Template)]
#[template(path = "ui/admin.html")]
pub struct Nav {
    t: T,
    here: Tab,
    people: bool,
    groups: bool,
    operates: bool,
}

impl HtmlSafe for Nav {}

impl Nav {
    /// The tabs for whoever looks.
    pub fn new(t: T, who: &Actor, here: Tab) -> Self {
        let role = who.member().map_or(SiteRole::Member, |me| me.site_role);
        let operates = role == SiteRole::Administrator;
        Self {
            t,
            here,
            people: operates || role == SiteRole::PeopleAdministrator,
            groups: operates || role == SiteRole::GroupsAdministrator,
            operates,
        }
    }
}
