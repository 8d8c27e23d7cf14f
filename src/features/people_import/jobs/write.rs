//! The rows become people: some at once in one transaction, each of them whole, each with its facts.
//!
//! What was shown is compared with what would be done now; where it is not the same any more, nothing is done and the row
//! says so.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use crate::{
    app::App,
    authz::{FillProfiles, ImportPeople, Permit, SiteRole},
    db::{Fact, Tx},
    features::{
        accounts::{handles, store::tokens},
        fields::{self, FieldId, Fields, Given},
        groups::membership,
        people_admin::{self, LostRefused},
        people_import::{
            model::{Change, Found, Import, Outcome, Problem, Row, State, Status, Target, Why, Written},
            store::{
                self,
                people::{self, Amended, NewPerson},
                rows::{self, Wanted},
            },
            values,
        },
    },
    i18n::T,
    kernel::{Failure, Fault, ImportId, MemberId},
};

/// How many people are written in one transaction.
const AT_ONCE: i64 = 500;

/// After how many people the database looks at them anew; then after so many times as many.
const MANY: usize = 500;
const TIMES: usize = 4;

/// Writes the rows of a list that are not written yet.
pub(in super::super) async fn write(app: &App, id: ImportId) -> Result<(), Fault> {
    let (mut written, mut many) = (0, MANY);
    // Those before it are written: begun again after a stop, it passes over them once.
    let mut after = None;
    loop {
        let Some(import) = store::import(&mut *app.db.acquire().await?, id).await? else {
            return Ok(());
        };
        // Asked anew each time: who loses the right stops.
        let Some(permit) = super::right(app, import.by).await? else {
            return super::check::stop(app, &import, State::Running).await;
        };
        let mut tx = super::begin(app, import.by).await?;
        if store::hold(&mut tx, id).await? != Some(State::Running) {
            return tx.abandon().await;
        }
        let from = after.unwrap_or(import.header);
        let pending = Wanted { after: from, pending: true, most: AT_ONCE, ..Wanted::default() };
        let some = rows::list(tx.db(), id, pending).await?;
        if some.is_empty() {
            tx.record(Fact::ImportEnded { import: id }).await?;
            super::read::passed(store::pass(&mut tx, id, &[State::Running], State::Done).await)?;
            return tx.commit().await;
        }
        batch(app, &mut tx, &import, &permit, &some).await?;
        store::progress(&mut tx, id, some.len()).await?;
        tx.record(Fact::ImportMoved { import: id }).await?;
        tx.commit().await?;
        written += some.len();
        after = some.last().map(|row| row.number);
        if written >= many {
            people::look_anew(&mut *app.db.acquire().await?).await?;
            many *= TIMES;
        }
    }
}

async fn batch(
    app: &App,
    tx: &mut Tx,
    import: &Import,
    permit: &Permit<ImportPeople>,
    some: &[Row],
) -> Result<(), Fault> {
    let rules = super::check::rules(tx.db(), app.config.locale, permit, import.options).await?;
    let viewer = permit.who().viewer();
    let now = super::check::compared(tx.db(), viewer, some, &import.mapping, &rules, None, true).await?;
    let mut late: Vec<Found> = Vec::new();
    let mut due: Vec<Found> = Vec::new();
    for (found, row) in now.into_iter().zip(some) {
        if found.plan == row.plan && Some(found.outcome) == row.outcome && found.member_id == row.member {
            due.push(found);
        } else {
            late.push(changed_meanwhile(row));
        }
    }
    let made = make(app, tx, &due, &mut late).await?;
    let fill = Fill { fields: &rules.fields, permit: super::fills(tx, permit).await?, t: rules.t };
    let mut written = fill.all(tx, &mut due, &made, &mut late).await?;
    let made: HashSet<MemberId> = made.iter().map(|(_, member)| *member).collect();
    amend(tx, &due).await?;
    let changes: BTreeMap<i32, &[Change]> = due.iter().map(|one| (one.number, one.plan.as_slice())).collect();
    let told =
        |(number, member): &(i32, MemberId)| (*member, changes.get(number).copied().unwrap_or_default());
    let people: Vec<(MemberId, &[Change])> = written.iter().map(told).collect();
    into_groups(tx, permit, &people).await?;
    standing(tx, &people).await?;
    let facts: Vec<Fact> = written
        .iter()
        .map(|(_, member)| {
            if made.contains(member) {
                Fact::PersonImported { member: *member, import: import.id }
            } else {
                Fact::PersonAmended { member: *member, import: import.id }
            }
        })
        .collect();
    tx.record_all(&facts).await?;
    if import.options.welcome {
        for member in &made {
            people_admin::verbs::send_welcome(tx, &app.config, *member).await?;
        }
    }
    late.extend(due.into_iter().filter(|found| found.plan.iter().any(|change| change.stood.is_some())));
    rows::found(tx, import.id, &late).await?;
    written.sort_unstable();
    rows::done(tx, import.id, &written).await
}

/// What puts values into the fields of profiles, before anything else of a person is written: where one is refused, the
/// whole row is.
struct Fill<'a> {
    fields: &'a Fields,
    permit: Permit<FillProfiles>,
    t: T,
}

impl Fill<'_> {
    /// Fills in the profiles of all these rows; answers who is to be written, and takes the others out.
    async fn all(
        &self,
        tx: &mut Tx,
        due: &mut Vec<Found>,
        made: &[(i32, MemberId)],
        late: &mut Vec<Found>,
    ) -> Result<Vec<(i32, MemberId)>, Fault> {
        let made: BTreeMap<i32, MemberId> = made.iter().copied().collect();
        let (mut kept, mut written) = (Vec::new(), Vec::new());
        for mut found in due.drain(..) {
            let Some(member) = found.member_id.or_else(|| made.get(&found.number).copied()) else {
                continue;
            };
            match self.one(tx, member, &mut found.plan).await {
                Ok(()) => {
                    written.push((found.number, member));
                    kept.push(found);
                }
                Err(Failure::Refused(words)) => {
                    if found.outcome == Outcome::New {
                        people::delete_unused(tx, member).await?;
                    }
                    let problem = Problem { column: None, value: String::new(), why: Why::Field(words) };
                    late.push(Found {
                        outcome: Outcome::Error,
                        plan: Vec::new(),
                        problems: vec![problem],
                        ..found
                    });
                }
                Err(Failure::Fault(fault)) => return Err(fault),
            }
        }
        *due = kept;
        Ok(written)
    }

    /// Fills in one profile, and notes what stood there.
    async fn one(&self, tx: &mut Tx, member: MemberId, plan: &mut [Change]) -> Result<(), Failure<String>> {
        let given: Vec<(FieldId, Given)> = plan
            .iter()
            .filter_map(|change| {
                let Target::Field(id) = change.what else { return None };
                Some((id, self.fields.get(id)?.read(&[change.after.as_str()]).ok()?))
            })
            .collect();
        if given.is_empty() {
            return Ok(());
        }
        let changed = match fields::verbs::set_values(tx, &self.permit, member, self.fields, &given).await {
            Ok(changed) => changed,
            Err(Failure::Refused(refused)) => {
                let label = self.fields.get(refused.field).map_or("", |field| field.label.fr.as_str());
                return Err(Failure::Refused(format!("{label} : {}", refused.why.words(self.t))));
            }
            Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
        };
        for one in changed {
            for change in plan.iter_mut().filter(|change| change.what == Target::Field(one.field)) {
                change.stood = Some(Written { before: one.before.clone(), after: one.after.clone() });
            }
        }
        Ok(())
    }
}

/// A row whose person is another one than when it was shown.
fn changed_meanwhile(row: &Row) -> Found {
    Found {
        number: row.number,
        outcome: Outcome::Error,
        member_id: row.member,
        plan: Vec::new(),
        problems: vec![Problem { column: None, value: String::new(), why: Why::ChangedMeanwhile }],
    }
}

/// Makes the accounts that are new.
async fn make(
    app: &App,
    tx: &mut Tx,
    due: &[Found],
    late: &mut Vec<Found>,
) -> Result<Vec<(i32, MemberId)>, Fault> {
    let new: Vec<&Found> = due.iter().filter(|found| found.outcome == Outcome::New).collect();
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let value = |found: &Found, what: Target| {
        found.plan.iter().find(|change| change.what == what).map(|change| change.after.clone())
    };
    let names: Vec<String> = new.iter().map(|found| value(found, Target::Name).unwrap_or_default()).collect();
    let handles = handles::free(tx, &names).await?;
    let now = tx.now();
    let people: Vec<NewPerson> = new
        .iter()
        .zip(handles)
        .zip(names)
        .map(|((found, handle), name)| NewPerson {
            id: MemberId::new(now),
            handle,
            name,
            email: value(found, Target::Email).unwrap_or_default(),
            external_id: value(found, Target::ExternalId),
            headline: value(found, Target::Headline).unwrap_or_default(),
            place: value(found, Target::Place).unwrap_or_default(),
            phone: value(found, Target::Phone).unwrap_or_default(),
            locale: value(found, Target::Language).unwrap_or_else(|| app.config.locale.tag().to_owned()),
        })
        .collect();
    let made: HashSet<MemberId> =
        people::insert(tx, &people, app.config.time_zone.name()).await?.into_iter().collect();
    let mut written = Vec::new();
    for (found, person) in new.into_iter().zip(people) {
        if made.contains(&person.id) {
            written.push((found.number, person.id));
        } else {
            late.push(Found {
                number: found.number,
                outcome: Outcome::Error,
                member_id: None,
                plan: Vec::new(),
                problems: vec![Problem { column: None, value: person.email, why: Why::ChangedMeanwhile }],
            });
        }
    }
    Ok(written)
}

/// Changes the accounts that are there.
async fn amend(tx: &mut Tx, due: &[Found]) -> Result<(), Fault> {
    let mut amended = Vec::new();
    for found in due.iter().filter(|found| found.outcome == Outcome::Changed) {
        let Some(member) = found.member_id else { continue };
        let mut one = Amended { id: member.0, ..Amended::default() };
        for change in &found.plan {
            set(&mut one, change.what, change.after.clone());
        }
        if one.email.is_some() {
            tokens::void(tx, member).await?;
            tx.record(Fact::EmailChanged { member }).await?;
        }
        amended.push(one);
    }
    if !amended.is_empty() {
        people::amend(tx, &amended).await?;
    }
    Ok(())
}

/// Puts a value where it belongs; what is no column of the account is another step's.
pub(super) fn set(one: &mut Amended, what: Target, text: String) {
    match what {
        Target::Email => one.email = Some(text),
        Target::ExternalId => one.external_id = Some(text),
        Target::Name => one.name = Some(text),
        Target::Headline => one.headline = Some(text),
        Target::Place => one.place = Some(text),
        Target::Phone => one.phone = Some(text),
        Target::Language => one.locale = Some(text),
        Target::FirstName
        | Target::LastName
        | Target::Role
        | Target::Status
        | Target::Groups
        | Target::Field(_) => {}
    }
}

/// Puts people into the groups that their rows name.
async fn into_groups(
    tx: &mut Tx,
    permit: &Permit<ImportPeople>,
    people: &[(MemberId, &[Change])],
) -> Result<(), Fault> {
    let mut wanted: BTreeMap<String, Vec<Uuid>> = BTreeMap::new();
    for (member, changes) in people {
        for change in changes.iter().filter(|change| change.what == Target::Groups) {
            for slug in values::names(&change.after) {
                wanted.entry(slug.to_owned()).or_default().push(member.0);
            }
        }
    }
    let slugs: Vec<String> = wanted.keys().cloned().collect();
    if slugs.is_empty() {
        return Ok(());
    }
    for (slug, group) in people::group_ids(tx.db(), permit.who().viewer(), &slugs).await? {
        membership::hold(tx, group).await?;
        let members = wanted.get(&slug).map(Vec::as_slice).unwrap_or_default();
        let mut facts = Vec::new();
        for member in people::admit(tx, group, members).await? {
            facts.push(Fact::MemberJoined { group, member });
            facts.push(Fact::AccessChanged { member, group: Some(group) });
        }
        tx.record_all(&facts).await?;
    }
    Ok(())
}

/// Gives roles and changes how accounts stand, by the verbs of the administration of people.
async fn standing(tx: &mut Tx, people: &[(MemberId, &[Change])]) -> Result<(), Fault> {
    for (member, changes) in people {
        for change in *changes {
            let done = match change.what {
                Target::Role if change.before != change.after => {
                    let to = people::role(&change.after);
                    if change.before.is_empty() && to == SiteRole::Member {
                        continue;
                    }
                    people_admin::verbs::set_role(tx, *member, to).await
                }
                Target::Status => match Status::parse(&change.after) {
                    Some(Status::Suspended) => people_admin::verbs::keep_out(tx, *member).await,
                    Some(Status::Active) => people_admin::verbs::let_in(tx, *member).await,
                    Some(Status::Anonymised) => people_admin::verbs::forget(tx, *member).await,
                    None => continue,
                },
                _ => continue,
            };
            settled(done)?;
        }
    }
    Ok(())
}

/// What was compared in this transaction is refused by nothing but the rule on the last administrator, which the
/// comparison holds already.
pub(super) fn settled(done: Result<(), Failure<LostRefused>>) -> Result<(), Fault> {
    match done {
        Ok(()) | Err(Failure::Refused(LostRefused::Already)) => Ok(()),
        Err(Failure::Refused(LostRefused::LastAdministrator | LostRefused::GuestTakesOver)) => {
            Err(Fault::new("a list would take the last administrator away"))
        }
        Err(Failure::Fault(fault)) => Err(fault),
    }
}
