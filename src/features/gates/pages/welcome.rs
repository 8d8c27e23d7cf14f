//! What is still to be answered, on one page: the gate of new people, and where the banner of the others leads.

use askama::Template;

use crate::{
    authz::{EditProfile, Permit, permit, standing::MemberPath},
    features::{
        fields::{self, Field, FieldInput, Fields, Refused, Typed, Values},
        gates::verbs,
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{Frame, Page, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Template)]
#[template(path = "gates/welcome.html")]
struct WelcomePage {
    t: T,
    name: String,
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

/// Asked for by hand: the address names nobody, it is always oneself.
async fn mine(cx: &Cx) -> Result<Permit<EditProfile>, Error> {
    let member = cx.member()?.id;
    Ok(permit::<EditProfile>(&mut *cx.db().await?, &cx.actor(), MemberPath { member }).await?)
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

fn page(cx: &Cx, owed: &[&Field], typed: &Typed, errors: &FormErrors) -> Result<WelcomePage, Error> {
    let (t, locale, me) = (cx.t(), cx.locale(), cx.member()?);
    Ok(WelcomePage {
        t,
        name: cx.app.config.name.clone(),
        summary: Summary::of(t, errors),
        inputs: owed.iter().map(|field| typed.input(t, locale, field, errors)).collect(),
        later: !me.gated,
    })
}

/// `GET /welcome`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let (fields, values) = load(&cx).await?;
    let owed = owed(&fields, &values);
    if owed.is_empty() {
        return cx.redirect(&Url::path("/feed"));
    }
    let page = page(&cx, &owed, &Typed::default(), &FormErrors::new())?;
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
                cx.flash(Flash::said(cx.t().gates_done())).await?;
                return cx.redirect(&Url::path("/feed"));
            }
            Err(Failure::Refused(Refused { field, why })) => {
                tx.abandon().await?;
                errors.add(format!("field-{field}"), why.words(cx.t()));
            }
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    let page = page(&cx, &owed, &typed, &errors)?;
    cx.invalid(page).await
}
