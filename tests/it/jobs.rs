//! The queue: in the caller's transaction or not at all, tried again, given up in sight, started again, and running
//! beside the house.

use std::time::Duration;

use parvis::{
    app::tasks,
    jobs::{self, Enqueue as _, queue},
    kernel::LetterId,
    mail::SendLetter,
};
use tokio::time::timeout;

use crate::support::{TestApp, db::PATIENCE};

fn some_job(app: &TestApp) -> SendLetter {
    SendLetter { letter: LetterId::new(app.app.clock.now()) }
}

async fn depth(app: &TestApp) -> queue::Depth {
    queue::depth(&mut app.app.db.acquire().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_job_is_queued_with_its_change_or_not_at_all() {
    let app = TestApp::start().await;
    let mut tx = app.begin().await;
    tx.enqueue(&some_job(&app)).await.unwrap();
    tx.abandon().await.unwrap();
    assert_eq!(depth(&app).await.due, 0);
    let mut tx = app.begin().await;
    tx.enqueue_all(&[some_job(&app), some_job(&app)]).await.unwrap();
    tx.enqueue_at(&some_job(&app), app.app.clock.now() + chrono::TimeDelta::days(1)).await.unwrap();
    tx.commit().await.unwrap();
    let depth_now = depth(&app).await;
    assert_eq!((depth_now.due, depth_now.later), (2, 1));
    jobs::run_until_empty(&app.app).await.unwrap();
    let depth_now = depth(&app).await;
    assert_eq!((depth_now.due, depth_now.later, depth_now.dead), (0, 1, 0));
}

#[tokio::test]
async fn jobs_that_gave_up_are_seen_and_can_be_started_again() {
    let app = TestApp::start().await;
    let mut db = app.app.db.acquire().await.unwrap();
    queue::add(&mut db, "mail.send_letter", &serde_json::json!({ "letter": "no id" })).await.unwrap();
    drop(db);
    for _ in 0..30 {
        app.make_jobs_due().await;
        jobs::run_until_empty(&app.app).await.unwrap();
    }
    let mut db = app.app.db.acquire().await.unwrap();
    let [job] = queue::list(&mut db, 10).await.unwrap().try_into().unwrap();
    assert!(job.is_dead() && job.last_error.is_some(), "{job:?}");
    assert_eq!(queue::retry(&mut db, Some(job.id)).await.unwrap(), 1);
    assert_eq!(queue::retry(&mut db, Some(job.id)).await.unwrap(), 0);
    drop(db);
    assert_eq!(depth(&app).await.due, 1);
}

#[tokio::test]
async fn the_house_runs_jobs_beside_the_pages_and_ends_in_good_order() {
    let app = TestApp::start_with(&[("PARVIS_METRICS_LISTEN", "off")]).await;
    tasks::start(&app.app).await.unwrap();
    let mut tx = app.begin().await;
    tx.enqueue(&some_job(&app)).await.unwrap();
    tx.commit().await.unwrap();
    timeout(PATIENCE, async {
        while depth(&app).await.due > 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await
    .expect("the job runs");
    app.app.stop.cancel();
    app.app.tasks.close();
    timeout(PATIENCE, app.app.tasks.wait()).await.expect("everything ends");
}
