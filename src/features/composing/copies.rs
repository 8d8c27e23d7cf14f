//! What a post in a further group needs once more: its photos, the pictures of its poll, its files. Their bytes are there
//! before the transaction begins; what is not taken is swept away.

use crate::{
    app::App,
    authz::Viewer,
    features::{
        asking,
        files::{self, NewFile},
        pictures::{self, Prepared},
    },
    kernel::{Fault, FileId, PictureId},
};

/// Photos, pictures of choices and files once more, with ids of their own.
#[derive(Debug, Default)]
pub(super) struct Copies {
    photos: Vec<(Prepared, String)>,
    of_choices: Vec<(i16, Prepared)>,
    files: Vec<NewFile>,
}

impl Copies {
    /// Of what its author may place: what is gone, or another's, is not among them.
    pub(super) async fn make(
        app: &App,
        viewer: Viewer,
        (photos, papers): (&[(PictureId, String)], &[FileId]),
        poll: &asking::Typed,
    ) -> Result<Self, Fault> {
        let mut copies = Self::default();
        for (id, alt) in photos {
            if let Some(photo) = pictures::again(app, viewer, *id).await? {
                copies.photos.push((photo, alt.clone()));
            }
        }
        for (id, line) in poll.pictures() {
            if let Some(picture) = pictures::again(app, viewer, id).await? {
                copies.of_choices.push((line, picture));
            }
        }
        copies.files = files::again(app, viewer, papers).await?;
        Ok(copies)
    }

    /// The photos as a post takes them.
    pub(super) fn photos(&self) -> Vec<(PictureId, String)> {
        self.photos.iter().map(|(photo, alt)| (photo.id, alt.clone())).collect()
    }

    /// The pictures of the poll, by their lines.
    pub(super) fn of_choices(&self) -> Vec<(i16, PictureId)> {
        self.of_choices.iter().map(|(line, picture)| (*line, picture.id)).collect()
    }

    /// The files as a post takes them.
    pub(super) fn files(&self) -> Vec<FileId> {
        self.files.iter().map(|file| file.id).collect()
    }

    /// All pictures and all files, to be made their author's own.
    pub(super) fn into_parts(self) -> (Vec<Prepared>, Vec<NewFile>) {
        let photos = self.photos.into_iter().map(|(photo, _)| photo);
        (photos.chain(self.of_choices.into_iter().map(|(_, picture)| picture)).collect(), self.files)
    }
}
