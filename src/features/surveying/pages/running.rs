//! What its author and the managers do with a survey that is asked.

use serde::Deserialize;

use crate::{
    authz::{CloseSurvey, Permit, RemindOfSurvey, ReopenSurvey},
    features::{
        polls::local,
        surveys::{self, Seal, SurveyRefused, urls},
    },
    kernel::{Failure, TextError, Wall},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form, limit::Class},
};

pub(in super::super) async fn close(cx: Cx, permit: Permit<CloseSurvey>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let survey = permit.about().id;
    let seal = surveys::seal_of(&cx.app, survey).await?;
    let mut tx = cx.begin().await?;
    surveys::close(&mut tx, &permit, seal.as_ref()).await?;
    tx.commit().await?;
    if let Some(seal) = seal {
        Seal::destroy(&cx.app, seal.id()).await?;
    }
    let said = Flash::said(cx.t().surveys_closed_now());
    let said = if permit.about().anonymous || permit.about().quiz {
        said
    } else {
        said.with_undo(&urls::reopening(survey), cx.t().surveys_reopen())
    };
    cx.flash(said).await?;
    cx.redirect(&urls::survey(survey))
}

pub(in super::super) async fn reopen(cx: Cx, permit: Permit<ReopenSurvey>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let survey = permit.about().id;
    let mut tx = cx.begin().await?;
    match surveys::reopen(&mut tx, &permit).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            let why: SurveyRefused = why;
            return Err(Error::Conflict(why.words(cx.t())));
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    cx.flash(Flash::said(cx.t().surveys_reopened())).await?;
    cx.redirect(&urls::survey(survey))
}

#[derive(Deserialize)]
pub(in super::super) struct End {
    #[serde(default)]
    closes: String,
}

pub(in super::super) async fn set_end(cx: Cx, permit: Permit<CloseSurvey>, Form(typed): Form<End>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let about = permit.about();
    let mut errors = FormErrors::new();
    let at = local(&typed.closes).map(|local| Wall::read(cx.zone(), local).at());
    if at.is_none() && !typed.closes.trim().is_empty() {
        errors.add("closes", form::words(cx.t(), TextError::Malformed));
    } else {
        let mut tx = cx.begin().await?;
        match surveys::set_end(&mut tx, &permit, at).await {
            Ok(()) => tx.commit().await?,
            Err(Failure::Refused(why)) => {
                tx.abandon().await?;
                errors.add("closes", why.words(cx.t()));
            }
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    if errors.is_empty() {
        cx.flash(Flash::said(cx.t().surveys_end_moved())).await?;
        return cx.redirect(&urls::survey(about.id));
    }
    surveys::refused_end(&cx, about, &typed.closes, &errors).await
}

pub(in super::super) async fn remind(cx: Cx, permit: Permit<RemindOfSurvey>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    let told = match surveys::remind(&mut tx, &permit).await {
        Ok(told) => {
            tx.commit().await?;
            cx.t().surveys_reminded(i64::try_from(told).unwrap_or(i64::MAX)).to_string()
        }
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            why.words(cx.t())
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    cx.flash(Flash::said(told)).await?;
    cx.redirect(&urls::survey(permit.about().id))
}
