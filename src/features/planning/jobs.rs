//! The clock: every minute, what is due, in its author's name.

use serde::{Deserialize, Serialize};

use crate::{
    app::App,
    authz::{Actor, Denied, Permit, PublishInGroup, permit, standing::GroupPath},
    db::Tx,
    features::{
        drafts::{self, Due, Why},
        polls::NewPoll,
        posts::{self, NewPost, PublishRefused},
    },
    i18n::Locale,
    jobs::{Job, JobCx, JobError},
    kernel::{DraftId, Failure, Fault, MemberId, PostId, Timestamp},
};

/// How many drafts one run publishes; the next minute goes on.
const BATCH: i64 = 500;

/// Publishes what is due, the earliest first. One that fails does not keep the others.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct PublishDue {}

impl Job for PublishDue {
    const KIND: &'static str = "planning.publish_due";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let due = drafts::verbs::due(&mut *cx.app.db.acquire().await?, cx.now(), BATCH).await?;
        let mut failed = None;
        for (draft, author) in due {
            if let Err(fault) = publish(&cx.app, draft, author).await {
                tracing::error!(draft.id = %draft, %fault, "a planned post was not published; it is tried again");
                failed = Some(fault);
            }
        }
        failed.map_or(Ok(()), |fault| Err(JobError::Retry(fault)))
    }
}

/// What became of a planned draft.
pub(super) enum Outcome {
    /// It is a post.
    Published(PostId),
    /// It could not be, and its author was told.
    Refused(Why),
    /// Somebody else published or moved it meanwhile.
    Gone,
}

/// Publishes a draft whose time has come, in one transaction in its author's name. Twice at once it is published once.
pub(super) async fn publish(app: &App, id: DraftId, author: MemberId) -> Result<Outcome, Fault> {
    let actor = Actor::load(&mut *app.db.acquire().await?, author).await?;
    let mut tx = Tx::begin(&app.db, Some(author), "planned", app.clock.now(), app.signal.clone()).await?;
    let Some(due) = drafts::verbs::take(&mut tx, id).await? else {
        tx.abandon().await?;
        return Ok(Outcome::Gone);
    };
    match published(app, &mut tx, &actor, id, due).await {
        Ok(post) => {
            tx.made(id.0, post.0).await?;
            drafts::verbs::end(&mut tx, author, id.0).await?;
            tx.commit().await?;
            Ok(Outcome::Published(post))
        }
        Err(Failure::Fault(fault)) => Err(fault),
        Err(Failure::Refused(why)) => {
            // What was half done goes; only the news of it is kept.
            tx.abandon().await?;
            let mut tx =
                Tx::begin(&app.db, Some(author), "planned", app.clock.now(), app.signal.clone()).await?;
            drafts::verbs::refuse(&mut tx, id, author, why).await?;
            tx.commit().await?;
            Ok(Outcome::Refused(why))
        }
    }
}

async fn published(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    id: DraftId,
    due: Due,
) -> Result<PostId, Failure<Why>> {
    let (Some(group), Some(also)) = (due.group_slug.clone(), due.also.clone()) else {
        return Err(Failure::Refused(Why::Right));
    };
    let permit = right(tx, actor, group).await?;
    let mut further = Vec::with_capacity(also.len());
    for group in also {
        further.push(right(tx, actor, group).await?);
    }
    if let Some(Some(post)) = tx.once(id.0).await? {
        return Ok(PostId(post));
    }
    let lang = Locale::parse(&due.lang).unwrap_or_default();
    let poll = asked(app, &due, lang, tx.now()).await?;
    let new = NewPost {
        pictures: due.photos(),
        files: due.files.0,
        title: due.title,
        body: due.body,
        lang,
        publish_at: Some(due.publish_at),
        poll,
        labels: due.labels,
    };
    let post = posts::publish_in(tx, &permit, &further, new).await.map_err(|failure| match failure {
        Failure::Refused((_, PublishRefused::Poll)) => Failure::Refused(Why::Poll),
        Failure::Refused(_) => Failure::Refused(Why::Right),
        Failure::Fault(fault) => Failure::Fault(fault),
    })?;
    if let Some(together) = due.together {
        posts::tie(tx, &[post], together).await?;
    }
    Ok(post)
}

/// The right of the author to publish in a group, asked now.
async fn right(tx: &mut Tx, actor: &Actor, group: String) -> Result<Permit<PublishInGroup>, Failure<Why>> {
    permit(tx.db(), actor, GroupPath { group }).await.map_err(|denied| match denied {
        Denied::Fault(fault) => Failure::Fault(fault),
        Denied::Hidden | Denied::Refused(_) => Failure::Refused(Why::Right),
    })
}

/// The poll of a draft, asked now. An anonymous one has its key made here, as from the composer.
async fn asked(app: &App, due: &Due, lang: Locale, now: Timestamp) -> Result<Option<NewPoll>, Failure<Why>> {
    let Some(typed) = &due.poll else { return Ok(None) };
    match typed.due(lang.t(), now) {
        Err(_) => Err(Failure::Refused(Why::Poll)),
        Ok(None) => Ok(None),
        Ok(Some(poll)) => Ok(Some(typed.prepare(app, poll).await?)),
    }
}
