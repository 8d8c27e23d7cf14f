//! Coming in and going out: what else happens beside the cookie.

use axum::http::{HeaderMap, HeaderValue, header};
use sha2::{Digest, Sha256};

use crate::{
    app::App,
    db::{Fact, Tx},
    features::accounts::{mail, model::Account, store},
    kernel::{Fault, MemberId, Timestamp, Token},
    web::{Cx, Reply, session},
};

/// Begins a change in the name of someone who is not signed in yet.
pub(super) async fn begin_as(cx: &Cx, member: MemberId) -> Result<Tx, Fault> {
    let tx = Tx::begin(&cx.app.db, Some(member), "", cx.now(), cx.app.signal.clone()).await?;
    Ok(tx.from_address(cx.client().to_string()))
}

/// What the browser says it is.
pub(super) fn agent(headers: &HeaderMap) -> String {
    headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned()
}

/// Lets a member in: notes it, writes to them when the device is new, and gives the browser its session. The
/// transaction is committed here, before the session exists.
pub(super) async fn enter(
    cx: &Cx,
    mut tx: Tx,
    account: &Account,
    headers: &HeaderMap,
    reply: Reply,
) -> Reply {
    let agent = agent(headers);
    let device = Device::of(headers, cx);
    tx.record(Fact::SignedIn { member: account.id }).await?;
    let now = tx.now();
    let known = store::remember_device(
        tx.db(),
        &device.subject(account.id, ""),
        &device.subject(account.id, device.token.expose()),
        now,
    )
    .await?;
    if known == Some(false) {
        let letter = mail::new_device(cx, account, &agent, now)?;
        crate::mail::post(&mut tx, &cx.app.config, letter).await?;
    }
    tx.commit().await?;
    session::sign_in(cx, account.id, &agent).await?;
    let mut response = reply?;
    response
        .headers_mut()
        .append(header::SET_COOKIE, device.cookie(&cx.app)?);
    Ok(response)
}

/// A browser as it is recognised: a random cookie that opens nothing.
struct Device {
    token: Token,
}

impl Device {
    fn of(headers: &HeaderMap, cx: &Cx) -> Self {
        let name = Self::name(&cx.app);
        let found = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(found, value)| (found == name).then(|| Token::parse(value)).flatten());
        Self {
            token: found.unwrap_or_else(Token::random),
        }
    }

    fn name(app: &App) -> &'static str {
        if app.config.secure_cookies() {
            "__Host-device"
        } else {
            "device"
        }
    }

    fn subject(&self, member: MemberId, token: &str) -> Vec<u8> {
        let mut hash = Sha256::new();
        hash.update(member.0.as_bytes());
        hash.update(token.as_bytes());
        hash.finalize().to_vec()
    }

    fn cookie(&self, app: &App) -> Result<HeaderValue, Fault> {
        cookie(
            app,
            Self::name(app),
            self.token.expose(),
            store::DEVICE_LIFE.num_seconds(),
        )
    }
}

/// A cookie of ours that no script reads.
pub(super) fn cookie(app: &App, name: &str, value: &str, seconds: i64) -> Result<HeaderValue, Fault> {
    let secure = if app.config.secure_cookies() {
        "; Secure"
    } else {
        ""
    };
    Ok(HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    ))?)
}

/// An agent as people call it: the browser and the system, such as `Firefox`, `Linux`; empty where unknown.
pub(super) fn device_words(agent: &str) -> (&'static str, &'static str) {
    let first = |table: &[(&str, &'static str)]| {
        table
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map_or("", |(_, name)| name)
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
