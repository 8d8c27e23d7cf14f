//! Hashing passwords: argon2id, two at a time, off the threads that serve pages.
//!
//! # Why
//! A hash costs 19 MiB and some 30 ms on purpose. Without a queue, signing in would be the cheapest way to bring the
//! house down: two run, thirty-two wait, the rest is told to come back (503).

use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicUsize, Ordering},
};

use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use tokio::sync::Semaphore;

use crate::kernel::{Fault, Password, fault::Busy};

static PLACES: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));
static WAITING: AtomicUsize = AtomicUsize::new(0);
const MOST_WAITING: usize = 32;

/// What is compared with when there is no account, so that both answers take the same time.
static NOBODY: LazyLock<String> = LazyLock::new(|| make(b"nobody has this password").unwrap_or_default());

/// A password as the table keeps it (PHC string).
#[derive(Clone)]
pub struct HashedPassword(String);

impl HashedPassword {
    /// The PHC string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What comparing brought.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::features) enum Verdict {
    /// Not the password, or no account.
    Wrong,
    /// The password.
    Right,
    /// The password, under parameters that were raised since: hash it anew.
    Weak,
}

/// Hashes a chosen password.
pub async fn hash(password: &Password) -> Result<HashedPassword, Fault> {
    let bytes = password.expose().to_vec();
    queued(move || make(&bytes)).await?.map(HashedPassword)
}

/// Compares a typed password with what the table keeps, or with nobody's.
pub(in crate::features) async fn verify(password: &Password, kept: Option<String>) -> Result<Verdict, Fault> {
    let bytes = password.expose().to_vec();
    queued(move || {
        let known = kept.is_some();
        let text = kept.unwrap_or_else(|| NOBODY.clone());
        let Ok(hash) = PasswordHash::new(&text) else {
            return Verdict::Wrong;
        };
        if Argon2::default().verify_password(&bytes, &hash).is_err() || !known {
            return Verdict::Wrong;
        }
        if is_weak(&hash) { Verdict::Weak } else { Verdict::Right }
    })
    .await
}

fn make(bytes: &[u8]) -> Result<String, Fault> {
    let hash: PasswordHash =
        Argon2::default().hash_password(bytes).map_err(|error| Fault::new(format!("argon2: {error}")))?;
    Ok(hash.to_string())
}

fn is_weak(hash: &PasswordHash) -> bool {
    let ours = Params::DEFAULT;
    Params::try_from(hash)
        .map_or(true, |theirs| theirs.m_cost() < ours.m_cost() || theirs.t_cost() < ours.t_cost())
}

/// One more in the queue, as long as it lives.
struct Waiting;

impl Waiting {
    fn enter() -> Result<Self, Fault> {
        let waiting = Self;
        if WAITING.fetch_add(1, Ordering::Relaxed) >= MOST_WAITING { Err(Busy.into()) } else { Ok(waiting) }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, Ordering::Relaxed);
    }
}

async fn queued<R: Send + 'static>(work: impl FnOnce() -> R + Send + 'static) -> Result<R, Fault> {
    let waiting = Waiting::enter()?;
    let place = PLACES.clone().acquire_owned().await?;
    drop(waiting);
    // The place goes along: a browser that hangs up does not make room for a third.
    Ok(tokio::task::spawn_blocking(move || {
        let result = work();
        drop(place);
        result
    })
    .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_is_argon2id_and_knows_its_password() {
        let hash = hash(&Password::typed("une courte phrase")).await.unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.as_str());
        let kept = Some(hash.as_str().to_owned());
        assert_eq!(
            verify(&Password::typed("une courte phrase"), kept.clone()).await.unwrap(),
            Verdict::Right
        );
        assert_eq!(verify(&Password::typed("une autre phrase"), kept).await.unwrap(), Verdict::Wrong);
        assert_eq!(verify(&Password::typed("nobody has this password"), None).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test]
    async fn weaker_parameters_are_noticed() {
        let old = Argon2::new(
            argon2::Algorithm::Argon2id,
            argon2::Version::V0x13,
            Params::new(8 * 1024, 1, 1, None).unwrap(),
        );
        let kept: PasswordHash = old.hash_password(b"une courte phrase").unwrap();
        assert_eq!(
            verify(&Password::typed("une courte phrase"), Some(kept.to_string())).await.unwrap(),
            Verdict::Weak
        );
    }
}
