//! Who hears of a new post: whom it names, who follows its group, its hashtags or its labels. Of posts that were published
//! at once in several groups each hears of one.

use super::{Written, about, mentions};
use crate::{
    authz::audience,
    db::Db,
    features::notifications::{
        model::{Kind, Telling},
        store,
    },
    kernel::{Fault, GroupId, MemberId, PostId},
};

/// Those who did not hear of it in another group.
pub(super) async fn once(db: &mut Db, group: GroupId, post: PostId) -> Result<Vec<Telling>, Fault> {
    let mut tellings = everybody(db, group, post).await?;
    let before = store::published_before(db, post).await?;
    if before.is_empty() {
        return Ok(tellings);
    }
    // Whose line is not written yet will get one: two of these posts may be told of at the same time.
    let mut told = store::told_beside(db, post).await?;
    for (group, post) in before {
        let hear: Vec<MemberId> =
            everybody(db, group, post).await?.into_iter().flat_map(|telling| telling.members).collect();
        told.extend(store::readers_among(db, group, &hear).await?);
    }
    for telling in &mut tellings {
        telling.members.retain(|member| !told.contains(member));
    }
    Ok(tellings)
}

async fn everybody(db: &mut Db, group: GroupId, post: PostId) -> Result<Vec<Telling>, Fault> {
    let written = Written { group, post, comment: None };
    // What has moved since is not news to those who follow the group that it came to.
    let stands = Some(audience::groups_of(db, post).await?).filter(|groups| groups.contains(&group));
    let groups = stands.unwrap_or_else(|| vec![group]);
    let mut followers = store::followers(db, &groups).await?;
    // Whose post it shows hears of that.
    let shared = store::shared_author(db, post).await?.map(|(author, _)| author);
    followers.retain(|member| Some(*member) != shared);
    let mut tellings = vec![
        mentions(db, written).await?,
        about(written, Kind::Posted, format!("post:{post}"), followers, ""),
    ];
    for (hashtag, members) in store::hashtag_followers(db, post).await? {
        tellings.push(about(written, Kind::Tagged, format!("post:{post}"), members, &hashtag));
    }
    for (label, members) in store::label_followers(db, post, None).await? {
        tellings.push(about(written, Kind::Labelled, format!("post:{post}"), members, &label));
    }
    Ok(tellings)
}
