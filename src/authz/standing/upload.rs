//! Files that come in parts.

use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, FileId},
};

/// A file on its way, which exists for its sender alone.
pub struct Upload;

/// `/files/uploads/{upload}`
#[derive(Deserialize)]
pub struct UploadPath {
    /// Which: the file's id to be.
    pub upload: FileId,
}

/// How far it is.
#[derive(Clone, Debug)]
pub struct UploadStanding {
    /// Which.
    pub id: FileId,
    /// What it is called.
    pub name: String,
    /// How many bytes it will have.
    pub total: i64,
    /// How many have come.
    pub here: i64,
    /// The pieces that have come, in their order.
    pub parts: Vec<Uuid>,
    /// Whether a file was made of it just now: the sender may have missed the answer.
    pub done: bool,
}

impl Resource for Upload {
    type Path = UploadPath;
    type Standing = UploadStanding;
    const NAME: &'static str = "Upload";

    async fn standing(db: &mut Db, who: &Actor, at: UploadPath) -> Result<Option<UploadStanding>, Fault> {
        // bare: the actor's own
        let row = sqlx::query_as!(
            UploadStanding,
            r#"select id as "id!: FileId", name as "name!", total as "total!", here as "here!", parts as "parts!", false as "done!"
               from uploads where id = $2 and uploader_id = $1
               union all
               select id, name, bytes, bytes, '{}'::uuid[], true from files
               where id = $2 and uploader_id = $1 and post_id is null"#,
            who.viewer().id(),
            at.upload.0
        )
        .fetch_optional(db)
        .await?;
        Ok(row)
    }

    fn samples() -> Vec<(&'static str, UploadStanding)> {
        let (id, name) = (FileId(Uuid::nil()), "Fête.mp4".to_owned());
        vec![(
            "whose upload it is",
            UploadStanding { id, name, total: 2, here: 1, parts: Vec::new(), done: false },
        )]
    }
}
