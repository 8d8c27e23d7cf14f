//! The composer: a form of its own page, and folded in a card on feeds. Script adds uploads ahead, mentions and a
//! draft kept in the browser; without it the same fields are an ordinary form.

use askama::{Template, filters::HtmlSafe};
use uuid::Uuid;

use super::{
    model::{MOST_TITLE, Typed},
    photos::PhotoField,
    urls,
};
use crate::{
    authz::{
        GroupCan, GroupStanding, Level,
        audience::{Audience, Target},
    },
    features::groups::Expectations,
    i18n::T,
    kernel::{GroupId, Url, id::new_uuid, markup::MAX_CHARS},
    ui::{Avatar, field::Summary, links},
    web::{Cx, FormErrors},
};

/// Where a post goes.
enum To {
    /// One of these, chosen in the form.
    Choice(Vec<Choice>),
    /// The group whose page it is.
    Here(Readers),
}

impl To {
    /// Who will read it, as far as a group is chosen.
    fn readers(&self) -> Option<&Readers> {
        match self {
            Self::Choice(choices) => {
                choices.iter().find(|choice| choice.chosen).map(|choice| &choice.readers)
            }
            Self::Here(readers) => Some(readers),
        }
    }
}

/// A group to choose, with how many read it in a few words.
struct Choice {
    group: GroupId,
    slug: String,
    label: String,
    chosen: bool,
    readers: Readers,
}

/// Who will read it, in one sentence that opens to the list (PRODUCT V2).
struct Readers {
    sentence: String,
    list: Url,
}

impl Readers {
    fn new(cx: &Cx, (slug, name): (&str, &str), level: Level, readers: Audience) -> Self {
        let (t, guests) = (cx.t(), readers.guests);
        let sentence = match (level, readers.people) {
            (Level::Open, None) => t.posts_seen_by_all().to_string(),
            (Level::Open, Some(people)) if guests > 0 => {
                t.posts_seen_by_all_guests(people, guests).to_string()
            }
            (Level::Open, Some(people)) => t.posts_seen_by_all_people(people).to_string(),
            (_, people) if guests > 0 => {
                t.posts_seen_by_guests(people.unwrap_or_default(), name, guests).to_string()
            }
            (_, people) => t.posts_seen_by(people.unwrap_or_default(), name).to_string(),
        };
        // Of an open group, those who may know the whole community find its readers there.
        let everybody = level == Level::Open && readers.people.is_some();
        let list = if everybody { Url::path("/people") } else { links::group(slug).join("members") };
        Self { sentence, list }
    }
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
    expectations: Option<Expectations>,
    draft: String,
    title: String,
    text: String,
    photos: PhotoField,
    next: String,
    summary: Summary,
    errors: FormErrors,
    most_title: usize,
    most_text: usize,
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
                readers: Readers::new(cx, (&target.slug, &target.name), target.level, target.readers),
                group: target.group_id,
                slug: target.slug,
            })
            .collect();
        Self::new(cx, Url::path("/publish"), To::Choice(choices), chosen, typed, errors)
    }

    /// The same, with what the chosen group expects.
    pub(super) fn expecting(self, expectations: Option<Expectations>) -> Self {
        Self { expectations, ..self }
    }

    fn new(cx: &Cx, action: Url, to: To, group: Option<GroupId>, typed: Typed, errors: FormErrors) -> Self {
        Self {
            t: cx.t(),
            action,
            once: typed.once.unwrap_or_else(|| new_uuid(cx.now())),
            to,
            mentions: group,
            expectations: None,
            draft: group.map_or_else(|| "post".to_owned(), |group| format!("post:{group}")),
            title: typed.title,
            text: typed.text,
            photos: PhotoField::new(cx, typed.pictures, &errors),
            next: typed.next,
            summary: Summary::of(cx.t(), &errors),
            errors,
            most_title: MOST_TITLE,
            most_text: MAX_CHARS,
        }
    }
}

/// A group and who reads it, in one line: what there is to go by without script.
fn label(t: T, target: &Target) -> String {
    let Audience { people, guests } = target.readers;
    let readers = match (target.level, people) {
        (Level::Open, _) | (_, None) => t.posts_readers_all().to_string(),
        (_, Some(people)) if guests > 0 => t.posts_readers_guests(people, guests).to_string(),
        (_, Some(people)) => t.posts_readers(people).to_string(),
    };
    t.posts_target(&target.name, readers).to_string()
}

/// The composer on a feed, folded until it is used.
#[derive(Template)]
#[template(path = "posts/composer_card.html")]
pub struct Composer {
    t: T,
    avatar: Avatar,
    fold: Fold,
}

/// What is in the folded composer.
enum Fold {
    /// The form.
    Form(Box<ComposeForm>),
    /// A link to it, which a script follows in place: who reads what is published in each of one's groups is looked up
    /// only when somebody writes.
    Link(Url),
}

impl HtmlSafe for Composer {}

impl Composer {
    /// For the home feed: the group is chosen in the form. Nothing where there is no group to publish in.
    pub fn at_home(cx: &Cx, publishes: bool) -> Option<Self> {
        let form = Url::path("/publish").with("next", "/feed");
        if publishes { Self::with(cx, Fold::Link(form)) } else { None }
    }

    /// For the page of a group, if one may publish there.
    pub fn in_group(cx: &Cx, group: &GroupStanding) -> Option<Self> {
        if !GroupCan::of(group).publish {
            return None;
        }
        let face = group.face.as_ref()?;
        let readers = Audience { people: face.readers, guests: face.guests.unwrap_or_default() };
        let readers = Readers::new(cx, (&group.slug, &face.name), group.level, readers);
        let form = ComposeForm::new(
            cx,
            urls::publish(&group.slug),
            To::Here(readers),
            Some(group.id),
            Typed::default(),
            FormErrors::new(),
        );
        let expectations = group.face.as_ref().and_then(|face| Expectations::of(cx.t(), face));
        Self::with(cx, Fold::Form(Box::new(ComposeForm { expectations, ..form })))
    }

    fn with(cx: &Cx, fold: Fold) -> Option<Self> {
        let me = cx.me()?;
        Some(Self { t: cx.t(), avatar: me.avatar(cx.t()), fold })
    }
}

/// What takes the place of the link in the composer of the home feed.
#[derive(Template)]
#[template(path = "posts/composer_open.html")]
pub(super) struct OpenComposer {
    pub(super) t: T,
    pub(super) form: ComposeForm,
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
