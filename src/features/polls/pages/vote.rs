//! Voting. A secret vote is cast in a transaction that is nobody's, with the key that only the process holds.

use crate::{
    authz::{Permit, Vote},
    db::Tx,
    features::polls::{
        PollCard, PollRefused,
        cards::{Answered, Refusal},
        model::Ballot,
        secrecy::Seal,
        store, urls, verbs,
    },
    kernel::{Failure, Timestamp, Url},
    ui::links,
    web::{Cx, Error, Form, FormErrors, Reply, Wants, flash::Flash, limit::Class},
};

use super::show::{self, ShowPage};

pub(in super::super) async fn vote(
    cx: Cx,
    permit: Permit<Vote>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let text = |wanted: &str| {
        fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str()).to_owned()
    };
    let next = text("next");
    let ballot = Ballot::parse(&fields).ok_or(Error::Malformed)?;
    let done = cast(&cx, &permit, edition(&text("version"))?, &ballot).await;
    let refusal = match done {
        Ok(()) => None,
        Err(Failure::Refused(why)) => {
            Some(Refusal { why: why.words(cx.t()), picks: ballot.picks().collect() })
        }
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    answer(&cx, &permit, Answered { next, refusal }).await
}

/// The edition of the poll that was read: the instant of its last change, or none.
fn edition(text: &str) -> Result<Option<Timestamp>, Error> {
    match text.parse().map_err(|_| Error::Malformed)? {
        0 => Ok(None),
        micros => Timestamp::from_timestamp_micros(micros).map(Some).ok_or(Error::Malformed),
    }
}

/// Whose turn it is to vote secretly, in this process.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

async fn cast(
    cx: &Cx,
    permit: &Permit<Vote>,
    read: Option<Timestamp>,
    ballot: &Ballot,
) -> Result<(), Failure<PollRefused>> {
    let about = permit.about();
    if !about.anonymous || about.closed {
        let mut tx = cx.begin().await?;
        let done = verbs::vote(&mut tx, permit, read, ballot).await;
        return end(tx, done).await;
    }
    let seal = store::find_seal(&mut *cx.db().await?, about.post.id).await?;
    let id = seal.ok_or(Failure::Refused(PollRefused::Closed))?;
    let now = cx.now();
    let begin = async || Tx::begin(&cx.app.db, None, "poll", now, cx.app.signal.clone()).await;
    if let Some(seal) = Seal::find(&cx.app, id).await? {
        // Secret votes have an order anyway: better to wait here than with a connection that others need.
        let _turn = TURN.lock().await;
        let mut tx = begin().await?;
        let done = verbs::vote_secretly(&mut tx, permit, read, &seal, ballot).await;
        return end(tx, done).await;
    }
    let seal = Seal::make(&cx.app).await?;
    let mut tx = begin().await?;
    let begun = verbs::restart(&mut tx, about.post.id, id, &seal).await?;
    tracing::error!(poll.post = %about.post.id, begun, "the key of an anonymous poll is lost: it begins again");
    tx.commit().await?;
    Err(Failure::Refused(PollRefused::Restarted))
}

async fn end(tx: Tx, done: Result<(), Failure<PollRefused>>) -> Result<(), Failure<PollRefused>> {
    match done {
        Ok(()) => Ok(tx.commit().await?),
        Err(why) => {
            tx.abandon().await?;
            Err(why)
        }
    }
}

/// The poll again: as the part that changes, or back where one was.
async fn answer(cx: &Cx, permit: &Permit<Vote>, answered: Answered) -> Reply {
    let about = permit.about();
    if answered.refusal.is_none() && cx.wants() == Wants::Page {
        cx.flash(Flash::said(cx.t().polls_counted())).await?;
        let back = Url::local(&answered.next).unwrap_or_else(|| links::post(about.post.id));
        return cx.redirect(&back.at(urls::element(about.post.id)));
    }
    let face = show::face(cx, about.post.id).await?;
    let refused = answered.refusal.is_some();
    let card = PollCard::answered(cx, &about.post, &face, answered);
    // A script puts the whole part in its place: the form may be gone from it.
    if refused && cx.wants() == Wants::Page {
        return cx.invalid(ShowPage::new(cx, about, &face, card, ("", &FormErrors::new()))).await;
    }
    cx.fragment(&card)
}
