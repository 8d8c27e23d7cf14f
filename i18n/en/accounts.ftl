# Signing in, signing up, looking after one's account.
accounts-sign-in-title = Sign in
accounts-sign-in = Sign in
accounts-email = Email address
accounts-password = Password
accounts-forgotten = Forgotten password
accounts-by-invitation = Accounts are opened by invitation: follow the link you received.
accounts-wrong = The address or the password is not right. Check both and try again.
accounts-suspended = This account is suspended. Write to { $contact } to talk about it.
accounts-too-many = { $minutes ->
    [one] Too many attempts. Try again in a minute, or ask for a new password.
   *[other] Too many attempts. Try again in { $minutes } minutes, or ask for a new password.
}
accounts-device = { $browser } on { $system }
accounts-device-unknown = Unknown device

accounts-letter-foot = This message is about the security of your account and cannot be switched off.
accounts-letter-device-subject = New sign-in to your account
accounts-letter-device-text = Someone signed in to your account with a device you had not used before: { $device }, network { $place }, { $when }.
accounts-letter-device-advice = If it was you, there is nothing to do. If not, end that session and change your password.
accounts-letter-device-button = See my sessions
accounts-letter-hour = This link is good for one hour and works once.
accounts-letter-reset-subject = Choose a new password
accounts-letter-reset-text = You asked for a new password. The link below is good for one hour and works once.
accounts-letter-reset-advice = If you asked for nothing, ignore this message: your password stays the same.
accounts-letter-reset-button = Choose a password
accounts-letter-changed-subject = Your password has changed
accounts-letter-changed-text = The password of your account was changed on { $when }. Your other sessions have ended.
accounts-letter-changed-advice = If it was not you, choose a new password at once and tell an administrator.
accounts-letter-confirm-subject = Confirm your address
accounts-letter-confirm-text = Please confirm that this address is yours: it will be used to sign in and to write to you.
accounts-letter-confirm-button = Confirm my address
accounts-letter-asked-subject = Change of address requested
accounts-letter-asked-text = Someone who knows your password asked to replace this address by { $email }. Nothing changes until the new address is confirmed.
accounts-letter-moved-subject = Your address has changed
accounts-letter-moved-text = Your account now uses the address { $email }. This is the last message sent to the old one.
accounts-letter-moved-advice = If it was not you, tell an administrator at once.
accounts-letter-invited-subject = { $inviter } invites you
accounts-letter-invited-text = { $inviter } invites you to join { $community }. Opening an account takes two minutes.
accounts-letter-invited-until = The invitation is good for { $days } days. It is made for this address.
accounts-letter-invited-button = Join the community
accounts-letter-invited-foot = You receive this message because someone gave your address. If it means nothing to you, ignore it.
accounts-letter-joining-subject = Your registration
accounts-letter-joining-text = You asked to join { $community } with this address. Go on by opening the link below.
accounts-letter-joining-button = Go on with my registration
accounts-letter-known-text = You opened an invitation with this address, which already has an account. Sign in: the invitation opens afterwards.

accounts-closed-title = This link is no longer valid
accounts-closed-invitation = The invitation has expired, was used already or was taken back. Ask the person who sent it for a new one.
accounts-closed-other = This invitation is made for another address than the one of your account.
accounts-closed-reset = A password link is good for one hour and works once. Ask for a new one.
accounts-closed-email = This confirmation link is good for one hour and works once. Ask for a new one in your settings.
accounts-closed-setup = This link was used already, or Parvis was restarted since. The valid link is shown when the server starts.

accounts-back-to-sign-in = Back to sign-in
accounts-reset-title = Forgotten password
accounts-reset-lead = Give the address of your account: we send a link there to choose a new password.
accounts-reset-send = Send the link
accounts-reset-sent = If there is an account with this address, a link has just been sent there. It is good for one hour.
accounts-mute = This server does not send email yet: ask an administrator for the link.
accounts-reset-again = Ask for a new link
accounts-reset-new-title = New password
accounts-reset-new-lead = Your open sessions will end, then you sign in with this password.
accounts-reset-done = Your password is changed. Please sign in.
accounts-new-password = New password
accounts-current-password = Current password
accounts-current-wrong = This is not your current password.
accounts-password-hint = At least 8 characters. A short sentence works very well.
accounts-password-save = Change the password
accounts-password-changed = Your password is changed. Your other sessions have ended.
accounts-password-ends = Changing your password ends your sessions on other devices.

accounts-name = First and last name
accounts-name-hint = As members know you.
accounts-language = Language
accounts-zone = Time zone
accounts-continue = Continue
accounts-home = Open the feed
accounts-welcome = Welcome to { $community }. Your account is open.
accounts-address-taken = This address already has an account. Sign in, then open the invitation link again.

accounts-join-title = Join { $community }
accounts-join-lead = You are invited to join the community. It takes two minutes; you can complete your profile later.
accounts-join-lead-inviter = { $inviter } invites you. It takes two minutes; you can complete your profile later.
accounts-join-lead-group = You are invited to the group “{ $group }”.
accounts-join-lead-both = { $inviter } invites you to the group “{ $group }”.
accounts-join-group = Join { $group }
accounts-join-member = You are already a member of the community.
accounts-join-address-hint = We send a link there to go on.
accounts-join-letter = A link has just been sent to this address. Open it to go on; it is good for one hour.
accounts-join-known = The address of this invitation already has an account. Sign in to accept it.
accounts-join-bound = The invitation is made for this address.
accounts-join-seen = Your name will be in the directory, which only members see. You choose the rest.
accounts-join-create = Create my account
accounts-join-already = Already a member?
accounts-joined = You are now in the group “{ $group }”.

accounts-setup-title = Open the community
accounts-setup-lead = This is the first account: the one of the person who administers. They will invite the others.
accounts-setup-create = Create the administrator account

accounts-settings-title = Settings
accounts-settings-sections = Sections of the settings
accounts-settings-account = Account
accounts-settings-profile = Profile
accounts-settings-display = Display
accounts-settings-email = Email address
accounts-settings-password = Password
accounts-settings-sessions = Sessions
accounts-settings-leave = Leave this device
accounts-settings-leave-hint = Your other sessions stay open.
accounts-save = Save
accounts-saved = Saved.
accounts-choose = Choose one of these.

accounts-theme = Theme
accounts-theme-system = As the device
accounts-theme-light = Light
accounts-theme-dark = Dark
accounts-contrast = Contrast
accounts-contrast-system = As the device
accounts-contrast-more = Increased
accounts-text-size = Text size
accounts-percent = { $n }%
accounts-keyboard = Keyboard
accounts-shortcuts = Single-key shortcuts
accounts-shortcuts-hint = Such as “/” to search. Switch them off if you dictate your text.

accounts-email-now = Your present address is { $email }.
accounts-email-new = New address
accounts-email-hint = We send a confirmation link there; the old address is told.
accounts-email-send = Send the confirmation link
accounts-email-same = This is your address already.
accounts-email-sent = A confirmation link is on its way to { $email }. The address changes once you have opened it.
accounts-confirm-title = Confirm your address
accounts-confirm-lead = Your account will use { $email } for signing in and for messages to you.
accounts-confirm = Confirm this address
accounts-confirmed = Your new address is confirmed.

accounts-session-here = This device
accounts-session-place = network { $place }
accounts-session-since = opened
accounts-session-seen = seen
accounts-session-end = End
accounts-session-ended = The session has ended.
accounts-sessions-end-others = End all other sessions
accounts-sessions-only = You are signed in on this device only.
accounts-sessions-ended = { $count ->
    [0] No other session was open.
    [one] One other session has ended.
   *[other] { $count } other sessions have ended.
}

accounts-invitations-title = Invitations
accounts-invitations-lead = Open the community to more people. A link is good for 28 days.
accounts-invite-title = New invitation
accounts-invite = Create the invitation
accounts-invite-kind = Whom do you invite
accounts-invite-member = Member
accounts-invite-member-hint = Sees open groups and the directory.
accounts-invite-guest = External guest
accounts-invite-guest-hint = Sees only groups that invite them, and the people there.
accounts-invite-uses = Number of uses of the link
accounts-invite-times = { $count ->
    [one] One person
   *[other] { $count } people
}
accounts-invite-email-hint = A letter goes to this address, and the link works only for it.
accounts-invitation-made = The invitation is ready.
accounts-invitation-once = Copy the link now: it will not be shown again.
accounts-copy = Copy the link
accounts-copied = Link copied
accounts-invitations-open = Open invitations
accounts-invitations-none = No open invitation
accounts-invitations-none-text = Create a link above and send it to the people to welcome.
accounts-invitation-link = Link
accounts-invitation-uses = { $uses } of { $most }
accounts-invitation-until = good until { $date }
accounts-invitation-revoke = Take back
accounts-invitation-revoked = The invitation is taken back: its link opens nothing any more.
