# Administration of people.
people-admin-title = People
people-admin-lead = All accounts of the community, guests included.
people-admin-file = people
people-admin-export = Export
people-admin-export-csv = Export as text (CSV)
people-admin-import = Import
people-admin-search = Name, address or staff number
people-admin-every-role = All roles
people-admin-filter = Filter
people-admin-states = Filter by state
people-admin-all = All
people-admin-count = { $count ->
    [one] One account
   *[other] { $count } accounts
}
people-admin-none-title = Nobody matches
people-admin-none-text = Widen the search or remove a filter.
people-admin-show-all = See all accounts
people-admin-role = Role
people-admin-guest = Guest
people-admin-since = Account made
people-admin-seen = seen
people-admin-groups = { $count ->
    [0] in no group
    [one] in one group
   *[other] in { $count } groups
}
people-admin-state-active = Active
people-admin-state-waiting = Not yet come
people-admin-state-suspended = Suspended
people-admin-status-active = active
people-admin-status-suspended = suspended
people-admin-column-email = E-mail address
people-admin-column-external-id = Staff number
people-admin-column-name = Display name
people-admin-column-headline = Job title
people-admin-column-place = Place
people-admin-column-phone = Phone
people-admin-column-language = Language
people-admin-column-role = Role
people-admin-column-status = Status
people-admin-column-groups = Groups
people-admin-role-member = Member
people-admin-role-moderator = Moderator
people-admin-role-people-administrator = People administrator
people-admin-role-groups-administrator = Groups administrator
people-admin-role-administrator = Administrator
people-admin-role-member-hint = Reads and publishes in their groups, nothing more.
people-admin-role-moderator-hint = Judges reports, in the whole community.
people-admin-role-people-administrator-hint = Makes, changes, imports and suspends accounts of members.
people-admin-role-groups-administrator-hint = Looks after the groups of the whole community.
people-admin-role-administrator-hint = Can set everything, and give these roles to others.
people-admin-role-give = Give this role
people-admin-role-given = Done: { $role }.
people-admin-account = Account
people-admin-profile = See the profile
people-admin-log = Log
people-admin-welcome = Help this person come in
people-admin-welcome-text = They receive a letter with a link, open for 14 days, to choose their password.
people-admin-welcome-send = Send the letter
people-admin-welcomed = The letter is written.
people-admin-manages-alone = { $count ->
    [one] Nobody else manages { $count } group. If you close this account, groups administrators are told and name somebody else.
   *[other] Nobody else manages { $count } groups. If you close this account, groups administrators are told and name somebody else.
}
people-admin-merge = Merge with another account
people-admin-merge-text = For somebody who has two accounts: this one closes, and the other takes over all that it did.
people-admin-merge-open = Choose the other account
people-admin-merge-title = Merge the account of { $name }
people-admin-merge-lead = Choose the account that stays. Nothing changes before you confirm.
people-admin-merge-find = Search
people-admin-merge-none = No other account matches. Search by name, address or staff number.
people-admin-merge-pair = The two accounts
people-admin-merge-other-way = Keep the other account
people-admin-merge-stays = Stays
people-admin-merge-ends = Closes
people-admin-merge-moves = What goes to the account that stays
people-admin-merge-nothing = Nothing: the account that closes is empty.
people-admin-merge-keeps = What does not change
people-admin-merge-groups = { $count ->
    [one] { $count } more group, with the same role
   *[other] { $count } more groups, with the same role
}
people-admin-merge-posts = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
people-admin-merge-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
people-admin-merge-reactions = { $count ->
    [one] { $count } reaction, one alone where both accounts reacted alike
   *[other] { $count } reactions, one alone where both accounts reacted alike
}
people-admin-merge-fields = { $count ->
    [one] { $count } field of the profile that is still empty
   *[other] { $count } fields of the profile that are still empty
}
people-admin-merge-shared = { $count ->
    [one] { $count } group in common: the higher role of the two
   *[other] { $count } groups in common: the higher role of the two
}
people-admin-merge-kept = { $count ->
    [one] { $count } field filled in by both: that of the account that stays
   *[other] { $count } fields filled in by both: those of the account that stays
}
people-admin-merge-keys = The address { $kept }, the name, the password and the settings. An imported list that names { $gone } finds this account.
people-admin-merge-role = The role on the platform.
people-admin-merge-guest = The account that stays is a guest's, the other one a member's. Keep the member's account instead.
people-admin-merge-confirm = Confirm
people-admin-merge-final = Merging is final. The sessions of the account that closes end at once.
people-admin-merge-do = Merge the two accounts
people-admin-merge-another = Choose another account
people-admin-merged = The two accounts are one now.
people-admin-suspend = Suspend this account
people-admin-suspend-text = The person is signed out everywhere and cannot come in any more. What they wrote stays. You can let them come back.
people-admin-suspend-do = Suspend
people-admin-suspended = The account is suspended.
people-admin-reactivate = Let this person in again
people-admin-reactivate-text = They can come in again, with the same password and the same groups.
people-admin-reactivate-do = Let in again
people-admin-reactivated = The person can come in again.
people-admin-anonymise = Anonymise this account
people-admin-anonymise-text = Name, address, photo and profile are erased for ever. What the person wrote stays, without their name. Nothing can bring it back.
people-admin-anonymise-type = To confirm, copy the address { $email }
people-admin-anonymise-mistyped = Copy the address { $email } exactly to confirm.
people-admin-anonymise-do = Anonymise for ever
people-admin-anonymised = The account is anonymised.
people-admin-already = Nothing to do: the account was so already.
people-admin-letter-subject = Your account on { $community }
people-admin-letter-text = An account was made for you on { $community }. Choose your password to come in.
people-admin-letter-until = This link opens for { $days } days. Afterwards, ask for a new password on the sign-in page, with this address.
people-admin-letter-button = Choose my password
