//! Changing what a group is. Each verb holds the group's row and looks at the actor's role again.

use super::{
    model::{BIN, Charter, Expected, Hearing, Identity, Legacy},
    store::{self, Held},
};
use crate::{
    authz::{
        Action, ArchiveGroup, DeleteGroup, EditGroup, GroupLink, GroupRole, Level, ManageGroup, Permit,
        Reason, RemoveMember, RestoreGroup, SetHearing, standing::Group,
    },
    db::{Fact, Tx},
    features::{groups, pictures},
    kernel::{Failure, Fault, GroupId, PictureId},
};

type Done = Result<(), Failure<Reason>>;

/// Holds the group of a permit, as long as the actor still has the role that the permit was given for.
async fn held<A: Action<On = Group>>(
    tx: &mut Tx,
    permit: &Permit<A>,
    least: GroupRole,
) -> Result<(GroupId, Held), Failure<Reason>> {
    let group = permit.about().id;
    let held = store::hold(tx, group, permit.member()?).await?;
    match held {
        Some(held) if held.role.is_some_and(|role| role >= least) => Ok((group, held)),
        _ => Err(Failure::Refused(Reason::ManagersOnly)),
    }
}

/// The same, for changes that an archived group refuses.
async fn writable<A: Action<On = Group>>(
    tx: &mut Tx,
    permit: &Permit<A>,
    least: GroupRole,
) -> Result<(GroupId, Held), Failure<Reason>> {
    let (group, held) = held(tx, permit, least).await?;
    if held.archived { Err(Failure::Refused(Reason::Archived)) } else { Ok((group, held)) }
}

/// Changes what a group says of itself.
pub async fn edit(tx: &mut Tx, permit: &Permit<EditGroup>, new: &Identity) -> Done {
    let (group, _) = writable(tx, permit, GroupRole::Publisher).await?;
    store::update_identity(tx, group, new).await?;
    tx.record(Fact::GroupEdited { group }).await?;
    Ok(())
}

/// Changes what a group expects of what is published in it.
pub async fn set_expected(tx: &mut Tx, permit: &Permit<EditGroup>, new: &Expected) -> Done {
    let (group, _) = writable(tx, permit, GroupRole::Publisher).await?;
    store::update_expected(tx, group, new).await?;
    tx.record(Fact::GroupEdited { group }).await?;
    Ok(())
}

/// Changes the links that a group keeps at hand.
pub async fn set_links(tx: &mut Tx, permit: &Permit<EditGroup>, links: &[GroupLink]) -> Done {
    let (group, _) = writable(tx, permit, GroupRole::Publisher).await?;
    store::replace_links(tx, group, links).await?;
    tx.record(Fact::GroupEdited { group }).await?;
    Ok(())
}

/// Puts a group into a theme, or into none.
pub async fn set_theme(tx: &mut Tx, permit: &Permit<EditGroup>, theme: Option<i32>) -> Done {
    let (group, _) = writable(tx, permit, GroupRole::Publisher).await?;
    if groups::update_theme(tx, group, theme).await? {
        tx.record(Fact::GroupFiled { group }).await?;
    }
    Ok(())
}

/// Gives a group a picture of the actor's own, or takes its picture away. The one before is swept away.
pub async fn set_cover(tx: &mut Tx, permit: &Permit<EditGroup>, cover: Option<PictureId>) -> Done {
    let (group, _) = writable(tx, permit, GroupRole::Publisher).await?;
    let place = pictures::Place::Group(group);
    let kept: Vec<PictureId> = cover.into_iter().collect();
    for picture in &kept {
        match pictures::verbs::place(tx, &[(*picture, String::new())], place).await {
            Ok(()) => {}
            Err(Failure::Refused(_)) => {
                return Err(Failure::Fault(Fault::new("a fresh picture has no place")));
            }
            Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
        }
    }
    store::update_cover(tx, group, cover).await?;
    pictures::verbs::keep_only(tx, &kept, place).await?;
    tx.record(Fact::GroupEdited { group }).await?;
    Ok(())
}

/// Changes who sees a group. A fact of its own: it closes the open pages of those who lose sight; and opening lets in who
/// waited.
pub async fn change_level(tx: &mut Tx, permit: &Permit<ManageGroup>, level: Level) -> Done {
    let (group, held) = writable(tx, permit, GroupRole::Manager).await?;
    if held.level == level {
        return Ok(());
    }
    store::update_level(tx, group, level).await?;
    let (from, to) = (held.level.as_str().to_owned(), level.as_str().to_owned());
    tx.record(Fact::GroupLevelChanged { group, from, to }).await?;
    clear_inboxes(tx, group).await?;
    if level == Level::Open {
        groups::membership::open_doors(tx, group, permit.member()?).await?;
    }
    Ok(())
}

/// Takes out of inboxes what leads nowhere any more.
async fn clear_inboxes(tx: &mut Tx, group: GroupId) -> Result<(), Fault> {
    for member in groups::store::clear_notices(tx, group, None).await? {
        tx.record(Fact::NoticesChanged { member }).await?;
    }
    Ok(())
}

/// Changes who may do what. Whoever may no longer invite has invited in vain.
pub async fn set_charter(tx: &mut Tx, permit: &Permit<ManageGroup>, new: &Charter) -> Done {
    let (group, _) = writable(tx, permit, GroupRole::Manager).await?;
    store::update_charter(tx, group, new).await?;
    tx.record(Fact::GroupPermissionsChanged { group }).await?;
    for invitation in store::revoke_unfounded(tx, group).await? {
        tx.record(Fact::InvitationRevoked { group: Some(group), invitation }).await?;
    }
    Ok(())
}

/// Sets what members hear of a group, unless they say otherwise for themselves.
pub async fn set_hearing(tx: &mut Tx, permit: &Permit<ManageGroup>, to: Hearing) -> Done {
    let (group, _) = writable(tx, permit, GroupRole::Manager).await?;
    store::update_hearing(tx, group, to).await?;
    tx.record(Fact::GroupEdited { group }).await?;
    Ok(())
}

/// Sets what one hears of a group oneself; none: as the group says.
pub async fn set_own_hearing(
    tx: &mut Tx,
    permit: &Permit<SetHearing>,
    to: Option<Hearing>,
) -> Result<(), Fault> {
    let (group, member) = (permit.about().id, permit.member()?);
    store::update_own_hearing(tx, group, member, to).await?;
    tx.record(Fact::GroupHearingChanged { group, member }).await?;
    Ok(())
}

/// Takes someone out of a group, and does with what they wrote there what was chosen.
pub async fn remove_member(tx: &mut Tx, permit: &Permit<RemoveMember>, legacy: Legacy) -> Done {
    let (group, member, by) = (permit.about().group.id, permit.about().member, permit.member()?);
    groups::membership::remove(tx, permit).await?;
    match legacy {
        Legacy::Keep => {}
        Legacy::Anonymise => {
            store::anonymise_of(tx, group, member).await?;
            tx.record(Fact::ContentAnonymised { group, member }).await?;
        }
        Legacy::Delete => {
            for (post, comment) in store::bin_comments_of(tx, group, member, by).await? {
                tx.record(Fact::CommentDeleted { group, post, comment }).await?;
            }
            for post in store::bin_posts_of(tx, group, member, by).await? {
                tx.record(Fact::PostDeleted { group, post }).await?;
            }
        }
    }
    Ok(())
}

/// Archives a group: it is read and found, and nobody writes in it.
pub async fn archive(tx: &mut Tx, permit: &Permit<ArchiveGroup>) -> Done {
    let (group, held) = held(tx, permit, GroupRole::Manager).await?;
    if !held.archived {
        store::update_archived(tx, group, true).await?;
        tx.record(Fact::GroupArchived { group }).await?;
    }
    Ok(())
}

/// Takes an archived group up again.
pub async fn reopen(tx: &mut Tx, permit: &Permit<ArchiveGroup>) -> Done {
    let (group, held) = held(tx, permit, GroupRole::Manager).await?;
    if held.archived {
        store::update_archived(tx, group, false).await?;
        tx.record(Fact::GroupReopened { group }).await?;
    }
    Ok(())
}

/// Puts a group into the bin, with all that is in it. From then on it exists for nobody.
pub async fn delete(tx: &mut Tx, permit: &Permit<DeleteGroup>) -> Done {
    let (group, held) = held(tx, permit, GroupRole::Manager).await?;
    if held.source {
        return Err(Failure::Refused(Reason::IsSource));
    }
    store::mark_deleted(tx, group, permit.member()?).await?;
    tx.record(Fact::GroupDeleted { group }).await?;
    clear_inboxes(tx, group).await?;
    Ok(())
}

/// Takes a group out of the bin; answers its place in addresses, or none if the bin has been emptied.
pub async fn restore(tx: &mut Tx, permit: &Permit<RestoreGroup>) -> Result<Option<String>, Fault> {
    let (group, since) = (permit.about().id, tx.now() - BIN);
    let slug = store::mark_restored(tx, group, since).await?;
    if slug.is_some() {
        tx.record(Fact::GroupRestored { group }).await?;
    }
    Ok(slug)
}
