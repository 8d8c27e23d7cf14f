# Drafts: what one writes, kept as one types.
drafts-title = Drafts
drafts-lead = What you have begun to write. Only you see it, on all your devices.
drafts-planned-link = Scheduled posts
drafts-empty = No drafts
drafts-empty-text = What you write is kept here by itself until you publish it.
drafts-write-new = Write a post
drafts-unnamed = No text yet
drafts-no-group = No group chosen yet
drafts-poll = with a poll
drafts-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
drafts-saved = kept
drafts-go-on = Continue
drafts-go-on-with = Continue “{ $name }”
drafts-discard = Delete
drafts-discard-this = Delete “{ $name }”
drafts-discarded = Draft deleted.
drafts-undo = Undo
drafts-restored = Your draft is back.
drafts-kept = Draft kept at { $time }
drafts-kept-apart = This draft was changed in another window too. Both texts are kept, each on its own.
drafts-published-already = This text is published already.
drafts-offline = Not kept on the server yet: trying again soon. Your text stays in this browser.
drafts-signed-out = You are no longer signed in. Your text stays in this browser: sign in again in another tab, then publish.
drafts-when = Publish on
drafts-when-day = Day
drafts-when-hour = Time
drafts-when-zone = In your time zone, { $zone }.
drafts-when-needed = Choose a day and a time.
drafts-when-past = This date has passed. Choose one to come.
drafts-when-far = Choose a date within the next two years.
drafts-planned-for = Scheduled for { $when } ({ $zone }).
drafts-hour-twice = Clocks go back that night and this hour comes twice: the first one is taken.
drafts-hour-skipped = Clocks go forward that night and this hour does not exist: the post comes as much later.
drafts-later = Later
drafts-plan = Schedule
drafts-keep = Keep as draft
drafts-kept-now = Your draft is kept.
drafts-resumed = Draft resumed, kept { $when }.
drafts-fresh = Start another text
drafts-all = All my drafts
drafts-gone = This draft is no longer there: it was published or deleted.
drafts-save-planned = Save
drafts-auto = Kept as a draft while you write
drafts-joint = { $group } and { $others ->
    [one] { $others } other group
   *[other] { $others } other groups
}, one discussion
