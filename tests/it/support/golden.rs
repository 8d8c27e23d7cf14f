//! Golden files: what the code says of itself, kept where a review sees it change.

use std::{fs, path::PathBuf};

/// Compares a text with `tests/golden/<name>`; `GOLDEN=write` writes it instead.
pub fn check(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("GOLDEN").is_some_and(|mode| mode == "write") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if kept == text {
        return;
    }
    let changed: Vec<String> = diff(&kept, text);
    panic!(
        "{name} is not as committed. Read the change; if it is meant, run with GOLDEN=write.\n{}",
        changed.join("\n")
    );
}

fn diff(old: &str, new: &str) -> Vec<String> {
    let gone =
        old.lines().filter(|line| !new.lines().any(|other| other == *line)).map(|line| format!("- {line}"));
    let come =
        new.lines().filter(|line| !old.lines().any(|other| other == *line)).map(|line| format!("+ {line}"));
    gone.chain(come).take(60).collect()
}
