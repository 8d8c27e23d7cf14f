//! The end of a group: archiving, which can be undone at any time, and deleting, which asks for the group's name.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{ArchiveGroup, DeleteGroup, GroupCan, GroupStanding, Permit},
    features::{
        governance::{store, urls, verbs},
        groups::{self, GroupHeader, Tab, header, refused},
    },
    i18n::T,
    kernel::{Fault, Url},
    ui::{Field, Page, Place, field::Summary, links},
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

#[derive(Template)]
#[template(path = "governance/end.html")]
struct EndPage {
    t: T,
    slug: String,
    header: GroupHeader,
    summary: Summary,
    archived: bool,
    deletes: bool,
    contents: String,
    name: Field,
    archive: Url,
    reopen: Url,
    delete: Url,
    back: Url,
}

impl Page for EndPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.governance_end_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

impl EndPage {
    async fn load(cx: &Cx, group: &GroupStanding, typed: &str, errors: &FormErrors) -> Result<Self, Fault> {
        let t = cx.t();
        let mut db = cx.db().await?;
        let header = header(cx, &mut db, group, Tab::Managing).await?;
        let (posts, comments) = store::contents(&mut db, cx.viewer(), group.id).await?;
        Ok(Self {
            t,
            slug: group.slug.clone(),
            summary: Summary::of(t, errors),
            archived: group.archived,
            deletes: GroupCan::of(group).delete,
            contents: t.governance_delete_contents(posts, comments).to_string(),
            name: Field::text("name", t.governance_delete_name(header.name()))
                .value(typed)
                .most(200)
                .error(errors.on("name")),
            archive: urls::whole(&group.slug, "archive"),
            reopen: urls::whole(&group.slug, "reopening"),
            delete: urls::whole(&group.slug, "deletion"),
            back: groups::urls::settings(&group.slug),
            header,
        })
    }
}

/// `GET /groups/{group}/settings/end`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ArchiveGroup>) -> Reply {
    cx.page(EndPage::load(&cx, permit.about(), "", &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/archive`
pub(in super::super) async fn archive(cx: Cx, permit: Permit<ArchiveGroup>) -> Reply {
    let slug = &permit.about().slug;
    let mut tx = cx.begin().await?;
    verbs::archive(&mut tx, &permit).await.map_err(refused)?;
    tx.commit().await?;
    let said = Flash::said(cx.t().governance_said_archived());
    cx.flash(said.with_undo(&urls::whole(slug, "reopening"), cx.t().groups_undo())).await?;
    cx.redirect(&links::group(slug))
}

/// `POST /groups/{group}/reopening`
pub(in super::super) async fn reopen(cx: Cx, permit: Permit<ArchiveGroup>) -> Reply {
    let mut tx = cx.begin().await?;
    verbs::reopen(&mut tx, &permit).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().governance_said_reopened())).await?;
    cx.redirect(&links::group(&permit.about().slug))
}

/// The name, typed once more.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct DeleteForm {
    name: String,
}

/// White space, case and typographic apostrophes are not what one must get right here.
fn same(typed: &str, name: &str) -> bool {
    let plain =
        |text: &str| text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(typed) == plain(name)
}

/// `POST /groups/{group}/deletion`
pub(in super::super) async fn delete(
    cx: Cx,
    permit: Permit<DeleteGroup>,
    Form(form): Form<DeleteForm>,
) -> Reply {
    let (t, group) = (cx.t(), permit.about());
    let name = groups::face(&cx, group).await?.name;
    if !same(&form.name, &name) {
        let mut errors = FormErrors::new();
        errors.add("name", t.governance_delete_mismatch(name.as_str()));
        return cx.invalid(EndPage::load(&cx, group, &form.name, &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::delete(&mut tx, &permit).await.map_err(refused)?;
    tx.commit().await?;
    let said = Flash::said(t.governance_said_deleted(name.as_str()));
    cx.flash(said.with_undo(&urls::whole(&group.slug, "restoration"), t.groups_undo())).await?;
    cx.redirect(&groups::urls::bin())
}
