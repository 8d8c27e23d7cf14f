//! Asking: keep-alive connections in a closed loop, each answer compared with what it must hold.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use http_body_util::{BodyExt as _, Empty};
use hyper::{
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, task::JoinSet};

use crate::{Failure, server::Side};

/// One page for one member, on both sides.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) floor: String,
    pub(crate) product: String,
    pub(crate) cookie: String,
    /// Attributes that must stand in the page in this order.
    pub(crate) expected: Vec<String>,
}

impl Request {
    pub(crate) fn path(&self, side: Side) -> &str {
        match side {
            Side::Floor => &self.floor,
            Side::Product => &self.product,
        }
    }
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Bytes,
    compressed: bool,
}

impl Answer {
    /// Whether it is a page with everything that was expected. Of a compressed one only the status is known.
    pub(crate) fn is_right(&self, request: &Request) -> bool {
        if self.status != 200 || self.compressed {
            return self.status == 200;
        }
        let Ok(mut rest) = std::str::from_utf8(&self.body) else {
            return false;
        };
        request.expected.iter().all(|part| match rest.split_once(part.as_str()) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    }
}

/// A connection that stays open.
pub(crate) struct Connection {
    sender: SendRequest<Empty<Bytes>>,
    address: String,
    side: Side,
    encoding: Option<&'static str>,
}

impl Connection {
    /// Opens one; whose it is shows in the first request.
    pub(crate) async fn open(address: &str) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, address: address.to_owned(), side: Side::Product, encoding: None })
    }

    /// Opens one to a side, asking for an encoding.
    pub(crate) async fn to(
        address: &str,
        side: Side,
        encoding: Option<&'static str>,
    ) -> Result<Self, Failure> {
        Ok(Self { side, encoding, ..Self::open(address).await? })
    }

    /// Asks and reads the whole answer.
    pub(crate) async fn ask(&mut self, request: &Request) -> Result<Answer, Failure> {
        self.sender.ready().await?;
        let mut asked = hyper::Request::get(request.path(self.side))
            .header("host", &self.address)
            .header("cookie", &request.cookie);
        if let Some(encoding) = self.encoding {
            asked = asked.header("accept-encoding", encoding);
        }
        let response = self.sender.send_request(asked.body(Empty::new())?).await?;
        let status = response.status().as_u16();
        let compressed = response.headers().contains_key("content-encoding");
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Answer { status, body, compressed })
    }
}

/// A closed loop: so many connections, each asking again as soon as it was answered.
pub(crate) struct Loop<'a> {
    pub(crate) address: &'a str,
    pub(crate) side: Side,
    pub(crate) encoding: Option<&'static str>,
    pub(crate) connections: usize,
    /// How many in all.
    pub(crate) requests: usize,
    /// Where in the list to begin, so that rounds do not repeat each other.
    pub(crate) from: usize,
}

impl Loop<'_> {
    /// Runs it; says how many answers were wrong.
    pub(crate) async fn run(self, list: &Arc<Vec<Request>>) -> Result<usize, Failure> {
        let next = Arc::new(AtomicUsize::new(0));
        let mut clients = JoinSet::new();
        for _ in 0..self.connections {
            let mut connection = Connection::to(self.address, self.side, self.encoding).await?;
            let (next, list) = (Arc::clone(&next), Arc::clone(list));
            let (requests, from) = (self.requests, self.from);
            clients.spawn(async move {
                let mut wrong = 0;
                loop {
                    let turn = next.fetch_add(1, Ordering::Relaxed);
                    if turn >= requests {
                        return Ok::<usize, Failure>(wrong);
                    }
                    let place = (from + turn) % list.len();
                    let request = list.get(place).ok_or("an empty list")?;
                    if !connection.ask(request).await?.is_right(request) {
                        wrong += 1;
                    }
                }
            });
        }
        let mut wrong = 0;
        while let Some(done) = clients.join_next().await {
            wrong += done??;
        }
        Ok(wrong)
    }
}
