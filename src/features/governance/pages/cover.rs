//! The picture above a group.

use askama::Template;

use crate::{
    authz::{EditGroup, GroupStanding, Permit, UploadPicture, permit, standing::NoPath},
    features::{
        governance::{form::seen_by, urls, verbs},
        groups::{self, GroupHeader, Tab, header, refused},
        pictures::{self, UploadRefused},
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{Page, Place, field::Summary, links},
    web::{Cx, Error, FormErrors, Reply, flash::Flash, limit::Class, upload::Upload},
};

#[derive(Template)]
#[template(path = "governance/cover.html")]
struct CoverPage {
    t: T,
    slug: String,
    header: GroupHeader,
    summary: Summary,
    error: Option<String>,
    who: String,
    cover: Option<Url>,
    action: Url,
    removal: Url,
    back: Url,
}

impl Page for CoverPage {
    fn title(&self) -> String {
        format!("{} · {}", self.t.governance_cover_title(), self.header.name())
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

async fn page(cx: &Cx, group: &GroupStanding, errors: &FormErrors) -> Result<CoverPage, Error> {
    let t = cx.t();
    let face = groups::face(cx, group).await?;
    let action = urls::page(&group.slug, "cover");
    Ok(CoverPage {
        t,
        slug: group.slug.clone(),
        header: header(cx, &mut *cx.db().await?, group, Tab::Managing).await?,
        summary: Summary::of(t, errors),
        error: errors.on("picture").map(str::to_owned),
        who: seen_by(t, group.level),
        cover: face.cover.map(|cover| links::picture(cover, 480)),
        removal: action.clone().join("removal"),
        action,
        back: groups::urls::settings(&group.slug),
    })
}

/// `GET /groups/{group}/settings/cover`
pub(in super::super) async fn show(cx: Cx, permit: Permit<EditGroup>) -> Reply {
    cx.page(page(&cx, permit.about(), &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/cover`
pub(in super::super) async fn submit(cx: Cx, may: Permit<EditGroup>, form: Upload) -> Reply {
    cx.app.limits.check(&cx, Class::Upload)?;
    let Some(file) = form.files.into_iter().find(|file| file.field == "picture") else {
        return again(&cx, may.about(), UploadRefused::Missing).await;
    };
    let prepared = match pictures::prepare(&cx.app, file.bytes).await {
        Ok(prepared) => prepared,
        Err(Failure::Refused(why)) => return again(&cx, may.about(), why).await,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    let upload = permit::<UploadPicture>(&mut *cx.db().await?, &cx.actor(), NoPath {}).await?;
    let mut tx = cx.begin().await?;
    let picture = pictures::verbs::upload(&mut tx, &upload, prepared).await?;
    verbs::set_cover(&mut tx, &may, Some(picture)).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&links::group(&may.about().slug))
}

async fn again(cx: &Cx, group: &GroupStanding, why: UploadRefused) -> Reply {
    let mut errors = FormErrors::new();
    errors.add("picture", why.words(cx.t()));
    cx.invalid(page(cx, group, &errors).await?).await
}

/// `POST /groups/{group}/settings/cover/removal`
pub(in super::super) async fn remove(cx: Cx, permit: Permit<EditGroup>) -> Reply {
    let mut tx = cx.begin().await?;
    verbs::set_cover(&mut tx, &permit, None).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&urls::page(&permit.about().slug, "cover"))
}
