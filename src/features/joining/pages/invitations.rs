//! Invitations to the platform, for those who look after people. The link is shown once, in the answer that makes it.

use askama::Template;
use chrono::TimeDelta;
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    authz::{InviteToSite, Permit, RevokeInvitation},
    features::joining::{
        store::{self, InvitationRow, NewInvitation},
        verbs,
    },
    i18n::{T, format},
    kernel::{EmailAddress, Failure, Token, Url, id::new_uuid},
    ui::{
        Choice, Field, Moment, Page, Place,
        admin::{Nav, Tab},
        field::Summary,
    },
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

#[derive(Default, Deserialize)]
pub(in super::super) struct InviteForm {
    #[serde(default)]
    once: Uuid,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    uses: String,
    #[serde(default)]
    email: String,
}

struct Line {
    whom: String,
    guest: bool,
    uses: String,
    by: String,
    made: Moment,
    until: String,
    revoke: Url,
}

#[derive(Template)]
#[template(path = "joining/invitations.html")]
struct InvitationsPage {
    t: T,
    nav: Nav,
    summary: Summary,
    once: Uuid,
    kind: Choice,
    uses: Choice,
    email: Field,
    made: Option<String>,
    lines: Vec<Line>,
}

impl Page for InvitationsPage {
    fn title(&self) -> String {
        self.t.joining_invitations_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Admin
    }
}

const USES: [i32; 4] = [1, 10, 50, 200];

async fn page(
    cx: &Cx,
    form: &InviteForm,
    errors: &FormErrors,
    made: Option<&Token>,
) -> Result<InvitationsPage, Error> {
    let t = cx.t();
    let rows = store::open(&mut *cx.db().await?, cx.now()).await?;
    let uses = USES.into_iter().fold(Choice::select("uses", t.joining_invite_uses()), |choice, n| {
        choice.option(n, t.joining_invite_times(i64::from(n)), "")
    });
    Ok(InvitationsPage {
        t,
        nav: Nav::new(cx.t(), &cx.actor(), Tab::Invitations),
        summary: Summary::of(t, errors),
        once: new_uuid(cx.now()),
        kind: Choice::radios("kind", t.joining_invite_kind())
            .option("member", t.joining_invite_member(), t.joining_invite_member_hint())
            .option("guest", t.joining_invite_guest(), t.joining_invite_guest_hint())
            .chosen(if form.kind == "guest" { "guest" } else { "member" }),
        uses: uses.chosen(&form.uses).error(errors.on("uses")),
        email: Field::email("email", t.accounts_email())
            .hint(t.joining_invite_email_hint())
            .optional(t.form_optional())
            .autocomplete("off")
            .value(&form.email)
            .error(errors.on("email")),
        made: made
            .map(|token| format!("{}{}", cx.app.config.origin(), Url::path("/join").join(token.expose()))),
        lines: rows.into_iter().map(|row| line(cx, row)).collect(),
    })
}

fn line(cx: &Cx, row: InvitationRow) -> Line {
    let t = cx.t();
    Line {
        whom: row.email.unwrap_or_else(|| t.joining_invitation_link().to_string()),
        guest: row.external,
        uses: t.joining_invitation_uses(i64::from(row.uses), i64::from(row.most_uses)).to_string(),
        by: row.by.unwrap_or_default(),
        made: Moment::new(cx, row.created_at),
        until: format::date(cx.locale(), cx.zone(), row.expires_at),
        revoke: Url::path("/admin/invitations").join(row.id).join("revocation"),
    }
}

/// `GET /admin/invitations`
pub(in super::super) async fn list(cx: Cx, _permit: Permit<InviteToSite>) -> Reply {
    cx.page(page(&cx, &InviteForm::default(), &FormErrors::new(), None).await?).await
}

/// `POST /admin/invitations`
pub(in super::super) async fn create(
    cx: Cx,
    permit: Permit<InviteToSite>,
    Form(form): Form<InviteForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let (t, me) = (cx.t(), cx.member()?);
    let mut errors = FormErrors::new();
    let email = match form.email.trim() {
        "" => None,
        typed => errors.take(t, "email", EmailAddress::parse(typed)),
    };
    let uses = USES.into_iter().find(|n| n.to_string() == form.uses).unwrap_or(1);
    if !errors.is_empty() {
        return cx.invalid(page(&cx, &form, &errors, None).await?).await;
    }
    let mut tx = cx.begin().await?;
    if tx.once(form.once).await?.is_some() {
        return cx.redirect(&Url::path("/admin/invitations"));
    }
    let new = NewInvitation {
        email: email.as_ref(),
        external: form.kind == "guest",
        most_uses: if email.is_some() { 1 } else { uses },
        by: me.id,
        expires_at: tx.now() + TimeDelta::days(verbs::INVITATION_DAYS),
    };
    let (invitation, token) = verbs::invite(&mut tx, &cx.app.config, &permit, &me.name, new).await?;
    tx.made(form.once, invitation.0).await?;
    tx.commit().await?;
    cx.page(page(&cx, &InviteForm::default(), &errors, Some(&token)).await?).await
}

/// `POST /admin/invitations/{invitation}/revocation`
pub(in super::super) async fn revoke(cx: Cx, permit: Permit<RevokeInvitation>) -> Reply {
    let mut tx = cx.begin().await?;
    match verbs::revoke(&mut tx, &permit).await {
        Ok(()) => tx.commit().await?,
        Err(Failure::Refused(reason)) => return Err(Error::Refused(reason)),
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    }
    cx.flash(Flash::said(cx.t().joining_invitation_revoked())).await?;
    cx.redirect(&Url::path("/admin/invitations"))
}
