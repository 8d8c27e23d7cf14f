//! Making the index anew, some texts at a time: after a change of how words are cut, or of the database's version.

use uuid::Uuid;

use super::store::{self, Part};
use crate::{app::App, features::files, kernel::Fault};

/// How many texts are written at once.
const AT_ONCE: i64 = 1_000;

/// Writes the whole index anew while everything goes on, and says how far it is.
pub async fn rebuild(app: &App, say: &dyn Fn(&str)) -> Result<(), Fault> {
    let mut db = app.db.acquire().await?;
    for (part, what) in
        [(Part::Posts, "publications"), (Part::Comments, "comments"), (Part::Files, "documents")]
    {
        let (mut after, mut rounds) = (Uuid::nil(), 0_i64);
        while let Some(last) = store::rebuild(&mut db, part, after, AT_ONCE).await? {
            after = last;
            rounds += 1;
            if rounds % 50 == 0 {
                say(&format!("{} {what}", rounds * AT_ONCE));
            }
        }
    }
    let gone = store::forget(&mut db).await?;
    drop(db);
    let files = files::jobs::read_again(app).await?;
    say(&format!("The search index is new; {gone} texts that were gone are out of it."));
    say(&format!("The text of {files} files is read again in the background, while Parvis runs."));
    Ok(())
}
