//! The key dates of a group or of the platform, for those who keep them: add, take away.

use askama::Template;

use crate::{
    authz::{AdministerGroups, ManageGroup, Permit},
    features::{
        groups,
        key_dates::{
            model::{DateForm, DateRefused, Kept, MOST, MOST_NAME},
            store, urls, verbs,
        },
        labels::Keeper,
    },
    i18n::{T, format},
    kernel::{Failure, KeyDateId, Url},
    ui::{Field, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// `/groups/{group}/settings/dates` and `/admin/dates`
#[derive(Template)]
#[template(path = "key_dates/keep.html")]
struct KeepPage {
    t: T,
    slug: Option<String>,
    /// Where one came from: its name and address.
    back: (String, Url),
    here: Url,
    lead: String,
    dates: Vec<Line>,
    summary: Summary,
    name: Field,
    from: Field,
    until: Field,
    yearly: bool,
}

struct Line {
    id: KeyDateId,
    name: String,
    days: String,
    yearly: bool,
}

impl Page for KeepPage {
    fn title(&self) -> String {
        self.t.dates_title().to_string()
    }

    fn place(&self) -> Place {
        self.slug.clone().map_or(Place::Admin, Place::Group)
    }
}

fn here(keeper: Keeper<'_>) -> Url {
    match keeper {
        Keeper::Group(permit) => urls::of_group(&permit.about().slug),
        Keeper::Platform(_) => urls::of_platform(),
    }
}

async fn page(cx: &Cx, keeper: Keeper<'_>, form: &DateForm, errors: &FormErrors) -> Result<KeepPage, Error> {
    let t = cx.t();
    let (slug, back, lead) = match keeper {
        Keeper::Group(permit) => {
            let group = permit.about();
            let name = groups::face(cx, group).await?.name;
            let lead = t.dates_lead_group().to_string();
            (Some(group.slug.clone()), (name, groups::urls::settings(&group.slug)), lead)
        }
        Keeper::Platform(_) => {
            let back = (t.admin_overview().to_string(), Url::path("/admin"));
            (None, back, t.dates_lead_platform().to_string())
        }
    };
    let dates = store::kept(&mut *cx.db().await?, keeper.group()).await?;
    let line = |date: Kept| Line {
        id: date.id,
        name: date.name,
        days: format::days(cx.locale(), date.from, date.until),
        yearly: date.yearly,
    };
    Ok(KeepPage {
        t,
        slug,
        back,
        here: here(keeper),
        lead,
        dates: dates.into_iter().map(line).collect(),
        summary: Summary::of(t, errors),
        name: Field::text("name", t.dates_name())
            .hint(t.dates_name_hint())
            .value(&form.name)
            .most(MOST_NAME)
            .error(errors.on("name")),
        from: Field::text("from", t.dates_from()).kind("date").value(&form.from).error(errors.on("from")),
        until: Field::text("until", t.dates_until())
            .kind("date")
            .optional(t.form_optional())
            .hint(t.dates_until_hint())
            .value(&form.until)
            .error(errors.on("until")),
        yearly: !form.yearly.is_empty(),
    })
}

async fn shown(cx: &Cx, keeper: Keeper<'_>) -> Reply {
    cx.page(page(cx, keeper, &DateForm::default(), &FormErrors::new()).await?).await
}

async fn submit(cx: &Cx, keeper: Keeper<'_>, form: DateForm) -> Reply {
    cx.app.limits.check(cx, Class::Write)?;
    let t = cx.t();
    if form.act == "remove" {
        let date = form.id.parse().map_err(|_| Error::NotFound)?;
        let mut tx = cx.begin().await?;
        verbs::remove(&mut tx, keeper, date).await?;
        tx.commit().await?;
        cx.flash(Flash::said(t.dates_removed())).await?;
        return cx.redirect(&here(keeper));
    }
    let mut errors = FormErrors::new();
    if let Some(wording) = form.parse(t, &mut errors) {
        let mut tx = cx.begin().await?;
        match verbs::add(&mut tx, keeper, &wording).await {
            Ok(_) => {
                tx.commit().await?;
                cx.flash(Flash::said(t.dates_added())).await?;
                return cx.redirect(&here(keeper));
            }
            Err(Failure::Fault(fault)) => return Err(fault.into()),
            Err(Failure::Refused(DateRefused::TooMany)) => {
                tx.abandon().await?;
                errors.add("name", t.dates_too_many(MOST));
            }
        }
    }
    cx.invalid(page(cx, keeper, &form, &errors).await?).await
}

/// `GET /groups/{group}/settings/dates`
pub(in super::super) async fn show_in(cx: Cx, permit: Permit<ManageGroup>) -> Reply {
    shown(&cx, Keeper::Group(&permit)).await
}

/// `POST /groups/{group}/settings/dates`
pub(in super::super) async fn change_in(
    cx: Cx,
    permit: Permit<ManageGroup>,
    Form(form): Form<DateForm>,
) -> Reply {
    submit(&cx, Keeper::Group(&permit), form).await
}

/// `GET /admin/dates`
pub(in super::super) async fn show(cx: Cx, permit: Permit<AdministerGroups>) -> Reply {
    shown(&cx, Keeper::Platform(&permit)).await
}

/// `POST /admin/dates`
pub(in super::super) async fn change(
    cx: Cx,
    permit: Permit<AdministerGroups>,
    Form(form): Form<DateForm>,
) -> Reply {
    submit(&cx, Keeper::Platform(&permit), form).await
}
