//! A publication once more: a draft of one's own with what a post says, its photos and files along.

use crate::{
    authz::{EditPost, Permit, UploadFile, UploadPicture, WriteDraft, permit, standing::NoPath},
    features::{
        asking,
        drafts::{self, Text},
        files, labels,
        pictures::{self, Copied},
        planning::store,
    },
    kernel::DraftId,
    web::{Cx, Error, Reply, flash::Flash, limit::Class},
};

/// `POST /posts/{post}/copy`
pub(in super::super) async fn duplicate(cx: Cx, of: Permit<EditPost>) -> Reply {
    cx.app.limits.check(&cx, Class::Upload)?;
    let (who, post) = (cx.actor(), of.about().id);
    let photos = pictures::copies(&cx.app, cx.viewer(), post).await?;
    let papers = files::copies(&cx.app, cx.viewer(), post).await?;
    let poll = asking::Typed::copied(&cx, post).await?;
    let mut db = cx.db().await?;
    let said = store::said(&mut db, cx.viewer(), post).await?.ok_or(Error::NotFound)?;
    let may = permit::<WriteDraft>(&mut db, &who, NoPath {}).await?;
    let brings = permit::<UploadPicture>(&mut db, &who, NoPath {}).await?;
    let attaches = permit::<UploadFile>(&mut db, &who, NoPath {}).await?;
    drop(db);
    let mut tx = cx.begin().await?;
    let mut text = Text {
        group: Some(of.about().group.id),
        title: said.title,
        body: said.body,
        labels: labels::carried(tx.db(), cx.viewer(), post).await?,
        poll,
        ..Text::default()
    };
    let mut of_choices = Vec::new();
    for Copied { picture, alt, choice } in photos {
        let picture = pictures::verbs::upload(&mut tx, &brings, picture).await?;
        match choice {
            Some(number) => of_choices.push((number, picture)),
            None => text.pictures.push((picture, alt)),
        }
    }
    text.poll = text.poll.map(|poll| poll.with_pictures(&of_choices));
    for paper in papers {
        text.files.push(files::verbs::upload(&mut tx, &attaches, &paper).await?);
    }
    let draft = DraftId::new(tx.now());
    drafts::verbs::keep(&mut tx, &may, (draft, 0), (&text, cx.locale())).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().planning_copied())).await?;
    cx.redirect(&drafts::urls::write(draft))
}
