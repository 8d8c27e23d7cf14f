//! The organisation chart: from the top, or around someone. A list in a list, which every screen and reader can follow.

use std::collections::HashMap;

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{Permit, ViewProfile},
    features::{
        fields,
        people::{
            store::{self, Placed},
            urls,
        },
    },
    i18n::T,
    kernel::{MemberId, Url},
    ui::{Avatar, Page, Place, links},
    web::{Cx, Error, Reply},
};

/// Somebody and those below them.
#[derive(Template)]
#[template(path = "people/node.html")]
struct Node {
    avatar: Avatar,
    name: String,
    headline: String,
    url: Url,
    here: bool,
    below: Vec<Node>,
}

impl HtmlSafe for Node {}

#[derive(Template)]
#[template(path = "people/chart.html")]
struct ChartPage {
    t: T,
    lead: String,
    tree: Vec<Node>,
    up: Option<Url>,
    back: Url,
}

impl Page for ChartPage {
    fn title(&self) -> String {
        self.t.people_chart().to_string()
    }

    fn place(&self) -> Place {
        Place::Directory
    }
}

/// `GET /people/chart`
pub(in super::super) async fn whole(cx: Cx) -> Reply {
    let mut db = cx.db().await?;
    let chart = fields::all(&mut db).await?.chart().map(|field| field.id).ok_or(Error::NotFound)?;
    let placed = store::below(&mut db, cx.viewer(), chart, None).await?;
    drop(db);
    let t = cx.t();
    let lead = if placed.is_empty() { t.people_chart_empty() } else { t.people_chart_whole() }.to_string();
    let tree = tree(t, &placed, None, None);
    cx.page(ChartPage { t, lead, tree, up: None, back: urls::directory() }).await
}

/// `GET /people/{member}/chart`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewProfile>) -> Reply {
    let id = permit.about().id;
    let mut db = cx.db().await?;
    let chart = fields::all(&mut db).await?.chart().map(|field| field.id).ok_or(Error::NotFound)?;
    let above = store::above(&mut db, cx.viewer(), chart, id).await?;
    let below = store::below(&mut db, cx.viewer(), chart, Some(id)).await?;
    drop(db);
    let t = cx.t();
    let name = below.iter().find(|placed| placed.id == id).map(|placed| placed.name.clone());
    let mut branch = tree(t, &below, None, Some(id));
    // Each of those above holds the branch below them.
    for placed in &above {
        branch = vec![node(t, placed, branch, false)];
    }
    cx.page(ChartPage {
        t,
        lead: t.people_chart_lead(name.unwrap_or_default()).to_string(),
        tree: branch,
        up: Some(Url::path("/people/chart")),
        back: links::person(id),
    })
    .await
}

/// Those below someone, each with those below them.
fn tree(t: T, placed: &[Placed], above: Option<MemberId>, here: Option<MemberId>) -> Vec<Node> {
    let mut teams: HashMap<Option<MemberId>, Vec<&Placed>> = HashMap::new();
    for one in placed {
        teams.entry(one.above).or_default().push(one);
    }
    grown(t, &teams, above, here)
}

fn grown(
    t: T,
    teams: &HashMap<Option<MemberId>, Vec<&Placed>>,
    above: Option<MemberId>,
    here: Option<MemberId>,
) -> Vec<Node> {
    let team = teams.get(&above).map(Vec::as_slice).unwrap_or_default();
    team.iter().map(|one| node(t, one, grown(t, teams, Some(one.id), here), here == Some(one.id))).collect()
}

fn node(t: T, placed: &Placed, below: Vec<Node>, here: bool) -> Node {
    Node {
        avatar: Avatar::of(placed.id, &placed.name, placed.photo_version)
            .ringed(t, &placed.rings, None)
            .small(),
        name: placed.name.clone(),
        headline: placed.headline.clone(),
        url: if here { links::person(placed.id) } else { urls::chart(placed.id) },
        here,
        below,
    }
}
