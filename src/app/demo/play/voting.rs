//! What posts of the demonstration ask, and who answers.

use chrono::{Days, NaiveTime, TimeDelta};
use chrono_tz::Europe::Paris;

use super::{Play, ask, gone};
use crate::{
    app::demo::{dice, fault, plan::Post},
    authz::{Vote, standing::PostPath},
    features::polls::{self, Ballot, NewChoice, NewPoll, Results, Seal},
    kernel::{Fault, Timestamp, Wall},
};

impl Play<'_> {
    /// The poll of a post, if it asks.
    pub(super) async fn poll(&self, post: &Post) -> Result<Option<NewPoll>, Fault> {
        let Some(text) = &post.poll else {
            return Ok(None);
        };
        let words = text.choices.iter().cloned().map(NewChoice::Text);
        let dates = text.dates.iter().filter_map(|[days, hour]| {
            let day =
                post.at.with_timezone(&Paris).date_naive().checked_add_days(Days::new(u64::from(*days)))?;
            let local = day.and_time(NaiveTime::from_hms_opt(*hour, 0, 0)?);
            Some(NewChoice::At(Wall::read(Paris, local).at()))
        });
        let seal = if text.anonymous { Some(Seal::make(self.app).await?) } else { None };
        Ok(Some(NewPoll {
            question: text.question.clone(),
            choices: words.chain(dates).collect(),
            least: 1,
            most: text.most,
            opens: false,
            changes: !text.anonymous,
            results: Results::parse(&text.results).ok_or_else(gone)?,
            pictures: Vec::new(),
            closes_at: text.closes.map(|days| post.at + TimeDelta::days(days)),
            seal,
        }))
    }

    /// Someone answers: most of them what most would.
    pub(super) async fn vote(&self, post: usize, person: usize, at: Timestamp) -> Result<(), Fault> {
        let planned = self.world.posts.get(post).ok_or_else(gone)?;
        let text = planned.poll.as_ref().ok_or_else(gone)?;
        let PostPath { post } = self.post(post)?;
        let voter = self.actor(person)?;
        let salt = person.to_string();
        let choices = text.choices.len().max(text.dates.len());
        let pick = |round: usize| {
            let salt = format!("{salt} {round}");
            let lot =
                dice::below(choices, &text.question, &salt).min(dice::below(choices, &salt, &text.question));
            i16::try_from(lot + 1).unwrap_or(1)
        };
        let picks = if text.dates.is_empty() { usize::try_from(text.most).unwrap_or(1) } else { choices };
        let ballot = Ballot::of((0..picks).map(pick));
        if text.anonymous {
            let mut tx = self.begin(None, at).await?;
            let may = ask::<Vote>(&mut tx, &voter, PostPath { post }).await?;
            let seal = polls::seal_of(self.app, post).await?.ok_or_else(gone)?;
            polls::vote_secretly(&mut tx, &may, None, &seal, &ballot).await.map_err(fault)?;
            return tx.commit().await;
        }
        let mut tx = self.begin(Some(&voter), at).await?;
        let may = ask::<Vote>(&mut tx, &voter, PostPath { post }).await?;
        polls::vote(&mut tx, &may, None, &ballot).await.map_err(fault)?;
        tx.commit().await
    }
}
