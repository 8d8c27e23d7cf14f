//! What a survey asks, when a question is asked, and why something was not done.

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use crate::{i18n::T, kernel::Timestamp};

/// The most questions of a survey.
pub const MOST_QUESTIONS: usize = 60;
/// The most choices of a question.
pub const MOST_CHOICES: usize = 20;
/// The longest question and the longest choice, in characters.
pub const MOST_TEXT: usize = 300;
/// The longest answer of one line, in characters.
pub(super) const MOST_SHORT: usize = 200;
/// The longest answer of several lines, in characters.
pub(super) const MOST_LONG: usize = 2_000;

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// By one of several choices.
    #[default]
    Single,
    /// By any of several choices.
    Multiple,
    /// By a number from 1 to 5.
    Scale,
    /// From very unhappy to very happy, in five steps.
    Satisfaction,
    /// By how likely one would recommend something, from 0 to 10.
    Recommendation,
    /// In one line.
    Short,
    /// In several lines.
    Long,
    /// By a day.
    Date,
}

impl Kind {
    /// All of them, in the order of the editor.
    pub const ALL: [Self; 8] = [
        Self::Single,
        Self::Multiple,
        Self::Scale,
        Self::Satisfaction,
        Self::Recommendation,
        Self::Short,
        Self::Long,
        Self::Date,
    ];

    /// The word in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Scale => "scale",
            Self::Satisfaction => "satisfaction",
            Self::Recommendation => "recommendation",
            Self::Short => "short",
            Self::Long => "long",
            Self::Date => "date",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Whether its author writes the choices.
    pub fn has_choices(self) -> bool {
        matches!(self, Self::Single | Self::Multiple)
    }

    /// Whether it is answered by picking, so that answers can be counted.
    pub fn is_picked(self) -> bool {
        !matches!(self, Self::Short | Self::Long | Self::Date)
    }
}

/// A choice of a question. Its number stays when others come or go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Its number.
    pub number: i16,
    /// Its words.
    pub text: String,
}

/// A question. Its number stays in all rounds of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its number.
    pub number: i16,
    /// How it is answered.
    pub kind: Kind,
    /// What it asks.
    pub text: String,
    /// Whether one must answer.
    #[serde(default)]
    pub required: bool,
    /// Whether a page begins with it.
    #[serde(default)]
    pub breaks: bool,
    /// The choices of one with choices.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// Answers (question, value) of which one must have been given for this to be asked; empty for always.
    #[serde(default)]
    pub when: Vec<(i16, i16)>,
    /// In a quiz, the choices that are right; none where it is not about that.
    #[serde(default)]
    pub right: Vec<i16>,
    /// In a quiz, why.
    #[serde(default)]
    pub why: String,
}

impl Question {
    /// What can be picked, in order.
    pub fn values(&self) -> Vec<i16> {
        match self.kind {
            Kind::Single | Kind::Multiple => self.choices.iter().map(|choice| choice.number).collect(),
            Kind::Scale | Kind::Satisfaction => (1..=5).collect(),
            Kind::Recommendation => (0..=10).collect(),
            Kind::Short | Kind::Long | Kind::Date => Vec::new(),
        }
    }

    /// What can be picked, in words.
    pub fn words(&self, t: T, value: i16) -> String {
        match self.kind {
            Kind::Satisfaction => match value {
                1 => t.surveys_very_unhappy(),
                2 => t.surveys_unhappy(),
                3 => t.surveys_neither(),
                4 => t.surveys_happy(),
                _ => t.surveys_very_happy(),
            }
            .to_string(),
            Kind::Scale | Kind::Recommendation => value.to_string(),
            _ => self
                .choices
                .iter()
                .find(|choice| choice.number == value)
                .map(|choice| choice.text.clone())
                .unwrap_or_default(),
        }
    }

    /// Whether there are right answers.
    pub fn is_graded(&self) -> bool {
        self.kind.has_choices() && !self.right.is_empty()
    }

    /// Whether these answers are right: all that is right was picked, and nothing else.
    pub fn is_right(&self, answers: &Answers) -> bool {
        let picks = answers.picks(self.number);
        picks.len() == self.right.len() && picks.iter().all(|pick| self.right.contains(pick))
    }

    /// The name of its field.
    pub(super) fn field(&self) -> String {
        format!("q-{}", self.number)
    }

    /// The most bytes an answer takes as JSON, with its key: letters take up to four, and quotes are escaped.
    pub(super) fn most_bytes(&self) -> usize {
        let text = |letters: usize| letters * 6;
        16 + match self.kind {
            Kind::Short => text(MOST_SHORT),
            Kind::Long => text(MOST_LONG),
            Kind::Date => 16,
            _ => 2 + 7 * self.values().len().max(1),
        }
    }
}

/// Whether a question is asked of someone who answered so: where it depends on others, one of these answers was given
/// to a question that was asked.
pub(super) fn is_asked(questions: &[Question], number: i16, answers: &Answers) -> bool {
    let mut asked: Vec<i16> = Vec::new();
    for question in questions {
        let meets = |(other, value): &(i16, i16)| asked.contains(other) && answers.has(*other, *value);
        if question.when.is_empty() || question.when.iter().any(meets) {
            asked.push(question.number);
        }
        if question.number == number {
            break;
        }
    }
    asked.contains(&number)
}

/// The questions by pages. A question that depends on another stands on a later page than that one, so that without
/// script, too, it is known there whether to ask it.
pub(super) fn pages(questions: &[Question]) -> Vec<&[Question]> {
    let mut pages = Vec::new();
    let mut from = 0;
    for (place, question) in questions.iter().enumerate() {
        let page = questions.get(from..place).unwrap_or_default();
        let depends = |(other, _): &(i16, i16)| page.iter().any(|earlier| earlier.number == *other);
        if !page.is_empty() && (question.breaks || question.when.iter().any(depends)) {
            pages.push(page);
            from = place;
        }
    }
    pages.push(questions.get(from..).unwrap_or_default());
    pages
}

/// When results are seen by others than the author and the managers of the group, who always see them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Results {
    /// By those who have answered, and by everybody once it is closed.
    #[default]
    Answered,
    /// By everybody once it is closed.
    Closed,
    /// Never.
    Author,
}

impl Results {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Answered, Self::Closed, Self::Author];

    /// The word in the table and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Author => "author",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|results| results.as_str() == text)
    }
}

impl From<String> for Results {
    fn from(text: String) -> Self {
        Self::parse(&text).unwrap_or_default()
    }
}

/// Among whom prizes are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Among {
    /// There is no draw.
    #[default]
    None,
    /// Those who have everything right.
    Right,
    /// Everybody who answered.
    All,
}

impl Among {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::None, Self::Right, Self::All];

    /// The word in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Right => "right",
            Self::All => "all",
        }
    }
}

/// What makes a survey a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// Whether those who see totals see who did best.
    pub ranking: bool,
    /// Among whom prizes are drawn.
    pub draw: Among,
    /// How many win.
    pub prizes: i16,
}

impl Quiz {
    /// Whether there is a draw.
    pub fn draws(self) -> bool {
        self.draw != Among::None
    }
}

/// A survey as its author writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its title.
    pub title: String,
    /// What it is for, as Markdown: the text of the post that announces it.
    pub intro: String,
    /// What it asks.
    pub questions: Vec<Question>,
    /// Whether nobody may know who answered what.
    pub anonymous: bool,
    /// Who sees results.
    pub results: Results,
    /// When it ends by itself.
    pub closes_at: Option<Timestamp>,
    /// Whether it is a quiz, and how.
    pub quiz: Option<Quiz>,
}

/// Why a sheet was not taken, or a survey not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyRefused {
    /// It has ended.
    Closed,
    /// One has answered, and these answers cannot be changed.
    Answered,
    /// One does not belong to the group any more.
    NoLonger,
    /// The key was lost: it has just begun again.
    Restarted,
    /// Somebody saved it in another window.
    Conflict,
    /// It is asked already.
    Begun,
    /// The instant is not in the future.
    Past,
    /// Everybody was reminded a short while ago.
    Soon,
    /// Everybody has answered.
    Nobody,
    /// There is a next round.
    Repeated,
}

impl SurveyRefused {
    /// The sentence for the member.
    pub fn words(self, t: T) -> String {
        match self {
            Self::Closed => t.surveys_no_closed(),
            Self::Answered => t.surveys_no_answered(),
            Self::NoLonger => t.surveys_no_longer(),
            Self::Restarted => t.surveys_no_restarted(),
            Self::Conflict => t.surveys_no_conflict(),
            Self::Begun => t.surveys_no_begun(),
            Self::Past => t.surveys_no_past(),
            Self::Soon => t.surveys_no_soon(),
            Self::Nobody => t.surveys_no_nobody(),
            Self::Repeated => t.surveys_no_repeated(),
        }
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(number: i16, when: &[(i16, i16)]) -> Question {
        Question { number, kind: Kind::Scale, when: when.to_vec(), ..Question::default() }
    }

    #[test]
    fn a_question_that_depends_on_another_stands_on_a_later_page() {
        let mut all = [
            question(1, &[]),
            question(2, &[]),
            question(3, &[(1, 2)]),
            question(4, &[(1, 2)]),
            question(5, &[(4, 1)]),
        ];
        let numbers = |all: &[Question]| {
            pages(all)
                .iter()
                .map(|page| page.iter().map(|one| one.number).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        assert_eq!(numbers(&all), [vec![1, 2], vec![3, 4], vec![5]]);
        all[1].breaks = true;
        assert_eq!(numbers(&all), [vec![1], vec![2, 3, 4], vec![5]]);
        assert_eq!(numbers(&[]), [Vec::<i16>::new()]);
    }

    #[test]
    fn a_question_is_asked_where_one_of_its_answers_was_given_to_a_question_that_was_asked() {
        let all = [question(1, &[]), question(2, &[(1, 1), (1, 2)]), question(3, &[(2, 5)])];
        let answers = |given: &[(i16, i16)]| Answers::picked(given);
        assert!(is_asked(&all, 1, &answers(&[])));
        assert!(!is_asked(&all, 2, &answers(&[(1, 3)])));
        assert!(is_asked(&all, 2, &answers(&[(1, 2)])));
        assert!(is_asked(&all, 3, &answers(&[(1, 2), (2, 5)])));
        assert!(!is_asked(&all, 3, &answers(&[(1, 3), (2, 5)])), "2 was not asked");
    }
}
