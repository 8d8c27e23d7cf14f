//! Permits: proof that a rule was asked and said yes.
//!
//! # Why
//! A verb that takes `Permit<ClosePoll>` cannot be called without the rule of `ClosePoll` having been applied to the
//! very thing it changes. The seal is private, so this file is the only maker. A permit is as old as its statement:
//! verbs whose harm would last repeat the condition in their own statement.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

use crate::{
    app::App,
    authz::Actor,
    db::Db,
    kernel::{Fault, MemberId},
    web::{Cx, Error},
};

/// Something a right can be about.
pub trait Resource: Sized + Send + Sync + 'static {
    /// What the address gives, such as `{ post: PostId }`.
    type Path: DeserializeOwned + Send + Sync;
    /// The few facts that the rules about it need.
    type Standing: Send + Sync;
    /// The name in the matrix.
    const NAME: &'static str;

    /// Loads the facts through the actor's eyes; none means that it does not exist for them.
    fn standing(
        db: &mut Db,
        who: &Actor,
        at: Self::Path,
    ) -> impl Future<Output = Result<Option<Self::Standing>, Fault>> + Send;

    /// Made-up standings for the matrix, each with a name.
    fn samples() -> Vec<(&'static str, Self::Standing)>;
}

/// A verb, as far as the right to it goes.
pub trait Action: Sized + Send + Sync + 'static {
    /// What it is done to.
    type On: Resource;
    /// The name in the matrix.
    const NAME: &'static str;

    /// Whether someone in this standing may do it.
    fn rule(standing: &<Self::On as Resource>::Standing) -> Verdict;
}

/// Why a rule says no, as something a person can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Only members of the group.
    JoinFirst,
    /// Only managers of the group.
    ManagersOnly,
    /// Only managers and publishers of the group.
    PublishersOnly,
    /// The group leaves it to its members, not to guests.
    NotForGuestsHere,
    /// The group has a manager.
    HasManager,
    /// Everybody belongs to the group.
    IsSource,
    /// Only administrators change who belongs.
    IsLocked,
    /// Only its author.
    AuthorOnly,
    /// Only its author or a manager of the group.
    AuthorOrManager,
    /// The group is archived.
    Archived,
    /// Guests of the platform cannot.
    NotForGuests,
    /// The group is joined on request or invitation.
    AskFirst,
    /// One belongs already.
    AlreadyIn,
    /// A request waits already.
    AlreadyAsked,
    /// The question was answered before.
    AlreadyDecided,
    /// Membership is by invitation.
    InvitationOnly,
    /// Only administrators.
    AdministratorsOnly,
    /// Only oneself.
    OnlyYourself,
    /// The group would be without a manager.
    LastManager,
    /// The community would be without an administrator.
    LastAdministrator,
    /// Not to oneself.
    NotYourself,
    /// The account is suspended.
    Suspended,
    /// The poll has ended.
    PollClosed,
    /// Nobody comments on the post any more.
    CommentsClosed,
    /// The results are not told to this person, or not yet.
    ResultsHidden,
    /// An anonymous poll is not taken up again.
    StaysClosed,
    /// What is right in a quiz is known once it has closed.
    QuizStaysClosed,
    /// The survey is asked: its questions stay as they are.
    SurveyAsked,
    /// The survey is a draft.
    SurveyNotAsked,
    /// The survey has ended.
    SurveyClosed,
    /// The survey has not ended.
    SurveyNotClosed,
}

/// What a rule says.
pub type Verdict = Result<(), Reason>;

/// Why there is no permit.
#[derive(Debug)]
pub enum Denied {
    /// It does not exist for this actor.
    Hidden,
    /// It exists, and the rule says no.
    Refused(Reason),
    /// Something is broken.
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for Denied {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

/// Proof that the actor may do `A` to the thing the standing describes.
pub struct Permit<A: Action> {
    who: Actor,
    about: <A::On as Resource>::Standing,
    _seal: Seal,
}

struct Seal;

impl<A: Action> Permit<A> {
    /// Who may.
    pub fn who(&self) -> &Actor {
        &self.who
    }

    /// What is known of the thing.
    pub fn about(&self) -> &<A::On as Resource>::Standing {
        &self.about
    }

    /// The member who may. Rules never say yes to a visitor unless the action is public, and those take no member.
    pub fn member(&self) -> Result<MemberId, Fault> {
        self.who.id().ok_or_else(|| Fault::new("a permit of a visitor was used for a member's verb"))
    }
}

/// Asks for a permit: in handlers by the extractor below, by hand for second objects, jobs and mails.
pub async fn permit<A: Action>(
    db: &mut Db,
    who: &Actor,
    at: <A::On as Resource>::Path,
) -> Result<Permit<A>, Denied> {
    let about = A::On::standing(db, who, at).await?.ok_or(Denied::Hidden)?;
    A::rule(&about).map_err(Denied::Refused)?;
    Ok(Permit { who: *who, about, _seal: Seal })
}

impl<A: Action> FromRequestParts<App> for Permit<A> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let at = path::<<A::On as Resource>::Path>(parts, app).await?;
        let who = Cx::actor_of(parts);
        let mut db = app.db.acquire().await?;
        Ok(permit(&mut db, &who, at).await?)
    }
}

/// Reads the parameters of the address; what cannot be read does not exist, and PostgreSQL cannot read a NUL.
pub(crate) async fn path<P: DeserializeOwned>(parts: &mut Parts, app: &App) -> Result<P, Error> {
    let raw = RawPathParams::from_request_parts(parts, app).await.map_err(|_| Error::NotFound)?;
    if raw.iter().any(|(_, value)| value.contains('\0')) {
        return Err(Error::NotFound);
    }
    let fields = raw.iter().map(|(name, value)| (name.to_owned(), serde_json::Value::from(value))).collect();
    serde_json::from_value(serde_json::Value::Object(fields)).map_err(|_| Error::NotFound)
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Hidden => Self::NotFound,
            Denied::Refused(reason) => Self::Refused(reason),
            Denied::Fault(fault) => Self::Fault(fault),
        }
    }
}
