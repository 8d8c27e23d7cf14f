//! What happens in the demonstration, in order: the plan's posts and comments, and the small things around them.

use chrono::TimeDelta;

use super::{dice, plan::World};
use crate::{authz::GroupRole, kernel::Timestamp};

/// Something that happens.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Arrive(usize),
    Found(usize),
    Join { group: usize, person: usize },
    Promote { group: usize, person: usize, role: GroupRole },
    Close(usize),
    Archive(usize),
    Publish(usize),
    Correct(usize),
    Throw(usize),
    Say(usize),
    Like { post: usize, person: usize, emoji: &'static str },
    Vote { post: usize, person: usize },
    LikeComment { comment: usize, person: usize, emoji: &'static str },
    Ask { group: usize, person: usize, message: &'static str },
    Invite { group: usize, person: usize, message: &'static str },
    Read(usize),
}

/// An act, its instant, and its turn where that is another: guests are let in before they speak, by an invitation that
/// has not expired today.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    pub(super) turn: Timestamp,
    pub(super) at: Timestamp,
    pub(super) act: Act,
}

/// Whether the post is published with a slip that is mended soon: so some have a history.
pub(super) fn is_corrected(world: &World, post: usize) -> bool {
    world
        .posts
        .get(post)
        .is_some_and(|post| !post.deleted && post.text.contains('é') && dice::chance(7, &post.text, "slip"))
}

/// Everything in its order.
pub(super) fn scenes(world: &World) -> Vec<Scene> {
    let mut scenes = Vec::new();
    let mut now = |at: Timestamp, act: Act| scenes.push(Scene { turn: at, at, act });
    for (place, person) in world.people.iter().enumerate() {
        now(person.since, Act::Arrive(place));
    }
    for place in 0..world.posts.len() {
        post(world, place, &mut now);
    }
    for place in 0..world.comments.len() {
        comment(world, place, &mut now);
    }
    waiting(world, &mut now);
    for place in 0..world.groups.len() {
        group(world, place, &mut scenes);
    }
    scenes.sort_by_key(|scene| scene.turn);
    scenes
}

/// A group is founded when the first people are there, and closed to others once its members are in.
fn group(world: &World, place: usize, scenes: &mut Vec<Scene>) {
    let Some(group) = world.groups.get(place) else {
        return;
    };
    let founded = world.now - TimeDelta::days(super::plan::DAYS + 10)
        + TimeDelta::hours(6 + i64::try_from(place).unwrap_or(0));
    let mut push = |turn, at, act| scenes.push(Scene { turn, at, act });
    push(founded, founded, Act::Found(place));
    let (mut order, mut closing) = (0, founded);
    for person in group.members.iter().skip(1).copied() {
        let Some(who) = world.people.get(person) else {
            continue;
        };
        order += 1;
        let early = founded + TimeDelta::minutes(order * 4);
        let turn = early.max(who.since + dice::minutes(4_000, &who.handle, &group.text.key));
        let at = if who.guest {
            world.now - TimeDelta::days(20) - dice::minutes(10_000, &who.handle, &group.text.key)
        } else {
            turn
        };
        push(turn, at, Act::Join { group: place, person });
        closing = closing.max(turn);
        for (names, role) in
            [(&group.text.managers, GroupRole::Manager), (&group.text.publishers, GroupRole::Publisher)]
        {
            if names.contains(&who.handle) {
                push(turn, turn + TimeDelta::minutes(9), Act::Promote { group: place, person, role });
            }
        }
    }
    if group.text.level != "open" {
        let after = closing + TimeDelta::minutes(15);
        push(after, after, Act::Close(place));
    }
    if group.text.archived {
        let lately = world.now - TimeDelta::seconds(1);
        push(lately, lately, Act::Archive(place));
    }
}

fn post(world: &World, place: usize, now: &mut impl FnMut(Timestamp, Act)) {
    let Some(post) = world.posts.get(place) else {
        return;
    };
    now(post.at, Act::Publish(place));
    if post.deleted {
        return now(post.at + TimeDelta::minutes(25), Act::Throw(place));
    }
    if is_corrected(world, place) {
        let soon = post.at + TimeDelta::minutes(2) + dice::minutes(40, &post.text, "mend");
        now(soon.min(world.now - TimeDelta::seconds(30)), Act::Correct(place));
    }
    if let Some(poll) = &post.poll {
        let voters = readers(world, post.group, post.by, post.at, &poll.question, poll.voters);
        for (order, person) in voters.into_iter().enumerate() {
            let at = seen_at(world, post.at, &poll.question, &order.to_string());
            now(at, Act::Vote { post: place, person });
        }
    }
    let members = world.groups.get(post.group).map_or(0, |group| group.members.len());
    // A few posts are loved, most are liked, some are only read.
    let reach = [2, 5, 6, 8, 9, 11, 14, 24].get(dice::below(8, &post.text, "reach")).copied().unwrap_or(6);
    let most = (members * reach / 100).clamp(1, 26);
    for (order, person) in
        readers(world, post.group, post.by, post.at, &post.text, most).into_iter().enumerate()
    {
        let salt = order.to_string();
        let at = seen_at(world, post.at, &post.text, &salt);
        now(at, Act::Like { post: place, person, emoji: emoji(&post.text, &salt) });
    }
}

fn comment(world: &World, place: usize, now: &mut impl FnMut(Timestamp, Act)) {
    let Some(comment) = world.comments.get(place) else {
        return;
    };
    now(comment.at, Act::Say(place));
    let Some(post) = world.posts.get(comment.post) else {
        return;
    };
    if !dice::chance(34, &comment.text, "liked") {
        return;
    }
    let most = 1 + dice::below(4, &comment.text, "likes");
    for (order, person) in
        readers(world, post.group, comment.by, comment.at, &comment.text, most).into_iter().enumerate()
    {
        let salt = order.to_string();
        let at = seen_at(world, comment.at, &comment.text, &salt);
        now(at, Act::LikeComment { comment: place, person, emoji: emoji(&comment.text, &salt) });
    }
}

/// Some members of the group who were there by then, each once.
fn readers(world: &World, group: usize, author: usize, at: Timestamp, text: &str, most: usize) -> Vec<usize> {
    let members = world.groups.get(group).map_or(&[][..], |group| &group.members);
    let mut fitting: Vec<usize> = members
        .iter()
        .copied()
        .filter(|who| {
            *who != author
                && world.people.get(*who).is_some_and(|person| person.since + TimeDelta::days(4) < at)
        })
        .collect();
    fitting.sort_by_key(|who| dice::roll(text, &who.to_string()));
    fitting.truncate(most);
    fitting
}

fn seen_at(world: &World, from: Timestamp, text: &str, salt: &str) -> Timestamp {
    let left = (world.now - from).num_minutes().clamp(1, 3_000);
    let at =
        from + TimeDelta::seconds(45) + dice::minutes(left.unsigned_abs(), text, &format!("seen {salt}"));
    let at = if left < 600 { at } else { dice::waking(at, salt) };
    at.min(world.now - TimeDelta::seconds(5)).max(from + TimeDelta::seconds(5))
}

fn emoji(text: &str, salt: &str) -> &'static str {
    // Each post has its favourite.
    const KINDS: [&str; 10] = ["👍", "❤️", "👏", "👍", "😂", "💡", "🙌", "❤️", "🎉", "😊"];
    let favourite = dice::chance(55, text, &format!("favourite {salt}"));
    let about = if favourite { "favourite" } else { salt };
    KINDS.get(dice::below(KINDS.len(), text, about)).copied().unwrap_or("👍")
}

/// What waits for an answer, and what has been read.
fn waiting(world: &World, now: &mut impl FnMut(Timestamp, Act)) {
    const ASKING: [(&str, i64, &str); 3] = [
        (
            "charlotte.meur",
            4_400,
            "Bonjour, ma savonnerie passe de l'atelier à la boutique et j'aurais bien besoin de vos sept questions. Merci !",
        ),
        (
            "anouk.verdier",
            1_700,
            "Bonjour Thomas, nous envisageons un four partagé à Saint-Aubrin, à quatre ateliers. Puis-je vous rejoindre ?",
        ),
        (
            "quentin.delorme",
            300,
            "Les Portefaix cherchent à devenir une coopérative. Amandine m'a conseillé de frapper ici.",
        ),
    ];
    let group = |key: &str| world.groups.iter().position(|group| group.text.key == key);
    let person = |handle: &str| world.people.iter().position(|person| person.handle == handle);
    for (handle, ago, message) in ASKING {
        if let (Some(group), Some(person)) = (group("porteurs"), person(handle)) {
            now(world.now - TimeDelta::minutes(ago), Act::Ask { group, person, message });
        }
    }
    if let (Some(group), Some(person)) = (group("vingt"), person("ines.rouault")) {
        let message =
            "Inès, il nous faut quelqu'un qui sache garder un secret et réanimer un boulanger. Viens ?";
        now(world.now - TimeDelta::hours(21), Act::Invite { group, person, message });
    }
    for (place, reader) in world.people.iter().enumerate() {
        let ago = if super::is_account(&reader.handle) {
            TimeDelta::hours(22)
        } else {
            dice::minutes(20_000, &reader.handle, "read")
        };
        now(world.now - ago, Act::Read(place));
    }
}
