//! `parvis doctor`: looks at everything Parvis needs and says what is well, what is not, and the way out.

use std::{io::Write as _, path::Path, time::Duration};

use tokio_util::task::TaskTracker;

use crate::{
    app::{Config, commands::House, config::Storage},
    blobs::Blobs,
    db, jobs,
    kernel::Fault,
    mail,
};

/// What came of a look at something.
enum Finding {
    /// All is well; what was found.
    Well(String),
    /// It works, but the operator should know.
    Mind(String),
    /// It does not work; why and the way out.
    Ill(String),
}

use Finding::{Ill, Mind, Well};

/// Looks at everything and writes it down. Fails when something is ill.
pub async fn examine(config: Config) -> Result<(), Fault> {
    let mut report = Report { ill: 0 };
    report.line("settings", Well(format!("{} at {}", config.name, config.base_url)))?;
    report.line("cookies", cookies(&config))?;
    report.line("data folder", folder(&config.data))?;
    report.line("files", files(&config).await)?;
    report.line("mail", letters(&config).await)?;
    match House::open(config).await {
        Ok(house) => {
            let (schema, queue) = (schema(&house).await, queue(&house).await);
            report.line("database", schema)?;
            report.line("jobs", queue)?;
            house.close().await;
        }
        Err(fault) => report.line("database", Ill(fault.what()))?,
    }
    if report.ill == 0 { Ok(()) } else { Err(Fault::new(format!("{} of these need attention", report.ill))) }
}

struct Report {
    ill: u32,
}

impl Report {
    fn line(&mut self, what: &str, finding: Finding) -> Result<(), Fault> {
        let (mark, text) = match finding {
            Well(text) => ("well", text),
            Mind(text) => ("mind", text),
            Ill(text) => {
                self.ill += 1;
                ("ILL ", text)
            }
        };
        Ok(writeln!(std::io::stdout(), "{mark}  {what:<12} {text}")?)
    }
}

fn cookies(config: &Config) -> Finding {
    if config.secure_cookies() {
        return Well("only travel encrypted".to_owned());
    }
    let local = matches!(config.base_url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let text = "travel in the clear: set PARVIS_BASE_URL to an https address, behind a proxy that speaks TLS";
    if local { Mind(format!("{text}, before others use it")) } else { Ill(text.to_owned()) }
}

fn folder(data: &Path) -> Finding {
    let tried = std::fs::create_dir_all(data).and_then(|()| {
        let probe = data.join(".doctor");
        std::fs::write(&probe, b"parvis")?;
        std::fs::remove_file(probe)
    });
    match tried.and_then(|()| Ok(rustix::fs::statvfs(data)?)) {
        Err(error) => {
            Ill(format!("{} cannot be written: {error}. Choose another with PARVIS_DATA.", data.display()))
        }
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize) / (1024 * 1024);
            let text = format!("{}, {free} MB free", data.display());
            if free < 1024 { Mind(format!("{text}: make room soon")) } else { Well(text) }
        }
    }
}

/// Lists, writes, reads and deletes a file as uploads and sweeps do.
async fn files(config: &Config) -> Finding {
    let blobs = match Blobs::new(config, &TaskTracker::new()) {
        Ok(blobs) => blobs,
        Err(fault) => return Ill(fault.what()),
    };
    if let Err(trouble) = blobs.try_out().await {
        return Ill(trouble.words());
    }
    match &config.storage {
        Storage::Folder(folder) => Well(format!("can be written and read in {}", folder.display())),
        Storage::S3(s3) if s3.is_overheard() => {
            Mind(format!("{s3}: can be written and read, but they travel in the clear"))
        }
        Storage::S3(s3) => Well(format!("{s3}: can be written and read")),
    }
}

async fn letters(config: &Config) -> Finding {
    let mailer = match mail::Mailer::new(config) {
        Ok(Some(mailer)) => mailer,
        Ok(None) => {
            return Mind("no PARVIS_SMTP_URL: letters wait where administrators can read them".to_owned());
        }
        Err(fault) => return Ill(fault.what()),
    };
    match tokio::time::timeout(Duration::from_secs(10), mailer.answers()).await {
        Ok(true) => Well(format!("the server answers; letters come from {}", config.mail_from)),
        Ok(false) => Ill("the mail server does not take the connection: look at PARVIS_SMTP_URL".to_owned()),
        Err(_) => Ill("the mail server does not answer within ten seconds".to_owned()),
    }
}

async fn schema(house: &House) -> Finding {
    let tried = async {
        let mut db = house.pool.acquire().await?;
        db::is_current(&mut db).await
    };
    let whose = if house.embedded.is_some() { "Parvis's own" } else { "the one of DATABASE_URL" };
    match tried.await {
        Ok(true) => Well(format!("{whose}, at this version's schema")),
        Ok(false) => Mind(format!(
            "{whose}, behind this version's schema: the next start or parvis migrate brings it there"
        )),
        Err(fault) => Mind(format!("{whose}, still empty ({})", fault.what())),
    }
}

async fn queue(house: &House) -> Finding {
    let tried = async {
        let mut db = house.pool.acquire().await?;
        jobs::queue::list(&mut db, 1_000).await
    };
    match tried.await {
        Ok(list) => {
            let dead = list.iter().filter(|job| job.is_dead()).count();
            let text = format!("{} waiting, {dead} gave up", list.len() - dead);
            if dead > 0 { Mind(format!("{text}: see parvis job list")) } else { Well(text) }
        }
        Err(_) => Mind("the queue is made at the first start".to_owned()),
    }
}
