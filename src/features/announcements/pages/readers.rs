//! Who has confirmed, who has not, and who cannot be reached; reminding those who have not.

use askama::Template;

use crate::{
    authz::{AnnouncePost, Permit, PostCan, SeeReaders},
    features::announcements::{
        store::{self, Reader},
        urls,
        verbs::{self, PAUSE},
    },
    i18n::T,
    kernel::{Timestamp, Url},
    ui::{Moment, Page, Person, Place, links},
    web::{Cx, Error, Reply, flash::Flash, limit::Class},
};

/// How many are named in a list.
const NAMED: usize = 300;

/// `/posts/{post}/readers`
#[derive(Template)]
#[template(path = "announcements/readers.html")]
struct ReadersPage {
    t: T,
    slug: String,
    post: Url,
    done: i64,
    all: i64,
    lists: Vec<List>,
    /// Where reminding is offered, and whether it can be done now.
    remind: Option<(Url, bool)>,
    stop: Option<Url>,
    reminded: Option<Moment>,
}

/// One of the three.
struct List {
    state: &'static str,
    count: i64,
    people: Vec<Line>,
    others: i64,
}

struct Line {
    person: Person,
    at: Option<Moment>,
    seen: bool,
}

impl Page for ReadersPage {
    fn title(&self) -> String {
        self.t.announcements_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

impl List {
    fn new(cx: &Cx, state: &'static str, readers: &mut Vec<Reader>) -> Self {
        let mine: Vec<Reader> = readers.extract_if(.., |reader| reader.state == state).collect();
        let count = mine.len();
        let line = |reader: Reader| {
            Some(Line {
                person: Person {
                    id: reader.id?,
                    name: reader.name?,
                    headline: reader.headline.unwrap_or_default(),
                    photo: reader.photo,
                    rings: reader.rings.unwrap_or_default(),
                },
                at: reader.at.map(|at: Timestamp| Moment::new(cx, at)),
                seen: reader.seen && state == "missing",
            })
        };
        let people: Vec<Line> = mine.into_iter().filter_map(line).take(NAMED).collect();
        Self { state, count: number(count), others: number(count - people.len()), people }
    }
}

/// `GET /posts/{post}/readers`
pub(in super::super) async fn show(cx: Cx, may: Permit<SeeReaders>) -> Reply {
    let about = may.about();
    let mut db = cx.db().await?;
    let mut readers = store::readers(&mut db, cx.viewer(), about.id).await?;
    let reminded = store::reminded(&mut db, cx.viewer(), about.id).await?;
    drop(db);
    let all = number(readers.len());
    let lists: Vec<List> =
        ["missing", "done", "away"].into_iter().map(|state| List::new(&cx, state, &mut readers)).collect();
    let count = |state: &str| lists.iter().find(|list| list.state == state).map_or(0, |list| list.count);
    let announces = PostCan::of(about).announce;
    let ready = reminded.is_none_or(|at| at <= cx.now() - PAUSE);
    cx.page(ReadersPage {
        t: cx.t(),
        slug: about.group.slug.clone(),
        post: links::post(about.id),
        done: count("done"),
        all,
        remind: (announces && count("missing") > 0).then(|| (urls::reminding(about.id), ready)),
        stop: announces.then(|| urls::announcing(about.id)),
        reminded: reminded.map(|at| Moment::new(&cx, at)),
        lists,
    })
    .await
}

/// `POST /posts/{post}/reminder`
pub(in super::super) async fn remind(cx: Cx, may: Permit<AnnouncePost>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    if !verbs::remind(&mut tx, &may).await? {
        tx.abandon().await?;
        return Err(Error::Conflict(cx.t().announcements_too_soon().to_string()));
    }
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().announcements_reminded())).await?;
    cx.redirect(&urls::readers(may.about().id))
}
