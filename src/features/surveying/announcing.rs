//! A survey begins with the post that announces it.

use crate::{
    authz::{OpenSurvey, Permit, PublishInGroup},
    db::Tx,
    features::{
        posts::{self, NewPost},
        surveys::{self, Seal, SurveyRefused, Text},
    },
    i18n::Locale,
    kernel::{Failure, PostId},
};

/// Publishes the post and opens the survey, whose draft was read at this version.
pub async fn announce(
    tx: &mut Tx,
    (opening, publishing): (&Permit<OpenSurvey>, &Permit<PublishInGroup>),
    (read, text): (i32, &Text),
    seal: Option<&Seal>,
    lang: Locale,
) -> Result<PostId, Failure<SurveyRefused>> {
    let new = NewPost::text(&text.title, &text.intro, lang);
    let post = posts::publish(tx, publishing, new).await.map_err(|failure| match failure {
        Failure::Refused(_) => Failure::Refused(SurveyRefused::NoLonger),
        Failure::Fault(fault) => Failure::Fault(fault),
    })?;
    surveys::open(tx, opening, (read, text), post, seal).await?;
    Ok(post)
}
