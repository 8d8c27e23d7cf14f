//! Things that must not be printed, and random tokens that open doors.

use std::fmt;

use rand::{RngCore, TryRngCore, rngs::OsRng};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A value that no log line shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Hides a value.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the one place that needs it.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

/// 160 bits from the operating system, written as 40 hexadecimal digits. Only its SHA-256 is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new token.
    pub fn random() -> Self {
        let mut bytes = [0_u8; 20];
        OsRng.unwrap_err().fill_bytes(&mut bytes);
        Self(hex::encode(bytes))
    }

    /// A token as it came in an address. Anything that cannot be one is none.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .then(|| Self(text.to_ascii_lowercase()))
    }

    /// What the database keeps of it.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The token itself, for the one link that carries it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(…)")
    }
}

/// 128 random bits for a Content-Security-Policy nonce, hexadecimal.
pub fn nonce() -> String {
    let mut bytes = [0_u8; 16];
    OsRng.unwrap_err().fill_bytes(&mut bytes);
    hex::encode(bytes)
}

/// Compares without telling by its time where the difference is.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}
