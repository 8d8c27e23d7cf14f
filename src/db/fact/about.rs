//! What a fact is filed under.

use super::Fact;
use crate::kernel::{GroupId, PostId};

impl Fact {
    /// The name the fact is stored and filtered under, such as `post_published`.
    pub fn kind(&self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(fields)) => {
                fields.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
            }
            _ => String::new(),
        }
    }

    /// The post it happened to, if it happened to one.
    pub fn post(&self) -> Option<PostId> {
        self.field("post")?.parse().ok()
    }

    /// The group the fact happened in, if it happened in one.
    pub fn group(&self) -> Option<GroupId> {
        self.field("group")?.parse().ok()
    }

    fn field(&self, name: &str) -> Option<String> {
        let fields = serde_json::to_value(self).ok()?;
        Some(fields.get(name)?.as_str()?.to_owned())
    }
}
