//! The files of a post: films and sounds with what plays them, the others as links that save them. A few stand in
//! lists, all of them on the post's own page.

use askama::{Template, filters::HtmlSafe};

use super::{
    model::{Attached, Plays, Size},
    urls,
};
use crate::{
    i18n::{Locale, T, format},
    kernel::{PostId, Url},
    ui::links,
};

/// How many stand in lists, and how many of these play.
const FEW: usize = 4;
const FEW_PLAY: usize = 2;

/// Files. Where there are none its place is there and empty: live updates may fill it.
#[derive(Template)]
#[template(path = "files/list.html")]
pub struct FileList {
    t: T,
    post: PostId,
    whole: Url,
    players: Vec<Player>,
    lines: Vec<Line>,
    /// How many more there are than these.
    more: i64,
}

impl HtmlSafe for FileList {}

struct Line {
    url: Url,
    name: String,
    sheet: String,
    hue: &'static str,
    weight: String,
    /// Where one sees what it holds.
    preview: Option<Url>,
    /// How its first page looks, and how many there are.
    pages: Option<(Url, i64)>,
}

/// A film or a sound. Nothing plays by itself, and of what is not played only the beginning is fetched.
struct Player {
    file: Line,
    film: bool,
    poster: Option<Url>,
    /// How long it takes, as clocks show it.
    lasts: Option<String>,
    /// A little after the beginning: many films begin with black, and some browsers show nothing at all before it.
    start: Url,
    captions: Vec<Captions>,
}

/// Captions of a film, and in which language.
struct Captions {
    url: Url,
    lang: String,
}

impl Line {
    fn new(t: T, file: &Attached) -> Self {
        Self {
            url: file.url(),
            name: file.name.clone(),
            sheet: file.kind.to_uppercase(),
            hue: file.hue(),
            weight: format::weight(Locale::of(t), file.bytes),
            preview: file.preview(),
            pages: file
                .page_count
                .filter(|_| file.plays().is_none())
                .map(|count| (urls::page(file.id, 1, Size::Small), count.into())),
        }
    }
}

impl FileList {
    /// The list of a post.
    pub fn of(t: T, post: PostId, files: &[Attached], whole: bool) -> Self {
        let most = if whole { files.len() } else { FEW_PLAY };
        let (playing, mut rest): (Vec<&Attached>, Vec<&Attached>) = {
            let mut left = most;
            files.iter().partition(|file| {
                let plays = file.plays().is_some() && left > 0;
                left -= usize::from(plays);
                plays
            })
        };
        rest.retain(|file| !playing.iter().any(|film| captions(film, file).is_some()));
        let shown = if whole || rest.len() <= FEW + 1 { rest.len() } else { FEW };
        Self {
            t,
            post,
            whole: links::post(post),
            players: playing.into_iter().map(|film| Player::new(t, film, files)).collect(),
            lines: rest.iter().take(shown).map(|file| Line::new(t, file)).collect(),
            more: i64::try_from(rest.len() - shown).unwrap_or_default(),
        }
    }

    /// The id of its element.
    pub fn element(post: PostId) -> String {
        format!("post-files-{post}")
    }
}

impl Player {
    fn new(t: T, film: &Attached, files: &[Attached]) -> Self {
        let tracks = files
            .iter()
            .filter_map(|file| Some(Captions { url: file.url(), lang: captions(film, file)?.to_owned() }));
        Self {
            file: Line::new(t, film),
            film: film.plays() == Some(Plays::Film),
            poster: film.poster(),
            lasts: film.seconds.map(clock),
            start: film.url().at_second(0.1),
            captions: tracks.collect(),
        }
    }
}

/// Seconds as clocks show them: 3:07, 1:00:00.
fn clock(seconds: i32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The language of captions that belong to a film, empty if it is not said: they bear its name, `fête.vtt` or
/// `fête.en.vtt` beside `fête.mp4`.
fn captions<'a>(film: &Attached, file: &'a Attached) -> Option<&'a str> {
    let stem = film.name.rsplit_once('.')?.0;
    let rest = file.name.strip_suffix(".vtt")?.strip_prefix(stem)?;
    let lang = rest.strip_prefix('.').unwrap_or(rest);
    let fits = film.plays() == Some(Plays::Film) && file.kind == "vtt";
    let tag = lang.len() == 2 && lang.bytes().all(|byte| byte.is_ascii_lowercase());
    (fits && (rest.is_empty() || (tag && rest.len() == 3))).then_some(lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::FileId;

    fn file(name: &str) -> Attached {
        let kind = name.rsplit('.').next().unwrap_or_default().to_owned();
        let id = FileId(uuid::Uuid::nil());
        Attached { id, name: name.to_owned(), kind, bytes: 1, page_count: None, worded: false, seconds: None }
    }

    #[test]
    fn captions_bear_the_name_of_their_film() {
        let film = file("fête.mp4");
        for (name, lang) in [
            ("fête.vtt", Some("")),
            ("fête.en.vtt", Some("en")),
            ("fête.pdf", None),
            ("fêteen.vtt", None),
            ("fête.x.vtt", None),
            ("autre.vtt", None),
        ] {
            assert_eq!(captions(&film, &file(name)), lang, "{name}");
        }
        assert_eq!(captions(&file("fête.mp3"), &file("fête.vtt")), None);
    }

    #[test]
    fn films_last_as_clocks_say() {
        for (seconds, said) in [(1, "0:01"), (187, "3:07"), (3_600, "1:00:00"), (86_399, "23:59:59")] {
            assert_eq!(clock(seconds), said);
        }
    }

    #[test]
    fn a_list_plays_two_and_names_the_others() {
        let files = ["a.mp4", "a.vtt", "b.webm", "c.mp3", "d.pdf", "d.vtt"].map(file);
        let of = |whole| {
            let list = FileList::of(Locale::Fr.t(), PostId(uuid::Uuid::nil()), &files, whole);
            (list.players.len(), list.lines.into_iter().map(|line| line.name).collect::<Vec<_>>())
        };
        assert_eq!(of(false), (2, ["c.mp3", "d.pdf", "d.vtt"].map(str::to_owned).to_vec()));
        assert_eq!(of(true), (3, ["d.pdf", "d.vtt"].map(str::to_owned).to_vec()));
    }
}
