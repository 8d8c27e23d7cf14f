//! How many wrong passwords are too many (SECURITY C-09).
//!
//! Wrong ones are counted for a quarter of an hour: ten for an account from one network, a hundred from one network,
//! fifty for an account from everywhere. The last measure spares networks where the account is signed in already, so
//! that nobody can lock someone else out. Unknown addresses are counted like known ones and so answer alike.

use std::{net::IpAddr, time::Duration};

use chrono::TimeDelta;
use sha2::{Digest, Sha256};

use crate::{
    db::Db,
    features::accounts::store::tries,
    kernel::{EmailAddress, Fault, Timestamp},
    web::session,
};

const WINDOW: TimeDelta = TimeDelta::minutes(15);
const PAIR: &str = "sign_in_pair";
const NETWORK: &str = "sign_in_network";
const ACCOUNT: &str = "sign_in_account";

/// Someone who tries to sign in: which account, from where.
pub(in crate::features) struct Tries<'a> {
    email: &'a EmailAddress,
    network: String,
}

impl<'a> Tries<'a> {
    /// Tries on the account of an address from a network.
    pub(in crate::features) fn of(email: &'a EmailAddress, from: IpAddr) -> Self {
        Self { email, network: network(from) }
    }

    /// How long to wait before the next try, if there were too many.
    pub(in crate::features) async fn wait(
        &self,
        db: &mut Db,
        from: IpAddr,
        now: Timestamp,
    ) -> Result<Option<Duration>, Fault> {
        let mut wait = None;
        for (kind, tries, first) in tries::attempts(db, &self.subjects(), now - WINDOW).await? {
            let most = match kind.as_str() {
                PAIR => 10,
                NETWORK => 100,
                _ => 50,
            };
            if tries < most
                || (kind == ACCOUNT && tries::is_at_home(db, self.email, &session::shortened(from)).await?)
            {
                continue;
            }
            wait = wait.max((first + WINDOW - now).to_std().ok());
        }
        Ok(wait)
    }

    /// Notes a wrong password.
    pub(in crate::features) async fn wrong(&self, db: &mut Db, now: Timestamp) -> Result<(), Fault> {
        tries::note_attempts(db, &self.subjects(), now).await
    }

    /// Forgets the wrong passwords before the right one.
    pub(in crate::features) async fn right(&self, db: &mut Db) -> Result<(), Fault> {
        tries::forget_attempts(db, PAIR, &digest(&[self.email.as_str(), &self.network])).await
    }

    fn subjects(&self) -> [(&'static str, Vec<u8>); 3] {
        [
            (PAIR, digest(&[self.email.as_str(), &self.network])),
            (NETWORK, digest(&[&self.network])),
            (ACCOUNT, account(self.email)),
        ]
    }
}

/// Lets an account breathe again: its owner has proved themselves by a letter.
pub(in crate::features) async fn forgive(db: &mut Db, email: &EmailAddress) -> Result<(), Fault> {
    tries::forget_attempts(db, ACCOUNT, &account(email)).await
}

/// Whether one more letter may go to an address: five an hour (SECURITY N-13). Counts it if so.
pub(in crate::features) async fn may_write_to(
    db: &mut Db,
    email: &EmailAddress,
    now: Timestamp,
) -> Result<bool, Fault> {
    let subject = [("letter", account(email))];
    let sent = tries::attempts(db, &subject, now - TimeDelta::hours(1)).await?;
    if sent.iter().any(|(_, tries, _)| *tries >= 5) {
        return Ok(false);
    }
    tries::note_attempts(db, &subject, now).await?;
    Ok(true)
}

fn account(email: &EmailAddress) -> Vec<u8> {
    digest(&[email.as_str()])
}

/// The household or machine: IPv6 by its /64.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::")
        }
    }
}

/// What the table keeps of a subject: neither addresses nor networks can be read from it.
fn digest(parts: &[&str]) -> Vec<u8> {
    Sha256::digest(parts.join("\n").as_bytes()).to_vec()
}
