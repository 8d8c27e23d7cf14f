//! Handing letters to the mail server.
//!
//! A letter may be handed over twice when the server's answer is lost; its Message-ID is its own id, so the
//! receiving side can tell. Refused for now: tried again by the queue, more and more rarely. Refused for good: given
//! up, and shown to administrators with the server's words.

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::Address,
    message::{
        Mailbox, MultiPart,
        header::{Header, HeaderName, HeaderValue},
    },
    transport::smtp::client::{Tls, TlsParameters, TlsParametersBuilder},
};
use serde::{Deserialize, Serialize};

use crate::{
    app::Config,
    jobs::{Job, JobCx, JobError},
    kernel::{Fault, LetterId},
    mail::{WrittenLetter, store},
};

/// The way to the mail server.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    domain: String,
}

/// Says that no person wrote this, so that nobody's absence note answers (RFC 3834 §5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// How the server is spoken to where it is encrypted.
fn encryption(config: &Config, url: &url::Url) -> TlsParametersBuilder {
    let builder = TlsParameters::builder(url.host_str().unwrap_or_default().to_owned());
    match &config.smtp_ca {
        Some(ca) => builder.add_root_certificate(ca.clone()),
        None => builder,
    }
}

/// Why a letter has not left.
enum Refused {
    /// It may leave later.
    ForNow(String),
    /// It never will.
    ForGood(String),
}

impl Mailer {
    /// The way the settings name, if they name one.
    pub fn new(config: &Config) -> Result<Option<Self>, Fault> {
        let Some(secret) = &config.smtp_url else {
            return Ok(None);
        };
        let url = url::Url::parse(secret.reveal())?;
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())?;
        let asked = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, asked)| asked.into_owned());
        builder = match (url.scheme(), asked.as_deref()) {
            ("smtps", _) => builder.tls(Tls::Wrapper(encryption(config, &url).build()?)),
            (_, Some("required")) => builder.tls(Tls::Required(encryption(config, &url).build()?)),
            // Who takes "encrypted if possible" accepts to be overheard; a home-made certificate is no reason to send
            // nothing. Where encryption is required, a certificate that does not fit stops the letter.
            (_, Some("opportunistic")) => {
                let loose = encryption(config, &url).dangerous_accept_invalid_certs(true);
                builder.tls(Tls::Opportunistic(loose.build()?))
            }
            _ => builder,
        };
        let transport = builder.timeout(Some(std::time::Duration::from_secs(30))).build();
        Ok(Some(Self {
            transport,
            from: config.mail_from.clone(),
            domain: config.mail_from.email.domain().to_owned(),
        }))
    }

    /// Whether the mail server takes a connection, for `parvis doctor`.
    pub async fn answers(&self) -> bool {
        self.transport.test_connection().await.unwrap_or(false)
    }

    fn message(&self, letter: &WrittenLetter) -> Result<Message, Fault> {
        let name = Some(letter.to_name.clone()).filter(|name| !name.is_empty());
        let to = Mailbox::new(name, letter.to_address.parse::<Address>()?);
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .date(letter.written_at.into())
            .message_id(Some(format!("<{}@{}>", letter.id, self.domain)))
            .header(AutoSubmitted)
            .multipart(MultiPart::alternative_plain_html(
                letter.text_body.clone(),
                letter.html_body.clone(),
            ))?;
        Ok(message)
    }

    async fn send(&self, letter: &WrittenLetter) -> Result<(), Refused> {
        let message = self.message(letter).map_err(|fault| Refused::ForGood(fault.source().to_string()))?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => {
                let words = words(&error);
                let code = error.status().map_or(0, u16::from);
                // 530 to 538 are about our own account at the server: the letter is not to blame.
                if error.is_permanent() && !(530..=538).contains(&code) {
                    Err(Refused::ForGood(words))
                } else {
                    Err(Refused::ForNow(words))
                }
            }
        }
    }
}

/// Hands one letter to the mail server.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendLetter {
    /// Which.
    pub letter: LetterId,
}

impl Job for SendLetter {
    const KIND: &'static str = "mail.send_letter";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let letter = store::find(&mut *cx.app.db.acquire().await?, self.letter).await?;
        let Some(letter) = letter.filter(|letter| letter.sent_at.is_none() && letter.given_up_at.is_none())
        else {
            return Ok(());
        };
        // Without a server it waits; the button of the administration queues it again.
        let Some(mailer) = &cx.app.mailer else {
            return Ok(());
        };
        let sent = mailer.send(&letter).await;
        let mut db = cx.app.db.acquire().await?;
        match sent {
            Ok(()) => {
                store::mark_sent(&mut db, letter.id, cx.now()).await?;
                tracing::info!(letter.id = %letter.id, letter.kind, "a letter has left");
                Ok(())
            }
            Err(Refused::ForNow(words)) => {
                store::mark_failed(&mut db, letter.id, &words, None).await?;
                Err(JobError::Retry(Fault::new(words)))
            }
            Err(Refused::ForGood(words)) => {
                tracing::warn!(letter.id = %letter.id, letter.kind, "the mail server refuses a letter for good");
                store::mark_failed(&mut db, letter.id, &words, Some(cx.now())).await?;
                Ok(())
            }
        }
    }
}

/// An error and what is behind it, in one line.
fn words(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text.push_str(": ");
        text.push_str(&deeper.to_string());
        cause = deeper.source();
    }
    text.chars().take(500).collect()
}
