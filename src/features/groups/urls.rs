//! Addresses of the room that others link to. A group's own is `ui::links::group`.

use crate::{
    kernel::{InvitationId, JoinRequestId, MemberId, Token, Url},
    ui::links,
};

/// All groups.
pub fn list() -> Url {
    Url::path("/groups")
}

/// The form of a new group.
pub fn new() -> Url {
    list().join("new")
}

/// Groups in the bin.
pub fn bin() -> Url {
    list().join("bin")
}

/// What a group is.
pub fn about(slug: &str) -> Url {
    links::group(slug).join("about")
}

/// Who is in a group.
pub fn members(slug: &str) -> Url {
    links::group(slug).join("members")
}

/// One membership's changes: `role` or `removal`.
pub fn member(slug: &str, member: MemberId, change: &str) -> Url {
    members(slug).join(member).join(change)
}

/// Who asks to come in.
pub fn requests(slug: &str) -> Url {
    links::group(slug).join("requests")
}

/// One request's answers: `approval`, `refusal` or `withdrawal`.
pub fn request(slug: &str, request: JoinRequestId, answer: &str) -> Url {
    requests(slug).join(request).join(answer)
}

/// Inviting, and what was invited.
pub fn invitations(slug: &str) -> Url {
    links::group(slug).join("invitations")
}

/// One invitation's answers: `acceptance`, `refusal` or `revocation`.
pub fn invitation(invitation: InvitationId, answer: &str) -> Url {
    Url::path("/invitations").join(invitation).join(answer)
}

/// A group's settings.
pub fn settings(slug: &str) -> Url {
    links::group(slug).join("settings")
}

/// Joining an open group.
pub fn join(slug: &str) -> Url {
    links::group(slug).join("membership")
}

/// Ending one's visit as an administrator.
pub fn end_visit(slug: &str) -> Url {
    links::group(slug).join("visit-end")
}

/// What one hears of a group.
pub fn hearing(slug: &str) -> Url {
    links::group(slug).join("notifications")
}

/// Leaving a group.
pub fn leave(slug: &str) -> Url {
    links::group(slug).join("departure")
}

/// The link that an invitation's token travels in.
pub fn link(token: &Token) -> Url {
    Url::path("/join").join(token.expose())
}
