//! The fields of the editor. Each button sends the whole form, so that nothing typed is lost; what is only half written is
//! kept as it is, and what is missing is said when the survey is to be opened.

use crate::{
    features::{
        polls::{local, typed_time},
        surveys::{
            Among, Choice, Kind, MOST_CHOICES, MOST_QUESTIONS, MOST_TEXT, Question, Quiz, Results, Text,
        },
    },
    i18n::T,
    kernel::{TextError, Timestamp, Wall, markup::MAX_CHARS, text::Body, text::Line},
    web::{Cx, FormErrors, form},
};

/// The longest title, in characters: that of a post.
pub(super) const MOST_TITLE: usize = 160;

/// The longest explanation, in characters.
pub(super) const MOST_WHY: usize = 1_000;

/// The fields as they came.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) title: String,
    pub(super) intro: String,
    pub(super) anonymous: bool,
    pub(super) results: String,
    pub(super) closes: String,
    pub(super) version: i32,
    pub(super) quiz: bool,
    pub(super) ranking: bool,
    pub(super) draw: String,
    pub(super) prizes: String,
    pub(super) questions: Vec<Block>,
}

/// The fields of a question.
#[derive(Clone, Default)]
pub(super) struct Block {
    pub(super) number: i16,
    pub(super) kind: Kind,
    pub(super) text: String,
    pub(super) choices: String,
    pub(super) required: bool,
    pub(super) breaks: bool,
    pub(super) when: Vec<(i16, i16)>,
    pub(super) why: String,
}

/// What a button of the editor asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Save,
    Review,
    Add,
    Up(i16),
    Down(i16),
    Remove(i16),
}

impl Asked {
    pub(super) fn of(fields: &[(String, String)]) -> Self {
        let value =
            fields.iter().rev().find(|(name, _)| name == "do").map_or("", |(_, value)| value.as_str());
        let number = |prefix: &str| value.strip_prefix(prefix).and_then(|number| number.parse().ok());
        match value {
            "review" => Self::Review,
            "add" => Self::Add,
            _ => number("up-")
                .map(Self::Up)
                .or_else(|| number("down-").map(Self::Down))
                .or_else(|| number("remove-").map(Self::Remove))
                .unwrap_or(Self::Save),
        }
    }
}

impl Typed {
    /// Reads a submitted form.
    pub(super) fn of(fields: &[(String, String)]) -> Self {
        let all = |wanted: &str| -> Vec<&str> {
            fields.iter().filter(|(name, _)| name == wanted).map(|(_, value)| value.as_str()).collect()
        };
        let one = |wanted: &str| all(wanted).first().copied().unwrap_or_default().to_owned();
        let block = |number: &str| {
            let number: i16 = number.parse().ok().filter(|number| *number > 0)?;
            let pair = |text: &str| {
                let (question, value) = text.split_once(':')?;
                Some((question.parse().ok()?, value.parse().ok()?))
            };
            Some(Block {
                number,
                kind: Kind::parse(&one(&format!("kind-{number}"))).unwrap_or_default(),
                text: one(&format!("text-{number}")),
                choices: one(&format!("choices-{number}")),
                required: !one(&format!("required-{number}")).is_empty(),
                breaks: !one(&format!("breaks-{number}")).is_empty(),
                when: all(&format!("when-{number}")).into_iter().filter_map(pair).collect(),
                why: one(&format!("why-{number}")),
            })
        };
        let mut questions: Vec<Block> = Vec::new();
        for block in all("question").into_iter().filter_map(block).take(MOST_QUESTIONS) {
            if questions.iter().all(|other| other.number != block.number) {
                questions.push(block);
            }
        }
        Self {
            title: one("title"),
            intro: one("intro"),
            anonymous: one("names") == "anonymous",
            results: one("results"),
            closes: one("closes"),
            version: one("version").parse().unwrap_or_default(),
            quiz: !one("quiz").is_empty(),
            ranking: !one("ranking").is_empty(),
            draw: one("draw"),
            prizes: one("prizes"),
            questions,
        }
    }

    /// The fields of a draft.
    pub(super) fn of_text(cx: &Cx, text: &Text, version: i32) -> Self {
        // What is right is marked in the lines of the choices.
        let line = |question: &Question| {
            let right = question.right.clone();
            move |choice: &Choice| {
                if right.contains(&choice.number) {
                    format!("* {}", choice.text)
                } else {
                    choice.text.clone()
                }
            }
        };
        let block = |question: &Question| Block {
            number: question.number,
            kind: question.kind,
            text: question.text.clone(),
            choices: question.choices.iter().map(line(question)).collect::<Vec<_>>().join("\n"),
            why: question.why.clone(),
            required: question.required,
            breaks: question.breaks,
            when: question.when.clone(),
        };
        let closes = text.closes_at.map(|at| typed_time(cx.zone(), at));
        Self {
            title: text.title.clone(),
            intro: text.intro.clone(),
            anonymous: text.anonymous,
            results: text.results.as_str().to_owned(),
            closes: closes.unwrap_or_default(),
            version,
            quiz: text.quiz.is_some(),
            ranking: text.quiz.is_some_and(|quiz| quiz.ranking),
            draw: text.quiz.map(|quiz| quiz.draw).unwrap_or_default().as_str().to_owned(),
            prizes: text.quiz.map_or(1, |quiz| quiz.prizes).to_string(),
            questions: text.questions.iter().map(block).collect(),
        }
    }

    /// Does what a button asks for with the questions. Answers the question to look at next.
    pub(super) fn arrange(&mut self, asked: Asked, known: &[Question]) -> Option<i16> {
        let place = |number: i16| self.questions.iter().position(|block| block.number == number);
        match asked {
            Asked::Add if self.questions.len() < MOST_QUESTIONS => {
                let used =
                    self.questions.iter().map(|block| block.number).chain(known.iter().map(|one| one.number));
                let number = used.max().unwrap_or_default().checked_add(1)?;
                self.questions.push(Block { number, ..Block::default() });
                Some(number)
            }
            Asked::Up(number) => {
                let at = place(number)?;
                self.questions.swap(at, at.saturating_sub(1));
                Some(number)
            }
            Asked::Down(number) => {
                let at = place(number)?;
                let last = self.questions.len() - 1;
                self.questions.swap(at, (at + 1).min(last));
                Some(number)
            }
            Asked::Remove(number) => {
                let at = place(number)?;
                self.questions.remove(at);
                self.questions.get(at.saturating_sub(1)).map(|block| block.number)
            }
            _ => None,
        }
    }

    /// The draft as it can be kept, or what is too long for that. `known` has the numbers of choices that stay.
    pub(super) fn parse(&self, cx: &Cx, known: &[Question], errors: &mut FormErrors) -> Option<Text> {
        let t = cx.t();
        let before = errors.all().len();
        let title = optional(
            t,
            "title".to_owned(),
            Line::<MOST_TITLE>::parse(&self.title).map(|it| it.as_str().to_owned()),
            errors,
        );
        let intro = optional(
            t,
            "intro".to_owned(),
            Body::<MAX_CHARS>::parse(&self.intro).map(|it| it.as_str().to_owned()),
            errors,
        );
        let closes_at = match self.closes.trim() {
            "" => None,
            text => {
                let at = local(text).map(|local| Wall::read(cx.zone(), local).at());
                if at.is_none() {
                    errors.add("closes", form::words(t, TextError::Malformed));
                }
                at
            }
        };
        let quiz = self.quiz(t, errors);
        let mut questions = Vec::new();
        for block in &self.questions {
            let known = known.iter().find(|one| one.number == block.number);
            questions.push(block.parse(t, known, self.quiz, errors));
        }
        tidy(&mut questions);
        (errors.all().len() == before).then(|| Text {
            title,
            intro,
            questions,
            anonymous: self.anonymous,
            results: Results::parse(&self.results).unwrap_or_default(),
            closes_at,
            quiz,
        })
    }

    fn quiz(&self, t: T, errors: &mut FormErrors) -> Option<Quiz> {
        if !self.quiz {
            return None;
        }
        if self.anonymous {
            errors.add("quiz", t.surveys_quiz_named());
        }
        let prizes = if self.prizes.trim().is_empty() { Ok(1) } else { self.prizes.trim().parse() };
        let prizes = prizes.ok().filter(|prizes| (1..=50).contains(prizes));
        if prizes.is_none() {
            errors.add("prizes", t.surveys_prizes_wrong());
        }
        let draw = Among::ALL.into_iter().find(|among| among.as_str() == self.draw).unwrap_or_default();
        Some(Quiz { ranking: self.ranking, draw, prizes: prizes.unwrap_or(1) })
    }
}

/// A question depends only on earlier ones that are picked from, and on what can be picked there.
fn tidy(questions: &mut [Question]) {
    let mut earlier: Vec<(i16, Vec<i16>)> = Vec::new();
    for question in questions {
        question.when.retain(|(number, value)| {
            earlier.iter().any(|(other, values)| other == number && values.contains(value))
        });
        earlier.push((question.number, question.values()));
    }
}

fn optional(t: T, field: String, text: Result<String, TextError>, errors: &mut FormErrors) -> String {
    match text {
        Ok(text) => text,
        Err(TextError::Empty) => String::new(),
        Err(error) => {
            errors.add(field, form::words(t, error));
            String::new()
        }
    }
}

impl Block {
    fn parse(&self, t: T, known: Option<&Question>, quiz: bool, errors: &mut FormErrors) -> Question {
        let number = self.number;
        let text = Line::<MOST_TEXT>::parse(&self.text).map(|line| line.as_str().to_owned());
        let text = optional(t, format!("text-{number}"), text, errors);
        let field = format!("choices-{number}");
        let mut choices: Vec<Choice> = Vec::new();
        let old = known.map_or(&[][..], |known| &known.choices);
        let mut right = Vec::new();
        for line in self.choices.lines() {
            let marked = line.trim_start().strip_prefix('*').filter(|_| quiz);
            match Line::<MOST_TEXT>::parse(marked.unwrap_or(line)) {
                Err(TextError::Empty) => {}
                Err(error) => errors.add(field.clone(), form::words(t, error)),
                Ok(line) if choices.iter().any(|other| other.text == line.as_str()) => {
                    errors.add(field.clone(), t.surveys_choice_twice(line.as_str()));
                }
                Ok(line) => {
                    let same =
                        old.iter().find(|choice| choice.text == line.as_str()).map(|choice| choice.number);
                    let used =
                        choices.iter().chain(old).map(|choice| choice.number).max().unwrap_or_default();
                    let number = same.unwrap_or(used.saturating_add(1));
                    if marked.is_some() {
                        right.push(number);
                    }
                    choices.push(Choice { number, text: line.as_str().to_owned() });
                }
            }
        }
        if choices.len() > MOST_CHOICES {
            errors.add(field, t.surveys_too_many_choices(i64::try_from(MOST_CHOICES).unwrap_or_default()));
        }
        if !self.kind.has_choices() {
            choices.clear();
            right.clear();
        }
        let why = Line::<MOST_WHY>::parse(&self.why).map(|line| line.as_str().to_owned());
        let why = if quiz { optional(t, format!("why-{number}"), why, errors) } else { String::new() };
        Question {
            number,
            right,
            why,
            kind: self.kind,
            text,
            required: self.required,
            breaks: self.breaks,
            choices,
            when: self.when.clone(),
        }
    }
}

/// What is missing before it can be asked.
pub fn missing(t: T, now: Timestamp, text: &Text) -> FormErrors {
    let mut errors = FormErrors::new();
    if text.title.is_empty() {
        errors.add("title", t.surveys_title_missing());
    }
    if text.intro.is_empty() {
        errors.add("intro", t.surveys_intro_missing());
    }
    if text.closes_at.is_some_and(|at| at <= now) {
        errors.add("closes", t.surveys_no_past());
    }
    for question in &text.questions {
        if question.text.is_empty() {
            errors.add(format!("text-{}", question.number), t.surveys_question_missing());
        }
        if question.kind.has_choices() && question.choices.len() < 2 {
            errors.add(format!("choices-{}", question.number), t.surveys_choices_missing());
        }
    }
    if text.quiz.is_some() && !text.questions.iter().any(Question::is_graded) {
        let first = text.questions.first().map_or(0, |question| question.number);
        errors.add(format!("choices-{first}"), t.surveys_no_right());
    }
    if text.questions.is_empty() {
        errors.add("add", t.surveys_no_question());
    }
    errors
}
