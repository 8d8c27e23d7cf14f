//! The letter that reminds. It says where, not what: the post itself is read where rights are asked.

use super::store::Addressee;
use crate::{
    app::Config,
    db::Tx,
    kernel::{EmailAddress, Fault, PostId},
    mail::{self, Letter},
    ui::links,
};

/// Reminds someone of a post they have not confirmed.
pub(super) async fn reminder(
    tx: &mut Tx,
    config: &Config,
    post: PostId,
    to: &Addressee,
) -> Result<(), Fault> {
    let t = to.locale().t();
    let Ok(email) = EmailAddress::parse(&to.email) else {
        return Ok(());
    };
    let letter = Letter {
        kind: "acknowledgement_reminder",
        member: Some(to.id),
        to: email,
        to_name: to.name.clone(),
        locale: to.locale(),
        subject: t.announcements_mail_subject(to.group.as_str()).to_string(),
        paragraphs: vec![t.announcements_mail_text(to.group.as_str()).to_string()],
        quote: None,
        button: Some((t.announcements_mail_button().to_string(), links::post(post))),
        foot: t.announcements_mail_foot(to.group.as_str()).to_string(),
    };
    mail::post(tx, config, letter).await?;
    Ok(())
}
