//! Does what the plan says: each act in a transaction of its own, in the name of whoever acts, at their hour, with the
//! permit that the rooms ask for.

mod founding;
mod voting;

use chrono_tz::Europe::Paris;

use super::{
    PASSWORD, Say, account,
    art::Art,
    fault,
    life::{self, Act, Scene},
    papers,
    plan::{Person, World},
};
use crate::{
    app::App,
    authz::{
        Action, Actor, AskToJoin, CommentOnPost, DeletePost, Denied, EditPost, EditProfile, InviteToGroup,
        MemberActor, Permit, PublishInGroup, ReactToComment, ReactToPost, ReplyToComment, Resource, SiteRole,
        UploadPicture, ViewProfile, permit,
        standing::{CommentPath, GroupPath, MemberPath, NoPath, PostPath},
    },
    db::Tx,
    features::{
        accounts::{self, Door, HashedPassword, Name, NewAccount},
        comments::{self, CommentBody, Emoji, NewComment},
        feed,
        groups::{Note, membership},
        invitations, people, pictures,
        posts::{self, NewPost},
    },
    i18n::Locale,
    kernel::{Body, CommentId, EmailAddress, Fault, MemberId, Password, PostId, TextError, Timestamp},
};

/// What has been made so far.
struct Play<'a> {
    app: &'a App,
    world: &'a World,
    art: Art,
    password: HashedPassword,
    actors: Vec<Option<Actor>>,
    slugs: Vec<String>,
    posts: Vec<Option<PostId>>,
    comments: Vec<Option<CommentId>>,
}

/// Makes everything.
pub(super) async fn run(app: &App, world: &World, art: Art, say: Say<'_>) -> Result<(), Fault> {
    let password =
        accounts::hash(&Password::choose(PASSWORD).map_err(|error| wrong(PASSWORD, error))?).await?;
    let (actors, slugs) = (vec![None; world.people.len()], vec![String::new(); world.groups.len()]);
    let (posts, comments) = (vec![None; world.posts.len()], vec![None; world.comments.len()]);
    let mut play = Play { app, world, art, password, actors, slugs, posts, comments };
    let (mut published, mut arrived) = (0_usize, 0_usize);
    for Scene { at, act, .. } in life::scenes(world) {
        play.act(at, &act).await.map_err(|fault| Fault::new(format!("{act:?}: {fault}")))?;
        if let Act::Publish(_) = act {
            published += 1;
            if published.is_multiple_of(30) || published == world.posts.len() {
                say(&format!("demo: {published} of {} posts written", world.posts.len()));
            }
        }
        if let Act::Arrive(_) = act {
            arrived += 1;
            if arrived.is_multiple_of(60) || arrived == world.people.len() {
                say(&format!("demo: {arrived} of {} people", world.people.len()));
            }
        }
    }
    super::profiles::fill(app, world, &play.actors).await?;
    super::rings::give(app, world, &play.actors, &play.slugs).await?;
    super::shelves::fill(app, world, &play.actors, &play.slugs).await?;
    super::keeping::fill(app, world, &play.actors, &play.slugs, &play.posts).await?;
    super::labels::fill(app, world, &play.actors, &play.slugs, &play.posts).await?;
    super::templates::fill(app, world, &play.actors, &play.slugs).await?;
    super::days::fill(app, world, &play.actors, &play.slugs).await?;
    super::shares::make(app, world, &play.actors, &play.slugs, &play.posts).await?;
    super::several::make(app, world, &play.actors, &play.slugs).await?;
    super::surveys::make(app, world, &play.actors, &play.slugs).await?;
    super::plans::make(app, world, &play.actors, &play.slugs).await
}

fn wrong(text: &str, error: TextError) -> Fault {
    Fault::new(format!("the demonstration's “{text}” is not right: {error:?}"))
}

pub(super) fn gone() -> Fault {
    Fault::new("the demonstration speaks of something that is not there yet")
}

pub(super) async fn ask<A: Action>(
    tx: &mut Tx,
    who: &Actor,
    at: <A::On as Resource>::Path,
) -> Result<Permit<A>, Fault> {
    permit::<A>(tx.db(), who, at).await.map_err(|denied| match denied {
        Denied::Hidden => Fault::new(format!("{} of something hidden", A::NAME)),
        Denied::Refused(why) => Fault::new(format!("{}: {why:?}", A::NAME)),
        Denied::Fault(fault) => fault,
    })
}

fn locale(english: bool) -> Locale {
    if english { Locale::En } else { Locale::Fr }
}

impl Play<'_> {
    async fn act(&mut self, at: Timestamp, act: &Act) -> Result<(), Fault> {
        match *act {
            Act::Arrive(person) => self.arrive(person, at).await,
            Act::Found(group) => self.found(group, at).await,
            Act::Join { group, person } => self.join(group, person, at).await,
            Act::Promote { group, person, role } => self.promote(group, person, role, at).await,
            Act::Close(group) => self.close(group, at).await,
            Act::Archive(group) => self.archive(group, at).await,
            Act::Publish(post) => self.publish(post, at).await,
            Act::Correct(post) => self.correct(post, at).await,
            Act::Throw(post) => self.throw(post, at).await,
            Act::Say(comment) => self.say(comment, at).await,
            Act::Like { post, person, emoji } => self.like(post, person, emoji, at).await,
            Act::Vote { post, person } => self.vote(post, person, at).await,
            Act::LikeComment { comment, person, emoji } => {
                self.like_comment(comment, person, emoji, at).await
            }
            Act::Ask { group, person, message } => self.ask_in(group, person, message, at).await,
            Act::Invite { group, person, message } => self.invite(group, person, message, at).await,
            Act::Read(person) => self.read(person, at).await,
        }
    }

    fn actor(&self, person: usize) -> Result<Actor, Fault> {
        self.actors.get(person).copied().flatten().ok_or_else(gone)
    }

    fn id(&self, person: usize) -> Result<MemberId, Fault> {
        self.actor(person)?.id().ok_or_else(gone)
    }

    fn slug(&self, group: usize) -> GroupPath {
        GroupPath { group: self.slugs.get(group).cloned().unwrap_or_default() }
    }

    fn post(&self, post: usize) -> Result<PostPath, Fault> {
        Ok(PostPath { post: self.posts.get(post).copied().flatten().ok_or_else(gone)? })
    }

    fn comment(&self, comment: usize) -> Result<CommentPath, Fault> {
        Ok(CommentPath { comment: self.comments.get(comment).copied().flatten().ok_or_else(gone)? })
    }

    async fn begin(&self, who: Option<&Actor>, at: Timestamp) -> Result<Tx, Fault> {
        Tx::begin(&self.app.db, who.and_then(Actor::id), "demo", at, self.app.signal.clone()).await
    }

    async fn arrive(&mut self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let person = self.world.people.get(place).ok_or_else(gone)?;
        let new = self.account(person)?;
        let (site_role, external) = (new.site_role, new.external);
        let mut tx = self.begin(None, at).await?;
        let id = accounts::verbs::register(&mut tx, &new, &Door::command_line()).await.map_err(fault)?;
        tx.commit().await?;
        let actor = Actor::Member(MemberActor { id, site_role, external });
        let mut tx = self.begin(Some(&actor), at).await?;
        let mine = ask::<EditProfile>(&mut tx, &actor, MemberPath { member: id }).await?;
        people::verbs::edit(&mut tx, &mine, &profile(person)?).await?;
        if let Some(photo) = self.art.faces.remove(&place) {
            people::verbs::set_photo(&mut tx, &mine, photo).await?;
        }
        tx.commit().await?;
        if let Some(known) = self.actors.get_mut(place) {
            *known = Some(actor);
        }
        Ok(())
    }

    fn account(&self, person: &Person) -> Result<NewAccount, Fault> {
        let named = account(&person.handle);
        let email = named.map_or_else(
            || format!("{}@demo.parvis.test", person.handle),
            |account| account.email.to_owned(),
        );
        Ok(NewAccount {
            name: Name::parse(&person.name).map_err(|error| wrong(&person.name, error))?,
            email: EmailAddress::parse(&email).map_err(|error| wrong(&email, error))?,
            password: named.map(|_| self.password.clone()),
            locale: locale(person.english),
            time_zone: Paris,
            external: person.guest,
            site_role: match named.map(|account| account.email) {
                Some("admin@demo.parvis.test") => SiteRole::Administrator,
                Some("moderator@demo.parvis.test") => SiteRole::Moderator,
                _ => SiteRole::Member,
            },
        })
    }

    async fn publish(&mut self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let post = self.world.posts.get(place).ok_or_else(gone)?;
        let author = self.actor(post.by)?;
        let body = if life::is_corrected(self.world, place) {
            post.text.replacen('é', "è", 1)
        } else {
            post.text.clone()
        };
        let mut poll = self.poll(post).await?;
        let mut tx = self.begin(Some(&author), at).await?;
        let mut placed = Vec::new();
        for (picture, photo) in
            self.art.photos.remove(&place).unwrap_or_default().into_iter().zip(&post.photos)
        {
            let may = ask::<UploadPicture>(&mut tx, &author, NoPath {}).await?;
            placed.push((pictures::verbs::upload(&mut tx, &may, picture).await?, photo.alt.clone()));
        }
        if let Some(poll) = poll.as_mut().filter(|_| post.poll.as_ref().is_some_and(|text| text.pictured)) {
            let shown = (1_i16..).zip(std::mem::take(&mut placed));
            poll.pictures = shown.map(|(number, (id, alt))| (number, id, alt)).collect();
        }
        let files = papers::upload(self.app, &mut tx, &author, post).await?;
        let may = ask::<PublishInGroup>(&mut tx, &author, self.slug(post.group)).await?;
        let words = NewPost::text(&post.title, body, locale(post.english));
        let new = NewPost { pictures: placed, files, poll, ..words };
        let id = posts::publish(&mut tx, &may, new).await.map_err(fault)?;
        tx.commit().await?;
        if let Some(known) = self.posts.get_mut(place) {
            *known = Some(id);
        }
        Ok(())
    }

    async fn correct(&self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let post = self.world.posts.get(place).ok_or_else(gone)?;
        let author = self.actor(post.by)?;
        let mut tx = self.begin(Some(&author), at).await?;
        let may = ask::<EditPost>(&mut tx, &author, self.post(place)?).await?;
        posts::edit(&mut tx, &may, None, (&post.title, &post.text), None).await.map_err(fault)?;
        tx.commit().await
    }

    async fn throw(&self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let author = self.actor(self.world.posts.get(place).ok_or_else(gone)?.by)?;
        let mut tx = self.begin(Some(&author), at).await?;
        let may = ask::<DeletePost>(&mut tx, &author, self.post(place)?).await?;
        posts::delete(&mut tx, &may).await?;
        tx.commit().await
    }

    async fn say(&mut self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let comment = self.world.comments.get(place).ok_or_else(gone)?;
        let author = self.actor(comment.by)?;
        let body = CommentBody::parse(&comment.text).map_err(|error| wrong(&comment.text, error))?;
        let new = NewComment { body, lang: locale(comment.english) };
        let mut tx = self.begin(Some(&author), at).await?;
        let id = if let Some(under) = comment.answers {
            let may = ask::<ReplyToComment>(&mut tx, &author, self.comment(under)?).await?;
            comments::verbs::reply(&mut tx, &may, new).await.map_err(fault)?
        } else {
            let may = ask::<CommentOnPost>(&mut tx, &author, self.post(comment.post)?).await?;
            comments::verbs::comment(&mut tx, &may, new).await.map_err(fault)?
        };
        tx.commit().await?;
        if let Some(known) = self.comments.get_mut(place) {
            *known = Some(id);
        }
        Ok(())
    }

    async fn like(&self, post: usize, person: usize, emoji: &str, at: Timestamp) -> Result<(), Fault> {
        let reader = self.actor(person)?;
        let emoji = Emoji::parse(emoji).ok_or_else(gone)?;
        let mut tx = self.begin(Some(&reader), at).await?;
        let may = ask::<ReactToPost>(&mut tx, &reader, self.post(post)?).await?;
        comments::verbs::react_to_post(&mut tx, &may, &emoji, true).await.map_err(fault)?;
        tx.commit().await
    }

    async fn like_comment(
        &self,
        comment: usize,
        person: usize,
        emoji: &str,
        at: Timestamp,
    ) -> Result<(), Fault> {
        let reader = self.actor(person)?;
        let emoji = Emoji::parse(emoji).ok_or_else(gone)?;
        let mut tx = self.begin(Some(&reader), at).await?;
        let may = ask::<ReactToComment>(&mut tx, &reader, self.comment(comment)?).await?;
        comments::verbs::react_to_comment(&mut tx, &may, &emoji, true).await.map_err(fault)?;
        tx.commit().await
    }

    async fn ask_in(&self, group: usize, person: usize, message: &str, at: Timestamp) -> Result<(), Fault> {
        let actor = self.actor(person)?;
        let mut tx = self.begin(Some(&actor), at).await?;
        let may = ask::<AskToJoin>(&mut tx, &actor, self.slug(group)).await?;
        membership::ask(&mut tx, &may, Some(&note(message)?)).await.map_err(fault)?;
        tx.commit().await
    }

    async fn invite(&self, group: usize, person: usize, message: &str, at: Timestamp) -> Result<(), Fault> {
        let host = self.founder(group)?;
        let mut tx = self.begin(Some(&host), at).await?;
        let may = ask::<InviteToGroup>(&mut tx, &host, self.slug(group)).await?;
        let whom = ask::<ViewProfile>(&mut tx, &host, MemberPath { member: self.id(person)? }).await?;
        invitations::verbs::invite(&mut tx, &may, &whom, Some(&note(message)?)).await.map_err(fault)?;
        tx.commit().await
    }

    async fn read(&self, person: usize, at: Timestamp) -> Result<(), Fault> {
        let reader = self.actor(person)?;
        let mut tx = self.begin(Some(&reader), at).await?;
        feed::mark_all_read(&mut tx, self.id(person)?).await?;
        tx.commit().await
    }
}

fn note(text: &str) -> Result<Note, Fault> {
    Body::parse(text).map_err(|error| wrong(text, error))
}

/// What someone says about themselves; some can be called, under numbers that are kept for fiction.
fn profile(person: &Person) -> Result<people::NewProfile, Fault> {
    let number = super::dice::below(10_000, &person.handle, "phone");
    let phone = if super::dice::chance(40, &person.handle, "called") {
        format!("06 39 98 {:02} {:02}", number / 100, number % 100)
    } else {
        String::new()
    };
    let form = people::ProfileForm {
        headline: person.headline.clone(),
        about: person.about.clone(),
        place: person.place.clone(),
        phone,
    };
    let locale = locale(person.english);
    form.parse(locale.t(), locale).map_err(|_| wrong(&person.handle, TextError::Malformed))
}
