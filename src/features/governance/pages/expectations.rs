//! What a group expects of what is published in it.

use serde::Deserialize;

use crate::{
    authz::{EditGroup, GroupStanding, Permit},
    features::{
        governance::{
            form::{Part, SettingsForm},
            model::{Expectation, Expected},
            urls, verbs,
        },
        groups::{self, refused},
    },
    i18n::T,
    kernel::Fault,
    ui::Field,
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct ExpectedForm {
    when: String,
    format: String,
    yes: String,
    no: String,
}

impl ExpectedForm {
    fn parse(&self, t: T, errors: &mut FormErrors) -> Expected {
        let mut text = |field, typed: &str| {
            if typed.trim().is_empty() {
                return String::new();
            }
            let text = errors.take(t, field, Expectation::parse(typed));
            text.map(|text| text.as_str().to_owned()).unwrap_or_default()
        };
        Expected {
            when: text("when", &self.when),
            format: text("format", &self.format),
            yes: text("yes", &self.yes),
            no: text("no", &self.no),
        }
    }
}

async fn page(
    cx: &Cx,
    group: &GroupStanding,
    form: &ExpectedForm,
    errors: &FormErrors,
) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let words = (
        t.governance_expectations_title().to_string(),
        t.governance_expectations_lead().to_string(),
        t.governance_expectations_who().to_string(),
    );
    let area = |name, label: String, hint: String, value: &str| {
        let field = Field::area(name, label, 2).hint(hint).optional(t.form_optional()).value(value).most(400);
        Part::Field(field.error(errors.on(name)))
    };
    let hints = [
        t.governance_expect_when_hint().to_string(),
        t.governance_expect_format_hint().to_string(),
        t.governance_expect_yes_hint().to_string(),
        t.governance_expect_no_hint().to_string(),
    ];
    let [when, format, yes, no] = hints;
    let parts = vec![
        area("when", t.groups_expect_when().to_string(), when, &form.when),
        area("format", t.groups_expect_format().to_string(), format, &form.format),
        area("yes", t.groups_expect_yes().to_string(), yes, &form.yes),
        area("no", t.groups_expect_no().to_string(), no, &form.no),
    ];
    SettingsForm::new(cx, group, words, parts, errors, urls::page(&group.slug, "expectations")).await
}

/// `GET /groups/{group}/settings/expectations`
pub(in super::super) async fn show(cx: Cx, permit: Permit<EditGroup>) -> Reply {
    let face = groups::face(&cx, permit.about()).await?;
    let form = ExpectedForm {
        when: face.expect_when,
        format: face.expect_format,
        yes: face.expect_yes,
        no: face.expect_no,
    };
    cx.page(page(&cx, permit.about(), &form, &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/expectations`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<EditGroup>,
    Form(form): Form<ExpectedForm>,
) -> Reply {
    let mut errors = FormErrors::new();
    let new = form.parse(cx.t(), &mut errors);
    if !errors.is_empty() {
        return cx.invalid(page(&cx, permit.about(), &form, &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::set_expected(&mut tx, &permit, &new).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&groups::urls::settings(&permit.about().slug))
}
