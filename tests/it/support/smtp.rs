//! A mail server for tests: takes what it is told to take, and keeps it.

use std::sync::{Arc, Mutex};

use smtp_proto::Request;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

/// What the server says to a recipient, instead of taking the mail.
type Answers = Arc<Mutex<Vec<(String, &'static str)>>>;

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Mail {
    pub recipients: Vec<String>,
    pub bytes: Vec<u8>,
}

/// The server.
pub struct SmtpSink {
    pub url: String,
    mails: Arc<Mutex<Vec<Mail>>>,
    answers: Answers,
    stop: Arc<Notify>,
}

impl SmtpSink {
    /// Listens on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}?tls=none", listener.local_addr().unwrap());
        let (mails, answers, stop): (Arc<Mutex<Vec<Mail>>>, Answers, Arc<Notify>) = Default::default();
        let (kept, told, stopped) = (mails.clone(), answers.clone(), stop.clone());
        #[expect(clippy::disallowed_methods, reason = "a test's own server")]
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stopped.notified() => return,
                    Ok((stream, _)) = listener.accept() => {
                        tokio::spawn(talk(stream, kept.clone(), told.clone()));
                    }
                }
            }
        });
        Self { url, mails, answers, stop }
    }

    /// From now on says this to a recipient; an empty answer takes the mail again.
    pub fn answer(&self, recipient: &str, answer: &'static str) {
        let mut answers = self.answers.lock().unwrap();
        answers.retain(|(to, _)| to != recipient);
        if !answer.is_empty() {
            answers.push((recipient.to_owned(), answer));
        }
    }

    /// What arrived.
    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.stop.notify_one();
    }
}

async fn talk(stream: TcpStream, mails: Arc<Mutex<Vec<Mail>>>, answers: Answers) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    write.write_all(b"220 sink\r\n").await.unwrap();
    let mut recipients = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line).await.unwrap_or(0) == 0 {
            return;
        }
        let answer = match Request::parse(&mut line.iter()) {
            Ok(Request::Ehlo { .. }) => "250-sink\r\n250 8BITMIME".to_owned(),
            Ok(Request::Rcpt { to }) => {
                let refused = answers
                    .lock()
                    .unwrap()
                    .iter()
                    .find(|(known, _)| *known == to.address)
                    .map(|(_, answer)| *answer);
                recipients.push(to.address.to_string());
                refused.unwrap_or("250 fine").to_owned()
            }
            Ok(Request::Data) => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                let bytes = body(&mut lines).await;
                mails.lock().unwrap().push(Mail { recipients: std::mem::take(&mut recipients), bytes });
                "250 kept".to_owned()
            }
            Ok(Request::Quit) => "221 bye".to_owned(),
            Ok(Request::Mail { .. } | Request::Rset | Request::Noop { .. }) => {
                recipients.clear();
                "250 fine".to_owned()
            }
            _ => "500 what".to_owned(),
        };
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

async fn body(lines: &mut BufReader<tokio::net::tcp::OwnedReadHalf>) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let mut line = Vec::new();
        lines.read_until(b'\n', &mut line).await.unwrap();
        if line == b".\r\n" || line.is_empty() {
            return bytes;
        }
        bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
