//! Who acts, who looks, and the roles there are.

use serde::{Deserialize, Serialize};

use crate::{
    db::Db,
    kernel::{Fault, MemberId},
};

macro_rules! first {
    ($first:expr, $($rest:expr,)*) => {
        $first
    };
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// All of them, least first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The least of them.
            const LEAST: Self = first!($(Self::$variant,)*);

            /// The word in tables, forms and addresses.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Reads the word.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        impl From<String> for $name {
            /// From a column whose check constraint allows these words only; anything else is the least of them.
            fn from(text: String) -> Self {
                Self::parse(&text).unwrap_or(Self::LEAST)
            }
        }
    )*};
}

words! {
    /// What someone may do on the whole platform.
    SiteRole {
        /// Nothing beyond their groups.
        Member = "member",
        /// Judges reports anywhere.
        Moderator = "moderator",
        /// Looks after accounts.
        PeopleAdministrator = "people_administrator",
        /// Looks after groups.
        GroupsAdministrator = "groups_administrator",
        /// Looks after everything.
        Administrator = "administrator",
    }
    /// What someone is in a group.
    GroupRole {
        /// From outside: invited into this group.
        Guest = "guest",
        /// Belongs.
        Member = "member",
        /// Keeps the group's page and publications.
        Publisher = "publisher",
        /// Answers for the group.
        Manager = "manager",
    }
    /// The one idea of visibility (PRODUCT §3).
    Level {
        /// Known and readable to all members.
        Open = "open",
        /// Known to all members, readable to its own.
        Private = "private",
        /// Known to its own only.
        Secret = "secret",
    }
}

/// A signed-in member, as far as rights go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberActor {
    /// Who.
    pub id: MemberId,
    /// What they may do on the whole platform.
    pub site_role: SiteRole,
    /// Whether they are a guest of the platform.
    pub external: bool,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Someone not signed in.
    Visitor,
    /// Someone signed in, neither suspended nor erased.
    Member(MemberActor),
}

impl Actor {
    /// The actor's eyes.
    pub fn viewer(&self) -> Viewer {
        Viewer(self.id())
    }

    /// The member, if one is signed in.
    pub fn member(&self) -> Option<&MemberActor> {
        match self {
            Self::Member(member) => Some(member),
            Self::Visitor => None,
        }
    }

    /// The member's id, if one is signed in.
    pub fn id(&self) -> Option<MemberId> {
        self.member().map(|member| member.id)
    }

    /// A member as an actor, for jobs and the command line that act in their name. A suspended or erased account is
    /// nobody.
    pub async fn load(db: &mut Db, id: MemberId) -> Result<Self, Fault> {
        // bare: the account itself, not a view of it
        let row = sqlx::query!(
            r#"select site_role, external from members where id = $1 and suspended_at is null and erased_at is null"#,
            id.0
        )
        .fetch_optional(db)
        .await?;
        Ok(row.map_or(Self::Visitor, |row| {
            Self::Member(MemberActor { id, site_role: row.site_role.into(), external: row.external })
        }))
    }
}

/// Through whose eyes something is read. Can only be had from an [`Actor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewer(Option<MemberId>);

impl Viewer {
    /// The id as statements take it; null for a visitor.
    pub fn id(self) -> Option<uuid::Uuid> {
        self.0.map(|id| id.0)
    }
}
