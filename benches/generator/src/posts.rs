//! Posts with all that hangs on them, in the order in which it happened.

use sqlx::PgPool;
use uuid::Uuid;

use crate::{
    community::{Community, DAY, NOW, POPULAR, STORY, Scale},
    copy::Sink,
    dice::Dice,
    words::{self, Words},
};

const EMOJI: &[&str] = &["👍", "❤️", "🎉", "😄", "🙏", "💡"];

struct Post {
    id: Uuid,
    group: u32,
    /// The newest first-level comment, which an answer would go to.
    last: Option<Uuid>,
}

struct Sinks {
    posts: Sink,
    versions: Sink,
    comments: Sink,
    reactions: Sink,
    answers: Sink,
    views: Sink,
}

impl Sinks {
    async fn open(pool: &PgPool) -> sqlx::Result<Self> {
        let posts = "id, group_id, author_id, title, body, body_html, excerpt, words, lang, created_at, published_at, edited_at, deleted_at";
        let comments = "id, post_id, parent_id, author_id, body, body_html, created_at, edited_at";
        Ok(Self {
            posts: Sink::open(pool, "posts", posts).await?,
            versions: Sink::open(
                pool,
                "post_versions",
                "post_id, number, title, body, body_html, edited_by, written_at",
            )
            .await?,
            comments: Sink::open(pool, "comments", comments).await?,
            reactions: Sink::open(pool, "post_reactions", "post_id, member_id, emoji, at").await?,
            answers: Sink::open(pool, "comment_reactions", "comment_id, member_id, emoji, at").await?,
            views: Sink::open(pool, "post_views", "post_id, member_id, at").await?,
        })
    }

    async fn close(self) -> sqlx::Result<()> {
        for sink in [self.posts, self.versions, self.comments, self.reactions, self.answers, self.views] {
            sink.close().await?;
        }
        Ok(())
    }
}

struct Story<'a> {
    community: &'a Community,
    vocabulary: &'a Words,
    dice: &'a mut Dice,
    posts: Vec<Post>,
    sinks: Sinks,
}

/// Writes posts, versions, comments, reactions and views; says how far it is through `said`.
pub(crate) async fn write(
    pool: &PgPool,
    scale: Scale,
    dice: &mut Dice,
    (community, vocabulary): (&Community, &Words),
    said: &dyn Fn(usize),
) -> sqlx::Result<()> {
    let sinks = Sinks::open(pool).await?;
    let mut story = Story { community, vocabulary, dice, posts: Vec::with_capacity(scale.posts), sinks };
    let step = (STORY - DAY) / scale.posts as i64;
    for number in 0..scale.posts {
        let at = NOW - STORY + step * number as i64;
        story.post(number, at).await?;
        for part in 0..5 {
            story.comment(number, at + step * (part + 1) / 6).await?;
        }
        if number % 100_000 == 99_999 {
            said(number + 1);
        }
    }
    story.sinks.close().await
}

impl Story<'_> {
    /// Somebody of a group; the higher the power, the fewer people do most of it.
    fn somebody(&mut self, group: u32, power: f64) -> Uuid {
        let people = &self.community.groups[group as usize].people;
        let place = people[self.dice.skewed(people.len(), power)];
        self.community.people[place as usize].id
    }

    async fn post(&mut self, number: usize, at: i64) -> sqlx::Result<()> {
        let group = self.dice.skewed(self.community.groups.len(), 2.5) as u32;
        let id = self.dice.uuid(at);
        let author = self.somebody(group, 3.0);
        let lang = if self.dice.chance(0.1) { "en" } else { "fr" };
        let title = if self.dice.chance(0.6) {
            let length = self.dice.between(2, 8);
            self.vocabulary.phrase(self.dice, lang, length)
        } else {
            String::new()
        };
        let length = self.dice.between(40, 200);
        let text = self.vocabulary.text(self.dice, lang, length);
        let edited = self.dice.chance(0.1).then(|| at + DAY / 24);
        let deleted = self.dice.chance(0.01).then(|| at + DAY / 2);
        let sink = &mut self.sinks.posts;
        sink.field(id).field(self.community.groups[group as usize].id).field(author).words(&title);
        sink.words(&text.markdown)
            .words(&text.html)
            .words(words::excerpt(&text.plain))
            .field(text.words)
            .field(lang);
        sink.at(at).at(at).maybe_at(edited).maybe_at(deleted);
        sink.end().await?;
        if edited.is_some() {
            let sink = &mut self.sinks.versions;
            sink.field(id)
                .field(1)
                .words(&title)
                .words(&text.markdown)
                .words(&text.html)
                .field(author)
                .at(at);
            sink.end().await?;
        }
        self.posts.push(Post { id, group, last: None });
        self.echo(number, at).await
    }

    /// Reactions and views: fifty on a popular post, two on the others.
    async fn echo(&mut self, number: usize, at: i64) -> sqlx::Result<()> {
        let (id, group) = (self.posts[number].id, self.posts[number].group);
        let (reactions, views) = if number.is_multiple_of(POPULAR) { (60, 60) } else { (2, 3) };
        let mut reacted: Vec<(Uuid, &str)> = (0..reactions)
            .map(|_| (self.somebody(group, 1.5), EMOJI[self.dice.skewed(EMOJI.len(), 2.0)]))
            .collect();
        let mut seen: Vec<Uuid> = (0..views).map(|_| self.somebody(group, 1.5)).collect();
        reacted.sort_unstable();
        reacted.dedup();
        seen.sort_unstable();
        seen.dedup();
        for (person, emoji) in reacted {
            self.sinks.reactions.field(id).field(person).field(emoji).at(at + DAY / 4);
            self.sinks.reactions.end().await?;
        }
        for person in seen {
            self.sinks.views.field(id).field(person).at(at + DAY / 4);
            self.sinks.views.end().await?;
        }
        Ok(())
    }

    /// Which post is talked about: four times in five a recent one, half of those a popular one; else any, and of
    /// those the oldest most, so that one discussion grows without end.
    fn subject(&mut self, number: usize) -> usize {
        if !self.dice.chance(0.8) {
            return self.dice.skewed(number + 1, 2.5);
        }
        let back = self.dice.skewed(400.min(number + 1), 1.5);
        let recent = number - back;
        if self.dice.chance(0.5) { recent - recent % POPULAR } else { recent }
    }

    async fn comment(&mut self, number: usize, at: i64) -> sqlx::Result<()> {
        let subject = self.subject(number);
        let (post, group) = (self.posts[subject].id, self.posts[subject].group);
        let id = self.dice.uuid(at);
        let author = self.somebody(group, 1.5);
        let parent = self.posts[subject].last.filter(|_| self.dice.chance(0.25));
        let length = self.dice.between(8, 50);
        let text = self.vocabulary.text(self.dice, "fr", length);
        let edited = self.dice.chance(0.1).then(|| at + DAY / 48);
        let sink = &mut self.sinks.comments;
        sink.field(id).field(post);
        match parent {
            Some(parent) => sink.field(parent),
            None => sink.field("\\N"),
        };
        sink.field(author).words(&text.markdown).words(&text.html).at(at).maybe_at(edited);
        sink.end().await?;
        if parent.is_none() {
            self.posts[subject].last = Some(id);
        }
        if self.dice.chance(0.2) {
            let first = self.somebody(group, 1.5);
            let other =
                Some(self.somebody(group, 1.5)).filter(|other| *other != first && self.dice.chance(0.5));
            for person in [Some(first), other].into_iter().flatten() {
                self.sinks.answers.field(id).field(person).field("👍").at(at + DAY / 12);
                self.sinks.answers.end().await?;
            }
        }
        Ok(())
    }
}
