//! The tabs above every page of the administration: those that lead somewhere for whoever looks.

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{Actor, SiteRole},
    i18n::T,
};

/// A page of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Overview,
    Letters,
    Jobs,
    Log,
    Access,
}

/// The tabs.
#[derive(Template)]
#[template(path = "admin/nav.html")]
pub(super) struct Nav {
    t: T,
    here: Tab,
    people: bool,
    groups: bool,
    operates: bool,
}

impl HtmlSafe for Nav {}

impl Nav {
    pub(super) fn new(t: T, who: &Actor, here: Tab) -> Self {
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
