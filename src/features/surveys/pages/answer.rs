//! Answering, page by page. What stands on other pages travels with the form, so that nothing is lost and, in an anonymous
//! survey, nothing is kept on the server before it is sent. The same pages are the preview of a draft.

use askama::Template;

use crate::{
    authz::{AnswerSurvey, Permit, SurveyStanding},
    db::Tx,
    features::surveys::{
        Question, SurveyRefused,
        answers::{Answers, Typed},
        model::{Kind, MOST_LONG, MOST_SHORT, Text, is_asked, pages},
        secrecy::Seal,
        store, urls, verbs,
    },
    i18n::T,
    kernel::{Failure, SurveyId, Url, markup, markup::SafeHtml},
    ui::{Choice, Field, Page, Place, field::Summary},
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

use super::show;

/// `/surveys/{survey}/answer` and `/surveys/{survey}/preview`
#[derive(Template)]
#[template(path = "surveys/answer.html")]
pub(in super::super) struct AnswerPage {
    t: T,
    group: String,
    title: String,
    back: Url,
    action: Url,
    intro: Option<SafeHtml>,
    preview: bool,
    anonymous: bool,
    recorded: Url,
    opening: Url,
    summary: Summary,
    refused: Option<String>,
    /// From one, and how many; the last is to read one's answers once more.
    number: i64,
    count: i64,
    progress: i64,
    fields: Vec<Asked>,
    review: Option<Vec<(String, String)>>,
    hidden: Vec<(String, String)>,
    first: bool,
    last: bool,
    writes: bool,
    named: bool,
    quiz: bool,
}

impl Page for AnswerPage {
    fn title(&self) -> String {
        self.title.clone()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// A question with its field.
enum Asked {
    Line(Field),
    Pick { row: bool, low: String, high: String, choice: Choice },
}

/// Where the form is sent, and what it is for.
struct Setting {
    survey: SurveyId,
    group: String,
    preview: bool,
}

/// What was sent.
struct Sent {
    typed: Typed,
    page: usize,
}

impl AnswerPage {
    fn new(cx: &Cx, at: &Setting, text: &Text, sent: &Sent, errors: &FormErrors) -> Self {
        let t = cx.t();
        let answers = sent.typed.answers(t, &text.questions);
        let pages = pages(&text.questions);
        // One page is sent from where it is; more are read once more before.
        let count = if pages.len() == 1 { 1 } else { pages.len() + 1 };
        let place = sent.page.min(count - 1);
        let shown: Vec<&Question> = pages
            .get(place)
            .map(|page| page.iter().filter(|one| is_asked(&text.questions, one.number, &answers)).collect())
            .unwrap_or_default();
        let hidden = text.questions.iter().filter(|one| shown.iter().all(|shown| shown.number != one.number));
        let hidden =
            hidden.flat_map(|one| sent.typed.raw(one.number).iter().map(|raw| (one.field(), raw.clone())));
        let whole = |n: usize| i64::try_from(n).unwrap_or_default();
        let review = || {
            let asked = text.questions.iter().filter(|one| is_asked(&text.questions, one.number, &answers));
            asked.map(|one| (one.text.clone(), answers.words(cx.locale(), one))).collect()
        };
        Self {
            t,
            group: at.group.clone(),
            title: text.title.clone(),
            back: if at.preview { urls::edit(at.survey) } else { urls::survey(at.survey) },
            action: if at.preview {
                urls::survey(at.survey).join("preview")
            } else {
                urls::answer(at.survey)
            },
            intro: (place == 0).then(|| markup::render(&text.intro, cx.locale().tag(), &[]).html),
            preview: at.preview,
            anonymous: text.anonymous,
            recorded: urls::recorded(at.survey),
            opening: urls::survey(at.survey).join("opening"),
            summary: Summary::of(t, errors),
            refused: errors.on("answers").map(str::to_owned),
            number: whole(place + 1),
            count: whole(count),
            progress: whole((place + 1) * 100 / count),
            writes: text.anonymous && shown.iter().any(|one| matches!(one.kind, Kind::Short | Kind::Long)),
            fields: shown.iter().map(|one| asked(t, one, &sent.typed, errors)).collect(),
            review: (place == pages.len()).then(review),
            hidden: hidden.collect(),
            first: place == 0,
            last: place + 1 == count,
            named: !text.anonymous,
            quiz: text.quiz.is_some(),
        }
    }
}

/// The field of a question over what was typed.
fn asked(t: T, question: &Question, typed: &Typed, errors: &FormErrors) -> Asked {
    let (name, raw) = (question.field(), typed.raw(question.number));
    let first = raw.first().cloned().unwrap_or_default();
    let error = errors.on(&name).map(str::to_owned);
    let field = match question.kind {
        Kind::Short => Field::text(name, &question.text).most(MOST_SHORT),
        Kind::Long => Field::area(name, &question.text, 4).most(MOST_LONG),
        Kind::Date => Field::text(name, &question.text).kind("date"),
        _ => {
            let choice = if question.kind == Kind::Multiple {
                Choice::checks(name, &question.text).hint(t.surveys_several())
            } else {
                Choice::radios(name, &question.text)
            };
            let mut choice = question
                .values()
                .into_iter()
                .fold(choice, |choice, value| choice.option(value, question.words(t, value), ""));
            let row = matches!(question.kind, Kind::Scale | Kind::Recommendation);
            // A radio button cannot be taken back otherwise.
            if !question.required && question.kind != Kind::Multiple {
                choice = choice.option("", t.surveys_no_answer(), "");
            }
            let chosen =
                if raw.is_empty() && !question.required { vec![String::new()] } else { raw.to_vec() };
            let (low, high) = match question.kind {
                Kind::Scale => (t.surveys_scale_low().to_string(), t.surveys_scale_high().to_string()),
                Kind::Recommendation => (t.surveys_unlikely().to_string(), t.surveys_likely().to_string()),
                _ => (String::new(), String::new()),
            };
            let choice = choice.all_chosen(chosen).error(error.as_deref());
            return Asked::Pick { row, low, high, choice };
        }
    };
    let field = if question.required { field } else { field.optional(t.form_optional()) };
    Asked::Line(field.value(first).error(error.as_deref()))
}

pub(in super::super) async fn form(cx: Cx, permit: Permit<AnswerSurvey>) -> Reply {
    let about = permit.about();
    let post = about.post.ok_or(Error::NotFound)?;
    let (face, whole) = (show::face(&cx, post).await?, show::whole(&cx, about.id).await?);
    // There is nothing to fill in: its page says why.
    if !face.is_open(cx.now()) || (face.mine && (face.anonymous || whole.text.quiz.is_some())) {
        return cx.redirect(&urls::survey(about.id));
    }
    let (sent, begun) = store::find_mine(&mut *cx.db().await?, about.id, permit.member()?).await?;
    let (answers, page) = match (begun, sent) {
        (Some((answers, page)), _) => (answers, usize::try_from(page).unwrap_or_default()),
        (None, sent) => (sent.unwrap_or_default(), 0),
    };
    let at = Setting { survey: about.id, group: about.group.slug.clone(), preview: false };
    let sent = Sent { typed: Typed::of_answers(&answers), page };
    cx.page(AnswerPage::new(&cx, &at, &whole.text, &sent, &FormErrors::new())).await
}

/// What a button of the form asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Go {
    Back,
    Next,
    Keep,
    Send,
}

fn read(fields: &[(String, String)]) -> (Sent, Go) {
    let text =
        |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
    let go = match fields.iter().rev().find(|(name, _)| name == "go").map_or("", |(_, value)| value.as_str())
    {
        "back" => Go::Back,
        "keep" => Go::Keep,
        "send" => Go::Send,
        _ => Go::Next,
    };
    (Sent { typed: Typed::of(fields), page: text("page").parse().unwrap_or_default() }, go)
}

/// What is wrong with the answers of a page.
fn check(t: T, questions: &[Question], page: usize, typed: &Typed, errors: &mut FormErrors) {
    let answers = typed.answers(t, questions);
    let shown = pages(questions);
    for question in shown.get(page).copied().unwrap_or_default() {
        if is_asked(questions, question.number, &answers)
            && let Err(why) = typed.answer(t, question)
        {
            errors.add(question.field(), why);
        }
    }
}

/// The nearest page in a direction on which something is asked; the last one is to read one's answers once more.
fn turn(t: T, questions: &[Question], sent: &Sent, forward: bool) -> usize {
    let (pages, answers) = (pages(questions), sent.typed.answers(t, questions));
    let mut page = sent.page.min(pages.len());
    loop {
        page = if forward { page + 1 } else { page.saturating_sub(1) };
        let asks = |page: &[Question]| page.iter().any(|one| is_asked(questions, one.number, &answers));
        if page == 0 || pages.get(page).is_none_or(|page| asks(page)) {
            return page.min(pages.len());
        }
    }
}

/// The page at which the form goes on; none where all is right and it is to be sent.
fn step(cx: &Cx, questions: &[Question], sent: &mut Sent, go: Go, errors: &mut FormErrors) -> bool {
    let t = cx.t();
    if go == Go::Back {
        sent.page = turn(t, questions, sent, false);
        return false;
    }
    if go == Go::Next {
        check(t, questions, sent.page, &sent.typed, errors);
        if errors.is_empty() {
            sent.page = turn(t, questions, sent, true);
        }
        return false;
    }
    for page in 0..pages(questions).len() {
        check(t, questions, page, &sent.typed, errors);
        if !errors.is_empty() {
            sent.page = page;
            return false;
        }
    }
    true
}

pub(in super::super) async fn send(
    cx: Cx,
    permit: Permit<AnswerSurvey>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let about = permit.about();
    let text = show::whole(&cx, about.id).await?.text;
    let at = Setting { survey: about.id, group: about.group.slug.clone(), preview: false };
    let (mut sent, go) = read(&fields);
    let mut errors = FormErrors::new();
    if go == Go::Keep && !text.anonymous {
        let answers = sent.typed.answers(cx.t(), &text.questions);
        if let Err(why) = keep(&cx, &permit, &answers, sent.page).await? {
            errors.add("answers", why.words(cx.t()));
            return cx.invalid(AnswerPage::new(&cx, &at, &text, &sent, &errors)).await;
        }
        cx.flash(Flash::said(cx.t().surveys_kept())).await?;
        return cx.redirect(&urls::survey(about.id));
    }
    if step(&cx, &text.questions, &mut sent, go, &mut errors) {
        let answers = sent.typed.answers(cx.t(), &text.questions);
        match cast(&cx, &permit, answers).await {
            Ok(()) => {
                cx.flash(Flash::said(cx.t().surveys_sent())).await?;
                let quiz = text.quiz.is_some();
                return cx.redirect(&if quiz { urls::outcome(about.id) } else { urls::survey(about.id) });
            }
            Err(Failure::Refused(why)) => errors.add("answers", why.words(cx.t())),
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    if !errors.is_empty() {
        return cx.invalid(AnswerPage::new(&cx, &at, &text, &sent, &errors)).await;
    }
    if go == Go::Next && !text.anonymous && !about.answered {
        let answers = sent.typed.answers(cx.t(), &text.questions);
        if let Err(why) = keep(&cx, &permit, &answers, sent.page).await? {
            errors.add("answers", why.words(cx.t()));
            return cx.invalid(AnswerPage::new(&cx, &at, &text, &sent, &errors)).await;
        }
    }
    cx.page(AnswerPage::new(&cx, &at, &text, &sent, &errors)).await
}

async fn keep(
    cx: &Cx,
    permit: &Permit<AnswerSurvey>,
    answers: &Answers,
    page: usize,
) -> Result<Result<(), SurveyRefused>, Error> {
    let mut tx = cx.begin().await?;
    match verbs::keep(&mut tx, permit, answers, i16::try_from(page).unwrap_or_default()).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            return Ok(Err(why));
        }
    }
    Ok(Ok(()))
}

/// Whose turn it is to send an anonymous sheet, in this process.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

async fn cast(
    cx: &Cx,
    permit: &Permit<AnswerSurvey>,
    answers: Answers,
) -> Result<(), Failure<SurveyRefused>> {
    let about = permit.about();
    if !about.anonymous {
        let mut tx = cx.begin().await?;
        let done = verbs::answer(&mut tx, permit, &answers).await;
        return end(tx, done).await;
    }
    let seal = store::find_seal(&mut *cx.db().await?, about.id).await?;
    let id = seal.ok_or(Failure::Refused(SurveyRefused::Closed))?;
    let now = cx.now();
    let begin = async || Tx::begin(&cx.app.db, None, "survey", now, cx.app.signal.clone()).await;
    if let Some(seal) = Seal::find(&cx.app, id).await? {
        // They have an order anyway: better to wait here than with a connection that others need.
        let _turn = TURN.lock().await;
        let mut tx = begin().await?;
        let done = verbs::answer_secretly(&mut tx, permit, &seal, answers).await;
        return end(tx, done).await;
    }
    let seal = Seal::make(&cx.app).await?;
    let mut tx = begin().await?;
    let begun = verbs::restart(&mut tx, about.id, id, &seal).await?;
    tracing::error!(survey.id = %about.id, begun, "the key of an anonymous survey is lost: it begins again");
    tx.commit().await?;
    Err(Failure::Refused(SurveyRefused::Restarted))
}

async fn end(tx: Tx, done: Result<(), Failure<SurveyRefused>>) -> Result<(), Failure<SurveyRefused>> {
    match done {
        Ok(()) => Ok(tx.commit().await?),
        Err(why) => {
            tx.abandon().await?;
            Err(why)
        }
    }
}

/// The same pages over a draft: nothing is kept, nothing is sent.
pub async fn preview(cx: &Cx, about: &SurveyStanding, text: &Text, fields: &[(String, String)]) -> Reply {
    let at = Setting { survey: about.id, group: about.group.slug.clone(), preview: true };
    let (mut sent, go) = read(fields);
    let mut errors = FormErrors::new();
    if !fields.is_empty() && step(cx, &text.questions, &mut sent, go, &mut errors) {
        sent = Sent { typed: Typed::default(), page: 0 };
    }
    if errors.is_empty() {
        cx.page(AnswerPage::new(cx, &at, text, &sent, &errors)).await
    } else {
        cx.invalid(AnswerPage::new(cx, &at, text, &sent, &errors)).await
    }
}
