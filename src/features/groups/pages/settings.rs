//! A group's settings. Changing who sees it takes a second step, which says for how many people what changes.

use askama::Template;

use crate::{
    authz::{EditGroup, GroupStanding, Level, Permit},
    features::groups::{
        header::{GroupHeader, Tab},
        model::refused,
        pages::fields::{GroupFields, GroupForm},
        store, urls, verbs,
    },
    i18n::T,
    kernel::{Fault, Url},
    ui::{Page, Place, field::Summary, links},
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

#[derive(Template)]
#[template(path = "groups/settings.html")]
struct SettingsPage {
    t: T,
    slug: String,
    header: GroupHeader,
    summary: Summary,
    fields: GroupFields,
    change: Option<Change>,
    action: Url,
    back: Url,
}

/// What a change of level means, and which level was read about.
struct Change {
    level: &'static str,
    sentence: String,
    keep: String,
}

impl Page for SettingsPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.groups_settings_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

impl SettingsPage {
    async fn load(
        cx: &Cx,
        group: &GroupStanding,
        typed: Option<&GroupForm>,
        errors: &FormErrors,
    ) -> Result<Self, Fault> {
        let t = cx.t();
        let row = store::face(&mut *cx.db().await?, cx.viewer(), group).await?;
        let form = typed.cloned().unwrap_or_else(|| GroupForm {
            name: row.name.clone(),
            purpose: row.purpose.clone(),
            level: group.level.as_str().to_owned(),
            icon: row.icon.clone(),
            hue: row.hue.clone(),
            ..GroupForm::default()
        });
        Ok(Self {
            t,
            slug: group.slug.clone(),
            summary: Summary::of(t, errors),
            fields: GroupFields::new(t, &form, errors, false),
            header: GroupHeader::new(t, group, row, Tab::Managing),
            change: None,
            action: urls::settings(&group.slug),
            back: links::group(&group.slug),
        })
    }
}

/// `GET /groups/{group}/settings`
pub(in super::super) async fn show(cx: Cx, permit: Permit<EditGroup>) -> Reply {
    let page = SettingsPage::load(&cx, permit.about(), None, &FormErrors::new()).await?;
    cx.page(page).await
}

/// `POST /groups/{group}/settings`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<EditGroup>,
    Form(form): Form<GroupForm>,
) -> Reply {
    let (t, group) = (cx.t(), permit.about());
    let mut errors = FormErrors::new();
    let Some(new) = form.parse(t, &mut errors) else {
        return cx.invalid(SettingsPage::load(&cx, group, Some(&form), &errors).await?).await;
    };
    if new.level != group.level && form.confirmed != new.level.as_str() {
        let page = SettingsPage::load(&cx, group, Some(&form), &errors).await?;
        let change = Some(consequences(&cx, group, new.level).await?);
        return cx.page(SettingsPage { change, ..page }).await;
    }
    let mut tx = cx.begin().await?;
    verbs::edit(&mut tx, &permit, &new).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(t.groups_said_saved())).await?;
    cx.redirect(&links::group(&group.slug))
}

async fn consequences(cx: &Cx, group: &GroupStanding, to: Level) -> Result<Change, Fault> {
    let t = cx.t();
    let mut db = cx.db().await?;
    let outside = store::outside(&mut db, group.id).await?;
    let inside = store::face(&mut db, cx.viewer(), group).await?.members.unwrap_or_default();
    let sentence = match (group.level, to) {
        (Level::Open, Level::Secret) => t.groups_change_open_secret(outside),
        (Level::Private, Level::Open) => t.groups_change_private_open(outside),
        (Level::Private, _) => t.groups_change_private_secret(outside),
        (Level::Secret, Level::Open) => t.groups_change_secret_open(outside),
        (Level::Secret, _) => t.groups_change_secret_private(outside),
        (Level::Open, _) => t.groups_change_open_private(outside),
    };
    Ok(Change {
        level: to.as_str(),
        sentence: sentence.to_string(),
        keep: t.groups_change_keep(inside).to_string(),
    })
}
