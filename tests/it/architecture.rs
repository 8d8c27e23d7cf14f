//! The rules of the house that neither the compiler nor the linter can hold: sizes, where SQL stands, through whose
//! eyes it reads, who may use whom, who commits.
//!
//! Each check works on the text of the sources. A spelling that it cannot read is a failure, not a pass.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// A source file below a folder of the project.
pub struct Source {
    path: String,
    pub text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The source files below a folder of the project whose names end so.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(folder), endings, &mut found);
    assert!(!found.is_empty(), "{folder} has no {endings:?}");
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().filter_map(Result::ok).map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "dist" && name != "node_modules") {
                walk(&path, endings, found);
            }
        } else if path.extension().is_some_and(|ending| endings.contains(&ending.to_string_lossy().as_ref()))
        {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            found.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// The code of a Rust file without its unit tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

fn none(what: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{what}:\n{}", broken.join("\n"));
}

#[test]
fn files_are_short_enough_to_read_in_one_sitting() {
    let limits: [(&str, &[&str], usize); 6] = [
        ("src", &["rs"], 400),
        ("tests", &["rs", "js"], 500),
        ("templates", &["html", "txt"], 150),
        ("static/js", &["js"], 200),
        ("static/css", &["css"], 250),
        ("benches", &["rs"], 400),
    ];
    let mut broken = Vec::new();
    for (folder, endings, most) in limits {
        if !root().join(folder).exists() {
            continue;
        }
        for source in sources(folder, endings) {
            let lines = code(&source.text).lines().count();
            if lines > most {
                broken.push(format!("{}: {lines} lines, {most} at most", source.path));
            }
        }
    }
    none("files too long", &broken);
}

#[test]
fn rooms_are_small_enough_to_read_alone() {
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources("src/features", &["rs"]) {
        let room = source.path.split('/').nth(2).unwrap_or_default().to_owned();
        *sizes.entry(room).or_default() += code(&source.text).lines().count();
    }
    let broken: Vec<String> = sizes
        .into_iter()
        .filter(|(_, lines)| *lines > 2_500)
        .map(|(room, lines)| format!("{room}: {lines}"))
        .collect();
    none("rooms too large", &broken);
}

#[test]
fn sql_stands_only_where_it_belongs() {
    let home = |path: &str| {
        path.ends_with("/store.rs")
            || path.contains("/store/")
            || path.starts_with("src/authz/")
            || path.starts_with("src/db/")
            || path == "src/jobs/queue.rs"
            || path == "src/web/session.rs"
    };
    let broken: Vec<String> = sources("src", &["rs"])
        .iter()
        .filter(|source| !home(&source.path) && code(&source.text).contains("sqlx::query"))
        .map(|source| source.path.clone())
        .collect();
    none("SQL outside store.rs, authz, db, jobs/queue.rs and web/session.rs", &broken);
}

/// The statements of a file, each with the two lines above it.
fn statements(text: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut offset = 0;
    while let Some(at) = rest.find("sqlx::query") {
        let start = offset + at;
        let tail = &text[start..];
        let open = tail.find('(').unwrap_or(0);
        let sql = literal(&tail[open..]);
        let above: String = text[..start].lines().rev().take(4).collect::<Vec<_>>().join("\n");
        let line = text[..start].lines().count() + 1;
        found.push((line, above, sql));
        offset = start + 11;
        rest = &text[offset..];
    }
    found
}

/// The first string literal of a call, with the comments before it.
fn literal(call: &str) -> String {
    let raw = call.find("r#\"");
    let plain = call.find('"');
    match (raw, plain) {
        (Some(raw), Some(plain)) if raw < plain => {
            let end = call[raw + 3..].find("\"#").map_or(call.len(), |end| raw + 3 + end);
            call[..end].to_owned()
        }
        (_, Some(plain)) => {
            let end = call[plain + 1..].find('"').map_or(call.len(), |end| plain + 1 + end);
            call[..end].to_owned()
        }
        _ => String::new(),
    }
}

#[test]
fn reads_for_a_person_go_through_visibility() {
    let nouns = [
        "posts",
        "comments",
        "groups",
        "memberships",
        "members",
        "pictures",
        "files",
        "notices",
        "invitations",
        "join_requests",
        "field_values",
        "ring_grants",
    ];
    let mut broken = Vec::new();
    for source in sources("src/features", &["rs"]) {
        for (line, above, sql) in statements(code(&source.text)) {
            let lower = sql.to_lowercase();
            let words: Vec<&str> = lower
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .filter(|word| !word.is_empty())
                .collect();
            let first =
                words.iter().find(|word| ["select", "with", "insert", "update", "delete"].contains(word));
            let reads = first.is_some_and(|word| ["select", "with"].contains(word));
            let bare =
                words.windows(2).any(|pair| ["from", "join"].contains(&pair[0]) && nouns.contains(&pair[1]));
            if reads && bare && !lower.contains("bare:") && !above.contains("bare:") {
                broken.push(format!("{}:{line}", source.path));
            }
        }
    }
    none("statements that read a bare table without saying why (-- bare: reason)", &broken);
}

#[test]
fn only_handlers_jobs_and_commands_begin_and_commit() {
    let allowed = |path: &str| {
        path.contains("/pages/")
            || path.contains("jobs")
            || path.starts_with("src/app/")
            || path.starts_with("src/db/")
    };
    let broken: Vec<String> = sources("src", &["rs"])
        .iter()
        .filter(|source| !allowed(&source.path) && code(&source.text).contains(".commit()"))
        .map(|source| source.path.clone())
        .collect();
    none("commits outside pages, jobs and commands", &broken);
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let order: Vec<String> = fs::read_to_string(root().join("src/features/mod.rs"))
        .unwrap()
        .lines()
        .filter_map(|line| Some(line.trim().strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned()))
        .collect();
    let place = |room: &str| order.iter().position(|other| other == room);
    let mut broken = Vec::new();
    for source in sources("src/features", &["rs"]) {
        let Some(room) = source.path.split('/').nth(2).filter(|room| place(room).is_some()) else {
            continue;
        };
        for (number, line) in code(&source.text).lines().enumerate() {
            for other in order.iter().filter(|other| place(other) > place(room)) {
                if line.contains(&format!("features::{other}"))
                    || (line.contains("features::{") && line.contains(&format!("{other}::")))
                {
                    broken.push(format!(
                        "{}:{} uses {other}, which stands below {room}",
                        source.path,
                        number + 1
                    ));
                }
            }
        }
    }
    none("rooms that look down", &broken);
}

#[test]
fn floors_do_not_know_rooms() {
    let mut broken = Vec::new();
    for source in sources("src", &["rs"]) {
        if source.path.starts_with("src/features/")
            || source.path.starts_with("src/app/")
            || source.path == "src/lib.rs"
        {
            continue;
        }
        if code(&source.text).contains("crate::features") || code(&source.text).contains("features::{") {
            broken.push(source.path);
        }
    }
    none("floors that know rooms", &broken);
}

#[test]
fn templates_hold_no_raw_markup_styles_or_handlers() {
    let mut broken = Vec::new();
    for source in sources("templates", &["html"]) {
        let mail = source.path.starts_with("templates/mail/");
        for (number, line) in source.text.lines().enumerate() {
            let shell = source.path.starts_with("templates/layout/") && line.trim() == "{{ body|safe }}";
            let handler = [" onclick=", " onload=", " onerror=", " onsubmit=", " onchange=", " oninput="]
                .iter()
                .any(|word| line.contains(word));
            if (line.contains("|safe") && !shell)
                || handler
                || (line.contains(" style=\"") && !mail)
                || line.contains("javascript:")
            {
                broken.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    none("templates with raw markup, styles or handlers", &broken);
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let mut broken = Vec::new();
    for source in sources("templates", &["html"]) {
        for (number, word) in loose_words(&source.text) {
            broken.push(format!("{}:{number}: {word}", source.path));
        }
    }
    none("words outside i18n", &broken);
}

/// Runs of letters that stand outside tags, template code and comments, and in attributes that people read.
fn loose_words(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let blank = |text: &str, open: &str, close: &str| {
        let mut out = String::new();
        let mut rest = text;
        while let Some(start) = rest.find(open) {
            let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
            out.push_str(&rest[..start]);
            out.extend(rest[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[end..];
        }
        out + rest
    };
    let bare = blank(&blank(&blank(&blank(text, "{#", "#}"), "{%", "%}"), "{{", "}}"), "<!--", "-->");
    let outside = blank(&bare, "<", ">");
    for (number, line) in outside.lines().enumerate() {
        let words: String = line.chars().filter(|c| !c.is_numeric()).collect();
        for word in
            words.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
        {
            if !["Ctrl", "K", "&nbsp;", "&middot;", "mso", "Parvis"].contains(&word) {
                found.push((number + 1, word.to_owned()));
            }
        }
    }
    found
}

#[test]
fn macros_stay_within_the_budget_of_compile_time() {
    let statements: usize =
        sources("src", &["rs"]).iter().map(|source| source.text.matches("sqlx::query").count()).sum();
    let templates: usize =
        sources("src", &["rs"]).iter().map(|source| source.text.matches("#[template(").count()).sum();
    assert!(statements <= 700, "{statements} statements: time to think about compile time");
    assert!(templates <= 260, "{templates} templates: time to think about compile time");
}
