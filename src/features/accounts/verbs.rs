//! What happens to accounts. Verbs of people without an account take a [`Door`]; the rest is done to oneself.

use unicode_normalization::UnicodeNormalization as _;

use crate::{
    db::{Fact, Tx},
    features::accounts::{
        model::{Door, NewAccount, RegisterRefused, Way},
        store,
    },
    kernel::{Failure, MemberId},
};

/// Makes an account.
pub async fn register(
    tx: &mut Tx,
    new: &NewAccount,
    door: &Door,
) -> Result<MemberId, Failure<RegisterRefused>> {
    let member = MemberId::new(tx.now());
    store::insert(tx, member, &handle(new.name.as_str()), new).await?;
    let invitation = match door.0 {
        Way::Invitation(invitation) => Some(invitation),
        Way::Setup | Way::CommandLine => None,
    };
    tx.record(Fact::SignedUp { member, invitation }).await?;
    if new.site_role == crate::authz::SiteRole::Administrator {
        tx.record(Fact::AdministratorNamed { member }).await?;
    }
    Ok(member)
}

/// What is written behind the `@`: `prenom.nom`, in plain letters.
fn handle(name: &str) -> String {
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
    if handle.len() < 2 {
        "membre".to_owned()
    } else {
        handle.to_owned()
    }
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
