//! Text that has been looked at: once a value has one of these types, nobody checks it again.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// Why a text was not taken. The words for it are the form's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but white space.
    Empty,
    /// More characters than `most`.
    TooLong {
        /// How many characters are allowed.
        most: usize,
    },
    /// Fewer characters than `least`.
    TooShort {
        /// How many characters are asked for.
        least: usize,
    },
    /// Not of the form asked for.
    Malformed,
    /// A password that everybody tries first.
    TooCommon,
}

/// One line of 1 to `MOST` characters, in Unicode form NFC, trimmed, white space folded, without control characters
/// and without marks that turn or hide text (SECURITY G-09).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<const MOST: usize>(String);

impl<const MOST: usize> Line<MOST> {
    /// Reads a line.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let words: Vec<String> = text.split_whitespace().map(|word| clean(word).collect()).collect();
        sized(words.join(" ").trim().to_owned(), MOST).map(Self)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text of 1 to `MOST` characters over several lines, cleaned as a [`Line`] is; line ends become `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body<const MOST: usize>(String);

impl<const MOST: usize> Body<MOST> {
    /// Reads a text.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let unix = text.replace("\r\n", "\n").replace('\r', "\n");
        sized(clean(&unix).collect::<String>().trim().to_owned(), MOST).map(Self)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn sized(text: String, most: usize) -> Result<String, TextError> {
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    // Bytes first: counting the characters of a megabyte is work for nothing.
    if text.len() > most.saturating_mul(4) || text.chars().count() > most {
        return Err(TextError::TooLong { most });
    }
    Ok(text)
}

/// NFC without control characters (line feed and tab stay), byte order marks and bidirectional or invisible marks.
fn clean(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfc().filter(|&c| {
        let invisible = matches!(c, '\u{200B}'..='\u{200C}' | '\u{200E}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        !invisible && (!c.is_control() || c == '\n' || c == '\t')
    })
}

/// The part of an address that names a group: small letters, digits and single hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    /// A slug made of a name, with `mark` behind it so that it says nothing about other names (SECURITY A-23).
    pub fn of(name: &str, mark: &str) -> Self {
        let mut slug = String::new();
        for c in name.nfkd().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') && !is_mark(c) {
                slug.push('-');
            }
            if slug.len() >= 40 {
                break;
            }
        }
        let base = slug.trim_matches('-');
        Self(if base.is_empty() { mark.to_owned() } else { format!("{base}-{mark}") })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Combining marks, which NFKD parts from their letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// A mail address, in one canonical form: NFKC, small letters, no quoted local part (SECURITY C-17).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text: String = text.trim().nfkc().flat_map(char::to_lowercase).collect();
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        if text.len() > 254 {
            return Err(TextError::TooLong { most: 254 });
        }
        let (local, domain) = text.rsplit_once('@').ok_or(TextError::Malformed)?;
        let local_fine = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        let labels: Vec<&str> = domain.split('.').collect();
        let domain_fine = labels.len() >= 2
            && labels.iter().all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            });
        if local_fine && domain_fine { Ok(Self(text)) } else { Err(TextError::Malformed) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A password someone chose: 8 to 128 characters of any kind, not among the best known (SECURITY C-13).
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Reads a new password. What is typed is what counts: nothing is trimmed or cut, only put in form NFC so that
    /// two keyboards write the same one.
    pub fn choose(text: &str) -> Result<Self, TextError> {
        let password: String = text.nfc().collect();
        let length = password.chars().count();
        if length < 8 {
            return Err(TextError::TooShort { least: 8 });
        }
        if length > 128 {
            return Err(TextError::TooLong { most: 128 });
        }
        if is_common(&password) {
            return Err(TextError::TooCommon);
        }
        Ok(Self(password))
    }

    /// A password as typed to sign in: no rule but a limit to the work it may cause.
    pub fn typed(text: &str) -> Self {
        Self(text.nfc().take(1_024).collect())
    }

    /// The bytes to hash.
    pub fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Password(…)")
    }
}

/// Words that guessing programs try first.
#[rustfmt::skip]
const KNOWN_STEMS: &[&str] = &[
    "", "password", "motdepasse", "mot de passe", "azerty", "azertyui", "azertyuiop", "qwerty",
    "qwertyui", "qwertyuiop", "qwertz", "admin", "administrator", "administrateur", "welcome",
    "bienvenue", "bonjour", "soleil", "parvis", "letmein", "iloveyou", "jetaime", "doudou", "loulou",
    "chouchou", "marseille", "football", "princess", "princesse", "dragon", "monkey", "sunshine",
    "superman", "batman", "starwars", "pokemon", "abcdefgh", "abcdefg", "abcdef", "abcd", "abc",
    "secret", "test", "nicolas", "thomas", "camille", "julien", "portugal", "france", "poiuytre",
    "asdfghjk", "asdfgh", "qsdfghjk", "passwort", "changeme",
];

/// Passwords that guessing programs try first: a well-known stem with digits around it, a repeated or rising row.
fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let stem = lower.trim_matches(|c: char| !c.is_alphabetic());
    let mut letters = password.chars();
    let first = letters.next();
    KNOWN_STEMS.contains(&stem) || letters.all(|c| Some(c) == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_trimmed_line_without_tricks() {
        assert_eq!(Line::<20>::parse("  e\u{301}te\u{301} \n 2026\u{202E} ").unwrap().as_str(), "été 2026");
        assert_eq!(Line::<20>::parse(" \u{200B} "), Err(TextError::Empty));
        assert_eq!(Line::<3>::parse("abcd"), Err(TextError::TooLong { most: 3 }));
    }

    #[test]
    fn addresses_have_one_form() {
        assert_eq!(EmailAddress::parse(" Ada.L@Example.ORG ").unwrap().as_str(), "ada.l@example.org");
        assert_eq!(EmailAddress::parse("ａda@example.org").unwrap().as_str(), "ada@example.org");
        for bad in [
            "",
            "a",
            "a@b",
            "a@b..c",
            "\"a b\"@c.fr",
            "a@b.c,d@e.f",
            "a@b.fr\r\nBcc: x",
            "a@-b.fr",
            ".a@b.fr",
        ] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn slugs_are_readable_and_marked() {
        assert_eq!(Slug::of("Événement d'été !", "k3f9").as_str(), "evenement-d-ete-k3f9");
        assert_eq!(Slug::of("水", "k3f9").as_str(), "k3f9");
    }

    #[test]
    fn well_known_passwords_are_refused() {
        for bad in ["motdepasse1", "Azerty123!", "aaaaaaaa", "12345678", "Password2026"] {
            assert_eq!(Password::choose(bad), Err(TextError::TooCommon), "{bad}");
        }
        assert!(Password::choose("demo-parvis-2026").is_ok());
        assert_eq!(Password::choose("court"), Err(TextError::TooShort { least: 8 }));
    }
}
