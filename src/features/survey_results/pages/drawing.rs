//! The draw of a quiz: what is published before and after, how it goes, and the file with which anybody does it again.

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::IntoResponse as _,
};

use crate::{
    authz::{Permit, SurveyStanding, ViewSurvey},
    features::{
        survey_results::{
            draw::{Draw, commitment, ticket},
            pages::outcome::{most, quiz, score},
            store,
        },
        surveys::{Among, urls},
    },
    i18n::T,
    kernel::Url,
    ui::{Page, Place},
    web::{Cx, Error, Reply},
};

/// `/surveys/{survey}/draw`
#[derive(Template)]
#[template(path = "survey_results/draw.html")]
struct DrawPage {
    t: T,
    group: String,
    title: String,
    survey: Url,
    file: Url,
    command: &'static str,
    prizes: i64,
    among_right: bool,
    commitment: String,
    mine: String,
    drawn: Option<Drawn>,
}

/// What is published when the quiz has closed.
struct Drawn {
    seed: String,
    tickets: i64,
    winners: Vec<(String, String)>,
}

impl Page for DrawPage {
    fn title(&self) -> String {
        self.t.surveys_draw().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

/// Everything of a draw: names by ticket, the seed, and the draw itself once the quiz has closed.
struct Known {
    title: String,
    among: Among,
    prizes: usize,
    seed: Vec<u8>,
    names: Vec<(String, Option<String>)>,
    draw: Option<Draw>,
}

async fn known(cx: &Cx, about: &SurveyStanding) -> Result<Known, Error> {
    let (text, quiz) = quiz(cx, about).await?;
    let mut db = cx.db().await?;
    let seed = store::find_seed(&mut db, cx.viewer(), about.id).await?.ok_or(Error::NotFound)?;
    let entrants = store::list_entrants(&mut db, cx.viewer(), about.id).await?;
    drop(db);
    let all = most(&text.questions);
    let names: Vec<(String, Option<String>)> = entrants
        .into_iter()
        .filter(|entrant| quiz.draw != Among::Right || score(&text.questions, &entrant.answers) == all)
        .map(|entrant| (ticket(about.id, entrant.id), entrant.name))
        .collect();
    let prizes = usize::try_from(quiz.prizes).unwrap_or_default();
    let tickets = || names.iter().map(|(ticket, _)| ticket.clone()).collect();
    let draw = about.closed.then(|| Draw::new(about.id, &seed, prizes, tickets()));
    Ok(Known { title: text.title, among: quiz.draw, prizes, seed, names, draw })
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewSurvey>) -> Reply {
    let (about, t) = (permit.about(), cx.t());
    let known = known(&cx, about).await?;
    let name = |ticket: &String| {
        let name = known.names.iter().find(|(other, _)| other == ticket).and_then(|(_, name)| name.clone());
        (name.unwrap_or_else(|| t.polls_somebody().to_string()), ticket.clone())
    };
    let drawn = known.draw.as_ref().map(|draw| Drawn {
        seed: draw.seed().to_owned(),
        tickets: i64::try_from(draw.tickets()).unwrap_or_default(),
        winners: draw.winners.iter().map(name).collect(),
    });
    cx.page(DrawPage {
        t,
        group: about.group.slug.clone(),
        survey: urls::survey(about.id),
        file: urls::draw_file(about.id),
        command: "parvis draw verify draw.json",
        prizes: i64::try_from(known.prizes).unwrap_or_default(),
        among_right: known.among == Among::Right,
        commitment: commitment(&known.seed),
        mine: ticket(about.id, permit.member()?),
        drawn,
        title: known.title,
    })
    .await
}

pub(in super::super) async fn file(cx: Cx, permit: Permit<ViewSurvey>) -> Reply {
    let draw = known(&cx, permit.about()).await?.draw.ok_or(Error::NotFound)?;
    let mut response = serde_json::to_string_pretty(&draw)?.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"draw.json\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
