//! One message across one redirect, with an undo where there is one.

use serde::{Deserialize, Serialize};
use tower_sessions::Session;

use crate::kernel::{Fault, Url};

const KEY: &str = "flash";

/// A message for the next page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Flash {
    /// What happened.
    pub text: String,
    /// The address to post to, and the word on the button, if it can be undone.
    pub undo: Option<(String, String)>,
}

impl Flash {
    /// Says what happened.
    pub fn said(text: impl ToString) -> Self {
        Self { text: text.to_string(), undo: None }
    }

    /// Offers to undo it by posting to an address.
    pub fn with_undo(mut self, action: &Url, label: impl ToString) -> Self {
        self.undo = Some((action.to_string(), label.to_string()));
        self
    }
}

/// Leaves a message.
pub(crate) async fn leave(session: &Session, flash: Flash) -> Result<(), Fault> {
    Ok(session.insert(KEY, flash).await?)
}

/// Takes the message, if one waits.
pub(crate) async fn take(session: &Session) -> Result<Option<Flash>, Fault> {
    if session.get_value(KEY).await?.is_none() {
        return Ok(None);
    }
    Ok(session.remove(KEY).await?)
}
