//! What the database is asked during a visit: the statements, and on demand their plans.
//!
//! sqlx tells of each statement through `tracing`; a listener around the future of the visit hears those of this test
//! alone, since tests run on threads of their own.

use std::{
    fmt::Debug,
    sync::{Arc, Mutex, PoisonError},
};

use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    instrument::WithSubscriber as _,
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt as _},
    registry,
};

use super::TestApp;

/// Gathers what events of one target say.
#[derive(Clone)]
struct Ear {
    target: &'static str,
    heard: Arc<Mutex<Vec<String>>>,
}

/// The words of an event: the whole statement where sqlx gives it, else its summary or the message.
#[derive(Default)]
struct Words {
    whole: String,
    short: String,
}

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        match field.name() {
            "db.statement" => self.whole = format!("{value:?}"),
            "summary" | "message" => self.short = format!("{value:?}"),
            _ => {}
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "db.statement" => value.trim().clone_into(&mut self.whole),
            "summary" | "message" => value.clone_into(&mut self.short),
            _ => {}
        }
    }
}

impl<S: Subscriber> Layer<S> for Ear {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == self.target {
            let mut words = Words::default();
            event.record(&mut words);
            let said = if words.whole.is_empty() { words.short } else { words.whole };
            self.heard.lock().unwrap_or_else(PoisonError::into_inner).push(said);
        }
    }
}

async fn hearing<F: Future>(target: &'static str, what: F) -> Vec<String> {
    let ear = Ear { target, heard: Arc::default() };
    what.with_subscriber(registry().with(ear.clone())).await;
    std::mem::take(&mut *ear.heard.lock().unwrap_or_else(PoisonError::into_inner))
}

impl TestApp {
    /// The statements that are sent while this happens.
    pub async fn counting<F: Future>(&self, what: F) -> Vec<String> {
        hearing("sqlx::query", what).await
    }
}
