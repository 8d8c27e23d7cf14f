//! The letter to someone who was taken out of a group.

use crate::{
    app::Config,
    db::Tx,
    features::groups::{self, Note},
    kernel::{EmailAddress, Fault, GroupId, MemberId},
    mail::{self, Letter},
};

/// Says that one is no longer in a group, with a word if one was written.
pub(super) async fn removed(
    tx: &mut Tx,
    config: &Config,
    group: GroupId,
    member: MemberId,
    word: Option<&Note>,
) -> Result<(), Fault> {
    let (name, _) = groups::membership::store::name(tx, group).await?;
    let Some(to) = groups::membership::store::addressee(tx, member).await? else {
        return Ok(());
    };
    let t = to.locale.t();
    let Ok(email) = EmailAddress::parse(&to.email) else {
        return Ok(());
    };
    let text = if word.is_some() {
        t.governance_mail_removed_word(name.as_str())
    } else {
        t.governance_mail_removed_text(name.as_str())
    };
    let letter = Letter {
        kind: "member_removed",
        member: Some(member),
        to: email,
        to_name: to.name,
        locale: to.locale,
        subject: t.governance_mail_removed_subject(name.as_str()).to_string(),
        paragraphs: vec![text.to_string()],
        quote: word.map(|word| word.as_str().to_owned()),
        button: Some((t.groups_mail_refused_button().to_string(), groups::urls::list())),
        foot: t.governance_mail_removed_foot().to_string(),
    };
    mail::post(tx, config, letter).await?;
    Ok(())
}
