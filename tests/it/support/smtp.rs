//! A mail server for tests: takes what it is told to take, and keeps it.

use std::sync::{Arc, Mutex};

use smtp_proto::Request;
use tokio::{
    io::{AsyncBufRead, AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};
use tokio_rustls::{TlsAcceptor, rustls::ServerConfig};

/// What the server says to a recipient, instead of taking the mail.
type Answers = Arc<Mutex<Vec<(String, &'static str)>>>;

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Mail {
    pub recipients: Vec<String>,
    pub bytes: Vec<u8>,
}

/// How it encrypts.
#[derive(Clone)]
pub enum Security {
    Plain,
    /// From the first byte.
    Wrapped(TlsAcceptor),
    /// When it is asked to; unencrypted it takes no mail.
    StartTls(TlsAcceptor),
}

/// Whoever signs certificates: its own (PEM), and a way to encrypt with one that it signed for this machine.
pub fn authority() -> (String, TlsAcceptor) {
    let mut params = rcgen::CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = rcgen::CertifiedIssuer::self_signed(params, rcgen::KeyPair::generate().unwrap()).unwrap();
    let key = rcgen::KeyPair::generate().unwrap();
    let server = rcgen::CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    let signed = server.signed_by(&key, &authority).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![signed.der().clone()], key.serialize_der().try_into().unwrap())
        .unwrap();
    (authority.pem(), TlsAcceptor::from(Arc::new(config)))
}

/// The server.
pub struct SmtpSink {
    pub url: String,
    /// Where it listens.
    pub address: String,
    mails: Arc<Mutex<Vec<Mail>>>,
    answers: Answers,
    stop: Arc<Notify>,
}

impl SmtpSink {
    /// Listens on a free port.
    pub async fn start() -> Self {
        Self::secured(Security::Plain).await
    }

    /// The same, encrypted.
    pub async fn secured(security: Security) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let url = format!("smtp://{address}?tls=none");
        let (mails, answers, stop): (Arc<Mutex<Vec<Mail>>>, Answers, Arc<Notify>) = Default::default();
        let (kept, told, stopped) = (mails.clone(), answers.clone(), stop.clone());
        #[expect(clippy::disallowed_methods, reason = "a test's own server")]
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stopped.notified() => return,
                    Ok((stream, _)) = listener.accept() => {
                        tokio::spawn(open(stream, security.clone(), kept.clone(), told.clone()));
                    }
                }
            }
        });
        Self { url, address, mails, answers, stop }
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

/// Greets, and encrypts. Who does not like the certificate goes away.
async fn open(mut stream: TcpStream, security: Security, mails: Arc<Mutex<Vec<Mail>>>, answers: Answers) {
    match security {
        Security::Plain => {
            stream.write_all(b"220 sink\r\n").await.unwrap();
            talk(stream, mails, answers).await;
        }
        Security::Wrapped(acceptor) => {
            let Ok(mut stream) = acceptor.accept(stream).await else { return };
            stream.write_all(b"220 sink\r\n").await.unwrap();
            talk(stream, mails, answers).await;
        }
        Security::StartTls(acceptor) => {
            stream.write_all(b"220 sink\r\n").await.unwrap();
            if asks_for_tls(&mut stream).await
                && let Ok(stream) = acceptor.accept(stream).await
            {
                talk(stream, mails, answers).await;
            }
        }
    }
}

/// Waits for the word that begins encryption.
async fn asks_for_tls(stream: &mut TcpStream) -> bool {
    let mut stream = BufReader::new(stream);
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await.unwrap_or(0) == 0 {
            return false;
        }
        let (answer, begins) = match Request::parse(&mut line.iter()) {
            Ok(Request::Ehlo { .. }) => ("250-sink\r\n250 STARTTLS\r\n", false),
            Ok(Request::StartTls) => ("220 go on\r\n", true),
            Ok(Request::Quit) => ("221 bye\r\n", false),
            _ => ("530 encrypt first\r\n", false),
        };
        if stream.write_all(answer.as_bytes()).await.is_err() || begins {
            return begins;
        }
    }
}

async fn talk(stream: impl AsyncRead + AsyncWrite, mails: Arc<Mutex<Vec<Mail>>>, answers: Answers) {
    let (read, mut write) = tokio::io::split(stream);
    let mut lines = BufReader::new(read);
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

async fn body(lines: &mut (impl AsyncBufRead + Unpin)) -> Vec<u8> {
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
