//! The editor of a draft.

use askama::{Template, filters::HtmlSafe};

use crate::{
    authz::{EditSurvey, Permit},
    features::{
        surveying::{
            typed::{Asked, Block, MOST_TITLE, MOST_WHY, Typed, missing},
            urls,
        },
        surveys::{self, Among, Kind, MOST_QUESTIONS, MOST_TEXT, Question, Results},
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{Choice, Field, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// `/surveys/{survey}/edit`
#[derive(Template)]
#[template(path = "surveying/edit.html")]
struct EditPage {
    t: T,
    group: String,
    list: Url,
    action: Url,
    removal: Url,
    round: i64,
    version: i32,
    summary: Summary,
    title: Field,
    intro: Field,
    names: Choice,
    results: Choice,
    closes: Field,
    quiz: bool,
    quiz_error: Option<String>,
    ranking: bool,
    draw: Choice,
    prizes: Field,
    questions: Vec<QuestionFields>,
    add_error: Option<String>,
    full: bool,
}

impl Page for EditPage {
    fn title(&self) -> String {
        self.t.surveys_edit_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// The fields of one question.
#[derive(Template)]
#[template(path = "surveying/question.html")]
struct QuestionFields {
    t: T,
    number: i16,
    place: i64,
    text: Field,
    kind: Choice,
    choices: Field,
    why: Field,
    required: bool,
    breaks: bool,
    earlier: Vec<Earlier>,
    depends: bool,
    first: bool,
    last: bool,
}

impl HtmlSafe for QuestionFields {}

/// An earlier question, and what it can be answered with: the value of a box, its words, and whether it is ticked.
struct Earlier {
    words: String,
    values: Vec<(String, String, bool)>,
}

fn kind_name(t: T, kind: Kind) -> String {
    match kind {
        Kind::Single => t.surveys_kind_single(),
        Kind::Multiple => t.surveys_kind_multiple(),
        Kind::Scale => t.surveys_kind_scale(),
        Kind::Satisfaction => t.surveys_kind_satisfaction(),
        Kind::Recommendation => t.surveys_kind_recommendation(),
        Kind::Short => t.surveys_kind_short(),
        Kind::Long => t.surveys_kind_long(),
        Kind::Date => t.surveys_kind_date(),
    }
    .to_string()
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or_default()
}

impl QuestionFields {
    fn new(t: T, place: usize, count: usize, block: &Block, known: &[Question], errors: &FormErrors) -> Self {
        let n = block.number;
        let error = |field: &str| errors.on(&format!("{field}-{n}")).map(str::to_owned);
        let kinds = Kind::ALL.into_iter().fold(
            Choice::select(format!("kind-{n}"), t.surveys_kind_of(whole(place + 1))),
            |choice, kind| choice.option(kind.as_str(), kind_name(t, kind), ""),
        );
        let here = known.iter().position(|one| one.number == n).unwrap_or(known.len());
        let earlier = known
            .iter()
            .take(here)
            .enumerate()
            .filter(|(_, one)| one.kind.is_picked() && !one.text.is_empty());
        let earlier = earlier.map(|(at, one)| {
            let values = one.values().into_iter().map(|value| {
                let ticked = block.when.contains(&(one.number, value));
                (format!("{}:{value}", one.number), one.words(t, value), ticked)
            });
            Earlier {
                words: t.surveys_question_n(whole(at + 1), &one.text).to_string(),
                values: values.collect(),
            }
        });
        Self {
            t,
            number: n,
            place: whole(place + 1),
            text: Field::text(format!("text-{n}"), t.surveys_text_of(whole(place + 1)))
                .value(&block.text)
                .most(MOST_TEXT)
                .error(error("text").as_deref()),
            kind: kinds.chosen(block.kind.as_str()),
            choices: Field::area(format!("choices-{n}"), t.surveys_choices_of(whole(place + 1)), 4)
                .hint(t.surveys_quiz_right_hint())
                .value(&block.choices)
                .error(error("choices").as_deref()),
            why: Field::area(format!("why-{n}"), t.surveys_why_of(whole(place + 1)), 2)
                .hint(t.surveys_why_hint())
                .optional(t.form_optional())
                .value(&block.why)
                .most(MOST_WHY)
                .error(error("why").as_deref()),
            required: block.required,
            breaks: block.breaks,
            earlier: earlier.collect(),
            depends: !block.when.is_empty(),
            first: place == 0,
            last: place + 1 == count,
        }
    }
}

/// Among whom prizes are drawn.
fn draws(t: T, chosen: &str) -> Choice {
    let choice = Choice::radios("draw", t.surveys_draw_choice());
    Among::ALL
        .into_iter()
        .fold(choice, |choice, among| {
            let (label, hint) = match among {
                Among::None => (t.surveys_draw_none(), t.surveys_draw_none_hint()),
                Among::Right => (t.surveys_draw_right(), t.surveys_draw_right_hint()),
                Among::All => (t.surveys_draw_all(), t.surveys_draw_all_hint()),
            };
            choice.option(among.as_str(), label, hint)
        })
        .chosen(if chosen.is_empty() { "none" } else { chosen })
}

impl EditPage {
    fn new(
        cx: &Cx,
        permit: &Permit<EditSurvey>,
        round: i16,
        (typed, known): (&Typed, &[Question]),
        errors: &FormErrors,
    ) -> Self {
        let (t, about) = (cx.t(), permit.about());
        let names = Choice::radios("names", t.surveys_names())
            .option("named", t.surveys_named(), t.surveys_named_hint())
            .option("anonymous", t.surveys_anonymous(), t.surveys_anonymous_hint())
            .chosen(if typed.anonymous { "anonymous" } else { "named" });
        let results = Results::ALL.into_iter().fold(
            Choice::radios("results", t.surveys_results_seen()).hint(t.surveys_results_seen_hint()),
            |choice, results| {
                let (label, hint) = match results {
                    Results::Answered => (t.surveys_results_answered(), t.surveys_results_answered_hint()),
                    Results::Closed => (t.surveys_results_closed(), t.surveys_results_closed_hint()),
                    Results::Author => (t.surveys_results_author(), t.surveys_results_author_hint()),
                };
                choice.option(results.as_str(), label, hint)
            },
        );
        let chosen = Results::parse(&typed.results).unwrap_or_default();
        let count = typed.questions.len();
        let fields = typed
            .questions
            .iter()
            .enumerate()
            .map(|(place, block)| QuestionFields::new(t, place, count, block, known, errors));
        Self {
            t,
            group: about.group.slug.clone(),
            list: urls::list(&about.group.slug),
            action: surveys::urls::edit(about.id),
            removal: urls::removal(about.id),
            round: i64::from(round),
            version: typed.version,
            summary: Summary::of(t, errors),
            title: Field::text("title", t.surveys_title())
                .value(&typed.title)
                .most(MOST_TITLE)
                .error(errors.on("title")),
            intro: Field::area("intro", t.surveys_intro(), 3)
                .hint(t.surveys_intro_hint())
                .value(&typed.intro)
                .error(errors.on("intro")),
            names,
            results: results.chosen(chosen.as_str()),
            closes: Field::text("closes", t.surveys_closes())
                .kind("datetime-local")
                .optional(t.form_optional())
                .hint(t.surveys_closes_hint(cx.zone().name().replace('_', " ")))
                .value(&typed.closes)
                .error(errors.on("closes")),
            quiz: typed.quiz,
            quiz_error: errors.on("quiz").map(str::to_owned),
            ranking: typed.ranking,
            draw: draws(t, &typed.draw),
            prizes: Field::text("prizes", t.surveys_prizes())
                .kind("number")
                .value(if typed.prizes.is_empty() { "1" } else { &typed.prizes })
                .error(errors.on("prizes")),
            questions: fields.collect(),
            add_error: errors.on("add").map(str::to_owned),
            full: count >= MOST_QUESTIONS,
        }
    }
}

pub(in super::super) async fn form(cx: Cx, permit: Permit<EditSurvey>) -> Reply {
    let whole = surveys::whole(&cx, permit.about().id).await?;
    let typed = Typed::of_text(&cx, &whole.text, whole.version);
    let page = EditPage::new(&cx, &permit, whole.round, (&typed, &whole.text.questions), &FormErrors::new());
    cx.page(page).await
}

pub(in super::super) async fn save(
    cx: Cx,
    permit: Permit<EditSurvey>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let survey = permit.about().id;
    let whole = surveys::whole(&cx, survey).await?;
    let (mut typed, asked) = (Typed::of(&fields), Asked::of(&fields));
    let look = typed.arrange(asked, &whole.text.questions);
    let mut errors = FormErrors::new();
    let text = typed.parse(&cx, &whole.text.questions, &mut errors);
    if let Some(text) = &text {
        let mut tx = cx.begin().await?;
        match surveys::save(&mut tx, &permit, typed.version, text).await {
            Ok(()) => tx.commit().await?,
            Err(Failure::Fault(fault)) => return Err(fault.into()),
            Err(Failure::Refused(why)) => {
                tx.abandon().await?;
                errors.add("title", why.words(cx.t()));
            }
        }
        if errors.is_empty() {
            typed.version += 1;
            if asked == Asked::Review {
                errors = missing(cx.t(), cx.now(), text);
            }
        }
    }
    if !errors.is_empty() {
        let known = text.as_ref().map_or(&whole.text.questions, |text| &text.questions);
        return cx.invalid(EditPage::new(&cx, &permit, whole.round, (&typed, known), &errors)).await;
    }
    match (asked, look) {
        (Asked::Review, _) => cx.redirect(&urls::preview(survey)),
        (Asked::Save, _) => {
            cx.flash(Flash::said(cx.t().surveys_saved())).await?;
            cx.redirect(&surveys::urls::edit(survey))
        }
        (_, Some(number)) => cx.redirect(&surveys::urls::edit(survey).at(format!("question-{number}"))),
        (_, None) => cx.redirect(&surveys::urls::edit(survey).at("questions")),
    }
}

/// The draft, if nothing is missing; otherwise what is said in the editor.
pub(super) async fn complete(cx: &Cx, permit: &Permit<EditSurvey>) -> Result<surveys::Whole, Error> {
    let whole = surveys::whole(cx, permit.about().id).await?;
    let errors = missing(cx.t(), cx.now(), &whole.text);
    if errors.is_empty() {
        return Ok(whole);
    }
    let typed = Typed::of_text(cx, &whole.text, whole.version);
    let page = EditPage::new(cx, permit, whole.round, (&typed, &whole.text.questions), &errors);
    match cx.invalid(page).await {
        Err(error) => Err(error),
        Ok(_) => Err(Error::NotFound),
    }
}
