//! Turns the words in `i18n/` into typed functions, so that a missing message or argument does not build.
//!
//! The sources are written with plain spaces and straight apostrophes; French and English typography is applied
//! here, once, instead of by hand in a thousand places.

#![expect(clippy::expect_used, clippy::panic, reason = "a build that cannot go on ends")]

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use fluent_static_codegen::MessageBundleBuilder;

fn main() {
    println!("cargo::rerun-if-changed=i18n");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=static/dist");
    // The folder must exist for the embedding of assets; `bin/assets` fills it.
    fs::create_dir_all("static/dist").expect("static/dist can be created");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let mut bundle = MessageBundleBuilder::new("Strings");
    bundle.set_default_language("fr").expect("fr is a language");
    bundle.set_message_formatter_fn("crate::i18n::format_value").expect("a path");
    for (language, typography) in [("fr", french as fn(&str) -> String), ("en", english)] {
        for source in sources(language).expect("i18n can be read") {
            let text = typography(&fs::read_to_string(&source).expect("a message file can be read"));
            let set =
                out.join(format!("{language}-{}", source.file_name().unwrap_or_default().to_string_lossy()));
            fs::write(&set, text).expect("OUT_DIR can be written");
            if let Err(error) = bundle.add_resource(language, &set) {
                panic!("{}: {error}", source.display());
            }
        }
    }
    match bundle.build() {
        Ok(code) => code.write_to_file(out.join("strings.rs")).expect("OUT_DIR can be written"),
        Err(error) => panic!("i18n: {error}"),
    }
}

fn sources(language: &str) -> io::Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = fs::read_dir(Path::new("i18n").join(language))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    found.sort();
    Ok(found)
}

/// Narrow no-break space before `; ! ?`, no-break space before `:` and `%` and inside guillemets, curly apostrophe.
fn french(text: &str) -> String {
    text.replace(" ;", "\u{202F};")
        .replace(" !", "\u{202F}!")
        .replace(" ?", "\u{202F}?")
        .replace(" :", "\u{A0}:")
        .replace(" %", "\u{A0}%")
        .replace("« ", "«\u{A0}")
        .replace(" »", "\u{A0}»")
        .replace('\'', "’")
}

fn english(text: &str) -> String {
    text.replace('\'', "’")
}
