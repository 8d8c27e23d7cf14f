//! Settings, read once at start from the environment into typed values.
//!
//! All that is wrong is told at once, by name and reason, and never with the value of a secret. The names,
//! defaults and meanings stand in [`table`], which is also what `.env.example` is written from.

mod storage;
pub mod table;
mod values;

use std::{
    collections::HashMap,
    env, fmt,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
};

use ipnet::IpNet;
use lettre::{message::Mailbox, transport::smtp::client::Certificate};
use url::{Host, Url};

pub use self::{
    storage::{S3, Storage},
    values::{LogFormat, Outbound, Secret},
};
use self::{
    table::{SETTINGS, nearest},
    values::Reason,
};
use crate::i18n::Locale;

/// The settings of one Parvis; see `.env.example` for what each means.
#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    /// Absolute.
    pub data: PathBuf,
    /// Of files; the folder `blobs` in the data folder where nothing else is named.
    pub storage: Storage,
    pub base_url: Url,
    /// The server to use; the embedded one when absent.
    pub database_url: Option<Secret>,
    pub pg_bin: Option<PathBuf>,
    pub db_connections: u32,
    /// Absent when switched off.
    pub metrics_listen: Option<SocketAddr>,
    /// A filter of `tracing`.
    pub log: String,
    pub log_format: LogFormat,
    /// In the form that `lettre` takes; no mail leaves when absent.
    pub smtp_url: Option<Secret>,
    /// Certificates that the mail server's may be signed by, beside the usual ones.
    pub smtp_ca: Option<Certificate>,
    pub mail_from: Mailbox,
    pub name: String,
    pub locale: Locale,
    pub time_zone: chrono_tz::Tz,
    pub trusted_proxies: Vec<IpNet>,
    pub outbound: Outbound,
    pub upload_max_mb: u32,
    pub file_max_mb: u32,
    pub disk_reserve_mb: u32,
    pub workers: u32,
}

/// Everything that is wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// Names with reasons, in the order of the table, unknown names last.
    pub problems: Vec<(String, String)>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Parvis does not start with these settings:")?;
        for (name, reason) in &self.problems {
            write!(f, "\n  {name} {reason}")?;
        }
        write!(f, "\nAll settings are described in .env.example.")
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the environment.
    pub fn from_env() -> Result<Self, ConfigError> {
        let text = |value: std::ffi::OsString| value.to_string_lossy().into_owned();
        Self::from_pairs(env::vars_os().map(|(name, value)| (text(name), text(value))))
    }

    /// Reads names and values from anywhere; names that are not Parvis's are passed over.
    pub fn from_pairs<N, V>(pairs: impl IntoIterator<Item = (N, V)>) -> Result<Self, ConfigError>
    where
        N: Into<String>,
        V: Into<String>,
    {
        let given = pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        let mut reader = Reader { given, problems: Vec::new() };
        let config = reader.config();
        reader.refuse_unknown();
        match config {
            Ok(config) if reader.problems.is_empty() => Ok(config),
            _ => Err(ConfigError { problems: reader.problems }),
        }
    }

    /// Whether cookies may only travel encrypted.
    pub fn secure_cookies(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// The largest upload in bytes.
    pub fn upload_max_bytes(&self) -> usize {
        usize::try_from(self.upload_max_mb).unwrap_or(usize::MAX).saturating_mul(1024 * 1024)
    }

    /// The largest document or film in bytes.
    pub fn file_max_bytes(&self) -> usize {
        usize::try_from(self.file_max_mb).unwrap_or(usize::MAX).saturating_mul(1024 * 1024)
    }

    /// How many bytes of the disk no upload may take.
    pub fn disk_reserve_bytes(&self) -> u64 {
        u64::from(self.disk_reserve_mb).saturating_mul(1024 * 1024)
    }

    /// Whether a peer is a proxy whose word about the client's address is taken.
    pub fn trusts(&self, peer: std::net::IpAddr) -> bool {
        self.trusted_proxies.iter().any(|net| net.contains(&peer.to_canonical()))
    }

    /// The community's own origin, without a slash behind it.
    pub fn origin(&self) -> &str {
        self.base_url.as_str().trim_end_matches('/')
    }
}

/// A problem that the reader has noted.
struct Wrong;

struct Reader {
    given: HashMap<String, String>,
    problems: Vec<(String, String)>,
}

impl Reader {
    fn config(&mut self) -> Result<Config, Wrong> {
        // Read all before giving up on one, so that all problems are told.
        let listen = self.read("PARVIS_LISTEN", values::address);
        let data = self.read("PARVIS_DATA", absolute);
        let storage = self.storage();
        let base_url = self.optional("PARVIS_BASE_URL", values::base_url);
        let database_url = self.optional("DATABASE_URL", values::database);
        let pg_bin = self.optional("PARVIS_PG_BIN", absolute);
        let db_connections = self.read("PARVIS_DB_CONNECTIONS", |text| values::number(text, 4, 90));
        let metrics_listen = self.read("PARVIS_METRICS_LISTEN", values::address_or_off);
        let log = self.read("PARVIS_LOG", values::filter);
        let formats = [("text", LogFormat::Text), ("json", LogFormat::Json)];
        let log_format = self.read("PARVIS_LOG_FORMAT", |text| values::word(&formats, text));
        let smtp_url = self.optional("PARVIS_SMTP_URL", values::smtp);
        let smtp_ca = self.optional("PARVIS_SMTP_CA", values::certificates);
        let mail_from = self.optional("PARVIS_MAIL_FROM", values::mailbox);
        let name = self.read("PARVIS_NAME", values::name);
        let locales = [("fr", Locale::Fr), ("en", Locale::En)];
        let locale = self.read("PARVIS_LOCALE", |text| values::word(&locales, text));
        let time_zone = self.read("PARVIS_TIME_ZONE", values::time_zone);
        let trusted_proxies = self.optional("PARVIS_TRUSTED_PROXIES", values::networks);
        let ways = [("allow", Outbound::Allow), ("deny", Outbound::Deny)];
        let outbound = self.read("PARVIS_OUTBOUND", |text| values::word(&ways, text));
        let upload_max_mb = self.read("PARVIS_UPLOAD_MAX_MB", |text| values::number(text, 1, 2048));
        let file_max_mb = self.read("PARVIS_FILE_MAX_MB", |text| values::number(text, 1, 4096));
        let disk_reserve_mb =
            self.read("PARVIS_DISK_RESERVE_MB", |text| values::number(text, 0, 1_000_000_000));
        let workers = self.read("PARVIS_WORKERS", |text| values::number(text, 1, 64));

        let (listen, data, name) = (listen?, data?, name?);
        let base_url = base_url?.or_else(|| own_address(listen)).ok_or(Wrong)?;
        let mail_from = mail_from?.or_else(|| own_sender(&name, &base_url)).ok_or(Wrong)?;
        Ok(Config {
            listen,
            storage: storage?.unwrap_or_else(|| Storage::Folder(data.join("blobs"))),
            data,
            base_url,
            database_url: database_url?,
            pg_bin: pg_bin?,
            db_connections: db_connections?,
            metrics_listen: metrics_listen?,
            log: log?,
            log_format: log_format?,
            smtp_url: smtp_url?,
            smtp_ca: smtp_ca?,
            mail_from,
            name,
            locale: locale?,
            time_zone: time_zone?,
            trusted_proxies: trusted_proxies?.unwrap_or_default(),
            outbound: outbound?,
            upload_max_mb: upload_max_mb?,
            file_max_mb: file_max_mb?,
            disk_reserve_mb: disk_reserve_mb?,
            workers: workers?,
        })
    }

    /// A setting with a default.
    fn read<T>(&mut self, name: &'static str, parse: impl Fn(&str) -> Result<T, Reason>) -> Result<T, Wrong> {
        let default =
            SETTINGS.iter().find(|setting| setting.name == name).map_or("", |setting| setting.default);
        let given = self.optional(name, &parse)?;
        given.or_else(|| parse(default).ok()).ok_or(Wrong)
    }

    /// A setting that may be absent; a problem is noted.
    fn optional<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<T, Reason>,
    ) -> Result<Option<T>, Wrong> {
        let Some(text) = self.given.get(name).map(|text| text.trim()).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let parsed = if text.contains('\u{fffd}') { Err("must be UTF-8".into()) } else { parse(text) };
        parsed.map(Some).map_err(|reason| {
            self.problems.push((name.to_owned(), reason));
            Wrong
        })
    }

    fn refuse_unknown(&mut self) {
        // What begins with PARVIS_TEST_ is between bin/test and the tests; the password is for one command.
        let ours = |name: &&String| {
            name.starts_with("PARVIS_")
                && !name.starts_with("PARVIS_TEST_")
                && *name != crate::app::administrator::PASSWORD
        };
        let known = |name: &str| SETTINGS.iter().any(|setting| setting.name == name);
        let mut unknown: Vec<String> =
            self.given.keys().filter(ours).filter(|name| !known(name)).cloned().collect();
        unknown.sort();
        for name in unknown {
            let hint = nearest(&name).map_or(String::new(), |near| format!("; did you mean {near}?"));
            self.problems.push((name, format!("is no setting of Parvis{hint}")));
        }
    }
}

fn absolute(text: &str) -> Result<PathBuf, Reason> {
    std::path::absolute(text).map_err(|_| "must be the path of a folder".into())
}

/// Where a browser on this machine finds Parvis.
fn own_address(listen: SocketAddr) -> Option<Url> {
    let ip = if listen.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { listen.ip() };
    Url::parse(&format!("http://{}", SocketAddr::new(ip, listen.port()))).ok()
}

fn own_sender(name: &str, base_url: &Url) -> Option<Mailbox> {
    let host = match base_url.host() {
        Some(Host::Domain(domain)) => domain,
        _ => "localhost",
    };
    let address = format!("parvis@{host}").parse().ok()?;
    Some(Mailbox::new(Some(name.to_owned()), address))
}
