//! States, columns, values and problems in words. Each problem says what to do about it.

use crate::{
    authz::SiteRole,
    features::{fields::Fields, people_admin},
    i18n::{Locale, T},
    worker::sheet::SheetRefused,
};

use super::model::{Change, ImportRefused, Outcome, Problem, State, Status, Target, Why};

/// What a column says.
pub(in crate::features) fn target((t, locale): (T, Locale), fields: &Fields, target: Target) -> String {
    match target {
        Target::Email => t.people_admin_column_email(),
        Target::ExternalId => t.people_admin_column_external_id(),
        Target::Name => t.people_admin_column_name(),
        Target::FirstName => t.people_import_column_first_name(),
        Target::LastName => t.people_import_column_last_name(),
        Target::Headline => t.people_admin_column_headline(),
        Target::Place => t.people_admin_column_place(),
        Target::Phone => t.people_admin_column_phone(),
        Target::Language => t.people_admin_column_language(),
        Target::Role => t.people_admin_column_role(),
        Target::Status => t.people_admin_column_status(),
        Target::Groups => t.people_admin_column_groups(),
        Target::Field(id) => {
            return fields.get(id).map(|field| field.label.of(locale).to_owned()).unwrap_or_default();
        }
    }
    .to_string()
}

/// How far a list has come.
pub(in crate::features) fn state(t: T, state: State) -> String {
    match state {
        State::Reading => t.people_import_state_reading(),
        State::Unreadable => t.people_import_state_unreadable(),
        State::Mapping => t.people_import_state_mapping(),
        State::Checking => t.people_import_state_checking(),
        State::Checked => t.people_import_state_checked(),
        State::Running => t.people_import_state_running(),
        State::Done => t.people_import_state_done(),
        State::Stopped => t.people_import_state_stopped(),
        State::Undoing => t.people_import_state_undoing(),
        State::Undone => t.people_import_state_undone(),
    }
    .to_string()
}

/// What a row would do.
pub(in crate::features) fn outcome(t: T, outcome: Outcome) -> String {
    match outcome {
        Outcome::New => t.people_import_new(),
        Outcome::Changed => t.people_import_changed(),
        Outcome::Unchanged => t.people_import_unchanged(),
        Outcome::Error => t.people_import_error(),
    }
    .to_string()
}

/// A value as a person reads it.
pub(in crate::features) fn value(t: T, what: Target, text: &str) -> String {
    match what {
        Target::Role => SiteRole::parse(text).map(|role| people_admin::role(t, role)),
        Target::Language => Locale::parse(text).map(|locale| locale.name().to_owned()),
        Target::Status => Status::parse(text).map(|status| match status {
            Status::Active => t.people_admin_status_active().to_string(),
            Status::Suspended => t.people_admin_status_suspended().to_string(),
            Status::Anonymised => t.people_import_status_anonymised().to_string(),
        }),
        _ => None,
    }
    .unwrap_or_else(|| text.to_owned())
}

/// A change in a line.
pub(in crate::features) fn change(
    (t, locale): (T, Locale),
    fields: &Fields,
    change: &Change,
) -> (String, String, String) {
    (
        target((t, locale), fields, change.what),
        value(t, change.what, &change.before),
        value(t, change.what, &change.after),
    )
}

/// What is wrong, with the place, the value, and how to mend it.
pub(in crate::features) fn problem(t: T, problem: &Problem, headings: &[String]) -> String {
    let why = why(t, &problem.why);
    let Some(column) = problem.column else {
        return if problem.value.is_empty() {
            why
        } else {
            t.people_import_at_value(problem.value.as_str(), why.as_str()).to_string()
        };
    };
    let name = column_name(column, headings);
    if problem.value.is_empty() {
        t.people_import_at_column(name.as_str(), why.as_str()).to_string()
    } else {
        t.people_import_at(name.as_str(), problem.value.as_str(), why.as_str()).to_string()
    }
}

/// The heading of a column, or its letter.
pub(in crate::features) fn column_name(column: usize, headings: &[String]) -> String {
    headings.get(column).filter(|heading| !heading.is_empty()).cloned().unwrap_or_else(|| letter(column))
}

/// The letters by which spreadsheet programs call a column counted from 0.
pub(in crate::features) fn letter(column: usize) -> String {
    let letter = |n: usize| char::from(b'A'.saturating_add(u8::try_from(n % 26).unwrap_or(0)));
    if column < 26 {
        letter(column).to_string()
    } else {
        format!("{}{}", letter(column / 26 - 1), letter(column))
    }
}

fn why(t: T, why: &Why) -> String {
    match why {
        Why::NoKey => t.people_import_why_no_key(),
        Why::NoName => t.people_import_why_no_name(),
        Why::BadEmail => t.people_import_why_bad_email(),
        Why::TooLong { most } => {
            return t.people_import_why_too_long(i64::try_from(*most).unwrap_or_default()).to_string();
        }
        Why::BadPhone => t.people_import_why_bad_phone(),
        Why::Malformed => t.people_import_why_malformed(),
        Why::UnknownLanguage => t.people_import_why_unknown_language(),
        Why::UnknownRole => t.people_import_why_unknown_role(),
        Why::UnknownStatus => t.people_import_why_unknown_status(),
        Why::UnknownGroup => t.people_import_why_unknown_group(),
        Why::ArchivedGroup => t.people_import_why_archived_group(),
        Why::CannotErase => t.people_import_why_cannot_erase(),
        Why::Formula => t.people_import_why_formula(),
        Why::SamePerson { row } => return t.people_import_why_same_person(i64::from(*row)).to_string(),
        Why::TwoPeople => t.people_import_why_two_people(),
        Why::NotThere => t.people_import_why_not_there(),
        Why::Yourself => t.people_import_why_yourself(),
        Why::Protected => t.people_import_why_protected(),
        Why::RolesByAdministrators => t.people_import_why_roles(),
        Why::GuestRole => t.people_import_why_guest_role(),
        Why::LastAdministrator => t.people_import_why_last_administrator(),
        Why::NewNotActive => t.people_import_why_new_not_active(),
        Why::ChangedMeanwhile => t.people_import_why_changed_meanwhile(),
        Why::EditedSince => t.people_import_why_edited_since(),
        Why::CameIn => t.people_import_why_came_in(),
        Why::Anonymised => t.people_import_why_anonymised(),
        Why::Field(words) => return words.clone(),
        Why::NoArchive => t.people_import_why_no_archive(),
    }
    .to_string()
}

/// Why a file was not read, with the place in it.
pub(in crate::features) fn refused(t: T, refused: &SheetRefused) -> String {
    // A text file has one sheet without a name.
    let named = |sheet: &String| if sheet.is_empty() { "1".to_owned() } else { sheet.clone() };
    let number = |n: &u32| i64::from(*n);
    let column = |n: &u32| letter(usize::try_from(n.saturating_sub(1)).unwrap_or_default());
    match refused {
        SheetRefused::NotASheet => t.people_import_file_not_a_sheet(),
        SheetRefused::WebPage => t.people_import_file_web_page(),
        SheetRefused::Password => t.people_import_file_password(),
        SheetRefused::Broken => t.people_import_file_broken(),
        SheetRefused::Empty => t.people_import_file_empty(),
        SheetRefused::TooBig => t.people_import_file_too_big(),
        SheetRefused::TooSlow => t.people_import_file_too_slow(),
        SheetRefused::NoSuchSheet { sheet } => {
            return t.people_import_file_no_such_sheet(named(sheet).as_str()).to_string();
        }
        SheetRefused::TooManyRows { sheet, most } => {
            return t.people_import_file_too_many_rows(named(sheet).as_str(), number(most)).to_string();
        }
        SheetRefused::FarCell { sheet, row, column: at } => {
            return t
                .people_import_file_far_cell(named(sheet).as_str(), number(row), column(at).as_str())
                .to_string();
        }
        SheetRefused::TooManyColumns { sheet, row, most } => {
            return t
                .people_import_file_too_many_columns(named(sheet).as_str(), number(row), number(most))
                .to_string();
        }
        SheetRefused::LongCell { sheet, row, column: at } => {
            return t
                .people_import_file_long_cell(named(sheet).as_str(), number(row), column(at).as_str())
                .to_string();
        }
    }
    .to_string()
}

/// Why a list was not taken further.
pub(in crate::features) fn step(t: T, refused: &ImportRefused) -> String {
    match refused {
        ImportRefused::NoFile => t.people_import_no_file(),
        ImportRefused::NoKey => t.people_import_no_key(),
        ImportRefused::Twice(word) => {
            let locale = Locale::default();
            let of = Target::parse(word);
            let name = of.map(|of| target((t, locale), &Fields::default(), of)).unwrap_or_default();
            return t.people_import_twice(name.as_str()).to_string();
        }
        ImportRefused::Passed => t.people_import_passed(),
        ImportRefused::Changed => t.people_import_changed_since(),
        ImportRefused::Another => t.people_import_another(),
        ImportRefused::NotConfirmed => t.people_import_not_confirmed(),
        ImportRefused::TooLate => t.people_import_too_late(),
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn columns_have_the_letters_of_spreadsheet_programs() {
        assert_eq!(
            [letter(0), letter(25), letter(26), letter(51), letter(199)],
            ["A", "Z", "AA", "AZ", "GR"]
        );
    }
}
