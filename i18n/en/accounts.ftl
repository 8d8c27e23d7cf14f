# Signing in, opening an account, finding back one's password; and what the rooms beside say too.
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

accounts-closed-title = This link is no longer valid
accounts-closed-invitation = The invitation has expired, was used already or was taken back. Ask the person who sent it for a new one.
accounts-closed-reset = A password link is good for one hour and works once. Ask for a new one.
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
accounts-password-hint = At least 8 characters. A short sentence works very well.
accounts-password-save = Change the password

accounts-name = First and last name
accounts-name-hint = As members know you.
accounts-language = Language
accounts-address-taken = This address already has an account. Sign in, then open the invitation link again.

accounts-setup-title = Open the community
accounts-setup-lead = This is the first account: the one of the person who administers. They will invite the others.
accounts-setup-create = Create the administrator account

