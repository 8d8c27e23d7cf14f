//! The vocabulary of the house: ids, time, text, pages, faults.
//!
//! Nothing here reads a file, a socket or a table; everything above may use it.

pub mod clock;
pub mod fault;
pub mod film;
pub mod id;
pub mod markup;
pub mod page;
pub mod sealed;
pub mod secret;
pub mod text;
pub mod url;
pub mod wall;

pub use clock::{Clock, FakeClock, Timestamp};
pub use fault::{Failure, Fault};
pub use id::{
    AbsenceId, CommentId, DraftId, FileId, GroupId, ImportId, InvitationId, JoinRequestId, KeyDateId,
    LabelId, LetterId, MemberId, NoticeId, PictureId, PostId, PostMoveId, PostTemplateId, PreviewId,
    SurveyId,
};
pub use page::{Cursor, Slice};
pub use sealed::SealKey;
pub use secret::{Secret, Token};
pub use text::{Body, EmailAddress, Line, Password, Slug, TextError};
pub use url::Url;
pub use wall::Wall;
