//! Who may do what in a group, and the kind whose proposal it is.

use serde::Deserialize;

use crate::{
    authz::{GroupRole, GroupStanding, ManageGroup, Permissions, Permit},
    features::{
        founding::fields,
        governance::{
            form::{Part, SettingsForm},
            model::{CIRCLES, Charter},
            urls, verbs,
        },
        groups::{self, GroupKind, refused},
    },
    i18n::T,
    kernel::Fault,
    ui::Choice,
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// What was chosen.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct CharterForm {
    kind: String,
    apply: String,
    publish: String,
    comment: String,
    react: String,
    invite: String,
    see_members: String,
    receive: String,
}

impl CharterForm {
    fn of(kind: &str, may: Permissions) -> Self {
        Self {
            kind: kind.to_owned(),
            apply: "own".to_owned(),
            publish: may.publish.as_str().to_owned(),
            comment: may.comment.as_str().to_owned(),
            react: may.react.as_str().to_owned(),
            invite: may.invite.as_str().to_owned(),
            see_members: may.see_members.as_str().to_owned(),
            receive: may.receive.as_str().to_owned(),
        }
    }

    fn parse(&self, t: T, errors: &mut FormErrors) -> Option<Charter> {
        let Some(kind) = GroupKind::parse(&self.kind) else {
            errors.add("kind", t.groups_kind_missing());
            return None;
        };
        if self.apply == "preset" {
            return Some(Charter { kind, may: kind.preset() });
        }
        let mut role = |field, text: &str| {
            let role = GroupRole::parse(text);
            if role.is_none() {
                errors.add(field, t.governance_circle_missing());
            }
            role
        };
        let publish = role("publish", &self.publish);
        let comment = role("comment", &self.comment);
        let react = role("react", &self.react);
        let invite = role("invite", &self.invite);
        let see_members = role("see_members", &self.see_members);
        let receive = role("receive", &self.receive);
        Some(Charter {
            kind,
            may: Permissions {
                publish: publish?,
                comment: comment?,
                react: react?,
                invite: invite?,
                see_members: see_members?,
                receive: receive?,
            },
        })
    }
}

/// A permission: who, from the narrowest circle to everybody in the group.
fn circle(t: T, name: &'static str, words: (String, String), chosen: &str, errors: &FormErrors) -> Part {
    let choice = CIRCLES.into_iter().fold(
        Choice::select(name, words.0).hint(words.1).chosen(chosen).error(errors.on(name)),
        |choice, role| choice.option(role.as_str(), t.governance_circle(role.as_str()), ""),
    );
    Part::Choice(choice)
}

async fn page(
    cx: &Cx,
    group: &GroupStanding,
    form: &CharterForm,
    errors: &FormErrors,
) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let words = (
        t.governance_permissions_title().to_string(),
        t.governance_permissions_lead().to_string(),
        t.governance_permissions_who().to_string(),
    );
    let publish = (t.governance_publish().to_string(), t.governance_publish_hint().to_string());
    let comment = (t.governance_comment().to_string(), t.governance_comment_hint().to_string());
    let react = (t.governance_react().to_string(), t.governance_react_hint().to_string());
    let invite = (t.governance_invite().to_string(), t.governance_invite_hint().to_string());
    let see = (t.governance_see_members().to_string(), t.governance_see_members_hint().to_string());
    let receive = (t.governance_receive().to_string(), t.governance_receive_hint().to_string());
    let apply = Choice::radios("apply", t.governance_apply())
        .option("own", t.governance_apply_own(), t.governance_apply_own_hint())
        .option("preset", t.governance_apply_preset(), t.governance_apply_preset_hint())
        .chosen(&form.apply);
    let parts = vec![
        circle(t, "publish", publish, &form.publish, errors),
        circle(t, "comment", comment, &form.comment, errors),
        circle(t, "react", react, &form.react, errors),
        circle(t, "invite", invite, &form.invite, errors),
        circle(t, "see_members", see, &form.see_members, errors),
        circle(t, "receive", receive, &form.receive, errors),
        Part::Levels(fields::kind_choice(t, &form.kind, errors)),
        Part::Levels(apply),
    ];
    SettingsForm::new(cx, group, words, parts, errors, urls::page(&group.slug, "permissions")).await
}

/// `GET /groups/{group}/settings/permissions`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ManageGroup>) -> Reply {
    let group = permit.about();
    let face = groups::face(&cx, group).await?;
    cx.page(page(&cx, group, &CharterForm::of(&face.kind, group.may), &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/permissions`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Form(form): Form<CharterForm>,
) -> Reply {
    let mut errors = FormErrors::new();
    let Some(new) = form.parse(cx.t(), &mut errors).filter(|_| errors.is_empty()) else {
        return cx.invalid(page(&cx, permit.about(), &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    verbs::set_charter(&mut tx, &permit, &new).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&groups::urls::settings(&permit.about().slug))
}
