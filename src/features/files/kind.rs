//! What may be sent: by the ending of the name, and by how the bytes begin.
//!
//! # Why both
//! The ending decides with which program a file is opened and under which type it is handed out; the bytes say whether
//! it can be that at all. A page or a program under the name of a document is refused, and what would be both is
//! saved as what its name says, never opened by the browser.

/// A kind of file.
pub(super) struct Kind {
    /// The ending of its names, in small letters.
    pub(super) ending: &'static str,
    /// Its media type.
    pub(super) media: &'static str,
    /// The hue of its sheet.
    pub(super) hue: &'static str,
    begins: Begins,
}

/// How the bytes of a kind begin.
#[derive(Clone, Copy)]
enum Begins {
    With(&'static [u8]),
    /// With eight bytes of which the last four are one of these: the boxes of `QuickTime` and MPEG-4.
    Boxes(&'static [&'static [u8]]),
    /// An archive whose first entry says that it is this.
    Open(&'static str),
    /// A sound without a mark of its own, or with one before it.
    Mp3,
    Wave,
    Captions,
    /// Signs one can read, in any encoding.
    Text,
}

const ZIP: Begins = Begins::With(b"PK\x03\x04");
/// What Word, Excel and `PowerPoint` wrote before 2007.
const OLE: Begins = Begins::With(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
const MP4: Begins = Begins::Boxes(&[b"ftyp"]);
const QUICKTIME: Begins = Begins::Boxes(&[b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"]);
const WEBM: Begins = Begins::With(b"\x1A\x45\xDF\xA3");

const fn kind(ending: &'static str, media: &'static str, hue: &'static str, begins: Begins) -> Kind {
    Kind { ending, media, hue, begins }
}

/// All kinds that are taken.
const KINDS: [Kind; 32] = [
    kind("pdf", "application/pdf", "rose", Begins::With(b"%PDF-")),
    kind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "bleuet", ZIP),
    kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "feuille", ZIP),
    kind("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "brique", ZIP),
    kind(
        "odt",
        "application/vnd.oasis.opendocument.text",
        "bleuet",
        Begins::Open("vnd.oasis.opendocument.text"),
    ),
    kind(
        "ods",
        "application/vnd.oasis.opendocument.spreadsheet",
        "feuille",
        Begins::Open("vnd.oasis.opendocument.spreadsheet"),
    ),
    kind(
        "odp",
        "application/vnd.oasis.opendocument.presentation",
        "brique",
        Begins::Open("vnd.oasis.opendocument.presentation"),
    ),
    kind(
        "odg",
        "application/vnd.oasis.opendocument.graphics",
        "lilas",
        Begins::Open("vnd.oasis.opendocument.graphics"),
    ),
    kind("doc", "application/msword", "bleuet", OLE),
    kind("xls", "application/vnd.ms-excel", "feuille", OLE),
    kind("ppt", "application/vnd.ms-powerpoint", "brique", OLE),
    kind("rtf", "application/rtf", "bleuet", Begins::With(b"{\\rtf")),
    kind("txt", "text/plain", "estuaire", Begins::Text),
    kind("md", "text/markdown", "estuaire", Begins::Text),
    kind("csv", "text/csv", "feuille", Begins::Text),
    kind("tsv", "text/tab-separated-values", "feuille", Begins::Text),
    kind("ics", "text/calendar", "lagune", Begins::Text),
    kind("vcf", "text/vcard", "lagune", Begins::Text),
    kind("zip", "application/zip", "ocre", ZIP),
    kind("epub", "application/epub+zip", "lilas", Begins::Open("epub+zip")),
    kind("mp3", "audio/mpeg", "bruyere", Begins::Mp3),
    kind("m4a", "audio/mp4", "bruyere", MP4),
    kind("ogg", "audio/ogg", "bruyere", Begins::With(b"OggS")),
    kind("oga", "audio/ogg", "bruyere", Begins::With(b"OggS")),
    kind("opus", "audio/ogg", "bruyere", Begins::With(b"OggS")),
    kind("flac", "audio/flac", "bruyere", Begins::With(b"fLaC")),
    kind("wav", "audio/wav", "bruyere", Begins::Wave),
    kind("mp4", "video/mp4", "lilas", MP4),
    kind("m4v", "video/mp4", "lilas", MP4),
    kind("webm", "video/webm", "lilas", WEBM),
    kind("mov", "video/quicktime", "lilas", QUICKTIME),
    kind("vtt", "text/vtt", "lilas", Begins::Captions),
];

/// Endings of pictures, which have a place of their own.
const PICTURES: [&str; 10] = ["jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "bmp", "tiff"];

/// Endings of what holds words that can be read. Older documents of Microsoft are found by their names.
const WORDS: [&str; 17] = [
    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "odg", "xls", "txt", "md", "csv", "tsv", "ics",
    "vcf", "vtt", "epub",
];

impl Begins {
    fn fits(self, head: &[u8]) -> bool {
        match self {
            Self::With(bytes) => head.starts_with(bytes),
            Self::Boxes(names) => head.get(4..8).is_some_and(|name| names.contains(&name)),
            Self::Open(media) => {
                let said = head.get(38..).unwrap_or_default();
                head.starts_with(b"PK\x03\x04")
                    && head.get(30..38) == Some(b"mimetype")
                    && said.starts_with(b"application/")
                    && said.get(12..).is_some_and(|said| said.starts_with(media.as_bytes()))
            }
            Self::Mp3 => {
                head.starts_with(b"ID3")
                    || matches!(head, [0xFF, second, ..] if second & 0xE0 == 0xE0 && second & 0x06 != 0)
            }
            Self::Wave => head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WAVE"),
            Self::Captions => head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).starts_with(b"WEBVTT"),
            Self::Text => {
                !head.contains(&0) || head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF")
            }
        }
    }
}

impl Kind {
    /// The kind with this ending, in small letters.
    pub(super) fn of(ending: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.ending == ending)
    }

    /// Whether a file that begins so can be of this kind.
    pub(super) fn fits(&self, head: &[u8]) -> bool {
        self.begins.fits(head)
    }
}

/// Whether names with this ending are pictures'.
pub(super) fn is_picture(ending: &str) -> bool {
    PICTURES.contains(&ending)
}

/// Whether files with this ending may hold words that are read for the search.
pub(super) fn has_words(ending: &str) -> bool {
    WORDS.contains(&ending)
}

/// Whether files with this ending have properties that say who made them, and that can be taken out.
pub(super) fn tells_of_its_makers(ending: &str) -> bool {
    matches!(ending, "pdf" | "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" | "odg" | "doc" | "xls" | "ppt")
}

/// Whether files with this ending have pages that are drawn.
pub(super) fn has_pages(ending: &str) -> bool {
    ending == "pdf"
}

/// Whether files with this ending are films or sounds.
pub(super) fn plays(ending: &str) -> bool {
    Kind::of(ending).is_some_and(|kind| kind.media.starts_with("video/") || kind.media.starts_with("audio/"))
}

/// All endings with their dots, as fields for files take them.
pub(super) fn endings(between: &str) -> String {
    KINDS.iter().map(|kind| format!(".{}", kind.ending)).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_must_fit_the_ending() {
        let odt = b"PK\x03\x04\x14\0\0\0\0\0\0\0!\0^\xc62\x0c'\0\0\0'\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.textPK";
        for (ending, head, fits) in [
            ("pdf", b"%PDF-1.7\n".as_slice(), true),
            ("pdf", b"<script>1</script>%PDF-1.7", false),
            ("docx", b"PK\x03\x04word", true),
            ("docx", b"MZ\x90\0", false),
            ("odt", odt, true),
            ("ods", odt, false),
            ("odt", b"PK\x03\x04", false),
            ("txt", "Réunion".as_bytes(), true),
            ("txt", b"\x7FELF\x02\x01\0\0", false),
            ("txt", b"\xFF\xFEa\0", true),
            ("mp3", b"\xFF\xFB\x90\x44", true),
            ("mp3", b"GIF89a", false),
            ("wav", b"RIFF\0\0\0\0WAVEfmt ", true),
            ("wav", b"RIFF\0\0\0\0WEBPVP8 ", false),
            ("mp4", b"\0\0\0\x18ftypisom", true),
            ("mp4", b"<!doctype html>", false),
            ("mov", b"\0\0\0\x08wide\0\0", true),
            ("webm", b"\x1A\x45\xDF\xA3", true),
            ("doc", b"{\\rtf1", false),
            ("vtt", b"\xEF\xBB\xBFWEBVTT\n", true),
            ("vtt", b"1\n00:00", false),
            ("txt", b"", true),
        ] {
            assert_eq!(Kind::of(ending).is_some_and(|kind| kind.fits(head)), fits, "{ending} {head:?}");
        }
    }

    #[test]
    fn nothing_that_a_browser_runs_is_taken() {
        for ending in
            ["html", "htm", "xhtml", "svg", "xml", "js", "css", "swf", "exe", "hta", "docm", "jar", ""]
        {
            assert!(Kind::of(ending).is_none(), "{ending}");
        }
    }
}
