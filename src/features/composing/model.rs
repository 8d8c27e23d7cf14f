//! What the composer was sent with, beside what the post says.

use uuid::Uuid;

use crate::{
    features::{
        drafts::{self, Text},
        posts,
    },
    kernel::{Fault, GroupId},
    web::{Cx, FormErrors, upload::Upload},
};

pub(super) use crate::features::drafts::MOST_GROUPS;

/// What the composer was sent for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Intent {
    /// Publishing, at once.
    #[default]
    Publish,
    /// Having it published at an instant.
    Plan,
    /// Keeping it.
    Keep,
    /// Seeing how many will read it in the groups that are ticked.
    Count,
}

/// The fields of the composer as they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) once: Option<Uuid>,
    /// The group that is chosen, by its slug.
    pub(super) group: String,
    /// Those that are ticked beside it.
    pub(super) also: Vec<String>,
    /// Whether it becomes one discussion in all of them.
    pub(super) joint: bool,
    pub(super) next: String,
    /// How often the draft had been kept when the form was opened.
    pub(super) version: i32,
    pub(super) intent: Intent,
    /// The day and the hour for which it is planned.
    pub(super) when: (String, String),
    pub(super) post: posts::Typed,
}

impl Typed {
    /// Reads a submitted composer; what comes as a file is not looked at here.
    pub(super) fn of(upload: &Upload) -> Self {
        Self {
            once: upload.text("once").parse().ok(),
            group: upload.text("group").to_owned(),
            also: upload.all("also").map(str::to_owned).collect(),
            joint: upload.text("joint") == "yes",
            next: upload.text("next").to_owned(),
            version: upload.text("version").parse().unwrap_or_default(),
            intent: match upload.text("intent") {
                "plan" => Intent::Plan,
                "keep" => Intent::Keep,
                "count" => Intent::Count,
                _ => Intent::Publish,
            },
            when: (upload.text("day").to_owned(), upload.text("hour").to_owned()),
            post: posts::Typed::of(upload),
        }
    }

    /// The groups it is for, each once: the one that is chosen, then those that are ticked.
    pub(super) fn groups(&self) -> Vec<&str> {
        groups(&self.group, &self.also)
    }

    /// What is kept of it as a draft: whatever there is, in the groups that can be known.
    pub(super) async fn draft(&self, cx: &Cx, errors: &mut FormErrors) -> Result<Option<Text>, Fault> {
        let (t, post) = (cx.t(), &self.post);
        let Some(title) = posts::title(t, &post.title, errors) else { return Ok(None) };
        let Some(body) = posts::words(t, &post.text, errors) else { return Ok(None) };
        let mut db = cx.db().await?;
        let group = drafts::group(&mut db, cx.viewer(), &self.group).await?;
        let also = drafts::groups(&mut db, cx.viewer(), &self.also).await?;
        drop(db);
        let (pictures, files) = (post.pictures.clone(), post.files.clone());
        let labels = post.labels.clone().unwrap_or_default();
        let poll = post.poll.kept(cx.zone());
        Ok(Some(Text { group, also, joint: self.joint, title, body, pictures, files, labels, poll }))
    }
}

/// A chosen group and those that are ticked, each once.
pub(super) fn groups<'a>(group: &'a str, also: &'a [String]) -> Vec<&'a str> {
    let mut groups: Vec<&str> = Vec::new();
    for slug in std::iter::once(group).chain(also.iter().map(String::as_str)) {
        if !slug.is_empty() && !groups.contains(&slug) {
            groups.push(slug);
        }
    }
    groups
}

/// The one-time id of the same form for one of its further groups: a form that comes twice finds what it made there.
pub(super) fn once_in(once: Uuid, group: GroupId) -> Uuid {
    Uuid::from_u128(once.as_u128() ^ group.0.as_u128())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_counts_once() {
        let also = |also: &[&str]| also.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>();
        assert_eq!(groups("a", &also(&["b", "a", "", "b", "c"])), ["a", "b", "c"]);
        assert_eq!(groups("", &also(&["b"])), ["b"]);
        assert!(groups("", &[]).is_empty());
    }

    #[test]
    fn each_group_has_a_one_time_id_of_its_own() {
        let (once, one, two) = (Uuid::from_u128(7), GroupId(Uuid::from_u128(1)), GroupId(Uuid::from_u128(2)));
        assert_ne!(once_in(once, one), once_in(once, two));
        assert_eq!(once_in(once, one), once_in(once, one));
        assert_ne!(once_in(once, one), once);
    }
}
