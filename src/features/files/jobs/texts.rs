//! What documents hold, found out after their post is there. The text is for the search and stays in passages: what a search
//! shows of a long document is looked for in one of them. Pages are drawn to be looked at.
//!
//! Drafts are not read, and nothing of a file that cannot be read is told to anyone: it is found by its name.

use serde::{Deserialize, Serialize};

use crate::{
    app::App,
    blobs::{file_key, page_key},
    db::{Fact, Tx},
    features::files::{
        kind,
        model::Size,
        store::{self, DrawnPage},
    },
    jobs::{Enqueue as _, Job, JobCx, JobError},
    kernel::{Fault, FileId, GroupId, PostId},
    worker::document::{self, pages::Drawn},
};

/// How many files one run reads; it asks for the next itself, so that other work is not kept waiting.
const AT_ONCE: i64 = 20;
/// About how long a passage is, in bytes.
const PASSAGE: usize = 4_000;

/// A file that was not read yet.
pub(in super::super) struct Waiting {
    pub(in super::super) id: FileId,
    pub(in super::super) kind: String,
    pub(in super::super) post: PostId,
    pub(in super::super) group: GroupId,
}

/// Reads the files of a post, or all that are left.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadTexts {
    post: Option<PostId>,
}

impl Job for ReadTexts {
    const KIND: &'static str = "files.read_texts";

    async fn run(self, cx: &JobCx) -> Result<(), JobError> {
        let files = store::unread(&mut *cx.app.db.acquire().await?, self.post, AT_ONCE).await?;
        for file in &files {
            let passages = passages(&text(&cx.app, file).await?);
            let (count, pages) = drawn(&cx.app, file).await?;
            let mut tx = cx.begin("search").await?;
            store::keep_text(tx.db(), file.id, &passages, cx.now()).await?;
            if kind::has_pages(&file.kind) {
                store::keep_pages(tx.db(), file.id, count, &pages).await?;
            }
            if count.is_some() || !passages.is_empty() {
                let Waiting { group, post, id: file, .. } = *file;
                tx.record(Fact::DocumentRead { group, post, file }).await?;
            }
            tx.commit().await?;
        }
        if i64::try_from(files.len())? == AT_ONCE {
            let mut tx = cx.begin("search").await?;
            tx.enqueue(&self).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// Lets the files of a post be read.
pub(in super::super) async fn read_soon(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    tx.enqueue(&ReadTexts { post: Some(post) }).await
}

/// Lets all files that are left be read: those of a former version, and those whose reading was given up.
pub(super) async fn read_left(tx: &mut Tx) -> Result<(), Fault> {
    if !store::unread(tx.db(), None, 1).await?.is_empty() {
        tx.enqueue(&ReadTexts::default()).await?;
    }
    Ok(())
}

/// What a file says; nothing where it cannot be read.
async fn text(app: &App, file: &Waiting) -> Result<String, JobError> {
    if !kind::has_words(&file.kind) {
        return Ok(String::new());
    }
    let Some(bytes) = app.blobs.open(&file_key(file.id)).await? else {
        return Ok(String::new());
    };
    let read = document::read(&app.workers, bytes, document::limits()).await?;
    if let Some(why) = read.why {
        tracing::info!(file.id = %file.id, kind = file.kind, ?why, bytes = read.text.len(), "a document was not read to its end");
    }
    Ok(read.text)
}

/// Draws the first pages of a file and keeps them in the store. Says how many pages it has, if any was drawn, and which
/// were.
async fn drawn(app: &App, file: &Waiting) -> Result<(Option<i32>, Vec<DrawnPage>), JobError> {
    let mut kept = Vec::new();
    if !kind::has_pages(&file.kind) {
        return Ok((None, kept));
    }
    let Some(bytes) = app.blobs.open(&file_key(file.id)).await? else { return Ok((None, kept)) };
    let Some(mut drawing) = document::pages::draw(&app.workers, bytes, document::pages::limits()).await?
    else {
        return Ok((None, kept));
    };
    while let Some(Drawn { number, width, height, large, small }) = drawing.next().await? {
        for (size, bytes) in [(Size::Large, large), (Size::Small, small)] {
            app.blobs.put(&page_key(file.id, number, size.as_str()), bytes).await?;
        }
        kept.push(DrawnPage { number, width, height });
    }
    // What cards show of a document is its first page.
    let count = kept.iter().any(|page| page.number == 1).then_some(drawing.count);
    Ok((count, kept))
}

/// Cuts a text at ends of lines, or between words.
fn passages(text: &str) -> Vec<String> {
    let mut passages = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let mut end = rest.len();
        if end > PASSAGE {
            end = PASSAGE;
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            let head = rest.get(..end).unwrap_or_default();
            let line = head.rfind('\n').filter(|place| *place > PASSAGE / 2);
            end = line.or_else(|| head.rfind(' ')).filter(|place| *place > 0).unwrap_or(end);
        }
        let (passage, left) = rest.split_at(end);
        passages.push(passage.trim().to_owned());
        rest = left.trim_start();
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_lines_and_words() {
        assert!(passages(" \n").is_empty());
        let text = "Première ligne du budget.\n".repeat(900);
        let cut = passages(&text);
        assert!(cut.len() > 5 && cut.iter().all(|passage| passage.len() <= PASSAGE));
        assert!(cut.iter().all(|passage| passage.starts_with("Première") && passage.ends_with("budget.")));
        for text in ["mot ".repeat(5_000), "é".repeat(9_000), "\u{1F333}".repeat(3_000)] {
            let cut = passages(&text);
            assert_eq!(cut.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }
}
