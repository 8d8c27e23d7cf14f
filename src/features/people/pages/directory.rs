//! The directory: everybody one may know, by words, by what stands in their profiles, by group.

use askama::Template;

use crate::{
    features::{
        fields::{self, Fields},
        people::{
            asked::{Asked, Sort, readable},
            cards::MemberCard,
            facets::{self, Chip, Facet},
            store::{self, Narrow, PageOfPeople, TermCount},
            urls,
        },
    },
    i18n::T,
    kernel::Url,
    ui::{Choice, Page, Place},
    web::{Cx, Error, Reply, form::Query},
};

/// How many cards stand on a page: full rows of two and three.
const PAGE: i64 = 24;

#[derive(Template)]
#[template(path = "people/directory.html")]
struct DirectoryPage {
    t: T,
    q: String,
    total: i64,
    list: bool,
    as_cards: Url,
    as_list: Url,
    sort: Choice,
    facets: Vec<Facet>,
    chips: Vec<Chip>,
    cards: Vec<MemberCard>,
    pager: Vec<Step>,
    previous: Option<Url>,
    next: Option<Url>,
    all: Url,
    chart: Option<Url>,
    export: Option<Url>,
}

/// An entry between *previous* and *next*.
enum Step {
    Page { number: i64, url: Url, here: bool },
    Gap,
}

impl Page for DirectoryPage {
    fn title(&self) -> String {
        let title = self.t.people_directory_title().to_string();
        if self.q.is_empty() { title } else { format!("{} · {title}", self.q) }
    }

    fn place(&self) -> Place {
        Place::Directory
    }
}

/// `GET /people`
pub(in super::super) async fn directory(cx: Cx, Query(pairs): Query<Vec<(String, String)>>) -> Reply {
    let external = cx.member()?.external;
    let mut db = cx.db().await?;
    let fields = fields::all(&mut db).await?;
    let asked = Asked::read(&pairs, &fields, external);
    drop(db);
    let (found, counts) = look(&cx, &asked, &fields).await?;
    if found.people.is_empty() && asked.page > 1 {
        return cx.redirect(&asked.url(1));
    }
    let last = ((found.total + PAGE - 1) / PAGE).max(1);
    let (t, locale, me) = (cx.t(), cx.locale(), cx.actor().id());
    let sort = Sort::ALL.into_iter().fold(Choice::select("sort", t.people_sort()), |choice, sort| {
        choice.option(
            sort.as_str(),
            t.people_sort_by(if sort == Sort::Best { "best" } else { sort.as_str() }),
            "",
        )
    });
    let (facets, chips) = facets::build(t, locale, &asked, &fields, &counts, &found.groups, &found.worn);
    let page = asked.page;
    cx.page(DirectoryPage {
        t,
        total: found.total,
        list: asked.list,
        as_cards: asked.viewed(false),
        as_list: asked.viewed(true),
        sort: sort.chosen(asked.sort.as_str()),
        facets,
        chips,
        cards: found
            .people
            .into_iter()
            .map(|found| MemberCard::new(t, locale, me, found, asked.list))
            .collect(),
        pager: if last > 1 { pager(&asked, page, last) } else { Vec::new() },
        previous: (page > 1).then(|| asked.url(page - 1)),
        next: (page < last).then(|| asked.url(page + 1)),
        all: urls::directory(),
        chart: fields.chart().map(|_| Url::path("/people/chart")),
        export: facets::may_export(&cx).then(|| export_url(&asked)),
        q: asked.q,
    })
    .await
}

fn export_url(asked: &Asked) -> Url {
    let here = asked.url(1).to_string();
    let query = here.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
    Url::path(&format!("/people/export{query}"))
}

/// The page and the counts beside it: two statements, one where the counts of everybody are still fresh, or where there are
/// no fields to count in, as for most guests.
async fn look(cx: &Cx, asked: &Asked, fields: &Fields) -> Result<(PageOfPeople, Vec<TermCount>), Error> {
    let external = cx.member()?.external;
    let readable = readable(fields, external);
    let cards: Vec<i32> = fields.active().filter(|field| field.on_card).map(|field| field.id.0).collect();
    let mut db = cx.db().await?;
    if asked.is_everybody() && !external {
        let kept = cx.app.facets.fresh(cx.now(), &readable);
        let total = kept.as_ref().map(|(total, _)| *total);
        let found = store::everybody(&mut db, cx.viewer(), asked, &cards, total, PAGE).await?;
        if let Some((_, counts)) = kept {
            return Ok((found, counts));
        }
        let counts = store::all_counts(&mut db, &readable).await?;
        cx.app.facets.keep(cx.now(), found.total, &readable, &counts);
        return Ok((found, counts));
    }
    let narrow = Narrow::new(asked, readable);
    let found = store::some(&mut db, cx.viewer(), asked, &narrow, &cards, PAGE).await?;
    let counts = if narrow.has_fields() {
        store::counts(&mut db, cx.viewer(), asked, &narrow).await?
    } else {
        Vec::new()
    };
    Ok((found, counts))
}

/// The first page, the last one, and those around here.
fn pager(asked: &Asked, here: i64, last: i64) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut before = 0;
    let near = [1, here - 1, here, here + 1, last];
    let mut numbers: Vec<i64> = near.into_iter().filter(|number| (1..=last).contains(number)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        if number > before + 1 {
            steps.push(Step::Gap);
        }
        steps.push(Step::Page { number, url: asked.url(number), here: number == here });
        before = number;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(here: i64, last: i64) -> String {
        let step = |step: &Step| match step {
            Step::Page { number, here, .. } => {
                if *here {
                    format!("[{number}]")
                } else {
                    number.to_string()
                }
            }
            Step::Gap => "…".to_owned(),
        };
        pager(&Asked::default(), here, last).iter().map(step).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_pager_shows_both_ends_and_the_neighbours() {
        assert_eq!(drawn(1, 2), "[1] 2");
        assert_eq!(drawn(5, 9), "1 … 4 [5] 6 … 9");
        assert_eq!(drawn(9, 9), "1 … 8 [9]");
    }
}
