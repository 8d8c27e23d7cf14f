//! Taking someone out of a group: what becomes of what they wrote, and whether to tell them.

use serde::Deserialize;

use crate::{
    authz::{MembershipStanding, Permit, RemoveMember},
    features::{
        governance::{
            form::{Part, SettingsForm},
            mail,
            model::Legacy,
            store, verbs,
        },
        groups::{self, optional, refused},
    },
    kernel::Fault,
    ui::{Choice, Field},
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// What was chosen and written.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct RemovalForm {
    legacy: String,
    tell: String,
    word: String,
}

async fn page(
    cx: &Cx,
    about: &MembershipStanding,
    form: &RemovalForm,
    errors: &FormErrors,
) -> Result<SettingsForm, Fault> {
    let (t, group) = (cx.t(), &about.group);
    let (name, posts, comments) =
        store::contents_of(&mut *cx.db().await?, cx.viewer(), group.id, about.member).await?;
    let words = (
        t.governance_removal_title(name.as_str()).to_string(),
        t.governance_removal_lead().to_string(),
        t.governance_removal_who().to_string(),
    );
    let legacy = Choice::radios("legacy", t.governance_legacy())
        .hint(t.governance_legacy_contents(posts, comments))
        .option("keep", t.governance_legacy_keep(), t.governance_legacy_keep_hint())
        .option("anonymise", t.governance_legacy_anonymise(), t.governance_legacy_anonymise_hint())
        .option("delete", t.governance_legacy_delete(), t.governance_legacy_delete_hint())
        .chosen(if form.legacy.is_empty() { "keep" } else { &form.legacy });
    let tell = Choice::radios("tell", t.governance_tell())
        .option("no", t.governance_tell_no(), t.governance_tell_no_hint())
        .option("yes", t.governance_tell_yes(), t.governance_tell_yes_hint())
        .chosen(if form.tell == "yes" { "yes" } else { "no" });
    let word = Field::area("word", t.governance_tell_word(), 2)
        .hint(t.governance_tell_word_hint())
        .optional(t.form_optional())
        .value(&form.word)
        .most(1_000)
        .error(errors.on("word"));
    let parts = vec![Part::Levels(legacy), Part::Levels(tell), Part::Field(word)];
    let here = groups::urls::member(&group.slug, about.member, "removal");
    let form = SettingsForm::new(cx, group, words, parts, errors, here).await?;
    Ok(form.removing(t.groups_remove_member().to_string(), groups::urls::members(&group.slug)))
}

/// `GET /groups/{group}/members/{member}/removal`
pub(in super::super) async fn show(cx: Cx, permit: Permit<RemoveMember>) -> Reply {
    cx.page(page(&cx, permit.about(), &RemovalForm::default(), &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/members/{member}/removal`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<RemoveMember>,
    Form(form): Form<RemovalForm>,
) -> Reply {
    let about = permit.about();
    let mut errors = FormErrors::new();
    let word = optional(cx.t(), &mut errors, "word", &form.word);
    if !errors.is_empty() {
        return cx.invalid(page(&cx, about, &form, &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::remove_member(&mut tx, &permit, Legacy::parse(&form.legacy)).await.map_err(refused)?;
    if form.tell == "yes" {
        mail::removed(&mut tx, &cx.app.config, about.group.id, about.member, word.as_ref()).await?;
    }
    let who = groups::membership::store::addressee(&mut tx, about.member).await?;
    tx.commit().await?;
    if let Some(who) = who {
        cx.flash(Flash::said(cx.t().groups_said_removed(who.name.as_str()))).await?;
    }
    cx.redirect(&groups::urls::members(&about.group.slug))
}
