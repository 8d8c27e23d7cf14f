//! Who chose what, in a poll with names.

use askama::Template;

use crate::{
    authz::{Permit, SeeResults},
    features::polls::{cards::Eyes, store, urls},
    i18n::T,
    kernel::Url,
    ui::{Page, Person, Place},
    web::{Cx, Error, Reply},
};

use super::show;

/// `/posts/{post}/poll/voters`
#[derive(Template)]
#[template(path = "polls/voters.html")]
struct VotersPage {
    t: T,
    group: String,
    question: String,
    poll: Url,
    choices: Vec<Chosen>,
}

struct Chosen {
    words: String,
    n: i64,
    people: Vec<(Person, bool)>,
    /// Those the reader may not know.
    others: i64,
}

impl Page for VotersPage {
    fn title(&self) -> String {
        self.t.polls_who_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<SeeResults>) -> Reply {
    let about = permit.about();
    if about.anonymous {
        return Err(Error::NotFound);
    }
    let face = show::face(&cx, about.post.id).await?;
    let rows = store::list_voters(&mut *cx.db().await?, cx.viewer(), about.post.id).await?;
    let eyes = Eyes::of(&cx);
    let mut choices: Vec<(i16, Chosen)> = face
        .choices
        .iter()
        .map(|choice| {
            let words = eyes.words(choice);
            (choice.number, Chosen { words, n: 0, people: Vec::new(), others: 0 })
        })
        .collect();
    for row in rows {
        let Some((_, chosen)) = choices.iter_mut().find(|(number, _)| *number == row.number) else {
            continue;
        };
        chosen.n += 1;
        match (row.id, row.name) {
            (Some(id), Some(name)) => {
                let headline = row.headline.unwrap_or_default();
                chosen.people.push((
                    Person { id, name, headline, photo: row.photo, rings: row.rings.unwrap_or_default() },
                    row.maybe,
                ));
            }
            _ => chosen.others += 1,
        }
    }
    cx.page(VotersPage {
        t: cx.t(),
        group: about.post.group.slug.clone(),
        question: face.question,
        poll: urls::poll(about.post.id),
        choices: choices.into_iter().map(|(_, chosen)| chosen).collect(),
    })
    .await
}
