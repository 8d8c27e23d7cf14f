//! Sharing a post: into which group, and with which words.

use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{
        Denied, Permit, PublishInGroup, SharePost, audience, permit,
        standing::{GroupPath, PostPath},
    },
    features::{
        posts::{self, NewPost},
        shares::{self, Shared},
        sharing::{
            store::{self, Behind},
            verbs,
        },
    },
    i18n::T,
    kernel::{Failure, Fault, PostId, Url, id::new_uuid, markup::MAX_CHARS},
    ui::{AudienceField, Field, Page, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// `/posts/{post}/share`
#[derive(Template)]
#[template(path = "sharing/share.html")]
struct SharePage {
    t: T,
    slug: String,
    post: Url,
    action: Url,
    summary: Summary,
    to: Option<AudienceField>,
    words: Field,
    once: Uuid,
    name: String,
    shown: Option<Shared>,
}

impl Page for SharePage {
    fn title(&self) -> String {
        self.t.sharing_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// What was chosen and written.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct ShareForm {
    group: String,
    text: String,
    once: String,
}

impl SharePage {
    async fn new(
        cx: &Cx,
        may: &Permit<SharePost>,
        form: &ShareForm,
        errors: &FormErrors,
    ) -> Result<Self, Fault> {
        let (t, about) = (cx.t(), may.about());
        let mut db = cx.db().await?;
        let mut targets = audience::targets(&mut db, cx.viewer()).await?;
        targets.retain(|target| target.group_id != about.group.id);
        let shown = shares::shown(cx, &mut db, about.id).await?;
        drop(db);
        let to = (!targets.is_empty()).then(|| {
            AudienceField::new(t, targets, &form.group, errors.on("group")).labelled(t.sharing_to())
        });
        Ok(Self {
            t,
            slug: about.group.slug.clone(),
            post: links::post(about.id),
            action: links::sharing(about.id),
            summary: Summary::of(t, errors),
            to,
            words: Field::area("text", t.sharing_words(), 3)
                .optional(t.form_optional())
                .hint(t.sharing_words_hint())
                .value(&form.text)
                .most(MAX_CHARS)
                .error(errors.on("text")),
            once: form.once.parse().unwrap_or_else(|_| new_uuid(cx.now())),
            name: cx.me().map(|me| me.name.clone()).unwrap_or_default(),
            shown,
        })
    }
}

/// The right to share what the post at this address shows: of a share, that is what it shows. What one may not read is
/// not there.
async fn behind(cx: &Cx, may: Permit<SharePost>) -> Result<Permit<SharePost>, Error> {
    let mut db = cx.db().await?;
    match store::find_behind(&mut db, cx.viewer(), may.about().id).await? {
        Behind::Itself => Ok(may),
        Behind::Other(post) => Ok(permit::<SharePost>(&mut db, &cx.actor(), PostPath { post }).await?),
        Behind::Nothing => Err(Error::NotFound),
    }
}

/// `GET /posts/{post}/share`
pub(in super::super) async fn show(cx: Cx, may: Permit<SharePost>) -> Reply {
    let may = behind(&cx, may).await?;
    cx.page(SharePage::new(&cx, &may, &ShareForm::default(), &FormErrors::new()).await?).await
}

/// `POST /posts/{post}/share`: the second permit is asked for the group that was chosen.
pub(in super::super) async fn submit(cx: Cx, may: Permit<SharePost>, Form(form): Form<ShareForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let may = behind(&cx, may).await?;
    let (t, mut errors) = (cx.t(), FormErrors::new());
    let into = into(&cx, &may, &form, &mut errors).await?;
    let body = posts::words(t, &form.text, &mut errors);
    let (Some(into), Some(body)) = (into, body) else {
        return cx.invalid(SharePage::new(&cx, &may, &form, &errors).await?).await;
    };
    let new = NewPost::text("", body, cx.locale());
    let once: Option<Uuid> = form.once.parse().ok();
    let mut tx = cx.begin().await?;
    let made = match once {
        Some(once) => tx.once(once).await?.flatten(),
        None => None,
    };
    let share = match made {
        Some(share) => PostId(share),
        None => match verbs::share(&mut tx, &may, &into, new).await {
            Ok(share) => share,
            Err(Failure::Fault(fault)) => return Err(fault.into()),
            Err(Failure::Refused(())) => {
                tx.abandon().await?;
                errors.add("group", t.sharing_closed());
                return cx.invalid(SharePage::new(&cx, &may, &form, &errors).await?).await;
            }
        },
    };
    if let (Some(once), None) = (once, made) {
        tx.made(once, share.0).await?;
    }
    tx.commit().await?;
    cx.flash(Flash::said(t.sharing_done())).await?;
    cx.redirect(&links::post(share))
}

/// The right to publish in the chosen group.
async fn into(
    cx: &Cx,
    may: &Permit<SharePost>,
    form: &ShareForm,
    errors: &mut FormErrors,
) -> Result<Option<Permit<PublishInGroup>>, Error> {
    let t = cx.t();
    if form.group.is_empty() {
        errors.add("group", t.sharing_missing());
        return Ok(None);
    }
    let at = GroupPath { group: form.group.clone() };
    match permit::<PublishInGroup>(&mut *cx.db().await?, &cx.actor(), at).await {
        Ok(into) if into.about().id == may.about().group.id => errors.add("group", t.sharing_same()),
        Ok(into) => return Ok(Some(into)),
        Err(Denied::Hidden | Denied::Refused(_)) => errors.add("group", t.sharing_closed()),
        Err(denied) => return Err(denied.into()),
    }
    Ok(None)
}
