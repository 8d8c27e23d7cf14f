//! One's own profile, to change.

use askama::Template;

use crate::{
    authz::{EditProfile, Permit},
    features::people::{ProfileForm, model::ABOUT_MOST, store, urls, verbs},
    i18n::T,
    kernel::{MemberId, Url},
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
}

impl EditPage {
    fn new(t: T, id: MemberId, form: &ProfileForm, errors: &FormErrors) -> Self {
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
        }
    }
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
    let row = store::profile(&mut *cx.db().await?, cx.viewer(), id).await?.ok_or(Error::NotFound)?;
    let form = ProfileForm { headline: row.headline, about: row.about, place: row.place, phone: row.phone };
    cx.page(EditPage::new(cx.t(), id, &form, &FormErrors::new())).await
}

/// `POST /people/{member}/edit`
pub(in super::super) async fn edit(
    cx: Cx,
    permit: Permit<EditProfile>,
    Form(form): Form<ProfileForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let id = permit.about().id;
    let profile = match form.parse(cx.t(), cx.locale()) {
        Ok(profile) => profile,
        Err(errors) => return cx.invalid(EditPage::new(cx.t(), id, &form, &errors)).await,
    };
    let mut tx = cx.begin().await?;
    verbs::edit(&mut tx, &permit, &profile).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().people_edited())).await?;
    cx.redirect(&links::person(id))
}
