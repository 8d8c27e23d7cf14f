//! What one hears of a group: the group's own choice for its members, and each member's for themselves.

use serde::Deserialize;

use crate::{
    authz::{GroupStanding, ManageGroup, Permit, SetHearing},
    features::{
        governance::{
            form::{Part, SettingsForm},
            model::Hearing,
            store, urls, verbs,
        },
        groups::{self, refused},
    },
    i18n::T,
    kernel::Fault,
    ui::{Choice, links},
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// What was chosen.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct HearingForm {
    notify: String,
}

fn choice(t: T, choice: Choice) -> Choice {
    Hearing::ALL.into_iter().fold(choice, |choice, hearing| {
        let word = hearing.as_str();
        choice.option(word, t.governance_hearing_name(word), t.governance_hearing_means(word))
    })
}

async fn group_page(cx: &Cx, group: &GroupStanding, errors: &FormErrors) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let (notify, _) = store::hearing(&mut *cx.db().await?, cx.viewer(), group.id).await?;
    let words = (
        t.governance_hearing_title().to_string(),
        t.governance_hearing_lead().to_string(),
        t.governance_hearing_who().to_string(),
    );
    let radios = Choice::radios("notify", t.governance_hearing_default()).chosen(notify);
    let parts = vec![Part::Levels(choice(t, radios).error(errors.on("notify")))];
    SettingsForm::new(cx, group, words, parts, errors, urls::page(&group.slug, "notifications")).await
}

async fn own_page(cx: &Cx, group: &GroupStanding, errors: &FormErrors) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let (notify, own) = store::hearing(&mut *cx.db().await?, cx.viewer(), group.id).await?;
    let words = (
        t.groups_hearing().to_string(),
        t.governance_own_hearing_lead().to_string(),
        t.governance_own_hearing_who().to_string(),
    );
    let radios = Choice::radios("notify", t.governance_own_hearing())
        .option("group", t.governance_hearing_group(), t.governance_hearing_group_means(notify.as_str()))
        .chosen(own.as_deref().unwrap_or("group"));
    let parts = vec![Part::Levels(choice(t, radios).error(errors.on("notify")))];
    let form = SettingsForm::new(cx, group, words, parts, errors, groups::urls::hearing(&group.slug)).await?;
    Ok(form.outside_settings(links::group(&group.slug)))
}

/// `GET /groups/{group}/settings/notifications`
pub(in super::super) async fn group(cx: Cx, permit: Permit<ManageGroup>) -> Reply {
    cx.page(group_page(&cx, permit.about(), &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/notifications`
pub(in super::super) async fn set_group(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Form(form): Form<HearingForm>,
) -> Reply {
    let Some(to) = Hearing::parse(&form.notify) else {
        let mut errors = FormErrors::new();
        errors.add("notify", cx.t().governance_hearing_missing());
        return cx.invalid(group_page(&cx, permit.about(), &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    verbs::set_hearing(&mut tx, &permit, to).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&groups::urls::settings(&permit.about().slug))
}

/// `GET /groups/{group}/notifications`
pub(in super::super) async fn own(cx: Cx, permit: Permit<SetHearing>) -> Reply {
    cx.page(own_page(&cx, permit.about(), &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/notifications`
pub(in super::super) async fn set_own(
    cx: Cx,
    permit: Permit<SetHearing>,
    Form(form): Form<HearingForm>,
) -> Reply {
    let to = Hearing::parse(&form.notify);
    if to.is_none() && form.notify != "group" {
        let mut errors = FormErrors::new();
        errors.add("notify", cx.t().governance_hearing_missing());
        return cx.invalid(own_page(&cx, permit.about(), &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::set_own_hearing(&mut tx, &permit, to).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&links::group(&permit.about().slug))
}
