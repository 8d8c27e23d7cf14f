//! The guarded client against listeners that must not be spoken to and servers that misbehave.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::too_many_lines, reason = "helpers of tests")]

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use parvis::outbound::{Canned, Client, FetchError, Fetcher, Get, MAX_BODY, Policy, Post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const LOCAL: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// What a path is answered with: the bytes at once, then drips of bytes until the client goes.
type Script = fn(&str, &str) -> (Vec<u8>, Option<Vec<u8>>);

/// Serves a script on a free local port; tells the port and the requests seen.
async fn serve(script: Script) -> (u16, Arc<std::sync::Mutex<Vec<String>>>) {
    let listener = TcpListener::bind((LOCAL, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let seen = Arc::new(std::sync::Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let accept = async move {
        while let Ok((stream, _)) = listener.accept().await {
            let log = Arc::clone(&log);
            #[expect(clippy::disallowed_methods, reason = "a server of the test alone")]
            tokio::spawn(async move { answer(stream, script, &log).await });
        }
    };
    #[expect(clippy::disallowed_methods, reason = "a server of the test alone")]
    tokio::spawn(accept);
    (port, seen)
}

async fn answer(mut stream: TcpStream, script: Script, log: &std::sync::Mutex<Vec<String>>) -> Option<()> {
    let mut head = Vec::new();
    while !head.windows(4).any(|w| w == b"\r\n\r\n") {
        let mut chunk = [0; 1024];
        let read = stream.read(&mut chunk).await.ok().filter(|&n| n > 0)?;
        head.extend_from_slice(&chunk[..read]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    log.lock().unwrap().push(head.clone());
    let path = head.split(' ').nth(1)?.to_owned();
    let (first, drip) = script(&path, &head);
    stream.write_all(&first).await.ok()?;
    while let Some(drip) = &drip {
        stream.write_all(drip).await.ok()?;
        tokio::task::yield_now().await;
    }
    stream.shutdown().await.ok()
}

fn ok(body: &str) -> (Vec<u8>, Option<Vec<u8>>) {
    (format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len()).into_bytes(), None)
}

fn redirect(status: u16, to: &str) -> (Vec<u8>, Option<Vec<u8>>) {
    (format!("HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n").into_bytes(), None)
}

fn client(port: u16) -> Client {
    Client::new(Policy::public().with_port(port).reaching(LOCAL)).unwrap()
}

async fn get(client: &Client, port: u16, path: &str) -> Result<parvis::outbound::Fetched, FetchError> {
    client.get(Get::new(format!("http://127.0.0.1:{port}{path}"))).await
}

/// I-01: every spelling of our own networks, with a listener on all of them that counts connections.
#[tokio::test]
async fn nothing_of_ours_is_ever_connected_to() {
    // One dual-stack socket hears 127.0.0.1, ::1 and whatever else this machine is called.
    let listener = match TcpListener::bind((Ipv6Addr::UNSPECIFIED, 0)).await {
        Ok(listener) => listener,
        Err(_) => TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).await.unwrap(),
    };
    let port = listener.local_addr().unwrap().port();
    let connections = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&connections);
    #[expect(clippy::disallowed_methods, reason = "a server of the test alone")]
    tokio::spawn(async move {
        while listener.accept().await.is_ok() {
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    let public = IpAddr::V4(Ipv4Addr::new(1, 1, 1, 1));
    let policy = Policy::public()
        .with_port(port)
        .with_name("private.test", &[LOCAL])
        .with_name("private6.test", &[IpAddr::V6(Ipv6Addr::LOCALHOST)])
        .with_name("mixed.test", &[public, LOCAL])
        .with_name("mapped.test", &[IpAddr::V6(Ipv4Addr::LOCALHOST.to_ipv6_mapped())])
        .with_name("metadata.test", &[IpAddr::V4(Ipv4Addr::new(169, 254, 169, 254))]);
    let client = Client::new(policy).unwrap();
    for host in [
        "127.0.0.1",
        "127.1",
        "127.255.255.254",
        "2130706433",
        "0177.0.0.1",
        "0x7f.1",
        "[::1]",
        "[::]",
        "0",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "0.0.0.0",
        "169.254.169.254",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "[fe80::1]",
        "[fc00::1]",
        "[fd00::1]",
        "localhost",
        "localhost.",
        "LOCALHOST",
        "private.test",
        "private.test.",
        "private6.test",
        "mixed.test",
        "mapped.test",
        "metadata.test",
        "127.0.0.1.",
        "１２７.０.０.１",
        "①②⑦.0.0.1",
    ] {
        let url = format!("http://{host}:{port}/");
        let got = client.get(Get::new(&url)).await;
        assert_eq!(got, Err(FetchError::Forbidden), "GET {url}");
        let got = client.post(Post { url: url.clone(), headers: vec![], body: vec![] }).await;
        assert_eq!(got, Err(FetchError::Forbidden), "POST {url}");
    }
    for url in [format!("http://a@127.0.0.1:{port}/"), format!("http://exemple.fr\\@127.0.0.1:{port}/")] {
        assert_eq!(client.get(Get::new(&url)).await, Err(FetchError::BadUrl), "{url}");
    }
    assert_eq!(connections.load(Ordering::SeqCst), 0);
    // The listener was listening: an ordinary connection is heard.
    let _heard = TcpStream::connect((LOCAL, port)).await.unwrap();
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}

/// I-02: whatever a name answers the second time, each connection is made to an address that was checked.
#[tokio::test]
async fn redirects_are_checked_again() {
    let (port, seen) = serve(|path, _| match path {
        "/to-loopback" => redirect(302, "http://127.0.0.2:80/secret"),
        "/to-name" => redirect(302, "http://inside.test/"),
        "/to-file" => redirect(302, "file:///etc/passwd"),
        "/to-port" => redirect(302, "http://127.0.0.1:22/"),
        "/to-user" => redirect(302, "http://a:b@127.0.0.1/"),
        "/loop" => redirect(302, "/loop"),
        "/three" => redirect(301, "/two"),
        "/two" => redirect(308, "/one"),
        "/one" => redirect(301, "/end"),
        "/temporary" => redirect(302, "/one"),
        _ => ok("here"),
    })
    .await;
    let policy = Policy::public()
        .with_port(port)
        .reaching(LOCAL)
        .with_name("inside.test", &["10.0.0.1".parse().unwrap()]);
    let client = Client::new(policy).unwrap();
    assert_eq!(get(&client, port, "/to-loopback").await, Err(FetchError::Forbidden));
    assert_eq!(get(&client, port, "/to-name").await, Err(FetchError::Forbidden));
    assert_eq!(get(&client, port, "/to-file").await, Err(FetchError::Scheme));
    assert_eq!(get(&client, port, "/to-port").await, Err(FetchError::Scheme));
    assert_eq!(get(&client, port, "/to-user").await, Err(FetchError::BadUrl));
    seen.lock().unwrap().clear();
    assert_eq!(get(&client, port, "/loop").await, Err(FetchError::Redirects));
    assert_eq!(seen.lock().unwrap().len(), 4, "the first and three redirects");
    let moved = get(&client, port, "/three").await.unwrap();
    assert_eq!((moved.body.as_slice(), moved.url.path()), (b"here".as_slice(), "/end"));
    assert_eq!(moved.moved.unwrap().path(), "/end");
    assert_eq!(get(&client, port, "/temporary").await.unwrap().moved, None);
}

#[tokio::test]
async fn what_leaves_is_little() {
    let (port, seen) = serve(|_, head| {
        let known = head.contains("if-none-match: \"1\"");
        let status = if known { "304 Not Modified" } else { "200 OK" };
        let head = format!("HTTP/1.1 {status}\r\nETag: \"1\"\r\nLast-Modified: Tue, 03 Nov 2026 10:00:00 GMT\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
        (head.into_bytes(), None)
    })
    .await;
    let client = client(port);
    let first = get(&client, port, "/#fragment").await.unwrap();
    assert_eq!((first.status, first.etag.as_deref()), (200, Some("\"1\"")));
    let again = Get {
        etag: first.etag,
        last_modified: first.last_modified,
        ..Get::new(format!("http://127.0.0.1:{port}/"))
    };
    assert_eq!(client.get(again).await.unwrap().status, 304);
    let evil = Get { etag: Some("x\r\nEvil: 1".into()), ..Get::new(format!("http://127.0.0.1:{port}/")) };
    assert_eq!(client.get(evil).await.unwrap().status, 200);
    let requests = seen.lock().unwrap();
    for request in requests.iter() {
        let names: Vec<&str> =
            request.lines().skip(1).filter_map(|l| l.split_once(':')).map(|(n, _)| n).collect();
        for name in &names {
            let known =
                ["accept", "accept-encoding", "user-agent", "host", "if-none-match", "if-modified-since"];
            assert!(known.contains(name), "{name} in {request}");
        }
        assert!(request.contains("user-agent: Parvis\r\n"), "{request}");
    }
    assert!(requests[1].contains("if-modified-since: Tue, 03 Nov 2026 10:00:00 GMT"), "{}", requests[1]);
}

/// I-06: servers that never end, lie or explode.
#[tokio::test]
async fn misbehaving_servers_cost_little() {
    let (port, _) = serve(|path, _| match path {
        "/endless" => {
            (b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".to_vec(), Some(vec![b'x'; 65536]))
        }
        "/headers" => (b"HTTP/1.1 200 OK\r\n".to_vec(), Some(b"X-More: and more\r\n".to_vec())),
        "/huge-header" => {
            (format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "y".repeat(2_000_000)).into_bytes(), None)
        }
        "/wide-header" => (
            format!("HTTP/1.1 200 OK\r\nX: {}\r\nContent-Length: 0\r\n\r\n", "y".repeat(100_000))
                .into_bytes(),
            None,
        ),
        "/bomb" => {
            let mut bomb = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".to_vec();
            bomb.extend_from_slice(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
            // Stored blocks of zeros, for ever; each says that another follows.
            let mut block = vec![0, 0xff, 0xff, 0, 0];
            block.resize(5 + 0xffff, 0);
            (bomb, Some(block))
        }
        "/chunk" => (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3B9ACA00\r\n".to_vec(),
            Some(vec![b'x'; 65536]),
        ),
        "/short" => (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx".to_vec(), None),
        "/old" => (b"<rss></rss>".to_vec(), None),
        _ => ok("here"),
    })
    .await;
    let client = client(port);
    for path in ["/endless", "/bomb", "/chunk", "/wide-header"] {
        assert_eq!(get(&client, port, path).await, Err(FetchError::TooLarge), "{path}");
    }
    for path in ["/headers", "/huge-header", "/short", "/old"] {
        let got = get(&client, port, path).await;
        assert!(matches!(got, Err(FetchError::Unreachable(_) | FetchError::TooLarge)), "{path}: {got:?}");
    }
    let small = Get { limit: 3, ..Get::new(format!("http://127.0.0.1:{port}/x")) };
    assert_eq!(client.get(small).await, Err(FetchError::TooLarge));
    assert_eq!(get(&client, port, "/x").await.unwrap().body, b"here");
    const { assert!(MAX_BODY <= 5 * 1024 * 1024) };
}

/// The deadline is for the whole: a byte now and then does not extend it.
#[tokio::test]
async fn dripping_servers_meet_the_deadline() {
    let listener = TcpListener::bind((LOCAL, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    #[expect(clippy::disallowed_methods, reason = "a server of the test alone")]
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 1024];
        assert!(stream.read(&mut request).await.unwrap() > 0);
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        while stream.write_all(b"x").await.is_ok() {
            tick.tick().await;
        }
    });
    let begin = Instant::now();
    let client = client(port).with_deadline(Duration::from_millis(300));
    assert_eq!(get(&client, port, "/").await, Err(FetchError::TooSlow));
    assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
}

#[tokio::test]
async fn closed_sites_stay_closed() {
    let (port, seen) = serve(|_, _| ok("here")).await;
    let client = Client::new(Policy::deny().with_port(port).reaching(LOCAL)).unwrap();
    assert_eq!(get(&client, port, "/").await, Err(FetchError::Off));
    assert!(seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn deliveries_follow_no_redirect() {
    let (port, seen) = serve(|_, _| redirect(307, "/elsewhere")).await;
    let client = client(port);
    let post = Post {
        url: format!("http://127.0.0.1:{port}/hook"),
        headers: vec![("x-signature", "abc".into())],
        body: b"{}".to_vec(),
    };
    assert_eq!(client.post(post).await.unwrap().status, 307);
    assert_eq!(seen.lock().unwrap().len(), 1);
    assert!(seen.lock().unwrap()[0].contains("x-signature: abc"));
}

#[tokio::test]
async fn canned_answers_come_in_turn() {
    let canned = Canned::new();
    canned.answer("https://a.fr/feed", 200, "text/xml", "one");
    canned.answer("https://a.fr/feed", 304, "text/xml", "");
    let fetcher: &dyn Fetcher = &canned;
    assert_eq!(fetcher.get(Get::new("https://a.fr/feed")).await.unwrap().body, b"one");
    for _ in 0..2 {
        assert_eq!(fetcher.get(Get::new("https://a.fr/feed")).await.unwrap().status, 304);
    }
    assert!(fetcher.get(Get::new("https://b.fr/")).await.is_err());
    assert_eq!(canned.asked().len(), 4);
}
