//! Who asks to come in, for those who answer.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{DecideJoinRequest, GroupStanding, ManageMembers, Permit},
    features::groups::{
        header::{GroupHeader, Tab, header},
        membership::{self, store::RequestRow},
        model::{optional, refused},
        urls,
    },
    i18n::T,
    kernel::{Fault, JoinRequestId, Url},
    ui::{Moment, Page, Person, Place},
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

#[derive(Template)]
#[template(path = "groups/requests.html")]
struct RequestsPage {
    t: T,
    slug: String,
    header: GroupHeader,
    requests: Vec<Line>,
    invite: Url,
}

struct Line {
    person: Person,
    message: String,
    at: Moment,
    approve: Url,
    refuse: Url,
    id: JoinRequestId,
    typed: String,
    error: Option<String>,
}

impl Page for RequestsPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.groups_requests_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// A refusal that was not taken: which, what was typed, what is wrong.
struct Typed<'a>(JoinRequestId, &'a str, &'a FormErrors);

impl RequestsPage {
    async fn load(cx: &Cx, group: &GroupStanding, typed: Option<Typed<'_>>) -> Result<Self, Fault> {
        let mut db = cx.db().await?;
        let header = header(cx, &mut db, group, Tab::Managing).await?;
        let rows = membership::store::requests(&mut db, cx.viewer(), group.id).await?;
        let line = |row: RequestRow| {
            let mine = typed.as_ref().filter(|Typed(id, ..)| *id == row.id);
            Line {
                id: row.id,
                message: row.message,
                at: Moment::new(cx, row.asked_at),
                approve: urls::request(&group.slug, row.id, "approval"),
                refuse: urls::request(&group.slug, row.id, "refusal"),
                typed: mine.map(|Typed(_, text, _)| (*text).to_owned()).unwrap_or_default(),
                error: mine.and_then(|Typed(_, _, errors)| errors.on("reason").map(str::to_owned)),
                person: row.person,
            }
        };
        let requests = rows.into_iter().map(line).collect();
        Ok(Self {
            t: cx.t(),
            slug: group.slug.clone(),
            header,
            requests,
            invite: urls::invitations(&group.slug),
        })
    }
}

/// `GET /groups/{group}/requests`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ManageMembers>) -> Reply {
    let page = RequestsPage::load(&cx, permit.about(), None).await?;
    cx.page(page).await
}

/// `POST /groups/{group}/requests/{request}/approval`
pub(in super::super) async fn approve(cx: Cx, permit: Permit<DecideJoinRequest>) -> Reply {
    let request = permit.about();
    let mut tx = cx.begin().await?;
    membership::approve(&mut tx, &cx.app.config, &permit).await.map_err(refused)?;
    let who = membership::store::addressee(&mut tx, request.member).await?;
    tx.commit().await?;
    if let Some(who) = who {
        cx.flash(Flash::said(cx.t().groups_said_approved(who.name.as_str()))).await?;
    }
    cx.redirect(&urls::requests(&request.group.slug))
}

/// Why not.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct RefusalForm {
    reason: String,
}

/// `POST /groups/{group}/requests/{request}/refusal`
pub(in super::super) async fn refuse(
    cx: Cx,
    permit: Permit<DecideJoinRequest>,
    Form(form): Form<RefusalForm>,
) -> Reply {
    let request = permit.about();
    let mut errors = FormErrors::new();
    let reason = optional(cx.t(), &mut errors, "reason", &form.reason);
    if !errors.is_empty() {
        let typed = Typed(request.id, &form.reason, &errors);
        return cx.invalid(RequestsPage::load(&cx, &request.group, Some(typed)).await?).await;
    }
    let mut tx = cx.begin().await?;
    membership::refuse(&mut tx, &cx.app.config, &permit, reason.as_ref()).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_refused())).await?;
    cx.redirect(&urls::requests(&request.group.slug))
}
