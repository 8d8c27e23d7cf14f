//! One's own absences: announce, take back.

use askama::Template;

use crate::{
    authz::{AnnounceAbsence, Permit},
    features::absences::{
        model::{AbsenceForm, AbsenceRefused, MOST, MOST_NOTE, Mine},
        store, urls, verbs,
    },
    i18n::{T, format},
    kernel::{AbsenceId, Failure, Url},
    ui::{Field, Page, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// `/settings/absences`
#[derive(Template)]
#[template(path = "absences/mine.html")]
struct MinePage {
    t: T,
    here: &'static str,
    profile: Url,
    action: Url,
    absences: Vec<Line>,
    summary: Summary,
    fields: [Field; 3],
}

struct Line {
    id: AbsenceId,
    days: String,
    note: String,
}

impl Page for MinePage {
    fn title(&self) -> String {
        self.t.absences_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Settings
    }
}

async fn page(cx: &Cx, form: &AbsenceForm, errors: &FormErrors) -> Result<MinePage, Error> {
    let (t, me) = (cx.t(), cx.member()?.id);
    let absences = store::mine(&mut *cx.db().await?, me, cx.today()).await?;
    let line = |absence: Mine| Line {
        id: absence.id,
        days: format::days(cx.locale(), absence.from, absence.until),
        note: absence.note,
    };
    Ok(MinePage {
        t,
        here: "absences",
        profile: links::person(me).join("edit"),
        action: urls::mine(),
        absences: absences.into_iter().map(line).collect(),
        summary: Summary::of(t, errors),
        fields: [
            Field::text("from", t.absences_from()).kind("date").value(&form.from).error(errors.on("from")),
            Field::text("until", t.absences_until())
                .kind("date")
                .optional(t.form_optional())
                .hint(t.dates_until_hint())
                .value(&form.until)
                .error(errors.on("until")),
            Field::text("note", t.absences_note())
                .optional(t.form_optional())
                .hint(t.absences_note_hint())
                .value(&form.note)
                .most(MOST_NOTE)
                .error(errors.on("note")),
        ],
    })
}

/// `GET /settings/absences`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<AnnounceAbsence>) -> Reply {
    cx.page(page(&cx, &AbsenceForm::default(), &FormErrors::new()).await?).await
}

/// `POST /settings/absences`
pub(in super::super) async fn change(
    cx: Cx,
    permit: Permit<AnnounceAbsence>,
    Form(form): Form<AbsenceForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let t = cx.t();
    if form.act == "withdraw" {
        let absence = form.id.parse().map_err(|_| Error::NotFound)?;
        let mut tx = cx.begin().await?;
        verbs::withdraw(&mut tx, &permit, absence).await?;
        tx.commit().await?;
        cx.flash(Flash::said(t.absences_withdrawn())).await?;
        return cx.redirect(&urls::mine());
    }
    let mut errors = FormErrors::new();
    if let Some(said) = form.parse(t, &mut errors) {
        let mut tx = cx.begin().await?;
        match verbs::announce(&mut tx, &permit, cx.today(), &said).await {
            Ok(_) => {
                tx.commit().await?;
                cx.flash(Flash::said(t.absences_announced())).await?;
                return cx.redirect(&urls::mine());
            }
            Err(Failure::Fault(fault)) => return Err(fault.into()),
            Err(Failure::Refused(why)) => {
                tx.abandon().await?;
                match why {
                    AbsenceRefused::Past => errors.add("until", t.absences_past()),
                    AbsenceRefused::TooMany => errors.add("from", t.absences_too_many(MOST)),
                }
            }
        }
    }
    cx.invalid(page(&cx, &form, &errors).await?).await
}
