//! A poll alone, with all that can be done with it: the place for what would be too much in a feed.

use askama::Template;

use crate::{
    authz::{Permit, PollCan, PollStanding, ViewPoll},
    features::polls::{
        PollCard,
        face::Face,
        model::{Kind, MOST_CHOICES, MOST_TEXT},
        store,
    },
    i18n::T,
    kernel::{PostId, Url},
    ui::{Field, Page, Place, links},
    web::{Cx, Error, FormErrors, Reply},
};

/// `/posts/{post}/poll`
#[derive(Template)]
#[template(path = "polls/show.html")]
pub(super) struct ShowPage {
    t: T,
    group: String,
    question: String,
    post: Url,
    id: PostId,
    card: PollCard,
    can: PollCan,
    anonymous: bool,
    /// Whether there are results to take along.
    results: bool,
    /// A field for another choice.
    choice: Option<Field>,
    topics: Vec<String>,
}

impl Page for ShowPage {
    fn title(&self) -> String {
        self.question.clone()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }

    fn topics(&self) -> Vec<String> {
        self.topics.clone()
    }
}

/// The poll as its reader may see it.
pub async fn face(cx: &Cx, post: PostId) -> Result<Face, Error> {
    store::find(&mut *cx.db().await?, cx.viewer(), post).await?.ok_or(Error::NotFound)
}

impl ShowPage {
    pub(super) fn new(
        cx: &Cx,
        about: &PollStanding,
        face: &Face,
        card: PollCard,
        (typed, errors): (&str, &FormErrors),
    ) -> Self {
        let (t, can) = (cx.t(), PollCan::of(&face.standing(&about.post)));
        let open = face.is_open(cx.now());
        let choice = (can.add && open && face.choices.len() < MOST_CHOICES).then(|| {
            let field =
                Field::text("new-choice", t.polls_add_choice()).value(typed).error(errors.on("new-choice"));
            if face.kind == Kind::Dates { field.kind("datetime-local") } else { field.most(MOST_TEXT) }
        });
        Self {
            t,
            group: about.post.group.slug.clone(),
            question: face.question.clone(),
            post: links::post(about.post.id),
            id: about.post.id,
            card: card.alone(),
            can,
            anonymous: face.anonymous,
            results: can.see && face.counted() > 0,
            choice,
            topics: vec![links::post_topic(about.post.id)],
        }
    }
}

pub(in super::super) async fn show(cx: Cx, permit: Permit<ViewPoll>) -> Reply {
    let about = permit.about();
    let face = face(&cx, about.post.id).await?;
    let card = PollCard::new(&cx, &about.post, &face);
    cx.page(ShowPage::new(&cx, about, &face, card, ("", &FormErrors::new()))).await
}
