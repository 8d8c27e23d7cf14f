//! Fields of profiles that administrators define, and what people put into them.
//!
//! For other rooms: [`all`] answers the definitions; [`Field::read`] turns what was typed (or a cell of a sheet) into a
//! [`Given`] or says in words what is wrong; [`verbs::set_own_values`] and [`verbs::set_values`] put it on a profile and
//! answer what it was before; [`values`] reads profiles as far as the viewer may see them. A name, a headline, words
//! about oneself and a photo are no fields: everybody has those, and the people room keeps them. The pages on which fields
//! are defined are the defining room's.

mod inputs;
mod model;
mod shown;
mod store;
mod value;
pub mod verbs;

pub use inputs::{FieldInput, Typed};
pub use model::{
    Bilingual, Field, FieldId, Fields, Kind, NewField, Section, SectionId, Term, TermId, Visibility,
};
pub use shown::{FieldValue, contact};
pub use store::{all, people_called, uses, values};
pub use value::{Changed, Given, Refused, Value, Values, Wrong};
pub(crate) use value::{LINE_MOST, fold, read_day};
