//! One's account: name, language, time zone.

use askama::Template;
use chrono_tz::{TZ_VARIANTS, Tz};
use serde::Deserialize;

use crate::{
    db::Fact,
    features::{
        accounts::Name,
        settings::{model::AccountSettings, store},
    },
    i18n::{Locale, T},
    kernel::{Fault, MemberId, Url},
    ui::{Choice, Field, Page, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// The zones most people here live in; they come first.
const COMMON: [Tz; 14] = [
    Tz::Europe__Paris,
    Tz::Europe__Brussels,
    Tz::Europe__Zurich,
    Tz::Europe__Luxembourg,
    Tz::Europe__London,
    Tz::America__Montreal,
    Tz::America__Guadeloupe,
    Tz::America__Martinique,
    Tz::America__Cayenne,
    Tz::Indian__Reunion,
    Tz::Indian__Mayotte,
    Tz::Pacific__Noumea,
    Tz::Pacific__Tahiti,
    Tz::UTC,
];

#[derive(Default, Deserialize)]
pub(in super::super) struct AccountForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    locale: String,
    #[serde(default)]
    time_zone: String,
}

#[derive(Template)]
#[template(path = "settings/settings.html")]
struct SettingsPage {
    t: T,
    here: &'static str,
    profile: Url,
    summary: Summary,
    name: Field,
    language: Choice,
    zone: Choice,
}

impl SettingsPage {
    fn new(cx: &Cx, form: &AccountForm, errors: &FormErrors) -> Result<Self, Error> {
        let t = cx.t();
        let language = Locale::ALL
            .into_iter()
            .fold(Choice::select("locale", t.accounts_language()), |choice, locale| {
                choice.option(locale.tag(), locale.name(), "")
            });
        Ok(Self {
            t,
            here: "account",
            profile: profile(cx.member()?.id),
            summary: Summary::of(t, errors),
            name: Field::text("name", t.accounts_name())
                .hint(t.accounts_name_hint())
                .value(&form.name)
                .error(errors.on("name"))
                .autocomplete("name")
                .most(80),
            language: language.chosen(&form.locale).error(errors.on("locale")),
            zone: zones(Choice::select("time_zone", t.settings_zone()))
                .chosen(&form.time_zone)
                .error(errors.on("time_zone")),
        })
    }
}

/// Where one's profile is edited; the room of people answers there.
pub(super) fn profile(me: MemberId) -> Url {
    links::person(me).join("edit")
}

fn zones(choice: Choice) -> Choice {
    let label = |zone: &Tz| zone.name().replace('_', " ");
    let choice = COMMON.iter().fold(choice, |choice, zone| choice.option(zone.name(), label(zone), ""));
    TZ_VARIANTS
        .iter()
        .filter(|zone| {
            zone.name().contains('/') && !zone.name().starts_with("Etc/") && !COMMON.contains(zone)
        })
        .fold(choice, |choice, zone| choice.option(zone.name(), label(zone), ""))
}

impl Page for SettingsPage {
    fn title(&self) -> String {
        self.t.settings_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Settings
    }
}

/// `GET /settings`, `GET /settings/account`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let me = cx.member()?;
    let form =
        AccountForm { name: me.name.clone(), locale: me.locale.clone(), time_zone: me.time_zone.clone() };
    cx.page(SettingsPage::new(&cx, &form, &FormErrors::new())?).await
}

/// `POST /settings/account`
pub(in super::super) async fn save(cx: Cx, Form(form): Form<AccountForm>) -> Reply {
    let t = cx.t();
    cx.app.limits.check(&cx, Class::Touch)?;
    let mut errors = FormErrors::new();
    let name = errors.take(t, "name", Name::parse(&form.name));
    let locale = Locale::ALL.into_iter().find(|locale| locale.tag() == form.locale);
    if locale.is_none() {
        errors.add("locale", t.form_malformed());
    }
    let time_zone =
        form.time_zone.parse::<Tz>().map_err(|_| errors.add("time_zone", t.form_malformed())).ok();
    let (Some(name), Some(locale), Some(time_zone)) = (name, locale, time_zone) else {
        return cx.invalid(SettingsPage::new(&cx, &form, &errors)?).await;
    };
    keep(&cx, AccountSettings { name, locale, time_zone }).await?;
    cx.flash(Flash::said(locale.t().settings_saved())).await?;
    cx.redirect(&Url::path("/settings"))
}

async fn keep(cx: &Cx, settings: AccountSettings) -> Result<(), Fault> {
    let Some(member) = cx.actor().id() else {
        return Ok(());
    };
    let mut tx = cx.begin().await?;
    store::set_account(&mut tx, member, &settings).await?;
    tx.record(Fact::SettingsChanged { member }).await?;
    tx.commit().await
}
