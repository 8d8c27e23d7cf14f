//! What the rules are about: for each resource its path, its standing, and the one statement that loads it through
//! the actor's eyes.

mod administered;
mod account;
mod comment;
mod draft;
mod file;
mod group;
mod joining;
mod moved;
mod people;
mod placed;
mod poll;
mod post;
mod samples;
mod session;
mod site;
mod survey;
mod upload;

pub use account::{Account, AccountPath, AccountStanding};
pub use administered::{AdministeredGroup, AdministeredGroupPath, AdministeredGroupStanding};
pub use comment::{Comment, CommentPath, CommentStanding, DeletedComment};
pub use draft::{DiscardedDraft, Draft, DraftPath, DraftStanding};
pub use file::{File, FilePath, FileStanding};
pub use group::{
    DeletedGroup, DeletedGroupStanding, Group, GroupFace, GroupLabel, GroupLink, GroupPath, GroupRow,
    GroupStanding, Permissions,
};
pub use joining::{
    Invitation, InvitationPath, InvitationStanding, JoinRequest, JoinRequestPath, JoinRequestStanding,
    Membership, MembershipPath, MembershipStanding,
};
pub use moved::{MovedPost, MovedPostStanding};
pub use people::{
    Member, MemberPath, MemberStanding, Notice, NoticePath, Picture, PicturePath, PictureStanding,
};
pub use placed::{PlacedPost, PlacedPostPath, PlacedPostStanding, WithdrawnPost, WithdrawnPostStanding};
pub use poll::{Poll, PollStanding};
pub use post::{DeletedPost, Post, PostPath, PostStanding};
pub use session::{OwnSession, SessionPath, SessionStanding};
pub use site::{NoPath, Site, SiteStanding};
pub use survey::{Survey, SurveyPath, SurveyStanding};
pub use upload::{Upload, UploadPath, UploadStanding};
