//! Results as a sheet: the choices with what they got, and in a poll with names who chose them. Of an anonymous one the
//! sheet holds what its results page shows, no more.

use super::{
    Face,
    cards::{Bar, Eyes, bars},
    model::Kind,
    store::VoterRow,
};
use crate::{
    kernel::Fault,
    sheets::{Format, Writer},
};

/// Writes the sheet.
pub(super) fn sheet(eyes: Eyes, format: Format, face: &Face, voters: &[VoterRow]) -> Result<Vec<u8>, Fault> {
    let t = eyes.locale.t();
    let dates = face.kind == Kind::Dates;
    let mut headings = vec![t.polls_choice().to_string()];
    if dates {
        headings.extend([
            t.polls_yes().to_string(),
            t.polls_if_need_be().to_string(),
            t.polls_no().to_string(),
        ]);
    } else {
        headings.extend([t.polls_votes_head().to_string(), t.polls_share_head().to_string()]);
    }
    if !face.anonymous {
        headings.push(t.polls_people_head().to_string());
    }
    let mut writer = Writer::new(format, eyes.locale, &face.question, &headings)?;
    for (choice, bar) in face.choices.iter().zip(bars(eyes, face)) {
        let Bar { words, votes, maybe, no, share, .. } = bar;
        let mut row = vec![words, votes.to_string()];
        if dates {
            row.extend([maybe.to_string(), no.to_string()]);
        } else {
            row.push(t.polls_percent(share).to_string());
        }
        if !face.anonymous {
            row.push(people(eyes, voters, choice.number));
        }
        writer.row(&row)?;
    }
    let mut total = vec![t.polls_voters_head().to_string(), face.counted().to_string()];
    total.resize(headings.len(), String::new());
    writer.row(&total)?;
    writer.finish()
}

/// Who chose something, as far as the reader may know them.
fn people(eyes: Eyes, voters: &[VoterRow], number: i16) -> String {
    let t = eyes.locale.t();
    let name = |voter: &VoterRow| {
        let name = voter.name.clone().unwrap_or_else(|| t.polls_somebody().to_string());
        if voter.maybe { t.polls_if_need_be_of(name).to_string() } else { name }
    };
    voters.iter().filter(|voter| voter.number == number).map(name).collect::<Vec<_>>().join(", ")
}
