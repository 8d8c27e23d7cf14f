//! Ids as types, so that a post's id cannot be handed over where a group's is asked for.
//!
//! All are version 7 UUIDs (RFC 9562 §5.7): ordered by time for the indexes, and impossible to enumerate, so that
//! an address says neither how many things exist nor which (SECURITY B-09).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::kernel::Timestamp;

/// A new version 7 UUID for this instant.
pub fn new_uuid(now: Timestamp) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let at = uuid::Timestamp::from_unix(uuid::NoContext, seconds, now.timestamp_subsec_nanos());
    Uuid::new_v7(at)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id, ordered after those made earlier.
            pub fn new(now: Timestamp) -> Self {
                Self(new_uuid(now))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }
    )*};
}

ids! {
    /// A person with an account.
    MemberId;
    /// A group.
    GroupId;
    /// A post.
    PostId;
    /// A survey, asked or not yet.
    SurveyId;
    /// A comment on a post.
    CommentId;
    /// What someone is writing; of the post that comes of it in a form, too.
    DraftId;
    /// An uploaded picture.
    PictureId;
    /// An uploaded document, sound or film.
    FileId;
    /// What a page on the web shows of itself.
    PreviewId;
    /// A move of a post to another group.
    PostMoveId;
    /// A label of a group or of the platform.
    LabelId;
    /// A key date of a group or of the platform.
    KeyDateId;
    /// When someone is away.
    AbsenceId;
    /// A template of publications in a group.
    PostTemplateId;
    /// An invitation to the community or to a group, by link or by mail.
    InvitationId;
    /// A request to join a group.
    JoinRequestId;
    /// A line of someone's inbox.
    NoticeId;
    /// A mail, sent or waiting.
    LetterId;
    /// A list of people that came as a spreadsheet.
    ImportId;
}
