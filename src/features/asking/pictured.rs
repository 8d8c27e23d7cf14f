//! The pictures of choices, as a form brings them: sent ahead by script, or as files with the form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::typed::Typed;
use crate::{
    features::{pictures, polls::MOST_CHOICES},
    kernel::PictureId,
    web::{Cx, Error, FormErrors, upload::File},
};

/// The picture of a choice as it came: it may have been refused, and its description is there all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Pictured {
    pub(super) id: Option<PictureId>,
    pub(super) alt: String,
}

impl Typed {
    /// The picture of a line, and what it shows.
    pub(super) fn picture(&self, line: usize) -> Option<(PictureId, &str)> {
        let picture = self.pictures.get(&line)?;
        Some((picture.id?, picture.alt.as_str()))
    }

    /// Its pictures, each with the number of its line.
    pub fn pictures(&self) -> Vec<(PictureId, i16)> {
        let numbered = self.pictures.iter();
        numbered.filter_map(|(line, picture)| Some((picture.id?, i16::try_from(*line).ok()?))).collect()
    }

    /// Puts other pictures in the places of its own, by their lines: a copy has its own.
    pub fn with_pictures(mut self, copies: &[(i16, PictureId)]) -> Self {
        for (line, picture) in &mut self.pictures {
            picture.id = copies.iter().find(|(of, _)| usize::try_from(*of) == Ok(*line)).map(|(_, id)| *id);
        }
        self
    }

    /// Makes pictures of the files that came for choices; what is wrong with one stands beside it.
    pub async fn take(&mut self, cx: &Cx, files: Vec<File>, errors: &mut FormErrors) -> Result<(), Error> {
        for file in files {
            let line = line(&file.field).filter(|line| (1..=MOST_CHOICES).contains(line));
            let Some(line) = line else { continue };
            let field = format!("poll-image-{line}");
            match pictures::take_one(cx, file).await? {
                Ok(id) => self.pictures.entry(line).or_default().id = Some(id),
                Err(why) => errors.add(field, why),
            }
            self.open = true;
            self.choices.resize(self.choices.len().max(line), String::new());
        }
        Ok(())
    }
}

/// The pictures of a form, by the number of their line; one that is ticked to go is gone.
pub(super) fn read<'a>(read: &dyn Fn(&str) -> &'a str) -> BTreeMap<usize, Pictured> {
    let picture = |line: usize| {
        let id = read(&format!("poll-picture-{line}")).parse().ok().map(PictureId);
        let id = id.filter(|_| read(&format!("poll-unpicture-{line}")).is_empty());
        let alt = read(&format!("poll-alt-{line}")).to_owned();
        (id.is_some() || !alt.trim().is_empty()).then_some((line, Pictured { id, alt }))
    };
    (1..=MOST_CHOICES).filter_map(picture).collect()
}

/// The line of a choice that a file came for.
fn line(field: &str) -> Option<usize> {
    field.strip_prefix("poll-image-")?.parse().ok()
}

/// Whether a file came for a choice.
pub fn is_of_choice(file: &File) -> bool {
    line(&file.field).is_some()
}
