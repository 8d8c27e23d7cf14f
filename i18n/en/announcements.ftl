# Announcements: “read and understood”.
announcements-please = Please confirm that you have read this post.
announcements-asks = The members of the group are asked to confirm that they have read this.
announcements-button = Read and understood
announcements-done = You have confirmed: read and understood.
announcements-who = Who has confirmed
announcements-not-asked = This post does not ask for confirmations any more.
announcements-action = Ask for “Read and understood”
announcements-asked = The members of the group are told: they can answer “Read and understood”.
announcements-stopped = Confirmations are no longer asked for.
announcements-title = Read and understood
announcements-count = { $done } of { $all ->
    [one] { $all } person
   *[other] { $all } people
} confirmed
announcements-seen-by = Who sees these lists: the author of the post and the managers of the group. Counted are the members and guests of the group, but not the author.
announcements-list = { $list ->
    [missing] Not confirmed yet
    [done] Read and understood
   *[away] Cannot be reached: suspended, or never signed in
} ({ $count })
announcements-nobody = Nobody.
announcements-opened = Opened the post
announcements-remind = Remind those missing
announcements-remind-text = Only those who have not confirmed get a notification and an e-mail.
announcements-reminded-at = Last reminder:
announcements-reminded = The reminder is on its way.
announcements-too-soon = A reminder went out less than a day ago. Give the members time to answer.
announcements-stop = Stop asking for confirmations
announcements-stop-hint = Confirmations that were given stay, and are there again if you ask again.
announcements-mail-subject = A post waits for your confirmation in { $group }
announcements-mail-text = In the group “{ $group }”, you are asked to read a post and then to touch “Read and understood”.
announcements-mail-button = Read the post
announcements-mail-foot = You receive this e-mail because you belong to the group “{ $group }” and have not confirmed yet.
announcements-help = For something that everybody must have read, choose “Ask for Read and understood” in the menu of the post. You then see who has confirmed, who has not, and who cannot be reached; reminding touches only those missing.
