//! A post as feeds and its own page show it. Lists of cards cost one statement here and one in the comments room,
//! however long they are; so does a whole post with its thread.

mod body;
mod gallery;
mod store;

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{GroupStanding, Level, PostCan},
    db::Db,
    features::{
        announcements::AcknowledgeBar, comments, files::FileList, labels::Labels, polls::PollCard,
        previews::PreviewCard, saved::SaveSwitch, shares::Sharing, surveys::SurveyCard,
    },
    i18n::T,
    kernel::{Cursor, Fault, GroupId, MemberId, PostId, Timestamp, Url},
    ui::{Avatar, Glyph, Moment, Person, links},
    web::Cx,
};

pub(super) use body::{Body, Words};
pub use gallery::Lightbox;
pub(super) use gallery::{Cover, Gallery};
pub(super) use store::PictureRow;

/// Which posts.
pub enum Source<'a> {
    /// These, in this order, as lists show them.
    These(&'a [PostId]),
    /// One, whole: for its own page.
    Whole(PostId),
    /// Those of the viewer's groups, newest first.
    Home {
        /// Where the page before ended.
        before: Option<Cursor>,
        /// Only what the viewer has not seen.
        unread: bool,
        /// How many at most.
        most: i64,
    },
    /// Those of one group, newest first.
    Group {
        /// Which group.
        group: GroupId,
        /// Where the page before ended.
        before: Option<Cursor>,
        /// How many at most.
        most: i64,
    },
}

/// The group a post stands in, above its text.
struct InGroup {
    id: GroupId,
    url: Url,
    name: String,
    glyph: Glyph,
    closed: bool,
}

impl InGroup {
    fn of(group: &GroupStanding, name: String, glyph: Glyph) -> Self {
        Self {
            id: group.id,
            url: links::group(&group.slug),
            name,
            glyph: glyph.tiny(),
            closed: group.level != Level::Open,
        }
    }
}

/// A post.
#[derive(Template)]
#[template(path = "posts/card.html")]
pub struct PostCard {
    t: T,
    /// Which.
    pub id: PostId,
    /// Whether the viewer has not seen it yet.
    pub unread: bool,
    /// Whether the server still has to hear that the viewer saw it.
    unseen: bool,
    /// Whether unread notifications are about it: asked for whole posts only.
    pub(super) noticed: bool,
    author_id: Option<MemberId>,
    author: Option<Person>,
    avatar: Avatar,
    group: InGroup,
    show_group: bool,
    at: Timestamp,
    moment: Moment,
    edited: bool,
    views: i64,
    /// Of how many: who saw it and left is still counted.
    readers: Option<i64>,
    body: Body,
    labels: Labels,
    gallery: Gallery,
    files: FileList,
    preview: PreviewCard,
    poll: Option<PollCard>,
    survey: Option<SurveyCard>,
    can: PostCan,
    url: Url,
    here: String,
    save: SaveSwitch,
    pinned: bool,
    closed: bool,
    acknowledge: Option<AcknowledgeBar>,
    share: Sharing,
    /// Those that were published at once with it: the groups they stand in, each with its address.
    beside: Vec<(Url, String)>,
    /// The groups in which it stands, if they are several.
    joint: Option<Joint>,
    attached: comments::Attached,
}

impl HtmlSafe for PostCard {}

impl PostCard {
    /// On the page of its group, which need not be named again.
    pub fn in_its_group(self) -> Self {
        Self { show_group: false, ..self }
    }

    /// Its place in lists ordered by date.
    pub fn cursor(&self) -> Cursor {
        Cursor { at: self.at, id: self.id.0 }
    }

    /// The title, or whose post it is.
    pub fn name(&self) -> &str {
        self.body.name()
    }

    /// Whether its reader may change who reads it: move it, or take it out of a group that they manage.
    fn relocates(&self) -> bool {
        self.can.relocate || self.joint.as_ref().is_some_and(|joint| joint.manages)
    }

    /// Its group's page.
    pub fn group_url(&self) -> &Url {
        &self.group.url
    }

    /// Its group's name.
    pub fn group_name(&self) -> &str {
        &self.group.name
    }

    fn new(cx: &Cx, row: store::Row, can: PostCan, whole: bool, attached: comments::Attached) -> Self {
        let (t, id) = (cx.t(), row.id);
        let standing = row.standing();
        let poll = row.poll.as_ref().map(|poll| PollCard::new(cx, &standing, &poll.0));
        let survey = row.survey.as_ref().map(|survey| SurveyCard::new(cx, &standing, &survey.0));
        let group = standing.group;
        let author = row.name.map(|name| Person {
            id: row.author,
            name,
            headline: row.headline.unwrap_or_default(),
            photo: row.photo,
            rings: row.rings.unwrap_or_default(),
        });
        let share = Sharing::new(cx, id, author.as_ref(), row.shares.then_some(row.shared));
        let name =
            author.as_ref().map_or_else(|| t.posts_former_member().to_string(), |author| author.name.clone());
        let mut pictures = row.pictures.0;
        let words = Words {
            cover: Cover::take(t, id, (&row.title, row.length), &mut pictures),
            title: row.title,
            unnamed: t.posts_post_of(name).to_string(),
            lang: row.lang,
            html: row.html,
            excerpt: row.excerpt,
            length: row.length,
        };
        Self {
            t,
            id,
            unread: row.unread,
            unseen: row.unseen,
            noticed: row.noticed,
            author_id: author.as_ref().map(|author| author.id),
            avatar: author.as_ref().map_or_else(Avatar::hidden, |author| author.avatar_in(t, group.id)),
            author,
            group: InGroup::of(&group, row.group_name, Glyph::new(&row.icon, &row.hue)),
            show_group: true,
            at: row.published_at,
            moment: Moment::new(cx, row.published_at),
            edited: row.edited,
            views: row.views,
            readers: row.readers.map(|readers| readers.max(row.views)),
            body: Body::new(t, id, whole, words),
            labels: Labels::new(t, id, row.labels.0),
            gallery: Gallery::of(t, id, pictures, whole),
            files: FileList::of(t, id, &row.files, whole),
            preview: PreviewCard::of(t, id, row.preview.as_deref()),
            poll,
            survey,
            can,
            url: links::post(id),
            here: cx.address(),
            pinned: row.pinned,
            share,
            closed: row.closed,
            acknowledge: row.asks.then(|| AcknowledgeBar::new(t, id, can, row.acknowledged)),
            save: SaveSwitch::new(t, id, row.saved, cx.address()),
            beside: links_of(row.beside.map(|beside| beside.0)),
            joint: row.joint.map(|joint| Joint::of(joint.0)),
            attached,
        }
    }
}

/// The groups in which one discussion stands: those that the viewer may know, and whether there are others.
struct Joint {
    groups: Vec<(Url, String)>,
    more: bool,
    /// Whether its reader manages one of them.
    manages: bool,
}

impl Joint {
    fn of(store::Joint { groups, more }: store::Joint) -> Self {
        let manages = groups.iter().any(|group| group.manages);
        let groups = groups.into_iter().map(|group| (links::group(&group.slug), group.name));
        Self { groups: groups.collect(), more, manages }
    }
}

/// Where those stand that were published at once with a post: addresses, and groups.
fn links_of(beside: Option<Vec<store::Beside>>) -> Vec<(Url, String)> {
    beside.unwrap_or_default().into_iter().map(|post| (links::post(post.id), post.group)).collect()
}

/// The topics of the groups of these cards, as far as a page can listen: so that what is withdrawn while it is open goes
/// from it.
pub fn topics(cards: &[PostCard]) -> Vec<String> {
    let mut topics: Vec<String> = cards.iter().map(|card| links::group_topic(card.group.id)).collect();
    topics.sort_unstable();
    topics.dedup();
    topics.truncate(7);
    topics
}

/// The cards of these posts that the viewer may see, in this order.
pub async fn cards(cx: &Cx, db: &mut Db, posts: &[PostId]) -> Result<Vec<PostCard>, Fault> {
    list(cx, db, Source::These(posts)).await
}

/// The cards of a source, in its order.
pub async fn list(cx: &Cx, db: &mut Db, source: Source<'_>) -> Result<Vec<PostCard>, Fault> {
    let rows = store::list(db, cx.viewer(), &source, cx.now()).await?;
    let can: Vec<(PostId, PostCan)> = rows.iter().map(|row| (row.id, PostCan::of(&row.standing()))).collect();
    let mut attached = comments::attached(cx, db, &can).await?;
    rows.into_iter()
        .zip(can)
        .map(|(row, (id, can))| {
            let attached =
                attached.remove(&id).ok_or_else(|| Fault::new("the comments room forgot a post"))?;
            Ok(PostCard::new(cx, row, can, false, attached))
        })
        .collect()
}

/// The card of a whole post, with what the comments room hangs on it.
pub(super) async fn whole(
    cx: &Cx,
    db: &mut Db,
    post: PostId,
    attached: comments::Attached,
) -> Result<Option<PostCard>, Fault> {
    let row = store::list(db, cx.viewer(), &Source::Whole(post), cx.now()).await?.pop();
    Ok(row.map(|row| {
        let can = PostCan::of(&row.standing());
        PostCard::new(cx, row, can, true, attached)
    }))
}
