//! What the demonstration asks at length, in rounds, and who answers.

use chrono::{Days, TimeDelta};
use serde::Deserialize;

use super::{
    dice, fault,
    plan::{Group, World},
    play::ask,
    profiles::begin,
};
use crate::{
    app::App,
    authz::{
        Actor, AnswerSurvey, CloseSurvey, OpenSurvey, PublishInGroup, RepeatSurvey, SetSurveyRhythm,
        standing::{GroupPath, SurveyPath},
    },
    db::Tx,
    features::{
        recurring::{self, Every, Rhythm},
        surveying::announce,
        surveys::{self, Answer, Answers, Choice, Kind, Question, Quiz, Seal, Text},
    },
    i18n::Locale,
    kernel::{Fault, SurveyId, Timestamp},
};

const SURVEYS: &str = include_str!("../../../demo/surveys.toml");

#[derive(Deserialize)]
struct File {
    survey: Vec<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    group: String,
    title: String,
    text: String,
    #[serde(default)]
    anonymous: bool,
    quiz: Option<Quiz>,
    rounds: Vec<[i64; 4]>,
    /// How often the clock asks it from then on.
    every: Option<String>,
    question: Vec<One>,
}

#[derive(Deserialize)]
struct One {
    kind: Kind,
    text: String,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    breaks: bool,
    #[serde(default)]
    when: Vec<(i16, i16)>,
    #[serde(default)]
    right: Vec<i16>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    texts: Vec<String>,
}

/// A survey, its group, and who asks.
struct Stage<'a> {
    app: &'a App,
    world: &'a World,
    group: &'a Group,
    slug: &'a str,
    manager: &'a Actor,
    actors: &'a [Option<Actor>],
    asked: &'a Asked,
    text: Text,
}

/// Asks and answers.
pub(super) async fn make(
    app: &App,
    world: &World,
    actors: &[Option<Actor>],
    slugs: &[String],
) -> Result<(), Fault> {
    let file: File = toml::from_str(SURVEYS)?;
    for asked in &file.survey {
        let found = world.groups.iter().zip(slugs).find(|(group, _)| group.text.key == asked.group);
        let Some((group, slug)) = found else { continue };
        let who = |person: &&usize| {
            world.people.get(**person).is_some_and(|person| group.text.managers.contains(&person.handle))
        };
        let manager = group.members.iter().find(who).and_then(|person| actors.get(*person)?.as_ref());
        let Some(manager) = manager else { continue };
        let text = text(asked);
        Stage { app, world, group, slug, manager, actors, asked, text }.play().await?;
    }
    Ok(())
}

fn text(asked: &Asked) -> Text {
    let question = |(number, one): (i16, &One)| Question {
        number,
        kind: one.kind,
        text: one.text.clone(),
        required: one.required,
        breaks: one.breaks,
        choices: (1..)
            .zip(&one.choices)
            .map(|(number, text)| Choice { number, text: text.clone() })
            .collect(),
        when: one.when.clone(),
        right: one.right.clone(),
        why: one.why.clone(),
    };
    Text {
        title: asked.title.clone(),
        intro: asked.text.trim().to_owned(),
        questions: (1..).zip(&asked.question).map(question).collect(),
        anonymous: asked.anonymous,
        quiz: asked.quiz,
        ..Text::default()
    }
}

impl Stage<'_> {
    async fn play(&self) -> Result<(), Fault> {
        let mut last: Option<SurveyId> = None;
        for (round, [ago, lasts, percent, mood]) in (1_i16..).zip(&self.asked.rounds) {
            let at = dice::writing_hour(self.world.now - TimeDelta::days(*ago), &self.asked.title);
            let at = at.min(self.world.now - TimeDelta::hours(1));
            let survey = self.open(last, round, at, *lasts).await?;
            let end = (at + TimeDelta::days(*lasts)).min(self.world.now);
            let mut turns = Vec::new();
            for person in &self.group.members {
                let salt = format!("{person} {round}");
                if dice::below(100, &self.asked.title, &salt) < usize::try_from(*percent)? {
                    let minutes = dice::below(usize::try_from((end - at).num_minutes())?, &salt, "when");
                    turns.push((at + TimeDelta::minutes(i64::try_from(minutes)?), *person));
                }
            }
            turns.sort();
            for (at, person) in turns {
                let mood = usize::try_from(*mood)?;
                self.answer(survey, at, person, (round, mood)).await?;
            }
            if end < self.world.now {
                let mut tx = begin(self.app, self.manager, end).await?;
                let permit = ask::<CloseSurvey>(&mut tx, self.manager, SurveyPath { survey }).await?;
                surveys::close(&mut tx, &permit, None).await?;
                tx.commit().await?;
            }
            last = Some(survey);
        }
        let every = self.asked.every.as_deref().and_then(Every::parse);
        match (last, every, self.asked.rounds.last()) {
            (Some(last), Some(every), Some([ago, ..])) => self.repeat(last, every, *ago).await,
            _ => Ok(()),
        }
    }

    /// Has the clock go on with it.
    async fn repeat(&self, survey: SurveyId, every: Every, ago: i64) -> Result<(), Fault> {
        let zone = self.app.config.time_zone;
        let began = dice::writing_hour(self.world.now - TimeDelta::days(ago), &self.asked.title);
        let rhythm = Rhythm { every, first: began, zone, days: 12 };
        let Some(first) = rhythm.after(self.world.now).next() else { return Ok(()) };
        let mut tx = begin(self.app, self.manager, self.world.now).await?;
        let permit = ask::<SetSurveyRhythm>(&mut tx, self.manager, SurveyPath { survey }).await?;
        let series = surveys::find(tx.db(), self.manager.viewer(), survey).await?.map(|whole| whole.series);
        recurring::set(&mut tx, &permit, series.unwrap_or(survey), &Rhythm { first, ..rhythm })
            .await
            .map_err(fault)?;
        tx.commit().await
    }

    async fn open(
        &self,
        last: Option<SurveyId>,
        round: i16,
        at: Timestamp,
        lasts: i64,
    ) -> Result<SurveyId, Fault> {
        let seal = if self.text.anonymous { Some(Seal::make(self.app).await?) } else { None };
        let mut tx = begin(self.app, self.manager, at).await?;
        let group = GroupPath { group: self.slug.to_owned() };
        let publishing = ask::<PublishInGroup>(&mut tx, self.manager, group).await?;
        let survey = match last {
            None => surveys::begin(&mut tx, &publishing, &self.text).await?,
            Some(last) => {
                let permit = ask::<RepeatSurvey>(&mut tx, self.manager, SurveyPath { survey: last }).await?;
                surveys::repeat(&mut tx, &permit, (last, round - 1), &self.text).await.map_err(fault)?
            }
        };
        let opening = ask::<OpenSurvey>(&mut tx, self.manager, SurveyPath { survey }).await?;
        let permits = (&opening, &publishing);
        announce(&mut tx, permits, (0, &self.text), seal.as_ref(), Locale::Fr).await.map_err(fault)?;
        let running = ask::<CloseSurvey>(&mut tx, self.manager, SurveyPath { survey }).await?;
        let end = at + TimeDelta::days(lasts);
        surveys::set_end(&mut tx, &running, Some(end)).await.map_err(fault)?;
        tx.commit().await?;
        Ok(survey)
    }

    async fn answer(
        &self,
        survey: SurveyId,
        at: Timestamp,
        person: usize,
        (round, mood): (i16, usize),
    ) -> Result<(), Fault> {
        let Some(Some(actor)) = self.actors.get(person) else { return Ok(()) };
        let answers = self.sheet(at, &format!("{person} {round}"), mood);
        if self.text.anonymous {
            let Some(seal) = surveys::seal_of(self.app, survey).await? else { return Ok(()) };
            let mut tx = Tx::begin(&self.app.db, None, "demo", at, self.app.signal.clone()).await?;
            let permit = ask::<AnswerSurvey>(&mut tx, actor, SurveyPath { survey }).await?;
            surveys::answer_secretly(&mut tx, &permit, &seal, answers).await.map_err(fault)?;
            return tx.commit().await;
        }
        let mut tx = begin(self.app, actor, at).await?;
        let permit = ask::<AnswerSurvey>(&mut tx, actor, SurveyPath { survey }).await?;
        surveys::answer(&mut tx, &permit, &answers).await.map_err(fault)?;
        tx.commit().await
    }

    /// What someone answers: rather content, and more so in a later round; one in eight leaves a question out.
    fn sheet(&self, at: Timestamp, salt: &str, mood: usize) -> Answers {
        let mut answers = Answers::default();
        for (question, one) in self.text.questions.iter().zip(&self.asked.question) {
            let picked = |(number, value): &(i16, i16)| matches!(answers.0.get(number), Some(Answer::Picks(picks)) if picks.contains(value));
            let asked = one.when.is_empty() || one.when.iter().any(picked);
            if !asked || (!one.required && dice::chance(12, &one.text, salt)) {
                continue;
            }
            let values = question.values();
            let lot = |round: usize| dice::below(values.len().max(1), &one.text, &format!("{salt} {round}"));
            let answer = match one.kind {
                Kind::Short | Kind::Long => {
                    let text = one.texts.get(dice::below(one.texts.len().max(1) * 3, &one.text, salt));
                    text.map(|text| Answer::Text(text.clone()))
                }
                Kind::Date => {
                    let days =
                        Days::new(u64::try_from(10 + 7 * dice::below(8, &one.text, salt)).unwrap_or(10));
                    at.date_naive().checked_add_days(days).map(|day| Answer::Text(day.to_string()))
                }
                Kind::Multiple => {
                    let mut picks: Vec<i16> =
                        [lot(1), lot(2)].iter().filter_map(|lot| values.get(*lot).copied()).collect();
                    picks.sort_unstable();
                    picks.dedup();
                    Some(Answer::Picks(picks))
                }
                Kind::Single => values.get(lot(1).min(lot(2))).map(|value| Answer::Picks(vec![*value])),
                _ => {
                    let best = (0..=mood + 1).map(lot).max().unwrap_or_default();
                    values.get(best).map(|value| Answer::Picks(vec![*value]))
                }
            };
            answers.0.extend(answer.map(|answer| (question.number, answer)));
        }
        answers
    }
}
