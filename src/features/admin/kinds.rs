//! The kinds of facts in words, for the log.

use crate::i18n::T;

/// The kinds that stand in the log, in the order of the filter.
const KINDS: &[&str] = &[
    "signed_up",
    "signed_in",
    "signed_out",
    "sessions_ended",
    "password_changed",
    "password_reset_asked",
    "email_change_asked",
    "email_changed",
    "settings_changed",
    "administrator_named",
    "member_suspended",
    "member_reactivated",
    "profile_edited",
    "photo_changed",
    "field_defined",
    "field_changed",
    "field_archived",
    "field_restored",
    "fields_reordered",
    "field_section_changed",
    "fields_filled",
    "group_created",
    "group_edited",
    "group_level_changed",
    "member_joined",
    "member_left",
    "member_removed",
    "role_changed",
    "join_asked",
    "join_request_withdrawn",
    "join_approved",
    "join_refused",
    "member_invited",
    "invitation_accepted",
    "invitation_declined",
    "invitation_sent",
    "invitation_revoked",
    "group_permissions_changed",
    "group_archived",
    "group_reopened",
    "group_deleted",
    "group_restored",
    "group_erased",
    "group_regime_changed",
    "member_enrolled",
    "administrator_entered",
    "administrator_left",
    "content_anonymised",
    "group_hearing_changed",
    "group_rule_changed",
    "access_changed",
    "picture_uploaded",
    "post_published",
    "post_edited",
    "post_deleted",
    "post_restored",
    "post_reacted",
    "post_reaction_withdrawn",
    "comment_written",
    "comment_edited",
    "comment_deleted",
    "comment_restored",
    "comment_reacted",
    "comment_reaction_withdrawn",
    "letters_retried",
    "jobs_retried",
];

/// All kinds with their words.
pub(super) fn all(t: T) -> Vec<(&'static str, String)> {
    KINDS.iter().map(|kind| (*kind, words(t, kind))).collect()
}

/// A kind in words; one that this version does not know stands as it is.
#[expect(clippy::too_many_lines, reason = "a table of every fact")]
pub(super) fn words(t: T, kind: &str) -> String {
    match kind {
        "signed_up" => t.admin_fact_signed_up(),
        "signed_in" => t.admin_fact_signed_in(),
        "signed_out" => t.admin_fact_signed_out(),
        "sessions_ended" => t.admin_fact_sessions_ended(),
        "password_changed" => t.admin_fact_password_changed(),
        "password_reset_asked" => t.admin_fact_password_reset_asked(),
        "email_change_asked" => t.admin_fact_email_change_asked(),
        "email_changed" => t.admin_fact_email_changed(),
        "settings_changed" => t.admin_fact_settings_changed(),
        "administrator_named" => t.admin_fact_administrator_named(),
        "member_suspended" => t.admin_fact_member_suspended(),
        "member_reactivated" => t.admin_fact_member_reactivated(),
        "profile_edited" => t.admin_fact_profile_edited(),
        "photo_changed" => t.admin_fact_photo_changed(),
        "field_defined" => t.admin_fact_field_defined(),
        "field_changed" => t.admin_fact_field_changed(),
        "field_archived" => t.admin_fact_field_archived(),
        "field_restored" => t.admin_fact_field_restored(),
        "fields_reordered" => t.admin_fact_fields_reordered(),
        "field_section_changed" => t.admin_fact_field_section_changed(),
        "fields_filled" => t.admin_fact_fields_filled(),
        "group_created" => t.admin_fact_group_created(),
        "group_edited" => t.admin_fact_group_edited(),
        "group_level_changed" => t.admin_fact_group_level_changed(),
        "member_joined" => t.admin_fact_member_joined(),
        "member_left" => t.admin_fact_member_left(),
        "member_removed" => t.admin_fact_member_removed(),
        "role_changed" => t.admin_fact_role_changed(),
        "join_asked" => t.admin_fact_join_asked(),
        "join_request_withdrawn" => t.admin_fact_join_request_withdrawn(),
        "join_approved" => t.admin_fact_join_approved(),
        "join_refused" => t.admin_fact_join_refused(),
        "member_invited" => t.admin_fact_member_invited(),
        "invitation_accepted" => t.admin_fact_invitation_accepted(),
        "invitation_declined" => t.admin_fact_invitation_declined(),
        "invitation_sent" => t.admin_fact_invitation_sent(),
        "invitation_revoked" => t.admin_fact_invitation_revoked(),
        "group_permissions_changed" => t.admin_fact_group_permissions_changed(),
        "group_archived" => t.admin_fact_group_archived(),
        "group_reopened" => t.admin_fact_group_reopened(),
        "group_deleted" => t.admin_fact_group_deleted(),
        "group_restored" => t.admin_fact_group_restored(),
        "group_erased" => t.admin_fact_group_erased(),
        "group_regime_changed" => t.admin_fact_group_regime_changed(),
        "member_enrolled" => t.admin_fact_member_enrolled(),
        "administrator_entered" => t.admin_fact_administrator_entered(),
        "administrator_left" => t.admin_fact_administrator_left(),
        "content_anonymised" => t.admin_fact_content_anonymised(),
        "group_hearing_changed" => t.admin_fact_group_hearing_changed(),
        "group_rule_changed" => t.admin_fact_group_rule_changed(),
        "access_changed" => t.admin_fact_access_changed(),
        "picture_uploaded" => t.admin_fact_picture_uploaded(),
        "post_published" => t.admin_fact_post_published(),
        "post_edited" => t.admin_fact_post_edited(),
        "post_deleted" => t.admin_fact_post_deleted(),
        "post_restored" => t.admin_fact_post_restored(),
        "post_reacted" => t.admin_fact_post_reacted(),
        "post_reaction_withdrawn" => t.admin_fact_post_reaction_withdrawn(),
        "comment_written" => t.admin_fact_comment_written(),
        "comment_edited" => t.admin_fact_comment_edited(),
        "comment_deleted" => t.admin_fact_comment_deleted(),
        "comment_restored" => t.admin_fact_comment_restored(),
        "comment_reacted" => t.admin_fact_comment_reacted(),
        "comment_reaction_withdrawn" => t.admin_fact_comment_reaction_withdrawn(),
        "letters_retried" => t.admin_fact_letters_retried(),
        "jobs_retried" => t.admin_fact_jobs_retried(),
        other => return other.to_owned(),
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_kind_has_words() {
        for (kind, words) in all(Locale::En.t()) {
            assert_ne!(kind, words);
        }
    }
}
