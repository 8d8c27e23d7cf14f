//! A file: what it is called, what it is, and why it is not taken.

use super::{
    kind::{self, Kind},
    store, urls,
};
use crate::{
    app::App,
    authz::Viewer,
    blobs::{file_key, page_key},
    i18n::T,
    kernel::{Fault, FileId, Line, PostId, Url},
    ui::links,
    web::stream::Kept,
};

/// The most files of one post.
pub const MOST: usize = 20;
/// The longest name, in characters.
const MOST_NAME: usize = 200;
/// No name that comes is looked at further than this.
const MOST_SENT: usize = 2_000;

/// A file that lies in the store and that has no row yet.
#[derive(Debug)]
pub struct NewFile {
    /// Its id to be.
    pub id: FileId,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) bytes: i64,
    /// Of a copy: how long it takes, and the size of its poster.
    pub(super) seconds: Option<i32>,
    pub(super) poster: Option<(i32, i32)>,
}

/// A file of a post, as cards show it.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Attached {
    /// Which.
    pub id: FileId,
    /// What it is called.
    pub name: String,
    /// What it is: the ending of the name, in small letters.
    pub kind: String,
    /// How many bytes it has.
    pub bytes: i64,
    /// How many pages it has, where some of them are drawn.
    pub page_count: Option<i32>,
    /// Whether its text was read.
    pub worded: bool,
    /// How long it takes to be played, if that is known.
    pub seconds: Option<i32>,
}

/// In which sizes a page is drawn.
#[derive(Clone, Copy)]
pub(super) enum Size {
    /// To read it on.
    Large,
    /// To know it by.
    Small,
}

impl Size {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Small => "small",
        }
    }

    /// The size of this name.
    pub(super) fn of(name: &str) -> Option<Self> {
        [Self::Large, Self::Small].into_iter().find(|size| size.as_str() == name)
    }
}

/// What browsers play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plays {
    Film,
    Sound,
}

impl Attached {
    /// Its address.
    pub fn url(&self) -> Url {
        links::file(self.id)
    }

    /// Where one sees what it holds, if that is known.
    pub(super) fn preview(&self) -> Option<Url> {
        let shows = self.plays().is_none() && (self.page_count.is_some() || self.worded);
        shows.then(|| links::file_preview(self.id))
    }

    /// How a film looks, if that is known.
    pub(super) fn poster(&self) -> Option<Url> {
        let has_one = self.plays() == Some(Plays::Film) && self.page_count.is_some();
        has_one.then(|| urls::page(self.id, 1, Size::Large))
    }

    /// What it is to be played as, if it is.
    pub(super) fn plays(&self) -> Option<Plays> {
        let media = Kind::of(&self.kind)?.media;
        match media.split_once('/')?.0 {
            "video" => Some(Plays::Film),
            "audio" => Some(Plays::Sound),
            _ => None,
        }
    }

    /// The hue of its sheet.
    pub(super) fn hue(&self) -> &'static str {
        Kind::of(&self.kind).map_or("estuaire", |kind| kind.hue)
    }
}

/// Why a file was not taken; with its name, as there may be many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UploadRefused {
    /// The form came without one, or it has no bytes.
    Missing,
    /// It is a picture, which has a place of its own.
    Picture(String),
    /// No kind that is taken.
    Kind(String),
    /// It is not what its name says.
    Lies(String),
}

impl UploadRefused {
    /// The sentence for the member.
    pub fn words(&self, t: T) -> String {
        match self {
            Self::Missing => t.files_missing().to_string(),
            Self::Picture(name) => t.files_picture(name.as_str()).to_string(),
            Self::Kind(name) => t.files_kind(name.as_str()).to_string(),
            Self::Lies(name) => t.files_lies(name.as_str()).to_string(),
        }
    }
}

/// One of the files is gone, placed elsewhere, or someone else's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceRefused;

impl NewFile {
    /// What came, if it is taken: by the ending of its name and by how it begins.
    pub fn of(kept: &Kept) -> Result<Self, UploadRefused> {
        let (name, kind) = Self::promise(&kept.name)?;
        if !kind.fits(&kept.head) {
            return Err(UploadRefused::Lies(name));
        }
        let bytes = i64::try_from(kept.bytes).unwrap_or(i64::MAX);
        Ok(Self { id: FileId(kept.id), name, kind: kind.ending, bytes, seconds: None, poster: None })
    }

    /// Why nothing of this name is taken, whatever is in it: said before it is sent.
    pub fn refusal(name: &str) -> Option<UploadRefused> {
        Self::promise(name).err()
    }

    /// The name as it is kept, and what its ending says it is.
    fn promise(sent: &str) -> Result<(String, &'static Kind), UploadRefused> {
        let (stem, ending) = parts(sent);
        let name = named(&stem, &ending);
        if kind::is_picture(&ending) {
            return Err(UploadRefused::Picture(name));
        }
        match Kind::of(&ending) {
            Some(kind) => Ok((name, kind)),
            None => Err(UploadRefused::Kind(name)),
        }
    }
}

/// The files of a post once more, to be made somebody's own.
pub async fn copies(app: &App, viewer: Viewer, post: PostId) -> Result<Vec<NewFile>, Fault> {
    let found = store::of_post(&mut *app.db.acquire().await?, viewer, post).await?;
    copy(app, found).await
}

/// Those of one's own files that have no place yet once more, to be made one's own too.
pub async fn again(app: &App, viewer: Viewer, files: &[FileId]) -> Result<Vec<NewFile>, Fault> {
    let ids: Vec<uuid::Uuid> = files.iter().map(|id| id.0).collect();
    let found = store::list_loose(&mut *app.db.acquire().await?, viewer, &ids).await?;
    copy(app, found).await
}

/// The bytes of files under other ids, as far as they are there.
async fn copy(app: &App, files: Vec<Attached>) -> Result<Vec<NewFile>, Fault> {
    let mut copies = Vec::new();
    for file in files {
        let (id, kind) = (FileId::new(app.clock.now()), Kind::of(&file.kind));
        if let Some(kind) = kind
            && app.blobs.copy(&file_key(file.id), &file_key(id)).await?
        {
            let poster = copy_poster(app, &file, id).await?;
            let Attached { name, bytes, seconds, .. } = file;
            copies.push(NewFile { id, name, kind: kind.ending, bytes, seconds, poster });
        }
    }
    Ok(copies)
}

/// The poster of a film under another id: its size, if it has one.
async fn copy_poster(app: &App, film: &Attached, id: FileId) -> Result<Option<(i32, i32)>, Fault> {
    if film.poster().is_none() {
        return Ok(None);
    }
    for size in [Size::Large, Size::Small] {
        let key = |id| page_key(id, 1, size.as_str());
        if !app.blobs.copy(&key(film.id), &key(id)).await? {
            return Ok(None);
        }
    }
    store::poster_size(&mut *app.db.acquire().await?, film.id).await.map_err(Fault::from)
}

/// A sent name without folders, control characters and marks that turn it around: what stands before its ending, and the
/// ending in small letters.
fn parts(sent: &str) -> (String, String) {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let sent: String = last.chars().take(MOST_SENT).collect();
    let line = Line::<MOST_SENT>::parse(&sent).map(|line| line.as_str().to_owned()).unwrap_or_default();
    let (stem, ending) = line.rsplit_once('.').unwrap_or((&line, ""));
    (stem.trim_matches(['.', ' ']).to_owned(), ending.to_ascii_lowercase())
}

/// A name that is not too long, with its ending.
fn named(stem: &str, ending: &str) -> String {
    let ending: String = ending.chars().take(20).collect();
    let room = MOST_NAME - ending.chars().count() - 1;
    let stem: String = stem.chars().take(room).collect();
    let stem = if stem.is_empty() { "document" } else { stem.trim_end() };
    if ending.is_empty() { stem.to_owned() } else { format!("{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(name: &str) -> Result<String, UploadRefused> {
        let (name, head) = (name.to_owned(), b"%PDF-1.7".to_vec());
        let kept = Kept { id: uuid::Uuid::nil(), name, bytes: 8, digest: Vec::new(), head };
        NewFile::of(&kept).map(|file| file.name)
    }

    #[test]
    fn names_lose_what_could_mislead() {
        for (sent, kept) in [
            ("Statuts.pdf", "Statuts.pdf"),
            ("../../etc/Statuts.PDF", "Statuts.pdf"),
            ("C:\\Users\\ada\\CON.pdf", "CON.pdf"),
            ("a\r\nSet-Cookie: x\0.pdf", "a Set-Cookie: x.pdf"),
            ("fact\u{202E}cod.pdf", "factcod.pdf"),
            (".pdf", "document.pdf"),
            ("e\u{301}te\u{301} 🌊.pdf", "été 🌊.pdf"),
            ("\"<img src=x>;.pdf", "\"<img src=x>;.pdf"),
        ] {
            assert_eq!(taken(sent).as_deref(), Ok(kept), "{sent:?}");
        }
        let long = taken(&format!("{}.pdf", "é".repeat(900))).unwrap_or_default();
        assert_eq!(
            (long.chars().count(), long.rsplit_once('.').map(|(_, ending)| ending)),
            (200, Some("pdf"))
        );
    }

    #[test]
    fn the_last_ending_counts() {
        assert_eq!(taken("page.pdf.html"), Err(UploadRefused::Kind("page.pdf.html".to_owned())));
        assert_eq!(taken("page.html.png"), Err(UploadRefused::Picture("page.html.png".to_owned())));
        assert_eq!(taken("page.html.docx"), Err(UploadRefused::Lies("page.html.docx".to_owned())));
        assert_eq!(taken("CON"), Err(UploadRefused::Kind("CON".to_owned())));
        assert_eq!(taken("logo.svg"), Err(UploadRefused::Kind("logo.svg".to_owned())));
    }
}
