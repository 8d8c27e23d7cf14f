//! The embedded database against a real PostgreSQL: made, killed, cut short, refused, moved aside.

#![expect(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test ends and tells by them")]

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    time::Duration,
};

use parvis::db::embedded::{Embedded, EmbeddedError, Kind, Setup};
use rustix::process::{Pid, Signal, kill_process};
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

/// A data folder that the database's user can reach, and a system place that is not the real one.
struct Ground {
    setup: Setup,
    folder: TempDir,
}

impl Ground {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        open_to_all(folder.path());
        let mut setup = Setup::new(&folder.path().join("data"));
        setup.system_place = folder.path().join("system");
        Self { setup, folder }
    }

    async fn start(&self) -> Embedded {
        self.try_start().await.unwrap_or_else(|error| panic!("{error}"))
    }

    async fn try_start(&self) -> Result<Embedded, EmbeddedError> {
        Embedded::start_with(&self.setup, &|_| {}).await
    }

    fn home(&self) -> PathBuf {
        self.setup.data.join("pg")
    }
}

fn open_to_all(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

fn root() -> bool {
    rustix::process::geteuid().is_root()
}

async fn run(db: &Embedded, statement: &'static str) {
    let mut connection = PgConnection::connect_with(&db.connect_options()).await.unwrap();
    sqlx::query(statement).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn ask(db: &Embedded, question: &'static str) -> String {
    let mut connection = PgConnection::connect_with(&db.connect_options()).await.unwrap();
    let answer = sqlx::query_scalar(question).fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    answer
}

fn postmaster(home: &Path) -> Pid {
    let text = fs::read_to_string(home.join("cluster/postmaster.pid")).unwrap();
    Pid::from_raw(text.lines().next().unwrap().trim().parse().unwrap()).unwrap()
}

#[tokio::test]
async fn the_first_start_makes_a_private_durable_database() {
    let ground = Ground::new();
    let db = ground.start().await;
    for (setting, wanted) in [
        ("show fsync", "on"),
        ("show data_checksums", "on"),
        ("show listen_addresses", ""),
        ("show jit", "off"),
    ] {
        assert_eq!(ask(&db, setting).await, wanted, "{setting}");
    }
    let collation = "select datlocprovider::text || pg_encoding_to_char(encoding) from pg_database \
                     where datname = current_database()";
    assert_eq!(ask(&db, collation).await, "iUTF8");
    assert_eq!(ask(&db, "select rolsuper::text from pg_roles where rolname = current_user").await, "false");
    run(&db, "create extension pg_trgm").await;
    run(&db, "create extension unaccent").await;
    let socket = fs::metadata(ground.home().join("run")).unwrap();
    assert_eq!(socket.mode() & 0o777, 0o700);
    let cluster = fs::metadata(ground.home().join("cluster")).unwrap();
    assert_ne!(cluster.uid(), 0, "the cluster must not belong to root");
    db.stop().await;
    assert!(!ground.home().join("cluster/postmaster.pid").exists(), "stopped cleanly");
}

#[tokio::test]
async fn a_killed_server_is_started_again_while_parvis_runs_and_loses_nothing() {
    let ground = Ground::new();
    let db = ground.start().await;
    run(&db, "create table kept as select 'kept'::text as word").await;
    let killed = postmaster(&ground.home());
    kill_process(killed, Signal::KILL).unwrap();
    let cancel = CancellationToken::new();
    let back = async {
        loop {
            if let Ok(mut connection) = PgConnection::connect_with(&db.connect_options()).await {
                let word =
                    sqlx::query_scalar::<_, String>("select word from kept").fetch_one(&mut connection).await;
                if let Ok(word) = word {
                    assert_eq!(word, "kept");
                    break;
                }
            }
            tokio::task::yield_now().await;
        }
        cancel.cancel();
    };
    let both = async { tokio::join!(db.watch(cancel.clone()), back) };
    Box::pin(tokio::time::timeout(Duration::from_mins(1), both)).await.unwrap();
    assert_ne!(postmaster(&ground.home()), killed);
    db.stop().await;
}

#[tokio::test]
async fn after_a_killed_parvis_and_a_killed_server_the_next_start_recovers() {
    let ground = Ground::new();
    let db = ground.start().await;
    run(&db, "create table kept as select 'kept'::text as word").await;
    kill_process(postmaster(&ground.home()), Signal::KILL).unwrap();
    drop(db);
    let db = ground.start().await;
    assert_eq!(ask(&db, "select word from kept").await, "kept");
    db.stop().await;
}

#[tokio::test]
async fn a_server_that_survived_parvis_is_adopted_and_then_stopped_by_it() {
    let ground = Ground::new();
    let db = ground.start().await;
    let survivor = postmaster(&ground.home());
    drop(db);
    let db = ground.start().await;
    assert_eq!(postmaster(&ground.home()), survivor);
    assert_eq!(ask(&db, "select 'here'").await, "here");
    db.stop().await;
    assert!(!ground.home().join("cluster/postmaster.pid").exists());
}

#[tokio::test]
async fn a_half_made_cluster_is_thrown_away_and_made_again() {
    let ground = Ground::new();
    let half = ground.home().join("cluster.partial-1");
    fs::create_dir_all(half.join("base")).unwrap();
    fs::write(half.join("PG_VERSION"), "15\n").unwrap();
    fs::create_dir(ground.home().join("cluster")).unwrap();
    let db = ground.start().await;
    assert!(!half.exists());
    assert_eq!(ask(&db, "select 'here'").await, "here");
    db.stop().await;
}

#[tokio::test]
async fn a_damaged_cluster_is_refused_and_not_touched() {
    let ground = Ground::new();
    let cluster = ground.home().join("cluster");
    fs::create_dir_all(&cluster).unwrap();
    fs::write(cluster.join("precious"), "data").unwrap();
    let error = ground.try_start().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Cluster, "{error}");
    assert_eq!(fs::read_to_string(cluster.join("precious")).unwrap(), "data");
}

#[tokio::test]
async fn a_lock_file_that_names_another_living_process_does_not_stop_the_start() {
    let ground = Ground::new();
    ground.start().await.stop().await;
    let cluster = ground.home().join("cluster");
    // A process of the database's own user, as in a container where numbers come back.
    let mut sleeper = std::process::Command::new("sleep");
    if root() {
        use std::os::unix::process::CommandExt;
        let owner = fs::metadata(&cluster).unwrap();
        sleeper.uid(owner.uid()).gid(owner.gid());
    }
    let mut sleeper = sleeper.arg("600").spawn().unwrap();
    let text = format!("{}\n{}\n1700000000\n5432\n/tmp\n\n", sleeper.id(), cluster.display());
    fs::write(cluster.join("postmaster.pid"), &text).unwrap();
    if root() {
        let owner = fs::metadata(&cluster).unwrap();
        std::os::unix::fs::chown(cluster.join("postmaster.pid"), Some(owner.uid()), Some(owner.gid()))
            .unwrap();
    }
    let started = ground.try_start().await;
    assert!(sleeper.try_wait().unwrap().is_none(), "the other process is left alone");
    sleeper.kill().unwrap();
    sleeper.wait().unwrap();
    started.unwrap_or_else(|error| panic!("{error}")).stop().await;
}

#[tokio::test]
async fn a_lock_file_of_a_dead_process_does_not_stop_the_start() {
    let ground = Ground::new();
    ground.start().await.stop().await;
    let cluster = ground.home().join("cluster");
    for content in ["4194304\n/nowhere\n1\n5432\n/tmp\n\n", "", "nonsense\n"] {
        let path = cluster.join("postmaster.pid");
        fs::write(&path, content).unwrap();
        let owner = fs::metadata(&cluster).unwrap();
        std::os::unix::fs::chown(&path, Some(owner.uid()), Some(owner.gid())).unwrap();
        ground.start().await.stop().await;
    }
}

#[tokio::test]
async fn a_cluster_of_another_major_version_is_refused_with_the_way_out() {
    let ground = Ground::new();
    ground.start().await.stop().await;
    let version = ground.home().join("cluster/PG_VERSION");
    fs::write(&version, "11\n").unwrap();
    let error = ground.try_start().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Version, "{error}");
    let text = error.to_string();
    assert!(text.contains("made by PostgreSQL 11") && text.contains("postgresql-11"), "{text}");
    assert_eq!(fs::read_to_string(&version).unwrap(), "11\n");
}

#[tokio::test]
async fn a_second_parvis_on_the_same_data_is_refused() {
    let ground = Ground::new();
    let db = ground.start().await;
    let error = ground.try_start().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    assert!(error.to_string().contains(&std::process::id().to_string()), "{error}");
    db.stop().await;
}

#[tokio::test]
async fn a_folder_without_binaries_is_named() {
    let mut ground = Ground::new();
    ground.setup.binaries = Some(ground.folder.path().to_path_buf());
    let error = ground.try_start().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Binaries, "{error}");
    assert!(error.to_string().contains("PARVIS_PG_BIN"), "{error}");
}

#[tokio::test]
async fn a_long_path_gets_its_socket_elsewhere() {
    let mut ground = Ground::new();
    ground.setup.data = ground.folder.path().join("long".repeat(30)).join("data");
    let db = ground.start().await;
    assert_eq!(ask(&db, "select 'here'").await, "here");
    db.stop().await;
}

#[tokio::test]
async fn under_a_closed_folder_root_puts_the_database_aside_and_finds_it_again() {
    if !root() {
        eprintln!("skipped: only root runs the database as someone else");
        return;
    }
    let mut ground = Ground::new();
    let closed = ground.folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    ground.setup.data = closed.join("data");

    let said = std::sync::Mutex::new(Vec::new());
    let say = |text: &str| said.lock().unwrap().push(text.to_owned());
    let db = Embedded::start_with(&ground.setup, &say).await.unwrap_or_else(|error| panic!("{error}"));
    assert!(db.home().starts_with(&ground.setup.system_place));
    let home = db.home().display().to_string();
    assert!(said.lock().unwrap().iter().any(|line| line.contains(&home)), "it says where");
    run(&db, "create table kept as select 'kept'::text as word").await;
    db.stop().await;
    drop(db);

    // The note in the data folder leads back to it, also after the checkout was moved and opened.
    let moved = ground.folder.path().join("moved");
    fs::rename(&closed, &moved).unwrap();
    open_to_all(&moved);
    ground.setup.data = moved.join("data");
    let db = ground.start().await;
    assert_eq!(ask(&db, "select word from kept").await, "kept");
    db.stop().await;
    drop(db);

    fs::remove_dir_all(&ground.setup.system_place).unwrap();
    let error = ground.try_start().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Cluster, "never an empty database in the place of a lost one: {error}");
}
