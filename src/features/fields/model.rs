//! What a field is: its kind, its words, who sees it and who fills it in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{i18n::Locale, kernel::Timestamp};

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub i32);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl From<i32> for $name {
            fn from(number: i32) -> Self {
                Self(number)
            }
        }
    )*};
}

numbers! {
    /// A field.
    FieldId;
    /// A value of a list, a tag, a place.
    TermId;
    /// A section of the profile.
    SectionId;
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident, else $least:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in tables, forms and sheets.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Reads the word.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        impl From<String> for $name {
            /// From a column whose check constraint allows these words only.
            fn from(text: String) -> Self {
                Self::parse(&text).unwrap_or(Self::$least)
            }
        }
    )*};
}

words! {
    /// What can be put into a field.
    Kind, else Text {
        /// A line.
        Text = "text",
        /// Several lines.
        LongText = "long_text",
        /// One of a list.
        Choice = "choice",
        /// Several of a list.
        Choices = "choices",
        /// Words that people choose themselves.
        Tags = "tags",
        /// A day.
        Date = "date",
        /// A number to call.
        Phone = "phone",
        /// An address on the web.
        Link = "link",
        /// A mail address.
        Mail = "mail",
        /// A town, a region or a country.
        Place = "place",
        /// Somebody of the community.
        Person = "person",
        /// Yes or no.
        YesNo = "yes_no",
    }
    /// Who reads what people put into a field, widest first. Each is a part of the one before.
    Visibility, else Administrators {
        /// Everybody who may see the person, guests too.
        Guests = "guests",
        /// Members of the community, not guests.
        Members = "members",
        /// Members who share a group with the person.
        Groups = "groups",
        /// Those who look after people, and oneself.
        Administrators = "administrators",
    }
}

impl Kind {
    /// Whether its values are terms, which repeat from person to person: only those can be filters.
    pub fn has_terms(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::Tags | Self::Place | Self::YesNo)
    }

    /// Whether a person may have several.
    pub fn is_several(self) -> bool {
        matches!(self, Self::Choices | Self::Tags)
    }

    /// Whether an administrator lists what can be chosen.
    pub fn has_list(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }
}

impl Visibility {
    /// Whether a filter may be made of it: what some members do not see must not show in counts.
    pub fn is_wide(self) -> bool {
        matches!(self, Self::Guests | Self::Members)
    }
}

/// Words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the languages")]
pub struct Bilingual {
    pub fr: String,
    pub en: String,
}

impl Bilingual {
    /// The words in a language; where one is missing, in the other.
    pub fn of(&self, locale: Locale) -> &str {
        let (wanted, other) = match locale {
            Locale::Fr => (&self.fr, &self.en),
            Locale::En => (&self.en, &self.fr),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}

/// A value of a list, a tag, a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which.
    pub id: TermId,
    /// What it is called.
    pub label: Bilingual,
    /// No longer offered; those who have it keep it.
    pub archived: bool,
}

/// A section of the profile.
#[derive(Clone, Debug)]
pub struct Section {
    /// Which.
    pub id: SectionId,
    /// What it is called.
    pub name: Bilingual,
}

/// A field of the profile.
#[derive(Clone, Debug)]
pub struct Field {
    /// Which.
    pub id: FieldId,
    /// A short name that stays when the label changes: for addresses and for the columns of sheets.
    pub key: String,
    /// What can be put into it. Never changes.
    pub kind: Kind,
    /// Where it stands.
    pub section: SectionId,
    /// What it is called.
    pub label: Bilingual,
    /// How to fill it in; may be empty.
    pub help: Bilingual,
    /// Why it is asked for; may be empty where it is not required.
    pub reason: Bilingual,
    /// Whether everybody is asked to fill it in.
    pub required: bool,
    /// Whether the cards of the directory show it.
    pub on_card: bool,
    /// Whether the directory can be filtered by it.
    pub filters: bool,
    /// Who reads it.
    pub visibility: Visibility,
    /// Whether people fill it in themselves; else only administrators and imports do.
    pub by_member: bool,
    /// Whether people may add to the list. Always so for tags and places.
    pub opens: bool,
    /// Whether the person in it is the manager of whose profile it is.
    pub charts: bool,
    /// Since when it is out of use; its values are kept.
    /// Until when those who were there before may leave it empty.
    pub due: Option<NaiveDate>,
    pub archived_at: Option<Timestamp>,
    /// What is listed, in order. Empty for tags and places, which may have thousands.
    pub terms: Vec<Term>,
}

impl Field {
    /// Whether a word that is not listed becomes a new term.
    pub fn is_open(&self) -> bool {
        matches!(self.kind, Kind::Tags | Kind::Place) || (self.kind.has_list() && self.opens)
    }

    /// Whether people must fill it in: required, theirs, and possible. A list with nothing on it traps nobody.
    pub fn is_asked(&self) -> bool {
        let possible =
            !self.kind.has_list() || self.is_open() || self.terms.iter().any(|term| !term.archived);
        self.required && self.by_member && possible
    }

    /// The name of its input in forms.
    pub fn input(&self) -> String {
        format!("field-{}", self.id)
    }
}

/// All definitions, in the order of the profile.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// The sections in order.
    pub sections: Vec<Section>,
    /// The fields in the order of their sections, then their own; archived ones among them.
    pub fields: Vec<Field>,
}

impl Fields {
    /// Those in use.
    pub fn active(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.archived_at.is_none())
    }

    /// One in use, by its number.
    pub fn get(&self, id: FieldId) -> Option<&Field> {
        self.active().find(|field| field.id == id)
    }

    /// One in use, by its short name.
    pub fn by_key(&self, key: &str) -> Option<&Field> {
        self.active().find(|field| field.key == key)
    }

    /// The one that the organisation chart is made from.
    pub fn chart(&self) -> Option<&Field> {
        self.active().find(|field| field.charts)
    }

    /// The sections that have fields in use, with these.
    pub fn by_section(&self) -> impl Iterator<Item = (&Section, Vec<&Field>)> {
        self.sections.iter().filter_map(|section| {
            let fields: Vec<&Field> = self.active().filter(|field| field.section == section.id).collect();
            (!fields.is_empty()).then_some((section, fields))
        })
    }
}

/// What a form says about a field, looked at.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in Field")]
pub struct NewField {
    pub kind: Kind,
    pub section: SectionId,
    pub label: Bilingual,
    pub help: Bilingual,
    pub reason: Bilingual,
    pub required: bool,
    pub on_card: bool,
    pub filters: bool,
    pub visibility: Visibility,
    pub by_member: bool,
    pub opens: bool,
    pub charts: bool,
    /// Until when those who were there before may leave it empty.
    pub due: Option<NaiveDate>,
    /// What is listed, in order: known terms with their words, new ones without a number. Terms that are left out are
    /// archived.
    pub terms: Vec<(Option<TermId>, Bilingual)>,
}

impl NewField {
    /// A field that nobody has to fill in, that every member reads and that stands nowhere else.
    pub fn new(kind: Kind, section: SectionId, fr: &str, en: &str) -> Self {
        Self {
            kind,
            section,
            label: Bilingual { fr: fr.to_owned(), en: en.to_owned() },
            help: Bilingual::default(),
            reason: Bilingual::default(),
            required: false,
            on_card: false,
            filters: false,
            visibility: Visibility::Members,
            by_member: true,
            opens: false,
            charts: false,
            due: None,
            terms: Vec::new(),
        }
    }

    /// The same with these values listed, in both languages.
    pub fn listing(self, terms: &[(&str, &str)]) -> Self {
        let term = |(fr, en): &(&str, &str)| (None, Bilingual { fr: (*fr).to_owned(), en: (*en).to_owned() });
        Self { terms: terms.iter().map(term).collect(), ..self }
    }
}
