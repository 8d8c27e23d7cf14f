//! A draft: a post to be, as it was typed last.

use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    features::asking,
    i18n::T,
    kernel::{DraftId, FileId, GroupId, LabelId, MemberId, PictureId, Timestamp},
};

/// The longest title, in characters.
pub const MOST_TITLE: usize = 160;

/// In how many groups one publishes at once, at most.
pub const MOST_GROUPS: usize = 20;

/// What is kept of a composer.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The group it is for, if one is chosen yet.
    pub group: Option<GroupId>,
    /// The groups that are ticked beside it.
    pub also: Vec<GroupId>,
    /// Whether it becomes one discussion in all of them, rather than a post in each.
    pub joint: bool,
    /// The title; may be empty.
    pub title: String,
    /// The Markdown source; may be empty.
    pub body: String,
    /// Uploaded photos in their order, each with its alternative text.
    pub pictures: Vec<(PictureId, String)>,
    /// Uploaded files in their order.
    pub files: Vec<FileId>,
    /// Labels that are ticked.
    pub labels: Vec<LabelId>,
    /// The poll as it is typed so far, if one is.
    pub poll: Option<asking::Typed>,
}

/// What came of keeping it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept under this id, for the so-many-th time.
    Saved(DraftId, i32),
    /// Somebody typed into it elsewhere meanwhile: this text is kept beside it, under an id of its own.
    Apart(DraftId),
    /// It is published already; there is nothing left to keep.
    Published,
}

/// A draft as it is kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "columns of drafts, and of their group")]
pub struct Draft {
    pub id: DraftId,
    pub author: MemberId,
    pub author_name: Option<String>,
    pub mine: bool,
    pub group: Option<GroupId>,
    pub group_slug: Option<String>,
    pub group_name: Option<String>,
    pub also: Vec<String>,
    pub joint: bool,
    pub title: String,
    pub body: String,
    pub lang: String,
    pub version: i32,
    pub saved_at: Timestamp,
    pub publish_at: Option<Timestamp>,
    pub refused_at: Option<Timestamp>,
    pub refused_for: Option<String>,
    pub labels: Vec<LabelId>,
    pub pictures: Json<Vec<Waiting>>,
    pub files: Json<Vec<FileId>>,
    pub poll: Option<Json<asking::Typed>>,
}

/// A picture that waits in a draft.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Waiting {
    /// Which.
    pub id: PictureId,
    /// What it shows.
    pub alt: String,
}

/// A draft whose time has come, taken for publishing.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "columns of drafts, and the slug of their group if it is still there")]
pub struct Due {
    pub group_slug: Option<String>,
    pub title: String,
    pub body: String,
    pub lang: String,
    pub publish_at: Timestamp,
    /// What those have in common that one form planned in several groups.
    pub together: Option<Uuid>,
    /// The further groups in which it becomes one discussion; none where one of them is gone.
    pub also: Option<Vec<String>>,
    pub labels: Vec<LabelId>,
    pub pictures: Json<Vec<Waiting>>,
    pub files: Json<Vec<FileId>>,
    pub poll: Option<Json<asking::Typed>>,
}

fn photos(waiting: &[Waiting]) -> Vec<(PictureId, String)> {
    waiting.iter().map(|picture| (picture.id, picture.alt.clone())).collect()
}

impl Due {
    /// Its photos as a form sends them.
    pub fn photos(&self) -> Vec<(PictureId, String)> {
        photos(&self.pictures)
    }
}

impl Draft {
    /// What it is called in lists: its title, or how it begins; nothing where there are only photos.
    pub fn name(&self) -> String {
        let line = |text: &str| text.lines().map(str::trim).find(|line| !line.is_empty()).map(str::to_owned);
        let name = line(&self.title)
            .or_else(|| line(&self.body))
            .or_else(|| line(self.question()))
            .unwrap_or_default();
        let name = name.trim_start_matches(['#', '>', '*', '-', ' ']);
        if name.chars().count() > 100 {
            name.chars().take(99).chain(['…']).collect()
        } else {
            name.to_owned()
        }
    }

    /// The group it is for, and how many others where it becomes one discussion in several, as far as its reader knows them.
    pub fn destination(&self, t: T) -> Option<String> {
        let name = self.group_name.clone()?;
        let others = i64::try_from(self.also.len()).unwrap_or_default();
        Some(if self.joint && others > 0 { t.drafts_joint(name.as_str(), others).to_string() } else { name })
    }

    /// Its photos as a form sends them.
    pub fn photos(&self) -> Vec<(PictureId, String)> {
        photos(&self.pictures)
    }

    /// What its poll asks so far.
    fn question(&self) -> &str {
        self.poll.as_ref().map_or("", |poll| poll.question())
    }

    /// Whether the clock could not publish it because its poll cannot be asked any more.
    pub fn refused_for_poll(&self) -> bool {
        Why::Poll.as_str() == self.refused_for.as_deref().unwrap_or_default()
    }
}

/// Why the clock could not publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its author may not any more, or the group is gone.
    Right,
    /// A day or the end of its poll has passed, or something else is wrong with it.
    Poll,
}

impl Why {
    /// The word in the table.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Poll => "poll",
        }
    }
}
