//! Starting a group.

use askama::Template;
use uuid::Uuid;

use crate::{
    authz::{CreateGroup, Permit},
    features::{
        founding::fields::{GroupFields, GroupForm},
        groups::{membership, store, urls, verbs},
    },
    i18n::T,
    kernel::{GroupId, Url, id::new_uuid},
    ui::{Page, Place, field::Summary, links},
    web::{Cx, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Template)]
#[template(path = "founding/new.html")]
struct NewPage {
    t: T,
    once: String,
    summary: Summary,
    fields: GroupFields,
    list: Url,
}

impl Page for NewPage {
    fn title(&self) -> String {
        self.t.groups_new_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Groups
    }
}

impl NewPage {
    fn new(t: T, form: &GroupForm, errors: &FormErrors) -> Self {
        let fields = GroupFields::new(t, form, errors);
        Self { t, once: form.once.clone(), summary: Summary::of(t, errors), fields, list: urls::list() }
    }
}

/// `GET /groups/new`
pub(in super::super) async fn show(cx: Cx, _permit: Permit<CreateGroup>) -> Reply {
    let hue = store::rarest_hue(&mut *cx.db().await?, cx.viewer()).await?;
    let form = GroupForm {
        level: "open".to_owned(),
        kind: "topic".to_owned(),
        lang: cx.locale().tag().to_owned(),
        hue,
        once: new_uuid(cx.now()).to_string(),
        ..GroupForm::default()
    };
    cx.page(NewPage::new(cx.t(), &form, &FormErrors::new())).await
}

/// `POST /groups`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<CreateGroup>,
    Form(form): Form<GroupForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut errors = FormErrors::new();
    let Some(new) = form.parse(cx.t(), &mut errors) else {
        return cx.invalid(NewPage::new(cx.t(), &form, &errors)).await;
    };
    let once: Uuid = form.once.parse().unwrap_or_else(|_| new_uuid(cx.now()));
    let mut tx = cx.begin().await?;
    if let Some(made) = tx.once(once).await? {
        let to = match made {
            Some(group) => links::group(&membership::store::name(&mut tx, GroupId(group)).await?.1),
            None => urls::list(),
        };
        return cx.redirect(&to);
    }
    let (group, slug) = verbs::create(&mut tx, &permit, &new).await?;
    tx.made(once, group.0).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_created(new.name.as_str()))).await?;
    cx.redirect(&links::group(slug.as_str()))
}
