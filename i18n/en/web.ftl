# Errors and forms, wherever they happen.
error-not-found-title = This page cannot be found
error-not-found-text = It may have been moved or removed, or it is not available to you.
error-refused-title = This is not possible
error-sign-in-title = Sign in to continue
error-sign-in-text = Your session has ended. Sign in again: what you wrote is still on this page.
error-conflict-title = Someone was there before you
error-malformed-title = This request was not understood
error-malformed-text = Go back to the previous page and try again.
error-foreign-title = This form came from another site
error-foreign-text = For your safety it was not accepted. Open the page on this site and try again.
error-too-large-title = This is too large
error-too-large-text = The limit is { $most } MB. Send fewer files at a time, or smaller ones.
error-full-title = The server has no room left
error-full-text = The server's disk is almost full: nothing was taken. Tell the administrator, then try again.
error-too-many-files = { $most } files at most at a time: the others were not taken.
error-too-many-title = One moment, please
error-too-many-text = { $minutes ->
    [one] You have done this very often. Try again in a minute.
   *[other] You have done this very often. Try again in { $minutes } minutes.
}
error-busy-title = We will be back in a moment
error-busy-text = The service is overloaded or under maintenance. Nothing is lost: try again in a few seconds.
error-away-text = The storage of files does not answer for now: nothing was taken, and nothing is lost. Try again in a moment.
error-fault-title = Something went wrong on our side
error-fault-text = The error is recorded and will be mended. Your drafts and posts are safe.
error-reference = Reference: { $id }
error-home = Back to the home page
error-sign-in = Sign in
error-directory = Open the directory

form-summary = { $count ->
    [one] One thing needs attention
   *[other] { $count } things need attention
}
form-error-prefix = Error:
form-empty = Fill in this field.
form-too-long = This is too long: { $most } characters at most.
form-too-short = This is too short: at least { $least } characters.
form-malformed = This text does not have the expected form.
form-too-common = This password is too well known. Choose another one, a short sentence for example.
form-optional = optional
form-reveal = Show the password
format-days = from { $first } to { $last }
