//! Writing a post: on its own page for any of one's groups, or from the composer of a group's page.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{
        Denied, Permit, PublishInGroup, Resource, audience, permit,
        standing::{Group, GroupPath},
    },
    db::Tx,
    features::groups::Expectations,
    features::posts::{
        composer::{ComposeForm, OpenComposer},
        model::{NewPost, PublishRefused, Typed},
        verbs,
    },
    i18n::T,
    kernel::{Failure, Fault, PostId, Url},
    ui::{Page, Place, links},
    web::{
        Cx, Error, FormErrors, Reply, Wants, flash::Flash, form::Query, limit::Class, reason, upload::Upload,
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
        Ok(Self { t: cx.t(), form: choosing(cx, typed, errors).await? })
    }
}

/// The form over the groups one may publish in, if there are any.
async fn choosing(cx: &Cx, typed: Typed, errors: FormErrors) -> Result<Option<ComposeForm>, Fault> {
    let targets = audience::targets(&mut *cx.db().await?, cx.viewer()).await?;
    let at = GroupPath { group: typed.group.clone() };
    let form = (!targets.is_empty()).then(|| ComposeForm::choosing(cx, targets, typed, errors));
    let chosen = Group::standing(&mut *cx.db().await?, &cx.actor(), at).await?.and_then(|group| group.face);
    let expectations = chosen.and_then(|face| Expectations::of(cx.t(), &face));
    Ok(form.map(|form| form.expecting(expectations)))
}

/// Which group is chosen beforehand, and where to go afterwards.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Chosen {
    group: String,
    next: String,
}

pub(in super::super) async fn form(cx: Cx, Query(chosen): Query<Chosen>) -> Reply {
    let typed = Typed { group: chosen.group, next: chosen.next, ..Typed::default() };
    if cx.wants() == Wants::Fragment
        && let Some(form) = choosing(&cx, typed.clone(), FormErrors::new()).await?
    {
        return cx.fragment(&OpenComposer { t: cx.t(), form });
    }
    let page = ComposePage::new(&cx, typed, FormErrors::new()).await?;
    cx.page(page).await
}

/// From the page of a group.
pub(in super::super) async fn publish_here(cx: Cx, permit: Permit<PublishInGroup>, upload: Upload) -> Reply {
    let typed = Typed { group: permit.about().slug.clone(), ..Typed::of(&upload) };
    submit(cx, Some(permit), typed, upload).await
}

/// From the page for all groups: the permit is asked for the group that was chosen.
pub(in super::super) async fn publish(cx: Cx, upload: Upload) -> Reply {
    submit(cx, None, Typed::of(&upload), upload).await
}

async fn submit(cx: Cx, held: Option<Permit<PublishInGroup>>, mut typed: Typed, upload: Upload) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut errors = FormErrors::new();
    let permit = match held {
        Some(permit) => Some(permit),
        None => chosen(&cx, &typed.group, &mut errors).await?,
    };
    super::uploads::take(&cx, (upload.files, upload.left_out), &mut typed.pictures, &mut errors).await?;
    let new = typed.parse(cx.t(), cx.locale(), &mut errors);
    let (Some(permit), Some(new)) = (permit, new) else {
        let page = ComposePage::new(&cx, typed, errors).await?;
        return cx.invalid(page).await;
    };
    let mut tx = cx.begin().await?;
    match made(&mut tx, &permit, &typed, new).await {
        Ok(_) => tx.commit().await?,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(no)) => {
            tx.abandon().await?;
            match no {
                PublishRefused::Photo => errors.add("files", cx.t().posts_photo_gone()),
                _ => errors.add("group", cx.t().posts_no_longer()),
            }
            let page = ComposePage::new(&cx, typed, errors).await?;
            return cx.invalid(page).await;
        }
    }
    cx.flash(Flash::said(cx.t().posts_published())).await?;
    cx.redirect(&Url::local(&typed.next).unwrap_or_else(|| links::group(&permit.about().slug)))
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
