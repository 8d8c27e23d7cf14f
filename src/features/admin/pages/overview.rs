//! How the house is, in numbers.

use askama::Template;

use crate::{
    authz::{Permit, ViewAdmin},
    features::admin::store,
    i18n::{Locale, T, format},
    jobs::queue,
    mail,
    ui::{
        Page, Place,
        admin::{Nav, Tab},
    },
    web::{Cx, Reply},
};

struct Figure {
    label: String,
    value: String,
    /// Whether someone should look.
    alarm: bool,
}

#[derive(Template)]
#[template(path = "admin/overview.html")]
struct Overview {
    t: T,
    nav: Nav,
    figures: Vec<Figure>,
    no_mail: bool,
}

impl Page for Overview {
    fn title(&self) -> String {
        self.t.admin_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

/// `GET /admin`
pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewAdmin>) -> Reply {
    let mut db = cx.db().await?;
    let counted = store::figures(&mut db).await?;
    let letters = mail::counts(&mut db).await?;
    let jobs = queue::depth(&mut db).await?;
    drop(db);
    let t = cx.t();
    let figure =
        |label: String, n: i64| Figure { label, value: format::number(cx.locale(), n), alarm: false };
    let alarm = |label: String, n: i64| Figure { alarm: n > 0, ..figure(label, n) };
    let figures = vec![
        figure(t.admin_members().to_string(), counted.members),
        figure(t.admin_guests().to_string(), counted.guests),
        figure(t.admin_suspended().to_string(), counted.suspended),
        figure(t.admin_groups().to_string(), counted.groups),
        figure(t.admin_posts().to_string(), counted.posts),
        figure(t.admin_comments().to_string(), counted.comments),
        alarm(t.admin_letters_waiting().to_string(), letters.waiting),
        alarm(t.admin_letters_given_up().to_string(), letters.given_up),
        alarm(t.admin_jobs_dead().to_string(), jobs.dead),
        Figure {
            label: t.admin_database().to_string(),
            value: size(cx.locale(), counted.bytes),
            alarm: false,
        },
        Figure {
            label: t.admin_version().to_string(),
            value: env!("CARGO_PKG_VERSION").to_owned(),
            alarm: false,
        },
    ];
    let nav = Nav::new(t, permit.who(), Tab::Overview);
    cx.page(Overview { t, nav, figures, no_mail: cx.app.mailer.is_none() }).await
}

/// Bytes in whole megabytes.
fn size(locale: Locale, bytes: i64) -> String {
    let unit = if locale == Locale::Fr { "Mo" } else { "MB" };
    format!("{}\u{A0}{unit}", format::number(locale, (bytes / 1_000_000).max(1)))
}
