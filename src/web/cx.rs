//! The context of a request: who, in which language, at what time; and the ways to answer.

use std::{
    net::IpAddr,
    sync::{Arc, OnceLock},
};

use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{Extensions, HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use sqlx::{Postgres, pool::PoolConnection};
use tower_sessions::Session;

use crate::{
    app::App,
    authz::{Actor, MemberActor, SiteRole, Viewer},
    db::Tx,
    i18n::{Locale, T},
    kernel::{Fault, MemberId, Timestamp, Url, secret},
    ui::{Avatar, Page, Rings, shell},
    web::{Error, Reply, flash::Flash},
};

/// In which shape the answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// A whole page.
    Page,
    /// Only the part that changes, asked for by a script with `Parvis-Fragment`.
    Fragment,
    /// Data, asked for by a script that accepts nothing else.
    Json,
}

/// The signed-in member as pages know them.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "columns of members")]
pub struct Me {
    pub id: MemberId,
    pub name: String,
    pub handle: String,
    pub email: String,
    pub site_role: SiteRole,
    pub external: bool,
    pub locale: String,
    pub time_zone: String,
    pub theme: String,
    pub contrast: String,
    pub text_size: i16,
    pub shortcuts: bool,
    pub photo_version: Option<uuid::Uuid>,
    #[serde(default)]
    pub rings: Rings,
    /// Stands before the gate.
    pub gated: bool,
}

impl Me {
    /// One's own picture, with one's rings.
    pub fn avatar(&self, t: T) -> Avatar {
        Avatar::of(self.id, &self.name, self.photo_version).ringed(t, &self.rings, None)
    }
}

/// What is known of a request before anybody has answered it. One per request, shared by all layers.
#[derive(Debug)]
pub struct Visit {
    /// 128 random bits for the Content-Security-Policy of the answer.
    pub nonce: String,
    /// The client's address.
    pub address: IpAddr,
    path: String,
    query: Option<String>,
    wants: Wants,
    accept_language: Option<Locale>,
    cookie_locale: Option<Locale>,
    cookie_theme: Option<&'static str>,
    me: OnceLock<Option<Me>>,
}

impl Visit {
    /// Looks at a request.
    pub fn new(parts: &Parts, address: IpAddr) -> Arc<Self> {
        let headers = &parts.headers;
        Arc::new(Self {
            nonce: secret::nonce(),
            address,
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().map(str::to_owned),
            wants: wants(headers),
            accept_language: text(headers, header::ACCEPT_LANGUAGE).and_then(Locale::accepted),
            cookie_locale: cookie(headers, "locale").and_then(Locale::parse),
            cookie_theme: cookie(headers, "theme")
                .and_then(|theme| ["light", "dark"].into_iter().find(|known| *known == theme)),
            me: OnceLock::new(),
        })
    }

    /// The visit of a request that passed the outermost layer.
    pub fn of(extensions: &Extensions) -> Arc<Self> {
        extensions.get::<Arc<Self>>().cloned().unwrap_or_else(|| {
            let (parts, ()) = axum::http::Request::new(()).into_parts();
            Self::new(&parts, IpAddr::from([0, 0, 0, 0]))
        })
    }

    /// Says who it is, once.
    pub fn identify(&self, me: Option<Me>) {
        let _ = self.me.set(me);
    }
}

fn wants(headers: &HeaderMap) -> Wants {
    if headers.contains_key("parvis-fragment") {
        return Wants::Fragment;
    }
    let accepted = text(headers, header::ACCEPT).unwrap_or_default();
    if accepted.trim_start().starts_with("application/json") { Wants::Json } else { Wants::Page }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// The value of a cookie that is not secret.
fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            let (found, value) = pair.trim().split_once('=')?;
            (found == name).then_some(value)
        })
}

/// The context of a request.
#[derive(Clone)]
pub struct Cx {
    /// What every part of the house holds.
    pub app: App,
    visit: Arc<Visit>,
    session: Option<Session>,
    mark: i64,
}

impl Cx {
    /// A context over a visit.
    pub fn new(app: App, visit: Arc<Visit>, session: Option<Session>) -> Self {
        let mark = app.live.mark();
        Self { app, visit, session, mark }
    }

    /// Who acts, before there is a context.
    pub fn actor_of(parts: &Parts) -> Actor {
        actor(parts.extensions.get::<Arc<Visit>>().and_then(|visit| visit.me.get()?.as_ref()))
    }

    /// Whether whoever asks stands at the gate, before there is a context.
    pub fn is_gated(parts: &Parts) -> bool {
        let me = parts.extensions.get::<Arc<Visit>>().and_then(|visit| visit.me.get()?.as_ref());
        me.is_some_and(|me| me.gated)
    }

    /// The signed-in member.
    pub fn me(&self) -> Option<&Me> {
        self.visit.me.get()?.as_ref()
    }

    /// The signed-in member, on pages that ask for one.
    pub fn member(&self) -> Result<&Me, Error> {
        self.me().ok_or(Error::SignIn)
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        actor(self.me())
    }

    /// Through whose eyes.
    pub fn viewer(&self) -> Viewer {
        self.actor().viewer()
    }

    /// The language: the member's, else the cookie's, else the browser's, else the community's.
    pub fn locale(&self) -> Locale {
        self.me()
            .and_then(|me| Locale::parse(&me.locale))
            .or(self.visit.cookie_locale)
            .or(self.visit.accept_language)
            .unwrap_or(self.app.config.locale)
    }

    /// The words.
    pub fn t(&self) -> T {
        self.locale().t()
    }

    /// The member's time zone, else the community's.
    pub fn zone(&self) -> Tz {
        self.me().and_then(|me| me.time_zone.parse().ok()).unwrap_or(self.app.config.time_zone)
    }

    /// The day where the member is.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.zone()).date_naive()
    }

    /// The theme the member or the browser's cookie asks for; none follows the device.
    pub fn theme(&self) -> Option<&str> {
        match self.me() {
            Some(me) if me.theme != "system" => Some(&me.theme),
            Some(_) => None,
            None => self.visit.cookie_theme,
        }
    }

    /// The instant of the request.
    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// From where the page's live stream goes on: taken before the page reads anything, so that nothing falls between.
    pub fn mark(&self) -> i64 {
        self.mark
    }

    /// The nonce of the answer's Content-Security-Policy.
    pub fn nonce(&self) -> &str {
        &self.visit.nonce
    }

    /// The client's address.
    pub fn client(&self) -> IpAddr {
        self.visit.address
    }

    /// The path that was asked for.
    pub fn path(&self) -> &str {
        &self.visit.path
    }

    /// The path and query that were asked for.
    pub fn address(&self) -> String {
        match &self.visit.query {
            Some(query) => format!("{}?{query}", self.visit.path),
            None => self.visit.path.clone(),
        }
    }

    /// In which shape the answer is wanted.
    pub fn wants(&self) -> Wants {
        self.visit.wants
    }

    /// The session, for the rooms that keep something in it.
    pub fn session(&self) -> Result<&Session, Fault> {
        self.session.as_ref().ok_or_else(|| Fault::new("the session layer is missing"))
    }

    /// A connection for reading. Take one, use it, let go before taking the next.
    pub async fn db(&self) -> Result<PoolConnection<Postgres>, Fault> {
        Ok(self.app.db.acquire().await?)
    }

    /// Begins a change in the name of whoever is signed in.
    pub async fn begin(&self) -> Result<Tx, Fault> {
        let tx = Tx::begin(&self.app.db, self.actor().id(), "", self.now(), self.app.signal.clone()).await?;
        Ok(tx.from_address(self.visit.address.to_string()))
    }

    /// Answers a page, inside the shell.
    pub async fn page<P: Page>(&self, page: P) -> Reply {
        self.page_with(StatusCode::OK, page).await
    }

    /// Answers a form again, with what was typed and what to change.
    pub async fn invalid<P: Page>(&self, page: P) -> Reply {
        let response = self.page_with(StatusCode::UNPROCESSABLE_ENTITY, page).await?;
        Err(Error::Invalid(Box::new(response)))
    }

    async fn page_with<P: Page>(&self, status: StatusCode, page: P) -> Reply {
        let html = shell::wrap(self, &page).await?;
        Ok((status, Html(html)).into_response())
    }

    /// Answers only the part of the page that changes.
    pub fn fragment(&self, part: &impl Template) -> Reply {
        Ok(Html(part.render()?).into_response())
    }

    /// Sends the browser on. A script that asked for a fragment is told in a header instead.
    pub fn redirect(&self, to: &Url) -> Reply {
        if self.wants() == Wants::Fragment {
            let mut response = StatusCode::NO_CONTENT.into_response();
            if let Ok(value) = HeaderValue::from_str(to.as_str()) {
                response.headers_mut().insert("parvis-location", value);
            }
            return Ok(response);
        }
        Ok(Redirect::to(to.as_str()).into_response())
    }

    /// Leaves a message for the next page.
    pub async fn flash(&self, flash: Flash) -> Result<(), Fault> {
        crate::web::flash::leave(self.session()?, flash).await
    }
}

fn actor(me: Option<&Me>) -> Actor {
    me.map_or(Actor::Visitor, |me| {
        Actor::Member(MemberActor { id: me.id, site_role: me.site_role, external: me.external })
    })
}

impl FromRequestParts<App> for Cx {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self::new(app.clone(), Visit::of(&parts.extensions), parts.extensions.get::<Session>().cloned()))
    }
}

/// The answer without a body.
pub fn empty(status: StatusCode) -> Response {
    status.into_response()
}
