//! Letters: what the house writes to people outside its pages.
//!
//! A letter is a row first, in the transaction of the change that causes it; the job that sends it follows. Without
//! an SMTP server it waits, and an administrator can read it and copy its link (PRODUCT N5).

mod layout;
mod send;
mod store;

use crate::{
    app::Config,
    db::{Db, Tx},
    i18n::Locale,
    jobs::Enqueue,
    kernel::{EmailAddress, Fault, LetterId, MemberId, Url},
};

pub use send::{Mailer, SendLetter};
pub use store::{Counts, LetterRow, WrittenLetter, counts, find, list};

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
    pub button: Option<(String, Url)>,
    /// Why one receives this.
    pub foot: String,
}

/// Writes a letter down and queues its sending.
pub async fn post(tx: &mut Tx, config: &Config, letter: Letter) -> Result<LetterId, Fault> {
    let id = LetterId::new(tx.now());
    let laid = layout::lay_out(config, &letter)?;
    store::insert(tx, id, &letter, &laid).await?;
    if config.smtp_url.is_some() {
        tx.enqueue(&SendLetter { letter: id }).await?;
    }
    Ok(id)
}

/// Queues letters that wait: one, or all that are younger than a week (older links have ended). Answers how many.
pub async fn retry(tx: &mut Tx, letter: Option<LetterId>) -> Result<i64, Fault> {
    let waiting = store::reopen(tx, letter).await?;
    let jobs: Vec<SendLetter> = waiting.into_iter().map(|letter| SendLetter { letter }).collect();
    tx.enqueue_all(&jobs).await?;
    Ok(i64::try_from(jobs.len()).unwrap_or(i64::MAX))
}

/// Throws away letters that nobody needs any more: sent ones after a month, the others after three.
pub async fn tidy(tx: &mut Tx) -> Result<(), Fault> {
    store::forget_old(tx).await
}

/// How many letters wait, for those who only want to know that.
pub async fn waiting(db: &mut Db) -> Result<i64, Fault> {
    Ok(store::counts(db).await?.waiting)
}
