//! The surveys of a group: drafts for who writes them, those that are asked for everybody who reads the group.

use askama::Template;

use crate::{
    authz::{EditSurvey, GroupCan, Permit, PublishInGroup, ReadGroup, RepeatSurvey},
    features::{
        groups::{self, GroupHeader, Tab},
        surveying::urls,
        surveys::{self, Text},
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{Moment, Page, Place},
    web::{Cx, Error, Reply, flash::Flash, limit::Class},
};

/// `/groups/{group}/surveys`
#[derive(Template)]
#[template(path = "surveying/list.html")]
struct ListPage {
    t: T,
    slug: String,
    header: GroupHeader,
    action: Option<Url>,
    lines: Vec<LineView>,
}

struct LineView {
    title: String,
    url: Url,
    state: String,
    round: i64,
    answered: i64,
    at: Moment,
}

impl Page for ListPage {
    fn title(&self) -> String {
        self.t.surveys_list_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.slug.clone())
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ReadGroup>) -> Reply {
    let (t, group) = (cx.t(), permit.about());
    let mut db = cx.db().await?;
    let header = groups::header(&cx, &mut db, group, Tab::Surveys).await?;
    let lines = surveys::list(&mut db, cx.viewer(), group.id).await?;
    drop(db);
    let view = |line: surveys::Line| LineView {
        url: surveys::urls::survey(line.id),
        state: match (line.open, line.closed) {
            (false, _) => t.surveys_is_draft(),
            (true, false) => t.surveys_is_open(),
            (true, true) => t.surveys_is_closed(),
        }
        .to_string(),
        title: if line.title.is_empty() { t.surveys_unnamed().to_string() } else { line.title },
        round: i64::from(line.round),
        answered: line.answered,
        at: Moment::new(&cx, line.at),
    };
    cx.page(ListPage {
        t,
        slug: group.slug.clone(),
        header,
        action: GroupCan::of(group).publish.then(|| urls::list(&group.slug)),
        lines: lines.into_iter().map(view).collect(),
    })
    .await
}

pub(in super::super) async fn begin(cx: Cx, permit: Permit<PublishInGroup>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    let survey = surveys::begin(&mut tx, &permit, &Text::default()).await?;
    tx.commit().await?;
    cx.redirect(&surveys::urls::edit(survey))
}

pub(in super::super) async fn discard(cx: Cx, permit: Permit<EditSurvey>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let mut tx = cx.begin().await?;
    surveys::discard(&mut tx, &permit).await?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().surveys_discarded())).await?;
    cx.redirect(&urls::list(&permit.about().group.slug))
}

pub(in super::super) async fn repeat(cx: Cx, permit: Permit<RepeatSurvey>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let whole = surveys::whole(&cx, permit.about().id).await?;
    let text = Text { closes_at: None, ..whole.text };
    let mut tx = cx.begin().await?;
    match surveys::repeat(&mut tx, &permit, (whole.series, whole.round), &text).await {
        Ok(survey) => {
            tx.commit().await?;
            cx.flash(Flash::said(cx.t().surveys_repeated())).await?;
            cx.redirect(&surveys::urls::edit(survey))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
        Err(Failure::Refused(why)) => {
            tx.abandon().await?;
            Err(Error::Conflict(why.words(cx.t())))
        }
    }
}
