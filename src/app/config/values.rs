//! How the text of one setting becomes a value; each refusal is a reason that does not repeat the text.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use ipnet::IpNet;
use lettre::{message::Mailbox, transport::smtp::client::Certificate};
use sqlx::postgres::PgConnectOptions;
use tracing_subscriber::EnvFilter;
use url::Url;

/// A value that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The value itself, for whoever connects with it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// Whether requests may leave for the outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outbound {
    Allow,
    Deny,
}

/// Why a value does not do.
pub(super) type Reason = String;

pub(super) fn address(text: &str) -> Result<SocketAddr, Reason> {
    text.parse().map_err(|_| "must be an IP address and a port, such as 127.0.0.1:8080 or [::]:8080".into())
}

pub(super) fn address_or_off(text: &str) -> Result<Option<SocketAddr>, Reason> {
    if text == "off" {
        return Ok(None);
    }
    address(text).map(Some).map_err(|reason| format!("{reason}, or off"))
}

pub(super) fn base_url(text: &str) -> Result<Url, Reason> {
    let wanted = "must be an http:// or https:// address without a path, such as https://community.example";
    let url = Url::parse(text).map_err(|_| wanted.to_owned())?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let nobody = url.username().is_empty() && url.password().is_none();
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if bare && nobody && web { Ok(url) } else { Err(wanted.into()) }
}

pub(super) fn database(text: &str) -> Result<Secret, Reason> {
    let wanted = "must be a postgres://user:password@host/database address";
    let scheme = text.starts_with("postgres://") || text.starts_with("postgresql://");
    if !scheme || PgConnectOptions::from_str(text).is_err() {
        return Err(wanted.into());
    }
    Ok(Secret(text.to_owned()))
}

/// A word that is not to be told.
pub(super) fn secret(text: &str) -> Result<Secret, Reason> {
    let one = text.chars().all(|c| c.is_ascii_graphic());
    if one { Ok(Secret(text.to_owned())) } else { Err("must be one word of plain characters".into()) }
}

pub(super) fn filter(text: &str) -> Result<String, Reason> {
    let wanted = "must be error, warn, info, debug, trace or a list such as info,parvis::mail=debug";
    // A lone word would be taken for the name of a module, and nothing be logged.
    let levels = ["off", "error", "warn", "info", "debug", "trace"];
    let known = |part: &str| part.contains('=') || levels.contains(&part.to_ascii_lowercase().as_str());
    if !text.split(',').all(|part| known(part.trim())) {
        return Err(wanted.into());
    }
    EnvFilter::builder().parse(text).map(|_| text.to_owned()).map_err(|_| wanted.into())
}

/// Checks the address of a mail server, and brings it to the form that lettre understands.
pub(super) fn smtp(text: &str) -> Result<Secret, Reason> {
    let wanted = "must be an smtp:// or smtps:// address, such as smtp://user:password@host:587?tls=required";
    let mut url = Url::parse(text).map_err(|_| wanted.to_owned())?;
    if url.host_str().is_none_or(str::is_empty) || !matches!(url.path(), "" | "/") {
        return Err(wanted.into());
    }
    let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let tls = match query.as_slice() {
        [] => None,
        [(name, value)] if name == "tls" => Some(value.as_str()),
        _ => return Err("takes no other parameter than tls".into()),
    };
    let tls = match (url.scheme(), tls) {
        ("smtps", None) | ("smtp", Some("none")) => None,
        ("smtp", Some("required")) => Some("tls=required"),
        ("smtp", None | Some("opportunistic")) => Some("tls=opportunistic"),
        ("smtp", Some(_)) => return Err("tls must be required, opportunistic or none".into()),
        ("smtps", Some(_)) => return Err("smtps:// is always encrypted and takes no tls".into()),
        _ => return Err(wanted.into()),
    };
    url.set_query(tls);
    Ok(Secret(url.into()))
}

/// Reads a file of certificates. One without any would be none to `lettre`.
pub(super) fn certificates(path: &str) -> Result<Certificate, Reason> {
    let pem = std::fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
    let found = String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----");
    let read = found.then(|| Certificate::from_pem(&pem).ok()).flatten();
    read.ok_or_else(|| "must be a file of certificates in PEM".into())
}

pub(super) fn mailbox(text: &str) -> Result<Mailbox, Reason> {
    text.parse().map_err(|_| "must be a mail address, or Name <address>".into())
}

pub(super) fn name(text: &str) -> Result<String, Reason> {
    let fits = (1..=60).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err("must be one line of at most 60 characters".into()) }
}

pub(super) fn time_zone(text: &str) -> Result<chrono_tz::Tz, Reason> {
    text.parse().map_err(|_| "must be a time zone such as Europe/Paris or America/Montreal".into())
}

pub(super) fn networks(text: &str) -> Result<Vec<IpNet>, Reason> {
    let network = |part: &str| part.parse().ok().or_else(|| part.parse::<IpAddr>().ok().map(IpNet::from));
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let all: Option<Vec<IpNet>> = parts.map(network).collect();
    all.ok_or_else(|| "must be addresses or networks such as 10.0.0.1, 192.168.0.0/16".into())
}

/// One of a few words.
pub(super) fn word<T: Copy>(words: &[(&str, T)], text: &str) -> Result<T, Reason> {
    let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        format!("must be {}", words.join(" or "))
    })
}

pub(super) fn number(text: &str, least: u32, most: u32) -> Result<u32, Reason> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("must be a number from {least} to {most}"))
}
