//! The parts that show comments and reactions, on pages and in live messages.
//!
//! # What is personal
//! A live message is read by many, so its parts are made with [`Eyes::Everybody`]: reactions say nothing of who
//! pressed them (`aria-pressed` is absent, and `lib/morph.js` leaves it and `name` as they are in the page), and
//! the entries of a menu that need a right carry the author's id in `data-own` and stay hidden until `lib/own.js`
//! finds it to be the reader's, or the list to be one the reader manages. The server asks the rule again anyway.

use askama::{Template, filters::HtmlSafe};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    model::{Spot, Subject},
    store, urls,
};
use crate::{
    authz::CommentCan,
    i18n::{Locale, T},
    kernel::{CommentId, GroupId, MemberId, PostId, Timestamp, Url, id::new_uuid, markup::SafeHtml},
    ui::{Avatar, Moment, Person, emoji, links},
    web::Cx,
};

/// For whom a part is made.
#[derive(Clone, Copy)]
pub(super) enum Eyes<'a> {
    /// The person who asked.
    Mine(&'a Cx),
    /// Everybody who reads the post, in a language, at an instant, in the community's time zone.
    Everybody(Locale, Timestamp, Tz),
}

impl Eyes<'_> {
    pub(super) fn t(self) -> T {
        match self {
            Self::Mine(cx) => cx.t(),
            Self::Everybody(locale, ..) => locale.t(),
        }
    }

    pub(super) fn moment(self, at: Timestamp) -> Moment {
        match self {
            Self::Mine(cx) => Moment::new(cx, at),
            Self::Everybody(locale, now, zone) => Moment::plain(locale, zone, now, at),
        }
    }

    fn is_mine(self) -> bool {
        matches!(self, Self::Mine(_))
    }
}

/// The reactions to a post or a comment, each a switch, and the way to add others.
#[derive(Clone, Debug, Template)]
#[template(path = "comments/reactions.html")]
pub struct ReactionBar {
    t: T,
    id: Uuid,
    url: Url,
    chips: Vec<Chip>,
    can: bool,
    personal: bool,
    small: bool,
}

impl HtmlSafe for ReactionBar {}

#[derive(Clone, Debug)]
struct Chip {
    emoji: String,
    name: String,
    n: i64,
    mine: bool,
}

impl ReactionBar {
    pub(super) fn new(eyes: Eyes<'_>, subject: Subject, counted: Vec<store::Counted>, can: bool) -> Self {
        let t = eyes.t();
        let chip =
            |c: store::Counted| Chip { name: emoji::name(t, &c.emoji), n: c.n, mine: c.mine, emoji: c.emoji };
        Self {
            t,
            id: subject.id(),
            url: subject.reactions(),
            chips: counted.into_iter().map(chip).collect(),
            can,
            personal: eyes.is_mine(),
            small: matches!(subject, Subject::Comment(_)),
        }
    }

    /// The id of its element.
    pub(super) fn element(&self) -> String {
        format!("reactions-{}", self.id)
    }
}

/// The form to write a comment or an answer.
#[derive(Clone, Debug, Template)]
#[template(path = "comments/form.html")]
pub(super) struct WriteForm {
    pub t: T,
    pub id: String,
    pub action: Url,
    /// The list that takes what was written; none sends the browser there instead.
    pub list: Option<String>,
    pub group: GroupId,
    pub label: String,
    pub value: String,
    pub error: Option<String>,
    pub once: Option<Uuid>,
    pub me: Option<Avatar>,
    /// Whether it was asked for, to write at once.
    pub opened: bool,
}

impl HtmlSafe for WriteForm {}

impl WriteForm {
    /// The form under a post.
    pub(super) fn comment(cx: &Cx, post: PostId, group: GroupId, live: bool) -> Self {
        Self {
            t: cx.t(),
            id: format!("write-{post}"),
            action: links::post(post).join("comments"),
            list: live.then(|| list_id(post)),
            group,
            label: cx.t().comments_write().to_string(),
            value: String::new(),
            error: None,
            once: Some(new_uuid(cx.now())),
            me: cx.me().map(|me| me.avatar(cx.t()).small()),
            opened: false,
        }
    }

    /// The form under a comment; `thread` is the comment whose list of answers takes it.
    pub(super) fn reply(cx: &Cx, to: CommentId, thread: CommentId, group: GroupId) -> Self {
        Self {
            t: cx.t(),
            id: format!("reply-{to}"),
            action: urls::comment(to).join("replies"),
            list: Some(replies_id(thread)),
            group,
            label: cx.t().comments_write_reply().to_string(),
            value: String::new(),
            error: None,
            once: Some(new_uuid(cx.now())),
            me: None,
            opened: false,
        }
    }
}

/// The id of the list of a post's comments.
pub(super) fn list_id(post: PostId) -> String {
    format!("comments-{post}")
}

/// The id of the list of a comment's answers.
pub(super) fn replies_id(comment: CommentId) -> String {
    format!("replies-{comment}")
}

/// What a comment says and who said it: the part that changes when it is edited.
#[derive(Clone, Debug, Template)]
#[template(path = "comments/said.html")]
pub(super) struct Said {
    t: T,
    id: CommentId,
    author: Option<Person>,
    joint: bool,
    html: SafeHtml,
    lang: String,
    edited: Option<Url>,
    removed: bool,
}

impl HtmlSafe for Said {}

impl Said {
    /// The id of its element.
    pub(super) fn element(&self) -> String {
        format!("comment-said-{}", self.id)
    }
}

/// A comment with its answers.
#[derive(Clone, Debug, Template)]
#[template(path = "comments/comment.html")]
pub struct CommentCard {
    t: T,
    pub(super) id: CommentId,
    pub(super) said: Said,
    avatar: Avatar,
    moment: Moment,
    url: Url,
    own: Url,
    author: Option<MemberId>,
    can: CommentCan,
    personal: bool,
    reactions: Option<ReactionBar>,
    /// Where one answers it.
    reply: Option<Url>,
    pub(super) replies: Option<Vec<CommentCard>>,
    pub(super) marked: bool,
}

impl HtmlSafe for CommentCard {}

impl CommentCard {
    pub(super) fn new(eyes: Eyes<'_>, spot: Spot, row: store::CommentRow, can: CommentCan) -> Self {
        let t = eyes.t();
        let id = row.id;
        let author = row.author();
        let avatar =
            author.as_ref().map_or_else(Avatar::hidden, |author| author.avatar_in(t, spot.group)).small();
        let shown = !row.removed;
        Self {
            t,
            id,
            avatar,
            moment: eyes.moment(row.created_at),
            url: links::comment(spot.post, id),
            own: urls::comment(id),
            author: row.author_id,
            can: if shown { can } else { CommentCan::default() },
            personal: eyes.is_mine(),
            reactions: shown
                .then(|| ReactionBar::new(eyes, Subject::Comment(id), row.reactions.0, can.react)),
            reply: (shown && can.reply).then(|| urls::comment(id).join("replies")),
            replies: row.parent_id.is_none().then(Vec::new),
            marked: false,
            said: Said {
                t,
                id,
                author,
                joint: spot.joint,
                html: SafeHtml::from_stored(row.html),
                lang: row.lang,
                edited: row.edited.then(|| urls::comment(id).join("history")),
                removed: row.removed,
            },
        }
    }
}

/// How many comments, as a link to them.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<a class="act" id="comments-count-{{ post }}" href="{{ url }}">{{ crate::ui::icon("message-circle") }}{{ t.comments_count(*n) }}</a>"#,
    ext = "html"
)]
pub struct CommentCount {
    t: T,
    post: PostId,
    n: i64,
    url: Url,
}

impl HtmlSafe for CommentCount {}

impl CommentCount {
    pub(super) fn new(t: T, post: PostId, n: i64) -> Self {
        Self { t, post, n, url: links::post(post).at("comments") }
    }

    /// The id of its element.
    pub(super) fn element(&self) -> String {
        format!("comments-count-{}", self.post)
    }
}

/// The last comments of a post in the feed, and the form to add one. Shows nothing where there are none.
#[derive(Clone, Debug, Template)]
#[template(path = "comments/preview.html")]
pub struct CommentPreview {
    pub(super) t: T,
    pub(super) post: PostId,
    pub(super) url: Url,
    pub(super) earlier: i64,
    pub(super) comments: Vec<CommentCard>,
    pub(super) form: Option<WriteForm>,
}

impl HtmlSafe for CommentPreview {}

/// The comments of a post, on its page.
#[derive(Clone, Debug, Template)]
#[template(path = "comments/thread.html")]
pub struct Thread {
    pub(super) t: T,
    /// How many comments there are.
    pub count: i64,
    pub(super) list: String,
    pub(super) comments: Vec<CommentCard>,
    pub(super) earlier: Option<Url>,
    pub(super) later: Option<Url>,
    pub(super) form: Option<WriteForm>,
    pub(super) takes_part: bool,
    pub(super) manages: bool,
    pub(super) group: Url,
    pub(super) archived: bool,
    pub(super) closed: bool,
    pub(super) inside: bool,
}

impl HtmlSafe for Thread {}
