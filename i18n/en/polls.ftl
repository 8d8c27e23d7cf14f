# Polls: ask, vote, read the results.
polls-add = Add a poll
polls-add-hint = Fill in the question and at least two choices. Leave everything empty if you want no poll.
polls-question = Question of the poll
polls-question-needed = Write the question of the poll, or empty its choices.
polls-choices = Choices
polls-choice-n = Choice { $number }
polls-dates-instead = Find a date instead
polls-dates = Dates
polls-dates-hint = Everybody answers yes, if need be or no to each date, by the clock of your time zone.
polls-date-n = Date { $number }
polls-more = Add lines
polls-two-needed = Offer at least two choices.
polls-words-or-dates = Offer choices or dates, but not both in the same poll.
polls-range-wrong = The minimum is at least 1, the maximum is no more than the number of choices, and the minimum no more than the maximum.
polls-anonymous-opens = In an anonymous vote the choices are fixed at the start: whoever adds one would tell what they want to choose. Untick this box, or choose a vote with names.
polls-names = Who will know who voted for what?
polls-named = Vote with names
polls-named-hint = Whoever sees the results also sees who chose what.
polls-anonymous = Anonymous vote
polls-anonymous-hint = Nobody can know who chose what, not even administrators. An anonymous vote cannot be changed or reopened, and its results appear from 10 votes on, or at closing if there are at least 5.
polls-results-seen = Who sees the results?
polls-results-always = Everybody, at once
polls-results-always-hint = People see the trend before they vote.
polls-results-voted = Those who have voted
polls-results-voted-hint = The others see them at closing.
polls-results-closed = Everybody, after closing
polls-results-closed-hint = Nobody sees them before, nor do you.
polls-results-author = Only you
polls-results-author-hint = Members will only see the number of votes.
polls-settings = Other settings
polls-least = Answers at least
polls-most = Answers at most
polls-most-hint = How many choices each person may tick.
polls-opens = Members may add choices
polls-opens-hint = Up to 20 choices in all.
polls-changes = Everybody may change their vote
polls-changes-hint = Until closing. Does not apply to an anonymous vote.
polls-closes = Closing
polls-closes-hint = Day and time, by the clock of { $zone }. Without a date, you will close it yourself.

polls-vote = Vote
polls-vote-again = Save my vote
polls-change = Change my vote
polls-voted = Your vote: { $choices }
polls-voted-none = Your vote: none of these dates
polls-voted-secretly = You have voted. Nobody can know what you chose, and this vote can no longer be changed.
polls-secret-promise = Nobody can know what you chose, not even administrators. An anonymous vote cannot be changed.
polls-what-is-recorded = What is recorded
polls-join-first = Join the group to vote.
polls-counted = Your vote is recorded.
polls-not-sent = Your vote was not sent: try again.
polls-pick = Tick { $least } to { $most } answers.
polls-pick-exactly = Tick { $count ->
    [one] one answer
   *[other] { $count } answers
}.
polls-pick-dates = Answer for each date.
polls-yes = Yes
polls-if-need-be = If need be
polls-no = No
polls-if-need-be-of = { $what } (if need be)

polls-no-closed = Voting has closed: your choice was not counted.
polls-no-picks = Tick { $least } to { $most } answers.
polls-no-picks-exactly = { $count ->
    [one] Choose one answer.
   *[other] Tick { $count } answers.
}
polls-no-choice = This poll has changed meanwhile. Read its choices again and vote again.
polls-no-voted = You have voted already, and this vote cannot be changed: your first choice counts.
polls-no-longer = You no longer belong to this group: your choice was not counted.
polls-no-full = There are 20 choices already, the maximum.
polls-no-twice = This choice is there already.
polls-no-begun = Someone has voted already: the question, the choices and the settings no longer change. You can add choices (in a vote with names) and move the closing.
polls-no-past = Choose a moment to come.
polls-no-restarted = This vote had to begin again after a backup was restored, and your choice was not counted. Please vote again.

polls-results = Results
polls-percent = { $share }%
polls-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
polls-date-count = { $yes ->
    [one] { $yes } yes
   *[other] { $yes } yes
}, { $maybe } if need be
polls-table = Table of results
polls-table-of = Results of “{ $question }”
polls-choice = Choice
polls-votes-head = Votes
polls-share-head = Share of voters
polls-people-head = People
polls-voters-head = Voters
polls-voters = { $count ->
    [0] No vote yet
    [one] { $count } vote
   *[other] { $count } votes
}
polls-somebody = Somebody
polls-is-anonymous = Anonymous vote
polls-is-named = Vote with names
polls-closes-on = Closes { $when }
polls-closed-on = Voting closed { $when }
polls-restarted = This vote began again after a backup was restored: vote again.
polls-details = Details of the poll
polls-hidden-voted = Results appear when you have voted, or at closing.
polls-hidden-closed = Results appear at closing.
polls-hidden-author = Only the author of the poll sees the results.
polls-soon = Voting has closed. Results appear within a minute.
polls-too-few = Fewer than { $batch } people have voted: the result of an anonymous vote is not shown, and the choices are erased.
polls-from-ten = Results of an anonymous vote appear in batches of at least { $batch }: the first with vote number { $first }, all of them at closing.
polls-in-batches = In batches of at least { $batch }: { $counted } votes counted of { $voters }. The rest appears with the next ones, or at closing.
polls-lost = Some of the votes could not be counted: their key was lost.

polls-its-post = The post
polls-add-choice = New choice
polls-add-choice-do = Add this choice
polls-choice-added = The choice is added.
polls-more-title = What you can do
polls-who = Who chose what
polls-who-title = Who chose what
polls-others = { $count ->
    [one] and { $count } person you may not see
   *[other] and { $count } people you may not see
}
polls-take-xlsx = Results for Excel and LibreOffice (xlsx)
polls-take-csv = Results as text (csv)
polls-file = poll
polls-edit = Change the poll
polls-edit-title = Change the poll
polls-edit-begun = Someone has voted already: the question, the choices, the names and the number of answers no longer change, so that each vote keeps its meaning. The closing can be moved.
polls-save = Save
polls-cancel = Cancel
polls-changed = The poll is changed.
polls-close = Close now
polls-close-sure = Close this anonymous vote?
polls-keep-open = Leave it open
polls-close-hint = Nobody votes any more. Those who took part are told. You will be able to reopen the vote.
polls-close-hint-anonymous = Nobody votes any more, and those who took part are told. An anonymous vote stays closed: the difference between two counts would tell what the last voters chose.
polls-closed-now = Voting has closed.
polls-reopen = Reopen
polls-reopen-hint = Votes already given stay. The closing date is removed.
polls-reopened = Voting is open again.

polls-recorded-title = What is recorded
polls-recorded-generated = This page is made from the database at the moment you read it: its tables, their columns, and what they hold about you.
polls-recorded-anonymous = This vote is anonymous. Who took part and what was chosen are kept apart, with nothing to join them.
polls-recorded-named = This vote is with names: your choice is kept with your name.
polls-recorded-named-who = Whoever sees the results sees who chose what.
polls-table-voters = Who took part: one row for each person, so that everybody votes only once.
polls-table-votes = What everybody chose: one row for each person and choice.
polls-table-boxes = What was chosen since the last batch was counted: one sealed box for the whole poll, always of the same length. It holds sums, never single votes.
polls-column-post = The post that carries the poll.
polls-column-voter = The person who took part. Neither the date, nor the order, nor the choice.
polls-column-chooser = The person who chose.
polls-column-number = The number of the choice.
polls-column-maybe = Whether the answer was “if need be”.
polls-column-anonymous = Always “no”: the database refuses such a row in an anonymous vote.
polls-column-sealed = The sums, encrypted. The key is not in the database nor in its backups; it is destroyed at closing.
polls-column-unknown = This column is not described yet.
polls-recorded-you = What the database holds about you
polls-recorded-your-part = You took part:
polls-recorded-nothing = Nothing: you did not take part.
polls-recorded-box = And the sealed box of the poll, which changes with each vote and says nothing to whoever has no key:
polls-recorded-no-box = The sealed box is gone: the vote is closed, and everything that could be counted has been.
polls-recorded-means = What this means
polls-recorded-who = The database knows who took part, and roughly when. It does not know what that person chose.
polls-recorded-batches = Results appear in batches of at least { $batch } votes: the first with vote number { $first }, all of them at closing. With fewer than { $batch } votes in all, nothing appears.
polls-recorded-change = An anonymous vote can neither be changed nor withdrawn, because nobody can find it, not even you.
polls-recorded-copy = Whoever copied the whole database, its logs and its backups would learn only the counted batches. They would have to copy the key too, on the server and during the vote, to read the sum that waits.
polls-recorded-program = Whoever replaced the program on the server could see votes as they arrive. No online service can prevent that.
polls-recorded-same = If everybody chooses the same, the result says so.

polls-help = Polls
polls-help-make = In “Publish”, open “Add a poll”: a question and 2 to 20 choices, or dates. You say how many answers each person may tick, who sees the results, and when voting ends. As long as nobody has voted, everything can be changed; afterwards the question and the choices stay.
polls-help-vote = Vote in the feed or on the page of the post. Except in an anonymous vote, or where the author ruled it out, you may change your mind until closing. At closing, those who took part are told.
polls-help-anonymous = In an anonymous vote nobody can know who chose what, not even administrators. Below each poll, “What is recorded” shows what the database really holds about you.
polls-help-results = Results are read as bars and as a table, and taken along for Excel, LibreOffice or as text from “Details of the poll”.
polls-no-past-planned = This moment will have passed when the post appears. Choose one that comes after it.
polls-picture = Add a picture
polls-picture-file = Picture of choice { $number }
polls-picture-alt = What the picture of choice { $number } shows
polls-picture-remove = Remove this picture
polls-picture-needs-words = Write this choice, or say what its picture shows: without one of them, those who cannot see it cannot choose.
