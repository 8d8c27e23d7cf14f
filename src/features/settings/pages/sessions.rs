//! Where one is signed in, and ending it.

use askama::Template;

use super::settings::profile;
use crate::{
    authz::{EndSession, Permit},
    features::{
        accounts::{device::device_words, mail::device},
        settings::{
            store::{self, SessionRow},
            verbs,
        },
    },
    i18n::T,
    kernel::Url,
    ui::{Moment, Page, Place},
    web::{Cx, Reply, flash::Flash, session},
};

struct Line {
    icon: &'static str,
    device: String,
    place: String,
    since: Moment,
    seen: Moment,
    here: bool,
    end: Url,
}

#[derive(Template)]
#[template(path = "settings/sessions.html")]
struct SessionsPage {
    t: T,
    here: &'static str,
    profile: Url,
    sessions: Vec<Line>,
}

impl Page for SessionsPage {
    fn title(&self) -> String {
        self.t.settings_sessions().to_string()
    }

    fn place(&self) -> Place {
        Place::Settings
    }
}

fn line(cx: &Cx, row: SessionRow, present: Option<&[u8]>) -> Line {
    let phone = matches!(device_words(&row.user_agent).1, "iPhone" | "Android");
    Line {
        icon: if phone { "phone" } else { "monitor" },
        device: device(cx.t(), &row.user_agent),
        place: row.address,
        since: Moment::new(cx, row.created_at),
        seen: Moment::new(cx, row.seen_at),
        here: present == Some(row.id.as_slice()),
        end: Url::path("/settings/sessions").join(hex::encode(&row.id)).join("end"),
    }
}

/// `GET /settings/sessions`
pub(in super::super) async fn show(cx: Cx) -> Reply {
    let me = cx.member()?;
    let present = session::present(&cx);
    let rows = store::of(&mut *cx.db().await?, me.id).await?;
    let sessions = rows.into_iter().map(|row| line(&cx, row, present.as_deref())).collect();
    cx.page(SessionsPage { t: cx.t(), here: "sessions", profile: profile(me.id), sessions }).await
}

/// `POST /settings/sessions/{session}/end`
pub(in super::super) async fn end(cx: Cx, permit: Permit<EndSession>) -> Reply {
    let mut tx = cx.begin().await?;
    verbs::end_session(&mut tx, &permit).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().settings_session_ended())).await?;
    cx.redirect(&Url::path("/settings/sessions"))
}

/// `POST /settings/sessions/end-others`
pub(in super::super) async fn end_others(cx: Cx) -> Reply {
    let me = cx.member()?;
    let mut tx = cx.begin().await?;
    let ended = verbs::end_other_sessions(&mut tx, me.id, session::present(&cx).as_deref()).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().settings_sessions_ended(i64::try_from(ended).unwrap_or_default()))).await?;
    cx.redirect(&Url::path("/settings/sessions"))
}
