//! What can be done with surveys. Each verb takes the permit of its name and leaves a fact, but for an anonymous sheet:
//! that one leaves nothing that says who or when.

use chrono::TimeDelta;

use super::{
    answers::Answers,
    jobs::WriteReminders,
    model::{Quiz, SurveyRefused, Text},
    secrecy::{Seal, Waiting},
    store::{self, Held},
};
use crate::{
    authz::{
        AnswerSurvey, CloseSurvey, EditSurvey, OpenSurvey, Permit, PublishInGroup, RemindOfSurvey,
        ReopenSurvey, RepeatSurvey,
    },
    db::{Fact, OnConstraint as _, Tx},
    jobs::Enqueue as _,
    kernel::{Failure, Fault, PostId, SealKey, SurveyId, Timestamp},
};

/// How long it takes until the same people can be reminded again.
const PEACE: TimeDelta = TimeDelta::days(2);

type Done<V = ()> = Result<V, Failure<SurveyRefused>>;

fn no<V>(why: SurveyRefused) -> Done<V> {
    Err(Failure::Refused(why))
}

/// Begins a draft.
pub async fn begin(tx: &mut Tx, permit: &Permit<PublishInGroup>, text: &Text) -> Result<SurveyId, Fault> {
    let (group, author, now) = (permit.about().id, permit.member()?, tx.now());
    let survey = SurveyId::new(now);
    store::insert(tx.db(), (survey, group, author), (survey, 1), text, now).await?;
    tx.record(Fact::SurveyDrafted { group, survey }).await?;
    Ok(survey)
}

/// Keeps a draft as it is now. `read` says how often it had been saved when it was read. Not a fact: writing is private.
pub async fn save(tx: &mut Tx, permit: &Permit<EditSurvey>, read: i32, text: &Text) -> Done {
    let now = tx.now();
    if !store::update(tx.db(), permit.about().id, read, text, now).await? {
        return no(SurveyRefused::Conflict);
    }
    Ok(())
}

/// Throws a draft away.
pub async fn discard(tx: &mut Tx, permit: &Permit<EditSurvey>) -> Result<(), Fault> {
    let (group, survey) = (permit.about().group.id, permit.about().id);
    if store::delete(tx.db(), survey).await? {
        tx.record(Fact::SurveyDiscarded { group, survey }).await?;
    }
    Ok(())
}

/// Asks what the draft says, announced by a post that the caller publishes in the same transaction.
pub async fn open(
    tx: &mut Tx,
    permit: &Permit<OpenSurvey>,
    (read, text): (i32, &Text),
    post: PostId,
    seal: Option<&Seal>,
) -> Done {
    let (group, survey, now) = (permit.about().group.id, permit.about().id, tx.now());
    if text.anonymous != seal.is_some() {
        return Err(Fault::new("an anonymous survey needs a key, and no other has one").into());
    }
    if !store::mark_opened(tx.db(), (survey, read), post, seal.map(Seal::id), now).await? {
        return no(SurveyRefused::Conflict);
    }
    if let Some(seal) = seal {
        let sealed = seal.close(survey, &Waiting::default(), &text.questions)?;
        store::put_box(tx.db(), survey, &sealed).await?;
    }
    if text.quiz.is_some_and(Quiz::draws) {
        store::insert_seed(tx.db(), survey, SealKey::random()?.expose()).await?;
    }
    tx.record(Fact::SurveyOpened { group, survey }).await?;
    Ok(())
}

async fn hold(tx: &mut Tx, survey: SurveyId) -> Done<Held> {
    store::hold(tx.db(), survey).await?.ok_or(Failure::Refused(SurveyRefused::Closed))
}

/// Answers with one's name, or anew while the survey is open.
pub async fn answer(tx: &mut Tx, permit: &Permit<AnswerSurvey>, answers: &Answers) -> Done {
    let (survey, member, now) = (permit.about().id, permit.member()?, tx.now());
    let held = store::hold_beside(tx.db(), survey).await?.ok_or(Failure::Refused(SurveyRefused::Closed))?;
    if held.anonymous || !held.is_open(now) {
        return no(SurveyRefused::Closed);
    }
    match store::take_part(tx.db(), survey, member).await? {
        None => return no(SurveyRefused::NoLonger),
        // What is right has been told since.
        Some(false) if held.quiz => return no(SurveyRefused::Answered),
        Some(_) => {}
    }
    store::put_answers(tx.db(), survey, member, answers, now).await?;
    tx.record(Fact::SurveyAnswered { group: held.group, survey }).await?;
    Ok(())
}

/// Answers an anonymous survey. The transaction must be nobody's: what it records is not to name anyone.
pub async fn answer_secretly(
    tx: &mut Tx,
    permit: &Permit<AnswerSurvey>,
    seal: &Seal,
    answers: Answers,
) -> Done {
    let (survey, member) = (permit.about().id, permit.member()?);
    if tx.actor().is_some() {
        return Err(Fault::new("an anonymous sheet was sent in a transaction with a name").into());
    }
    let held = hold(tx, survey).await?;
    if held.seal != Some(seal.id()) || !held.is_open(tx.now()) {
        return no(SurveyRefused::Closed);
    }
    match store::take_part(tx.db(), survey, member).await? {
        None => return no(SurveyRefused::NoLonger),
        Some(false) => return no(SurveyRefused::Answered),
        Some(true) => store::mingle(tx.db(), survey, member).await?,
    }
    let sealed = store::find_box(tx.db(), survey)
        .await?
        .ok_or_else(|| Fault::new("an anonymous survey has no box"))?;
    let mut waiting = seal.open(survey, &sealed)?;
    let batch = waiting.add(answers);
    store::put_box(tx.db(), survey, &seal.close(survey, &waiting, &held.questions)?).await?;
    if let Some(batch) = batch {
        store::insert_sheets(tx.db(), survey, &batch).await?;
        tx.record(Fact::SurveyCounted { group: held.group, survey }).await?;
    }
    Ok(())
}

/// Keeps what someone has answered so far, to go on with it. Not a fact: it is no answer yet.
pub(super) async fn keep(tx: &mut Tx, permit: &Permit<AnswerSurvey>, answers: &Answers, page: i16) -> Done {
    let (survey, member) = (permit.about().id, permit.member()?);
    let held = store::hold_beside(tx.db(), survey).await?.ok_or(Failure::Refused(SurveyRefused::Closed))?;
    if held.anonymous || !held.is_open(tx.now()) {
        return no(SurveyRefused::Closed);
    }
    Ok(store::put_begun(tx.db(), survey, member, (answers, page)).await?)
}

/// Begins an anonymous survey again whose key is lost. Answers whether it had to be.
pub(super) async fn restart(
    tx: &mut Tx,
    survey: SurveyId,
    lost: uuid::Uuid,
    seal: &Seal,
) -> Result<bool, Fault> {
    let now = tx.now();
    let Some(held) = store::hold(tx.db(), survey).await? else {
        return Ok(false);
    };
    if held.closed_at.is_some() || held.seal != Some(lost) {
        return Ok(false);
    }
    store::restart(tx.db(), survey, seal.id(), now).await?;
    store::put_box(tx.db(), survey, &seal.close(survey, &Waiting::default(), &held.questions)?).await?;
    tx.record(Fact::SurveyRestarted { group: held.group, survey }).await?;
    Ok(true)
}

/// Ends a survey. Its key, where it has one, can be thrown away once this is committed.
pub async fn close(tx: &mut Tx, permit: &Permit<CloseSurvey>, seal: Option<&Seal>) -> Result<bool, Fault> {
    end(tx, permit.about().id, seal).await
}

/// Ends a survey whose time is over: asked by the clock.
pub(super) async fn close_due(tx: &mut Tx, survey: SurveyId, seal: Option<&Seal>) -> Result<bool, Fault> {
    end(tx, survey, seal).await
}

/// Lets out what waits, if it is enough, and closes. Answers whether it did: not when it was closed meanwhile.
async fn end(tx: &mut Tx, survey: SurveyId, seal: Option<&Seal>) -> Result<bool, Fault> {
    let now = tx.now();
    let Some(held) = store::hold(tx.db(), survey).await?.filter(|held| held.closed_at.is_none()) else {
        return Ok(false);
    };
    if let (Some(seal), Some(sealed)) = (seal, store::find_box(tx.db(), survey).await?)
        && held.seal == Some(seal.id())
        && let Some(batch) = seal.open(survey, &sealed)?.last()
    {
        store::insert_sheets(tx.db(), survey, &batch).await?;
    }
    store::mark_closed(tx.db(), survey, now).await?;
    tx.record(Fact::SurveyClosed { group: held.group, survey }).await?;
    Ok(true)
}

/// Takes a closed survey up again.
pub async fn reopen(tx: &mut Tx, permit: &Permit<ReopenSurvey>) -> Done {
    let survey = permit.about().id;
    let held = hold(tx, survey).await?;
    if held.anonymous || held.quiz {
        return no(SurveyRefused::Closed);
    }
    if held.closed_at.is_some() {
        store::mark_reopened(tx.db(), survey).await?;
        tx.record(Fact::SurveyReopened { group: held.group, survey }).await?;
    }
    Ok(())
}

/// Sets when a survey ends, or that it does not end by itself.
pub async fn set_end(tx: &mut Tx, permit: &Permit<CloseSurvey>, closes_at: Option<Timestamp>) -> Done {
    let (survey, now) = (permit.about().id, tx.now());
    let held = hold(tx, survey).await?;
    if !held.is_open(now) {
        return no(SurveyRefused::Closed);
    }
    if closes_at.is_some_and(|at| at <= now) {
        return no(SurveyRefused::Past);
    }
    if held.closes_at != closes_at {
        store::update_end(tx.db(), survey, closes_at).await?;
        tx.record(Fact::SurveyEndMoved { group: held.group, survey }).await?;
    }
    Ok(())
}

/// Reminds those who have not answered: in their inbox, and by a letter. Answers how many.
pub async fn remind(tx: &mut Tx, permit: &Permit<RemindOfSurvey>) -> Done<usize> {
    let (survey, now) = (permit.about().id, tx.now());
    let held = hold(tx, survey).await?;
    if !held.is_open(now) {
        return no(SurveyRefused::Closed);
    }
    if held.reminded_at.is_some_and(|at| at + PEACE > now) {
        return no(SurveyRefused::Soon);
    }
    let missing = store::list_missing(tx.db(), survey).await?.len();
    if missing == 0 {
        return no(SurveyRefused::Nobody);
    }
    store::mark_reminded(tx.db(), survey, now).await?;
    tx.enqueue(&WriteReminders { survey }).await?;
    tx.record(Fact::SurveyReminded { group: held.group, survey }).await?;
    Ok(missing)
}

/// Begins the next round, as a draft.
pub async fn repeat(
    tx: &mut Tx,
    permit: &Permit<RepeatSurvey>,
    (series, round): (SurveyId, i16),
    text: &Text,
) -> Done<SurveyId> {
    let (group, author, now) = (permit.about().group.id, permit.member()?, tx.now());
    let survey = SurveyId::new(now);
    let made = store::insert(tx.db(), (survey, group, author), (series, round + 1), text, now).await;
    made.on_constraint("surveys_rounds", SurveyRefused::Repeated)?;
    tx.record(Fact::SurveyDrafted { group, survey }).await?;
    Ok(survey)
}
