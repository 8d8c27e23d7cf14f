//! Reacting to posts and comments: the switches, the page to choose from, and who reacted.

use askama::Template;
use serde::Deserialize;

use super::super::{
    cards::{Eyes, ReactionBar},
    model::{ReactionRefused, Subject},
    reactions::{
        self,
        store::{self, WhoRow},
    },
};
use crate::{
    authz::{Permit, ReactToComment, ReactToPost, ViewComment, ViewPost},
    db::Tx,
    i18n::T,
    kernel::{Failure, Url},
    ui::{
        Page, Person,
        emoji::{self, Emoji, EmojiGrid},
        links,
    },
    web::{Cx, Error, Form, Reply, Wants, limit::Class},
};

#[derive(Deserialize)]
pub(in super::super) struct ReactionFields {
    /// The emoji to set.
    #[serde(default)]
    on: String,
    /// The emoji to take back.
    #[serde(default)]
    off: String,
}

impl ReactionFields {
    /// Which emoji, and whether it is set; none where what came is no emoji.
    fn read(&self) -> Option<(Emoji, bool)> {
        let on = self.off.is_empty();
        Emoji::parse(if on { &self.on } else { &self.off }).map(|emoji| (emoji, on))
    }
}

/// `POST /posts/{post}/reactions`
pub(in super::super) async fn to_post(
    cx: Cx,
    permit: Permit<ReactToPost>,
    Form(fields): Form<ReactionFields>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let (subject, back) = (Subject::Post(permit.about().id), links::post(permit.about().id));
    let Some((emoji, on)) = fields.read() else {
        return cx.invalid(PickPage::new(&cx, subject, back, true)).await;
    };
    let mut tx = cx.begin().await?;
    let done = reactions::react_to_post(&mut tx, &permit, &emoji, on).await;
    answer(&cx, tx, done, subject, &back).await
}

/// `POST /comments/{comment}/reactions`
pub(in super::super) async fn to_comment(
    cx: Cx,
    permit: Permit<ReactToComment>,
    Form(fields): Form<ReactionFields>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let about = permit.about();
    let (subject, back) = (Subject::Comment(about.id), links::comment(about.post, about.id));
    let Some((emoji, on)) = fields.read() else {
        return cx.invalid(PickPage::new(&cx, subject, back, true)).await;
    };
    let mut tx = cx.begin().await?;
    let done = reactions::react_to_comment(&mut tx, &permit, &emoji, on).await;
    answer(&cx, tx, done, subject, &back).await
}

async fn answer(
    cx: &Cx,
    tx: Tx,
    done: Result<(), Failure<ReactionRefused>>,
    subject: Subject,
    back: &Url,
) -> Reply {
    match done {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(ReactionRefused::Full)) => {
            return Err(Error::Conflict(cx.t().comments_reactions_full().to_string()));
        }
        Err(Failure::Refused(ReactionRefused::Gone)) => return Err(Error::NotFound),
        Err(Failure::Fault(fault)) => return Err(Error::Fault(fault)),
    }
    if cx.wants() == Wants::Page {
        return cx.redirect(back);
    }
    let counted = store::counted(&mut *cx.db().await?, cx.actor().id(), subject).await?;
    cx.fragment(&ReactionBar::new(Eyes::Mine(cx), subject, counted, true))
}

/// The grid as a page.
#[derive(Template)]
#[template(path = "comments/pick.html")]
struct PickPage {
    t: T,
    action: Url,
    back: Url,
    grid: EmojiGrid,
    unknown: bool,
}

impl Page for PickPage {
    fn title(&self) -> String {
        self.t.comments_pick().to_string()
    }
}

impl PickPage {
    fn new(cx: &Cx, subject: Subject, back: Url, unknown: bool) -> Self {
        let t = cx.t();
        Self { t, action: subject.reactions(), back, grid: EmojiGrid::new(t), unknown }
    }
}

/// `GET /posts/{post}/reactions/pick`
pub(in super::super) async fn pick_for_post(cx: Cx, permit: Permit<ReactToPost>) -> Reply {
    let post = permit.about().id;
    cx.page(PickPage::new(&cx, Subject::Post(post), links::post(post), false)).await
}

/// `GET /comments/{comment}/reactions/pick`
pub(in super::super) async fn pick_for_comment(cx: Cx, permit: Permit<ReactToComment>) -> Reply {
    let about = permit.about();
    cx.page(PickPage::new(&cx, Subject::Comment(about.id), links::comment(about.post, about.id), false)).await
}

/// Who reacted, by emoji.
#[derive(Template)]
#[template(path = "comments/who.html")]
struct WhoPage {
    t: T,
    back: Url,
    kinds: Vec<Kind>,
}

struct Kind {
    emoji: String,
    name: String,
    n: i64,
    people: Vec<Person>,
    /// Those the reader may not know, and those beyond the first hundred.
    others: i64,
}

impl Page for WhoPage {
    fn title(&self) -> String {
        self.t.comments_who_title().to_string()
    }
}

impl WhoPage {
    fn new(cx: &Cx, back: Url, rows: Vec<WhoRow>) -> Self {
        let mut kinds: Vec<Kind> = Vec::new();
        for row in rows {
            if kinds.last().is_none_or(|kind| kind.emoji != row.emoji) {
                let name = emoji::name(cx.t(), &row.emoji);
                kinds.push(Kind { emoji: row.emoji, name, n: row.n, people: Vec::new(), others: row.n });
            }
            if let (Some(kind), Some(id), Some(name)) = (kinds.last_mut(), row.id, row.name) {
                kind.others -= 1;
                kind.people.push(Person {
                    id,
                    name,
                    headline: row.headline.unwrap_or_default(),
                    photo: row.photo,
                    rings: row.rings.unwrap_or_default(),
                });
            }
        }
        Self { t: cx.t(), back, kinds }
    }
}

/// `GET /posts/{post}/reactions`
pub(in super::super) async fn who_post(cx: Cx, permit: Permit<ViewPost>) -> Reply {
    let post = permit.about().id;
    let rows = store::who(&mut *cx.db().await?, cx.viewer(), Subject::Post(post)).await?;
    cx.page(WhoPage::new(&cx, links::post(post), rows)).await
}

/// `GET /comments/{comment}/reactions`
pub(in super::super) async fn who_comment(cx: Cx, permit: Permit<ViewComment>) -> Reply {
    let about = permit.about();
    let rows = store::who(&mut *cx.db().await?, cx.viewer(), Subject::Comment(about.id)).await?;
    cx.page(WhoPage::new(&cx, links::comment(about.post, about.id), rows)).await
}
