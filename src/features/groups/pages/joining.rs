//! Coming in and going out: join, leave, ask, withdraw, answer an invitation. No pages of their own.

use serde::Deserialize;

use crate::{
    authz::{AnswerInvitation, AskToJoin, JoinGroup, LeaveGroup, Level, Permit, WithdrawJoinRequest},
    features::groups::{
        membership,
        model::{AnswerRefused, optional, refused},
        pages::about::AboutPage,
        urls,
    },
    kernel::{Failure, Url},
    ui::links,
    web::{Cx, Error, Form, FormErrors, Reply, flash::Flash, limit::Class},
};

/// `POST /groups/{group}/membership`
pub(in super::super) async fn join(cx: Cx, permit: Permit<JoinGroup>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    membership::join(&mut tx, &permit).await.map_err(refused)?;
    let (name, slug) = membership::store::name(&mut tx, permit.about().id).await?;
    tx.commit().await?;
    let flash = Flash::said(cx.t().groups_said_joined(name.as_str()))
        .with_undo(&urls::leave(&slug), cx.t().groups_undo());
    cx.flash(flash).await?;
    cx.redirect(&links::group(&slug))
}

/// `POST /groups/{group}/departure`
pub(in super::super) async fn leave(cx: Cx, permit: Permit<LeaveGroup>) -> Reply {
    let (t, group) = (cx.t(), permit.about());
    let mut tx = cx.begin().await?;
    membership::leave(&mut tx, &permit).await.map_err(refused)?;
    let (name, slug) = membership::store::name(&mut tx, group.id).await?;
    tx.commit().await?;
    let said = Flash::said(t.groups_said_left(name.as_str()));
    let back = group.level == Level::Open && !group.external;
    cx.flash(if back { said.with_undo(&urls::join(&slug), t.groups_undo()) } else { said }).await?;
    cx.redirect(&urls::list())
}

/// A word beside a request.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct NoteForm {
    message: String,
}

/// `POST /groups/{group}/requests`
pub(in super::super) async fn ask(cx: Cx, permit: Permit<AskToJoin>, Form(form): Form<NoteForm>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut errors = FormErrors::new();
    let note = optional(cx.t(), &mut errors, "message", &form.message);
    if !errors.is_empty() {
        return cx.invalid(AboutPage::load(&cx, permit.about(), &form.message, &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    membership::ask(&mut tx, &permit, note.as_ref()).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_asked())).await?;
    cx.redirect(&links::group(&permit.about().slug))
}

/// `POST /groups/{group}/requests/{request}/withdrawal`
pub(in super::super) async fn withdraw(cx: Cx, permit: Permit<WithdrawJoinRequest>) -> Reply {
    let mut tx = cx.begin().await?;
    membership::withdraw(&mut tx, &permit).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_withdrawn())).await?;
    cx.redirect(&links::group(&permit.about().group.slug))
}

/// `POST /invitations/{invitation}/acceptance`
pub(in super::super) async fn accept(cx: Cx, permit: Permit<AnswerInvitation>) -> Reply {
    let mut tx = cx.begin().await?;
    membership::accept(&mut tx, &permit).await.map_err(|failure| over(&cx, failure))?;
    let Some(group) = permit.about().group else {
        return Err(Error::NotFound);
    };
    let (name, slug) = membership::store::name(&mut tx, group).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_accepted(name.as_str()))).await?;
    cx.redirect(&links::group(&slug))
}

/// `POST /invitations/{invitation}/refusal`
pub(in super::super) async fn decline(cx: Cx, permit: Permit<AnswerInvitation>) -> Reply {
    let mut tx = cx.begin().await?;
    membership::decline(&mut tx, &permit).await.map_err(|failure| over(&cx, failure))?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_declined())).await?;
    let list: Url = urls::list();
    cx.redirect(&list)
}

fn over(cx: &Cx, failure: Failure<AnswerRefused>) -> Error {
    match failure {
        Failure::Refused(AnswerRefused::Over) => Error::Conflict(cx.t().groups_answer_over().to_string()),
        Failure::Fault(fault) => Error::Fault(fault),
    }
}
