//! What a list changed is as it was before, but for what somebody changed since: that stays, and the row says so.

use crate::{
    app::App,
    authz::{FillProfiles, Permit, Viewer},
    db::{Fact, Tx},
    features::{
        accounts::store::tokens,
        fields::{self, FieldId, Given},
        groups::membership,
        people_admin,
        people_import::{
            compare::{Person, Rules},
            model::{Change, Import, Outcome, Problem, Row, State, Status, Target, Why},
            store::{
                self,
                people::{self, Amended},
                rows::{self, Wanted},
            },
            values,
        },
    },
    kernel::{Failure, Fault, ImportId, MemberId, Timestamp},
};

/// How many rows are taken back in one transaction.
const AT_ONCE: i64 = 100;

/// Takes back the rows of a list that are not taken back yet.
pub(in super::super) async fn undo(app: &App, id: ImportId, by: MemberId) -> Result<(), Fault> {
    loop {
        let Some(import) = store::import(&mut *app.db.acquire().await?, id).await? else {
            return Ok(());
        };
        let Some(permit) = super::right(app, by).await? else {
            return super::check::stop(app, &import, State::Undoing).await;
        };
        let mut tx = super::begin(app, by).await?;
        if store::hold(&mut tx, id).await? != Some(State::Undoing) {
            return tx.abandon().await;
        }
        let wanted = Wanted { to_undo: true, most: AT_ONCE, ..Wanted::default() };
        let some = rows::list(tx.db(), id, wanted).await?;
        if some.is_empty() {
            tx.record(Fact::ImportUndone { import: id }).await?;
            super::read::passed(store::pass(&mut tx, id, &[State::Undoing], State::Undone).await)?;
            return tx.commit().await;
        }
        let rules = super::check::rules(tx.db(), app.config.locale, &permit, import.options).await?;
        let back =
            Back { fills: super::fills(&mut tx, &permit).await?, viewer: permit.who().viewer(), rules };
        for row in &some {
            back.take(&mut tx, &import, row).await?;
        }
        store::progress(&mut tx, id, some.len()).await?;
        tx.record(Fact::ImportMoved { import: id }).await?;
        tx.commit().await?;
    }
}

/// What is needed to take rows back.
struct Back {
    fills: Permit<FillProfiles>,
    viewer: Viewer,
    rules: Rules,
}

impl Back {
    async fn take(&self, tx: &mut Tx, import: &Import, row: &Row) -> Result<(), Fault> {
        let viewer = self.viewer;
        let (Some(member), Some(done_at)) = (row.member, row.done_at) else {
            return rows::undone(tx, import.id, row.number, true, &row.problems).await;
        };
        let mut person = people::people(tx.db(), viewer, &[], &[], &[member.0], true).await?.pop();
        if let Some(person) = &mut person {
            let values =
                fields::values(tx.db(), viewer, &[member]).await?.remove(&member).unwrap_or_default();
            person.fields =
                values.into_iter().map(|(id, value)| (id, value.cell(self.rules.locale))).collect();
        }
        let kept = match person {
            None => vec![kept(String::new(), Why::Anonymised)],
            Some(person) if row.outcome == Some(Outcome::New) => self.take_away(tx, &person, row).await?,
            Some(person) => self.restore(tx, &person, row, done_at).await?,
        };
        if kept.is_empty() {
            tx.record(Fact::PersonRestored { member, import: import.id }).await?;
        }
        rows::undone(tx, import.id, row.number, kept.is_empty(), &kept).await
    }

    /// An account that the list made goes, unless somebody came in by it or changed it.
    async fn take_away(&self, tx: &mut Tx, person: &Person, row: &Row) -> Result<Vec<Problem>, Fault> {
        if person.entered {
            return Ok(vec![kept(person.email.clone(), Why::CameIn)]);
        }
        let edited: Vec<Problem> = row
            .plan
            .iter()
            .filter(|change| !matches!(change.what, Target::Groups | Target::Role))
            .filter(|change| !self.rules.same(change.what, &person.value(change.what), &change.after))
            .map(|change| kept(person.value(change.what), Why::EditedSince))
            .collect();
        if !edited.is_empty() || person.suspended {
            return Ok(if edited.is_empty() { vec![kept(String::new(), Why::EditedSince)] } else { edited });
        }
        if row.plan.iter().any(|change| change.what == Target::Role) {
            super::write::settled(
                people_admin::verbs::set_role(tx, person.id, crate::authz::SiteRole::Member).await,
            )?;
        }
        if people::delete_unused(tx, person.id).await? {
            Ok(Vec::new())
        } else {
            Ok(vec![kept(person.email.clone(), Why::CameIn)])
        }
    }

    /// Puts back what stood there before, where what the list wrote stands there still.
    async fn restore(
        &self,
        tx: &mut Tx,
        person: &Person,
        row: &Row,
        done_at: Timestamp,
    ) -> Result<Vec<Problem>, Fault> {
        let (viewer, mut left) = (self.viewer, Vec::new());
        let mut one = Amended { id: person.id.0, ..Amended::default() };
        for change in &row.plan {
            let now = person.value(change.what);
            match change.what {
                Target::Groups => left.extend(leave(tx, viewer, person.id, change, done_at).await?),
                Target::Field(id) => left.extend(self.refill(tx, person.id, id, change).await?),
                _ if now != change.after => left.push(kept(now, Why::EditedSince)),
                Target::Role => {
                    let done =
                        people_admin::verbs::set_role(tx, person.id, people::role(&change.before)).await;
                    super::write::settled(done)?;
                }
                Target::Status => {
                    let done = match Status::parse(&change.before) {
                        Some(Status::Suspended) => people_admin::verbs::keep_out(tx, person.id).await,
                        _ => people_admin::verbs::let_in(tx, person.id).await,
                    };
                    super::write::settled(done)?;
                }
                what @ (Target::Email | Target::ExternalId) => {
                    if free(tx, viewer, person.id, what, &change.before).await? {
                        super::write::set(&mut one, what, change.before.clone());
                    } else {
                        left.push(kept(change.before.clone(), Why::TwoPeople));
                    }
                }
                what => super::write::set(&mut one, what, change.before.clone()),
            }
        }
        if one.email.is_some() {
            tokens::void(tx, person.id).await?;
            tx.record(Fact::EmailChanged { member: person.id }).await?;
        }
        people::amend(tx, &[one]).await?;
        Ok(left)
    }

    /// Puts back what stood in a field; what somebody wrote there since stays.
    async fn refill(
        &self,
        tx: &mut Tx,
        member: MemberId,
        id: FieldId,
        change: &Change,
    ) -> Result<Option<Problem>, Fault> {
        let Some(stood) = &change.stood else { return Ok(None) };
        let put = async |tx: &mut Tx, value: &Given| {
            let given = [(id, value.clone())];
            match fields::verbs::set_values(tx, &self.fills, member, &self.rules.fields, &given).await {
                Ok(changed) => Ok(changed.into_iter().next()),
                Err(Failure::Refused(_)) => Ok(None),
                Err(Failure::Fault(fault)) => Err(fault),
            }
        };
        match put(tx, &stood.before).await? {
            Some(changed) if changed.before != stood.after => {
                put(tx, &changed.before).await?;
                Ok(Some(kept(change.after.clone(), Why::EditedSince)))
            }
            _ => Ok(None),
        }
    }
}

fn kept(value: String, why: Why) -> Problem {
    Problem { column: None, value, why }
}

/// Whether nobody else has taken a key that is to be given back.
async fn free(tx: &mut Tx, viewer: Viewer, member: MemberId, what: Target, key: &str) -> Result<bool, Fault> {
    if key.is_empty() {
        return Ok(true);
    }
    let key = [key.to_lowercase()];
    let (emails, numbers): (&[String], &[String]) =
        if what == Target::Email { (&key, &[]) } else { (&[], &key) };
    let others = people::people(tx.db(), viewer, emails, numbers, &[], false).await?;
    Ok(others.iter().all(|other| other.id == member))
}

/// Takes someone out of the groups into which the list put them.
async fn leave(
    tx: &mut Tx,
    viewer: Viewer,
    member: MemberId,
    change: &Change,
    done_at: Timestamp,
) -> Result<Vec<Problem>, Fault> {
    let slugs: Vec<String> = values::names(&change.after).map(str::to_owned).collect();
    let mut left = Vec::new();
    for (slug, group) in people::group_ids(tx.db(), viewer, &slugs).await? {
        membership::hold(tx, group).await?;
        if people::dismiss(tx, group, member, done_at).await? {
            tx.record(Fact::MemberRemoved { group, member }).await?;
            tx.record(Fact::AccessChanged { member, group: Some(group) }).await?;
        } else {
            left.push(kept(slug, Why::EditedSince));
        }
    }
    Ok(left)
}
