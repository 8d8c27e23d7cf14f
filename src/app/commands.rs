//! The commands of the binary, and what they share: settings, logs, a database.

use std::{
    io::{IsTerminal as _, Write as _},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use sqlx::{PgPool, postgres::PgConnectOptions};

use crate::{
    app::{App, Config, administrator, config::LogFormat, demo, doctor, serve},
    db::{
        self,
        embedded::{Embedded, Setup},
    },
    features::{
        people_import, search,
        survey_results::{Draw, Wrong},
    },
    jobs,
    kernel::{Clock, Fault},
};

/// Parvis, a self-hosted community platform.
#[derive(Parser)]
#[command(name = "parvis", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the community until stopped.
    Serve {
        /// With the demo community, made at the first start where there is nobody.
        #[arg(long)]
        demo: bool,
    },
    /// Make the demo community in an empty one.
    Demo,
    /// Bring the database to this version's schema.
    Migrate,
    /// Look at everything Parvis needs, and say what is well and what is not.
    Doctor,
    /// Look after the work in the background.
    Job {
        #[command(subcommand)]
        command: JobCommand,
    },
    /// Look after the search.
    #[command(subcommand)]
    Search(SearchCommand),
    /// Look after administrators.
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Look after people.
    #[command(subcommand)]
    People(PeopleCommand),
    /// Look after draws of prizes.
    #[command(subcommand)]
    Draw(DrawCommand),
    /// One dangerous job, in a process of its own with limits. Parvis calls this itself.
    #[command(hide = true)]
    Worker {
        /// The kind of job.
        kind: String,
    },
}

#[derive(Subcommand)]
enum DrawCommand {
    /// Do a draw again from its file, and say who wins, or what is wrong. Needs neither settings nor a database.
    Verify {
        /// The file, as its page gives it.
        file: std::path::PathBuf,
    },
}

#[derive(Subcommand)]
enum JobCommand {
    /// Show the queue: what gave up first.
    List,
    /// Queue a job that needs no parameters, and run what is due.
    Run {
        /// The kind, such as `house.tidy_up`.
        kind: String,
    },
    /// Start the jobs that gave up again.
    Retry,
}

#[derive(Subcommand)]
enum SearchCommand {
    /// Make the index anew, while everything goes on: after an upgrade of PostgreSQL, say.
    Rebuild,
}

#[derive(Subcommand)]
enum PeopleCommand {
    /// Make and change people from a spreadsheet: .xlsx, .xls, .xlsb, .ods, .csv or .tsv.
    Import {
        /// The file.
        file: std::path::PathBuf,
        /// Only say what would be done, and what is wrong.
        #[arg(long)]
        dry_run: bool,
        /// The mail address of the administrator in whose name it is done; by default the first one.
        #[arg(long = "as")]
        by: Option<String>,
    },
}

#[derive(Subcommand)]
enum AdminCommand {
    /// Make an administrator. The password comes from `PARVIS_ADMIN_PASSWORD` or standard input.
    Create {
        /// Their mail address.
        #[arg(long)]
        email: String,
        /// Their name.
        #[arg(long)]
        name: String,
    },
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // Before anything else: the child takes its limits first and needs no settings.
    if let Command::Worker { kind } = &arguments.command {
        return crate::worker::run_child(kind);
    }
    if let Command::Draw(DrawCommand::Verify { file }) = &arguments.command {
        return verify(file);
    }
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(error) => return refuse(&error),
    };
    start_logging(&config);
    small_pages();
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Fault::from)
        .and_then(|runtime| {
            runtime.block_on(async move {
                match arguments.command {
                    Command::Worker { .. } | Command::Draw(_) => Ok(()),
                    Command::Serve { demo } => Box::pin(serve::run(config, demo)).await,
                    Command::Demo => in_house(config, make_demo).await,
                    Command::Migrate => in_house(config, async |house| house.migrate().await).await,
                    Command::Doctor => doctor::examine(config).await,
                    Command::People(PeopleCommand::Import { file, dry_run, by }) => {
                        in_house(config, async |house| import(house, &file, by.as_deref(), dry_run).await)
                            .await
                    }
                    Command::Search(SearchCommand::Rebuild) => in_house(config, rebuild_search).await,
                    Command::Job { command } => {
                        in_house(config, async |house| job(house, command).await).await
                    }
                    Command::Admin(AdminCommand::Create { email, name }) => {
                        in_house(config, async |house| create_administrator(house, &email, &name).await).await
                    }
                }
            })
        });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => refuse(&fault.what()),
    }
}

/// Pages of memory of two megabytes hold twice what is used here, for no time saved. Where the system does not let this
/// be chosen, more memory is used and nothing else.
fn small_pages() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::thread::disable_transparent_huge_pages(true) {
        tracing::debug!(%error, "large pages of memory stay on");
    }
}

/// Does a draw again.
fn verify(file: &std::path::Path) -> ExitCode {
    let draw = match std::fs::read(file)
        .map_err(Fault::from)
        .and_then(|bytes| Ok(serde_json::from_slice::<Draw>(&bytes)?))
    {
        Ok(draw) => draw,
        Err(fault) => return refuse(&fault.what()),
    };
    let told = match draw.verify() {
        Ok(winners) => {
            format!("The draw is right, among {} tickets. Winners:\n{}", draw.tickets(), winners.join("\n"))
        }
        Err(Wrong::Algorithm) => {
            return refuse(&"The file was made in a way that this version does not know.");
        }
        Err(Wrong::Seed) => return refuse(&"The seed in the file is not a seed."),
        Err(Wrong::Commitment) => return refuse(&"The seed is not the one whose hash was published."),
        Err(Wrong::Winners(others)) => {
            return refuse(&format!("Others win:\n{}", others.join("\n")));
        }
    };
    match writeln!(std::io::stdout(), "{told}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&error),
    }
}

/// Opens the database, does something, and closes it whatever came of it.
async fn in_house(config: Config, work: impl AsyncFnOnce(&House) -> Result<(), Fault>) -> Result<(), Fault> {
    let house = House::open(config).await?;
    let done = work(&house).await;
    house.close().await;
    done
}

async fn make_demo(house: &House) -> Result<(), Fault> {
    house.migrate().await?;
    let say = |line: &str| tracing::info!("{line}");
    demo::load_once(&house.app()?, &say).await?;
    demo::introduce(&say);
    Ok(())
}

async fn job(house: &House, command: JobCommand) -> Result<(), Fault> {
    house.migrate().await?;
    let app = house.app()?;
    let mut db = app.db.acquire().await?;
    let mut out = std::io::stdout();
    match command {
        JobCommand::List => {
            for job in jobs::queue::list(&mut db, 1_000).await? {
                let state = if job.is_dead() {
                    "gave up"
                } else if job.running {
                    "running"
                } else {
                    "waiting"
                };
                let error = job.last_error.unwrap_or_default();
                writeln!(
                    out,
                    "{}  {}  {state}  {}/{}  {error}",
                    job.id, job.kind, job.attempts, job.max_attempts
                )?;
            }
        }
        JobCommand::Run { kind } => {
            let kinds = jobs::worker::Kinds::named(app.jobs.kinds);
            if !kinds.contains(&kind.as_str()) {
                return Err(Fault::new(format!("{kind} is no kind of job; there are {}", kinds.join(", "))));
            }
            jobs::queue::add(&mut db, &kind, &serde_json::json!({})).await?;
            drop(db);
            jobs::run_due(&app).await?;
        }
        JobCommand::Retry => {
            let count = jobs::queue::retry(&mut db, None).await?;
            writeln!(out, "{count}")?;
        }
    }
    Ok(())
}

async fn import(house: &House, file: &std::path::Path, by: Option<&str>, dry_run: bool) -> Result<(), Fault> {
    house.migrate().await?;
    let app = house.app()?;
    // The pool of background work: a large file takes longer than a page may.
    let behind = app.over(jobs::worker::pool(&app));
    let say = |line: &str| {
        let _ = writeln!(std::io::stdout(), "{line}");
    };
    people_import::import(&behind, file, by, dry_run, &say).await
}

async fn rebuild_search(house: &House) -> Result<(), Fault> {
    house.migrate().await?;
    let app = house.app()?;
    let say = |line: &str| {
        let _ = writeln!(std::io::stdout(), "{line}");
    };
    // The pool of background work: looking for what is gone takes longer than a page may.
    search::rebuild(&app.over(jobs::worker::pool(&app)), &say).await
}

async fn create_administrator(house: &House, email: &str, name: &str) -> Result<(), Fault> {
    house.migrate().await?;
    administrator::create(&house.app()?, email, name).await
}

/// Says to the operator why not. The log may not be readable yet, so this goes to standard error itself.
fn refuse(why: &dyn std::fmt::Display) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{why}");
    ExitCode::FAILURE
}

fn start_logging(config: &Config) {
    use tracing_subscriber::{EnvFilter, fmt};
    // The queue tells of every job at info; what we have to say about jobs, we say ourselves.
    let filter = EnvFilter::try_new(format!("graphile_worker=warn,sqlx=warn,{}", config.log))
        .unwrap_or_else(|_| EnvFilter::new("info"));
    // A full disk or a closed pipe must not stop the server: the writer's errors are dropped.
    let builder =
        fmt().with_env_filter(filter).log_internal_errors(false).with_ansi(std::io::stdout().is_terminal());
    let _ = match config.log_format {
        LogFormat::Json => builder.json().try_init(),
        LogFormat::Text => builder.with_target(false).compact().try_init(),
    };
}

/// A database that is there, Parvis's own or the operator's, and the settings it came from.
pub struct House {
    /// The settings.
    pub config: Config,
    /// The pool.
    pub pool: PgPool,
    /// Parvis's own server, where there is no `DATABASE_URL`.
    pub embedded: Option<Embedded>,
}

impl House {
    /// Opens the database the settings ask for.
    pub async fn open(config: Config) -> Result<Self, Fault> {
        std::fs::create_dir_all(&config.data)?;
        let say = |line: &str| tracing::info!("{line}");
        let (options, embedded) = if let Some(url) = &config.database_url {
            (url.reveal().parse::<PgConnectOptions>()?, None)
        } else {
            let setup = Setup { binaries: config.pg_bin.clone(), ..Setup::new(&config.data) };
            let server = Embedded::start_with(&setup, &say).await?;
            (server.connect_options(), Some(server))
        };
        let pool = db::pool(options, config.db_connections);
        Ok(Self { config, pool, embedded })
    }

    /// Brings the database to this version's schema.
    pub async fn migrate(&self) -> Result<(), Fault> {
        migrate(&self.pool).await
    }

    /// The house over this database.
    pub fn app(&self) -> Result<App, Fault> {
        App::new(self.config.clone(), self.pool.clone(), Clock::system())
    }

    /// Lets go of the database, and stops it where it is Parvis's own.
    pub async fn close(self) {
        self.pool.close().await;
        if let Some(server) = self.embedded {
            server.stop().await;
        }
    }
}

/// Our schema and the job queue's. The only way to migrate.
pub async fn migrate(pool: &PgPool) -> Result<(), Fault> {
    db::migrate(&mut *pool.acquire().await?).await?;
    graphile_worker::WorkerUtils::new(pool.clone(), "graphile_worker").migrate().await?;
    Ok(())
}
