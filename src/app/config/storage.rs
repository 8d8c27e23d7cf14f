//! Where files lie: a folder, or a bucket of an S3-compatible server with what it takes to reach it.

use std::{fmt, path::PathBuf};

use url::{Host, Url};

use super::{
    Reader, Wrong, absolute,
    values::{self, Reason, Secret},
};

/// Where bytes too large for rows lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storage {
    /// Absolute.
    Folder(PathBuf),
    /// Elsewhere.
    S3(S3),
}

/// A bucket, and the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct S3 {
    pub bucket: String,
    /// Before all keys; may be empty.
    pub prefix: String,
    /// Of the server; Amazon's own in the region when absent.
    pub endpoint: Option<Url>,
    pub region: String,
    pub access_key_id: Secret,
    pub secret_access_key: Secret,
}

impl S3 {
    /// Whether files travel in the clear, further than this machine.
    pub fn is_overheard(&self) -> bool {
        self.endpoint.as_ref().is_some_and(|endpoint| {
            let here = match endpoint.host() {
                Some(Host::Ipv4(address)) => address.is_loopback(),
                Some(Host::Ipv6(address)) => address.is_loopback(),
                Some(Host::Domain(name)) => name == "localhost",
                None => false,
            };
            endpoint.scheme() == "http" && !here
        })
    }
}

impl fmt::Display for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}", self.bucket)?;
        if !self.prefix.is_empty() {
            write!(f, "/{}", self.prefix)?;
        }
        match &self.endpoint {
            Some(endpoint) => write!(f, " at {}", endpoint.as_str().trim_end_matches('/')),
            None => write!(f, " at Amazon in {}", self.region),
        }
    }
}

/// What `PARVIS_STORAGE` says.
enum Place {
    Folder(PathBuf),
    Bucket(String, String),
}

const STORAGE: &str = "PARVIS_STORAGE";
const ID: &str = "PARVIS_S3_ACCESS_KEY_ID";
const SECRET: &str = "PARVIS_S3_SECRET_ACCESS_KEY";

impl Reader {
    /// Where files lie; nothing when it is the folder in the data folder.
    pub(super) fn storage(&mut self) -> Result<Option<Storage>, Wrong> {
        let place = self.optional(STORAGE, place);
        let endpoint = self.optional("PARVIS_S3_ENDPOINT", endpoint);
        let region = self.read("PARVIS_S3_REGION", region);
        let access_key_id = self.optional(ID, values::secret);
        let secret_access_key = self.optional(SECRET, values::secret);
        let (place, endpoint, region) = (place?, endpoint?, region?);
        match (place, access_key_id?, secret_access_key?) {
            (Some(Place::Bucket(bucket, prefix)), Some(access_key_id), Some(secret_access_key)) => {
                let s3 = S3 { bucket, prefix, endpoint, region, access_key_id, secret_access_key };
                Ok(Some(Storage::S3(s3)))
            }
            (Some(Place::Bucket(..)), id, secret) => {
                let missing = [(ID, id.is_none()), (SECRET, secret.is_none())];
                self.refuse_each(missing, "is needed for the bucket of PARVIS_STORAGE")
            }
            (Some(Place::Folder(folder)), None, None) => Ok(Some(Storage::Folder(folder))),
            (None, None, None) => Ok(None),
            // Whoever sets them believes that files go there.
            (_, id, secret) => {
                let loose = [(ID, id.is_some()), (SECRET, secret.is_some())];
                self.refuse_each(loose, "opens nothing: PARVIS_STORAGE names no bucket, such as s3://bucket")
            }
        }
    }

    fn refuse_each<T>(&mut self, which: [(&str, bool); 2], reason: &str) -> Result<T, Wrong> {
        let named = which.into_iter().filter(|(_, refused)| *refused);
        self.problems.extend(named.map(|(name, _)| (name.to_owned(), reason.to_owned())));
        Err(Wrong)
    }
}

fn place(text: &str) -> Result<Place, Reason> {
    let Some(bucket) = text.strip_prefix("s3://") else {
        let wanted = "must be the path of a folder, or s3://bucket/prefix".to_owned();
        return if text.contains("://") { Err(wanted) } else { absolute(text).map(Place::Folder) };
    };
    let (bucket, prefix) = bucket.split_once('/').unwrap_or((bucket, ""));
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let ends = bucket.starts_with(plain) && bucket.ends_with(plain);
    if !ends || !(3..=63).contains(&bucket.len()) || !bucket.chars().all(|c| plain(c) || ".-".contains(c)) {
        return Err(
            "must name a bucket of 3 to 63 small letters, digits, dots and dashes: s3://bucket/prefix".into(),
        );
    }
    let prefix = prefix.trim_end_matches('/');
    let part = |part: &str| {
        let known = part.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
        known && !part.is_empty() && part != "." && part != ".."
    };
    if !prefix.is_empty() && !prefix.split('/').all(part) {
        return Err("must have a prefix of letters, digits, dots, dashes and lines between slashes".into());
    }
    Ok(Place::Bucket(bucket.to_owned(), prefix.to_owned()))
}

fn endpoint(text: &str) -> Result<Url, Reason> {
    let wanted = "must be the http:// or https:// address of the server, such as https://s3.example";
    let url = Url::parse(text).map_err(|_| wanted.to_owned())?;
    let bare = url.query().is_none() && url.fragment().is_none();
    let nobody = url.username().is_empty() && url.password().is_none();
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if bare && nobody && web { Ok(url) } else { Err(wanted.into()) }
}

fn region(text: &str) -> Result<String, Reason> {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    if plain && text.len() <= 60 {
        Ok(text.to_owned())
    } else {
        Err("must be the name of a region, such as eu-west-3".into())
    }
}
