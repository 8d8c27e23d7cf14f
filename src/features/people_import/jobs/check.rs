//! The dry run: every row beside whoever it means.

use super::named;
use crate::{
    app::App,
    authz::{ImportPeople, Permit, Viewer},
    db::{Db, Fact},
    features::{
        fields,
        people_import::{
            compare::{People, Rules, Seen, compare},
            model::{Found, Import, Options, Problem, Row, State, Target},
            store::{
                self, people,
                rows::{self, Wanted},
            },
            values::{self, Values},
        },
    },
    i18n::Locale,
    kernel::{Fault, ImportId},
};

/// How many rows are compared at once.
const AT_ONCE: i64 = 500;

/// Compares the rows of a list with who is there.
pub(in super::super) async fn check(app: &App, id: ImportId) -> Result<(), Fault> {
    let Some(import) = store::import(&mut *app.db.acquire().await?, id).await? else {
        return Ok(());
    };
    let Some(permit) = super::right(app, import.by).await? else {
        return stop(app, &import, State::Checking).await;
    };
    // Anew from the first row: whose rows mean one person is known only from all of them.
    let (mut seen, mut after) = (Seen::default(), import.header);
    let viewer = permit.who().viewer();
    let mut listed = None;
    loop {
        let mut tx = super::begin(app, import.by).await?;
        if store::hold(&mut tx, id).await? != Some(State::Checking) {
            return tx.abandon().await;
        }
        let rules = rules(tx.db(), app.config.locale, &permit, import.options).await?;
        let some = rows::list(tx.db(), id, Wanted { after, most: AT_ONCE, ..Wanted::default() }).await?;
        let Some(last) = some.last() else {
            store::mark(&mut tx, id).await?;
            super::read::passed(store::pass(&mut tx, id, &[State::Checking], State::Checked).await)?;
            tx.record(Fact::ImportMoved { import: id }).await?;
            return tx.commit().await;
        };
        after = last.number;
        let mut found =
            compared(tx.db(), viewer, &some, &import.mapping, &rules, Some(&mut seen), false).await?;
        if listed.is_none() {
            listed = Some(named::listed(tx.db(), &import, &rules).await?);
        }
        if let Some(listed) = &listed {
            named::refuse(tx.db(), viewer, &import, &rules, listed, &mut found).await?;
        }
        rows::found(&mut tx, id, &found).await?;
        store::progress(&mut tx, id, some.len()).await?;
        tx.record(Fact::ImportMoved { import: id }).await?;
        tx.commit().await?;
    }
}

/// Ends the work on a list whose author lost the right to it.
pub(super) async fn stop(app: &App, import: &Import, from: State) -> Result<(), Fault> {
    let mut tx = super::begin(app, import.by).await?;
    let _ = store::pass(&mut tx, import.id, &[from], State::Stopped).await;
    tx.commit().await
}

/// What is the same for all rows.
pub(super) async fn rules(
    db: &mut Db,
    locale: Locale,
    permit: &Permit<ImportPeople>,
    options: Options,
) -> Result<Rules, Fault> {
    let importer = *permit.who().member().ok_or_else(|| Fault::new("lists are written by members"))?;
    Ok(Rules {
        importer,
        options,
        groups: people::groups(db, permit.who().viewer()).await?,
        administrators: people::administrators(db).await?,
        fields: fields::all(db).await?,
        t: locale.t(),
        locale,
    })
}

/// Some rows beside the people they mean; held, when they are about to be written.
pub(super) async fn compared(
    db: &mut Db,
    viewer: Viewer,
    rows: &[Row],
    mapping: &[Option<Target>],
    rules: &Rules,
    mut seen: Option<&mut Seen>,
    hold: bool,
) -> Result<Vec<Found>, Fault> {
    let words = (&rules.fields, rules.t);
    let read: Vec<(Values, Vec<Problem>)> =
        rows.iter().map(|row| values::read(&row.cells, mapping, words)).collect();
    let keys = |target: Target| -> Vec<String> {
        read.iter().filter_map(|(values, _)| Some(values.text(target)?.to_lowercase())).collect()
    };
    let mut all =
        people::people(db, viewer, &keys(Target::Email), &keys(Target::ExternalId), &[], hold).await?;
    if mapping.iter().flatten().any(|target| matches!(target, Target::Field(_))) {
        let ids: Vec<_> = all.iter().map(|person| person.id).collect();
        let mut said = fields::values(db, viewer, &ids).await?;
        for person in &mut all {
            let values = said.remove(&person.id).unwrap_or_default();
            person.fields = values.into_iter().map(|(id, value)| (id, value.cell(rules.locale))).collect();
        }
    }
    let people = People::new(all);
    let found = rows.iter().zip(read).map(|(row, (values, problems))| {
        let same = seen.as_mut().and_then(|seen| seen.before(row.number, &values));
        compare(row.number, (&values, problems), same, &people, rules)
    });
    Ok(found.collect())
}
