//! Who is in a group, with what managers may do about it.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{
        ChangeRole, GiveGroupRing, GroupCan, GroupRole, GroupStanding, MembershipStanding, Permit,
        RemoveMember, SeeMembers,
    },
    features::groups::{
        header::{GroupHeader, Tab, header, role_name},
        membership::{self, store::MemberRow},
        model::refused,
        urls,
    },
    i18n::{Locale, T},
    kernel::{GroupId, MemberId, Slice, Url},
    ui::{Page, Person, Place},
    web::{Cx, Error, Form, Reply, flash::Flash, form::Query},
};

const MOST: usize = 60;

/// Which members the page shows.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Listing {
    q: String,
    after: Option<MemberId>,
}

#[derive(Template)]
#[template(path = "groups/members.html")]
struct MembersPage {
    t: T,
    slug: String,
    group: GroupId,
    header: GroupHeader,
    words: String,
    total: i64,
    people: Vec<Line>,
    next: Option<Url>,
    here: Url,
}

struct Line {
    person: Person,
    role: Option<String>,
    external: bool,
    by_rule: bool,
    why: String,
    roles: Vec<(&'static str, String)>,
    change: Url,
    remove: Option<Url>,
    rings: Option<Url>,
}

impl Page for MembersPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.groups_members_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// `GET /groups/{group}/members`
pub(in super::super) async fn show(
    cx: Cx,
    permit: Permit<SeeMembers>,
    Query(listing): Query<Listing>,
) -> Reply {
    let group = permit.about();
    let words: String = listing.q.trim().chars().take(80).collect();
    let mut db = cx.db().await?;
    let most = i64::try_from(MOST).unwrap_or(i64::MAX).saturating_add(1);
    let (rows, total) =
        membership::store::members(&mut db, cx.viewer(), group.id, &words, listing.after, most).await?;
    let slice = Slice::cut(rows, MOST);
    let here = urls::members(&group.slug);
    let next = slice.items.last().filter(|_| slice.more).map(|last| {
        let here = if words.is_empty() { here.clone() } else { here.clone().with("q", &words) };
        here.with("after", last.person.id)
    });
    let page = MembersPage {
        t: cx.t(),
        slug: group.slug.clone(),
        group: group.id,
        header: header(&cx, &mut db, group, Tab::Members).await?,
        people: slice.items.into_iter().map(|row| line(&cx, group, row)).collect(),
        words,
        total,
        next,
        here,
    };
    drop(db);
    cx.page(page).await
}

fn line(cx: &Cx, group: &GroupStanding, row: MemberRow) -> Line {
    let t = cx.t();
    let (id, role) = (row.person.id, row.role);
    // The same rules as the verbs', over the standing that the line itself tells.
    let mine = cx.actor().id() == Some(id);
    let last_manager = group.last_manager && mine;
    let standing = MembershipStanding { group: group.clone(), member: id, role, last_manager };
    let may = |rule: fn(&MembershipStanding) -> crate::authz::Verdict| rule(&standing).is_ok();
    let roles = [
        (GroupRole::Member, t.groups_role_make_member()),
        (GroupRole::Publisher, t.groups_role_make_publisher()),
        (GroupRole::Manager, t.groups_role_make_manager()),
    ];
    let change =
        GroupCan::of(group).manage && !row.external && may(<ChangeRole as crate::authz::Action>::rule);
    Line {
        role: (role != GroupRole::Member && role != GroupRole::Guest).then(|| role_name(t, role)),
        external: row.external,
        by_rule: row.by_rule,
        why: why(cx, row.why),
        roles: roles
            .into_iter()
            .filter(|(to, _)| change && *to != role)
            .map(|(to, words)| (to.as_str(), words.to_string()))
            .collect(),
        change: urls::member(&group.slug, id, "role"),
        remove: (!mine && may(<RemoveMember as crate::authz::Action>::rule))
            .then(|| urls::member(&group.slug, id, "removal")),
        rings: may(<GiveGroupRing as crate::authz::Action>::rule)
            .then(|| urls::member(&group.slug, id, "rings")),
        person: row.person,
    }
}

/// What in someone's profile the rule of the group describes, in a sentence.
fn why(cx: &Cx, values: Vec<(String, String, String, String)>) -> String {
    let french = cx.locale() == Locale::Fr;
    let value = |(field_fr, field_en, fr, en)| {
        let (field, value) = if french { (field_fr, fr) } else { (field_en, en) };
        cx.t().groups_members_rule_value(field, value).to_string()
    };
    let values: Vec<String> = values.into_iter().map(value).collect();
    values.join(" · ")
}

/// The role to give.
#[derive(Deserialize)]
pub(in super::super) struct RoleForm {
    role: String,
}

/// `POST /groups/{group}/members/{member}/role`
pub(in super::super) async fn role(cx: Cx, permit: Permit<ChangeRole>, Form(form): Form<RoleForm>) -> Reply {
    let to = GroupRole::parse(&form.role).ok_or(Error::Malformed)?;
    let mut tx = cx.begin().await?;
    membership::set_role(&mut tx, &permit, to).await.map_err(refused)?;
    let who = membership::store::addressee(&mut tx, permit.about().member).await?;
    tx.commit().await?;
    if let Some(who) = who {
        cx.flash(Flash::said(cx.t().groups_said_role(who.name.as_str(), role_name(cx.t(), to).as_str())))
            .await?;
    }
    // Whoever gives up managing keeps reading: the list stays theirs.
    cx.redirect(&urls::members(&permit.about().group.slug))
}
