# Changing who reads a post.
moving-title = Change audience
moving-action = Change audience
moving-lead = A post is read by those who read its group. To change who reads it, move it to another group.
moving-to = Move to
moving-choose = Choose a group
moving-target = { $level ->
    [open] { $name } (open)
    [private] { $name } (private)
   *[secret] { $name } (secret)
}
moving-see = See what changes
moving-nowhere = No other group
moving-nowhere-text = There is no other group into which you may bring a post.
moving-missing = Choose the group to move the post to.
moving-closed = You cannot bring a post into this group. Choose another one.
moving-change = If you move it to { $group }
moving-gain = { $count ->
    [0] Nobody gains access
    [one] { $count } person gains access
   *[other] { $count } people gain access
}
moving-lose = { $count ->
    [0] Nobody loses access
    [one] { $count } person loses access, at once and everywhere
   *[other] { $count } people lose access, at once and everywhere
}
moving-who = See who
moving-others = { $count ->
    [one] and { $count } other person
   *[other] and { $count } other people
}
moving-along = Comments, reactions and files go along. The move is noted in the log.
moving-labels = The labels of the group that the post leaves do not go along: { $labels }. Those of the whole platform stay.
moving-tell = Tell
moving-tell-author = The author of the post
moving-tell-readers = The members of the new group who follow its posts
moving-move = Move the post
moving-undo-hint = You can take it back for 30 days, from “Deleted and moved items” in the menu of the feed.
moving-conflict = This post or your rights have changed meanwhile. Open the page anew to try again.
moving-done = The post is now in { $group }.
moving-undone = The post is back in its group.
moving-further = One discussion in several groups
moving-further-hint = These groups read this post and answer it together. Taking it out of a group deletes nothing: it stays in the others. Moving it leaves it in one alone.
moving-own = Its own group: it can only be moved from it
moving-withdraw = Take out
moving-withdraw-from = of { $group }
moving-withdrawn = The post is no longer in { $group }.
moving-replaced = The post stands in { $group } again.
moving-list = Posts that you moved
moving-from = From { $from } to { $to }
moving-back = Put back
moving-back-this = Put “{ $title }” back into its group
moving-help = A post in the wrong place? In its menu, “Change audience” moves it to another group, with its comments and files. The page first says who gains and who loses access; you can take it back for 30 days.
