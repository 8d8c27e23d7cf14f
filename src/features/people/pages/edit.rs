//! One's own profile, to change.

use askama::Template;

use crate::{
    authz::{EditProfile, Permit},
    features::{
        fields::{self, FieldInput, Fields, Refused, Typed, Values},
        people::{ProfileForm, model::ABOUT_MOST, store, urls, verbs},
    },
    i18n::{Locale, T},
    kernel::{Failure, MemberId, Url},
    ui::{Field, Page, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Template)]
#[template(path = "people/edit.html")]
struct EditPage {
    t: T,
    summary: Summary,
    action: Url,
    profile: Url,
    photo: Url,
    headline: Field,
    about: Field,
    place_field: Field,
    phone: Field,
    sections: Vec<(String, Vec<FieldInput>)>,
}

impl EditPage {
    fn new(
        t: T,
        id: MemberId,
        form: &ProfileForm,
        sections: Vec<(String, Vec<FieldInput>)>,
        errors: &FormErrors,
    ) -> Self {
        let word = t.form_optional();
        Self {
            t,
            summary: Summary::of(t, errors),
            action: urls::edit(id),
            profile: links::person(id),
            photo: urls::photo(id),
            headline: Field::text("headline", t.people_field_headline())
                .hint(t.people_field_headline_hint())
                .value(&form.headline)
                .error(errors.on("headline"))
                .autocomplete("organization-title")
                .optional(&word)
                .most(120),
            about: Field::area("about", t.people_field_about(), 8)
                .hint(t.people_field_about_hint())
                .value(&form.about)
                .error(errors.on("about"))
                .optional(&word)
                .most(ABOUT_MOST),
            place_field: Field::text("place", t.people_field_place())
                .hint(t.people_field_place_hint())
                .value(&form.place)
                .error(errors.on("place"))
                .autocomplete("address-level2")
                .optional(&word)
                .most(80),
            phone: Field::text("phone", t.people_field_phone())
                .hint(t.people_field_phone_hint())
                .value(&form.phone)
                .error(errors.on("phone"))
                .autocomplete("tel")
                .optional(&word)
                .most(40),
            sections,
        }
    }
}

/// The fields that people fill in themselves, by section.
fn sections(
    locale: Locale,
    fields: &Fields,
    input: impl Fn(&fields::Field) -> FieldInput,
) -> Vec<(String, Vec<FieldInput>)> {
    fields
        .by_section()
        .map(|(section, fields)| {
            let own = fields.into_iter().filter(|field| field.by_member).map(&input).collect();
            (section.name.of(locale).to_owned(), own)
        })
        .filter(|(_, inputs): &(String, Vec<FieldInput>)| !inputs.is_empty())
        .collect()
}

impl Page for EditPage {
    fn title(&self) -> String {
        self.t.people_edit_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Directory
    }
}

/// `GET /people/{member}/edit`
pub(in super::super) async fn form(cx: Cx, permit: Permit<EditProfile>) -> Reply {
    let id = permit.about().id;
    let mut db = cx.db().await?;
    let row = store::profile(&mut db, cx.viewer(), id).await?.ok_or(Error::NotFound)?;
    let fields = fields::all(&mut db).await?;
    let values: Values = fields::values(&mut db, cx.viewer(), &[id]).await?.remove(&id).unwrap_or_default();
    drop(db);
    let form = ProfileForm { headline: row.headline, about: row.about, place: row.place, phone: row.phone };
    let (t, locale) = (cx.t(), cx.locale());
    let inputs = sections(locale, &fields, |field| {
        let value = values.iter().find(|(id, _)| *id == field.id).map(|(_, value)| value);
        FieldInput::of_value(t, locale, field, value, None)
    });
    cx.page(EditPage::new(t, id, &form, inputs, &FormErrors::new())).await
}

/// `POST /people/{member}/edit`
pub(in super::super) async fn edit(
    cx: Cx,
    permit: Permit<EditProfile>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let (t, locale, id) = (cx.t(), cx.locale(), permit.about().id);
    let form = ProfileForm::of(&pairs);
    let typed = Typed::of(&pairs);
    let fields = fields::all(&mut *cx.db().await?).await?;
    let (profile, mut errors) = match form.parse(t, locale) {
        Ok(profile) => (Some(profile), FormErrors::new()),
        Err(errors) => (None, errors),
    };
    let given = typed.read(t, fields.active().filter(|field| field.by_member), &mut errors);
    if let Some(profile) = profile.filter(|_| errors.is_empty()) {
        let mut tx = cx.begin().await?;
        match fields::verbs::set_own_values(&mut tx, &permit, &fields, &given).await {
            Ok(_) => {
                verbs::edit(&mut tx, &permit, &profile).await?;
                tx.commit().await?;
                cx.flash(Flash::said(t.people_edited())).await?;
                return cx.redirect(&links::person(id));
            }
            Err(Failure::Refused(Refused { field, why })) => {
                tx.abandon().await?;
                errors.add(format!("field-{field}"), why.words(t));
            }
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    let inputs = sections(locale, &fields, |field| typed.input(t, locale, field, &errors));
    cx.invalid(EditPage::new(t, id, &form, inputs, &errors)).await
}
