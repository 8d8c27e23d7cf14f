//! Files of posts.

use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{Actor, Resource},
    db::Db,
    kernel::{Fault, FileId},
};

/// A file.
pub struct File;

/// `/files/{file}` and below
#[derive(Deserialize)]
pub struct FilePath {
    /// Which.
    pub file: FileId,
}

/// What the actor is to a file they may open.
#[derive(Clone, Debug)]
pub struct FileStanding {
    /// Which.
    pub id: FileId,
    /// Whether they uploaded it.
    pub mine: bool,
    /// Whether it has no place yet.
    pub loose: bool,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// How many bytes it has.
    pub bytes: i64,
}

impl Resource for File {
    type Path = FilePath;
    type Standing = FileStanding;
    const NAME: &'static str = "File";

    async fn standing(db: &mut Db, who: &Actor, at: FilePath) -> Result<Option<FileStanding>, Fault> {
        let row = sqlx::query_as!(
            FileStanding,
            r#"select id as "id!: FileId", uploader_id = $1 as "mine!", post_id is null as "loose!", name as "name!", kind as "kind!", bytes as "bytes!"
               from visible_files($1) where id = $2"#,
            who.viewer().id(),
            at.file.0
        )
        .fetch_optional(db)
        .await?;
        Ok(row)
    }

    fn samples() -> Vec<(&'static str, FileStanding)> {
        let one = |name, mine, loose| {
            let (id, kind, bytes) = (FileId(Uuid::nil()), "pdf".to_owned(), 1);
            (name, FileStanding { id, mine, loose, name: "Statuts.pdf".to_owned(), kind, bytes })
        };
        vec![
            one("own, not placed", true, true),
            one("own, placed", true, false),
            one("someone else's", false, false),
        ]
    }
}
