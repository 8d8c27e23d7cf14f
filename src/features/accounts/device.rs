//! Browsers: how one is recognised again, and what people call it.

use axum::http::{HeaderMap, HeaderValue, header};
use sha2::{Digest, Sha256};

use crate::{
    app::App,
    db::Tx,
    features::accounts::store,
    kernel::{Fault, MemberId, Token},
    web::Cx,
};

/// What the browser says it is.
pub(in crate::features) fn agent(headers: &HeaderMap) -> String {
    headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// A browser as it is recognised: a random cookie that opens nothing.
pub(in crate::features) struct Device {
    token: Token,
}

impl Device {
    pub(in crate::features) fn of(headers: &HeaderMap, cx: &Cx) -> Self {
        let name = Self::name(&cx.app);
        let found = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(found, value)| (found == name).then(|| Token::parse(value)).flatten());
        Self { token: found.unwrap_or_else(Token::random) }
    }

    /// Remembers that a member uses this browser: `Some(false)` when they have used others but not this one.
    pub(in crate::features) async fn remember(
        &self,
        tx: &mut Tx,
        member: MemberId,
    ) -> Result<Option<bool>, Fault> {
        let now = tx.now();
        let (all, this) = (subject(member, ""), subject(member, self.token.expose()));
        store::tries::remember_device(tx.db(), &all, &this, now).await
    }

    fn name(app: &App) -> &'static str {
        if app.config.secure_cookies() { "__Host-device" } else { "device" }
    }

    pub(in crate::features) fn cookie(&self, app: &App) -> Result<HeaderValue, Fault> {
        cookie(app, Self::name(app), self.token.expose(), store::tries::DEVICE_LIFE.num_seconds())
    }
}

fn subject(member: MemberId, token: &str) -> Vec<u8> {
    Sha256::new().chain_update(member.0.as_bytes()).chain_update(token.as_bytes()).finalize().to_vec()
}

/// A cookie of ours that no script reads.
pub(in crate::features) fn cookie(
    app: &App,
    name: &str,
    value: &str,
    seconds: i64,
) -> Result<HeaderValue, Fault> {
    let secure = if app.config.secure_cookies() { "; Secure" } else { "" };
    Ok(HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    ))?)
}

/// An agent as people call it: the browser and the system, such as `Firefox`, `Linux`; empty where unknown.
pub(in crate::features) fn device_words(agent: &str) -> (&'static str, &'static str) {
    let first = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| agent.contains(mark)).map_or("", |(_, name)| name)
    };
    // The order matters: most browsers name several others.
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    (browser, system)
}

#[cfg(test)]
mod tests {
    use super::device_words;

    #[test]
    fn browsers_are_recognised_by_name() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0";
        assert_eq!(device_words(edge), ("Edge", "Windows"));
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(device_words(phone), ("Safari", "iPhone"));
        assert_eq!(device_words("curl/8"), ("", ""));
    }
}
