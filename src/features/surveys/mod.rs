//! Surveys: several questions, announced by a post, answered on pages of their own.
//!
//! A survey hangs on a post once it is asked, and is seen by those who see the post; this room knows nothing else of
//! posts. Writing a survey, opening and running it is the affair of the room *surveying* below, which publishes that post; what it tells,
//! that of `survey_results`. Lists of
//! posts show a [`SurveyCard`] made of a [`Face`], which their own statements bring along (`visible_survey` in SQL).
//!
//! How anonymous answers stay anonymous stands at the head of `secrecy`.

mod answers;
mod cards;
mod face;
pub mod jobs;
mod live;
mod model;
mod pages;
mod secrecy;
mod store;
mod verbs;

pub use answers::{Answer, Answers};
pub use cards::{Foot, SurveyCard};
pub use face::{Face, called};
pub use live::live;
pub use model::{
    Among, Choice, Kind, MOST_CHOICES, MOST_QUESTIONS, MOST_TEXT, Question, Quiz, Results, SurveyRefused,
    Text,
};
pub use pages::{
    answer::preview,
    show::{face, refused_end, whole},
};
pub use secrecy::{BATCH, Seal, seal_of};
pub use store::{Line, Whole, find, list};
pub use verbs::{
    answer, answer_secretly, begin, close, discard, open, remind, reopen, repeat, save, set_end,
};

use crate::web::{Access::Member, Routes};

/// Addresses of this room.
pub mod urls {
    use crate::kernel::{SurveyId, Url};

    /// A survey.
    pub fn survey(id: SurveyId) -> Url {
        Url::path("/surveys").join(id)
    }

    /// Answering it.
    pub fn answer(id: SurveyId) -> Url {
        survey(id).join("answer")
    }

    /// What was answered.
    pub fn results(id: SurveyId) -> Url {
        survey(id).join("results")
    }

    /// The same as a sheet.
    pub fn sheet(id: SurveyId, ending: &str) -> Url {
        results(id).join(ending)
    }

    /// Its rounds compared.
    pub fn rounds(id: SurveyId) -> Url {
        survey(id).join("rounds")
    }

    /// What is recorded of it.
    pub fn recorded(id: SurveyId) -> Url {
        survey(id).join("recorded")
    }

    /// How one did in a quiz.
    pub fn outcome(id: SurveyId) -> Url {
        survey(id).join("outcome")
    }

    /// The draw of a quiz.
    pub fn draw(id: SurveyId) -> Url {
        survey(id).join("draw")
    }

    /// The same as a file.
    pub fn draw_file(id: SurveyId) -> Url {
        draw(id).join("file")
    }

    /// Ending it.
    pub fn closure(id: SurveyId) -> Url {
        survey(id).join("closure")
    }

    /// Moving its end.
    pub fn end(id: SurveyId) -> Url {
        survey(id).join("end")
    }

    /// Taking it up again.
    pub fn reopening(id: SurveyId) -> Url {
        survey(id).join("reopening")
    }

    /// Reminding those who have not answered.
    pub fn reminder(id: SurveyId) -> Url {
        survey(id).join("reminder")
    }

    /// Asking it again.
    pub fn next_round(id: SurveyId) -> Url {
        survey(id).join("next-round")
    }

    /// Having the clock ask it again.
    pub fn rhythm(id: SurveyId) -> Url {
        survey(id).join("rhythm")
    }

    /// Writing it.
    pub fn edit(id: SurveyId) -> Url {
        survey(id).join("edit")
    }
}

/// The addresses of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/surveys/{survey}", Member, pages::show::show)
        .get("/surveys/{survey}/answer", Member, pages::answer::form)
        .post("/surveys/{survey}/answer", Member, pages::answer::send)
}
