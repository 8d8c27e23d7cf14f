//! The words: both languages say the same things, and what is put into a sentence stands in its own place.

use std::{collections::BTreeMap, fs, path::Path};

/// Each message of a language with its variables, in the order in which they first appear: the order of the arguments.
fn messages(language: &str) -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n").join(language);
    let mut messages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in fs::read_dir(folder).expect("the language").map(|file| file.expect("a file").path()) {
        let mut name = String::new();
        for line in fs::read_to_string(file).expect("a text").lines() {
            let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((id, _)) = line.split_once(" =").filter(|_| begins) {
                id.clone_into(&mut name);
                messages.insert(name.clone(), Vec::new());
            }
            let Some(variables) = messages.get_mut(&name) else { continue };
            for piece in line.split('$').skip(1) {
                let variable: String =
                    piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                if !variables.contains(&variable) {
                    variables.push(variable);
                }
            }
        }
    }
    messages
}

/// All text under a folder.
fn texts(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            texts(&entry, into);
        } else if let Ok(text) = fs::read_to_string(&entry) {
            into.push(text);
        }
    }
}

/// The arguments that begin after an opening parenthesis.
fn arguments(text: &str) -> Vec<String> {
    let (mut depth, mut found) = (0, vec![String::new()]);
    for c in text.chars() {
        match c {
            ')' | ']' | '}' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(String::new());
                continue;
            }
            _ => {}
        }
        found.last_mut().expect("an argument").push(c);
    }
    found.retain(|argument| !argument.trim().is_empty());
    found
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let sorted = |language| -> BTreeMap<String, Vec<String>> {
        messages(language)
            .into_iter()
            .map(|(name, mut variables)| {
                variables.sort();
                (name, variables)
            })
            .collect()
    };
    assert_eq!(sorted("fr"), sorted("en"));
}

#[test]
fn what_is_put_into_a_sentence_stands_in_its_own_place() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    texts(&root.join("src"), &mut sources);
    texts(&root.join("templates"), &mut sources);
    let mut exchanged = Vec::new();
    for (name, variables) in messages("fr").into_iter().filter(|(_, variables)| variables.len() > 1) {
        let call = format!(".{}(", name.replace('-', "_"));
        for source in &sources {
            for (at, _) in source.match_indices(&call) {
                let given = arguments(&source[at + call.len()..]);
                assert_eq!(given.len(), variables.len(), "{name} is called with {given:?}");
                for (argument, variable) in given.iter().zip(&variables) {
                    let says = |word: &String| {
                        argument.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| part == word)
                    };
                    if !says(variable) && variables.iter().any(says) {
                        exchanged.push(format!("{name}: `{}` stands for {variable}", argument.trim()));
                    }
                }
            }
        }
    }
    assert!(exchanged.is_empty(), "{}", exchanged.join("\n"));
}
