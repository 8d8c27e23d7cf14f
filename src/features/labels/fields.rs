//! The labels that a post can carry, to be ticked beside its text.

use askama::{Template, filters::HtmlSafe};

use super::store::{self, Offer, Offered};
use crate::{
    db::Db,
    i18n::T,
    kernel::{Fault, LabelId},
    web::Cx,
};

/// The labels of one group, or of the platform.
struct Part {
    /// The group by its slug; none for the platform.
    group: Option<String>,
    legend: String,
    labels: Vec<Offered>,
}

/// The labels to choose among, folded away until somebody wants them.
#[derive(Template)]
#[template(path = "labels/fields.html")]
pub struct Fields {
    t: T,
    parts: Vec<Part>,
    chosen: Vec<LabelId>,
    /// Whether it stands in a dialog of its own, unfolded.
    alone: bool,
    /// Whether only those of the group count that is chosen in the form.
    several: bool,
}

impl HtmlSafe for Fields {}

impl Fields {
    /// Those that what this offer is about can carry.
    pub async fn load(cx: &Cx, db: &mut Db, about: Offer, chosen: &[LabelId]) -> Result<Self, Fault> {
        let t = cx.t();
        let mut parts: Vec<Part> = Vec::new();
        for label in store::offered(db, cx.viewer(), about).await? {
            let group = label.group_slug.clone();
            match parts.last_mut() {
                Some(part) if part.group == group => part.labels.push(label),
                _ => {
                    let legend = match &label.group_name {
                        Some(name) => t.labels_of_group(name.as_str()).to_string(),
                        None => t.labels_of_platform().to_string(),
                    };
                    parts.push(Part { group, legend, labels: vec![label] });
                }
            }
        }
        let several = matches!(about, Offer::Writing) && parts.iter().any(|part| part.group.is_some());
        Ok(Self { t, parts, chosen: chosen.to_vec(), alone: false, several })
    }

    /// The same, unfolded: it is all there is in its form.
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }

    /// Whether there is nothing to choose.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    fn has(&self, label: &LabelId) -> bool {
        self.chosen.contains(label)
    }
}
