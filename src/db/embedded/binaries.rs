//! Where the server binaries of PostgreSQL are: `PARVIS_PG_BIN`, the usual places, then `PATH`.
//!
//! The cluster decides which major version is taken; a new cluster takes the newest. Versions are asked of
//! the binaries themselves, because folder names say nothing on some systems.

use std::{
    cmp::Reverse,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::error::{EmbeddedError, Kind};

/// The oldest major version that Parvis runs on: ICU as the collation of a whole cluster came with it.
const OLDEST: u32 = 15;

/// A folder with `initdb` and `postgres`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Binaries {
    pub(super) folder: PathBuf,
    pub(super) major: u32,
}

impl Binaries {
    /// The binaries for a cluster of this major version, or the newest for a new cluster.
    pub(super) fn find(
        chosen: Option<&Path>,
        cluster: Option<u32>,
        at: &Path,
    ) -> Result<Self, EmbeddedError> {
        let mut all = found(chosen);
        // Stable: of two with the same version the one found first is taken.
        all.sort_by_key(|found| Reverse(found.major));
        let Some(newest) = all.first().cloned() else {
            return Err(none_found(chosen));
        };
        match cluster {
            Some(major) => all
                .into_iter()
                .find(|found| found.major == major)
                .ok_or_else(|| other_major(major, newest.major, at)),
            None if newest.major < OLDEST => Err(too_old(newest.major)),
            None => Ok(newest),
        }
    }
}

fn none_found(chosen: Option<&Path>) -> EmbeddedError {
    let what = match chosen {
        Some(folder) => format!("PARVIS_PG_BIN: {} holds no initdb and postgres", folder.display()),
        None => "PostgreSQL is not installed on this machine".to_owned(),
    };
    EmbeddedError::new(
        Kind::Binaries,
        what,
        "Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17; Fedora: \
         dnf install postgresql-server postgresql-contrib), or set PARVIS_PG_BIN to the folder of its binaries, \
         or DATABASE_URL to a server that runs already.",
    )
}

fn too_old(found: u32) -> EmbeddedError {
    EmbeddedError::new(
        Kind::Binaries,
        format!("PostgreSQL {found} is installed, and Parvis needs {OLDEST} or newer"),
        "Install a newer PostgreSQL, or set DATABASE_URL to a server that runs one.",
    )
}

fn other_major(cluster: u32, newest: u32, at: &Path) -> EmbeddedError {
    EmbeddedError::new(
        Kind::Version,
        format!("{} was made by PostgreSQL {cluster}, and only {newest} was found", at.display()),
        format!(
            "Install PostgreSQL {cluster} beside it (Debian, Ubuntu: apt-get install postgresql-{cluster}) or set \
             PARVIS_PG_BIN to its binaries. To move to {newest} instead: start with version {cluster}, make a \
             backup, move this folder away, start with version {newest} and restore. Nothing was changed."
        ),
    )
}

fn found(chosen: Option<&Path>) -> Vec<Binaries> {
    let folders = match chosen {
        Some(folder) => vec![folder.to_path_buf()],
        None => usual_places(),
    };
    folders.iter().filter_map(|folder| look(folder)).collect()
}

fn look(folder: &Path) -> Option<Binaries> {
    let server = folder.join("postgres");
    if !server.is_file() || !folder.join("initdb").is_file() {
        return None;
    }
    let answer = Command::new(&server).arg("--version").current_dir("/").output().ok()?;
    let major = major_of(&String::from_utf8_lossy(&answer.stdout))?;
    Some(Binaries { folder: folder.to_path_buf(), major })
}

/// The major version in `postgres (PostgreSQL) 15.20 (Debian …)` or `… 18beta1`.
fn major_of(answer: &str) -> Option<u32> {
    let version = answer.split("(PostgreSQL) ").nth(1)?;
    let end = version.find(|c: char| !c.is_ascii_digit()).unwrap_or(version.len());
    version.get(..end)?.parse().ok()
}

fn usual_places() -> Vec<PathBuf> {
    // Folder, what the versions in it are called, and what stands under each.
    const PLACES: [(&str, &str, &str); 6] = [
        ("/usr/lib/postgresql", "", "bin"),
        ("/usr", "pgsql-", "bin"),
        ("/opt/homebrew/opt", "postgresql@", "bin"),
        ("/usr/local/opt", "postgresql@", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
        ("/usr/libexec", "postgresql", ""),
    ];
    let mut folders: Vec<PathBuf> =
        PLACES.iter().flat_map(|(folder, prefix, under)| versions_in(folder, prefix, under)).collect();
    if let Some(path) = env::var_os("PATH") {
        folders.extend(env::split_paths(&path).filter(|folder| folder.is_absolute()));
    }
    let mut seen = Vec::new();
    folders.retain(|folder| {
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.clone());
        let new = !seen.contains(&real);
        seen.push(real);
        new
    });
    folders
}

fn versions_in(folder: &str, prefix: &str, under: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
        .map(|entry| entry.path().join(under))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::major_of;

    #[test]
    fn majors_are_read_from_what_the_server_says() {
        assert_eq!(major_of("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n"), Some(15));
        assert_eq!(major_of("postgres (PostgreSQL) 19beta2\n"), Some(19));
        assert_eq!(major_of("something else"), None);
    }
}
