//! Writing a post for any of one's groups: to publish it, to plan it, or to go on with it later.

use askama::Template;
use chrono_tz::Tz;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{
        Denied, Permit, PublishInGroup, Resource, WriteDraft, audience, permit,
        standing::{Group, GroupPath, NoPath},
    },
    db::Tx,
    features::{
        asking::{self, Reading},
        drafts::{self, Draft, Text, When},
        files,
        groups::Expectations,
        pictures, post_templates,
        posts::{
            composer::{ComposeForm, OpenComposer},
            model::{Intent, NewPost, PublishRefused, Typed},
            verbs,
        },
    },
    i18n::T,
    kernel::{DraftId, Failure, Fault, PostId, PostTemplateId, Url, id::new_uuid},
    ui::{Page, Place, links},
    web::{
        Cx, Error, FormErrors, Reply, Wants, flash::Flash, form::Query, limit::Class, reason,
        upload::Composed,
    },
};

/// `/publish`
#[derive(Template)]
#[template(path = "posts/compose.html")]
struct ComposePage {
    t: T,
    form: Option<ComposeForm>,
}

impl Page for ComposePage {
    fn title(&self) -> String {
        self.t.posts_new_post().to_string()
    }

    fn place(&self) -> Place {
        Place::Compose
    }
}

impl ComposePage {
    async fn new(cx: &Cx, typed: Typed, errors: FormErrors) -> Result<Self, Fault> {
        let planned = planned(cx, typed.once).await?;
        Ok(Self { t: cx.t(), form: form_of(cx, typed, planned.as_ref(), errors).await? })
    }
}

/// The form over the groups one may publish in, if there are any, going on with a draft if there is one.
async fn form_of(
    cx: &Cx,
    typed: Typed,
    draft: Option<&Draft>,
    errors: FormErrors,
) -> Result<Option<ComposeForm>, Fault> {
    let targets = audience::targets(&mut *cx.db().await?, cx.viewer()).await?;
    let at = GroupPath { group: typed.group.clone() };
    let form =
        if targets.is_empty() { None } else { Some(ComposeForm::load(cx, targets, typed, errors).await?) };
    let chosen = Group::standing(&mut *cx.db().await?, &cx.actor(), at).await?.and_then(|group| group.face);
    let expectations = chosen.and_then(|face| Expectations::of(cx.t(), &face));
    let form = form.map(|form| form.expecting(expectations));
    Ok(match draft {
        Some(draft) => form.map(|form| form.resuming(cx, draft)),
        None => form,
    })
}

/// The draft under this id, if it is planned: a form that is shown again must not forget that.
async fn planned(cx: &Cx, once: Option<Uuid>) -> Result<Option<Draft>, Fault> {
    let Some(once) = once else { return Ok(None) };
    let draft = drafts::find(&mut *cx.db().await?, cx.viewer(), once.into()).await?;
    Ok(draft.filter(|draft| draft.mine && draft.publish_at.is_some()))
}

/// Which group is chosen beforehand, where to go afterwards, and which draft is gone on with.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Chosen {
    group: String,
    next: String,
    draft: Option<DraftId>,
    fresh: String,
    template: Option<PostTemplateId>,
}

impl Chosen {
    /// The draft that was asked for, or the latest for this group.
    async fn draft(&self, cx: &Cx) -> Result<Option<Draft>, Error> {
        let mut db = cx.db().await?;
        let Some(id) = self.draft else {
            let group = (!self.group.is_empty()).then_some(self.group.as_str());
            let latest = self.fresh.is_empty() && self.template.is_none();
            return Ok(if latest { drafts::latest(&mut db, cx.viewer(), group).await? } else { None });
        };
        let draft = drafts::find(&mut db, cx.viewer(), id).await?.filter(|draft| draft.mine);
        Ok(Some(draft.ok_or(Error::NotFound)?))
    }
}

/// A draft as the form takes it.
fn typed(cx: &Cx, draft: &Draft, next: String) -> Typed {
    Typed {
        once: Some(draft.id.0),
        version: draft.version,
        group: draft.group_slug.clone().unwrap_or_default(),
        title: draft.title.clone(),
        text: draft.body.clone(),
        pictures: draft.photos(),
        files: draft.files.0.clone(),
        when: draft.publish_at.map(|at| drafts::typed(cx, at)).unwrap_or_default(),
        labels: Some(draft.labels.clone()),
        poll: draft.poll.as_ref().map(|poll| poll.opened(cx.zone())).unwrap_or_default(),
        next,
        ..Typed::default()
    }
}

/// `GET /publish`
pub(in super::super) async fn form(cx: Cx, Query(chosen): Query<Chosen>) -> Reply {
    let draft = chosen.draft(&cx).await?;
    let opened = match chosen.template {
        Some(template) => {
            let found = post_templates::find(&mut *cx.db().await?, cx.viewer(), template).await?;
            Some(found.ok_or(Error::NotFound)?)
        }
        None => None,
    };
    let typed = match (&draft, opened) {
        (Some(draft), _) => typed(&cx, draft, chosen.next),
        (None, Some(with)) => Typed {
            group: with.group_slug,
            title: with.title,
            text: with.body,
            next: chosen.next,
            ..Typed::default()
        },
        (None, None) => Typed { group: chosen.group, next: chosen.next, ..Typed::default() },
    };
    let form = form_of(&cx, typed, draft.as_ref(), FormErrors::new()).await?;
    if cx.wants() == Wants::Fragment
        && let Some(form) = form
    {
        return cx.fragment(&OpenComposer { t: cx.t(), form });
    }
    cx.page(ComposePage { t: cx.t(), form }).await
}

/// `POST /publish`: publishes, plans, or keeps. The permit is asked for the group that was chosen.
pub(in super::super) async fn publish(cx: Cx, Composed(upload): Composed) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut typed = Typed::of(&upload);
    let mut errors = FormErrors::new();
    let (of_choices, photos): (Vec<_>, Vec<_>) = upload.files.into_iter().partition(asking::is_of_choice);
    typed.poll.take(&cx, of_choices, &mut errors).await?;
    pictures::take(&cx, (photos, upload.left_out), &mut typed.pictures, &mut errors).await?;
    files::take(&cx, (upload.kept, upload.kept_left_out), &mut typed.files, &mut errors).await?;
    if typed.poll.wants_more() {
        return cx.page(ComposePage::new(&cx, typed, errors).await?).await;
    }
    match typed.intent {
        Intent::Keep => keep(cx, typed, errors).await,
        Intent::Plan | Intent::Publish => Box::pin(submit(cx, typed, errors)).await,
    }
}

/// Keeps what was typed, as far as it goes.
async fn keep(cx: Cx, typed: Typed, mut errors: FormErrors) -> Reply {
    let text = typed.draft(&cx, &mut errors).await?;
    let (Some(text), true) = (text, errors.is_empty()) else {
        return cx.invalid(ComposePage::new(&cx, typed, errors).await?).await;
    };
    let permit = permit::<WriteDraft>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
    let id = DraftId::from(typed.once.unwrap_or_else(|| new_uuid(cx.now())));
    let mut tx = cx.begin().await?;
    drafts::verbs::keep(&mut tx, &permit, (id, typed.version), (&text, cx.locale())).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().drafts_kept_now())).await?;
    cx.redirect(&drafts::urls::list())
}

async fn submit(cx: Cx, typed: Typed, mut errors: FormErrors) -> Reply {
    let permit = chosen(&cx, &typed.group, &mut errors).await?;
    let new = typed.parse(cx.t(), cx.locale(), &mut errors);
    let when = match typed.intent {
        Intent::Plan => When::read(&cx, (&typed.when.0, &typed.when.1), &mut errors).map(Some),
        _ => Some(None),
    };
    let asked = Reading::now(&cx);
    let asked = when.flatten().map_or(asked, |when| asked.planned(when.at.0));
    let poll = typed.poll.parse(asked, &mut errors);
    let (Some(permit), Some(mut new), Some(when), true) = (permit, new, when, errors.is_empty()) else {
        return cx.invalid(ComposePage::new(&cx, typed, errors).await?).await;
    };
    if let (Some(poll), None) = (poll, when) {
        new.poll = Some(typed.poll.prepare(&cx.app, poll).await?);
    }
    let mut tx = cx.begin().await?;
    let done = match when {
        Some(when) => plan(&mut tx, &permit, &typed, new, (when, cx.zone())).await,
        None => made(&mut tx, &permit, &typed, new).await.map(|_| ()),
    };
    match done {
        Ok(()) => tx.commit().await?,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            match no {
                PublishRefused::Poll => errors.add("poll-choice-1", cx.t().polls_no_twice()),
                PublishRefused::PollPicture => errors.add("poll-choice-1", cx.t().pictures_not_loose()),
                PublishRefused::Photo => errors.add("files", cx.t().posts_photo_gone()),
                PublishRefused::File => errors.add("documents", cx.t().files_gone()),
                _ => errors.add("group", cx.t().posts_no_longer()),
            }
            return cx.invalid(ComposePage::new(&cx, typed, errors).await?).await;
        }
    }
    let group = links::group(&permit.about().slug);
    if let Some(when) = when {
        cx.flash(Flash::said(when.said(&cx))).await?;
        return cx.redirect(&Url::path("/planning"));
    }
    cx.flash(Flash::said(cx.t().posts_published())).await?;
    cx.redirect(&Url::local(&typed.next).unwrap_or(group))
}

/// Has the clock publish it. Published meanwhile, it stays so.
async fn plan(
    tx: &mut Tx,
    permit: &Permit<PublishInGroup>,
    typed: &Typed,
    new: NewPost,
    (when, zone): (When, Tz),
) -> Result<(), Failure<PublishRefused>> {
    let id = DraftId::from(typed.once.unwrap_or_else(|| new_uuid(tx.now())));
    let text = Text {
        group: Some(permit.about().id),
        title: new.title,
        body: new.body,
        pictures: new.pictures,
        files: new.files,
        labels: new.labels,
        poll: typed.poll.kept(zone),
    };
    drafts::verbs::plan(tx, permit, id, (&text, new.lang), when.at).await?;
    Ok(())
}

/// The post, made once however often the form arrives.
async fn made(
    tx: &mut Tx,
    permit: &Permit<PublishInGroup>,
    typed: &Typed,
    new: NewPost,
) -> Result<PostId, Failure<PublishRefused>> {
    let Some(once) = typed.once else {
        return verbs::publish(tx, permit, new).await;
    };
    if let Some(Some(post)) = tx.once(once).await? {
        return Ok(PostId(post));
    }
    let post = verbs::publish(tx, permit, new).await?;
    tx.made(once, post.0).await?;
    drafts::verbs::end(tx, permit.member()?, once).await?;
    Ok(post)
}

/// The right to publish in the chosen group, or what is wrong with the choice: the text is never lost over it.
async fn chosen(
    cx: &Cx,
    slug: &str,
    errors: &mut FormErrors,
) -> Result<Option<Permit<PublishInGroup>>, Error> {
    if slug.is_empty() {
        errors.add("group", cx.t().posts_group_needed());
        return Ok(None);
    }
    match permit(&mut *cx.db().await?, &cx.actor(), GroupPath { group: slug.to_owned() }).await {
        Ok(permit) => return Ok(Some(permit)),
        Err(Denied::Hidden) => errors.add("group", cx.t().posts_group_needed()),
        Err(Denied::Refused(why)) => errors.add("group", reason::text(cx.t(), why)),
        Err(Denied::Fault(fault)) => return Err(fault.into()),
    }
    Ok(None)
}
