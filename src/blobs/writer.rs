//! Bytes on their way into the store, piece by piece.

use std::mem;

use axum::body::Bytes;
use object_store::{MultipartUpload, ObjectStoreExt as _, PutPayloadMut, path::Path as Key};
use tokio::{runtime::Handle, sync::oneshot, task::JoinSet};

use super::Blobs;
use crate::kernel::Fault;

/// All parts but the last have this size, and S3 refuses smaller ones than five megabytes.
const PART: usize = 8 * 1024 * 1024;
/// Parts that travel while the next one comes in.
const UNDER_WAY: usize = 2;

/// Bytes that come piece by piece. Nothing is there before the end; given up or dropped, nothing is left.
///
/// The writer of `object_store` cannot be given up any more once its end has begun, and dropped it leaves its parts with
/// an S3 server, where nobody sees them and somebody pays for them.
#[derive(Debug)]
pub struct Writer {
    blobs: Blobs,
    key: Key,
    waiting: PutPayloadMut,
    upload: Option<Box<dyn MultipartUpload>>,
    under_way: JoinSet<object_store::Result<()>>,
}

impl Writer {
    pub(super) fn new(blobs: Blobs, key: Key) -> Self {
        let (waiting, under_way) = (PutPayloadMut::new(), JoinSet::new());
        Self { blobs, key, waiting, upload: None, under_way }
    }

    /// Takes a piece.
    pub async fn put(&mut self, mut bytes: Bytes) -> Result<(), Fault> {
        loop {
            let room = PART - self.waiting.content_length();
            if bytes.len() < room {
                self.waiting.push(bytes);
                return Ok(());
            }
            self.waiting.push(bytes.split_to(room));
            self.send().await?;
        }
    }

    /// The end: from here on the bytes lie under their key.
    pub async fn end(mut self) -> Result<(), Fault> {
        if self.upload.is_none() {
            let whole = mem::take(&mut self.waiting).freeze();
            let put = self.blobs.store.put(&self.key, whole).await;
            return put.map(|_| ()).map_err(|error| self.blobs.fault(error));
        }
        if !self.waiting.is_empty() {
            self.send().await?;
        }
        while !self.under_way.is_empty() {
            self.arrive().await?;
        }
        if let Some(upload) = &mut self.upload {
            upload.complete().await.map_err(|error| self.blobs.fault(error))?;
            self.upload = None;
        }
        Ok(())
    }

    /// Gives it up: what was sent is thrown away.
    pub async fn abort(mut self) -> Result<(), Fault> {
        let Some(upload) = self.upload.take() else {
            return Ok(());
        };
        let under_way = mem::take(&mut self.under_way);
        throw_away(upload, under_way).await.map_err(|error| self.blobs.fault(error))
    }

    /// Sends a part on its way.
    async fn send(&mut self) -> Result<(), Fault> {
        if self.upload.is_none() {
            self.upload = Some(begin(self.blobs.clone(), self.key.clone()).await?);
        }
        while self.under_way.len() >= UNDER_WAY {
            self.arrive().await?;
        }
        let part = mem::take(&mut self.waiting).freeze();
        if let Some(upload) = &mut self.upload {
            self.under_way.spawn(upload.put_part(part));
        }
        Ok(())
    }

    /// Waits for one of the parts.
    async fn arrive(&mut self) -> Result<(), Fault> {
        match self.under_way.join_next().await {
            Some(arrived) => arrived?.map_err(|error| self.blobs.fault(error)),
            None => Ok(()),
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let Some(upload) = self.upload.take() else { return };
        let under_way = mem::take(&mut self.under_way);
        // Without it the process is at its end.
        if Handle::try_current().is_ok() {
            self.blobs.tasks.spawn(async move {
                if let Err(error) = throw_away(upload, under_way).await {
                    tracing::warn!(
                        error = super::s3::told(&error),
                        "an upload that was given up could not be thrown away"
                    );
                }
            });
        }
    }
}

/// Begins with the store, apart: whoever goes away meanwhile would leave what nobody knows the name of.
async fn begin(blobs: Blobs, key: Key) -> Result<Box<dyn MultipartUpload>, Fault> {
    let (tell, told) = oneshot::channel();
    let store = blobs.store.clone();
    blobs.tasks.spawn(async move {
        if let Err(Ok(upload)) = tell.send(store.put_multipart(&key).await) {
            let _ = throw_away(upload, JoinSet::new()).await;
        }
    });
    told.await?.map_err(|error| blobs.fault(error))
}

async fn throw_away(
    mut upload: Box<dyn MultipartUpload>,
    mut under_way: JoinSet<object_store::Result<()>>,
) -> object_store::Result<()> {
    // A part that is broken off may still be kept by a server that has read it, after the others were thrown away.
    while under_way.join_next().await.is_some() {}
    upload.abort().await
}
