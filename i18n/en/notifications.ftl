# The inbox.
notifications-title = Notifications
notifications-read-all = Mark all as read
notifications-all-read = All your notifications are marked as read.
notifications-filter = Filter notifications
notifications-all = All
notifications-unread = Unread
notifications-unread-one = Unread
notifications-older = Older notifications
notifications-today = Today
notifications-yesterday = Yesterday
notifications-empty-title = Nothing new
notifications-empty-text = Mentions, replies and reactions to what you publish will be shown here.
notifications-empty-action = Open the feed

# Sentences. $who is one or several people, already put together.
notifications-someone = { $count ->
    [one] Someone
   *[other] { $count } people
}
notifications-two = { $first } and { $second }
notifications-and-others = { $count ->
    [one] { $first } and { $count } other person
   *[other] { $first } and { $count } other people
}
notifications-quoted = “{ $title }”
notifications-mention = { $count ->
    [one] { $who } mentioned you in { $group }
   *[other] { $who } mentioned you in { $group }
}
notifications-answer = { $count ->
    [one] { $who } replied in a thread you follow, under the post { $title }
   *[other] { $who } replied in a thread you follow, under the post { $title }
}
notifications-comment = { $count ->
    [one] { $who } commented on your post { $title }
   *[other] { $who } commented on your post { $title }
}
notifications-post-reaction = { $count ->
    [one] { $who } reacted to your post { $title }
   *[other] { $who } reacted to your post { $title }
}
notifications-comment-reaction = { $count ->
    [one] { $who } reacted to your comment under the post { $title }
   *[other] { $who } reacted to your comment under the post { $title }
}
notifications-join-asked = { $count ->
    [one] { $who } asks to join { $group }
   *[other] { $who } ask to join { $group }
}
notifications-join-approved = Your request was accepted: you now belong to { $group }
notifications-join-refused = Your request to join { $group } was not accepted
notifications-invited = { $who } invites you to join { $group }
notifications-invitation-accepted = { $count ->
    [one] { $who } accepted your invitation to { $group }
   *[other] { $who } accepted your invitation to { $group }
}
notifications-role-manager = You are now a manager of { $group }
notifications-role-publisher = You are now a publisher of { $group }
notifications-role-member = You are now a member of { $group }, with no other role
notifications-something = There is something new

notifications-why-mention = someone wrote your name
notifications-why-answer = you take part in this thread
notifications-why-post = it is your post
notifications-why-comment = it is your comment
notifications-why-manager = you manage this group
notifications-why-asked = you had asked to join this group
notifications-why-invited = this invitation is addressed to you
notifications-why-inviter = you sent this invitation
notifications-why-member = you belong to this group
notifications-group-archived = { $who } archived { $group }
notifications-administrator-entered = { $who } entered { $group } as an administrator
notifications-group-orphaned = A group has no manager any more: please name one
notifications-why-administrator = you administer groups
notifications-posted = { $count ->
    [one] { $who } published { $title } in { $group }
   *[other] { $who } published { $title } in { $group }
}
notifications-why-follows = you follow the posts of this group
notifications-plan-refused = A post that you had scheduled could not be published. Your text is safe: choose what becomes of it.
notifications-plan-refused-poll = A post that you had scheduled could not be published: a date of its poll, or its end, has passed. Nothing is lost: correct the poll, then schedule the post again.
notifications-rhythm-ended = The survey { $title } could not be asked again, and will not be any more by itself: you have no right to publish in its group any more, its last post was taken away, or something is missing in the draft.
notifications-why-author = you wrote it
notifications-poll-closed = The poll “{ $question }” has closed in { $group }
notifications-why-poll = you took part in it, or it is yours
notifications-tagged = { $count ->
    [one] { $who } published { $title } with { $hashtag } in { $group }
   *[other] { $who } published { $title } with { $hashtag } in { $group }
}
notifications-why-hashtag = you follow this hashtag
notifications-labelled = { $count ->
    [one] { $who } put the label { $label } on the post { $title } in { $group }
   *[other] { $who } put the label { $label } on the post { $title } in { $group }
}
notifications-why-label = you follow this label
notifications-moved = { $count ->
    [one] { $who } moved your post { $title } to { $group }
   *[other] { $who } moved your post { $title } to { $group }
}
notifications-moved-away = { $count ->
    [one] { $who } moved your post { $title } out of { $group }, to a group you do not belong to
   *[other] { $who } moved your post { $title } out of { $group }, to a group you do not belong to
}
notifications-moved-in = { $count ->
    [one] { $who } moved { $title } to { $group }
   *[other] { $who } moved { $title } to { $group }
}
notifications-survey-reminder = The survey “{ $title }” in { $group } still waits for your answers
notifications-survey-closed = The survey “{ $title }” is closed in { $group }
notifications-why-survey-reminder = you belong to the group and have not answered yet
notifications-why-survey = you answered it, or it is yours
notifications-acknowledgement-asked = { $count ->
    [one] { $who } asks you to confirm that you have read { $title } in { $group }
   *[other] { $who } ask you to confirm that you have read { $title } in { $group }
}
notifications-acknowledgement-reminded = Reminder: { $title } waits for your “Read and understood” in { $group }
notifications-shared = { $count ->
    [one] { $who } shared your post in { $group }
   *[other] { $who } shared your post in { $group }
}
notifications-shared-elsewhere = { $count ->
    [one] { $who } shared your post { $title } in another group
   *[other] { $who } shared your post { $title } in other groups
}
