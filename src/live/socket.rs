//! One WebSocket per open page: it says which topics it shows and hears what changes.
//!
//! Pages talk to the server by ordinary requests; over the socket comes only the opening message, so anything else
//! is little, short and counted.

use std::{collections::HashSet, time::Duration};

use axum::{
    extract::{
        WebSocketUpgrade,
        ws::{
            CloseFrame, Message as Frame, Utf8Bytes, WebSocket, close_code,
            rejection::WebSocketUpgradeRejection,
        },
    },
    http::{HeaderMap, header},
};
use serde::Deserialize;
use tokio::time::{Instant, interval_at, timeout};
use uuid::Uuid;

use crate::{
    app::App,
    app::Config,
    authz::Actor,
    i18n::Locale,
    kernel::{Fault, MemberId},
    live::{
        Topic,
        hub::{Ended, Ticket},
        listener, store,
        topic::Wish,
    },
    web::{Cx, Error, Reply},
};

/// The longest message a page may send, in bytes.
const LONGEST: usize = 4096;
/// How many topics a page may ask for.
const MOST_WISHES: usize = 8;
/// How many groups they may come to.
const MOST_GROUPS: i64 = 300;
/// How many missed facts are told one by one.
const MOST_MISSED: usize = 200;
/// How often the page is asked whether it is still there.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// How many messages a page may send between two heartbeats.
const MOST_MESSAGES: u32 = 30;
/// How long sending may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// `/live`
pub(super) async fn open(
    cx: Cx,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Reply {
    let upgrade = upgrade.map_err(|_| Error::Malformed)?;
    if !is_ours(&cx.app.config, &headers) {
        return Err(Error::Foreign);
    }
    let me = cx.member()?.id;
    if cx.app.live.is_full_for(me) || cx.app.stop.is_cancelled() {
        return Err(Error::TooMany(HEARTBEAT));
    }
    let page = OpenPage { app: cx.app.clone(), who: cx.actor(), me, locale: cx.locale() };
    let tasks = cx.app.tasks.clone();
    Ok(upgrade
        .read_buffer_size(1024)
        .write_buffer_size(0)
        .max_message_size(LONGEST)
        .max_frame_size(LONGEST)
        .on_upgrade(move |socket| tasks.track_future(page.run(socket))))
}

/// Whether the page that opens the socket is one of ours. Cookies travel with the opening request whoever makes it,
/// so this is what keeps other sites out (SECURITY M-01).
fn is_ours(config: &Config, headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = text(header::ORIGIN) else {
        return false;
    };
    let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    origin == config.origin() || host.is_some_and(|host| !host.is_empty() && text(header::HOST) == Some(host))
}

/// What a page says first.
#[derive(Deserialize)]
struct Opening {
    topics: Vec<String>,
    #[serde(default)]
    since: Option<i64>,
}

struct OpenPage {
    app: App,
    who: Actor,
    me: MemberId,
    locale: Locale,
}

/// Why a conversation is over, as the code of the closing frame.
type Code = u16;

impl OpenPage {
    async fn run(self, mut socket: WebSocket) {
        let code = match self.talk(&mut socket).await {
            Ok(code) => code,
            Err(fault) => {
                tracing::warn!(error = %fault, "a live stream ended");
                close_code::ERROR
            }
        };
        let _ = timeout(
            PATIENCE,
            socket.send(Frame::Close(Some(CloseFrame { code, reason: Utf8Bytes::default() }))),
        )
        .await;
    }

    async fn talk(&self, socket: &mut WebSocket) -> Result<Code, Fault> {
        let Ok(Some(Ok(Frame::Text(text)))) = timeout(PATIENCE, socket.recv()).await else {
            return Ok(close_code::POLICY);
        };
        let Ok(opening) = serde_json::from_str::<Opening>(&text) else {
            return Ok(close_code::POLICY);
        };
        let mut ticket = self.app.live.sit(self.me, self.locale);
        // What is asked of the database at the beginning has a place of its own: kept with the conversation, it would
        // take most of its memory as long as the page is open.
        let (topics, groups) = Box::pin(self.judge(&opening.topics)).await?;
        let Some(mark) = ticket.listen(&topics) else {
            return self.ended(socket, &ticket).await;
        };
        for text in Box::pin(self.missed(opening.since, mark, &topics, &groups)).await? {
            if !sent(socket, text.into()).await {
                return Ok(close_code::AWAY);
            }
        }
        drop((opening, topics, groups));
        self.follow(socket, &mut ticket).await
    }

    /// The topics this member may hear, and the groups they belong to. The others are dropped without a word: that
    /// something exists is nobody's business.
    async fn judge(&self, wishes: &[String]) -> Result<(Vec<Topic>, Vec<Uuid>), Fault> {
        let wishes: Vec<Wish> =
            wishes.iter().take(MOST_WISHES).filter_map(|wish| Wish::parse(wish, self.me)).collect();
        let (mut topics, mut groups) = (HashSet::new(), HashSet::new());
        let (mut asked_groups, mut asked_posts) = (Vec::new(), Vec::new());
        let mut db = self.app.db.acquire().await?;
        for wish in wishes {
            match wish {
                Wish::Home => {
                    let home = store::home_groups(&mut db, self.who.viewer(), MOST_GROUPS).await?;
                    groups.extend(home.iter().map(|group| group.0));
                    topics.extend(home.into_iter().map(Topic::Group));
                }
                Wish::One(Topic::Group(group)) => asked_groups.push(group.0),
                Wish::One(Topic::Post(post)) => asked_posts.push(post.0),
                Wish::One(topic @ Topic::Member(_)) => drop(topics.insert(topic)),
            }
        }
        if !asked_groups.is_empty() {
            let readable = store::readable(&mut db, self.who.viewer(), &asked_groups).await?;
            groups.extend(readable.iter().map(|group| group.0));
            topics.extend(readable.into_iter().map(Topic::Group));
        }
        if !asked_posts.is_empty() {
            for (post, group) in store::posts(&mut db, self.who.viewer(), &asked_posts).await? {
                topics.insert(Topic::Post(post));
                groups.insert(group.0);
            }
        }
        Ok((topics.into_iter().collect(), groups.into_iter().collect()))
    }

    /// What happened between the page's mark and the beginning of listening.
    async fn missed(
        &self,
        since: Option<i64>,
        mark: i64,
        topics: &[Topic],
        groups: &[Uuid],
    ) -> Result<Vec<String>, Fault> {
        let Some(since) = since.filter(|since| *since < mark) else {
            return Ok(Vec::new());
        };
        let mut db = self.app.db.acquire().await?;
        let facts = store::missed(&mut db, (since, mark), self.me, groups, MOST_MISSED).await?;
        drop(db);
        let Some(facts) = facts else {
            return Ok(vec![r#"{"k":"resync"}"#.to_owned()]);
        };
        let mut texts = Vec::new();
        for activity in &facts {
            let pieces = listener::render(&self.app, activity, self.locale, mark).await;
            let mine = pieces
                .into_iter()
                .filter(|piece| topics.contains(&piece.topic) && piece.is_for(self.me, topics));
            texts.extend(mine.map(|piece| piece.json));
        }
        Ok(texts)
    }

    /// Hands on what the hub says until one side ends it.
    async fn follow(&self, socket: &mut WebSocket, ticket: &mut Ticket) -> Result<Code, Fault> {
        let mut heartbeat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
        let mut heard = Instant::now();
        let mut messages = 0;
        loop {
            tokio::select! {
                () = self.app.stop.cancelled() => return Ok(close_code::RESTART),
                told = ticket.queue.recv() => match told {
                    Some(text) => if !sent(socket, text).await { return Ok(close_code::AWAY) },
                    None => return self.ended(socket, ticket).await,
                },
                frame = socket.recv() => {
                    if !matches!(frame, Some(Ok(Frame::Text(_) | Frame::Binary(_) | Frame::Ping(_) | Frame::Pong(_)))) {
                        return Ok(close_code::NORMAL);
                    }
                    heard = Instant::now();
                    messages += 1;
                    if messages > MOST_MESSAGES {
                        return Ok(close_code::POLICY);
                    }
                }
                _ = heartbeat.tick() => {
                    messages = 0;
                    let silent = heard.elapsed() > HEARTBEAT * 3;
                    if silent || timeout(PATIENCE, socket.send(Frame::Ping(axum::body::Bytes::new()))).await.is_err() {
                        return Ok(close_code::AWAY);
                    }
                }
            }
        }
    }

    /// The seat was taken away: says why, where the page should know.
    async fn ended(&self, socket: &mut WebSocket, ticket: &Ticket) -> Result<Code, Fault> {
        match ticket.why() {
            Ended::Anew => Ok(close_code::RESTART),
            Ended::Behind => {
                sent(socket, Utf8Bytes::from_static(r#"{"k":"resync"}"#)).await;
                Ok(close_code::AGAIN)
            }
            Ended::ForGood => {
                sent(socket, Utf8Bytes::from_static(r#"{"k":"close"}"#)).await;
                Ok(close_code::POLICY)
            }
        }
    }
}

async fn sent(socket: &mut WebSocket, text: Utf8Bytes) -> bool {
    matches!(timeout(PATIENCE, socket.send(Frame::Text(text))).await, Ok(Ok(())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(header::HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_our_own_pages_may_open_the_socket() {
        let config = Config::from_pairs([("PARVIS_BASE_URL", "https://reseau.example")]).unwrap();
        let from =
            |origin, host| is_ours(&config, &headers(&[(header::ORIGIN, origin), (header::HOST, host)]));
        assert!(from("https://reseau.example", "127.0.0.1:8080"));
        assert!(from("http://127.0.0.1:8080", "127.0.0.1:8080"));
        for foreign in [
            "https://evil.example",
            "null",
            "http://",
            "https://reseau.example.evil.example",
            "ftp://127.0.0.1:8080",
        ] {
            assert!(!from(foreign, "127.0.0.1:8080"), "{foreign}");
        }
        assert!(!is_ours(&config, &headers(&[(header::HOST, "reseau.example")])));
    }
}
