//! A line of the inbox as a sentence in the reader's language.
//!
//! Only people the reader may know are named; the others are counted (PRODUCT V4). Names stand out, so the sentence
//! carries marks around them that become elements after everything has been escaped.

use std::fmt;

use askama::filters::HtmlSafe;

use crate::{
    features::notifications::model::{Kind, Notice},
    i18n::T,
};

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// A sentence with names that stand out.
#[derive(Clone, Debug)]
pub(super) struct Sentence(String);

impl HtmlSafe for Sentence {}

impl fmt::Display for Sentence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                OPEN => out.write_str("<b>")?,
                CLOSE => out.write_str("</b>")?,
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\'' => out.write_str("&#39;")?,
                c => fmt::Write::write_char(out, c)?,
            }
        }
        Ok(())
    }
}

/// A name that stands out. Marks that someone put into it are taken away.
fn strong(text: &str) -> String {
    let clean: String = text.chars().filter(|c| ![OPEN, CLOSE].contains(c)).collect();
    format!("{OPEN}{clean}{CLOSE}")
}

/// Who did it: the newest ones by name, the rest by number.
fn who(t: T, notice: &Notice) -> String {
    let named: Vec<String> = notice.known.iter().map(|known| strong(&known.name)).collect();
    let people = notice.people.max(1);
    match (named.as_slice(), people) {
        ([], _) => t.notifications_someone(people).to_string(),
        ([one, ..], 1) => one.clone(),
        ([one, two, ..], 2) => t.notifications_two(one.as_str(), two.as_str()).to_string(),
        ([one, ..], _) => t.notifications_and_others(people - 1, one.as_str()).to_string(),
    }
}

/// The sentence of a line. A kind that this version does not know says that there is something.
pub(super) fn sentence(t: T, notice: &Notice) -> Sentence {
    let who = who(t, notice);
    let group = strong(notice.group_name.as_deref().unwrap_or_default());
    let title = if notice.title.is_empty() {
        String::new()
    } else {
        t.notifications_quoted(strong(&notice.title).as_str()).to_string()
    };
    let (n, who, group, title) = (notice.people.max(1), who.as_str(), group.as_str(), title.as_str());
    let text = match Kind::parse(&notice.kind) {
        Some(Kind::Mention) => t.notifications_mention(n, who, group).to_string(),
        Some(Kind::Answer) => t.notifications_answer(n, who, title).to_string(),
        Some(Kind::Comment) => t.notifications_comment(n, who, title).to_string(),
        Some(Kind::Posted) => t.notifications_posted(n, who, title, group).to_string(),
        Some(Kind::Labelled) => {
            t.notifications_labelled(n, who, strong(&notice.detail).as_str(), title, group).to_string()
        }
        Some(Kind::Tagged) => {
            let tag = strong(&format!("#{}", notice.detail));
            t.notifications_tagged(n, who, title, tag.as_str(), group).to_string()
        }
        Some(Kind::Moved) => t.notifications_moved(n, who, title, group).to_string(),
        Some(Kind::MovedAway) => {
            let title = t.notifications_quoted(strong(&notice.detail).as_str()).to_string();
            t.notifications_moved_away(n, who, title.as_str(), group).to_string()
        }
        Some(Kind::MovedIn) => t.notifications_moved_in(n, who, title, group).to_string(),
        Some(Kind::Shared) => t.notifications_shared(n, who, group).to_string(),
        Some(Kind::SharedElsewhere) => t.notifications_shared_elsewhere(n, who, title).to_string(),
        Some(Kind::AcknowledgementAsked) => {
            t.notifications_acknowledgement_asked(n, who, title, group).to_string()
        }
        Some(Kind::AcknowledgementReminded) => {
            t.notifications_acknowledgement_reminded(title, group).to_string()
        }
        Some(Kind::PostReaction) => t.notifications_post_reaction(n, who, title).to_string(),
        Some(Kind::CommentReaction) => t.notifications_comment_reaction(n, who, title).to_string(),
        Some(Kind::PollClosed) => {
            t.notifications_poll_closed(strong(&notice.detail).as_str(), group).to_string()
        }
        Some(Kind::SurveyReminder) => {
            t.notifications_survey_reminder(strong(&notice.detail).as_str(), group).to_string()
        }
        Some(Kind::SurveyClosed) => {
            t.notifications_survey_closed(strong(&notice.detail).as_str(), group).to_string()
        }
        Some(Kind::JoinAsked) => t.notifications_join_asked(n, who, group).to_string(),
        Some(Kind::JoinApproved) => t.notifications_join_approved(group).to_string(),
        Some(Kind::JoinRefused) => t.notifications_join_refused(group).to_string(),
        Some(Kind::Invited) => t.notifications_invited(who, group).to_string(),
        Some(Kind::InvitationAccepted) => t.notifications_invitation_accepted(n, who, group).to_string(),
        Some(Kind::RoleChanged) => role_changed(t, group, &notice.detail),
        Some(Kind::GroupArchived) => t.notifications_group_archived(who, group).to_string(),
        Some(Kind::AdministratorEntered) => t.notifications_administrator_entered(who, group).to_string(),
        Some(Kind::GroupOrphaned) => t.notifications_group_orphaned().to_string(),
        Some(Kind::PlanRefused) if notice.detail == "poll" => t.notifications_plan_refused_poll().to_string(),
        Some(Kind::PlanRefused) => t.notifications_plan_refused().to_string(),
        Some(Kind::RhythmEnded) => t.notifications_rhythm_ended(strong(&notice.detail).as_str()).to_string(),
        None => t.notifications_something().to_string(),
    };
    Sentence(text.trim_end().to_owned())
}

fn role_changed(t: T, group: &str, role: &str) -> String {
    match role {
        "manager" => t.notifications_role_manager(group),
        "publisher" => t.notifications_role_publisher(group),
        _ => t.notifications_role_member(group),
    }
    .to_string()
}

/// Why one hears of it.
pub(super) fn reason(t: T, kind: &str) -> String {
    match Kind::parse(kind) {
        Some(Kind::Mention) => t.notifications_why_mention(),
        Some(Kind::Answer) => t.notifications_why_answer(),
        Some(
            Kind::Comment
            | Kind::PostReaction
            | Kind::Moved
            | Kind::MovedAway
            | Kind::Shared
            | Kind::SharedElsewhere,
        ) => t.notifications_why_post(),
        Some(Kind::CommentReaction) => t.notifications_why_comment(),
        Some(Kind::PollClosed) => t.notifications_why_poll(),
        Some(Kind::SurveyReminder) => t.notifications_why_survey_reminder(),
        Some(Kind::SurveyClosed) => t.notifications_why_survey(),
        Some(Kind::JoinAsked | Kind::GroupArchived | Kind::AdministratorEntered) => {
            t.notifications_why_manager()
        }
        Some(Kind::JoinApproved | Kind::JoinRefused) => t.notifications_why_asked(),
        Some(Kind::Invited) => t.notifications_why_invited(),
        Some(Kind::InvitationAccepted) => t.notifications_why_inviter(),
        Some(Kind::Posted | Kind::MovedIn) => t.notifications_why_follows(),
        Some(Kind::Tagged) => t.notifications_why_hashtag(),
        Some(Kind::Labelled) => t.notifications_why_label(),
        Some(Kind::GroupOrphaned) => t.notifications_why_administrator(),
        Some(Kind::PlanRefused | Kind::RhythmEnded) => t.notifications_why_author(),
        Some(Kind::RoleChanged | Kind::AcknowledgementAsked | Kind::AcknowledgementReminded) | None => {
            t.notifications_why_member()
        }
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        features::notifications::model::Known,
        i18n::Locale,
        kernel::{MemberId, NoticeId, Timestamp},
    };

    fn notice(kind: Kind, names: &[&str], people: i64) -> Notice {
        let known = names
            .iter()
            .map(|name| Known {
                id: MemberId(Uuid::nil()),
                name: (*name).to_owned(),
                photo_version: None,
                rings: crate::ui::Rings::default(),
            })
            .collect();
        Notice {
            id: NoticeId(Uuid::nil()),
            kind: kind.as_str().to_owned(),
            post: None,
            comment: None,
            survey: None,
            group_slug: None,
            group_name: Some("Énergie".to_owned()),
            title: "Merci".to_owned(),
            quote: String::new(),
            detail: String::new(),
            at: Timestamp::default(),
            read: false,
            people,
            known,
        }
    }

    fn words(locale: Locale, notice: &Notice) -> String {
        sentence(locale.t(), notice).to_string().replace('\u{A0}', " ")
    }

    #[test]
    fn people_are_named_and_counted() {
        let one = notice(Kind::PostReaction, &["Louise"], 1);
        assert_eq!(words(Locale::Fr, &one), "<b>Louise</b> a réagi à votre publication « <b>Merci</b> »");
        let four = notice(Kind::PostReaction, &["Louise", "Paul"], 4);
        assert_eq!(
            words(Locale::Fr, &four),
            "<b>Louise</b> et 3 autres personnes ont réagi à votre publication « <b>Merci</b> »"
        );
        let two = notice(Kind::Comment, &["Louise", "Paul"], 2);
        assert_eq!(
            words(Locale::En, &two),
            "<b>Louise</b> and <b>Paul</b> commented on your post “<b>Merci</b>”"
        );
    }

    #[test]
    fn who_may_not_be_known_is_not_named() {
        let hidden = notice(Kind::PostReaction, &[], 1);
        assert_eq!(words(Locale::Fr, &hidden), "Une personne a réagi à votre publication « <b>Merci</b> »");
        let half = notice(Kind::PostReaction, &["Louise"], 2);
        assert_eq!(
            words(Locale::Fr, &half),
            "<b>Louise</b> et 1 autre personne ont réagi à votre publication « <b>Merci</b> »"
        );
    }

    #[test]
    fn names_cannot_bring_markup() {
        let evil = notice(Kind::Mention, &["<img src=x>\u{E000}"], 1);
        let text = words(Locale::Fr, &evil);
        assert!(text.starts_with("<b>&lt;img src=x&gt;</b>"), "{text}");
    }
}
