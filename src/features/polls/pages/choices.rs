//! Adding a choice for everybody.

use serde::Deserialize;

use crate::{
    authz::{AddChoice, Permit},
    features::polls::{
        PollCard, PollRefused,
        cards::{Answered, Refusal},
        face::Face,
        model::{Kind, MOST_TEXT, NewChoice, local},
        urls, verbs,
    },
    kernel::{Failure, TextError, Wall, text::Line},
    web::{Cx, Form, FormErrors, Reply, flash::Flash, form, limit::Class},
};

use super::show::{self, ShowPage};

#[derive(Deserialize)]
pub(in super::super) struct Fields {
    #[serde(default, rename = "new-choice")]
    choice: String,
}

fn parse(cx: &Cx, face: &Face, text: &str) -> Result<NewChoice, TextError> {
    if face.kind == Kind::Dates {
        let at = local(text).map(|local| Wall::read(cx.zone(), local).at());
        return at.map(NewChoice::At).ok_or(TextError::Malformed);
    }
    Line::<MOST_TEXT>::parse(text).map(|line| NewChoice::Text(line.as_str().to_owned()))
}

pub(in super::super) async fn add(cx: Cx, permit: Permit<AddChoice>, Form(fields): Form<Fields>) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let about = permit.about();
    let face = show::face(&cx, about.post.id).await?;
    let mut ended = false;
    let why = match parse(&cx, &face, &fields.choice) {
        Err(error) => form::words(cx.t(), error),
        Ok(choice) => {
            let mut tx = cx.begin().await?;
            match verbs::add_choice(&mut tx, &permit, &choice).await {
                Ok(()) => {
                    tx.commit().await?;
                    cx.flash(Flash::said(cx.t().polls_choice_added())).await?;
                    return cx.redirect(&urls::poll(about.post.id));
                }
                Err(Failure::Fault(fault)) => return Err(fault.into()),
                Err(Failure::Refused(why)) => {
                    tx.abandon().await?;
                    ended = matches!(why, PollRefused::Full | PollRefused::Closed);
                    why.words(cx.t())
                }
            }
        }
    };
    let mut errors = FormErrors::new();
    // Where there is no field any more, the poll itself says why.
    let card = if ended {
        let refusal = Refusal {
            why: why.clone(),
            picks: face.mine.iter().map(|mine| (mine.number, mine.maybe)).collect(),
        };
        PollCard::answered(&cx, &about.post, &face, Answered { next: String::new(), refusal: Some(refusal) })
    } else {
        PollCard::new(&cx, &about.post, &face)
    };
    errors.add("new-choice", why);
    cx.invalid(ShowPage::new(&cx, about, &face, card, (&fields.choice, &errors))).await
}
