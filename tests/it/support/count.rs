//! What the database is asked during a visit: the statements, and on demand their plans.
//!
//! sqlx tells of each statement through `tracing`; a listener around the future of the visit hears those of this test
//! alone, since tests run on threads of their own.

use std::{
    fmt::Debug,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tracing::{
    Dispatch, Event, Subscriber,
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

/// Two listeners that hear nothing, for as long as there are tests. With a single one in the process, tracing asks only
/// the thread at hand whether anybody listens, and remembers the answer of a test that does not.
static SILENT: LazyLock<[Dispatch; 2]> = LazyLock::new(|| {
    [(); 2].map(|()| Dispatch::new(registry().with(Ear { target: "nobody", heard: Arc::default() })))
});

async fn hearing<F: Future>(target: &'static str, what: F) -> Vec<String> {
    LazyLock::force(&SILENT);
    let ear = Ear { target, heard: Arc::default() };
    what.with_subscriber(registry().with(ear.clone())).await;
    std::mem::take(&mut *ear.heard.lock().unwrap_or_else(PoisonError::into_inner))
}

impl TestApp {
    /// The statements that are sent while this happens.
    pub async fn counting<F: Future>(&self, what: F) -> Vec<String> {
        hearing("sqlx::query", what).await
    }

    /// How PostgreSQL would run a statement that was heard, whatever its arguments. Asked over a connection of its own
    /// and without reading whole tables where an index leads to the rows: then a small table is read as a large one.
    pub async fn plan(&self, statement: &str) -> String {
        let mut db =
            PgConnection::connect_with(&self.app.db.connect_options()).await.expect("the database answers");
        let arguments =
            (1..20).take_while(|number| statement.contains(&format!("${number}"))).map(|_| "null");
        let arguments = arguments.collect::<Vec<_>>().join(", ");
        let settings = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off";
        for step in [settings, &format!("prepare heard as {statement}")] {
            sqlx::raw_sql(AssertSqlSafe(step.to_owned())).execute(&mut db).await.expect("it can be prepared");
        }
        let arguments = if arguments.is_empty() { arguments } else { format!("({arguments})") };
        let explain = format!("explain (costs off) execute heard{arguments}");
        let lines: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(explain)).fetch_all(&mut db).await.expect("it can be explained");
        lines.join("\n")
    }
}
