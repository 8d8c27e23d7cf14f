//! The plan of the demonstration: who, in which group, says what, when. Same words, same plan; only the day differs.
//!
//! Whoever is named in the content is there from the beginning. Who is not named gives a voice to lines without one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use crate::{
    app::demo::{
        content::{Circle, Content, GroupText, PollText, PostText, Voice},
        dice,
    },
    drawing::{Scene, avatar_seed},
    features::accounts::handles::handle,
    kernel::{Fault, Timestamp},
};

/// How long the community has been there.
pub(super) const DAYS: i64 = 180;
/// Newer than this are only the posts that say so themselves.
const FRESH: i64 = 5;

/// Someone.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) handle: String,
    pub(super) headline: String,
    pub(super) place: String,
    pub(super) about: String,
    pub(super) english: bool,
    pub(super) guest: bool,
    /// The face they show.
    pub(super) photo: Option<u64>,
    pub(super) since: Timestamp,
}

/// A group and who is in it, the founder first.
pub(super) struct Group {
    pub(super) text: GroupText,
    pub(super) members: Vec<usize>,
}

/// A photo to be drawn.
pub(super) struct Drawn {
    pub(super) scene: Scene,
    pub(super) seed: u64,
    pub(super) alt: String,
}

/// A post to be published.
pub(super) struct Post {
    pub(super) group: usize,
    pub(super) by: usize,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) english: bool,
    pub(super) photos: Vec<Drawn>,
    pub(super) documents: Vec<String>,
    pub(super) deleted: bool,
    pub(super) poll: Option<PollText>,
    pub(super) at: Timestamp,
}

/// A comment to be written.
pub(super) struct Comment {
    pub(super) post: usize,
    pub(super) by: usize,
    /// The comment it answers, which comes before it in the list.
    pub(super) answers: Option<usize>,
    pub(super) text: String,
    pub(super) english: bool,
    pub(super) at: Timestamp,
}

/// The whole community, before it is made.
pub(super) struct World {
    pub(super) now: Timestamp,
    pub(super) people: Vec<Person>,
    pub(super) groups: Vec<Group>,
    pub(super) posts: Vec<Post>,
    pub(super) comments: Vec<Comment>,
}

impl World {
    /// Plans everything.
    pub(super) fn plan(content: Content, now: Timestamp) -> Result<Self, Fault> {
        let begin = now - TimeDelta::days(DAYS + 12);
        let named = named(&content);
        let people = people(&content.circles, &named, begin, now);
        let places: BTreeMap<String, usize> =
            people.iter().enumerate().map(|(place, person)| (person.handle.clone(), place)).collect();
        let members = members(&content, &people, &places)?;
        let groups: Vec<Group> =
            content.groups.into_iter().zip(members).map(|(text, members)| Group { text, members }).collect();
        let mut world = Self { now, people, groups, posts: Vec::new(), comments: Vec::new() };
        world.write(&content.posts, &places)?;
        Ok(world)
    }

    fn write(&mut self, posts: &[PostText], places: &BTreeMap<String, usize>) -> Result<(), Fault> {
        let times = times(posts, self.now);
        for (text, at) in posts.iter().zip(times) {
            let group = self
                .groups
                .iter()
                .position(|group| group.text.key == text.group)
                .ok_or_else(|| unknown(&text.group))?;
            let by = *places.get(&text.by).ok_or_else(|| unknown(&text.by))?;
            let english = text.lang.as_deref() == Some("en");
            let post = Post {
                group,
                by,
                title: text.title.clone(),
                text: dice::dated(text.text.trim(), at, english),
                english,
                photos: text.photos.iter().map(|photo| drawn(photo)).collect::<Result<_, _>>()?,
                documents: text.documents.clone(),
                deleted: text.deleted,
                poll: text.poll.clone(),
                at,
            };
            self.posts.push(post);
            self.talk(text, places)?;
        }
        Ok(())
    }

    /// The comments on the post that was planned last.
    fn talk(&mut self, text: &PostText, places: &BTreeMap<String, usize>) -> Result<(), Fault> {
        let Some(post) = self.posts.last() else {
            return Ok(());
        };
        let (place, author, english, group) = (self.posts.len() - 1, post.by, post.english, post.group);
        let lines: Vec<_> = text.talk().collect();
        let times = comment_times(post.at, lines.len(), self.now, &text.text);
        let mut spoken = vec![author];
        let (mut thread, mut last) = (None::<usize>, None::<usize>);
        for (said, at) in lines.iter().zip(times) {
            let asker = thread.and_then(|thread| self.comments.get(thread)).map(|comment| comment.by);
            let by = match said.voice {
                Voice::Author => author,
                Voice::Named(handle) => *places.get(handle).ok_or_else(|| unknown(handle))?,
                // After an answer, the one who began the thread thanks.
                Voice::Anyone
                    if said.reply && last != thread && asker.is_some_and(|asker| asker != author) =>
                {
                    asker.unwrap_or(author)
                }
                Voice::Anyone => self.voice(group, at, english, &spoken, said.text),
            };
            spoken.push(by);
            let speaks_english =
                self.people.get(by).is_some_and(|person| person.english) && is_english(said.text);
            let comment = Comment {
                post: place,
                by,
                answers: thread.filter(|_| said.reply),
                text: dice::dated(said.text, at, speaks_english),
                english: speaks_english || (english && is_english(said.text)),
                at,
            };
            self.comments.push(comment);
            last = Some(self.comments.len() - 1);
            if !said.reply {
                thread = last;
            }
        }
        Ok(())
    }

    /// Someone of the group who has not spoken yet and reads the language.
    fn voice(&self, group: usize, at: Timestamp, english: bool, spoken: &[usize], text: &str) -> usize {
        let members = self.groups.get(group).map_or(&[][..], |group| &group.members);
        let fits = |who: &&usize| {
            let person = self.people.get(**who);
            !spoken.contains(who)
                && person
                    .is_some_and(|person| person.since < at && !person.guest && person.english == english)
        };
        let fitting: Vec<usize> = members.iter().filter(fits).copied().collect();
        let chosen = fitting.get(dice::below(fitting.len(), text, "voice")).or(members.first());
        chosen.copied().unwrap_or_default()
    }
}

fn unknown(word: &str) -> Fault {
    Fault::new(format!("the demonstration names “{word}”, which it does not know"))
}

/// Whether a line reads as English: enough of its words are among the commonest.
fn is_english(text: &str) -> bool {
    const COMMON: [&str; 30] = [
        "the", "and", "is", "are", "i", "my", "you", "your", "to", "of", "in", "it", "at", "we", "with",
        "for", "this", "that", "will", "have", "was", "not", "but", "they", "she", "he", "can", "hello",
        "thank", "yes",
    ];
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let common = words.iter().filter(|word| COMMON.contains(&word.as_str())).count();
    common * 6 >= words.len()
}

/// Everybody whom the content names.
fn named(content: &Content) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for group in &content.groups {
        named.extend(group.managers.iter().chain(&group.publishers).chain(&group.members).cloned());
    }
    for post in &content.posts {
        named.insert(post.by.clone());
        named.extend(post.talk().filter_map(|said| {
            if let Voice::Named(handle) = said.voice { Some(handle.to_owned()) } else { None }
        }));
    }
    named
}

fn people(circles: &[Circle], named: &BTreeSet<String>, begin: Timestamp, now: Timestamp) -> Vec<Person> {
    let mut people = Vec::new();
    for circle in circles {
        for [name, kind, headline, place, about] in &circle.people {
            let handle = handle(name);
            let late = !circle.guest && !named.contains(&handle) && dice::chance(35, &handle, "late");
            let day = if late {
                dice::minutes(
                    u64::try_from((now - begin).num_minutes() * 8 / 10).unwrap_or(1),
                    &handle,
                    "since",
                )
            } else {
                TimeDelta::zero()
            };
            let shown = dice::chance(if named.contains(&handle) { 84 } else { 50 }, &handle, "photo")
                || super::is_account(&handle);
            let seed = avatar_seed(dice::roll(&handle, "face") % 1_000_000, kind.starts_with('f'));
            people.push(Person {
                since: dice::waking(begin + day + dice::minutes(2_000, &handle, "first"), &handle),
                photo: shown.then_some(seed),
                english: kind.ends_with("en"),
                guest: circle.guest,
                name: name.clone(),
                headline: headline.clone(),
                place: place.clone(),
                about: about.clone(),
                handle,
            });
        }
    }
    people
}

/// Who is in each group: the named ones, the circle, everyone where it says so, and some who are curious.
fn members(
    content: &Content,
    people: &[Person],
    places: &BTreeMap<String, usize>,
) -> Result<Vec<Vec<usize>>, Fault> {
    let find = |handle: &String| places.get(handle).copied().ok_or_else(|| unknown(handle));
    let mut circles = Vec::new();
    for circle in &content.circles {
        circles.extend(circle.people.iter().map(|_| circle));
    }
    let mut all = Vec::new();
    for group in &content.groups {
        let mut members: Vec<usize> = group
            .managers
            .iter()
            .chain(&group.publishers)
            .chain(&group.members)
            .map(find)
            .collect::<Result<_, _>>()?;
        for post in content.posts.iter().filter(|post| post.group == group.key) {
            members.push(find(&post.by)?);
            for said in post.talk() {
                if let Voice::Named(handle) = said.voice {
                    members.push(*places.get(handle).ok_or_else(|| unknown(handle))?);
                }
            }
        }
        for (place, (person, circle)) in people.iter().zip(&circles).enumerate() {
            let open = group.level == "open";
            let of_circle = circle.groups.contains(&group.key) && (open || person.guest);
            let curious = open && !person.guest && dice::chance(13, &person.handle, &group.key);
            if of_circle || curious || (group.everyone && !person.guest) {
                members.push(place);
            }
        }
        let mut seen = BTreeSet::new();
        members.retain(|member| seen.insert(*member));
        all.push(members);
    }
    Ok(all)
}

/// When each post is published. Posts of a group keep their order; those that say when are taken at their word.
fn times(posts: &[PostText], now: Timestamp) -> Vec<Timestamp> {
    let span = TimeDelta::days(DAYS - FRESH).num_minutes();
    let begin = now - TimeDelta::days(DAYS);
    let floating = |post: &&PostText| post.at.is_none() && post.ago.is_none();
    let mut queues = BTreeMap::<&str, Vec<Timestamp>>::new();
    for key in posts.iter().map(|post| post.group.as_str()).collect::<BTreeSet<_>>() {
        let own: Vec<&PostText> = posts.iter().filter(|post| post.group == key).filter(floating).collect();
        let step = span / i64::try_from(own.len()).unwrap_or(1).max(1);
        let mut times: Vec<Timestamp> = (0_i64..)
            .zip(&own)
            .map(|(place, post)| {
                begin
                    + TimeDelta::minutes(step * place)
                    + dice::minutes(u64::try_from(step).unwrap_or(1), &post.text, "day")
            })
            .zip(&own)
            .map(|(day, post)| dice::writing_hour(day, &post.text))
            .collect();
        times.sort_unstable();
        times.reverse();
        queues.insert(key, times);
    }
    let time = |post: &PostText| match (post.ago, post.at) {
        (Some(ago), _) if ago <= 600 => now - TimeDelta::minutes(ago),
        (Some(ago), _) => {
            dice::waking(now - TimeDelta::minutes(ago), &post.text).min(now - TimeDelta::minutes(700))
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "a fraction of half a year in minutes"
        )]
        (_, Some(at)) => {
            dice::writing_hour(begin + TimeDelta::minutes((span as f64 * at) as i64), &post.text)
        }
        _ => queues.get_mut(post.group.as_str()).and_then(Vec::pop).unwrap_or(begin),
    };
    posts.iter().map(time).collect()
}

/// When the comments on a post are written: quickly at first, then less and less; all before now.
fn comment_times(post: Timestamp, count: usize, now: Timestamp, text: &str) -> Vec<Timestamp> {
    let left = (now - post).num_minutes();
    let many = i64::try_from(count).unwrap_or(i64::MAX);
    let mut at = post;
    let mut times = Vec::with_capacity(count);
    for place in 0..many {
        let salt = place.to_string();
        if left < 4_000 {
            // The newest posts: what there is of time, shared out.
            at = post + TimeDelta::seconds(left * 60 * (place + 1) / (many + 1))
                - dice::minutes(2, text, &salt) / 2;
        } else {
            let longest = 1_u64 << (4 + dice::below(6, text, &salt));
            let next = dice::waking(
                at + TimeDelta::minutes(3) + dice::minutes(longest, text, &format!("gap {salt}")),
                text,
            );
            at = next.max(at + TimeDelta::minutes(1));
        }
        times.push(at.clamp(post + TimeDelta::seconds(40), now - TimeDelta::seconds(20)));
    }
    times
}

fn drawn(photo: &str) -> Result<Drawn, Fault> {
    let (scene, alt) = photo.split_once(": ").ok_or_else(|| unknown(photo))?;
    let scene = match scene {
        "dunes" => Scene::Dunes,
        "harbour" => Scene::Harbour,
        "marsh" => Scene::Marsh,
        "hills" => Scene::Hills,
        "sails" => Scene::Sails,
        "beach" => Scene::Beach,
        "nightport" => Scene::NightPort,
        "workshop" => Scene::Workshop,
        "market" => Scene::Market,
        "forest" => Scene::Forest,
        other => return Err(unknown(other)),
    };
    Ok(Drawn { scene, seed: dice::roll(alt, "scene") % 1_000_000, alt: alt.to_owned() })
}
