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
