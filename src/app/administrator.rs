//! `parvis admin create`: an administrator, by whoever runs the machine.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use crate::{
    app::App,
    authz::SiteRole,
    db::Tx,
    features::accounts::{self, Door, Name, NewAccount, RegisterRefused, verbs},
    kernel::{EmailAddress, Failure, Fault, Password},
};

/// The variable that brings the password without a terminal.
pub const PASSWORD: &str = "PARVIS_ADMIN_PASSWORD";

/// Makes an administrator.
pub async fn create(app: &App, email: &str, name: &str) -> Result<(), Fault> {
    let email = EmailAddress::parse(email).map_err(|_| Fault::new("--email is not a mail address"))?;
    let name = Name::parse(name).map_err(|_| Fault::new("--name takes 1 to 80 characters"))?;
    let password = Password::choose(&typed()?).map_err(|_| {
        Fault::new("the password takes 8 to 128 characters and is none of those everybody tries first")
    })?;
    let new = NewAccount {
        name,
        email,
        password: Some(accounts::hash(&password).await?),
        locale: app.config.locale,
        time_zone: app.config.time_zone,
        external: false,
        site_role: SiteRole::Administrator,
    };
    let mut tx = Tx::begin(&app.db, None, "command line", app.clock.now(), app.signal.clone()).await?;
    match verbs::register(&mut tx, &new, &Door::command_line()).await {
        Ok(member) => {
            tx.commit().await?;
            tracing::info!(%member, "the administrator can sign in at {}/sign-in", app.config.origin());
            Ok(())
        }
        Err(Failure::Refused(RegisterRefused::AddressTaken)) => {
            Err(Fault::new("this address has an account already"))
        }
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

/// The password, from the environment or from standard input. Asking for it is for people only.
fn typed() -> Result<String, Fault> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(password);
    }
    let input = std::io::stdin();
    if input.is_terminal() {
        let _ = write!(std::io::stderr(), "Password of the administrator (it will be visible): ");
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
