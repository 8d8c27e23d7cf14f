//! Bytes that are too large for a row: pictures and files. Stored under generated keys, never under a name
//! that someone chose; only rows know what they are and who may have them.
//!
//! They lie in a folder or in a bucket (`s3`), under the same keys: moving is copying. Nobody else hands them out, and
//! there are no addresses that open them for a while: each request is asked for its right.

mod s3;
mod writer;

use std::{io, ops::Range, path::Path, sync::Arc, time::Duration};

use chrono::TimeDelta;
use futures_util::TryStreamExt as _;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt as _, local::LocalFileSystem, path::Path as Key};
use tokio::{sync::Mutex, time::timeout};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

pub use self::{s3::Trouble, writer::Writer};
use crate::{
    app::config::{Config, S3, Storage},
    kernel::{Fault, FileId, PictureId, Timestamp, fault::Away},
    worker::Input,
};

/// The store of bytes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    /// The way to the bucket, where it is no folder.
    bucket: Option<Arc<S3>>,
    /// Throws away what was given up.
    tasks: TaskTracker,
    /// Whether it answered when it was last asked.
    last: Arc<Mutex<Option<(Timestamp, bool)>>>,
}

/// How long an answer to whether it answers holds.
const HOLDS: TimeDelta = TimeDelta::seconds(10);
/// How long such an answer may take.
const PATIENCE: Duration = Duration::from_secs(4);

/// Where a picture's variant lies.
pub fn picture_key(id: PictureId, edge: i32) -> String {
    format!("pictures/{id}/{edge}")
}

/// Where a file lies.
pub fn file_key(id: FileId) -> String {
    format!("files/{id}")
}

/// Where a page of a file lies, as it looks in one of the sizes.
pub fn page_key(id: FileId, number: i16, size: &str) -> String {
    format!("pages/{id}/{number}-{size}")
}

/// Where a part of a file lies that has not come to its end.
pub fn part_key(id: FileId, part: Uuid) -> String {
    format!("parts/{id}/{part}")
}

/// The id in `<folder>/<id>` and `<folder>/<id>/<part>`.
pub fn owner(key: &str) -> Option<Uuid> {
    key.split('/').nth(1)?.parse().ok()
}

impl Blobs {
    /// The store that the settings name; what it does beside the requests belongs to these tasks.
    pub fn new(config: &Config, tasks: &TaskTracker) -> Result<Self, Fault> {
        let blobs = match &config.storage {
            Storage::Folder(folder) => Self::in_folder(folder)?,
            Storage::S3(s3) => Self::over(s3::open(s3)?, Some(Arc::new(s3.clone()))),
        };
        Ok(Self { tasks: tasks.clone(), ..blobs })
    }

    /// A store in a folder, which is made where it is missing. Writing is atomic and flushed to the disk.
    pub fn in_folder(folder: &Path) -> Result<Self, Fault> {
        std::fs::create_dir_all(folder)?;
        Ok(Self::over(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)), None))
    }

    fn over(store: Arc<dyn ObjectStore>, bucket: Option<Arc<S3>>) -> Self {
        Self { store, bucket, tasks: TaskTracker::new(), last: Arc::default() }
    }

    /// Keeps bytes under a key.
    pub async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), Fault> {
        self.store.put(&Key::parse(key)?, bytes.into()).await.map_err(|error| self.fault(error))?;
        Ok(())
    }

    /// The bytes under a key, if there are some.
    pub async fn get(&self, key: &str) -> Result<Option<axum::body::Bytes>, Fault> {
        match self.found(self.store.get(&Key::parse(key)?).await)? {
            Some(found) => Ok(Some(found.bytes().await.map_err(|error| self.fault(error))?)),
            None => Ok(None),
        }
    }

    /// Begins to keep bytes under a key, piece by piece.
    pub fn begin(&self, key: &str) -> Result<Writer, Fault> {
        Ok(Writer::new(self.clone(), Key::parse(key)?))
    }

    /// The bytes under a key, piece by piece, if there are some.
    pub async fn open(&self, key: &str) -> Result<Option<Input>, Fault> {
        self.opened(key, GetOptions::default()).await
    }

    /// The same for a part of them.
    pub async fn open_part(&self, key: &str, part: Range<u64>) -> Result<Option<Input>, Fault> {
        self.opened(key, GetOptions { range: Some(part.into()), ..GetOptions::default() }).await
    }

    async fn opened(&self, key: &str, options: GetOptions) -> Result<Option<Input>, Fault> {
        let Some(found) = self.found(self.store.get_opts(&Key::parse(key)?, options).await)? else {
            return Ok(None);
        };
        let (length, is_apart) = (found.range.end - found.range.start, self.bucket.is_some());
        let broken = move |error: object_store::Error| {
            if is_apart { io::Error::other(Away(s3::told(&error))) } else { io::Error::from(error) }
        };
        Ok(Some(Input { length, chunks: Box::pin(found.into_stream().map_err(broken)) }))
    }

    /// Keeps the bytes under a key under another one, too. Says whether there are some.
    pub async fn copy(&self, from: &str, to: &str) -> Result<bool, Fault> {
        let copied = self.store.copy(&Key::parse(from)?, &Key::parse(to)?).await;
        Ok(self.found(copied)?.is_some())
    }

    /// The keys below a folder, each with the time it was written.
    pub async fn list(&self, folder: &str) -> Result<Vec<(String, Timestamp)>, Fault> {
        let found = self.store.list(Some(&Key::parse(folder)?));
        let found = found.map_ok(|blob| (blob.location.to_string(), blob.last_modified)).try_collect().await;
        found.map_err(|error| self.fault(error))
    }

    /// Throws away what lies under a key. Nothing there is fine.
    pub async fn delete(&self, key: &str) -> Result<(), Fault> {
        self.found(self.store.delete(&Key::parse(key)?).await)?;
        Ok(())
    }

    /// Whether the store answers. It may be asked often and by anybody: an answer holds for a while.
    pub async fn answers(&self, now: Timestamp) -> bool {
        let mut last = self.last.lock().await;
        if let Some((at, answer)) = *last
            && (TimeDelta::zero()..HOLDS).contains(&(now - at))
        {
            return answer;
        }
        let answer = matches!(timeout(PATIENCE, self.get("nothing")).await, Ok(Ok(_)));
        *last = Some((now, answer));
        answer
    }

    /// Lists, writes, reads and deletes, as uploads and sweeps do; says in words for an operator what does not work.
    pub async fn try_out(&self) -> Result<(), Trouble> {
        let tried = async {
            let key = Key::parse(format!("tried/{}", Uuid::new_v4()))?;
            // First what writes nothing: some servers make the bucket that somebody writes to.
            self.store.list(Some(&key)).try_collect::<Vec<_>>().await?;
            self.store.put(&key, "parvis".into()).await?;
            let read = self.store.get(&key).await?.bytes().await?;
            self.store.delete(&key).await?;
            Ok(read == "parvis")
        };
        match (tried.await, &self.bucket) {
            (Ok(true), _) => Ok(()),
            (Ok(false), _) => Err(Trouble::Wrong("what was written was not read back".to_owned())),
            (Err(error), None) => Err(Trouble::Wrong(Fault::from(error).what())),
            (Err(error), Some(bucket)) => Err(s3::trouble(bucket, &error)),
        }
    }

    /// Nothing there is no error, as long as there is a bucket.
    fn found<V>(&self, result: object_store::Result<V>) -> Result<Option<V>, Fault> {
        match result {
            Ok(found) => Ok(Some(found)),
            Err(object_store::Error::NotFound { .. }) if self.bucket.is_none() => Ok(None),
            Err(error @ object_store::Error::NotFound { .. }) if !s3::is_bucket_missing(&error) => Ok(None),
            Err(error) => Err(self.fault(error)),
        }
    }

    /// An error of a folder is ours; one of a bucket passes, and is told without what was signed.
    #[track_caller]
    fn fault(&self, error: object_store::Error) -> Fault {
        if self.bucket.is_some() { Away(s3::told(&error)).into() } else { error.into() }
    }
}
