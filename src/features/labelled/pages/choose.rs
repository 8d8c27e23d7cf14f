//! The labels of a post: those it can carry, to be ticked by its author and by managers of its group.

use askama::Template;

use crate::{
    authz::{LabelPost, Permit},
    features::labels::{self, Fields, Offer, urls},
    i18n::T,
    kernel::{LabelId, Url},
    ui::{Page, Place, links},
    web::{Cx, Form, Reply, flash::Flash, limit::Class},
};

#[derive(Template)]
#[template(path = "labelled/choose.html")]
struct ChoosePage {
    t: T,
    slug: String,
    here: Url,
    post: Url,
    fields: Fields,
    /// Where whoever manages the group keeps its labels.
    keep: Option<Url>,
}

impl Page for ChoosePage {
    fn title(&self) -> String {
        self.t.labelled_choose_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// `GET /posts/{post}/labels`
pub(in super::super) async fn show(cx: Cx, permit: Permit<LabelPost>) -> Reply {
    let post = permit.about();
    let mut db = cx.db().await?;
    let chosen = labels::carried(&mut db, cx.viewer(), post.id).await?;
    let fields = Fields::load(&cx, &mut db, Offer::On(post.id, post.group.id), &chosen).await?.alone();
    drop(db);
    let page = ChoosePage {
        t: cx.t(),
        slug: post.group.slug.clone(),
        here: urls::of_post(post.id),
        post: links::post(post.id),
        fields,
        keep: post.group.manages().then(|| urls::of_group(&post.group.slug)),
    };
    cx.page(page).await
}

/// `POST /posts/{post}/labels`
pub(in super::super) async fn choose(
    cx: Cx,
    permit: Permit<LabelPost>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let chosen: Vec<LabelId> =
        labels::read_ids(fields.iter().filter(|(name, _)| name == "label").map(|(_, value)| value.as_str()));
    let mut tx = cx.begin().await?;
    labels::verbs::label(&mut tx, &permit, &chosen).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().labelled_chosen())).await?;
    cx.redirect(&links::post(permit.about().id))
}
