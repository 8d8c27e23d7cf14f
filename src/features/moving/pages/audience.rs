//! Who reads a post: choosing another group, seeing who gains and who loses it, and taking the move back.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{
        Denied, MovePost, Permit, PostCan, PostStanding, ReceivePost, ReplacePost, Resource, ReturnPost,
        ViewPost, WithdrawPost, permit,
        standing::{GroupPath, Post, PostPath},
    },
    features::{
        labels,
        moving::{
            store::{self, Target},
            urls,
            verbs::{self, Telling},
        },
    },
    i18n::T,
    kernel::{Failure, Fault, GroupId, PostId, Url},
    ui::{Choice, Glyph, Page, Person, Place, field::Summary, links},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form::Query, limit::Class},
};

/// How many are named.
const NAMED: i64 = 12;

/// `/posts/{post}/audience`
#[derive(Template)]
#[template(path = "moving/audience.html")]
struct AudiencePage {
    t: T,
    slug: String,
    mine: bool,
    post: Url,
    action: Url,
    summary: Summary,
    to: Option<Choice>,
    change: Option<Change>,
    /// Where it stands, if that is in several groups.
    further: Vec<Further>,
    /// Whether one may move it.
    moves: bool,
}

/// A group of a discussion, and where to take it out of there, if one may.
struct Further {
    url: Url,
    name: String,
    glyph: Glyph,
    own: bool,
    leave: Option<Url>,
}

/// What a move would change.
struct Change {
    slug: String,
    name: String,
    sides: Vec<Side>,
    /// The labels of the group it leaves, which stay behind.
    labels: Vec<String>,
}

/// Those who gain, or those who lose.
struct Side {
    gains: bool,
    count: i64,
    people: Vec<Person>,
}

impl Side {
    async fn load(cx: &Cx, gains: bool, what: (PostId, GroupId)) -> Result<Self, Fault> {
        let mut db = cx.db().await?;
        let count = store::count_changed(&mut db, cx.viewer(), what, gains).await?;
        let people = store::name_changed(&mut db, cx.viewer(), what, gains, NAMED).await?;
        Ok(Self { gains, count, people })
    }

    /// How many are not named.
    fn others(&self) -> i64 {
        self.count.saturating_sub(i64::try_from(self.people.len()).unwrap_or_default()).max(0)
    }
}

impl Page for AudiencePage {
    fn title(&self) -> String {
        self.t.moving_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// What was chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct MoveForm {
    to: String,
    author: String,
    readers: String,
}

impl AudiencePage {
    async fn new(cx: &Cx, about: &PostStanding, to: &str, errors: &FormErrors) -> Result<Self, Fault> {
        let t = cx.t();
        let targets = store::targets(&mut *cx.db().await?, cx.viewer(), about.group.id).await?;
        let chosen = targets.iter().find(|target| target.slug == to);
        let change = match chosen {
            Some(target) => Some(Self::change(cx, about, target).await?),
            None => None,
        };
        let label =
            |target: &Target| t.moving_target(target.level.as_str(), target.name.as_str()).to_string();
        let choice = Choice::select("to", t.moving_to()).chosen(to).error(errors.on("to"));
        let choice = targets.iter().fold(choice.option("", t.moving_choose(), ""), |choice, target| {
            choice.option(target.slug.as_str(), label(target), "")
        });
        Ok(Self {
            t,
            slug: about.group.slug.clone(),
            mine: about.mine,
            post: links::post(about.id),
            action: links::post(about.id).join("audience"),
            further: Self::further(cx, about).await?,
            moves: PostCan::of(about).relocate,
            summary: Summary::of(t, errors),
            to: (!targets.is_empty()).then_some(choice),
            change,
        })
    }

    async fn further(cx: &Cx, about: &PostStanding) -> Result<Vec<Further>, Fault> {
        let groups = store::further(&mut *cx.db().await?, cx.viewer(), about.id).await?;
        let further = groups.into_iter().map(|group| {
            let may = !group.own && about.withdraws(group.manages);
            Further {
                url: links::group(&group.slug),
                leave: may.then(|| urls::withdrawal(about.id, &group.slug)),
                name: group.name,
                glyph: Glyph::new(&group.icon, &group.hue),
                own: group.own,
            }
        });
        Ok(further.collect())
    }

    async fn change(cx: &Cx, about: &PostStanding, target: &Target) -> Result<Change, Fault> {
        let what = (about.id, target.id);
        let labels = labels::dropped(&mut *cx.db().await?, cx.viewer(), about.id).await?;
        Ok(Change {
            labels,
            slug: target.slug.clone(),
            name: target.name.clone(),
            sides: vec![Side::load(cx, true, what).await?, Side::load(cx, false, what).await?],
        })
    }
}

/// `GET /posts/{post}/audience?to=`
pub(in super::super) async fn show(cx: Cx, may: Permit<ViewPost>, Query(form): Query<MoveForm>) -> Reply {
    let about = may.about();
    let page = AudiencePage::new(&cx, about, &form.to, &FormErrors::new()).await?;
    if page.further.is_empty() || page.moves {
        permit::<MovePost>(&mut *cx.db().await?, &cx.actor(), PostPath { post: about.id }).await?;
    }
    cx.page(page).await
}

/// `POST /posts/{post}/audience`: the second permit is asked for the group that was chosen.
pub(in super::super) async fn submit(cx: Cx, may: Permit<MovePost>, Form(form): Form<MoveForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let t = cx.t();
    let at = GroupPath { group: form.to.clone() };
    let into = match permit::<ReceivePost>(&mut *cx.db().await?, &cx.actor(), at).await {
        Ok(into) if into.about().id != may.about().group.id => Some(into),
        Ok(_) | Err(Denied::Hidden | Denied::Refused(_)) => None,
        Err(denied) => return Err(denied.into()),
    };
    let Some(into) = into else {
        let mut errors = FormErrors::new();
        errors.add("to", if form.to.is_empty() { t.moving_missing() } else { t.moving_closed() });
        return cx.invalid(AudiencePage::new(&cx, may.about(), &form.to, &errors).await?).await;
    };
    let telling =
        Telling { author: form.author == "yes" && !may.about().mine, readers: form.readers == "yes" };
    let mut tx = cx.begin().await?;
    match verbs::move_post(&mut tx, &may, &into, telling).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(())) => return Err(Error::Conflict(t.moving_conflict().to_string())),
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    let post = may.about().id;
    let name = into.about().face.as_ref().map(|face| face.name.clone()).unwrap_or_default();
    let said = Flash::said(t.moving_done(name.as_str()));
    cx.flash(said.with_undo(&urls::undo(post), t.posts_undo())).await?;
    cx.redirect(&links::post(post))
}

/// `POST /posts/{post}/groups/{group}/withdrawal`
pub(in super::super) async fn withdraw(cx: Cx, may: Permit<WithdrawPost>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    if !verbs::withdraw(&mut tx, &may).await? {
        tx.abandon().await?;
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    let undo = urls::replacement(may.about().post.id, &may.about().slug);
    let said = Flash::said(cx.t().moving_withdrawn(may.about().name.as_str()));
    cx.flash(said.with_undo(&undo, cx.t().posts_undo())).await?;
    let post =
        Post::standing(&mut *cx.db().await?, &cx.actor(), PostPath { post: may.about().post.id }).await?;
    cx.redirect(&post.map_or_else(|| Url::path("/feed"), |post| links::post(post.id)))
}

/// `POST /posts/{post}/groups/{group}/return`
pub(in super::super) async fn replace(cx: Cx, may: Permit<ReplacePost>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    if !verbs::replace(&mut tx, &may).await? {
        tx.abandon().await?;
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().moving_replaced(may.about().name.as_str()))).await?;
    cx.redirect(&links::post(may.about().post))
}

/// `POST /posts/{post}/return`
pub(in super::super) async fn undo(cx: Cx, may: Permit<ReturnPost>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    if !verbs::move_back(&mut tx, &may).await? {
        tx.abandon().await?;
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().moving_undone())).await?;
    cx.redirect(&links::post(may.about().post))
}
