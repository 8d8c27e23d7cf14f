//! What a list is made of: its state, its columns, what each row would change, and what is wrong with it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    features::fields::{FieldId, Given},
    kernel::{ImportId, MemberId, Timestamp},
    worker::sheet::SheetRefused,
};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub(in crate::features) enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            pub(in crate::features) fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            pub(in crate::features) fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

/// What a column says of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub(in crate::features) enum Target {
    Email,
    ExternalId,
    Name,
    FirstName,
    LastName,
    Headline,
    Place,
    Phone,
    Language,
    Role,
    Status,
    Groups,
    /// A field of profiles that administrators defined.
    Field(FieldId),
}

impl Target {
    /// Those that everybody has, with their words.
    pub(in crate::features) const FIXED: [(Self, &'static str); 12] = [
        (Self::Email, "email"),
        (Self::ExternalId, "external_id"),
        (Self::Name, "name"),
        (Self::FirstName, "first_name"),
        (Self::LastName, "last_name"),
        (Self::Headline, "headline"),
        (Self::Place, "place"),
        (Self::Phone, "phone"),
        (Self::Language, "language"),
        (Self::Role, "role"),
        (Self::Status, "status"),
        (Self::Groups, "groups"),
    ];

    /// The word in forms and tables.
    pub(in crate::features) fn word(self) -> String {
        match self {
            Self::Field(field) => format!("field-{field}"),
            fixed => Self::FIXED.iter().find(|(of, _)| *of == fixed).map_or("", |(_, word)| word).to_owned(),
        }
    }

    /// Reads the word.
    pub(in crate::features) fn parse(word: &str) -> Option<Self> {
        if let Some(number) = word.strip_prefix("field-") {
            return number.parse().ok().map(|number| Self::Field(FieldId(number)));
        }
        Self::FIXED.iter().find(|(_, fixed)| *fixed == word).map(|(of, _)| *of)
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.word()
    }
}

impl TryFrom<String> for Target {
    type Error = &'static str;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        Self::parse(&word).ok_or("no such column")
    }
}

words! {
    /// How far a list has come.
    State {
        Reading = "reading",
        Unreadable = "unreadable",
        Mapping = "mapping",
        Checking = "checking",
        Checked = "checked",
        Running = "running",
        Done = "done",
        Stopped = "stopped",
        Undoing = "undoing",
        Undone = "undone",
    }
}

words! {
    /// What a row would do.
    Outcome {
        New = "new",
        Changed = "changed",
        Unchanged = "unchanged",
        Error = "error",
    }
}

words! {
    /// What a status column says.
    Status {
        Active = "active",
        Suspended = "suspended",
        Anonymised = "anonymised",
    }
}

impl Outcome {
    /// All of them, in the order of the filter.
    pub(in crate::features) const ALL: [Self; 4] = [Self::New, Self::Changed, Self::Unchanged, Self::Error];
}

/// What whoever uploads decides for the whole list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::features) struct Options {
    /// Whether people who are not there yet get an account.
    pub(in crate::features) create: bool,
    /// Whether those are written to.
    pub(in crate::features) welcome: bool,
    /// Whether it is no list but an archive of photos, each named after an address.
    pub(in crate::features) photos: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { create: true, welcome: false, photos: false }
    }
}

/// A list.
#[derive(Clone, Debug)]
pub(in crate::features) struct Import {
    pub(in crate::features) id: ImportId,
    pub(in crate::features) by: MemberId,
    pub(in crate::features) by_name: String,
    pub(in crate::features) file_name: String,
    pub(in crate::features) digest: Vec<u8>,
    pub(in crate::features) state: State,
    pub(in crate::features) sheets: Vec<String>,
    pub(in crate::features) sheet: Option<String>,
    /// The number of the row of headings; 0 where there is none.
    pub(in crate::features) header: i32,
    /// What each column says; none where it is not read.
    pub(in crate::features) mapping: Vec<Option<Target>>,
    pub(in crate::features) options: Options,
    pub(in crate::features) refusal: Option<SheetRefused>,
    pub(in crate::features) mark: Uuid,
    pub(in crate::features) total: i32,
    pub(in crate::features) done: i32,
    pub(in crate::features) made_at: Timestamp,
    pub(in crate::features) ended_at: Option<Timestamp>,
}

/// For so long a list can be undone.
pub(in crate::features) const UNDO_DAYS: i64 = 30;

impl Import {
    /// Whether it can still be undone.
    pub(in crate::features) fn can_be_undone(&self, now: Timestamp) -> bool {
        !self.options.photos
            && matches!(self.state, State::Done | State::Stopped)
            && self.ended_at.is_some_and(|at| now - at < chrono::TimeDelta::days(UNDO_DAYS))
    }
}

/// A value that is another one afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::features) struct Change {
    pub(in crate::features) what: Target,
    pub(in crate::features) before: String,
    pub(in crate::features) after: String,
    /// What stood in a field before it was written, for the undo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::features) stood: Option<Written>,
}

/// What stood in a field, and what was put there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::features) struct Written {
    pub(in crate::features) before: Given,
    pub(in crate::features) after: Given,
}

impl Change {
    pub(in crate::features) fn new(what: Target, before: String, after: String) -> Self {
        Self { what, before, after, stood: None }
    }
}

/// What is wrong with a row: where, what stands there, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::features) struct Problem {
    /// The column, counted from 0; none where it is the row as a whole.
    pub(in crate::features) column: Option<usize>,
    pub(in crate::features) value: String,
    pub(in crate::features) why: Why,
}

/// Why a row is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::features) enum Why {
    NoKey,
    NoName,
    BadEmail,
    TooLong {
        most: usize,
    },
    BadPhone,
    Malformed,
    UnknownLanguage,
    UnknownRole,
    UnknownStatus,
    UnknownGroup,
    ArchivedGroup,
    CannotErase,
    Formula,
    SamePerson {
        row: i32,
    },
    TwoPeople,
    NotThere,
    Yourself,
    Protected,
    RolesByAdministrators,
    GuestRole,
    LastAdministrator,
    NewNotActive,
    ChangedMeanwhile,
    EditedSince,
    CameIn,
    Anonymised,
    /// What a field or the reader of pictures says of it, in the language of the community.
    Field(String),
    NoArchive,
}

/// A row as it was read, and what was found out about it.
#[derive(Clone, Debug)]
pub(in crate::features) struct Row {
    pub(in crate::features) number: i32,
    pub(in crate::features) cells: Vec<String>,
    pub(in crate::features) outcome: Option<Outcome>,
    pub(in crate::features) member: Option<MemberId>,
    pub(in crate::features) plan: Vec<Change>,
    pub(in crate::features) problems: Vec<Problem>,
    pub(in crate::features) done_at: Option<Timestamp>,
    pub(in crate::features) undone: Option<String>,
}

/// What was found out about a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::features) struct Found {
    pub(in crate::features) number: i32,
    pub(in crate::features) outcome: Outcome,
    pub(in crate::features) member_id: Option<MemberId>,
    pub(in crate::features) plan: Vec<Change>,
    pub(in crate::features) problems: Vec<Problem>,
}

/// How many rows of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::features) struct Counts {
    pub(in crate::features) new: i64,
    pub(in crate::features) changed: i64,
    pub(in crate::features) unchanged: i64,
    pub(in crate::features) errors: i64,
    pub(in crate::features) done: i64,
    pub(in crate::features) kept: i64,
}

impl Counts {
    pub(in crate::features) fn of(&self, outcome: Outcome) -> i64 {
        match outcome {
            Outcome::New => self.new,
            Outcome::Changed => self.changed,
            Outcome::Unchanged => self.unchanged,
            Outcome::Error => self.errors,
        }
    }
}

/// Why a list was not taken a step further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::features) enum ImportRefused {
    /// The form came without a file.
    NoFile,
    /// No column says who someone is.
    NoKey,
    /// Two columns say the same.
    Twice(String),
    /// It is not in the state for this: somebody was faster, or the page is old.
    Passed,
    /// What was checked is not what would be done now.
    Changed,
    /// Another list is being written.
    Another,
    /// People lose or regain access: it takes a second yes.
    NotConfirmed,
    /// It can be undone no more.
    TooLate,
}
