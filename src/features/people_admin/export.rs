//! People as lines of a sheet: the columns of the list of people, in their order. What is downloaded can be uploaded
//! again: an unchanged file changes nothing.

use uuid::Uuid;

use crate::{
    authz::{SiteRole, Viewer},
    db::Db,
    features::fields::{self, FieldId, Fields},
    i18n::{Locale, T},
    kernel::{Fault, MemberId},
    sheets::{Format, Writer},
    web::Cx,
};

use super::store;

/// How many people are read at once.
const AT_ONCE: i64 = 1_000;

/// Someone as a line of a sheet.
pub(super) struct PersonLine {
    /// Who.
    pub(super) id: MemberId,
    /// The cells, in the order of [`headings`].
    pub(super) cells: Vec<String>,
}

/// A sheet with its headings and nobody in it, and the fields of profiles that the last columns are for.
pub async fn begin(cx: &Cx, format: Format) -> Result<(Writer, Fields), Fault> {
    let fields = fields::all(&mut *cx.db().await?).await?;
    let name = cx.t().people_admin_title().to_string();
    let sheet = Writer::new(format, cx.locale(), &name, &headings(cx.t(), cx.locale(), &fields))?;
    Ok((sheet, fields))
}

/// The headings: the columns that everybody has, then the fields of profiles.
fn headings(t: T, locale: Locale, fields: &Fields) -> Vec<String> {
    let defined = fields.active().map(|field| field.label.of(locale).to_owned());
    [
        t.people_admin_column_email(),
        t.people_admin_column_external_id(),
        t.people_admin_column_name(),
        t.people_admin_column_headline(),
        t.people_admin_column_place(),
        t.people_admin_column_phone(),
        t.people_admin_column_language(),
        t.people_admin_column_role(),
        t.people_admin_column_status(),
        t.people_admin_column_groups(),
    ]
    .into_iter()
    .map(|heading| heading.to_string())
    .chain(defined)
    .collect()
}

/// A role in words.
pub fn role(t: T, role: SiteRole) -> String {
    match role {
        SiteRole::Member => t.people_admin_role_member(),
        SiteRole::Moderator => t.people_admin_role_moderator(),
        SiteRole::PeopleAdministrator => t.people_admin_role_people_administrator(),
        SiteRole::GroupsAdministrator => t.people_admin_role_groups_administrator(),
        SiteRole::Administrator => t.people_admin_role_administrator(),
    }
    .to_string()
}

/// The next people after one of them; none at the end. Groups are those that the reader may know.
pub(super) async fn batch(
    db: &mut Db,
    (t, locale): (T, Locale),
    fields: &Fields,
    viewer: Viewer,
    after: Uuid,
) -> Result<Vec<PersonLine>, Fault> {
    let rows = store::lines(db, viewer, after, AT_ONCE).await?;
    let ids: Vec<MemberId> = rows.iter().map(|row| row.id).collect();
    let mut said = fields::values(db, viewer, &ids).await?;
    let mut defined = |id: MemberId| -> Vec<String> {
        let values = said.remove(&id).unwrap_or_default();
        let cell =
            |of: FieldId| values.iter().find(|(field, _)| *field == of).map(|(_, value)| value.cell(locale));
        fields.active().map(|field| cell(field.id).unwrap_or_default()).collect()
    };
    Ok(rows
        .into_iter()
        .map(|row| PersonLine {
            id: row.id,
            cells: [
                vec![
                    row.email,
                    row.external_id.unwrap_or_default(),
                    row.name,
                    row.headline,
                    row.place,
                    row.phone,
                    row.locale,
                    role(t, row.site_role.into()),
                    if row.suspended {
                        t.people_admin_status_suspended()
                    } else {
                        t.people_admin_status_active()
                    }
                    .to_string(),
                    row.groups.join(", "),
                ],
                defined(row.id),
            ]
            .concat(),
        })
        .collect())
}
