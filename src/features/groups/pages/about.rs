//! What a group is: for those who read it a tab, for those who may only know of it the whole page, with the way in.

use askama::Template;

use crate::{
    authz::{GroupCan, GroupLink, GroupStanding, Permit, ViewGroup},
    features::groups::{
        answers,
        cards::level_sentence,
        expectations::Expectations,
        header::{GroupHeader, Tab},
        membership,
        pages::index::Waiting,
        store, urls,
    },
    i18n::{T, format},
    kernel::Url,
    ui::{Field, Page, Person, Place, field::Summary},
    web::{Cx, FormErrors, Reply},
};

#[derive(Template)]
#[template(path = "groups/about.html")]
pub(super) struct AboutPage {
    t: T,
    slug: String,
    header: GroupHeader,
    invitation: Option<Waiting>,
    withdraw: Option<Url>,
    ask: Option<Url>,
    message: Field,
    summary: Summary,
    level: String,
    managers: Vec<Person>,
    created: String,
    expectations: Option<Expectations>,
    links: Vec<GroupLink>,
}

impl Page for AboutPage {
    fn title(&self) -> String {
        self.header.name().to_owned()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

impl AboutPage {
    pub(super) async fn load(
        cx: &Cx,
        group: &GroupStanding,
        typed: &str,
        errors: &FormErrors,
    ) -> Result<Self, crate::kernel::Fault> {
        let t = cx.t();
        let mut db = cx.db().await?;
        let face = store::face(&mut db, cx.viewer(), group).await?;
        let expectations = Expectations::of(t, &face);
        let links = face.links.clone().map(|links| links.0).unwrap_or_default();
        let header = GroupHeader::new(t, group, face, Tab::About);
        let managers = store::managers(&mut db, cx.viewer(), group.id).await?;
        let waiting = match group.role {
            None => answers::store::waiting(&mut db, cx.viewer(), Some(group.id)).await?,
            Some(_) => Vec::new(),
        };
        let request = if group.asked {
            membership::store::my_request(&mut db, cx.viewer(), group.id).await?
        } else {
            None
        };
        let invitation = waiting.into_iter().next().map(|row| Waiting::new(cx, row));
        Ok(Self {
            t,
            slug: group.slug.clone(),
            ask: (GroupCan::of(group).ask && invitation.is_none()).then(|| urls::requests(&group.slug)),
            withdraw: request.map(|request| urls::request(&group.slug, request, "withdrawal")),
            invitation,
            expectations,
            links,
            message: Field::area("message", t.groups_ask_message(), 3)
                .optional(t.form_optional())
                .hint(t.groups_ask_hint())
                .value(typed)
                .most(1_000)
                .error(errors.on("message")),
            summary: Summary::of(t, errors),
            level: level_sentence(t, group.level),
            managers,
            created: t
                .groups_about_created(format::date(cx.locale(), cx.zone(), header.created_at()).as_str())
                .to_string(),
            header,
        })
    }
}

/// What someone sees who may know a group: its purpose, its managers, the way in.
pub async fn about_page(cx: &Cx, group: &GroupStanding) -> Reply {
    let page = AboutPage::load(cx, group, "", &FormErrors::new()).await?;
    cx.page(page).await
}

/// `/groups/{group}/about`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewGroup>) -> Reply {
    about_page(&cx, permit.about()).await
}
