# Fields of the profile: messages, hints and administration pages.
fields-wrong-missing = This field is required: fill it in to go on.
fields-wrong-day = This date does not exist or is not written as expected. Write for example 12/11/2026 (day first).
fields-wrong-phone = This number is not written as expected. Write digits, for example 02 40 00 00 00.
fields-wrong-link = This web address is not complete. Write for example https://example.org/page.
fields-wrong-mail = This mail address is not complete. Write for example name@example.org.
fields-wrong-yes-no = Answer yes or no.
fields-wrong-listed = "{ $typed }" is not on the list. Choose among: { $offered }.
fields-wrong-one-only = Only one value is possible here.
fields-wrong-too-many = Keep { $most } values at most.
fields-wrong-nobody = Nobody in the directory is called "{ $typed }". Write the full name or the handle, for example @ada.lovelace.
fields-wrong-several-people = Several people are called "{ $typed }". Write the handle, for example @ada.lovelace.
fields-wrong-oneself = Choose another person than the one whose profile this is.
fields-wrong-circle = This person already stands below the one whose profile this is: the organisation chart would go round in circles. Choose somebody else.
fields-wrong-not-yours = Only administrators fill in this field.
fields-wrong-no-field = This field no longer exists. Reload the page.
fields-hint-tags = Separate the words with commas.
fields-hint-person = A full name, or a handle such as @ada.lovelace.
fields-read-by-guests = Seen by members, and by guests of the groups you share with them.
fields-read-by-members = Seen by all members, not by guests.
fields-read-by-groups = Seen by members who share a group with you.
fields-read-by-administrators = Seen by you and by administrators.
fields-other = Others, separated by commas

# Administration of fields.
fields-admin-title = Profile fields
fields-admin-lead = What members can say about themselves in their profile and the directory. Ask for little: each field more is a field that people hesitate to fill in.
fields-admin-preview = Preview of the form
fields-admin-preview-lead = The form as members see it. Nothing is saved.
fields-admin-preview-button = Preview
fields-admin-preview-one = Preview of this field
fields-admin-back = Back to the fields
fields-admin-new = New field
fields-admin-none-title = No field yet
fields-admin-none-text = Each member already has a name, a photo, a line on what they do and a few words about themselves. Add what helps to find the right person: an occupation, a place, skills.
fields-admin-up = Move up
fields-admin-down = Move down
fields-admin-uses = { $count ->
    [0] filled in by nobody
    [one] filled in by { $count } person
   *[other] filled in by { $count } people
}
fields-admin-save = Save
fields-admin-cancel = Cancel
fields-admin-saved = The field is saved.
fields-admin-edit-lead = What you change here applies to all profiles at once.
fields-admin-archive = Archive this field
fields-admin-archive-hint = It disappears from profiles and the directory. What members wrote is kept and comes back when you restore it.
fields-admin-archived = The field is archived.
fields-admin-archived-title = Archived fields
fields-admin-archived-text = Nobody sees them. What members wrote is kept.
fields-admin-restore = Restore
fields-admin-restored = The field is back in the profiles.
fields-admin-due = Deadline for people who are here already
fields-admin-due-hint = For a required field. Until this day a banner reminds them; afterwards they fill it in before they go on. Empty: a banner only.
fields-admin-due-optional = A deadline goes with a required field only. Tick “required” or take the date away.
fields-admin-section = Section
fields-admin-section-new = New section…
fields-admin-section-new-hint = Only if you chose "New section".
fields-admin-section-fr = Name of the section in French
fields-admin-section-en = Name of the section in English
fields-admin-section-missing = Choose a section, or give the new one a name.
fields-admin-section-add = Add a section
fields-admin-section-added = The section is added.
fields-admin-section-rename = Rename the section
fields-admin-section-renamed = The section is renamed.
fields-admin-section-unnamed = Give the section a name of at most 80 characters.
fields-admin-section-empty = No field: this section does not show in profiles.
fields-admin-french = In French
fields-admin-english = In English
fields-admin-kind = Kind of field
fields-admin-kind-hint = It cannot be changed later, because the answers depend on it.
fields-admin-kind-stays = The kind no longer changes: the answers depend on it.
fields-admin-kind-missing = Choose a kind of field.
fields-admin-label-fr = Name of the field in French
fields-admin-label-en = Name of the field in English
fields-admin-english-hint = Left empty, the French name is used.
fields-admin-help-fr = Help in French
fields-admin-help-en = Help in English
fields-admin-help-hint = A sentence below the name: what to write, with an example.
fields-admin-reason-fr = Why this question, in French
fields-admin-reason-en = Why this question, in English
fields-admin-reason-hint = Members read it with the help. It is needed when the field is required.
fields-admin-reason-missing = Say why this field is required: people answer more willingly when they know what it is for.
fields-admin-visibility = Who sees the answers
fields-admin-visibility-missing = Choose who sees the answers.
fields-admin-flags = Settings
fields-admin-filter-kind = Only a list, free words, a place or yes/no can be a filter.
fields-admin-filter-visibility = A filter counts everybody's answers: choose "members" or "members and guests", or do not use it as a filter.
fields-admin-chart-kind = Only a "person" field can make the organisation chart.
fields-admin-chart-taken = Another field makes the organisation chart already. Uncheck it there first.
fields-admin-required-locked = A field that members do not fill in cannot be required of them.
fields-admin-terms = Values to add to the list
fields-admin-terms-hint = For lists: one value per line. For English, add it after a bar: Énergie | Energy.
fields-admin-terms-missing = A list needs at least one value.
fields-admin-terms-many = A list has at most { $most } values.
fields-admin-terms-twice = The same value is on the list twice, perhaps among those that were removed.
fields-admin-term-twice = "{ $label }" is on the list twice.
fields-admin-term-empty = A value of the list has no name in French.
fields-admin-listed = Values of the list
fields-admin-listed-hint = Renaming a value renames it in all profiles. Removed, it is no longer offered, but stays with those who have it.
fields-admin-gone = Remove
fields-kind = { $kind ->
    [text] Short text
    [long_text] Long text
    [choice] List, one answer
    [choices] List, several answers
    [tags] Free words
    [date] Date
    [phone] Phone
    [link] Link
    [mail] Mail address
    [place] Place
    [person] Person
   *[yes_no] Yes or no
}
fields-kind-hint = { $kind ->
    [text] One line, for example the name of a department.
    [long_text] A few lines.
    [choice] One of the values you offer, for example the occupation.
    [choices] As many as one likes of the values you offer.
    [tags] Everybody writes their own words, for example their skills.
    [date] A day of the calendar.
    [phone] A number that can be called with one tap.
    [link] A web address.
    [mail] An address to write to.
    [place] A town, a region or a country.
    [person] Somebody in the directory, for example the manager.
   *[yes_no] A single question, for example "available to help".
}
fields-visibility = { $who ->
    [guests] Members and guests
    [members] Members
    [groups] Members of a shared group
   *[administrators] Administrators
}
fields-visibility-hint = { $who ->
    [guests] All members, and guests from outside who share a group with the person.
    [members] All members. Guests from outside do not see it.
    [groups] Members who share a group with the person.
   *[administrators] Administrators, and the person themselves.
}
fields-flag = { $flag ->
    [required] Required
    [by_member] Filled in by members
    [on_card] Shown on cards
    [filters] Filter of the directory
    [opens] Open list
   *[charts] Organisation chart
}
fields-flag-hint = { $flag ->
    [required] Every member is asked to fill it in at their next visit.
    [by_member] Otherwise only administrators and imports fill it in.
    [on_card] Below the name, in the directory. Keep it for two or three fields.
    [filters] The directory offers its values with their number.
    [opens] Members may add a value to the list.
   *[charts] The person named is the manager: the organisation chart is drawn from this field.
}
fields-mark = { $flag ->
    [required] Required
    [on_card] On cards
    [filters] Filter
    [charts] Organisation chart
   *[locked] Filled in by administrators
}
