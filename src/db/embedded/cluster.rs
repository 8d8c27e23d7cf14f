//! Making a cluster, and the settings it runs with.
//!
//! A cluster is made under another name and renamed when it is complete: what is found under its own name is
//! never half-made and never removed. Checksums and fsync stay on; whoever needs other settings
//! writes them in `cluster/local.conf`, which is read last and never written.

use std::{
    fs::{self, DirBuilder},
    io::Write,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::Path,
};

use super::{
    binaries::Binaries,
    error::{EmbeddedError, Kind},
    place::{Place, new_file},
    user::LOCALE,
};

/// The superuser of the cluster. Parvis works as the plain role [`ROLE`].
pub(super) const SUPERUSER: &str = "postgres";
/// The role and the database of Parvis.
pub(super) const ROLE: &str = "parvis";

/// The major version a complete cluster was made with; none when there is no cluster yet.
pub(super) fn major(place: &Place) -> Result<Option<u32>, EmbeddedError> {
    let cluster = &place.cluster;
    if !cluster.exists() || fs::remove_dir(cluster).is_ok() {
        return Ok(None);
    }
    let damaged = || {
        EmbeddedError::new(
            Kind::Cluster,
            format!("{} is not a complete PostgreSQL cluster", cluster.display()),
            "Parvis does not touch it. Restore it from a backup, or move it away to begin with an empty database.",
        )
    };
    let version = fs::read_to_string(cluster.join("PG_VERSION")).map_err(|_| damaged())?;
    if !cluster.join("global/pg_control").is_file() {
        return Err(damaged());
    }
    version.trim().parse().map(Some).map_err(|_| damaged())
}

/// Makes the cluster. Left-overs of an attempt that was cut short are swept first.
pub(super) async fn make(place: &Place, binaries: &Binaries) -> Result<(), EmbeddedError> {
    sweep(place);
    let partial = place.home.join(format!("cluster.partial-{}", std::process::id()));
    DirBuilder::new()
        .mode(0o700)
        .create(&partial)
        .and_then(|()| place.user.give(&partial))
        .map_err(|e| EmbeddedError::io("make", &partial, &e))?;
    let mut initdb = place.user.command(&binaries.folder.join("initdb"));
    initdb
        .arg("--pgdata")
        .arg(&partial)
        .args(["--username", SUPERUSER, "--auth-local", "trust", "--auth-host", "reject"])
        .args(["--encoding", "UTF8", "--locale", LOCALE, "--lc-messages", "C"])
        .args(["--locale-provider", "icu", "--icu-locale", "und", "--data-checksums"])
        .kill_on_drop(true);
    let done = initdb.output().await.map_err(|e| cannot_run(place, &binaries.folder, &e))?;
    if !done.status.success() {
        let _ = fs::remove_dir_all(&partial);
        let detail = String::from_utf8_lossy(&done.stderr);
        return Err(EmbeddedError::server("the database could not be made", &detail, &place.home));
    }
    let include = "\ninclude '../parvis.conf'\ninclude_if_exists 'local.conf'\n";
    let conf = partial.join("postgresql.conf");
    let written = fs::read_to_string(&conf).and_then(|text| fs::write(&conf, text + include));
    written.map_err(|e| EmbeddedError::io("write", &conf, &e))?;
    fs::rename(&partial, &place.cluster)
        .and_then(|()| fs::File::open(&place.home)?.sync_all())
        .map_err(|e| EmbeddedError::io("finish", &place.cluster, &e))
}

/// Best effort: an `initdb` that outlived a killed Parvis may still be writing there.
fn sweep(place: &Place) {
    let Ok(entries) = fs::read_dir(&place.home) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with("cluster.partial") {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Why a program of PostgreSQL could not even be started.
pub(super) fn cannot_run(place: &Place, folder: &Path, error: &std::io::Error) -> EmbeddedError {
    let user = place.user.name();
    EmbeddedError::new(
        Kind::User,
        format!("cannot run the programs in {} as {user}: {error}", folder.display()),
        "The user must be able to enter that folder, and a container must not drop SETUID, SETGID and CHOWN when \
         it starts as root. Starting Parvis as an ordinary user or setting DATABASE_URL also helps.",
    )
}

/// Writes the settings of Parvis; done before each start, so that a newer Parvis brings newer ones.
pub(super) fn write_settings(place: &Place) -> Result<(), EmbeddedError> {
    let path = place.home.join("parvis.conf");
    let text = settings(&place.socket, &place.log);
    let written = new_file(&path).and_then(|mut file| {
        file.set_permissions(fs::Permissions::from_mode(0o644))?;
        file.write_all(text.as_bytes())
    });
    written.map_err(|e| EmbeddedError::io("write", &path, &e))
}

fn settings(socket: &Path, log: &Path) -> String {
    let (socket, log) = (quoted(socket), quoted(log));
    format!(
        "# Written by Parvis at each start; your own settings belong in local.conf.\n\
         listen_addresses = ''\n\
         unix_socket_directories = {socket}\n\
         unix_socket_permissions = 0700\n\
         max_connections = 100\n\
         shared_buffers = '128MB'\n\
         effective_cache_size = '512MB'\n\
         work_mem = '8MB'\n\
         maintenance_work_mem = '64MB'\n\
         max_wal_size = '512MB'\n\
         max_parallel_workers_per_gather = 0\n\
         random_page_cost = 1.1\n\
         jit = off\n\
         fsync = on\n\
         full_page_writes = on\n\
         timezone = 'UTC'\n\
         cluster_name = 'parvis'\n\
         # A week of logs, without what members wrote.\n\
         logging_collector = on\n\
         log_directory = {log}\n\
         log_filename = 'postgresql-%a.log'\n\
         log_rotation_age = '1d'\n\
         log_rotation_size = 0\n\
         log_truncate_on_rotation = on\n\
         log_error_verbosity = terse\n\
         log_parameter_max_length = 0\n\
         log_parameter_max_length_on_error = 0\n"
    )
}

fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\\', "\\\\").replace('\'', "''"))
}
