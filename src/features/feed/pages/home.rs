//! The home feed: posts of my groups, all or unread, and what stands beside.

use askama::Template;
use serde::Deserialize;

use crate::{
    features::{
        comments::EmojiTemplate,
        composing::Composer,
        feed::{
            by_label::{self, ByLabel},
            slice::{self, Slice},
            store, verbs,
        },
        labels::Carrying,
        posts::{self, Lightbox, Source},
    },
    i18n::T,
    kernel::Url,
    ui::{Frame, Glyph, Page, Person, Place, links},
    web::{Cx, Reply, flash::Flash, form::Query, limit::Class},
};

/// For how long somebody is new.
const NEW: chrono::TimeDelta = chrono::TimeDelta::days(30);

/// `/feed`
#[derive(Template)]
#[template(path = "feed/home.html")]
struct HomePage {
    t: T,
    unread: bool,
    /// Whether it is narrowed to a label.
    narrowed: bool,
    labels: ByLabel,
    shown: &'static str,
    composer: Option<Composer>,
    slice: Slice,
    lightbox: Lightbox,
    emoji: EmojiTemplate,
    /// Whether the viewer belongs to a group at all.
    belongs: bool,
    first: bool,
    discover: Vec<Discover>,
    newcomers: Vec<Person>,
}

struct Discover {
    url: Url,
    name: String,
    purpose: String,
    glyph: Glyph,
}

impl Page for HomePage {
    fn title(&self) -> String {
        self.t.feed_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Feed
    }

    fn frame(&self) -> Frame {
        Frame::Aside
    }

    fn topics(&self) -> Vec<String> {
        vec!["home".to_owned()]
    }
}

/// Which part of the feed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Part {
    show: String,
    label: String,
    before: String,
}

pub(in super::super) async fn show(cx: Cx, Query(part): Query<Part>) -> Reply {
    let unread = part.show == "unread";
    let before = slice::before(&part.before);
    let home = Url::path("/feed");
    let mut db = cx.db().await?;
    let beside = store::load_beside(&mut db, cx.viewer(), cx.now() - NEW).await?;
    let labels = ByLabel::new(cx.t(), &home, beside.labels, &part.label);
    let (here, posts) = if let Some(label) = labels.chosen() {
        let here = home.clone().with("label", label.id);
        (here, by_label::posts(&cx, &mut db, (Carrying::Mine, label.id), before).await?)
    } else {
        let here = if unread { home.clone().with("show", "unread") } else { home.clone() };
        let source = Source::Home { before, unread, most: slice::ASKED };
        (here, posts::list(&cx, &mut db, source).await?)
    };
    drop(db);
    let discover = beside.discover.into_iter().map(|group| Discover {
        url: links::group(&group.slug),
        glyph: Glyph::new(&group.icon, &group.hue),
        name: group.name,
        purpose: group.purpose,
    });
    let newcomers = beside.newcomers.into_iter().map(|who| Person {
        id: who.id,
        name: who.name,
        headline: who.headline,
        photo: who.photo,
        rings: who.rings,
    });
    cx.page(HomePage {
        t: cx.t(),
        unread,
        narrowed: labels.chosen().is_some(),
        shown: if labels.chosen().is_some() {
            "label"
        } else if unread {
            "unread"
        } else {
            "all"
        },
        labels,
        composer: Composer::at_home(&cx, beside.publishes),
        slice: Slice::cut(cx.t(), posts, &home, &here),
        lightbox: Lightbox::new(cx.t()),
        emoji: EmojiTemplate::new(cx.t()),
        belongs: beside.belongs,
        first: before.is_none(),
        discover: discover.collect(),
        newcomers: newcomers.collect(),
    })
    .await
}

pub(in super::super) async fn read(cx: Cx) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let me = cx.member()?.id;
    let mut tx = cx.begin().await?;
    verbs::mark_all_read(&mut tx, me).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().feed_all_read())).await?;
    cx.redirect(&Url::path("/feed"))
}
