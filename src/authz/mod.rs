//! Who may see and do what: the only place that answers.
//!
//! Two questions, two files. *May this viewer see it?* is `visibility.sql`: every read for a person selects from
//! `visible_*($viewer)`. *May this actor do it?* is `policy.rs`: one rule per verb over a *standing*, the few facts
//! a rule needs, loaded by `standing.rs` from the same visible sets. No row: it does not exist for them (404). A row
//! but the rule says no: a reason they can read (403). A [`Permit`] is made here and nowhere else, and every verb
//! asks for its own.

pub mod actor;
pub mod audience;
pub mod matrix;
pub mod menu;
pub mod offers;
pub mod permit;
pub mod policy;
pub mod standing;
mod words;

pub use actor::{Actor, GroupRole, Level, MemberActor, SiteRole, Viewer};
pub use offers::{AccountCan, CommentCan, GroupCan, PollCan, PostCan, SurveyCan};
pub use permit::{Action, Denied, Permit, Reason, Resource, Verdict, permit};
pub use policy::*;
pub use standing::{
    AccountStanding, AdministeredGroupStanding, CommentStanding, DeletedGroupStanding, FileStanding,
    GroupFace, GroupLabel, GroupLink, GroupStanding, InvitationStanding, JoinRequestStanding, MemberStanding,
    MembershipStanding, Permissions, PictureStanding, PollStanding, PostStanding, SessionStanding,
    SiteStanding, SurveyStanding, UploadStanding,
};
