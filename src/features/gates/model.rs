//! The steps of the gate.

/// What someone still stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Required fields of the profile.
    Fields,
    /// The words of welcome.
    Welcome,
    /// A few words about oneself, if one likes.
    Introduction,
}

impl Step {
    /// The word in `gate_steps` and in forms.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Fields => "fields",
            Self::Welcome => "welcome",
            Self::Introduction => "introduction",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        [Self::Fields, Self::Welcome, Self::Introduction].into_iter().find(|step| step.as_str() == word)
    }
}

/// What administrators say about the gate.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    pub(crate) welcome_fr: String,
    pub(crate) welcome_en: String,
    pub(crate) html_fr: String,
    pub(crate) html_en: String,
    pub(crate) introduction: bool,
}
