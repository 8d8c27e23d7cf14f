# Surveys: writing them, answering, reading the results.
surveys-survey = { $what ->
    [quiz] Quiz
   *[survey] Survey
}
surveys-so-many = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
surveys-round = Round { $round }
surveys-anonymous-short = Anonymous answers: nobody can know who answered what, not even administrators.
surveys-named-short = Answers with names: the author and the managers of the group read who answered what.
surveys-answer = Answer
surveys-go-on = Go on with my answers
surveys-change = Change my answers
surveys-results = Results
surveys-details = { $what ->
    [quiz] Details of the quiz
   *[survey] Details of the survey
}
surveys-join-first = Join the group to answer.
surveys-answered-already = You have answered.
surveys-answered = { $answered ->
    [0] No answers
    [one] { $answered } answer
   *[other] { $answered } answers
} of { $asked }
surveys-rate = Response rate: { $rate }%
surveys-closes-on = Closes { $when }
surveys-closed-on = { $what ->
    [quiz] Quiz closed
   *[survey] Survey closed
} { $when }
surveys-restarted = This survey began again after a backup was restored: please answer again.

surveys-very-unhappy = Very unhappy
surveys-unhappy = Rather unhappy
surveys-neither = Neither
surveys-happy = Rather happy
surveys-very-happy = Very happy
surveys-scale-low = 1: not at all
surveys-scale-high = 5: entirely
surveys-unlikely = 0: not at all likely
surveys-likely = 10: very likely
surveys-several = Several answers possible.
surveys-no-answer = No answer
surveys-wrong-date = Write a date, for example 2026-11-22.
surveys-wrong-pick = Choose among the answers offered.
surveys-required-missing = This question needs an answer.
surveys-page-of = Page { $number } of { $count }
surveys-secret-promise = Your answers are anonymous: nobody can know who answered what. Once sent they cannot be changed.
surveys-named-promise = Your answers are kept with your name. The author of the survey and the managers of the group read them; others only see totals. You can change them until closing.
surveys-texts-betray = What you write can betray you: leave out names and details that point to you if you want to stay anonymous.
surveys-not-kept = Nothing is kept before you send it, to protect your anonymity: finish without closing this page.
surveys-review = Your answers
surveys-review-hint = Read them once more, then send them.
surveys-next = Continue
surveys-previous = Go back
surveys-keep = Finish later
surveys-kept = Your answers are kept, but not sent yet. Come back whenever you like before closing.
surveys-send = Send my answers
surveys-sent = Thank you, your answers are recorded.
surveys-no-closed = This survey is closed: your answers were not recorded.
surveys-no-answered = You have answered already, and these answers cannot be changed: the first ones count.
surveys-no-longer = You have no right to act in this group any more: nothing was recorded.
surveys-no-restarted = This survey had to begin again after a backup was restored, and your answers were not recorded. Please send them again.
surveys-no-conflict = This survey was saved in another window. Copy what you have just written, then reload the page.
surveys-no-begun = This survey is open already.
surveys-no-past = Choose a moment in the future.
surveys-no-soon = A reminder went out less than two days ago.
surveys-no-nobody = Everybody has answered.
surveys-no-repeated = The next round is there already: you find it in the list of the group's surveys, or another manager is writing it.

surveys-its-post = The post
surveys-run-title = Run the survey
surveys-remind-hint = Those who have not answered get a notification and a mail. You will not learn who they are.
surveys-remind = { $count ->
    [one] Remind { $count } person
   *[other] Remind { $count } people
}
surveys-reminded = { $count ->
    [one] A reminder goes to { $count } person.
   *[other] A reminder goes to { $count } people.
}
surveys-closes = Closing
surveys-closes-hint = Day and time, by the clock of { $zone }. Without a date, you will close it yourself.
surveys-end-move = Move the closing
surveys-end-moved = The closing is moved.
surveys-close = Close now
surveys-close-sure = Close this anonymous survey?
surveys-close-hint = Nobody answers any more. Those who took part are told. You can reopen the survey.
surveys-close-hint-anonymous = Nobody answers any more, and those who took part are told. An anonymous survey stays closed: the difference between two counts would tell what the last ones answered.
surveys-closed-now = The survey is closed.
surveys-reopen = Reopen
surveys-reopen-hint = Answers given stay. The closing date is removed.
surveys-reopened = The survey is open again.
surveys-repeat = Prepare the next round
surveys-repeat-hint = The same questions, to be asked again. You can revise them before opening; results of rounds can be compared.
surveys-repeated = The new round is a draft: read its questions, then open it.

surveys-next-round = Will be asked again: { $when }
surveys-rhythm = Ask this survey regularly
surveys-rhythm-change = Change the rhythm, or end it

surveys-results-of = Results: { $title }
surveys-question-n = { $number }. { $text }
surveys-answers = { $count ->
    [0] No answers
    [one] { $count } answer
   *[other] { $count } answers
}
surveys-mean = Mean { $mean } of 5
surveys-score = Recommendation score { $score }
surveys-percent = { $share }%
surveys-answer-head = Answer
surveys-answered-head = Answers
surveys-figure-head = Mean or score
surveys-question-head = Question
surveys-person-head = Person
surveys-nothing-yet = Nobody has answered yet.
surveys-too-few = Fewer than { $batch } people answered: the results of an anonymous survey do not appear, and the answers are erased.
surveys-lost = Some of the answers could not be counted: their key was lost.
surveys-from-ten = The results of an anonymous survey appear in batches of at least { $batch }: the first with answer { $first }, all of them at closing.
surveys-in-batches = In batches of at least { $batch }: { $counted } answers counted of { $answered }. The rest appears with those that follow, or at closing.
surveys-texts-hidden = You see the totals. Texts are read by the author of the survey and the managers of the group.
surveys-text-hidden = Written answers: read by the author of the survey and the managers of the group.
surveys-cross = Cross two questions
surveys-cross-hint = A group of fewer than { $least } people is never shown, nor anything from which it could be worked out.
surveys-cross-rows = In rows
surveys-cross-columns = In columns
surveys-cross-do = Cross
surveys-choose-question = Choose a question
surveys-crossing-of = “{ $one }” by “{ $other }”
surveys-not-told = not shown
surveys-rounds-title = Compare rounds
surveys-rounds-lead = The same questions, from round to round: the share of each answer, the mean or the score.
surveys-not-asked = not applicable
surveys-file = survey

surveys-recorded-anonymous = This survey is anonymous. Who answered and what was answered are kept apart, with nothing to join them.
surveys-recorded-named = This survey is made with names: your answers are kept with your name, and read by the author and the managers of the group.
surveys-recorded-nothing = Nothing: you have not answered.
surveys-recorded-box = The sealed box of the survey has { $bytes } bytes, whatever is in it.
surveys-recorded-no-box = The sealed box is gone: the survey is closed, and all that could be counted was counted.
surveys-recorded-who = The database knows who answered, and roughly when. It does not know what that person answered.
surveys-recorded-batches = Answers leave the box in batches of at least { $batch }, shuffled: the first with answer { $first }, the last at closing. With fewer than { $batch } answers in all nothing appears. Whoever copied the database again and again would know in which batch your sheet is, not which one it is.
surveys-recorded-sheet = The answers of one person stay together on a sheet without a name, so that questions can be crossed. No page and no file shows a sheet.
surveys-recorded-crossing = A crossing never shows a group of fewer than { $batch } people.
surveys-recorded-keep = Anonymous answers can be neither changed nor withdrawn, because nobody can find them, not even you. Nothing is kept before it is sent.
surveys-table-parts = Who answered: a row a person, so that everybody answers once.
surveys-table-answers = What everybody answered: a row a person.
surveys-table-begun = What people have begun and want to finish later.
surveys-table-boxes = The sheets that wait until they are enough: one sealed box for the whole survey, always of the same length.
surveys-table-sheets = The sheets that left the box, in shuffled batches, without name or date.
surveys-column-survey = The survey.
surveys-column-part = The person who answered. Neither when, nor in which order, nor what.
surveys-column-member = The person who answers.
surveys-column-answers = Their answers.
surveys-column-sent = When they sent them.
surveys-column-page = The page they have reached.
surveys-column-anonymous = Always “no”: the database refuses such a row in an anonymous survey.
surveys-column-sealed = The sheets, encrypted. The key is neither in the database nor in its backups; it is destroyed at closing.
surveys-column-lot = A number drawn by lot.
surveys-column-sheet = The answers of one person, with nothing that says who.

surveys-list-title = Surveys
surveys-list-lead = Several questions at once, with results to compare from round to round.
surveys-new = New survey
surveys-none = No survey yet
surveys-none-text = A survey asks the members of the group several questions. For a single one, a poll in a post is enough.
surveys-is-draft = Draft
surveys-is-open = Open
surveys-is-closed = Closed
surveys-unnamed = Survey without a title
surveys-edit-title = Write a survey
surveys-edit-round = Round { $round }: the same questions will be compared with those of earlier rounds.
surveys-title = Title
surveys-title-missing = Give the survey a title.
surveys-intro = Introduction
surveys-intro-hint = What this survey is for, and what you will do with the answers. It is also the text of the post that announces it.
surveys-intro-missing = Introduce the survey in a few words.
surveys-questions = Questions
surveys-questions-hint = Each button saves everything you have written.
surveys-question-number = Question { $number }
surveys-text-of = Text of question { $number }
surveys-kind-of = Kind of answer to question { $number }
surveys-choices-of = Choices of question { $number }
surveys-kind-single = One choice
surveys-kind-multiple = Several choices
surveys-kind-scale = Scale from 1 to 5
surveys-kind-satisfaction = Satisfaction
surveys-kind-recommendation = Recommendation from 0 to 10
surveys-kind-short = Short text
surveys-kind-long = Long text
surveys-kind-date = Date
surveys-required = Answer required
surveys-breaks = Begin a new page here
surveys-when = Ask only after certain answers
surveys-when-hint = Tick one or more answers: the question is only asked of those who gave one of them. It then appears on a later page. Nothing ticked: everybody is asked.
surveys-up = Move up
surveys-down = Move down
surveys-remove = Remove
surveys-add-question = Add a question
surveys-no-question = Add at least one question.
surveys-question-missing = Write the question.
surveys-choices-missing = Write at least two choices.
surveys-choice-twice = “{ $choice }” stands there twice.
surveys-too-many-choices = { $most } choices at most.
surveys-settings = Settings
surveys-names = Who will know who answered what?
surveys-named = Answers with names
surveys-named-hint = You and the managers of the group read who answered what; others only see totals. Everybody can change their answers and finish later.
surveys-anonymous = Anonymous answers
surveys-anonymous-hint = Nobody can know who answered what, not even you. Results appear from 10 answers on, or at closing if there are at least 5. One can neither change answers, nor finish later, nor reopen the survey.
surveys-results-seen = Who sees the totals?
surveys-results-seen-hint = You and the managers of the group always see them.
surveys-results-answered = Those who have answered
surveys-results-answered-hint = The others see them at closing.
surveys-results-closed = The whole group, after closing
surveys-results-closed-hint = Nobody else sees them before.
surveys-results-author = Only you and the managers
surveys-results-author-hint = Members will only see the number of answers.
surveys-save = Save the draft
surveys-saved = The draft is saved.
surveys-to-preview = Save and see the preview
surveys-discard = Throw this draft away
surveys-discard-sure = Throw this draft of a survey away?
surveys-discard-text = Its questions are erased for good.
surveys-discarded = The draft is thrown away.
surveys-preview = Preview
surveys-preview-note = This is a preview: try it, nothing is kept.
surveys-preview-end = Begin the preview again
surveys-back-to-edit = Back to the questions
surveys-open-title = Open the survey
surveys-open = Open now
surveys-open-hint = A post announces it in the group, with a button to answer. From then on, questions and settings stay as they are; only the closing can be moved.
surveys-open-anonymous = Answers will be anonymous, for you too. This cannot be changed later.
surveys-open-named = You and the managers of the group will read who answered what. This cannot be changed later.
surveys-opened = The survey is open.

surveys-letter-subject = Reminder: { $title }
surveys-letter-text = The survey “{ $title }” of the group { $group } still waits for your answers.
surveys-letter-secret = This reminder goes to everybody who has not answered. Neither the author of the survey nor the managers know who receives it.
surveys-letter-button = Answer
surveys-letter-foot = You receive this mail because you belong to the group { $group }.

surveys-help = Surveys
surveys-help-make = In a group where you may publish, the tab “Surveys” leads to “New survey”: questions with choices, scales, satisfaction, recommendation, texts, dates, on several pages. A question can be asked only after certain answers. The preview shows what others will see.
surveys-help-run = Once open, the survey is announced by a post. You can remind those who have not answered (without learning who they are), move the closing, close it, then prepare a next round and compare; “Ask this survey regularly” has the clock do it.
surveys-help-anonymous = In an anonymous survey nobody can know who answered what. “What is recorded” shows what the database really holds about you. What you write yourself can betray you.
surveys-help-results = Results read as bars and tables, can be crossed two by two (never under 5 people), and taken along for Excel, LibreOffice or as text.

surveys-quiz = Quiz: right answers, and a score
surveys-quiz-hint = Everybody sees their score and the explanations after answering, once only. A quiz is made with names.
surveys-quiz-named = A quiz is made with names: choose answers with names, or untick the quiz.
surveys-quiz-right-hint = One choice a line, from 2 to 20. In a quiz, put * before each right answer.
surveys-why-of = Explanation of question { $number }
surveys-why-hint = Shown after answering.
surveys-no-right = In a quiz, mark at least one right answer by a * at the beginning of its line.
surveys-ranking = Ranking
surveys-ranking-choice = Show a ranking
surveys-ranking-hint = The 20 best scores, with names, to those who see the totals.
surveys-draw = Prize draw
surveys-draw-choice = Prize draw
surveys-draw-none = No draw
surveys-draw-none-hint = There is nothing to win.
surveys-draw-right = Among those with everything right
surveys-draw-right-hint = The names of the winners are shown to the group at closing.
surveys-draw-all = Among everybody who answered
surveys-draw-all-hint = The score does not count. The names of the winners are shown to the group at closing.
surveys-prizes = Number of winners
surveys-prizes-wrong = Write a number from 1 to 50.
surveys-outcome = My score
surveys-answers-right = The right answers
surveys-score-of = { $score } of { $most }
surveys-your-answer = Your answer: { $answer }
surveys-right = That is right.
surveys-wrong = The right answer: { $answer }
surveys-score-head = Score
surveys-you = you
surveys-winners = Winners
surveys-nobody-drawn = Nobody could win.
surveys-drawn-among = { $count ->
    [one] Drawn among { $count } person.
   *[other] Drawn among { $count } people.
}
surveys-draw-file = The file of the draw (json)
surveys-draw-how = How the draw goes, and can be done again
surveys-draw-among-right = { $count ->
    [one] { $count } winner among those with everything right.
   *[other] { $count } winners among those with everything right.
}
surveys-draw-among-all = { $count ->
    [one] { $count } winner among everybody who answered.
   *[other] { $count } winners among everybody who answered.
}
surveys-draw-step-seed = When the quiz opened, a seed of 32 bytes was made at random. Its hash (SHA-256) is published at once: the seed cannot be another one any more.
surveys-draw-step-ticket = Everybody has a ticket: the hash (SHA-256) of the id of the quiz, a colon, and theirs. This is yours:
surveys-draw-step-order = At closing the seed is published. Tickets are put in the order of their HMAC-SHA-256 (RFC 2104) with the seed as key: the first win. Nothing else counts, neither the time nor the order of answers.
surveys-draw-step-again = With the file of the draw, anybody can do it all again:
surveys-draw-again = Do the draw again here
surveys-draw-again-right = Your browser has done the draw again: the seed is the one that was announced, and the same people win.
surveys-draw-again-wrong = Your browser has done the draw again and finds another result. Ask the author of the quiz about it.
surveys-draw-again-failed = The file of the draw could not be read. Check your connection, then try again.
surveys-draw-remains = Whoever has access to the database knows the seed before closing, but can neither change it nor move a ticket.
surveys-help-quiz = A survey becomes a quiz in its settings: mark right answers by a *, add explanations, a ranking if you like, and a draw that anybody can do again.
surveys-close-hint-quiz = Nobody answers any more, and those who took part are told. A closed quiz stays closed: its right answers are known.
