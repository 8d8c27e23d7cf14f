//! What someone still stands before, a step a page: the gate of new people, and where the banner of the others leads.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{EditProfile, Permit, permit, standing::MemberPath},
    features::{
        fields::{self, Field, FieldInput, Fields, Refused, Typed, Values},
        gates::{model::Step, store, verbs},
        people::About,
    },
    i18n::{Locale, T},
    kernel::{Failure, Url, markup::SafeHtml},
    ui::{self, Frame, Page, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Template)]
#[template(path = "gates/welcome.html")]
struct WelcomePage {
    t: T,
    name: String,
    step: Option<String>,
    lead: String,
    summary: Summary,
    inputs: Vec<FieldInput>,
    later: bool,
}

impl Page for WelcomePage {
    fn title(&self) -> String {
        self.t.gates_title(self.name.as_str()).to_string()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// A step that is read, or answered if one likes.
#[derive(Template)]
#[template(path = "gates/step.html")]
struct StepPage {
    t: T,
    title: String,
    step: Option<String>,
    word: &'static str,
    words: SafeHtml,
    lang: &'static str,
    about: Option<ui::Field>,
    summary: Summary,
}

impl Page for StepPage {
    fn title(&self) -> String {
        self.title.clone()
    }

    fn frame(&self) -> Frame {
        Frame::Blank
    }
}

/// Asked for by hand: the address names nobody, it is always oneself.
async fn mine(cx: &Cx) -> Result<Permit<EditProfile>, Error> {
    let member = cx.member()?.id;
    Ok(permit::<EditProfile>(&mut *cx.db().await?, &cx.actor(), MemberPath { member }).await?)
}

/// The steps that are left.
async fn steps(cx: &Cx) -> Result<Vec<Step>, Error> {
    let me = cx.member()?.id;
    Ok(store::steps(&mut *cx.db().await?, me).await?)
}

/// Where someone is on their way in, while there is more than one step left.
fn place(t: T, steps: &[Step]) -> Option<String> {
    let left = i64::try_from(steps.len()).unwrap_or_default();
    (left > 1).then(|| t.gates_steps_left(left).to_string())
}

/// The required fields that are still empty.
fn owed<'a>(fields: &'a Fields, values: &Values) -> Vec<&'a Field> {
    let empty = |field: &&Field| !values.iter().any(|(id, _)| *id == field.id);
    fields.active().filter(|field| field.is_asked()).filter(empty).collect()
}

async fn load(cx: &Cx) -> Result<(Fields, Values), Error> {
    let me = cx.member()?.id;
    let mut db = cx.db().await?;
    let fields = fields::all(&mut db).await?;
    let values = fields::values(&mut db, cx.viewer(), &[me]).await?.remove(&me).unwrap_or_default();
    Ok((fields, values))
}

fn page(
    cx: &Cx,
    owed: &[&Field],
    typed: &Typed,
    errors: &FormErrors,
    steps: &[Step],
) -> Result<WelcomePage, Error> {
    let (t, locale, me) = (cx.t(), cx.locale(), cx.member()?);
    let today = cx.now().date_naive();
    let late = owed.iter().any(|field| field.due.is_some_and(|due| due < today));
    let lead = match (me.gated, late) {
        (false, _) => t.gates_lead_later(),
        (true, true) => t.gates_lead_due(),
        (true, false) => t.gates_lead(),
    };
    Ok(WelcomePage {
        t,
        name: cx.app.config.name.clone(),
        step: place(t, steps),
        lead: lead.to_string(),
        summary: Summary::of(t, errors),
        inputs: owed.iter().map(|field| typed.input(t, locale, field, errors)).collect(),
        later: !me.gated,
    })
}

async fn step_page(cx: &Cx, steps: &[Step], typed: &str, errors: &FormErrors) -> Result<StepPage, Error> {
    let t = cx.t();
    let step = steps.first().copied().unwrap_or(Step::Introduction);
    let settings = store::settings(&mut *cx.db().await?).await?;
    let english = cx.locale() == Locale::En && !settings.html_en.is_empty();
    let about = ui::Field::area("about", t.gates_introduction(), 5)
        .hint(t.gates_introduction_hint())
        .optional(t.form_optional())
        .value(typed)
        .error(errors.on("about"));
    let title = if step == Step::Introduction {
        t.gates_introduction_title()
    } else {
        t.gates_title(cx.app.config.name.as_str())
    };
    Ok(StepPage {
        t,
        title: title.to_string(),
        step: place(t, steps),
        word: step.as_str(),
        words: SafeHtml::from_stored(if english { settings.html_en } else { settings.html_fr }),
        lang: if english { "en" } else { "fr" },
        about: (step == Step::Introduction).then_some(about),
        summary: Summary::of(t, errors),
    })
}

/// `GET /welcome`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let steps = steps(&cx).await?;
    if let Some(Step::Welcome | Step::Introduction) = steps.first() {
        return cx.page(step_page(&cx, &steps, "", &FormErrors::new()).await?).await;
    }
    let (fields, values) = load(&cx).await?;
    let owed = owed(&fields, &values);
    if owed.is_empty() {
        return cx.redirect(&Url::path("/feed"));
    }
    let page = page(&cx, &owed, &Typed::default(), &FormErrors::new(), &steps)?;
    cx.page(page).await
}

/// `POST /welcome`
pub(in super::super) async fn answer(cx: Cx, Form(pairs): Form<Vec<(String, String)>>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let permit = mine(&cx).await?;
    let (fields, values) = load(&cx).await?;
    let owed = owed(&fields, &values);
    let typed = Typed::of(&pairs);
    let mut errors = FormErrors::new();
    let given = typed.read(cx.t(), owed.iter().copied(), &mut errors);
    if errors.is_empty() {
        let mut tx = cx.begin().await?;
        match fields::verbs::set_own_values(&mut tx, &permit, &fields, &given).await {
            Ok(_) => {
                verbs::pass(&mut tx, &permit).await?;
                tx.commit().await?;
                return onward(&cx).await;
            }
            Err(Failure::Refused(Refused { field, why })) => {
                tx.abandon().await?;
                errors.add(format!("field-{field}"), why.words(cx.t()));
            }
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    let page = page(&cx, &owed, &typed, &errors, &steps(&cx).await?)?;
    cx.invalid(page).await
}

/// What was done with a step, and what was written.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct StepForm {
    step: String,
    act: String,
    about: String,
}

/// `POST /welcome/step`
pub(in super::super) async fn step(cx: Cx, Form(form): Form<StepForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let permit = mine(&cx).await?;
    let steps = steps(&cx).await?;
    // A page of yesterday, or a step taken twice: where one is now says what comes next.
    let Some(step) = Step::parse(&form.step).filter(|step| *step != Step::Fields && steps.contains(step))
    else {
        return onward(&cx).await;
    };
    if step == Step::Introduction && form.act == "show" {
        return introduce(&cx, &permit, &form.about).await;
    }
    let mut tx = cx.begin().await?;
    verbs::go_on(&mut tx, &permit, step).await?;
    tx.commit().await?;
    onward(&cx).await
}

/// The introduction goes into the profile: that is what its button says.
async fn introduce(cx: &Cx, permit: &Permit<EditProfile>, typed: &str) -> Reply {
    let errors = match About::parse(cx.t(), cx.locale(), typed) {
        Ok(Some(words)) => {
            let mut tx = cx.begin().await?;
            verbs::introduce(&mut tx, permit, &words).await?;
            tx.commit().await?;
            return onward(cx).await;
        }
        Ok(None) => {
            let mut errors = FormErrors::new();
            errors.add("about", cx.t().gates_introduction_empty());
            errors
        }
        Err(errors) => errors,
    };
    cx.invalid(step_page(cx, &[Step::Introduction], typed, &errors).await?).await
}

/// To the next step, or in.
async fn onward(cx: &Cx) -> Reply {
    let done = steps(cx).await?.is_empty();
    if done {
        cx.flash(Flash::said(cx.t().gates_done())).await?;
    }
    cx.redirect(&Url::path(if done { "/feed" } else { "/welcome" }))
}
