//! Settings: what is read, what is refused and how, and that `.env.example` says the same.

#![expect(clippy::unwrap_used, reason = "a test ends by it")]

use std::{env, fs, path::Path};

use parvis::{
    app::config::{
        Config, ConfigError, LogFormat, Outbound, Storage,
        table::{SETTINGS, env_example},
    },
    i18n::Locale,
};

fn refused(pairs: &[(&str, &str)]) -> ConfigError {
    Config::from_pairs(pairs.iter().copied()).unwrap_err()
}

fn accepted(pairs: &[(&str, &str)]) -> Config {
    Config::from_pairs(pairs.iter().copied()).unwrap()
}

#[test]
fn without_any_setting_parvis_is_local_and_french() {
    let config = accepted(&[("PATH", "/bin"), ("HOME", "/home/ada")]);
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.base_url.as_str(), "http://127.0.0.1:8080/");
    assert!(config.data.is_absolute() && config.data.ends_with("data"));
    assert_eq!(config.storage, Storage::Folder(config.data.join("blobs")));
    assert!(config.database_url.is_none() && config.smtp_url.is_none() && config.pg_bin.is_none());
    assert_eq!(config.metrics_listen.unwrap().to_string(), "127.0.0.1:9464");
    assert_eq!((config.locale, config.log_format), (Locale::Fr, LogFormat::Text));
    assert_eq!(config.time_zone.name(), "Europe/Paris");
    assert_eq!(config.mail_from.to_string(), "Parvis <parvis@localhost>");
    assert_eq!((config.outbound, config.workers, config.db_connections), (Outbound::Allow, 2, 16));
    assert_eq!(config.upload_max_bytes(), 25 * 1024 * 1024);
    assert!(config.trusted_proxies.is_empty() && !config.secure_cookies());
}

#[test]
fn every_setting_is_read() {
    let config = accepted(&[
        ("PARVIS_LISTEN", "[::]:80"),
        ("PARVIS_DATA", "/srv/parvis"),
        ("PARVIS_STORAGE", "s3://cercle-fichiers/parvis/un/"),
        ("PARVIS_S3_ENDPOINT", "https://s3.example"),
        ("PARVIS_S3_REGION", "eu-west-3"),
        ("PARVIS_S3_ACCESS_KEY_ID", "AKIA"),
        ("PARVIS_S3_SECRET_ACCESS_KEY", "hunter2"),
        ("PARVIS_BASE_URL", "https://cercle.example"),
        ("DATABASE_URL", "postgres://ada:lovelace@db/parvis"),
        ("PARVIS_PG_BIN", "/opt/pg/bin"),
        ("PARVIS_DB_CONNECTIONS", "30"),
        ("PARVIS_METRICS_LISTEN", "off"),
        ("PARVIS_LOG", "warn,parvis::mail=debug"),
        ("PARVIS_LOG_FORMAT", "json"),
        ("PARVIS_SMTP_URL", "smtp://ada:lovelace@mail.example:587?tls=required"),
        ("PARVIS_MAIL_FROM", "Le cercle <bonjour@cercle.example>"),
        ("PARVIS_NAME", "Le cercle"),
        ("PARVIS_LOCALE", "en"),
        ("PARVIS_TIME_ZONE", "America/Montreal"),
        ("PARVIS_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
        ("PARVIS_OUTBOUND", "deny"),
        ("PARVIS_UPLOAD_MAX_MB", "100"),
        ("PARVIS_WORKERS", "4"),
    ]);
    assert!(config.secure_cookies());
    assert_eq!(config.database_url.unwrap().reveal(), "postgres://ada:lovelace@db/parvis");
    assert_eq!(config.smtp_url.unwrap().reveal(), "smtp://ada:lovelace@mail.example:587?tls=required");
    assert_eq!(config.mail_from.email.to_string(), "bonjour@cercle.example");
    assert!(config.metrics_listen.is_none());
    let Storage::S3(s3) = config.storage else { panic!("files lie in the bucket") };
    assert_eq!(s3.to_string(), "s3://cercle-fichiers/parvis/un at https://s3.example");
    assert_eq!(
        (s3.region.as_str(), s3.access_key_id.reveal(), s3.secret_access_key.reveal()),
        ("eu-west-3", "AKIA", "hunter2")
    );
    let proxies: Vec<String> = config.trusted_proxies.iter().map(ToString::to_string).collect();
    assert_eq!(proxies, ["10.0.0.0/8", "::1/128"]);
    assert_eq!(config.time_zone.name(), "America/Montreal");
    assert_eq!((config.locale, config.log_format), (Locale::En, LogFormat::Json));
    assert_eq!((config.outbound, config.workers, config.db_connections), (Outbound::Deny, 4, 30));
}

#[test]
fn each_wrong_value_is_refused_by_name() {
    let wrong = [
        ("PARVIS_LISTEN", "8080"),
        ("PARVIS_STORAGE", "gs://bucket"),
        ("PARVIS_STORAGE", "s3://"),
        ("PARVIS_STORAGE", "s3://Bucket"),
        ("PARVIS_STORAGE", "s3://bucket/../other"),
        ("PARVIS_S3_ENDPOINT", "s3.example"),
        ("PARVIS_S3_ENDPOINT", "https://ada:lovelace@s3.example"),
        ("PARVIS_S3_REGION", "Paris, France"),
        ("PARVIS_S3_ACCESS_KEY_ID", "AKIA"),
        ("PARVIS_S3_SECRET_ACCESS_KEY", "hunter2"),
        ("PARVIS_S3_SECRET_ACCESS_KEY", "hunter 2"),
        ("PARVIS_BASE_URL", "https://cercle.example/forum"),
        ("PARVIS_BASE_URL", "ftp://cercle.example"),
        ("PARVIS_BASE_URL", "cercle.example"),
        ("DATABASE_URL", "mysql://db/parvis"),
        ("PARVIS_DB_CONNECTIONS", "2"),
        ("PARVIS_METRICS_LISTEN", "no"),
        ("PARVIS_LOG", "loud"),
        ("PARVIS_LOG", "parvis=loud"),
        ("PARVIS_LOG_FORMAT", "xml"),
        ("PARVIS_SMTP_URL", "mail.example"),
        ("PARVIS_SMTP_URL", "smtp://mail.example?tls=maybe"),
        ("PARVIS_SMTP_URL", "smtps://mail.example?tls=none"),
        ("PARVIS_SMTP_CA", "/nowhere/authority.pem"),
        ("PARVIS_SMTP_CA", "/dev/null"),
        ("PARVIS_MAIL_FROM", "nobody"),
        ("PARVIS_NAME", "a\nb"),
        ("PARVIS_LOCALE", "de"),
        ("PARVIS_TIME_ZONE", "Paris"),
        ("PARVIS_TRUSTED_PROXIES", "10.0.0.0/8, proxy"),
        ("PARVIS_OUTBOUND", "maybe"),
        ("PARVIS_UPLOAD_MAX_MB", "0"),
        ("PARVIS_WORKERS", "many"),
    ];
    for (name, value) in wrong {
        let error = refused(&[(name, value)]);
        let names: Vec<&str> = error.problems.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [name], "{name}={value}");
    }
}

#[test]
fn all_problems_are_told_at_once_and_no_secret_with_them() {
    let error = refused(&[
        ("PARVIS_LISTEN", "everywhere"),
        ("DATABASE_URL", "postgres//ada:hunter2@db"),
        ("PARVIS_SMTP_URL", "smtp://ada:hunter2@mail.example?tls=maybe"),
        ("PARVIS_LISTN", "127.0.0.1:1"),
        ("PARVIS_COMPLETELY_ELSE", "1"),
    ]);
    let text = error.to_string();
    assert!(text.contains("PARVIS_LISTEN must be an IP address"), "{text}");
    assert!(text.contains("PARVIS_LISTN is no setting of Parvis; did you mean PARVIS_LISTEN?"), "{text}");
    assert!(text.contains("PARVIS_COMPLETELY_ELSE is no setting of Parvis\n"), "{text}");
    assert!(text.contains("DATABASE_URL") && text.contains("PARVIS_SMTP_URL"), "{text}");
    assert!(!text.contains("hunter2"), "{text}");
}

#[test]
fn a_bucket_needs_its_key_and_a_key_its_bucket() {
    let error = refused(&[("PARVIS_STORAGE", "s3://cercle"), ("PARVIS_S3_ACCESS_KEY_ID", "AKIA")]);
    let text = error.to_string();
    assert!(
        text.contains("PARVIS_S3_SECRET_ACCESS_KEY is needed for the bucket of PARVIS_STORAGE"),
        "{text}"
    );
    let keys = [("PARVIS_S3_ACCESS_KEY_ID", "AKIA"), ("PARVIS_S3_SECRET_ACCESS_KEY", "hunter2")];
    let text = refused(&keys).to_string();
    assert!(text.contains("PARVIS_STORAGE names no bucket") && !text.contains("hunter2"), "{text}");
    let config = accepted(&[("PARVIS_STORAGE", "/srv/fichiers")]);
    assert_eq!(config.storage, Storage::Folder("/srv/fichiers".into()));
}

#[test]
fn the_debug_form_keeps_secrets() {
    let config = accepted(&[
        ("PARVIS_STORAGE", "s3://cercle"),
        ("PARVIS_S3_ACCESS_KEY_ID", "AKIA"),
        ("PARVIS_S3_SECRET_ACCESS_KEY", "hunter2"),
        ("DATABASE_URL", "postgres://ada:hunter2@db/parvis"),
        ("PARVIS_SMTP_URL", "smtps://ada:hunter2@mail.example"),
    ]);
    assert!(!format!("{config:?}").contains("hunter2"));
}

#[test]
fn mail_servers_come_in_the_form_that_the_mailer_takes() {
    for (given, wanted) in [
        ("smtp://mail.example", "smtp://mail.example?tls=opportunistic"),
        ("smtp://mail.example:25?tls=none", "smtp://mail.example:25"),
        ("smtps://mail.example", "smtps://mail.example"),
    ] {
        let config = accepted(&[("PARVIS_SMTP_URL", given)]);
        let url = config.smtp_url.unwrap();
        assert_eq!(url.reveal(), wanted);
        lettre::AsyncSmtpTransport::<lettre::Tokio1Executor>::from_url(url.reveal()).unwrap();
    }
}

#[test]
fn an_empty_value_is_no_value_and_test_settings_are_passed_over() {
    let config = accepted(&[("DATABASE_URL", ""), ("PARVIS_NAME", " "), ("PARVIS_TEST_DATABASE_URL", "x")]);
    assert!(config.database_url.is_none());
    assert_eq!(config.name, "Parvis");
}

#[test]
fn the_example_file_is_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".env.example");
    if env::var_os("GOLDEN").is_some_and(|word| word == "write") {
        fs::write(&path, env_example()).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), env_example(), "GOLDEN=write cargo it config");
}

#[test]
fn the_defaults_of_the_table_are_what_parvis_runs_with() {
    let without = Config::from_pairs::<&str, &str>([]).unwrap();
    let with = accepted(&SETTINGS.iter().map(|setting| (setting.name, setting.default)).collect::<Vec<_>>());
    assert_eq!(format!("{with:?}"), format!("{without:?}"));
}
