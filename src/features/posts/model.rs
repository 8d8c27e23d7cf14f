//! What a post may be: a title or none, a text or photos, and what is wrong with a form that says otherwise.

use uuid::Uuid;

pub(super) use crate::features::drafts::MOST_TITLE;
use crate::{
    features::{asking, files, labels, pictures, polls::NewPoll},
    i18n::{Locale, T},
    kernel::{
        FileId, LabelId, PictureId, TextError, Timestamp,
        markup::{self, MAX_CHARS, TooMuch},
        text::{Body, Line},
    },
    web::{FormErrors, upload::Upload},
};

/// The longest alternative text, in characters.
const MOST_ALT: usize = 400;

/// A post to be.
pub struct NewPost {
    /// The title; may be empty.
    pub title: String,
    /// The Markdown source; empty only where there are photos.
    pub body: String,
    /// The language it is written in.
    pub lang: Locale,
    /// Uploaded photos in their order, each with its alternative text.
    pub pictures: Vec<(PictureId, String)>,
    /// Uploaded files in their order.
    pub files: Vec<FileId>,
    /// Under which date it stands; none for that of its publishing.
    pub publish_at: Option<Timestamp>,
    /// What it asks, if it asks.
    pub poll: Option<NewPoll>,
    /// Its labels; what it cannot carry in its group is left off.
    pub labels: Vec<LabelId>,
}

impl NewPost {
    /// One of words alone.
    pub fn text(title: impl Into<String>, body: impl Into<String>, lang: Locale) -> Self {
        Self {
            title: title.into(),
            body: body.into(),
            lang,
            pictures: Vec::new(),
            files: Vec::new(),
            publish_at: None,
            poll: None,
            labels: Vec::new(),
        }
    }
}

/// What hangs on a post after a change.
#[derive(Clone, Copy)]
pub struct Placed<'a> {
    /// Photos in their order, each with its alternative text.
    pub pictures: &'a [(PictureId, String)],
    /// Files in their order.
    pub files: &'a [FileId],
    /// Whether the preview of what it links to is shown.
    pub preview: bool,
}

/// Why nothing was published or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishRefused {
    /// The right to it ended meanwhile.
    NoLonger,
    /// One of the photos is not the author's to place.
    Photo,
    /// One of the files is not the author's to place.
    File,
    /// Someone changed it since the form was opened.
    Conflict,
    /// The poll offers the same twice.
    Poll,
    /// A picture of the poll is not the author's to place.
    PollPicture,
}

/// What a post says as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Its photos in their order, each with its alternative text.
    pub pictures: Vec<(PictureId, String)>,
    /// Its files in their order.
    pub files: Vec<FileId>,
    /// Its poll.
    pub poll: asking::Typed,
    /// Whether the post asks already, so that it needs no words.
    pub asks: bool,
    /// Its labels; none where the form did not offer any.
    pub labels: Option<Vec<LabelId>>,
    /// Whether the preview of a link is shown; none where the form did not offer it.
    pub preview: Option<bool>,
}

impl Typed {
    /// Reads a submitted form; what comes as a file is not looked at here.
    pub fn of(upload: &Upload) -> Self {
        Self {
            title: upload.text("title").to_owned(),
            text: upload.text("text").to_owned(),
            pictures: photos(upload),
            files: ordered(upload, "document").into_iter().map(FileId).take(files::MOST).collect(),
            poll: asking::Typed::of(upload),
            asks: false,
            preview: (upload.text("previewed") == "yes").then(|| upload.text("preview") == "yes"),
            labels: (upload.text("labelled") == "yes").then(|| labels::read_ids(upload.all("label"))),
        }
    }

    /// The post, or what is wrong with it.
    pub fn parse(&self, t: T, lang: Locale, errors: &mut FormErrors) -> Option<NewPost> {
        let title = title(t, &self.title, errors)?;
        let enough = !self.pictures.is_empty() || !self.files.is_empty() || self.asks || self.poll.asks();
        let body = body(t, &self.text, enough, errors)?;
        let mut pictures = Vec::with_capacity(self.pictures.len());
        for (id, alt) in &self.pictures {
            match optional::<MOST_ALT>(alt) {
                Ok(alt) => pictures.push((*id, alt)),
                Err(error) => {
                    errors.add("files", crate::web::form::words(t, error));
                    return None;
                }
            }
        }
        let files = self.files.clone();
        let labels = self.labels.clone().unwrap_or_default();
        errors.is_empty().then_some(NewPost {
            title,
            body,
            lang,
            pictures,
            files,
            publish_at: None,
            poll: None,
            labels,
        })
    }
}

/// The photos of a form, each with its alternative text.
fn photos(upload: &Upload) -> Vec<(PictureId, String)> {
    let described = |id| (PictureId(id), upload.text(&format!("alt-{id}")).to_owned());
    ordered(upload, "picture").into_iter().map(described).take(pictures::MOST).collect()
}

/// What of a kind stands in a form and was not removed, in the order that was given: by the place in the form, and
/// without script by the number beside each. Of two with the same number, the one that was moved there comes first on
/// its way forward and last on its way back.
fn ordered(upload: &Upload, field: &str) -> Vec<Uuid> {
    let removed: Vec<&str> = upload.all("remove").collect();
    let mut ids: Vec<_> = upload
        .all(field)
        .enumerate()
        .filter(|(_, id)| !removed.contains(id))
        .filter_map(|(before, id)| {
            let id: Uuid = id.parse().ok()?;
            let before = before + 1;
            let place = upload.text(&format!("place-{id}")).trim().parse().unwrap_or(before);
            Some(((place, place.cmp(&before)), id))
        })
        .collect();
    ids.sort_by_key(|(key, _)| *key);
    ids.into_iter().map(|(_, id)| id).collect()
}

/// One line that may be left empty.
fn optional<const MOST: usize>(text: &str) -> Result<String, TextError> {
    match Line::<MOST>::parse(text) {
        Ok(line) => Ok(line.as_str().to_owned()),
        Err(TextError::Empty) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

/// A title, which may be empty.
pub fn title(t: T, text: &str, errors: &mut FormErrors) -> Option<String> {
    errors.take(t, "title", optional::<MOST_TITLE>(text))
}

/// A text, which may be empty where there is enough without it.
pub(super) fn body(t: T, text: &str, enough: bool, errors: &mut FormErrors) -> Option<String> {
    let body = match Body::<MAX_CHARS>::parse(text) {
        Ok(body) => body.as_str().to_owned(),
        Err(TextError::Empty) if enough => String::new(),
        Err(TextError::Empty) => {
            errors.add("text", t.posts_text_needed());
            return None;
        }
        Err(error) => return errors.take(t, "text", Err(error)),
    };
    match markup::check(&body) {
        Ok(()) => Some(body),
        Err(TooMuch::Long) => errors.take(t, "text", Err(TextError::TooLong { most: MAX_CHARS })),
        Err(TooMuch::Deep) => {
            errors.add("text", t.posts_text_too_deep());
            None
        }
    }
}

/// The words beside something that needs none.
pub fn words(t: T, text: &str, errors: &mut FormErrors) -> Option<String> {
    body(t, text, true, errors)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors_of(typed: &Typed) -> Vec<String> {
        let mut errors = FormErrors::new();
        let post = typed.parse(Locale::Fr.t(), Locale::Fr, &mut errors);
        assert_eq!(post.is_none(), !errors.is_empty());
        errors.all().iter().map(|(field, _)| field.to_string()).collect()
    }

    #[test]
    fn a_post_needs_words_or_photos() {
        let text = |text: &str| Typed { text: text.to_owned(), ..Typed::default() };
        assert_eq!(errors_of(&text("  \n ")), ["text"]);
        assert!(errors_of(&text("Bonjour")).is_empty());
        let photo = Typed { pictures: vec![(PictureId(Uuid::nil()), String::new())], ..text("") };
        assert!(errors_of(&photo).is_empty());
    }

    #[test]
    fn photos_stand_by_their_numbers() {
        let ids: Vec<PictureId> = (1..=4).map(|n| PictureId(Uuid::from_u128(n))).collect();
        let order = |fields: &[(&str, usize, &str)]| {
            let mut upload = Upload::default();
            upload.fields.extend(ids.iter().map(|id| ("picture".to_owned(), id.to_string())));
            for (name, of, value) in fields {
                let id = ids[*of - 1];
                upload.fields.push(match *name {
                    "remove" => ("remove".to_owned(), id.to_string()),
                    name => (format!("{name}-{id}"), (*value).to_owned()),
                });
            }
            photos(&upload).into_iter().map(|(id, _)| id.0.as_u128()).collect::<Vec<_>>()
        };
        let places = |of: [&'static str; 4]| [1, 2, 3, 4].map(|n| ("place", n, of[n - 1]));
        assert_eq!(order(&[]), [1, 2, 3, 4]);
        assert_eq!(order(&places(["1", "2", "3", "1"])), [4, 1, 2, 3]);
        assert_eq!(order(&places(["3", "2", "3", "4"])), [2, 3, 1, 4]);
        assert_eq!(order(&places(["", "x", "-1", "4"])), [1, 2, 3, 4]);
        assert_eq!(order(&[("remove", 2, ""), ("place", 4, "1")]), [4, 1, 3]);
    }

    #[test]
    fn lengths_are_limited() {
        let long = Typed { title: "a".repeat(161), text: "b".repeat(60_001), ..Typed::default() };
        assert!(errors_of(&long).contains(&"title".to_owned()));
        let deep = Typed { text: ">".repeat(500), ..Typed::default() };
        assert_eq!(errors_of(&deep), ["text"]);
    }
}
