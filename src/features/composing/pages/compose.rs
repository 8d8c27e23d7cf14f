//! Writing a post for any of one's groups: to publish it, to plan it, or to go on with it later.

use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{
        Denied, Permit, PublishInGroup, Resource, WriteDraft, audience, permit,
        standing::{Group, GroupPath, NoPath},
    },
    features::{
        asking::{self, Reading},
        composing::{
            copies::Copies,
            form::{ComposeForm, OpenComposer},
            model::{Intent, MOST_GROUPS, Typed},
            urls,
            verbs::{self, Each, Refused, Rights},
        },
        drafts::{self, Draft, When},
        files,
        groups::Expectations,
        pictures, post_templates,
        posts::{self, NewPost, PublishRefused},
    },
    i18n::T,
    kernel::{DraftId, Failure, Fault, GroupId, PostTemplateId, Url, id::new_uuid},
    ui::{Page, Place, links},
    web::{
        Cx, Error, FormErrors, Reply, Wants, flash::Flash, form::Query, limit::Class, reason,
        upload::Composed,
    },
};

/// `/publish`
#[derive(Template)]
#[template(path = "composing/compose.html")]
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
        also: draft.also.clone(),
        joint: draft.joint,
        when: draft.publish_at.map(|at| drafts::typed(cx, at)).unwrap_or_default(),
        next,
        post: posts::Typed {
            title: draft.title.clone(),
            text: draft.body.clone(),
            pictures: draft.photos(),
            files: draft.files.0.clone(),
            labels: Some(draft.labels.clone()),
            poll: draft.poll.as_ref().map(|poll| poll.opened(cx.zone())).unwrap_or_default(),
            ..posts::Typed::default()
        },
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
            next: chosen.next,
            post: posts::Typed { title: with.title, text: with.body, ..posts::Typed::default() },
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
    let post = &mut typed.post;
    post.poll.take(&cx, of_choices, &mut errors).await?;
    pictures::take(&cx, (photos, upload.left_out), &mut post.pictures, &mut errors).await?;
    files::take(&cx, (upload.kept, upload.kept_left_out), &mut post.files, &mut errors).await?;
    if post.poll.wants_more() || typed.intent == Intent::Count {
        return cx.page(ComposePage::new(&cx, typed, errors).await?).await;
    }
    match typed.intent {
        Intent::Keep => keep(cx, typed, errors).await,
        Intent::Plan | Intent::Publish | Intent::Count => Box::pin(submit(cx, typed, errors)).await,
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
    let permits = chosen(&cx, &typed, &mut errors).await?;
    let new = typed.post.parse(cx.t(), cx.locale(), &mut errors);
    let when = match typed.intent {
        Intent::Plan => When::read(&cx, (&typed.when.0, &typed.when.1), &mut errors).map(Some),
        _ => Some(None),
    };
    let asked = Reading::now(&cx);
    let asked = when.flatten().map_or(asked, |when| asked.planned(when.at.0));
    typed.post.poll.parse(asked, &mut errors);
    let (Some(new), Some(when), true) = (new, when, errors.is_empty()) else {
        return cx.invalid(ComposePage::new(&cx, typed, errors).await?).await;
    };
    let rights = rights(&cx).await?;
    let names = permits.iter().map(|permit| (permit.about().id, name(permit))).collect::<Vec<_>>();
    let first = permits.first().map(|permit| links::group(&permit.about().slug));
    let joint = typed.joint && permits.len() > 1;
    let every = every(&cx, (permits, joint), new, (&typed.post.poll, asked)).await?;
    let mut tx = cx.begin().await?;
    let done = match when {
        Some(when) => {
            let planned = verbs::plan(&mut tx, every, &rights, (typed.once, (when.at.0, cx.zone()))).await;
            planned.map(|()| Vec::new()).map_err(Failure::Fault)
        }
        None => verbs::publish(&mut tx, every, &rights, typed.once).await,
    };
    let posts = match done {
        Ok(posts) => posts,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            refused(cx.t(), no, &names, &mut errors);
            return cx.invalid(ComposePage::new(&cx, typed, errors).await?).await;
        }
    };
    tx.commit().await?;
    if let Some(when) = when {
        let also = i64::try_from(names.len()).ok().filter(|count| *count > 1);
        let said = |count| {
            let t = cx.t();
            if joint { t.composing_planned_joint(count) } else { t.composing_planned(count) }.to_string()
        };
        let also = also.map(|count| format!(" {}", said(count))).unwrap_or_default();
        cx.flash(Flash::said(format!("{}{also}", when.said(&cx)))).await?;
        return cx.redirect(&Url::path("/planning"));
    }
    if posts.len() > 1 {
        return cx.redirect(&urls::published(&posts, &typed.next));
    }
    let t = cx.t();
    let said = if joint { t.composing_done_joint(i64::try_from(names.len())?) } else { t.posts_published() };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&Url::local(&typed.next).or(first).unwrap_or_else(|| Url::path("/feed")))
}

/// The rights to bring photos and files once more, which whoever writes has.
async fn rights(cx: &Cx) -> Result<Rights, Error> {
    let (mut db, who) = (cx.db().await?, cx.actor());
    Ok(Rights {
        pictures: permit(&mut db, &who, NoPath {}).await?,
        files: permit(&mut db, &who, NoPath {}).await?,
    })
}

/// The post as it will stand in all of the groups as one discussion, or else in each of them: in the first with what was
/// sent, in the others with copies of it. Each has a poll of its own, and where that is anonymous a key of its own.
async fn every(
    cx: &Cx,
    (permits, joint): (Vec<Permit<PublishInGroup>>, bool),
    new: NewPost,
    (poll, asked): (&asking::Typed, Reading),
) -> Result<Vec<Each>, Error> {
    let mut every: Vec<Each> = Vec::with_capacity(permits.len());
    for permit in permits {
        if let Some(one) = every.first_mut().filter(|_| joint) {
            one.also.push(permit);
            continue;
        }
        let first = every.is_empty();
        let loose = (new.pictures.as_slice(), new.files.as_slice());
        let copies =
            if first { Copies::default() } else { Copies::make(&cx.app, cx.viewer(), loose, poll).await? };
        let poll = if first { poll.clone() } else { poll.clone().with_pictures(&copies.of_choices()) };
        let asks = (!asked.planned).then(|| poll.parse(asked, &mut FormErrors::new())).flatten();
        let asks = match asks {
            Some(asks) => Some(poll.prepare(&cx.app, asks).await?),
            None => None,
        };
        let new = NewPost {
            title: new.title.clone(),
            body: new.body.clone(),
            lang: new.lang,
            pictures: if first { new.pictures.clone() } else { copies.photos() },
            files: if first { new.files.clone() } else { copies.files() },
            publish_at: None,
            poll: asks,
            labels: new.labels.clone(),
        };
        every.push(Each { permit, also: Vec::new(), new, poll, copies });
    }
    Ok(every)
}

/// What the group is called.
fn name(permit: &Permit<PublishInGroup>) -> String {
    permit.about().face.as_ref().map(|face| face.name.clone()).unwrap_or_default()
}

/// Says beside its field why nothing was published.
fn refused(t: T, Refused { group, why }: Refused, names: &[(GroupId, String)], errors: &mut FormErrors) {
    match why {
        PublishRefused::Poll => errors.add("poll-choice-1", t.polls_no_twice()),
        PublishRefused::PollPicture => errors.add("poll-choice-1", t.pictures_not_loose()),
        PublishRefused::Photo => errors.add("files", t.posts_photo_gone()),
        PublishRefused::File => errors.add("documents", t.files_gone()),
        PublishRefused::NoLonger | PublishRefused::Conflict => {
            match names.iter().skip(1).find(|(id, _)| *id == group) {
                Some((_, name)) => {
                    errors
                        .add("also", t.composing_refused(name.as_str(), t.composing_no_longer().to_string()));
                }
                None => errors.add("group", t.posts_no_longer()),
            }
        }
    }
}

/// The rights to publish in the chosen groups, or what is wrong with the choice: the text is never lost over it. What
/// is said of a group that is hidden is said of one that is not there.
async fn chosen(
    cx: &Cx,
    typed: &Typed,
    errors: &mut FormErrors,
) -> Result<Vec<Permit<PublishInGroup>>, Error> {
    let (t, groups) = (cx.t(), typed.groups());
    let mut permits = Vec::with_capacity(groups.len());
    if groups.is_empty() {
        errors.add("group", t.posts_group_needed());
    }
    if groups.len() > MOST_GROUPS {
        let over = i64::try_from(groups.len() - MOST_GROUPS)?;
        errors.add("also", t.composing_too_many(i64::try_from(MOST_GROUPS)?, over));
        return Ok(permits);
    }
    let mut gone = false;
    for slug in groups {
        let at = GroupPath { group: slug.to_owned() };
        let field = if slug == typed.group { "group" } else { "also" };
        match permit(&mut *cx.db().await?, &cx.actor(), at).await {
            Ok(permit) => permits.push(permit),
            Err(Denied::Hidden) if field == "group" => errors.add(field, t.posts_group_needed()),
            Err(Denied::Hidden) => gone = true,
            Err(Denied::Refused(why)) if field == "group" => errors.add(field, reason::text(t, why)),
            Err(Denied::Refused(why)) => {
                let named = called(cx, slug).await?;
                errors.add(field, t.composing_refused(named, reason::text(t, why)));
            }
            Err(Denied::Fault(fault)) => return Err(fault.into()),
        }
    }
    if gone {
        errors.add("also", t.composing_gone());
    }
    Ok(permits)
}

/// What a group that one may know is called.
async fn called(cx: &Cx, slug: &str) -> Result<String, Fault> {
    let at = GroupPath { group: slug.to_owned() };
    let group = Group::standing(&mut *cx.db().await?, &cx.actor(), at).await?;
    Ok(group.and_then(|group| group.face).map(|face| face.name).unwrap_or_default())
}
