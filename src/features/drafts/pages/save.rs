//! Keeping what is being written, as `<draft-keeper>` sends it.

use axum::{Json, response::IntoResponse as _};
use serde_json::json;

use crate::{
    authz::{Permit, WriteDraft},
    features::{
        asking,
        drafts::{
            self,
            model::{Kept, MOST_TITLE, Text},
            verbs,
        },
        files, labels,
    },
    i18n::format,
    kernel::{Body, DraftId, FileId, LabelId, Line, PictureId, TextError, markup::MAX_CHARS},
    web::{Cx, Error, Form, Reply, limit::Class},
};

/// A text as far as it goes; empty is fine.
fn loose(text: Result<String, TextError>) -> Result<String, Error> {
    match text {
        Ok(text) => Ok(text),
        Err(TextError::Empty) => Ok(String::new()),
        Err(_) => Err(Error::Malformed),
    }
}

/// The composer's fields by their names.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    fn also(&self) -> Vec<String> {
        self.0.iter().filter(|(field, _)| field == "also").map(|(_, slug)| slug.clone()).collect()
    }

    fn labels(&self) -> Vec<LabelId> {
        let ticked = self.0.iter().filter(|(field, _)| field == "label");
        labels::read_ids(ticked.map(|(_, value)| value.as_str()))
    }

    fn poll(&self, cx: &Cx) -> Option<asking::Typed> {
        asking::Typed::of_fields(&self.0).kept(cx.zone())
    }

    fn pictures(&self) -> Vec<(PictureId, String)> {
        let ids = self.0.iter().filter(|(field, _)| field == "picture");
        ids.filter_map(|(_, id)| Some((id.parse().ok()?, self.text(&format!("alt-{id}")).to_owned())))
            .collect()
    }

    fn files(&self) -> Vec<FileId> {
        let ids = self.0.iter().filter(|(field, _)| field == "document");
        ids.filter_map(|(_, id)| id.parse().ok()).take(files::MOST).collect()
    }
}

/// `POST /drafts`
pub(in super::super) async fn save(
    cx: Cx,
    permit: Permit<WriteDraft>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let fields = Fields(fields);
    let id: DraftId = fields.text("once").parse().map_err(|_| Error::Malformed)?;
    let version = fields.text("version").parse().unwrap_or(0);
    let mut db = cx.db().await?;
    let group = drafts::group(&mut db, cx.viewer(), fields.text("group")).await?;
    let also = drafts::groups(&mut db, cx.viewer(), &fields.also()).await?;
    drop(db);
    let text = Text {
        group,
        also,
        joint: fields.text("joint") == "yes",
        title: loose(Line::<MOST_TITLE>::parse(fields.text("title")).map(|line| line.as_str().to_owned()))?,
        body: loose(Body::<MAX_CHARS>::parse(fields.text("text")).map(|body| body.as_str().to_owned()))?,
        pictures: fields.pictures(),
        files: fields.files(),
        labels: fields.labels(),
        poll: fields.poll(&cx),
    };
    let mut tx = cx.begin().await?;
    let kept = verbs::keep(&mut tx, &permit, (id, version), (&text, cx.locale())).await?;
    tx.commit().await?;
    let t = cx.t();
    let time = format::time(cx.locale(), cx.zone(), cx.now());
    Ok(Json(match kept {
        Kept::Saved(id, version) => {
            json!({ "id": id, "version": version, "said": t.drafts_kept(time).to_string() })
        }
        Kept::Apart(id) => json!({ "id": id, "version": 1, "said": t.drafts_kept_apart().to_string() }),
        Kept::Published => json!({ "published": true, "said": t.drafts_published_already().to_string() }),
    })
    .into_response())
}
