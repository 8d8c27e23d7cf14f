//! The composer: a form of its own page, and folded in a card on feeds. Script adds uploads ahead, mentions and a
//! draft kept in the browser; without it the same fields are an ordinary form.

use askama::{Template, filters::HtmlSafe};
use uuid::Uuid;

use super::{
    model::{MOST_PHOTOS, MOST_TITLE, Typed},
    store::Target,
    urls,
};
use crate::{
    authz::{GroupCan, GroupStanding, Level},
    i18n::T,
    kernel::{GroupId, PictureId, Url, id::new_uuid, markup::MAX_CHARS},
    ui::{Avatar, field::Summary, links},
    web::{Cx, FormErrors},
};

/// Where a post goes.
enum To {
    /// One of these, chosen in the form.
    Choice(Vec<Choice>),
    /// The group whose page it is; who reads it stands beside.
    Here { readers: String, members: Url },
}

/// A group to choose, with its readers in words.
struct Choice {
    slug: String,
    label: String,
    chosen: bool,
}

/// A photo that was uploaded before the form was refused.
struct Kept {
    id: PictureId,
    alt: String,
    image: Url,
}

/// The form.
#[derive(Template)]
#[template(path = "posts/composer.html")]
pub(super) struct ComposeForm {
    t: T,
    action: Url,
    once: Uuid,
    to: To,
    mentions: Option<GroupId>,
    draft: String,
    title: String,
    text: String,
    photos: Vec<Kept>,
    next: String,
    summary: Summary,
    errors: FormErrors,
    most_title: usize,
    most_text: usize,
    most_photos: usize,
    most_bytes: usize,
}

impl HtmlSafe for ComposeForm {}

impl ComposeForm {
    /// The form over the groups one may publish in.
    pub(super) fn choosing(cx: &Cx, targets: Vec<Target>, typed: Typed, errors: FormErrors) -> Self {
        let t = cx.t();
        let chosen = targets.iter().find(|target| target.slug == typed.group).map(|target| target.group_id);
        let choices = targets
            .into_iter()
            .map(|target| Choice {
                label: label(t, &target),
                chosen: target.slug == typed.group,
                slug: target.slug,
            })
            .collect();
        Self::new(cx, Url::path("/publish"), To::Choice(choices), chosen, typed, errors)
    }

    fn new(cx: &Cx, action: Url, to: To, group: Option<GroupId>, typed: Typed, errors: FormErrors) -> Self {
        Self {
            t: cx.t(),
            action,
            once: typed.once.unwrap_or_else(|| new_uuid(cx.now())),
            to,
            mentions: group,
            draft: group.map_or_else(|| "post".to_owned(), |group| format!("post:{group}")),
            title: typed.title,
            text: typed.text,
            photos: typed
                .pictures
                .into_iter()
                .map(|(id, alt)| Kept { id, alt, image: links::picture(id, 480) })
                .collect(),
            next: typed.next,
            summary: Summary::of(cx.t(), &errors),
            errors,
            most_title: MOST_TITLE,
            most_text: MAX_CHARS,
            most_photos: MOST_PHOTOS,
            most_bytes: cx.app.config.upload_max_bytes().min(40 * 1024 * 1024),
        }
    }
}

/// A group and who reads it, in one line (PRODUCT V2).
fn label(t: T, target: &Target) -> String {
    let readers = match target.level {
        Level::Open => t.posts_readers_all().to_string(),
        _ if target.guests > 0 => t.posts_readers_guests(target.people, target.guests).to_string(),
        _ => t.posts_readers(target.people).to_string(),
    };
    t.posts_target(&target.name, readers).to_string()
}

/// The composer on a feed, folded until it is used.
#[derive(Template)]
#[template(path = "posts/composer_card.html")]
pub struct Composer {
    t: T,
    avatar: Avatar,
    form: ComposeForm,
}

impl HtmlSafe for Composer {}

impl Composer {
    /// For the home feed: the group is chosen in the form. Nothing where there is no group to publish in.
    pub fn at_home(cx: &Cx, targets: Vec<Target>) -> Option<Self> {
        if targets.is_empty() {
            return None;
        }
        let typed = Typed { next: "/feed".to_owned(), ..Typed::default() };
        Self::with(cx, ComposeForm::choosing(cx, targets, typed, FormErrors::new()))
    }

    /// For the page of a group, if one may publish there.
    pub fn in_group(cx: &Cx, group: &GroupStanding) -> Option<Self> {
        if !GroupCan::of(group).publish {
            return None;
        }
        let readers = if group.level == Level::Open {
            cx.t().posts_seen_by_all()
        } else {
            cx.t().posts_seen_by_members()
        };
        let to =
            To::Here { readers: readers.to_string(), members: links::group(&group.slug).join("members") };
        let form = ComposeForm::new(
            cx,
            urls::publish(&group.slug),
            to,
            Some(group.id),
            Typed::default(),
            FormErrors::new(),
        );
        Self::with(cx, form)
    }

    fn with(cx: &Cx, form: ComposeForm) -> Option<Self> {
        let me = cx.me()?;
        Some(Self { t: cx.t(), avatar: Avatar::of(me.id, &me.name, me.photo_version), form })
    }
}

/// The dialog in which photos open, once in a page that shows galleries.
#[derive(Template)]
#[template(path = "posts/lightbox.html")]
pub struct Lightbox {
    t: T,
}

impl HtmlSafe for Lightbox {}

impl Lightbox {
    /// The dialog.
    pub fn new(t: T) -> Self {
        Self { t }
    }
}
