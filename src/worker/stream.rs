//! Answers too long to be held at once: the file goes in and the blocks come out piece by piece, so that neither
//! side of the pipe ever holds the whole.

use std::{io, pin::Pin, process::ExitStatus};

use axum::body::Bytes;
use futures_util::{Stream, StreamExt as _};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    process::{Child, ChildStdin, ChildStdout},
    sync::OwnedSemaphorePermit,
    task::AbortHandle,
    time::{Instant, timeout, timeout_at},
};

use super::{
    Limits, Refusal, WorkerError, Workers,
    frame::{self, MAX_BLOCK},
    parent::ended,
};

/// A file on its way to a child.
pub struct Input {
    /// How many bytes it has.
    pub length: u64,
    /// The bytes.
    pub chunks: Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>,
}

impl Input {
    /// A file that is in memory.
    pub fn whole(bytes: Vec<u8>) -> Self {
        let length = bytes.len() as u64;
        Self { length, chunks: Box::pin(futures_util::stream::once(async { Ok(Bytes::from(bytes)) })) }
    }
}

/// The blocks of an answer, as they come. Dropped, the child is killed.
pub struct Blocks {
    child: Child,
    from: ChildStdout,
    left: u64,
    until: Instant,
    writer: AbortHandle,
    _seat: OwnedSemaphorePermit,
}

impl Workers {
    /// Has one job done, piece by piece.
    pub async fn stream(
        &self,
        kind: &str,
        header: Vec<u8>,
        input: Input,
        limits: Limits,
    ) -> Result<Blocks, WorkerError> {
        let Ok(Ok(seat)) = timeout(limits.queue, self.seats.clone().acquire_owned()).await else {
            return Err(WorkerError::Busy);
        };
        let mut child = self.start(kind, limits).map_err(WorkerError::Unavailable)?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(WorkerError::Unavailable(io::ErrorKind::BrokenPipe.into()));
        };
        #[expect(clippy::disallowed_methods, reason = "ends with the child's pipe, or with the blocks")]
        // A child that refuses early does not read to the end: how it ended says more than our broken pipe.
        let writer = tokio::spawn(async move { feed(to, header, input).await }).abort_handle();
        let until = Instant::now() + limits.wall;
        Ok(Blocks { child, from, left: limits.output, until, writer, _seat: seat })
    }
}

async fn feed(mut to: ChildStdin, header: Vec<u8>, mut input: Input) -> io::Result<()> {
    to.write_all(&frame::length(&header)).await?;
    to.write_all(&header).await?;
    to.write_all(&input.length.to_le_bytes()).await?;
    while let Some(chunk) = input.chunks.next().await {
        to.write_all(&chunk?).await?;
    }
    to.shutdown().await
}

impl Blocks {
    /// The next block; none at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, WorkerError> {
        match timeout_at(self.until, self.read()).await {
            Ok(block) => block,
            Err(_) => Err(WorkerError::Refused(Refusal::Slow)),
        }
    }

    async fn read(&mut self) -> Result<Option<Vec<u8>>, WorkerError> {
        let mut length = [0; 8];
        match self.from.read_exact(&mut length).await {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                return self.end().await.map(|()| None);
            }
            Err(error) => return Err(WorkerError::Unavailable(error)),
        }
        let length = u64::from_le_bytes(length);
        let Some(left) = self.left.checked_sub(length).filter(|_| length <= MAX_BLOCK) else {
            return Err(WorkerError::Refused(Refusal::LongAnswer));
        };
        self.left = left;
        let mut block = Vec::new();
        let read = (&mut self.from).take(length).read_to_end(&mut block).await;
        if read.map_err(WorkerError::Unavailable)? as u64 == length {
            return Ok(Some(block));
        }
        self.end().await?;
        Err(WorkerError::Unavailable(io::ErrorKind::UnexpectedEof.into()))
    }

    /// How the child ended.
    async fn end(&mut self) -> Result<(), WorkerError> {
        let status: ExitStatus = self.child.wait().await.map_err(WorkerError::Unavailable)?;
        if status.success() { Ok(()) } else { Err(ended(status)) }
    }
}

impl Drop for Blocks {
    fn drop(&mut self) {
        self.writer.abort();
    }
}
