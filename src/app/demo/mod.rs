//! The demonstration: a believable community, the Réseau Estuaire, made by the verbs of the rooms.
//!
//! It is what visitors try, screenshots show and browser tests walk through. The words stand in `demo/`; `plan` decides
//! who says them and when, always the same way; `art` draws the pictures; `play` does it all, in order, each thing by
//! the member who did it, at the hour they did it. Nothing here runs unless it is asked for, and never among real
//! people.

mod art;
mod content;
mod days;
mod dice;
mod keeping;
mod labels;
mod life;
mod papers;
mod plan;
mod plans;
mod play;
mod previews;
mod profiles;
mod rings;
mod several;
mod shares;
mod shelves;
mod store;
mod surveys;
mod templates;

use std::fmt::Debug;

use crate::{
    app::App,
    db,
    kernel::{Failure, Fault},
};
use art::Art;
use content::Content;
use plan::World;
use store::State;

/// What hears of the progress.
pub type Say<'a> = &'a (dyn Fn(&str) + Sync);

/// The password of the five accounts.
pub const PASSWORD: &str = "demo-parvis-2026";

/// An account to sign in with, and what it shows.
pub struct Account {
    /// Their mail address.
    pub email: &'static str,
    /// Who they are in the demonstration.
    pub handle: &'static str,
    /// What they may do, for whoever starts it.
    pub role: &'static str,
}

/// The accounts that have a password. Nobody else of the demonstration can sign in.
pub const ACCOUNTS: [Account; 5] = [
    Account { email: "admin@demo.parvis.test", handle: "clemence.le.guennic", role: "administrator" },
    Account { email: "manager@demo.parvis.test", handle: "thomas.keravel", role: "manager of groups" },
    Account { email: "member@demo.parvis.test", handle: "ines.rouault", role: "member" },
    Account { email: "guest@demo.parvis.test", handle: "marc.delahaye", role: "guest from outside" },
    Account { email: "moderator@demo.parvis.test", handle: "fatou.diarra", role: "moderator" },
];

/// How much of it is made.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// The most posts of each group.
    pub posts: usize,
    /// Whether faces and photos are drawn.
    pub pictures: bool,
}

impl Amount {
    /// All of it.
    pub const WHOLE: Self = Self { posts: usize::MAX, pictures: true };
}

/// Makes the demonstration in an empty community. Where it is there already, nothing happens; among people whom it did
/// not make, it is refused.
pub async fn load_once(app: &App, say: Say<'_>) -> Result<(), Fault> {
    load(app, Amount::WHOLE, say).await
}

/// The same, or a part of it.
pub async fn load(app: &App, amount: Amount, say: Say<'_>) -> Result<(), Fault> {
    let now = app.clock.now();
    match store::state(&mut *app.db.acquire().await?).await? {
        State::Loaded => return Ok(()),
        State::Broken => {
            return Err(Fault::new(
                "The demo was begun here before and did not end. Start it with an empty data folder or database.",
            ));
        }
        State::Foreign => {
            return Err(Fault::new(
                "This community has people whom the demo did not make: it is not loaded among them.",
            ));
        }
        State::Empty => {}
    }
    if !store::begin(&mut *app.db.acquire().await?, now).await? {
        return Err(Fault::new("Another process is loading the demo."));
    }
    let world = World::plan(Content::read(amount.posts)?, now)?;
    let art = if amount.pictures { Art::draw(app, &world, say).await? } else { Art::default() };
    play::run(&over_fast_pool(app), &world, art, say).await?;
    previews::fill(app, amount.pictures).await?;
    store::end(&mut *app.db.acquire().await?, app.clock.now()).await?;
    say("demo: the community is there");
    Ok(())
}

/// Says with which accounts one can sign in.
pub fn introduce(say: Say<'_>) {
    for account in &ACCOUNTS {
        say(&format!("demo: {} ({}), password {PASSWORD}", account.email, account.role));
    }
}

/// Some thousand transactions need not each wait for the disk: the last one, of the usual pool, waits for all.
fn over_fast_pool(app: &App) -> App {
    let options = app.db.connect_options().as_ref().clone().options([("synchronous_commit", "off")]);
    app.over(db::pool(options, 2))
}

fn account(handle: &str) -> Option<&'static Account> {
    ACCOUNTS.iter().find(|account| account.handle == handle)
}

fn is_account(handle: &str) -> bool {
    account(handle).is_some()
}

/// A refusal that cannot happen to the demonstration: a fault of it.
#[track_caller]
fn fault<R: Debug>(failure: Failure<R>) -> Fault {
    match failure {
        Failure::Refused(why) => Fault::new(format!("the demonstration was refused: {why:?}")),
        Failure::Fault(fault) => fault,
    }
}
