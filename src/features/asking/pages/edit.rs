//! Changing a poll. Before the first vote everything; after it only when the poll ends, and choices can be added
//! (`choices`): whoever has answered keeps the question they answered.

use askama::Template;

use crate::{
    authz::{EditPoll, Permit},
    features::{
        asking::{Fields, Reading, Typed, typed},
        polls::{self, Face, PollRefused, Seal, typed_time, urls},
    },
    i18n::T,
    kernel::{Failure, Url},
    ui::{Field, Page, Place, field::Summary},
    web::{Cx, FormErrors, Reply, flash::Flash, limit::Class, upload::Upload},
};

/// `/posts/{post}/poll/edit`
#[derive(Template)]
#[template(path = "asking/edit.html")]
struct EditPage {
    t: T,
    group: String,
    poll: Url,
    action: Url,
    summary: Summary,
    /// All fields, as long as nobody has voted.
    fields: Option<Fields>,
    closes: Field,
}

impl Page for EditPage {
    fn title(&self) -> String {
        self.t.polls_edit_title().to_string()
    }

    fn place(&self) -> Place {
        Place::Group(self.group.clone())
    }
}

impl EditPage {
    fn new(
        cx: &Cx,
        permit: &Permit<EditPoll>,
        face: &Face,
        typed: &Typed,
        end: &str,
        errors: &FormErrors,
    ) -> Self {
        let (t, about) = (cx.t(), permit.about());
        let zone = cx.zone().name().replace('_', " ");
        Self {
            t,
            group: about.post.group.slug.clone(),
            poll: urls::poll(about.post.id),
            action: urls::edit(about.post.id),
            summary: Summary::of(t, errors),
            fields: (face.voters == 0).then(|| Fields::new(cx, typed, errors).alone()),
            closes: Field::text("poll-closes", t.polls_closes())
                .kind("datetime-local")
                .optional(t.form_optional())
                .hint(t.polls_closes_hint(zone))
                .value(end)
                .error(errors.on("poll-closes")),
        }
    }
}

fn end_of(cx: &Cx, face: &Face) -> String {
    face.closes_at.map(|at| typed_time(cx.zone(), at)).unwrap_or_default()
}

pub(in super::super) async fn form(cx: Cx, permit: Permit<EditPoll>) -> Reply {
    let face = polls::face(&cx, permit.about().post.id).await?;
    let (typed, end) = (Typed::from_face(&cx, &face), end_of(&cx, &face));
    cx.page(EditPage::new(&cx, &permit, &face, &typed, &end, &FormErrors::new())).await
}

pub(in super::super) async fn save(cx: Cx, permit: Permit<EditPoll>, upload: Upload) -> Reply {
    cx.app.limits.check(&cx, Class::Write)?;
    let upload = upload.whole()?;
    let fields = upload.fields;
    let post = permit.about().post.id;
    let face = polls::face(&cx, post).await?;
    let end = fields.iter().find(|(name, _)| name == "poll-closes").map_or("", |(_, value)| value.as_str());
    let whole = fields.iter().any(|(name, _)| name == "poll-question");
    let mut typed = if whole { Typed::of_fields(&fields) } else { Typed::from_face(&cx, &face) };
    let mut errors = FormErrors::new();
    typed.take(&cx, upload.files, &mut errors).await?;
    if typed.wants_more() {
        return cx.page(EditPage::new(&cx, &permit, &face, &typed, end, &errors)).await;
    }
    let done = if !errors.is_empty() {
        Ok(())
    } else if whole {
        change(&cx, &permit, &face, &typed, &mut errors).await
    } else {
        move_end(&cx, &permit, end, &mut errors).await
    };
    match done {
        Err(Failure::Fault(fault)) => return Err(fault.into()),
        Err(Failure::Refused(PollRefused::Past)) => errors.add("poll-closes", cx.t().polls_no_past()),
        Err(Failure::Refused(why @ PollRefused::Picture)) => errors.add("poll-choice-1", why.words(cx.t())),
        Err(Failure::Refused(PollRefused::Twice)) => errors.add("poll-choice-1", cx.t().polls_no_twice()),
        // Someone has voted, or it has ended, since the form was opened.
        Err(Failure::Refused(why)) => errors.add("poll-closes", why.words(cx.t())),
        Ok(()) => {}
    }
    if !errors.is_empty() {
        let face = polls::face(&cx, post).await?;
        return cx.invalid(EditPage::new(&cx, &permit, &face, &typed, end, &errors)).await;
    }
    cx.flash(Flash::said(cx.t().polls_changed())).await?;
    cx.redirect(&urls::poll(post))
}

/// Everything anew. The key of the poll as it was is worth nothing afterwards.
async fn change(
    cx: &Cx,
    permit: &Permit<EditPoll>,
    face: &Face,
    typed: &Typed,
    errors: &mut FormErrors,
) -> Result<(), Failure<PollRefused>> {
    let poll = typed.parse(Reading::now(cx), errors);
    let Some(poll) = poll else {
        if errors.is_empty() {
            errors.add("poll-question", cx.t().polls_question_needed());
        }
        return Ok(());
    };
    let old = if face.anonymous { polls::sealed_by(&cx.app, permit.about().post.id).await? } else { None };
    let poll = typed.prepare(&cx.app, poll).await?;
    let mut tx = cx.begin().await?;
    if let Err(why) = polls::edit(&mut tx, permit, &poll).await {
        tx.abandon().await?;
        return Err(why);
    }
    tx.commit().await?;
    if let Some(old) = old {
        Seal::destroy(&cx.app, old).await?;
    }
    Ok(())
}

async fn move_end(
    cx: &Cx,
    permit: &Permit<EditPoll>,
    end: &str,
    errors: &mut FormErrors,
) -> Result<(), Failure<PollRefused>> {
    let closes_at = typed::end(Reading::now(cx), end, errors);
    if !errors.is_empty() {
        return Ok(());
    }
    let mut tx = cx.begin().await?;
    if let Err(why) = polls::set_end(&mut tx, permit, closes_at).await {
        tx.abandon().await?;
        return Err(why);
    }
    Ok(tx.commit().await?)
}
