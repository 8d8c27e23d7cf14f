//! An S3-compatible server for tests, which looks at signatures, and can go away and come back.

use std::{fs, net::SocketAddr};

use axum::{Router, error_handling::HandleError, http::StatusCode};
use s3s::{HttpError, auth::SimpleAuth, service::S3ServiceBuilder};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::sync::CancellationToken;

/// The bucket that is there.
pub const BUCKET: &str = "parvis-files";
/// The key that opens it.
pub const KEY: (&str, &str) = ("AKIAESTUAIRE", "marmotte/des+alpes");

/// The server.
pub struct S3Server {
    folder: TempDir,
    address: SocketAddr,
    running: Option<(CancellationToken, JoinHandle<()>)>,
}

impl S3Server {
    /// Listens on a free port, with one empty bucket.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(BUCKET)).unwrap();
        let mut server = Self { folder, address: ([127, 0, 0, 1], 0).into(), running: None };
        server.come_back().await;
        server
    }

    /// The settings of a house that keeps its files here.
    pub fn settings(&self) -> Vec<(String, String)> {
        let pairs = [
            ("PARVIS_STORAGE", format!("s3://{BUCKET}/un/prefixe")),
            ("PARVIS_S3_ENDPOINT", format!("http://{}", self.address)),
            ("PARVIS_S3_ACCESS_KEY_ID", KEY.0.to_owned()),
            ("PARVIS_S3_SECRET_ACCESS_KEY", KEY.1.to_owned()),
        ];
        pairs.map(|(name, value)| (name.to_owned(), value)).to_vec()
    }

    /// Goes away: nobody listens any more.
    pub async fn go_away(&mut self) {
        let (stop, done) = self.running.take().expect("it is there");
        stop.cancel();
        done.await.unwrap();
    }

    /// Listens again where it did, with all it had.
    pub async fn come_back(&mut self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.address = listener.local_addr().unwrap();
        let mut service = S3ServiceBuilder::new(FileSystem::new(self.folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(KEY.0, KEY.1));
        let broken = |_: HttpError| async { StatusCode::INTERNAL_SERVER_ERROR };
        let router = Router::new().fallback_service(HandleError::new(service.build(), broken));
        let stop = CancellationToken::new();
        let stopped = stop.clone().cancelled_owned();
        #[expect(clippy::disallowed_methods, reason = "a test's own server")]
        let done = tokio::spawn(async move {
            axum::serve(listener, router).with_graceful_shutdown(stopped).await.unwrap();
        });
        self.running = Some((stop, done));
    }

    /// What lies in the bucket.
    pub fn keys(&self) -> Vec<String> {
        let (root, mut found) = (self.folder.path().join(BUCKET), Vec::new());
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(&root).unwrap().to_string_lossy().into_owned());
                }
            }
        }
        found.sort();
        found
    }

    /// What lies there of uploads that have not come to their end.
    pub fn unfinished(&self) -> usize {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().starts_with(".upload")).count()
    }
}
