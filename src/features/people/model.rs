//! What people say about themselves, read from forms, and their photo, read in a child process.

use serde::Deserialize;
use uuid::Uuid;

use crate::{
    app::App,
    features::pictures::{UploadRefused, not_kept, refusal},
    i18n::{Locale, T},
    kernel::{
        Body, Failure, Fault, Line, TextError,
        id::new_uuid,
        markup::{self, SafeHtml},
    },
    web::{FormErrors, form::words},
    worker::picture::{self, AVATAR_EDGES, Square},
};

/// The profile form, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "fields of the form")]
pub struct ProfileForm {
    pub headline: String,
    pub about: String,
    pub place: String,
    pub phone: String,
}

/// What someone says about themselves.
#[derive(Clone, Debug, Default)]
pub struct NewProfile {
    pub(super) headline: String,
    pub(super) about: String,
    pub(super) about_html: SafeHtml,
    pub(super) place: String,
    pub(super) phone: String,
}

/// Words about oneself.
#[derive(Clone, Debug)]
pub struct About {
    pub(super) text: String,
    pub(super) html: SafeHtml,
}

impl About {
    /// Reads them; none where nothing was written.
    pub fn parse(t: T, locale: Locale, text: &str) -> Result<Option<Self>, FormErrors> {
        let form = ProfileForm { about: text.to_owned(), ..ProfileForm::default() };
        let read = form.parse(t, locale)?;
        Ok((!read.about.is_empty()).then_some(Self { text: read.about, html: read.about_html }))
    }
}

/// The longest text about oneself, in characters.
pub(super) const ABOUT_MOST: usize = 4_000;

impl ProfileForm {
    /// What was typed, among all inputs of a form.
    pub(super) fn of(pairs: &[(String, String)]) -> Self {
        let typed = |wanted: &str| {
            pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Self {
            headline: typed("headline"),
            about: typed("about"),
            place: typed("place"),
            phone: typed("phone"),
        }
    }

    /// Reads the form. All of it may be empty.
    pub fn parse(&self, t: T, locale: Locale) -> Result<NewProfile, FormErrors> {
        let mut errors = FormErrors::new();
        let headline = optional(
            &mut errors,
            t,
            "headline",
            Line::<120>::parse(&self.headline).map(|line| line.as_str().to_owned()),
        );
        let about = optional(
            &mut errors,
            t,
            "about",
            Body::<ABOUT_MOST>::parse(&self.about).map(|body| body.as_str().to_owned()),
        );
        let place = optional(
            &mut errors,
            t,
            "place",
            Line::<80>::parse(&self.place).map(|line| line.as_str().to_owned()),
        );
        let phone = optional(
            &mut errors,
            t,
            "phone",
            Line::<40>::parse(&self.phone).map(|line| line.as_str().to_owned()),
        );
        if !is_phone(&phone) {
            errors.add("phone", t.people_phone_form());
        }
        if markup::check(&about).is_err() {
            errors.add("about", t.form_malformed());
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let about_html = if about.is_empty() {
            SafeHtml::default()
        } else {
            markup::render(&about, locale.tag(), &[]).html
        };
        Ok(NewProfile { headline, about, about_html, place, phone })
    }
}

/// A text that may be left out.
fn optional(errors: &mut FormErrors, t: T, field: &'static str, read: Result<String, TextError>) -> String {
    match read {
        Ok(text) => text,
        Err(TextError::Empty) => String::new(),
        Err(error) => {
            errors.add(field, words(t, error));
            String::new()
        }
    }
}

/// Nothing, or digits in any of the ways they are written.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.is_empty()
        || (digits >= 3 && text.chars().all(|c| c.is_ascii_digit() || "+-./() \u{A0}\u{202F}".contains(c)))
}

/// A photo whose sizes lie in the store and that nobody shows yet.
#[derive(Clone, Copy, Debug)]
pub struct Photo {
    pub(super) version: Uuid,
}

/// Where a size of a photo lies.
pub(super) fn photo_key(version: Uuid, edge: u32) -> String {
    format!("photos/{version}/{edge}")
}

/// Reads a photo in a child process and keeps its sizes, cut to a square, by default the middle. Comes before the
/// transaction.
pub async fn prepare_photo(
    app: &App,
    bytes: Vec<u8>,
    square: Option<Square>,
) -> Result<Photo, Failure<UploadRefused>> {
    let made = picture::avatar(&app.workers, bytes, square).await.map_err(refusal)?;
    let version = new_uuid(app.clock.now());
    // A small original has fewer sizes: the next one stands in, so that each address leads somewhere.
    for edge in AVATAR_EDGES {
        let fitting = made.variants.iter().find(|variant| variant.width >= edge).or(made.variants.last());
        let variant = fitting.ok_or_else(|| Fault::new("a photo has no size"))?;
        app.blobs.put(&photo_key(version, edge), variant.bytes.clone()).await.map_err(not_kept)?;
    }
    Ok(Photo { version })
}

/// Lets go of the bytes of a photo that nobody shows any more. What stays behind is swept away.
pub(super) async fn forget_photo(app: &App, version: Uuid) {
    for edge in AVATAR_EDGES {
        if let Err(fault) = app.blobs.delete(&photo_key(version, edge)).await {
            tracing::warn!(error = %fault, "an old photo could not be deleted");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_written_in_many_ways() {
        for good in ["", "06 12 34 56 78", "+33 (0)2.40-00/00", "112"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["12", "abc", "06 12 34 <b>", "javascript:1234"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn everything_about_oneself_may_be_left_out() {
        let empty = ProfileForm::default().parse(Locale::Fr.t(), Locale::Fr).unwrap();
        assert!(empty.about_html.is_empty() && empty.headline.is_empty());
        let long = ProfileForm { about: "a".repeat(4_001), phone: "x".to_owned(), ..ProfileForm::default() };
        let errors = long.parse(Locale::Fr.t(), Locale::Fr).unwrap_err();
        assert!(errors.on("about").is_some() && errors.on("phone").is_some());
    }
}
