//! What a group says of itself: name, purpose, language, square.

use serde::Deserialize;

use crate::{
    authz::{EditGroup, GroupStanding, Permit},
    features::{
        founding::fields,
        governance::{
            form::{Part, SettingsForm, seen_by},
            model::Identity,
            urls, verbs,
        },
        groups::{self, Looks, Name, Purpose, refused},
    },
    i18n::{Locale, T},
    kernel::Fault,
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// What was typed and chosen.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct IdentityForm {
    name: String,
    purpose: String,
    lang: String,
    icon: String,
    hue: String,
}

impl IdentityForm {
    fn parse(&self, t: T, errors: &mut FormErrors) -> Option<Identity> {
        let name = errors.take(t, "name", Name::parse(&self.name));
        let purpose = errors.take(t, "purpose", Purpose::parse(&self.purpose));
        Some(Identity {
            name: name?,
            purpose: purpose?,
            lang: Locale::parse(&self.lang).unwrap_or_default(),
            looks: Looks::of(&self.icon, &self.hue),
        })
    }
}

async fn page(
    cx: &Cx,
    group: &GroupStanding,
    form: &IdentityForm,
    errors: &FormErrors,
) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let words = (
        t.governance_identity_title().to_string(),
        t.governance_identity_lead().to_string(),
        seen_by(t, group.level),
    );
    let parts = vec![
        Part::Field(fields::name_field(t, &form.name, errors)),
        Part::Field(fields::purpose_field(t, &form.purpose, errors)),
        Part::Choice(fields::lang_choice(t, &form.lang)),
        Part::Square(fields::Square::new(t, &form.icon, &form.hue)),
    ];
    SettingsForm::new(cx, group, words, parts, errors, urls::page(&group.slug, "identity")).await
}

/// `GET /groups/{group}/settings/identity`
pub(in super::super) async fn show(cx: Cx, permit: Permit<EditGroup>) -> Reply {
    let group = permit.about();
    let face = groups::face(&cx, group).await?;
    let form = IdentityForm {
        name: face.name,
        purpose: face.purpose,
        lang: face.lang,
        icon: face.icon,
        hue: face.hue,
    };
    cx.page(page(&cx, group, &form, &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/identity`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<EditGroup>,
    Form(form): Form<IdentityForm>,
) -> Reply {
    let mut errors = FormErrors::new();
    let Some(new) = form.parse(cx.t(), &mut errors) else {
        return cx.invalid(page(&cx, permit.about(), &form, &errors).await?).await;
    };
    let mut tx = cx.begin().await?;
    verbs::edit(&mut tx, &permit, &new).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&groups::urls::settings(&permit.about().slug))
}
