//! A poll on pages: what it asks, the form to answer it or what one answered, its results, and the line below.
//!
//! Results and the line below say nothing of the reader, so that live messages can replace them; the form does.

use askama::{Template, filters::HtmlSafe};
use chrono_tz::Tz;

use super::{
    face::{Choice, Face},
    model::{Kind, Results},
    secrecy::BATCH,
    urls,
};
use crate::{
    authz::{PollCan, PostStanding},
    i18n::{Locale, T, format},
    kernel::{PostId, Timestamp, Url},
    ui::links,
    web::Cx,
};

/// In which words and by which clock a part is written.
#[derive(Clone, Copy)]
pub(super) struct Eyes {
    pub(super) locale: Locale,
    pub(super) zone: Tz,
    pub(super) now: Timestamp,
}

impl Eyes {
    pub(super) fn of(cx: &Cx) -> Self {
        Self { locale: cx.locale(), zone: cx.zone(), now: cx.now() }
    }

    fn t(self) -> T {
        self.locale.t()
    }

    /// What a choice says.
    pub(super) fn words(self, choice: &Choice) -> String {
        choice.at.map_or_else(|| choice.text.clone(), |at| format::full(self.locale, self.zone, at))
    }
}

/// A poll in a feed or on a page.
#[derive(Template)]
#[template(path = "polls/card.html")]
pub struct PollCard {
    t: T,
    id: String,
    question: String,
    form: FormPart,
    results: ResultsPart,
    foot: Foot,
    page: Url,
    alone: bool,
}

impl HtmlSafe for PollCard {}

impl PollCard {
    /// The poll of a post, for the reader.
    pub fn new(cx: &Cx, post: &PostStanding, face: &Face) -> Self {
        Self::with(cx, post, face, Answered { next: cx.address(), refusal: None })
    }

    /// The same as an answer to a vote.
    pub(super) fn answered(cx: &Cx, post: &PostStanding, face: &Face, answered: Answered) -> Self {
        Self::with(cx, post, face, answered)
    }

    fn with(cx: &Cx, post: &PostStanding, face: &Face, answered: Answered) -> Self {
        let eyes = Eyes::of(cx);
        let can = PollCan::of(&face.standing(post));
        Self {
            t: cx.t(),
            id: urls::element(post.id),
            question: face.question.clone(),
            form: FormPart::new(cx, post, face, can, answered),
            results: ResultsPart::new(eyes, post.id, face),
            foot: Foot::new(eyes, post.id, face),
            page: urls::poll(post.id),
            alone: false,
        }
    }

    /// On its own page, which needs no link to itself.
    pub(super) fn alone(self) -> Self {
        Self { alone: true, ..self }
    }
}

/// What came of a ballot.
pub(super) struct Answered {
    /// Where one goes on without script.
    pub(super) next: String,
    /// Why it was not taken.
    pub(super) refusal: Option<Refusal>,
}

/// A ballot that was not taken: what was picked stays.
pub(super) struct Refusal {
    pub(super) why: String,
    /// The picks as they came.
    pub(super) picks: Vec<(i16, bool)>,
}

/// The picture of a choice, beside its words.
pub(super) struct Shown {
    /// What it shows; empty where the words beside it say the same.
    pub(super) alt: String,
    pub(super) src: Url,
    pub(super) large: Url,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Shown {
    fn of(choice: &Choice) -> Option<Self> {
        let picture = choice.picture.as_ref()?;
        let same = picture.alt == choice.text;
        Some(Self {
            alt: if same { String::new() } else { picture.alt.clone() },
            src: links::picture(picture.id, 480),
            large: links::picture(picture.id, 1080),
            width: picture.width,
            height: picture.height,
        })
    }
}

/// What the reader can do: vote, look at what they chose, vote anew.
#[derive(Template)]
#[template(path = "polls/form.html")]
pub(super) struct FormPart {
    t: T,
    post: PostId,
    question: String,
    element: String,
    action: Url,
    next: String,
    version: i64,
    offer: Offer,
    /// What one chose, in words; or that one has voted.
    said: Option<String>,
    error: Option<String>,
    hint: String,
    anonymous: bool,
    recorded: Url,
    options: Vec<Opt>,
    /// Whether choices have pictures.
    pictured: bool,
    dates: bool,
    single: bool,
    join: Option<Url>,
}

impl HtmlSafe for FormPart {}

/// What is offered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offer {
    Vote,
    Again,
    Nothing,
}

struct Opt {
    number: i16,
    words: String,
    picture: Option<Shown>,
    yes: bool,
    maybe: bool,
}

/// The instant of the last change as a number; 0 for none.
pub(super) fn version(at: Option<Timestamp>) -> i64 {
    at.map_or(0, |at| at.timestamp_micros())
}

impl FormPart {
    fn new(cx: &Cx, post: &PostStanding, face: &Face, can: PollCan, answered: Answered) -> Self {
        let Answered { next, refusal } = answered;
        let (t, eyes) = (cx.t(), Eyes::of(cx));
        let open = face.is_open(cx.now());
        let offer = match (open && can.vote, face.voted) {
            (true, false) => Offer::Vote,
            (true, true) if face.changes => Offer::Again,
            _ => Offer::Nothing,
        };
        let picks = refusal.as_ref().map_or_else(
            || face.mine.iter().map(|mine| (mine.number, mine.maybe)).collect(),
            |refusal| refusal.picks.clone(),
        );
        let option = |choice: &Choice| Opt {
            number: choice.number,
            words: eyes.words(choice),
            picture: Shown::of(choice),
            yes: picks.contains(&(choice.number, false)),
            maybe: picks.contains(&(choice.number, true)),
        };
        Self {
            t,
            post: post.id,
            question: face.question.clone(),
            element: urls::element(post.id),
            action: urls::vote(post.id),
            next,
            version: version(face.edited_at),
            offer,
            said: face.voted.then(|| said(eyes, face)),
            error: refusal.map(|refusal| refusal.why),
            hint: hint(t, face),
            anonymous: face.anonymous,
            recorded: urls::recorded(post.id),
            options: face.choices.iter().map(option).collect(),
            pictured: face.choices.iter().any(|choice| choice.picture.is_some()),
            dates: face.kind == Kind::Dates,
            single: face.most == 1,
            join: (open && post.group.role.is_none()).then(|| links::group(&post.group.slug)),
        }
    }
}

/// How many choices one picks.
fn hint(t: T, face: &Face) -> String {
    let (least, most) = (i64::from(face.least), i64::from(face.most));
    match (face.kind, least, most) {
        (Kind::Dates, ..) => t.polls_pick_dates().to_string(),
        (_, 1, 1) => String::new(),
        (_, least, most) if least == most => t.polls_pick_exactly(least).to_string(),
        (_, least, most) => t.polls_pick(least, most).to_string(),
    }
}

/// What one chose, or that nobody knows.
fn said(eyes: Eyes, face: &Face) -> String {
    let t = eyes.t();
    if face.anonymous {
        return t.polls_voted_secretly().to_string();
    }
    let mine = |choice: &Choice| {
        let mine = face.mine.iter().find(|mine| mine.number == choice.number)?;
        let words = eyes.words(choice);
        Some(if mine.maybe { t.polls_if_need_be_of(words).to_string() } else { words })
    };
    let chosen: Vec<String> = face.choices.iter().filter_map(mine).collect();
    if chosen.is_empty() {
        t.polls_voted_none().to_string()
    } else {
        t.polls_voted(chosen.join(", ")).to_string()
    }
}

/// What was chosen, as bars and as a table; or why it is not shown.
#[derive(Template)]
#[template(path = "polls/results.html")]
pub(super) struct ResultsPart {
    t: T,
    id: String,
    bars: Vec<Bar>,
    dates: bool,
    /// Why there are none.
    hidden: String,
    /// What they speak of, where not of every vote.
    partly: String,
    caption: String,
    region: String,
}

impl HtmlSafe for ResultsPart {}

/// One choice.
pub(super) struct Bar {
    pub(super) words: String,
    pub(super) picture: Option<Shown>,
    pub(super) votes: i64,
    pub(super) maybe: i64,
    pub(super) no: i64,
    /// Of a hundred who voted.
    pub(super) share: i64,
    pub(super) leads: bool,
}

/// The choices with what they got; none where that is not told.
pub(super) fn bars(eyes: Eyes, face: &Face) -> Vec<Bar> {
    let counted = face.counted();
    if !face.told || (face.anonymous && counted < i64::from(BATCH)) {
        return Vec::new();
    }
    let votes = |choice: &Choice| (choice.votes.unwrap_or_default(), choice.maybe.unwrap_or_default());
    let best = face.choices.iter().map(votes).max().unwrap_or_default();
    let bar = |choice: &Choice| {
        let (yes, maybe) = votes(choice);
        Bar {
            words: eyes.words(choice),
            picture: Shown::of(choice),
            votes: yes,
            maybe,
            no: (counted - yes - maybe).max(0),
            share: (yes * 200 + counted).checked_div(counted * 2).unwrap_or_default().clamp(0, 100),
            leads: best > (0, 0) && (yes, maybe) == best,
        }
    };
    face.choices.iter().map(bar).collect()
}

impl ResultsPart {
    pub(super) fn new(eyes: Eyes, post: PostId, face: &Face) -> Self {
        let (t, open) = (eyes.t(), face.is_open(eyes.now));
        let bars = bars(eyes, face);
        let (batch, first) = (i64::from(BATCH), i64::from(2 * BATCH));
        let hidden = match face.results {
            _ if !bars.is_empty() => String::new(),
            _ if face.told && face.closed_at.is_some() && face.anonymous && face.voters < batch => {
                t.polls_too_few(batch).to_string()
            }
            _ if face.told && face.closed_at.is_some() && face.anonymous => t.polls_lost().to_string(),
            _ if face.told && face.anonymous => t.polls_from_ten(batch, first).to_string(),
            Results::Closed | Results::Voted if !open && !face.told => t.polls_soon().to_string(),
            Results::Voted => t.polls_hidden_voted().to_string(),
            Results::Closed => t.polls_hidden_closed().to_string(),
            Results::Author => t.polls_hidden_author().to_string(),
            Results::Always => String::new(),
        };
        let partly = if bars.is_empty() || !face.anonymous || face.counted() == face.voters {
            String::new()
        } else if face.closed_at.is_some() {
            t.polls_lost().to_string()
        } else {
            t.polls_in_batches(batch, face.counted(), face.voters).to_string()
        };
        Self {
            t,
            id: Self::element(post),
            bars,
            dates: face.kind == Kind::Dates,
            hidden,
            partly,
            caption: t.polls_table_of(&face.question).to_string(),
            region: format!("poll-table-{post}"),
        }
    }

    /// The id of its element.
    pub(super) fn element(post: PostId) -> String {
        format!("poll-results-{post}")
    }
}

/// How many took part, whether with names, and until when.
#[derive(Template)]
#[template(path = "polls/foot.html")]
pub(super) struct Foot {
    t: T,
    id: String,
    voters: i64,
    anonymous: bool,
    closes: String,
    restarted: bool,
}

impl HtmlSafe for Foot {}

impl Foot {
    pub(super) fn new(eyes: Eyes, post: PostId, face: &Face) -> Self {
        let (t, when) = (eyes.t(), |at| format::full(eyes.locale, eyes.zone, at));
        let closes = match (face.closed_at, face.closes_at) {
            (None, Some(at)) if at > eyes.now => t.polls_closes_on(when(at)).to_string(),
            (Some(at), _) | (None, Some(at)) => t.polls_closed_on(when(at)).to_string(),
            (None, None) => String::new(),
        };
        Self {
            t,
            id: Self::element(post),
            voters: face.voters,
            anonymous: face.anonymous,
            closes,
            restarted: face.restarted_at.is_some(),
        }
    }

    /// The id of its element.
    pub(super) fn element(post: PostId) -> String {
        format!("poll-foot-{post}")
    }
}
