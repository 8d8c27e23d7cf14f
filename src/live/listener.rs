//! Reads new facts as they are committed, has the rooms render them, and hands the result to the hub.
//!
//! One per process. It looks when it is woken, and once a second in case a waking got lost.

use std::{sync::Arc, time::Duration};

use sqlx::postgres::PgListener;
use tokio::time::timeout;

use crate::{
    app::App,
    authz::audience,
    db::{Activity, Fact},
    i18n::Locale,
    kernel::Fault,
    live::{
        Change, Message, Topic,
        hub::Ended,
        hub::Piece,
        notifier::CHANNEL,
        store,
        topic::{Consequence, consequence, json},
    },
};

/// How often it looks without being woken.
const SLOW: Duration = Duration::from_secs(1);

/// More facts than this at once (an import) are not rendered one by one: pages are told to reload.
const MOST: usize = 1_000;

/// Finds out where to begin, before the first page is served.
pub async fn begin(app: &App) -> Result<(), Fault> {
    let mark = store::horizon(&mut *app.db.acquire().await?).await?;
    app.live.begin(mark);
    Ok(())
}

/// Runs until the house stops.
pub async fn run(app: App) {
    app.stop.run_until_cancelled(listen(&app)).await;
}

async fn listen(app: &App) {
    let mut wake = None;
    loop {
        if wake.is_none() {
            wake = connect(app).await;
        }
        match &mut wake {
            Some(listener) => {
                // A lost connection is one reason more to look, and to connect again.
                if let Ok(Err(error)) = timeout(SLOW, listener.recv()).await {
                    tracing::warn!(%error, "the listener lost its connection");
                    wake = None;
                }
            }
            None => tokio::time::sleep(SLOW).await,
        }
        if let Err(fault) = look(app).await {
            tracing::warn!(error = %fault, "new facts could not be read; trying again");
        }
    }
}

async fn connect(app: &App) -> Option<PgListener> {
    let mut listener = PgListener::connect_with(&app.db).await.ok()?;
    listener.listen(CHANNEL).await.ok()?;
    Some(listener)
}

/// Reads and hands out what is new.
pub async fn look(app: &App) -> Result<(), Fault> {
    let from = app.live.mark();
    let mut db = app.db.acquire().await?;
    let to = store::horizon(&mut db).await?;
    if to <= from {
        return Ok(());
    }
    let facts = store::between(&mut db, from, to, MOST).await?;
    drop(db);
    let Some(facts) = facts else {
        app.live.publish(to, &[]);
        app.live.end_all(Ended::Behind);
        return Ok(());
    };
    let mut pieces = Vec::new();
    for activity in &facts {
        for locale in app.live.locales() {
            pieces.extend(render(app, activity, locale, to).await);
        }
    }
    // Rights first: who lost one must not be handed the rest of the batch.
    for activity in &facts {
        match consequence(&activity.fact) {
            Consequence::None => {}
            Consequence::Anew(member) => app.live.end_member(member, Ended::Anew),
            Consequence::Gone(member) => app.live.end_member(member, Ended::ForGood),
            Consequence::AllAnew => app.live.end_all(Ended::Anew),
            Consequence::Moved(post) => app.live.turn_out(Topic::Post(post)),
        }
    }
    app.live.publish(to, &pieces);
    Ok(())
}

/// What all rooms make of a fact in one language. A room that fails costs its own part only.
pub(super) async fn render(app: &App, activity: &Activity, locale: Locale, mark: i64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let others = match others(app, &activity.fact).await {
        Ok(Some(others)) => others,
        Ok(None) => return pieces,
        Err(fault) => {
            tracing::error!(activity.id = activity.id, error = %fault, "a fact could not be shown live");
            return pieces;
        }
    };
    let here = activity.fact.group().map(Topic::Group);
    for render in &app.live.renders {
        match render(app, activity, locale).await {
            Ok(mut messages) => {
                // What one group of a discussion hears, the others do.
                let shared: Vec<_> =
                    messages.iter().filter(|message| Some(message.topic) == here).cloned().collect();
                for topic in &others.hear {
                    messages
                        .extend(shared.iter().cloned().map(|message| Message { topic: *topic, ..message }));
                }
                pieces.extend(messages.iter().map(|message| Piece {
                    topic: message.topic,
                    locale,
                    except: match message.change {
                        Change::NewPost { author } => Some(author),
                        _ => None,
                    },
                    unless: others.keep.clone(),
                    json: json(message, activity, mark),
                }));
            }
            Err(fault) => {
                tracing::error!(activity.id = activity.id, error = %fault, "a fact could not be shown live");
            }
        }
    }
    pieces
}

/// The other groups of a discussion.
#[derive(Default)]
struct Others {
    /// Those that hear of the fact too.
    hear: Vec<Topic>,
    /// Those in which it stands still: whoever listens to them goes on showing it.
    keep: Arc<[Topic]>,
}

/// The other groups that a fact concerns. None where what it is about does not stand any more in the group that would
/// hear of it: a post that has moved meanwhile is shown as it is now, which may not be that group's to read.
async fn others(app: &App, fact: &Fact) -> Result<Option<Others>, Fault> {
    let (Some(group), Some(post)) = (fact.group(), fact.post()) else {
        return Ok(Some(Others::default()));
    };
    if matches!(fact, Fact::PostMoved { .. }) {
        return Ok(Some(Others::default()));
    }
    let groups = audience::groups_of(&mut *app.db.acquire().await?, post).await?;
    let topics = groups.iter().filter(|other| **other != group).map(|other| Topic::Group(*other));
    if matches!(fact, Fact::PostWithdrawn { .. }) {
        return Ok(Some(Others { keep: topics.collect(), ..Others::default() }));
    }
    Ok(groups.contains(&group).then(|| Others { hear: topics.collect(), ..Others::default() }))
}
