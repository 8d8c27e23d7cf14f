//! The table of settings: the only place that knows their names, defaults and meanings.
//!
//! `.env.example` is this table written out (a test compares), and a name that is not in it is refused.

/// A setting as it is documented.
pub struct Setting {
    pub name: &'static str,
    pub default: &'static str,
    pub meaning: &'static str,
    /// Never shown, neither in an error nor in a log.
    pub secret: bool,
}

const fn open(name: &'static str, default: &'static str, meaning: &'static str) -> Setting {
    Setting { name, default, meaning, secret: false }
}

const fn secret(name: &'static str, meaning: &'static str) -> Setting {
    Setting { name, default: "", meaning, secret: true }
}

/// All settings, in the order of `.env.example`.
pub const SETTINGS: &[Setting] = &[
    open("PARVIS_LISTEN", "127.0.0.1:8080", "IP address and port that Parvis answers on."),
    open("PARVIS_DATA", "./data", "Folder of uploads and of the embedded database."),
    open(
        "PARVIS_STORAGE",
        "",
        "Where uploads lie: the path of a folder, or s3://bucket/prefix on an S3-compatible server.\n\
         Default: the folder blobs in PARVIS_DATA.",
    ),
    open(
        "PARVIS_S3_ENDPOINT",
        "",
        "Address of the S3-compatible server, such as https://s3.example; buckets stand in its path.\n\
         Default: Amazon's own in PARVIS_S3_REGION.",
    ),
    open("PARVIS_S3_REGION", "us-east-1", "Region of the bucket; servers of one's own take any."),
    open(
        "PARVIS_S3_ACCESS_KEY_ID",
        "",
        "Key for the bucket: it must be allowed to list, read, write and delete there.",
    ),
    secret("PARVIS_S3_SECRET_ACCESS_KEY", "The secret of that key."),
    open(
        "PARVIS_BASE_URL",
        "http://127.0.0.1:8080",
        "Address that members type, without a path; links in mail use it. https makes cookies secure.\n\
         Default: http:// and PARVIS_LISTEN.",
    ),
    secret(
        "DATABASE_URL",
        "PostgreSQL 15 or newer to use, postgres://user:password@host/database.\n\
         Without it Parvis runs its own in PARVIS_DATA.",
    ),
    open(
        "PARVIS_PG_BIN",
        "",
        "Folder of the PostgreSQL binaries for the embedded database; searched for by default.",
    ),
    open(
        "PARVIS_DB_CONNECTIONS",
        "16",
        "Most connections to the database that pages take at a time, 4 to 90; background tasks take PARVIS_WORKERS and 4 more.",
    ),
    open(
        "PARVIS_METRICS_LISTEN",
        "127.0.0.1:9464",
        "IP address and port of the metrics (Prometheus), or off.",
    ),
    open(
        "PARVIS_LOG",
        "info",
        "What is logged: error, warn, info, debug, or per module: info,parvis::mail=debug.",
    ),
    open("PARVIS_LOG_FORMAT", "text", "text or json."),
    secret(
        "PARVIS_SMTP_URL",
        "Server that takes outgoing mail: smtp://user:password@host:587?tls=required, smtps://host:465;\n\
         tls is required, opportunistic (default) or none. Without it no mail leaves.",
    ),
    open(
        "PARVIS_SMTP_CA",
        "",
        "File of certificates (PEM) that may have signed the mail server's, beside those that browsers trust.",
    ),
    open(
        "PARVIS_MAIL_FROM",
        "",
        "Sender of mail: an address, or Name <address>.\n\
         Default: PARVIS_NAME and parvis@ the host of PARVIS_BASE_URL.",
    ),
    open("PARVIS_NAME", "Parvis", "Name of the community, until an administrator sets another."),
    open("PARVIS_LOCALE", "fr", "Language of visitors who ask for none we have: fr or en."),
    open("PARVIS_TIME_ZONE", "Europe/Paris", "Time zone of members who chose none (IANA name)."),
    open(
        "PARVIS_TRUSTED_PROXIES",
        "",
        "Proxies whose X-Forwarded-For is believed: addresses or networks, separated by commas.\n\
         Default: none.",
    ),
    open("PARVIS_OUTBOUND", "allow", "deny: no request leaves for feeds, previews or webhooks."),
    open("PARVIS_UPLOAD_MAX_MB", "25", "Largest uploaded picture or sheet in megabytes, 1 to 2048."),
    open("PARVIS_FILE_MAX_MB", "512", "Largest document or film in megabytes, 1 to 4096."),
    open(
        "PARVIS_DISK_RESERVE_MB",
        "512",
        "Free megabytes of the disk that no upload may take: pages and the database need room to work.",
    ),
    open("PARVIS_WORKERS", "2", "Background tasks at a time, 1 to 64."),
];

/// The text of `.env.example`.
pub fn env_example() -> String {
    let mut text = String::from(
        "# Settings of Parvis, read from the environment at start. All are optional; what stands here commented\n\
         # out are the defaults. Written from src/app/config/table.rs: GOLDEN=write cargo it config\n",
    );
    for setting in SETTINGS {
        text.push('\n');
        for line in setting.meaning.lines() {
            text.push_str("# ");
            text.push_str(line);
            text.push('\n');
        }
        text.push('#');
        text.push_str(setting.name);
        text.push('=');
        text.push_str(setting.default);
        text.push('\n');
    }
    text
}

/// The known name that a mistyped one is nearest to.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    let distance = |setting: &&Setting| strsim::damerau_levenshtein(setting.name, name);
    let near = SETTINGS.iter().min_by_key(distance)?;
    (distance(&near) <= 4).then_some(near.name)
}
