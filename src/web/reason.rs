//! The reasons of the policy in words.

use crate::{authz::Reason, i18n::T};

/// Why not, as a sentence for the person who asked.
pub fn text(t: T, reason: Reason) -> String {
    match reason {
        Reason::JoinFirst => t.reason_join_first(),
        Reason::PublishersOnly => t.reason_publishers_only(),
        Reason::NotForGuestsHere => t.reason_not_for_guests_here(),
        Reason::HasManager => t.reason_has_manager(),
        Reason::IsSource => t.reason_is_source(),
        Reason::IsLocked => t.reason_is_locked(),
        Reason::ManagersOnly => t.reason_managers_only(),
        Reason::AuthorOnly => t.reason_author_only(),
        Reason::AuthorOrManager => t.reason_author_or_manager(),
        Reason::Archived => t.reason_archived(),
        Reason::NotForGuests => t.reason_not_for_guests(),
        Reason::AskFirst => t.reason_ask_first(),
        Reason::AlreadyIn => t.reason_already_in(),
        Reason::AlreadyAsked => t.reason_already_asked(),
        Reason::AlreadyDecided => t.reason_already_decided(),
        Reason::InvitationOnly => t.reason_invitation_only(),
        Reason::AdministratorsOnly => t.reason_administrators_only(),
        Reason::OnlyYourself => t.reason_only_yourself(),
        Reason::LastManager => t.reason_last_manager(),
        Reason::LastAdministrator => t.reason_last_administrator(),
        Reason::NotYourself => t.reason_not_yourself(),
        Reason::Suspended => t.reason_suspended(),
        Reason::CommentsClosed => t.reason_comments_closed(),
        Reason::PollClosed => t.reason_poll_closed(),
        Reason::ResultsHidden => t.reason_results_hidden(),
        Reason::StaysClosed => t.reason_stays_closed(),
        Reason::QuizStaysClosed => t.reason_quiz_stays_closed(),
        Reason::SurveyAsked => t.reason_survey_asked(),
        Reason::SurveyNotAsked => t.reason_survey_not_asked(),
        Reason::SurveyClosed => t.reason_survey_closed(),
        Reason::SurveyNotClosed => t.reason_survey_not_closed(),
    }
    .to_string()
}
