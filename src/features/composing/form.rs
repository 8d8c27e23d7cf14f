//! The composer: a form of its own page, and a link to it in a card on feeds. Script adds uploads ahead, mentions and
//! drafts kept as one types; without it the same fields are an ordinary form.

use askama::{Template, filters::HtmlSafe};
use uuid::Uuid;

use super::{model::Typed, several::Several, urls};
use crate::{
    authz::{GroupCan, GroupStanding, audience::Target},
    features::{
        asking,
        drafts::{Draft, MOST_TITLE, WhenField},
        files,
        groups::Expectations,
        labels::{self, Offer},
        pictures,
        post_templates::Offers,
    },
    i18n::{T, format},
    kernel::{Fault, GroupId, Url, id::new_uuid, markup::MAX_CHARS},
    ui::{AudienceField, Avatar, field::Summary, links},
    web::{Cx, FormErrors},
};

/// The form.
#[derive(Template)]
#[template(path = "composing/form.html")]
pub(super) struct ComposeForm {
    t: T,
    action: Url,
    once: Uuid,
    version: i32,
    audience: AudienceField,
    several: Option<Several>,
    mentions: Option<GroupId>,
    expectations: Option<Expectations>,
    draft: Option<DraftNote>,
    planned: bool,
    when: WhenField,
    /// Whether the part for later stands open.
    later: bool,
    title: String,
    text: String,
    photos: pictures::Field,
    files: files::Field,
    poll: asking::Fields,
    labels: labels::Fields,
    templates: Option<Offers>,
    next: String,
    summary: Summary,
    errors: FormErrors,
    most_title: usize,
    most_text: usize,
}

impl HtmlSafe for ComposeForm {}

/// What is said of a draft that is gone on with.
struct DraftNote {
    said: String,
    /// Another form, for another text.
    fresh: Option<Url>,
}

impl ComposeForm {
    /// The form over the groups one may publish in.
    pub(super) async fn load(
        cx: &Cx,
        targets: Vec<Target>,
        typed: Typed,
        errors: FormErrors,
    ) -> Result<Self, Fault> {
        let t = cx.t();
        let mentions = targets.iter().find(|target| target.slug == typed.group).map(|target| target.group_id);
        let several = Several::load(cx, &targets, (&typed.group, &typed.also, typed.joint), &errors).await?;
        let audience = AudienceField::new(t, targets, &typed.group, errors.on("group"));
        let post = typed.post;
        let chosen = post.labels.unwrap_or_default();
        let blank = post.title.is_empty() && post.text.is_empty();
        let templates = if blank {
            Offers::load(t, &mut *cx.db().await?, cx.viewer(), (&typed.group, &typed.next)).await?
        } else {
            None
        };
        let labels = labels::Fields::load(cx, &mut *cx.db().await?, Offer::Writing, &chosen).await?;
        Ok(Self {
            t,
            action: Url::path("/publish"),
            once: typed.once.unwrap_or_else(|| new_uuid(cx.now())),
            version: typed.version,
            audience,
            several,
            mentions,
            expectations: None,
            draft: None,
            planned: false,
            when: WhenField::new(cx, (&typed.when.0, &typed.when.1), &errors),
            later: errors.on("when").is_some(),
            title: post.title,
            text: post.text,
            photos: pictures::Field::new(cx, post.pictures, &errors),
            files: files::Field::load(cx, &post.files, &errors).await?,
            poll: asking::Fields::new(cx, &post.poll, &errors),
            labels,
            templates,
            next: typed.next,
            summary: Summary::of(t, &errors),
            errors,
            most_title: MOST_TITLE,
            most_text: MAX_CHARS,
        })
    }

    /// The same, with what the chosen group expects.
    pub(super) fn expecting(self, expectations: Option<Expectations>) -> Self {
        Self { expectations, ..self }
    }

    /// The same, saying which draft it goes on with.
    pub(super) fn resuming(self, cx: &Cx, draft: &Draft) -> Self {
        let planned = draft.planned_for(cx);
        let fresh = Url::path("/publish").with("fresh", "1");
        let fresh =
            draft.group_slug.as_ref().map_or_else(|| fresh.clone(), |slug| fresh.clone().with("group", slug));
        let note = DraftNote {
            said: planned.clone().unwrap_or_else(|| {
                let saved = format::ago(cx.locale(), cx.zone(), cx.now(), draft.saved_at);
                cx.t().drafts_resumed(saved).to_string()
            }),
            fresh: planned.is_none().then_some(fresh),
        };
        Self { planned: planned.is_some(), later: self.later || planned.is_some(), draft: Some(note), ..self }
    }
}

/// The composer on a feed: a link to its form, which a script follows in place. Who reads what is published in which
/// group, and what one has begun to write for it, is looked up only when somebody writes.
#[derive(Template)]
#[template(path = "composing/card.html")]
pub struct Composer {
    t: T,
    avatar: Avatar,
    form: Url,
}

impl HtmlSafe for Composer {}

impl Composer {
    /// For the home feed: the group is chosen in the form. Nothing where there is no group to publish in.
    pub fn at_home(cx: &Cx, publishes: bool) -> Option<Self> {
        if publishes { Self::with(cx, Url::path("/publish").with("next", "/feed")) } else { None }
    }

    /// For the page of a group, if one may publish there.
    pub fn in_group(cx: &Cx, group: &GroupStanding) -> Option<Self> {
        let form = urls::compose(&group.slug).with("next", links::group(&group.slug).as_str());
        if GroupCan::of(group).publish { Self::with(cx, form) } else { None }
    }

    fn with(cx: &Cx, form: Url) -> Option<Self> {
        let me = cx.me()?;
        Some(Self { t: cx.t(), avatar: me.avatar(cx.t()), form })
    }
}

/// What takes the place of the link in the composer of the home feed.
#[derive(Template)]
#[template(path = "composing/open.html")]
pub(super) struct OpenComposer {
    pub(super) t: T,
    pub(super) form: ComposeForm,
}
