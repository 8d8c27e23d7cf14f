# Inviting into a group, and what is open.
invitations-title = Invite
invitations-invite-name-title = Someone from the community
invitations-invite-search = Name of the person
invitations-invite-search-button = Find
invitations-invite-someone = Invite { $name }
invitations-invite-none = Nobody matches "{ $words }" among those who are not in the group yet.
invitations-invite-already = Invited already
invitations-invite-mail-title = By email
invitations-invite-mail-text = Someone without an account receives a link to create one. They become a guest: they see only this group and its members.
invitations-invite-email = Email address
invitations-invite-message = A word to go with it
invitations-invite-mail-button = Send the invitation
invitations-invite-link-title = By a link
invitations-invite-link-text = Anyone who receives this link can come in, up to the date and the number you set. Those without an account become guests.
invitations-invite-uses = Number of people
invitations-invite-days = Valid for
invitations-invite-days-option = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
invitations-invite-link-button = Create the link
invitations-invite-uses-wrong = Give a number from 1 to 1,000.
invitations-link-made = Your link is ready
invitations-link-once = Copy it now: it will not be shown again.
invitations-link-copy = Copy the link
invitations-link-copied = Link copied
invitations-open-title = Open invitations
invitations-open-none = No open invitation.
invitations-open-link = Invitation link
invitations-open-uses = { $uses } of { $most }
invitations-open-by = by { $name }
invitations-open-until = valid until { $date }
invitations-revoke = Revoke
invitations-revoke-what = Revoke the invitation: { $what }
invitations-said-invited = { $name } has received your invitation.
invitations-said-mailed = The invitation is on its way to { $email }.
invitations-said-revoked = The invitation is revoked: it no longer opens anything.
invitations-invite-unknown = Choose a person from the list.
invitations-invite-refused-in = This person belongs to the group already.
invitations-invite-refused-invited = An invitation is already waiting for this person.
invitations-invite-refused-asked = This person has asked to join: answer their request.
invitations-invite-refused-manager = You no longer manage this group.

invitations-mail-invited-subject = { $inviter } invites you to "{ $group }"
invitations-mail-invited-text = { $inviter } invites you to join the group "{ $group }" on { $community }.
invitations-mail-invited-until = { $days ->
    [one] This invitation is valid for { $days } day and works once.
   *[other] This invitation is valid for { $days } days and works once.
}
invitations-mail-invited-button = Join the group
invitations-mail-invited-foot = You receive this message because { $inviter } gave your address. Unless you answer, it will be used for nothing else.
invitations-invite = Invite
