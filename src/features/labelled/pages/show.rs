//! The page of a label: what carries it and may be read, and following it.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{FollowLabel, Permit},
    features::{
        comments::EmojiTemplate,
        labelled::{
            store::{self, Shown},
            verbs,
        },
        labels::{self, Carrying},
        posts::{self, Lightbox, PostCard},
    },
    i18n::T,
    kernel::{LabelId, PostId, Url},
    ui::{Page, links},
    web::{At, Cx, Error, Form, Reply, flash::Flash, form::Query, limit::Class},
};

/// How many posts stand on a page.
const PAGE: usize = 15;

/// `/labels/{label}`
#[derive(Deserialize)]
pub(in super::super) struct LabelPath {
    label: LabelId,
}

/// Where the page before ended.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Part {
    before: String,
}

/// Whether to follow.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct FollowForm {
    on: String,
}

#[derive(Template)]
#[template(path = "labelled/show.html")]
struct LabelPage {
    t: T,
    label: Shown,
    /// The group that keeps it.
    group: Option<(String, Url)>,
    following: Url,
    posts: Vec<PostCard>,
    older: Option<Url>,
    emoji: EmojiTemplate,
    lightbox: Lightbox,
}

impl Page for LabelPage {
    fn title(&self) -> String {
        self.label.name.clone()
    }

    fn topics(&self) -> Vec<String> {
        posts::topics(&self.posts)
    }
}

/// `GET /labels/{label}?before=`
pub(in super::super) async fn show(
    cx: Cx,
    _permit: Permit<FollowLabel>,
    At(at): At<LabelPath>,
    Query(part): Query<Part>,
) -> Reply {
    let mut db = cx.db().await?;
    let label = store::find(&mut db, cx.viewer(), at.label).await?.ok_or(Error::NotFound)?;
    let before = part.before.parse().ok();
    let found = labels::posts(&mut db, cx.viewer(), at.label, Carrying::Readable, (before, PAGE)).await?;
    let here = links::label(at.label);
    let older =
        found.items.last().filter(|_| found.more).map(|(_, place)| here.clone().with("before", place));
    let ids: Vec<PostId> = found.items.iter().map(|(post, _)| *post).collect();
    let posts = posts::cards(&cx, &mut db, &ids).await?;
    drop(db);
    let group = label.slug.as_deref().zip(label.group_name.clone());
    cx.page(LabelPage {
        t: cx.t(),
        group: group.map(|(slug, name)| (name, links::group(slug))),
        following: here.join("following"),
        posts,
        older,
        emoji: EmojiTemplate::new(cx.t()),
        lightbox: Lightbox::new(cx.t()),
        label,
    })
    .await
}

/// `POST /labels/{label}/following`
pub(in super::super) async fn follow(
    cx: Cx,
    permit: Permit<FollowLabel>,
    At(at): At<LabelPath>,
    Form(form): Form<FollowForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let on = form.on == "yes";
    let label = store::find(&mut *cx.db().await?, cx.viewer(), at.label).await?.ok_or(Error::NotFound)?;
    let mut tx = cx.begin().await?;
    verbs::follow(&mut tx, &permit, at.label, on).await?;
    tx.commit().await?;
    let (t, name) = (cx.t(), label.name.as_str());
    let said =
        if on { t.labelled_followed(name).to_string() } else { t.labelled_unfollowed(name).to_string() };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&links::label(at.label))
}
