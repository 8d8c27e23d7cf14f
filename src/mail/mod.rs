//! Letters: what the house writes to people outside its pages.
//!
//! A letter is a row first, in the transaction of the change that causes it; the job that sends it follows. Without
//! an SMTP server it waits, and an administrator can read it and copy its link (PRODUCT N5).

use crate::{
    app::Config,
    db::Tx,
    i18n::Locale,
    kernel::{EmailAddress, Fault, LetterId, MemberId},
};

/// A letter, in the recipient's language.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Which kind, such as `reset_password`.
    pub kind: &'static str,
    /// To which member, if they have an account.
    pub member: Option<MemberId>,
    /// Where to.
    pub to: EmailAddress,
    /// To whom; may be empty.
    pub to_name: String,
    /// In which language.
    pub locale: Locale,
    /// The subject, without the community's name, which is put behind it.
    pub subject: String,
    /// The text, a string a paragraph. Plain: names in it are escaped when the letter is laid out.
    pub paragraphs: Vec<String>,
    /// A text someone wrote, shown as a quotation.
    pub quote: Option<String>,
    /// The one button: its label and the local address it leads to.
    pub button: Option<(String, crate::kernel::Url)>,
    /// Why one receives this.
    pub foot: String,
}

/// Writes a letter down and queues its sending.
pub async fn post(tx: &mut Tx, config: &Config, letter: Letter) -> Result<LetterId, Fault> {
    let id = LetterId::new(tx.now());
    let mut text = letter.paragraphs.join("\n\n");
    if let Some((label, url)) = &letter.button {
        text.push_str("\n\n");
        text.push_str(label);
        text.push_str(": ");
        text.push_str(config.origin());
        text.push_str(url.as_str());
    }
    store::insert(tx, id, &letter, &text).await?;
    Ok(id)
}

mod store;
