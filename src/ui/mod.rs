//! Parts that all rooms share: the shell around a page, icons, people, moments, fields.
//!
//! A page is a struct beside its handler with a template of the same name; it implements [`Page`]. A component is a
//! small template marked safe to embed: `{{ avatar }}`. Templates hold no arithmetic and no rights.

pub mod admin;
pub mod audience;
pub mod emoji;
pub mod field;
pub mod icon;
pub mod links;
pub mod person;
pub mod ring;
pub mod shell;
pub mod time;
pub mod tools;

use askama::Template;

pub use audience::AudienceField;
pub use field::{Choice, Field};
pub use icon::{Glyph, Icon, icon};
pub use person::{Avatar, Person};
pub use ring::{Ring, Rings};
pub use shell::Toast;
pub use time::Moment;
pub use tools::Tools;

/// A page: a template with a title and a place in the house.
pub trait Page: Template + Send {
    /// The title of the window, before the community's name.
    fn title(&self) -> String;

    /// Which entry of the menu it belongs to.
    fn place(&self) -> Place {
        Place::None
    }

    /// What its live stream listens to beside the member's own bell: `home`, `group:…`, `post:…`.
    fn topics(&self) -> Vec<String> {
        Vec::new()
    }

    /// What stands around it.
    fn frame(&self) -> Frame {
        Frame::Main
    }
}

/// An entry of the menu.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// None of them.
    #[default]
    None,
    /// The feed.
    Feed,
    /// The list of groups.
    Groups,
    /// One group, by its slug.
    Group(String),
    /// The directory.
    Directory,
    /// The inbox.
    Notifications,
    /// Writing a post.
    Compose,
    /// One's own settings.
    Settings,
    /// The administration.
    Admin,
    /// The menu page of phones.
    Menu,
}

/// What stands around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// The menu and one column.
    Main,
    /// The menu, one column and an aside that the page's template brings.
    Aside,
    /// Nothing but the brand: sign-in, errors.
    Blank,
}
