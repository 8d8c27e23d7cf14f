//! Bytes that are too large for a row: pictures and files. Stored under generated keys, never under a name
//! that someone chose; only rows know what they are and who may have them.

use std::{ops::Range, path::Path, sync::Arc};

use futures_util::TryStreamExt as _;
use object_store::{
    GetOptions, ObjectStore, ObjectStoreExt, buffered::BufWriter, local::LocalFileSystem, path::Path as Key,
};

use uuid::Uuid;

use crate::{
    kernel::{Fault, FileId, PictureId, Timestamp},
    worker::Input,
};

/// The store of bytes.
#[derive(Clone, Debug)]
pub struct Blobs(Arc<dyn ObjectStore>);

/// Where a picture's variant lies.
pub fn picture_key(id: PictureId, edge: i32) -> String {
    format!("pictures/{id}/{edge}")
}

/// Where a file lies.
pub fn file_key(id: FileId) -> String {
    format!("files/{id}")
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
    /// A store in a folder, which is made where it is missing. Writing is atomic and flushed to the disk.
    pub fn in_folder(folder: &Path) -> Result<Self, Fault> {
        std::fs::create_dir_all(folder)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))))
    }

    /// Keeps bytes under a key.
    pub async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), Fault> {
        self.0.put(&Key::parse(key)?, bytes.into()).await?;
        Ok(())
    }

    /// The bytes under a key, if there are some.
    pub async fn get(&self, key: &str) -> Result<Option<axum::body::Bytes>, Fault> {
        match self.0.get(&Key::parse(key)?).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Begins to keep bytes under a key, piece by piece. Nothing is there before the writer is shut down.
    pub fn begin(&self, key: &str) -> Result<BufWriter, Fault> {
        Ok(BufWriter::new(self.0.clone(), Key::parse(key)?))
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
        match self.0.get_opts(&Key::parse(key)?, options).await {
            Ok(found) => {
                let length = found.range.end - found.range.start;
                Ok(Some(Input {
                    length,
                    chunks: Box::pin(found.into_stream().map_err(std::io::Error::from)),
                }))
            }
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps the bytes under a key under another one, too. Says whether there are some.
    pub async fn copy(&self, from: &str, to: &str) -> Result<bool, Fault> {
        match self.0.copy(&Key::parse(from)?, &Key::parse(to)?).await {
            Ok(()) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// The keys below a folder, each with the time it was written.
    pub async fn list(&self, folder: &str) -> Result<Vec<(String, Timestamp)>, Fault> {
        let found = self.0.list(Some(&Key::parse(folder)?));
        Ok(found.map_ok(|blob| (blob.location.to_string(), blob.last_modified)).try_collect().await?)
    }

    /// Throws away what lies under a key. Nothing there is fine.
    pub async fn delete(&self, key: &str) -> Result<(), Fault> {
        match self.0.delete(&Key::parse(key)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
