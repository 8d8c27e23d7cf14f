//! The page of a group: its header, the composer and what was published there; its purpose alone for those outside.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{GroupCan, GroupLink, Level, Permit, ViewGroup},
    features::{
        comments::EmojiTemplate,
        composing::Composer,
        feed::{
            by_label::{self, ByLabel},
            slice::{self, Slice},
        },
        groups::{self, GroupHeader, Tab},
        labels::{Carrying, Listed},
        posts::{self, Lightbox, PostCard, Source},
    },
    i18n::T,
    kernel::Url,
    ui::{Frame, Page, Place, links},
    web::{Cx, Reply, form::Query},
};

/// `/groups/{group}`
#[derive(Template)]
#[template(path = "feed/group.html")]
struct GroupPage {
    t: T,
    slug: String,
    header: GroupHeader,
    composer: Option<Composer>,
    /// Whether it is narrowed to a label.
    narrowed: bool,
    labels: ByLabel,
    home: Url,
    slice: Slice,
    lightbox: Lightbox,
    emoji: EmojiTemplate,
    publishes: bool,
    sees_members: bool,
    open: bool,
    members: Url,
    first: bool,
    links: Vec<GroupLink>,
    topics: Vec<String>,
}

impl Page for GroupPage {
    fn title(&self) -> String {
        self.header.name().to_owned()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }

    fn frame(&self) -> Frame {
        Frame::Aside
    }

    fn topics(&self) -> Vec<String> {
        self.topics.clone()
    }
}

/// Where the page before ended.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Part {
    label: String,
    before: String,
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewGroup>, Query(part): Query<Part>) -> Reply {
    let group = permit.about();
    let can = GroupCan::of(group);
    if !can.read {
        return groups::about_page(&cx, group).await;
    }
    let before = slice::before(&part.before);
    let mut db = cx.db().await?;
    let header = groups::header(&cx, &mut db, group, Tab::Posts).await?;
    let (home, of) = (links::group(&group.slug), Carrying::In(group.id));
    let labels = group.face.as_ref().and_then(|face| face.labels.clone()).map(|labels| labels.0);
    let labels = labels.unwrap_or_default().into_iter().map(Listed::from).collect();
    let labels = ByLabel::new(cx.t(), &home, labels, &part.label);
    let (here, posts) = if let Some(label) = labels.chosen() {
        let here = home.clone().with("label", label.id);
        (here, by_label::posts(&cx, &mut db, (of, label.id), before).await?)
    } else {
        let source = Source::Group { group: group.id, before, most: slice::ASKED };
        (home.clone(), posts::list(&cx, &mut db, source).await?)
    };
    drop(db);
    let posts = posts.into_iter().map(PostCard::in_its_group).collect();
    cx.page(GroupPage {
        t: cx.t(),
        header,
        composer: Composer::in_group(&cx, group),
        slice: Slice::cut(cx.t(), posts, &home, &here),
        narrowed: labels.chosen().is_some(),
        labels,
        home,
        lightbox: Lightbox::new(cx.t()),
        emoji: EmojiTemplate::new(cx.t()),
        publishes: can.publish,
        sees_members: can.see_members,
        open: group.level == Level::Open,
        members: groups::urls::members(&group.slug),
        first: before.is_none(),
        links: group
            .face
            .as_ref()
            .and_then(|face| face.links.clone())
            .map(|links| links.0)
            .unwrap_or_default(),
        topics: vec![links::group_topic(group.id)],
        slug: group.slug.clone(),
    })
    .await
}
