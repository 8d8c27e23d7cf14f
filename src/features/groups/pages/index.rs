//! All groups: invitations first, then one's own, then those to discover.

use askama::Template;
use serde::Deserialize;

use crate::{
    features::groups::{
        answers::store::{self as invitations, WaitingRow},
        cards::{GroupCard, LevelBadge, cards},
        store, urls,
    },
    i18n::T,
    kernel::Url,
    ui::{Glyph, Moment, Page, Place, links},
    web::{Cx, Reply, form::Query},
};

/// One's own groups are shown together; those to discover come in pages.
const MOST_MINE: usize = 200;
const MOST_OTHERS: usize = 48;

/// What the list shows.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Listing {
    q: String,
    after: Option<String>,
    theme: String,
}

/// A theme to narrow the list by; none shows all.
struct Chip {
    label: String,
    groups: Option<i64>,
    url: Url,
    here: bool,
}

#[derive(Template)]
#[template(path = "groups/index.html")]
struct IndexPage {
    t: T,
    guest: bool,
    words: String,
    theme: Option<i32>,
    themes: Vec<Chip>,
    invitations: Vec<Waiting>,
    mine: Vec<GroupCard>,
    others: Vec<GroupCard>,
    further: bool,
    next: Option<Url>,
    new: Url,
    list: Url,
    bin: Option<Url>,
}

impl Page for IndexPage {
    fn title(&self) -> String {
        self.t.groups_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Groups
    }
}

/// An invitation that waits, with its two answers.
#[derive(Template)]
#[template(path = "groups/waiting.html")]
pub(super) struct Waiting {
    t: T,
    name: String,
    purpose: String,
    glyph: Glyph,
    level: LevelBadge,
    by: Option<String>,
    message: String,
    at: Moment,
    url: Url,
    accept: Url,
    decline: Url,
}

impl askama::filters::HtmlSafe for Waiting {}

impl Waiting {
    pub(super) fn new(cx: &Cx, row: WaitingRow) -> Self {
        Self {
            t: cx.t(),
            glyph: Glyph::new(&row.icon, &row.hue).medium(),
            level: LevelBadge::of(cx.t(), row.level.into()),
            by: row.inviter,
            message: row.message,
            at: Moment::new(cx, row.created_at),
            url: links::group(&row.slug),
            accept: urls::invitation(row.id, "acceptance"),
            decline: urls::invitation(row.id, "refusal"),
            name: row.name,
            purpose: row.purpose,
        }
    }
}

/// The list, narrowed.
fn listed(words: &str, theme: Option<i32>) -> Url {
    let list = if words.is_empty() { urls::list() } else { urls::list().with("q", words) };
    theme.into_iter().fold(list, |list, theme| list.with("theme", theme))
}

/// The themes in which the viewer sees groups.
fn chips(cx: &Cx, words: &str, here: Option<i32>, themes: &[store::Theme]) -> Vec<Chip> {
    let shown = themes.iter().filter(|theme| theme.groups > 0 || here == Some(theme.id));
    let all = Chip {
        label: cx.t().groups_theme_all().to_string(),
        groups: None,
        url: listed(words, None),
        here: here.is_none(),
    };
    let chip = |theme: &store::Theme| Chip {
        label: theme.name.of(cx.locale()).to_owned(),
        groups: Some(theme.groups),
        url: listed(words, Some(theme.id)),
        here: here == Some(theme.id),
    };
    let chips: Vec<Chip> = shown.map(chip).collect();
    if chips.is_empty() { chips } else { std::iter::once(all).chain(chips).collect() }
}

/// `/groups`
pub(in super::super) async fn show(cx: Cx, Query(listing): Query<Listing>) -> Reply {
    let words: String = listing.q.trim().chars().take(80).collect();
    let mut db = cx.db().await?;
    let invitations = invitations::waiting(&mut db, cx.viewer(), None).await?;
    let after = listing.after.as_deref();
    let theme: Option<i32> = listing.theme.parse().ok();
    let themes = store::themes(&mut db, cx.viewer()).await?;
    let mine = if after.is_some() {
        Vec::new()
    } else {
        cards(&cx, &mut db, true, (&words, theme), None, MOST_MINE).await?.items
    };
    let others = cards(&cx, &mut db, false, (&words, theme), after, MOST_OTHERS).await?;
    let binned = store::any_binned(&mut db, cx.viewer()).await?;
    drop(db);
    let next = others
        .items
        .last()
        .filter(|_| others.more)
        .map(|last| listed(&words, theme).with("after", last.slug()));
    let page = IndexPage {
        t: cx.t(),
        guest: cx.member()?.external,
        invitations: invitations.into_iter().map(|row| Waiting::new(&cx, row)).collect(),
        themes: chips(&cx, &words, theme, &themes),
        theme,
        further: after.is_some(),
        mine,
        others: others.items,
        next,
        new: urls::new(),
        list: urls::list(),
        bin: binned.then(urls::bin),
        words,
    };
    cx.page(page).await
}
