//! Where the database lives: `pg/` in the data folder, with `cluster/`, `log/` and the socket folder `run/`.
//!
//! Two things can be in the way. When root runs Parvis in a folder that the database's user cannot enter, the
//! database goes to a system folder and a note in the data folder says where. And a socket's path may
//! hold about a hundred bytes only: under a long path a short private folder elsewhere takes it.

use std::{
    env,
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Read, Seek, Write},
    os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
};

use rustix::fs::FlockOperation;
use sha2::{Digest, Sha256};

use super::{
    Say, Setup,
    error::{EmbeddedError, Kind},
    user::{DbUser, name_of},
};

/// The longest path of a socket that every system takes, less the name of the socket itself.
const LONGEST: usize = 100 - "/.s.PGSQL.5432".len();

/// The folders of one embedded database, held against other instances of Parvis.
#[derive(Debug)]
pub(super) struct Place {
    /// The parent of all else. Root keeps it, so that the database's user cannot put links in root's way.
    pub(super) home: PathBuf,
    pub(super) cluster: PathBuf,
    pub(super) log: PathBuf,
    pub(super) socket: PathBuf,
    pub(super) user: DbUser,
    _locks: Vec<File>,
}

impl Place {
    /// Takes the data folder for this process and decides where the database lives.
    pub(super) fn take(setup: &Setup, say: Say<'_>) -> Result<Self, EmbeddedError> {
        let data = data_folder(&setup.data)?;
        let mut locks = vec![lock(&data)?];
        let home = home(setup, &data, say)?;
        if !home.starts_with(&data) {
            locks.push(lock(home.parent().unwrap_or(&home))?);
        }
        make_dir(&home, 0o711)?;
        let (cluster, log) = (home.join("cluster"), home.join("log"));
        let user = DbUser::choose(owner(&home))?;
        let holder = owner(&home).map_or(user.uid(), |(uid, _)| uid);
        if user == DbUser::Same && holder != user.uid() {
            return Err(not_ours(&home, holder));
        }
        make_dir(&log, 0o700)?;
        for folder in [&cluster, &log].into_iter().filter(|folder| folder.is_dir()) {
            user.take_over(folder)
                .map_err(|e| EmbeddedError::io("give to the database's user", folder, &e))?;
        }
        let socket = socket_folder(&home, &user)?;
        Ok(Self { home, cluster, log, socket, user, _locks: locks })
    }
}

/// Whose database this is: of the cluster, or of the folder while there is none.
fn owner(home: &Path) -> Option<(u32, u32)> {
    let about = fs::metadata(home.join("cluster")).or_else(|_| fs::metadata(home)).ok()?;
    Some((about.uid(), about.gid()))
}

/// A new file in the place of an old one; never the old one, which may be a link to something else.
pub(super) fn new_file(path: &Path) -> io::Result<File> {
    let _ = fs::remove_file(path);
    OpenOptions::new().write(true).create_new(true).open(path)
}

fn data_folder(data: &Path) -> Result<PathBuf, EmbeddedError> {
    if !data.is_dir() {
        fs::create_dir_all(data).map_err(|e| EmbeddedError::io("make the data folder", data, &e))?;
        // Others may pass through to what is theirs, not look around.
        let passage = fs::Permissions::from_mode(0o711);
        fs::set_permissions(data, passage).map_err(|e| EmbeddedError::io("set the mode of", data, &e))?;
    }
    fs::canonicalize(data).map_err(|e| EmbeddedError::io("open the data folder", data, &e))
}

/// Held as long as the file is open: the kernel lets go when the process ends, however it ends.
fn lock(folder: &Path) -> Result<File, EmbeddedError> {
    let path = folder.join("parvis.lock");
    let mut file =
        OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path).map_err(
            |e| match (e.kind(), fs::metadata(&path).or_else(|_| fs::metadata(folder))) {
                (io::ErrorKind::PermissionDenied, Ok(about)) => not_ours(folder, about.uid()),
                _ => EmbeddedError::io("write", &path, &e),
            },
        )?;
    if let Ok(about) = fs::metadata(folder) {
        // Started once by root, the folder's owner can still start it afterwards.
        let _ = std::os::unix::fs::lchown(&path, Some(about.uid()), Some(about.gid()));
    }
    // A process that starts at this very moment holds a copy until it has become its own program; so does a predecessor
    // that is just ending. Neither takes a second.
    let held = (0..20).all(|_| {
        let held = rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive).is_err();
        if held {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        held
    });
    if held {
        let mut pid = String::new();
        let _ = file.read_to_string(&mut pid);
        return Err(EmbeddedError::new(
            Kind::Busy,
            format!("another Parvis (process {}) already uses {}", pid.trim(), folder.display()),
            "Stop it first, or give this one a folder of its own with PARVIS_DATA.",
        ));
    }
    let written =
        file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{}", std::process::id()));
    written.map_err(|e| EmbeddedError::io("write", &path, &e))?;
    Ok(file)
}

/// The folder of the database: as noted, else in the data folder, else where its user can go.
fn home(setup: &Setup, data: &Path, say: Say<'_>) -> Result<PathBuf, EmbeddedError> {
    let (near, note) = (data.join("pg"), data.join("pg.place"));
    if let Ok(noted) = fs::read_to_string(&note) {
        let noted = PathBuf::from(noted.trim());
        if !noted.join("cluster").is_dir() {
            return Err(gone(&note, &noted));
        }
        say(&format!("the database is in {}", noted.display()));
        return Ok(noted);
    }
    let user = DbUser::choose(owner(&near))?;
    let Some(shut) = user.shut_out_at(data) else {
        return Ok(near);
    };
    if near.join("cluster").is_dir() {
        return Err(shut_out(&near, &shut, &user));
    }
    let hash = short_hash(data);
    let far = setup.system_place.join(&hash).join("pg");
    let parent = setup.system_place.join(hash);
    make_dir(&parent, 0o711)?;
    if let Some(shut) = user.shut_out_at(&parent) {
        return Err(shut_out(&parent, &shut, &user));
    }
    say(&format!(
        "{} is closed to the user {}: the database goes to {}",
        shut.display(),
        user.name(),
        far.display()
    ));
    Ok(far)
}

impl Place {
    /// Removes what lies outside the home and has no use without a running server.
    pub(super) fn leave(&self) {
        if !self.socket.starts_with(&self.home) {
            let _ = fs::remove_dir_all(&self.socket);
        }
    }

    /// Notes in the data folder where a database lives that is not in it; once the cluster is complete.
    pub(super) fn note(&self, data: &Path) -> Result<(), EmbeddedError> {
        let near = fs::canonicalize(data).map_err(|e| EmbeddedError::io("open", data, &e))?;
        let note = near.join("pg.place");
        if self.home.starts_with(&near) || note.exists() {
            return Ok(());
        }
        fs::write(&note, format!("{}\n", self.home.display()))
            .map_err(|e| EmbeddedError::io("write", &note, &e))
    }
}

fn gone(note: &Path, noted: &Path) -> EmbeddedError {
    EmbeddedError::new(
        Kind::Cluster,
        format!("{} says that the database is in {}, and it is not there", note.display(), noted.display()),
        "Bring that folder back, or remove the note to begin with an empty database.",
    )
}

fn shut_out(path: &Path, shut: &Path, user: &DbUser) -> EmbeddedError {
    EmbeddedError::new(
        Kind::User,
        format!(
            "PostgreSQL runs as {}, who cannot enter {} on the way to {}",
            user.name(),
            shut.display(),
            path.display()
        ),
        format!("Open it (chmod o+x {}), or choose another folder with PARVIS_DATA.", shut.display()),
    )
}

fn not_ours(home: &Path, owner: u32) -> EmbeddedError {
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let name = name_of(&accounts, owner).unwrap_or_else(|| owner.to_string());
    EmbeddedError::new(
        Kind::Cluster,
        format!("{} belongs to {name}, and Parvis runs as somebody else here", home.display()),
        "Start Parvis as that user or as root, or choose another folder with PARVIS_DATA.",
    )
}

fn socket_folder(home: &Path, user: &DbUser) -> Result<PathBuf, EmbeddedError> {
    let near = home.join("run");
    let chosen = if near.as_os_str().len() <= LONGEST {
        near
    } else {
        let name = format!("parvis-{}-{}", user.uid(), short_hash(home));
        let runtime = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
        let base = runtime
            .filter(|folder| *user == DbUser::Same && folder.is_dir() && folder.as_os_str().len() < 40);
        base.unwrap_or_else(|| PathBuf::from("/tmp")).join(name)
    };
    make_dir(&chosen, 0o700)?;
    let own = |e| EmbeddedError::io("prepare the socket folder", &chosen, &e);
    let about = fs::symlink_metadata(&chosen).map_err(own)?;
    let mine = about.uid() == user.uid() || about.uid() == rustix::process::geteuid().as_raw();
    if !about.is_dir() || !mine {
        let what = format!("{} is needed for the socket and belongs to someone else", chosen.display());
        return Err(EmbeddedError::new(
            Kind::User,
            what,
            "Remove it, or choose a shorter path with PARVIS_DATA.",
        ));
    }
    fs::set_permissions(&chosen, fs::Permissions::from_mode(0o700)).map_err(own)?;
    user.give(&chosen).map_err(own)?;
    Ok(chosen)
}

fn make_dir(path: &Path, mode: u32) -> Result<(), EmbeddedError> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|e| EmbeddedError::io("make the folder", parent, &e))?;
    }
    DirBuilder::new().mode(mode).create(path).map_err(|e| EmbeddedError::io("make the folder", path, &e))
}

fn short_hash(path: &Path) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    hex::encode(digest).chars().take(12).collect()
}
