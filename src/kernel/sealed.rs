//! Bytes that only the holder of a key can read, and that say nothing to others: not what is in them, nor whether the
//! same is in them as before.

use rand::{TryRngCore as _, rngs::OsRng};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::kernel::{Fault, Secret};

/// How many bytes a key has.
const KEY: usize = 32;

/// A key of 256 bits for ChaCha20-Poly1305 (RFC 8439). Each box has its own random nonce in front: of one key a few
/// million boxes can be made before two of them are likely to share one.
#[derive(Clone, Debug)]
pub struct SealKey(Secret<[u8; KEY]>);

impl SealKey {
    /// A new key from the operating system.
    pub fn random() -> Result<Self, Fault> {
        let mut bytes = [0_u8; KEY];
        OsRng.try_fill_bytes(&mut bytes)?;
        Ok(Self(Secret::new(bytes)))
    }

    /// A key as it was kept.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(Secret::new(bytes)))
    }

    /// The key itself, for the one file that keeps it.
    pub fn expose(&self) -> &[u8] {
        self.0.expose()
    }

    /// Puts bytes into a box that belongs to something: it opens for nothing else.
    pub fn seal(&self, about: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut nonce = [0_u8; NONCE_LEN];
        OsRng.try_fill_bytes(&mut nonce)?;
        let mut body = plain.to_vec();
        self.key()?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(about), &mut body)
            .map_err(|_| Fault::new("a box could not be sealed"))?;
        Ok([&nonce[..], &body].concat())
    }

    /// What is in a box; none if it was sealed with another key, for something else, or changed.
    pub fn open(&self, about: &[u8], sealed: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
        let Some((nonce, body)) = sealed.split_at_checked(NONCE_LEN) else {
            return Ok(None);
        };
        let nonce =
            Nonce::try_assume_unique_for_key(nonce).map_err(|_| Fault::new("a nonce has another length"))?;
        let mut body = body.to_vec();
        Ok(self.key()?.open_in_place(nonce, Aad::from(about), &mut body).ok().map(|plain| plain.to_vec()))
    }

    fn key(&self) -> Result<LessSafeKey, Fault> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, self.expose());
        key.map(LessSafeKey::new).map_err(|_| Fault::new("a key has another length"))
    }
}

#[cfg(test)]
mod tests {
    use super::SealKey;

    #[test]
    fn a_box_opens_with_its_key_for_its_thing_alone() {
        let (key, other) = (SealKey::random().unwrap(), SealKey::random().unwrap());
        let sealed = key.seal(b"one", b"plain").unwrap();
        assert_eq!(key.open(b"one", &sealed).unwrap().as_deref(), Some(&b"plain"[..]));
        assert!(key.open(b"two", &sealed).unwrap().is_none());
        assert!(other.open(b"one", &sealed).unwrap().is_none());
        assert!(key.open(b"one", b"short").unwrap().is_none());
        let mut changed = sealed.clone();
        changed[20] ^= 1;
        assert!(key.open(b"one", &changed).unwrap().is_none());
        assert_ne!(key.seal(b"one", b"plain").unwrap(), sealed, "the same twice looks different");
    }

    #[test]
    fn a_key_is_kept_and_never_printed() {
        let key = SealKey::random().unwrap();
        let kept = SealKey::parse(key.expose()).unwrap();
        let sealed = key.seal(b"", b"x").unwrap();
        assert!(kept.open(b"", &sealed).unwrap().is_some());
        assert!(SealKey::parse(b"short").is_none());
        assert!(!format!("{key:?}").contains(&hex::encode(key.expose())));
    }
}
