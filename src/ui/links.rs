//! Addresses of the things that many rooms link to. What only one room links to stands in that room's `urls`.

use crate::kernel::{CommentId, FileId, GroupId, LabelId, MemberId, PictureId, PostId, Url};

/// A person's profile.
pub fn person(id: MemberId) -> Url {
    Url::path("/people").join(id)
}

/// The directory with everybody who has a value in a field.
pub fn people_with(field: i32, term: i32) -> Url {
    Url::path("/people").with(&format!("f{field}"), term)
}

/// A group, by its slug.
pub fn group(slug: &str) -> Url {
    Url::path("/groups").join(slug)
}

/// A post with its thread.
pub fn post(id: PostId) -> Url {
    Url::path("/posts").join(id)
}

/// Showing a post in another group.
pub fn sharing(id: PostId) -> Url {
    post(id).join("share")
}

/// A comment, on the page of its post.
pub fn comment(post_id: PostId, id: CommentId) -> Url {
    post(post_id).with("comment", id).at(format!("comment-{id}"))
}

/// Everything that carries a hashtag.
pub fn hashtag(hashtag: &str) -> Url {
    Url::path("/hashtags").join(hashtag)
}

/// Everything that carries a label.
pub fn label(label: LabelId) -> Url {
    Url::path("/labels").join(label)
}

/// A picture, in the smallest kept size whose long edge reaches `edge` pixels.
pub fn picture(id: PictureId, edge: u32) -> Url {
    Url::path("/pictures").join(id).join(edge)
}

/// An uploaded file.
pub fn file(id: FileId) -> Url {
    Url::path("/files").join(id)
}

/// What a file holds, seen without opening it elsewhere.
pub fn file_preview(id: FileId) -> Url {
    file(id).join("preview")
}

/// The id that a group's live topic carries.
pub fn group_topic(id: GroupId) -> String {
    format!("group:{id}")
}

/// The id that a post's live topic carries.
pub fn post_topic(id: PostId) -> String {
    format!("post:{id}")
}
