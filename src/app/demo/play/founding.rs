//! What happens to groups in the demonstration: they are founded, filled, closed to others, archived.

use super::{Play, ask, fault, gone, locale, wrong};
use crate::{
    authz::{
        Actor, AnswerInvitation, ArchiveGroup, ChangeRole, CreateGroup, EditGroup, GroupLink, GroupRole,
        InviteToGroup, JoinGroup, Level, ManageGroup, ViewProfile,
        standing::{GroupPath, InvitationPath, MemberPath, MembershipPath, NoPath},
    },
    features::{
        governance,
        groups::{self, GroupKind, Looks, NewGroup, membership},
        invitations,
    },
    kernel::{Fault, Line, Timestamp},
};

impl Play<'_> {
    fn group(&self, place: usize, level: Level) -> Result<NewGroup, Fault> {
        let text = &self.world.groups.get(place).ok_or_else(gone)?.text;
        Ok(NewGroup {
            name: Line::parse(&text.name).map_err(|error| wrong(&text.name, error))?,
            purpose: Line::parse(&text.purpose).map_err(|error| wrong(&text.purpose, error))?,
            level,
            looks: Looks::of(&text.icon, &text.hue),
            kind: text.kind.as_deref().and_then(GroupKind::parse).unwrap_or_default(),
            lang: locale(text.english),
        })
    }

    pub(super) fn founder(&self, group: usize) -> Result<Actor, Fault> {
        let founder =
            self.world.groups.get(group).and_then(|group| group.members.first()).ok_or_else(gone)?;
        self.actor(*founder)
    }

    /// Every group begins open, so that its first members come in by themselves.
    pub(super) async fn found(&mut self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let (founder, new) = (self.founder(place)?, self.group(place, Level::Open)?);
        let mut tx = self.begin(Some(&founder), at).await?;
        let may = ask::<CreateGroup>(&mut tx, &founder, NoPath {}).await?;
        let (_, slug) = groups::verbs::create(&mut tx, &may, &new).await?;
        let text = &self.world.groups.get(place).ok_or_else(gone)?.text;
        let [when, format, yes, no] = text.expects.clone();
        let at_slug = || GroupPath { group: slug.as_str().to_owned() };
        if !(when.is_empty() && format.is_empty() && yes.is_empty() && no.is_empty()) {
            let may = ask::<EditGroup>(&mut tx, &founder, at_slug()).await?;
            let expected = governance::Expected { when, format, yes, no };
            governance::verbs::set_expected(&mut tx, &may, &expected).await.map_err(fault)?;
        }
        if !text.links.is_empty() {
            let may = ask::<EditGroup>(&mut tx, &founder, at_slug()).await?;
            let link =
                |[label, address]: &[String; 2]| GroupLink { label: label.clone(), address: address.clone() };
            let links: Vec<GroupLink> = text.links.iter().map(link).collect();
            governance::verbs::set_links(&mut tx, &may, &links).await.map_err(fault)?;
        }
        tx.commit().await?;
        if let Some(known) = self.slugs.get_mut(place) {
            slug.as_str().clone_into(known);
        }
        Ok(())
    }

    pub(super) async fn close(&self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let founder = self.founder(place)?;
        let level = self
            .world
            .groups
            .get(place)
            .and_then(|group| Level::parse(&group.text.level))
            .ok_or_else(gone)?;
        let mut tx = self.begin(Some(&founder), at).await?;
        let may = ask::<ManageGroup>(&mut tx, &founder, self.slug(place)).await?;
        governance::verbs::change_level(&mut tx, &may, level).await.map_err(fault)?;
        tx.commit().await
    }

    pub(super) async fn archive(&self, place: usize, at: Timestamp) -> Result<(), Fault> {
        let founder = self.founder(place)?;
        let mut tx = self.begin(Some(&founder), at).await?;
        let may = ask::<ArchiveGroup>(&mut tx, &founder, self.slug(place)).await?;
        governance::verbs::archive(&mut tx, &may).await.map_err(fault)?;
        tx.commit().await
    }

    pub(super) async fn join(&self, group: usize, person: usize, at: Timestamp) -> Result<(), Fault> {
        let actor = self.actor(person)?;
        if actor.member().is_some_and(|member| member.external) {
            return self.let_in(group, person, at).await;
        }
        let mut tx = self.begin(Some(&actor), at).await?;
        let may = ask::<JoinGroup>(&mut tx, &actor, self.slug(group)).await?;
        membership::join(&mut tx, &may).await.map_err(fault)?;
        tx.commit().await
    }

    /// Guests come by invitation only.
    async fn let_in(&self, group: usize, person: usize, at: Timestamp) -> Result<(), Fault> {
        let (host, guest) = (self.founder(group)?, self.actor(person)?);
        let mut tx = self.begin(Some(&host), at).await?;
        let may = ask::<InviteToGroup>(&mut tx, &host, self.slug(group)).await?;
        let whom = ask::<ViewProfile>(&mut tx, &host, MemberPath { member: self.id(person)? }).await?;
        let invitation = invitations::verbs::invite(&mut tx, &may, &whom, None).await.map_err(fault)?;
        tx.commit().await?;
        let mut tx = self.begin(Some(&guest), at + chrono::TimeDelta::hours(2)).await?;
        let mine = ask::<AnswerInvitation>(&mut tx, &guest, InvitationPath { invitation }).await?;
        groups::answers::accept(&mut tx, &mine).await.map_err(fault)?;
        tx.commit().await
    }

    pub(super) async fn promote(
        &self,
        group: usize,
        person: usize,
        role: GroupRole,
        at: Timestamp,
    ) -> Result<(), Fault> {
        let founder = self.founder(group)?;
        let mut tx = self.begin(Some(&founder), at).await?;
        let path = MembershipPath { group: self.slug(group).group, member: self.id(person)? };
        let may = ask::<ChangeRole>(&mut tx, &founder, path).await?;
        membership::set_role(&mut tx, &may, role).await.map_err(fault)?;
        tx.commit().await
    }
}
