//! The queue of background work: what gave up, what failed, what waits.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{OperateSite, Permit},
    features::admin::verbs,
    i18n::T,
    jobs::queue::{self, QueuedJob},
    kernel::Url,
    ui::{
        Moment, Page, Place,
        admin::{Nav, Tab},
    },
    web::{Cx, Error, Reply, flash::Flash, form::At},
};

/// `/admin/jobs/{job}`
#[derive(Deserialize)]
pub(in super::super) struct JobPath {
    job: String,
}

struct Line {
    kind: String,
    error: String,
    dead: bool,
    failed: bool,
    running: bool,
    attempts: String,
    next: Moment,
    retry: Url,
}

#[derive(Template)]
#[template(path = "admin/jobs.html")]
struct Jobs {
    t: T,
    nav: Nav,
    dead: i64,
    lines: Vec<Line>,
}

impl Page for Jobs {
    fn title(&self) -> String {
        self.t.admin_jobs().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin/jobs`
pub(in super::super) async fn list(cx: Cx, permit: Permit<OperateSite>) -> Reply {
    let mut db = cx.db().await?;
    let jobs = queue::list(&mut db, 100).await?;
    let depth = queue::depth(&mut db).await?;
    drop(db);
    let lines = jobs.into_iter().map(|job| line(&cx, job)).collect();
    let nav = Nav::new(cx.t(), permit.who(), Tab::Jobs);
    cx.page(Jobs { t: cx.t(), nav, dead: depth.dead, lines }).await
}

fn line(cx: &Cx, job: QueuedJob) -> Line {
    Line {
        dead: job.is_dead(),
        failed: job.last_error.is_some(),
        running: job.running,
        attempts: format!("{}/{}", job.attempts, job.max_attempts),
        next: Moment::new(cx, job.run_at),
        retry: Url::path("/admin/jobs").join(job.id).join("retry"),
        error: job.error().chars().take(300).collect(),
        kind: job.kind,
    }
}

/// `POST /admin/jobs/{job}/retry`
pub(in super::super) async fn retry(cx: Cx, permit: Permit<OperateSite>, At(at): At<JobPath>) -> Reply {
    let job = at.job.parse().map_err(|_| Error::NotFound)?;
    again(&cx, &permit, Some(job)).await
}

/// `POST /admin/jobs/retry`
pub(in super::super) async fn retry_all(cx: Cx, permit: Permit<OperateSite>) -> Reply {
    again(&cx, &permit, None).await
}

async fn again(cx: &Cx, permit: &Permit<OperateSite>, job: Option<i64>) -> Reply {
    let mut tx = cx.begin().await?;
    let count = verbs::retry_jobs(&mut tx, permit, job).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().admin_jobs_retried(count))).await?;
    cx.redirect(&Url::path("/admin/jobs"))
}
