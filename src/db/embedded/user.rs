//! Who the database runs as. PostgreSQL refuses to be root, so root hands it to `postgres`, else `nobody`.
//!
//! The standard library changes the user between fork and exec; nothing here needs `unsafe`. An ordinary
//! user runs the database as itself.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use tokio::process::Command;

use super::error::{EmbeddedError, Kind};

/// The locale of clusters and of the tools that make them: sorting is by ICU, this one is for the rest.
pub(super) const LOCALE: &str = if cfg!(target_os = "macos") { "en_US.UTF-8" } else { "C.UTF-8" };

/// The user of the database processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DbUser {
    /// The user that Parvis itself runs as.
    Same,
    /// Parvis is root, the database is not.
    Other { name: String, uid: u32, gid: u32 },
}

impl DbUser {
    /// The user for a database whose folder belongs to `owner`, when the folder exists already.
    pub(super) fn choose(owner: Option<(u32, u32)>) -> Result<Self, EmbeddedError> {
        if !rustix::process::geteuid().is_root() {
            return Ok(Self::Same);
        }
        let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
        if let Some((uid, gid)) = owner.filter(|(uid, _)| *uid != 0) {
            let name = name_of(&accounts, uid).unwrap_or_else(|| uid.to_string());
            return Ok(Self::Other { name, uid, gid });
        }
        ["postgres", "nobody"].iter().find_map(|name| account(&accounts, name)).ok_or_else(|| {
            EmbeddedError::new(
                Kind::User,
                "PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as",
                "Start Parvis as an ordinary user, or set DATABASE_URL.",
            )
        })
    }

    /// A command that will run as this user, from `/`, knowing nothing of Parvis's own environment.
    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir("/")
            .env_clear()
            .env("LC_ALL", LOCALE)
            .env("PATH", "/usr/local/bin:/usr/bin:/bin");
        if let Self::Other { uid, gid, .. } = self {
            command.uid(*uid).gid(*gid);
        }
        command
    }

    /// The uid that files of the database must have.
    pub(super) fn uid(&self) -> u32 {
        match self {
            Self::Same => rustix::process::geteuid().as_raw(),
            Self::Other { uid, .. } => *uid,
        }
    }

    /// How to name this user in a sentence.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Same => format!("uid {}", self.uid()),
            Self::Other { name, .. } => name.clone(),
        }
    }

    /// Gives one file or folder to this user.
    pub(super) fn give(&self, path: &Path) -> io::Result<()> {
        match self {
            Self::Other { uid, gid, .. } => std::os::unix::fs::lchown(path, Some(*uid), Some(*gid)),
            Self::Same => Ok(()),
        }
    }

    /// Gives a folder that is root's, and what is in it, to this user. What is theirs already is left alone:
    /// root must not walk where another user can move things about.
    pub(super) fn take_over(&self, folder: &Path) -> io::Result<()> {
        if fs::symlink_metadata(folder)?.uid() == self.uid() {
            return Ok(());
        }
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                self.take_over(&entry.path())?;
            } else {
                self.give(&entry.path())?;
            }
        }
        self.give(folder)
    }

    /// The first folder on the way to `path` that this user cannot enter, by its permission bits.
    pub(super) fn shut_out_at(&self, path: &Path) -> Option<PathBuf> {
        let Self::Other { uid, gid, .. } = self else {
            return None;
        };
        let mut way: Vec<&Path> = path.ancestors().filter(|folder| folder.is_dir()).collect();
        way.reverse();
        way.into_iter().find(|folder| !may_enter(folder, *uid, *gid)).map(Path::to_path_buf)
    }
}

fn may_enter(folder: &Path, uid: u32, gid: u32) -> bool {
    let Ok(about) = fs::metadata(folder) else {
        return false;
    };
    let bit = match () {
        () if about.uid() == uid => 0o100,
        () if about.gid() == gid => 0o010,
        () => 0o001,
    };
    about.mode() & bit != 0
}

fn account(accounts: &str, name: &str) -> Option<DbUser> {
    let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    let uid = fields.next()?.parse().ok()?;
    let gid = fields.next()?.parse().ok()?;
    Some(DbUser::Other { name: name.to_owned(), uid, gid })
}

pub(super) fn name_of(accounts: &str, uid: u32) -> Option<String> {
    let uid = uid.to_string();
    let line = accounts.lines().find(|line| line.split(':').nth(2) == Some(uid.as_str()))?;
    line.split(':').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{DbUser, account, name_of};

    const ACCOUNTS: &str =
        "root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104::/var/lib/postgresql:/bin/sh\n";

    #[test]
    fn accounts_are_read_from_the_passwd_file() {
        let postgres = DbUser::Other { name: "postgres".into(), uid: 101, gid: 104 };
        assert_eq!(account(ACCOUNTS, "postgres"), Some(postgres));
        assert_eq!(account(ACCOUNTS, "nobody"), None);
        assert_eq!(name_of(ACCOUNTS, 101).as_deref(), Some("postgres"));
    }
}
