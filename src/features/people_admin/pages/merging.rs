//! Merging an account into another: finding the other one, what would move, and confirming it by typing.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{
        AbsorbAccount, AccountStanding, Action as _, Denied, MergeAccount, Permit, permit,
        standing::AccountPath,
    },
    features::people_admin::{
        LostRefused,
        merging::{self, store::Preview},
        store::{self, AccountRow, Wanted},
        urls,
    },
    i18n::T,
    kernel::{Failure, Line, MemberId, Url},
    ui::{
        Avatar, Field, Page, Place,
        admin::{Nav, Tab},
        field::Summary,
    },
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, form::Query},
};

/// How many accounts are offered.
const MOST: i64 = 12;

/// What is looked for, or the other account.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    q: Option<String>,
    into: String,
}

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct MergeForm {
    into: String,
    confirmation: String,
}

/// An account that could be the other one.
struct Candidate {
    avatar: Avatar,
    name: String,
    email: String,
    url: Url,
}

/// One of the two accounts.
struct Side {
    avatar: Avatar,
    name: String,
    email: String,
    url: Url,
}

/// Both accounts, and what would happen.
struct Pair {
    stays: Side,
    moves: Vec<String>,
    keeps: Vec<String>,
    into: MemberId,
    other_way: Option<Url>,
    confirmation: Field,
    /// Why it cannot be done this way round.
    refused: Option<String>,
}

#[derive(Template)]
#[template(path = "people_admin/merging.html")]
struct MergePage {
    t: T,
    nav: Nav,
    summary: Summary,
    ends: Side,
    here: Url,
    words: String,
    candidates: Vec<Candidate>,
    pair: Option<Pair>,
}

impl Page for MergePage {
    fn title(&self) -> String {
        self.t.people_admin_merge_title(self.ends.name.as_str()).to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

fn side(t: T, id: MemberId, row: &AccountRow) -> Side {
    Side {
        avatar: Avatar::of(id, &row.name, row.photo_version).ringed(t, &row.rings, None),
        name: row.name.clone(),
        email: row.email.clone(),
        url: urls::account(id),
    }
}

/// The other account, if whoever asks may touch it.
async fn other(cx: &Cx, into: &str) -> Result<Option<Permit<AbsorbAccount>>, Error> {
    let Ok(member) = into.parse() else {
        return Ok(None);
    };
    match permit::<AbsorbAccount>(&mut *cx.db().await?, &cx.actor(), AccountPath { member }).await {
        Ok(permit) => Ok(Some(permit)),
        Err(Denied::Hidden) => Ok(None),
        Err(denied) => Err(denied.into()),
    }
}

async fn page(
    cx: &Cx,
    gone: &AccountStanding,
    asked: &Asked,
    typed: &str,
    errors: &FormErrors,
) -> Result<MergePage, Error> {
    let t = cx.t();
    let stays = other(cx, &asked.into).await?.filter(|stays| stays.about().id != gone.id);
    let mut db = cx.db().await?;
    let row = store::account(&mut db, gone.id).await?.ok_or(Error::NotFound)?;
    let words = asked.q.clone().unwrap_or_else(|| row.name.clone());
    let sought = Line::<100>::parse(&words).map(|line| line.as_str().to_owned()).unwrap_or_default();
    let wanted = Wanted { words: sought, most: MOST, ..Wanted::default() };
    let found = store::list(&mut db, &wanted).await?;
    let pair = match stays {
        Some(stays) => {
            let kept = store::account(&mut db, stays.about().id).await?.ok_or(Error::NotFound)?;
            let preview = merging::store::preview(&mut db, gone.id, stays.about().id).await?;
            Some(pair(t, (gone, &row), (stays.about(), &kept), &preview, (typed, errors)))
        }
        None => None,
    };
    drop(db);
    let candidate = |found: store::Row| Candidate {
        avatar: Avatar::of(found.id, &found.name, found.photo_version).small(),
        url: urls::merge(gone.id).with("into", found.id),
        name: found.name,
        email: found.email,
    };
    Ok(MergePage {
        t,
        nav: Nav::new(t, &cx.actor(), Tab::People),
        summary: Summary::of(t, errors),
        ends: side(t, gone.id, &row),
        here: urls::merge(gone.id),
        words,
        candidates: found.into_iter().filter(|found| found.id != gone.id).map(candidate).collect(),
        pair,
    })
}

fn pair(
    t: T,
    (gone, ends): (&AccountStanding, &AccountRow),
    (stays, kept): (&AccountStanding, &AccountRow),
    preview: &Preview,
    (typed, errors): (&str, &FormErrors),
) -> Pair {
    let moves = [
        (preview.groups - preview.shared, t.people_admin_merge_groups(preview.groups - preview.shared)),
        (preview.posts, t.people_admin_merge_posts(preview.posts)),
        (preview.comments, t.people_admin_merge_comments(preview.comments)),
        (preview.reactions, t.people_admin_merge_reactions(preview.reactions)),
        (preview.fields, t.people_admin_merge_fields(preview.fields)),
    ];
    let keeps = [
        (preview.shared, t.people_admin_merge_shared(preview.shared)),
        (preview.kept, t.people_admin_merge_kept(preview.kept)),
    ];
    let some = |lines: &[(i64, fluent_static::Message)]| -> Vec<String> {
        lines.iter().filter(|(count, _)| *count > 0).map(|(_, words)| words.to_string()).collect()
    };
    let mut keeps = some(&keeps);
    keeps.push(t.people_admin_merge_keys(kept.email.as_str(), ends.email.as_str()).to_string());
    if gone.role != stays.role {
        keeps.push(t.people_admin_merge_role().to_string());
    }
    let guest = stays.external && !gone.external;
    Pair {
        stays: side(t, stays.id, kept),
        moves: some(&moves),
        keeps,
        into: stays.id,
        other_way: MergeAccount::rule(stays).is_ok().then(|| urls::merge(stays.id).with("into", gone.id)),
        confirmation: Field::text("confirmation", t.people_admin_anonymise_type(ends.email.as_str()))
            .value(typed)
            .error(errors.on("confirmation")),
        refused: guest.then(|| t.people_admin_merge_guest().to_string()),
    }
}

/// `GET /admin/people/{member}/merge`
pub(in super::super) async fn show(
    cx: Cx,
    permit: Permit<MergeAccount>,
    Query(asked): Query<Asked>,
) -> Reply {
    cx.page(page(&cx, permit.about(), &asked, "", &FormErrors::new()).await?).await
}

/// `POST /admin/people/{member}/merge`
pub(in super::super) async fn merge(
    cx: Cx,
    permit: Permit<MergeAccount>,
    Form(form): Form<MergeForm>,
) -> Reply {
    let (t, id) = (cx.t(), permit.about().id);
    let asked = Asked { q: None, into: form.into.clone() };
    let Some(stays) = other(&cx, &form.into).await? else {
        return Err(Error::NotFound);
    };
    let row = store::account(&mut *cx.db().await?, id).await?.ok_or(Error::NotFound)?;
    if form.confirmation.trim().to_lowercase() != row.email {
        let mut errors = FormErrors::new();
        errors.add("confirmation", t.people_admin_anonymise_mistyped(row.email.as_str()));
        return cx.invalid(page(&cx, permit.about(), &asked, &form.confirmation, &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    match merging::merge(&mut tx, &permit, &stays).await {
        Ok(()) => {
            tx.commit().await?;
            cx.flash(Flash::said(t.people_admin_merged())).await?;
            cx.redirect(&urls::account(stays.about().id))
        }
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            Err(Error::Conflict(
                match why {
                    LostRefused::LastAdministrator => t.reason_last_administrator(),
                    LostRefused::GuestTakesOver => t.people_admin_merge_guest(),
                    LostRefused::Already => t.people_admin_already(),
                }
                .to_string(),
            ))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
