//! Handles: what is written behind the `@`.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization as _;
use uuid::Uuid;

use super::store;
use crate::{db::Tx, kernel::Fault};

/// What is written behind the `@`: `prenom.nom`, in plain letters.
pub fn handle(name: &str) -> String {
    let mut handle = String::new();
    for c in name.nfkd().flat_map(char::to_lowercase) {
        match c {
            'œ' => handle.push_str("oe"),
            'æ' => handle.push_str("ae"),
            'ß' => handle.push_str("ss"),
            'ø' => handle.push('o'),
            'ł' => handle.push('l'),
            c if c.is_ascii_alphanumeric() => handle.push(c),
            '-' | '_' if !handle.is_empty() && !handle.ends_with(['.', '-']) => handle.push('-'),
            c if c.is_whitespace() && !handle.is_empty() && !handle.ends_with(['.', '-']) => handle.push('.'),
            _ => {}
        }
        if handle.len() >= 32 {
            break;
        }
    }
    let handle = handle.trim_end_matches(['.', '-']);
    if handle.len() < 2 { "membre".to_owned() } else { handle.to_owned() }
}

/// The handles of a name, one after the other: `prenom.nom`, `prenom.nom2`…
pub(super) fn numbered(base: &str, number: u32) -> String {
    if number == 1 { base.to_owned() } else { format!("{base}{number}") }
}

/// A free handle for each name: `prenom.nom`, then with a number behind it. Numbers are looked for where the name alone is
/// taken, or asked for twice.
pub(in crate::features) async fn free(tx: &mut Tx, names: &[String]) -> Result<Vec<String>, Fault> {
    let bases: Vec<String> = names.iter().map(|name| handle(name)).collect();
    let mut taken: HashSet<String> = store::taken_handles(tx.db(), &bases).await?.into_iter().collect();
    let mut seen = HashSet::new();
    let crowded: HashSet<&str> = bases
        .iter()
        .map(String::as_str)
        .filter(|base| !seen.insert(*base) || taken.contains(*base))
        .collect();
    let candidates: Vec<String> =
        crowded.iter().flat_map(|base| (2..=30).map(|number| numbered(base, number))).collect();
    if !candidates.is_empty() {
        taken.extend(store::taken_handles(tx.db(), &candidates).await?);
    }
    Ok(bases
        .iter()
        .map(|base| {
            let most = if crowded.contains(base.as_str()) { 30 } else { 1 };
            let free = (1..=most).map(|number| numbered(base, number)).find(|one| !taken.contains(one));
            // Thirty people of a name, or a name that another one's number makes: a number that nobody guesses will do.
            let chosen = free.unwrap_or_else(|| format!("{base}{}", Uuid::new_v4().as_u128() % 1_000_000));
            taken.insert(chosen.clone());
            chosen
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::handle;

    #[test]
    fn handles_are_plain() {
        assert_eq!(handle("Élodie de la Tour"), "elodie.de.la.tour");
        assert_eq!(handle("Jean-Noël  Œuvré"), "jean-noel.oeuvre");
        assert_eq!(handle("水"), "membre");
        assert_eq!(handle("D'Artagnan"), "dartagnan");
    }
}
