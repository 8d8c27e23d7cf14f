//! The rule of a group: what is asked of profiles, whom it describes, who comes and who goes before it holds.

use askama::Template;

use crate::{
    authz::{GroupStanding, ManageGroup, Permit},
    features::{
        fields::{self, Field, Fields},
        groups::{self, GroupHeader, Tab, header, refused},
        people_sets::{
            store::{self, Preview},
            verbs,
        },
    },
    i18n::{Locale, T},
    kernel::{Fault, Url},
    ui::{Choice, Field as Input, Page, Person, Place},
    web::{Cx, Form, Reply, flash::Flash},
};

/// Names beside the number.
const SHOWN: i64 = 12;

type Pairs = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "people_sets/rule.html")]
struct RulePage {
    t: T,
    slug: String,
    header: GroupHeader,
    lists: Vec<Choice>,
    texts: Vec<Input>,
    rule: Vec<String>,
    /// Terms that were chosen, in the step that confirms.
    chosen: Vec<i32>,
    preview: Option<Shown>,
    asked: bool,
    here: Url,
    back: Url,
}

/// A preview in words.
struct Shown {
    people: String,
    enter: i64,
    entering: Vec<Person>,
    leave: i64,
    leaving: Vec<Person>,
}

impl Page for RulePage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.people_sets_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

/// Fields whose values repeat and which every member may read: others would tell a manager what they cannot look up.
fn usable(fields: &Fields) -> impl Iterator<Item = &Field> {
    fields.active().filter(|field| field.kind.has_terms() && field.visibility.is_wide())
}

/// The terms that a form chooses; words that no profile has are left out.
async fn chosen(cx: &Cx, fields: &Fields, form: &Pairs) -> Result<Vec<i32>, Fault> {
    let mut terms = Vec::new();
    for field in usable(fields) {
        let name = field.input();
        let typed = form.iter().filter(|(key, _)| *key == name).map(|(_, value)| value.as_str());
        if field.terms.is_empty() {
            let words: Vec<String> =
                typed.flat_map(|text| text.split(',')).map(|word| word.trim().to_owned()).collect();
            terms.extend(store::called(&mut *cx.db().await?, field.id.0, &words).await?);
        } else {
            let asked: Vec<i32> = typed.filter_map(|text| text.parse().ok()).collect();
            terms.extend(field.terms.iter().map(|term| term.id.0).filter(|term| asked.contains(term)));
        }
    }
    Ok(terms)
}

/// The rule in words: field by field.
async fn sentence(cx: &Cx, fields: &Fields, terms: &[i32]) -> Result<Vec<String>, Fault> {
    let (t, locale) = (cx.t(), cx.locale());
    let mut lines = Vec::new();
    for field in usable(fields) {
        let labels = store::labels(&mut *cx.db().await?, field.id.0, terms, locale == Locale::Fr).await?;
        if !labels.is_empty() {
            let all = labels.join(&format!(" {} ", t.people_sets_or()));
            lines.push(t.people_sets_condition(field.label.of(locale), all.as_str()).to_string());
        }
    }
    Ok(lines)
}

async fn load(cx: &Cx, group: &GroupStanding, terms: Vec<i32>, asked: bool) -> Result<RulePage, Fault> {
    let (t, locale) = (cx.t(), cx.locale());
    let fields = fields::all(&mut *cx.db().await?).await?;
    let (mut lists, mut texts) = (Vec::new(), Vec::new());
    for field in usable(&fields) {
        let (name, label) = (field.input(), field.label.of(locale).to_owned());
        if field.terms.is_empty() {
            let mut db = cx.db().await?;
            let words = store::labels(&mut db, field.id.0, &terms, locale == Locale::Fr).await?;
            texts.push(Input::text(name, label).hint(t.people_sets_words()).value(words.join(", ")));
            continue;
        }
        let choice = Choice::checks(name, label).all_chosen(terms.iter().map(ToString::to_string).collect());
        lists.push(
            field
                .terms
                .iter()
                .filter(|term| !term.archived)
                .fold(choice, |choice, term| choice.option(term.id, term.label.of(locale), "")),
        );
    }
    let mut db = cx.db().await?;
    let header = header(cx, &mut db, group, Tab::Managing).await?;
    let preview = if terms.is_empty() {
        None
    } else {
        Some(store::preview(&mut db, cx.viewer(), group.id, &terms, SHOWN).await?)
    };
    drop(db);
    Ok(RulePage {
        t,
        slug: group.slug.clone(),
        header,
        lists,
        texts,
        rule: sentence(cx, &fields, &terms).await?,
        chosen: terms,
        preview: preview.map(|preview| shown(t, preview)),
        asked,
        here: groups::urls::settings(&group.slug).join("people"),
        back: groups::urls::settings(&group.slug),
    })
}

fn shown(t: T, preview: Preview) -> Shown {
    let people = if preview.guests > 0 {
        t.people_sets_people_guests(preview.people, preview.guests)
    } else {
        t.people_sets_people(preview.people)
    };
    Shown {
        people: people.to_string(),
        enter: preview.enter,
        entering: preview.entering,
        leave: preview.leave,
        leaving: preview.leaving,
    }
}

/// `GET /groups/{group}/settings/people`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ManageGroup>) -> Reply {
    let group = permit.about();
    let terms = store::terms(&mut *cx.db().await?, group.id).await?;
    cx.page(load(&cx, group, terms, false).await?).await
}

/// `POST /groups/{group}/settings/people`: first what it means, then, confirmed, the rule.
pub(in super::super) async fn submit(cx: Cx, permit: Permit<ManageGroup>, Form(form): Form<Pairs>) -> Reply {
    let group = permit.about();
    let fields = fields::all(&mut *cx.db().await?).await?;
    let confirmed = form.iter().any(|(key, _)| key == "confirmed");
    let terms = if confirmed {
        let asked: Vec<i32> =
            form.iter().filter(|(key, _)| key == "term").filter_map(|(_, id)| id.parse().ok()).collect();
        store::usable(&mut *cx.db().await?, &asked).await?
    } else {
        chosen(&cx, &fields, &form).await?
    };
    if !confirmed {
        return cx.page(load(&cx, group, terms, true).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::set_rule(&mut tx, &permit, &terms).await.map_err(refused)?;
    tx.commit().await?;
    let t = cx.t();
    let said = if terms.is_empty() { t.people_sets_said_none() } else { t.people_sets_said_saved() };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&groups::urls::settings(&group.slug).join("people"))
}
