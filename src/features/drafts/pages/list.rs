//! The viewer's drafts that are not planned, the newest first.

use askama::Template;

use crate::{
    authz::{EditDraft, Permit, RestoreDraft},
    features::drafts::{model::Draft, store, urls, verbs},
    i18n::T,
    kernel::Url,
    ui::{Moment, Page},
    web::{Cx, Reply, flash::Flash, limit::Class},
};

/// How many lines there are at most: more drafts nobody has who finds them again.
const MOST: i64 = 200;

/// `/drafts`
#[derive(Template)]
#[template(path = "drafts/list.html")]
struct ListPage {
    t: T,
    drafts: Vec<LineView>,
}

struct LineView {
    name: String,
    lang: String,
    group: Option<String>,
    photos: i64,
    poll: bool,
    saved: Moment,
    write: Url,
    remove: Url,
}

impl Page for ListPage {
    fn title(&self) -> String {
        self.t.drafts_title().to_string()
    }
}

impl LineView {
    fn new(cx: &Cx, draft: Draft) -> Self {
        let name = draft.name();
        Self {
            name: if name.is_empty() { cx.t().drafts_unnamed().to_string() } else { name },
            photos: i64::try_from(draft.pictures.len()).unwrap_or_default(),
            poll: draft.poll.is_some(),
            saved: Moment::new(cx, draft.saved_at),
            write: urls::write(draft.id),
            remove: urls::removal(draft.id),
            group: draft.destination(cx.t()),
            lang: draft.lang,
        }
    }
}

/// `GET /drafts`
pub(in super::super) async fn list(cx: Cx) -> Reply {
    let wanted = store::Wanted { mine: true, planned: Some(false), most: MOST, ..Default::default() };
    let drafts = store::list(&mut *cx.db().await?, cx.viewer(), wanted).await?;
    let drafts = drafts.into_iter().map(|draft| LineView::new(&cx, draft)).collect();
    cx.page(ListPage { t: cx.t(), drafts }).await
}

/// `POST /drafts/{draft}/removal`
pub(in super::super) async fn discard(cx: Cx, permit: Permit<EditDraft>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    verbs::discard(&mut tx, &permit).await?;
    tx.commit().await?;
    let undo = urls::restoration(permit.about().id);
    cx.flash(Flash::said(cx.t().drafts_discarded()).with_undo(&undo, cx.t().drafts_undo())).await?;
    cx.redirect(&urls::list())
}

/// `POST /drafts/{draft}/restoration`
pub(in super::super) async fn restore(cx: Cx, permit: Permit<RestoreDraft>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    verbs::restore(&mut tx, &permit).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().drafts_restored())).await?;
    cx.redirect(&urls::list())
}
