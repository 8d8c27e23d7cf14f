//! The words of the demonstration, as they stand in the files of `demo/`.
//!
//! The files are for people to write in; here they become values. Nothing is invented here: who speaks where no name
//! is given, and when, is the plan's.

use serde::Deserialize;

use crate::kernel::Fault;

const PEOPLE: [&str; 3] = [
    include_str!("../../../demo/people-1.toml"),
    include_str!("../../../demo/people-2.toml"),
    include_str!("../../../demo/people-3.toml"),
];
const GROUPS: &str = include_str!("../../../demo/groups.toml");
/// Files of posts, each with the group of those that name none.
const POSTS: [(&str, &str); 13] = [
    ("vie", include_str!("../../../demo/vie-1.toml")),
    ("vie", include_str!("../../../demo/vie-2.toml")),
    ("transition", include_str!("../../../demo/transition.toml")),
    ("ostrea", include_str!("../../../demo/ostrea.toml")),
    ("culture", include_str!("../../../demo/culture.toml")),
    ("emploi", include_str!("../../../demo/emploi.toml")),
    ("numerique", include_str!("../../../demo/numerique.toml")),
    ("sante", include_str!("../../../demo/sante.toml")),
    ("jeunesse", include_str!("../../../demo/jeunesse.toml")),
    ("mobilites", include_str!("../../../demo/mobilites.toml")),
    ("english", include_str!("../../../demo/english.toml")),
    ("porteurs", include_str!("../../../demo/porteurs.toml")),
    ("", include_str!("../../../demo/cercles.toml")),
];
const ARTICLES: &str = include_str!("../../../demo/articles.toml");

/// Everything that was written for the demonstration.
pub(super) struct Content {
    pub(super) circles: Vec<Circle>,
    pub(super) groups: Vec<GroupText>,
    pub(super) posts: Vec<PostText>,
}

/// People who came together, and the groups they join first.
#[derive(Deserialize)]
pub(super) struct Circle {
    #[serde(default)]
    pub(super) guest: bool,
    pub(super) groups: Vec<String>,
    /// Name, f/m and language, work, place, about.
    pub(super) people: Vec<[String; 5]>,
}

/// A group.
#[derive(Deserialize)]
pub(super) struct GroupText {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) purpose: String,
    pub(super) level: String,
    pub(super) icon: String,
    pub(super) hue: String,
    pub(super) managers: Vec<String>,
    #[serde(default)]
    pub(super) publishers: Vec<String>,
    #[serde(default)]
    pub(super) members: Vec<String>,
    #[serde(default)]
    pub(super) everyone: bool,
    pub(super) kind: Option<String>,
    #[serde(default)]
    pub(super) english: bool,
    /// What it expects: when, how, what belongs, what does not.
    #[serde(default)]
    pub(super) expects: [String; 4],
    /// Names and addresses.
    #[serde(default)]
    pub(super) links: Vec<[String; 2]>,
    /// Archived at the end of the half year.
    #[serde(default)]
    pub(super) archived: bool,
}

/// A post and the comments that answer it.
#[derive(Deserialize)]
pub(super) struct PostText {
    #[serde(default)]
    pub(super) group: String,
    pub(super) by: String,
    #[serde(default)]
    pub(super) title: String,
    pub(super) lang: Option<String>,
    pub(super) text: String,
    #[serde(default)]
    talk: String,
    #[serde(default)]
    pub(super) photos: Vec<String>,
    /// Names of documents that are written for it.
    #[serde(default)]
    pub(super) documents: Vec<String>,
    /// Where in the half year, from 0 to 1; in the order of the file where it is not said.
    pub(super) at: Option<f64>,
    /// How many minutes ago, for the newest.
    pub(super) ago: Option<i64>,
    #[serde(default)]
    pub(super) deleted: bool,
    pub(super) poll: Option<PollText>,
}

/// What a post asks.
#[derive(Clone, Deserialize)]
pub(super) struct PollText {
    pub(super) question: String,
    #[serde(default)]
    pub(super) choices: Vec<String>,
    /// Whether the photos of the post are its choices' own, in their order.
    #[serde(default)]
    pub(super) pictured: bool,
    /// Days after the post, at this hour in Paris: a question for a date.
    #[serde(default)]
    pub(super) dates: Vec<[u32; 2]>,
    #[serde(default)]
    pub(super) anonymous: bool,
    pub(super) results: String,
    #[serde(default = "one")]
    pub(super) most: i16,
    /// How many days after the post it ends.
    pub(super) closes: Option<i64>,
    /// How many vote at most.
    pub(super) voters: usize,
}

fn one() -> i16 {
    1
}

#[derive(Deserialize)]
struct People {
    circle: Vec<Circle>,
}

#[derive(Deserialize)]
struct Groups {
    group: Vec<GroupText>,
}

#[derive(Deserialize)]
struct Posts {
    lang: Option<String>,
    post: Vec<PostText>,
}

/// Who says a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice<'a> {
    Anyone,
    Author,
    Named(&'a str),
}

/// A comment as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said<'a> {
    pub(super) reply: bool,
    pub(super) voice: Voice<'a>,
    pub(super) text: &'a str,
}

impl Content {
    /// Reads all files. `most` limits the posts of each group.
    pub(super) fn read(most: usize) -> Result<Self, Fault> {
        let mut circles = Vec::new();
        for text in PEOPLE {
            circles.extend(toml::from_str::<People>(text)?.circle);
        }
        let groups = toml::from_str::<Groups>(GROUPS)?.group;
        let mut posts = Vec::new();
        for (group, text) in POSTS.into_iter().chain([("", ARTICLES)]) {
            let file: Posts = toml::from_str(text)?;
            for mut post in file.post {
                if post.group.is_empty() {
                    group.clone_into(&mut post.group);
                }
                post.lang = post.lang.or_else(|| file.lang.clone());
                posts.push(post);
            }
        }
        let mut content = Self { circles, groups, posts };
        content.keep(most);
        Ok(content)
    }

    fn keep(&mut self, most: usize) {
        let mut counts = std::collections::HashMap::<String, usize>::new();
        self.posts.retain(|post| {
            let count = counts.entry(post.group.clone()).or_default();
            *count += 1;
            *count <= most
        });
    }
}

impl PostText {
    /// The comments, in order.
    pub(super) fn talk(&self) -> impl Iterator<Item = Said<'_>> {
        self.talk.lines().map(str::trim).filter(|line| !line.is_empty()).map(said)
    }
}

fn said(line: &str) -> Said<'_> {
    let (reply, rest) = line.strip_prefix("> ").map_or((false, line), |rest| (true, rest.trim_start()));
    if let Some(text) = rest.strip_prefix("= ") {
        return Said { reply, voice: Voice::Author, text };
    }
    let named = rest.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    match named {
        // A link also begins with a bracket; its words are no handle.
        Some((handle, text)) if !handle.contains(' ') && !text.starts_with('(') => {
            Said { reply, voice: Voice::Named(handle), text }
        }
        _ => Said { reply, voice: Voice::Anyone, text: rest },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_say_who_speaks() {
        assert_eq!(said("Merci."), Said { reply: false, voice: Voice::Anyone, text: "Merci." });
        assert_eq!(said("> = Avec joie."), Said { reply: true, voice: Voice::Author, text: "Avec joie." });
        assert_eq!(said("> [a.b] Oui."), Said { reply: true, voice: Voice::Named("a.b"), text: "Oui." });
        assert_eq!(
            said("[La voilà](https://example.org)"),
            Said { reply: false, voice: Voice::Anyone, text: "[La voilà](https://example.org)" }
        );
    }

    #[test]
    fn the_files_can_be_read_and_nothing_is_written_twice() {
        let content = Content::read(usize::MAX).unwrap();
        assert!(content.posts.len() >= 220, "{} posts", content.posts.len());
        assert_eq!(content.groups.len(), 14);
        let people: usize = content.circles.iter().map(|circle| circle.people.len()).sum();
        assert!((240..=260).contains(&people), "{people} people");
        let mut texts: Vec<&str> = content.posts.iter().map(|post| post.text.trim()).collect();
        texts.extend(
            content
                .posts
                .iter()
                .flat_map(PostText::talk)
                .map(|said| said.text)
                .filter(|text| text.len() > 20),
        );
        let all = texts.len();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), all, "a text stands twice");
        assert!(all > 720, "{all} texts");
    }
}
