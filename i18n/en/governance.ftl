# How a group is governed: what it says of itself, who does what in it, who sees it, its end.
governance-lead = Each page answers one question and says what your answer changes.
governance-seen-by-all = Who will see this: the whole community, in the list of groups and on the group's page.
governance-seen-by-members = Who will see this: the members of the group, and nobody else.

governance-identity-title = Name and presentation
governance-identity-line = What the group says of itself: its name, purpose, language, icon.
governance-identity-lead = This is what people read first. A clear name and a precise purpose help everybody see whether they are in the right place.

governance-level-title = Who sees the group
governance-level-line = { $level ->
    [open] Open: the whole community reads it and can come in.
    [private] Private: everybody knows of it, its members read it.
   *[secret] Secret: only its members know that it exists.
}
governance-level-lead = This choice holds for everything published in the group, including what is there already. Nothing changes before you have seen who gains and who loses.
governance-level-who = Who will see this: the level of the group stands below its name. The change is noted in the log.
governance-level-gain = { $count ->
    [one] See the person who gains
   *[other] See the { $count } people who gain
}
governance-level-lose = { $count ->
    [one] See the person who loses
   *[other] See the { $count } people who lose
}
governance-level-everyone = See the list of { $count } people
governance-level-members = See the members
governance-outsiders-title = People who are not in the group
governance-outsiders-none = The whole community belongs to the group.

governance-permissions-title = Who may do what
governance-permissions-line = Publish, comment, react, invite, see the list of members.
governance-permissions-lead = For each action, choose from which role on it is allowed. What is not allowed is not offered.
governance-permissions-who = Who will see this: only managers see this page. Members see only what they can do.
governance-circle = { $role ->
    [manager] Managers
    [publisher] Managers and publishers
    [member] Members
   *[guest] Members and external guests
}
governance-circle-missing = Choose who may do this.
governance-publish = Publish
governance-publish-hint = Who adds posts to the group's feed. The others read them, and answer as the next settings say.
governance-comment = Comment
governance-comment-hint = Who answers posts. Comments already written stay.
governance-react = React
governance-react-hint = Who adds a reaction below a post or a comment.
governance-invite = Invite
governance-invite-hint = Who brings other people in, by name, by mail or by a link. If you narrow this circle, waiting invitations of those who leave it become worthless.
governance-see-members = See the list of members
governance-see-members-hint = Who sees the names of everybody in the group. Managers stay visible to all.
governance-receive = Bring a post from another group
governance-receive-hint = Who moves a post that appeared elsewhere to this group; they must also be allowed to publish here. “The managers” closes the door to everybody else.
governance-apply = When saving
governance-apply-own = Keep my choices above
governance-apply-own-hint = The kind of group is then only a label.
governance-apply-preset = Take what the kind proposes
governance-apply-preset-hint = The six choices above are replaced by those of the kind.

governance-members-title = Members and roles
governance-members-line = Who is manager, publisher or member; removing someone.
governance-requests-title = Requests
governance-requests-line = Accept or refuse those who ask to come in.
governance-invitations-title = Invitations
governance-invitations-line = Invite by name, by mail or by a link; take an invitation back.

governance-end-title = End of the group
governance-end-line = Archive the group, or delete it.
governance-end-line-archived = The group is archived: take it up again, or delete it.
governance-archive-title = Archive the group
governance-archive-text = Everything can still be read and found by search, by the same people as today. Nobody can write in it, join it or react any more. You can take it up again at any time.
governance-archive = Archive
governance-said-archived = The group is archived: it can still be read, but nobody writes in it any more.
governance-reopen-title = Take the group up again
governance-reopen-text = Its members will be able to write in it again. Nothing else changes.
governance-reopen = Take up again
governance-said-reopened = The group has been taken up again.
governance-delete-title = Delete the group
governance-delete-text = The group disappears for everybody. For 30 days, its managers can take it out of the bin; then it is erased for good, with everything in it.
governance-delete-contents = It holds { $posts ->
    [0] no post
    [one] { $posts } post
   *[other] { $posts } posts
} and { $comments ->
    [0] no comment
    [one] { $comments } comment
   *[other] { $comments } comments
}.
governance-delete-name = To confirm, type the name of the group: { $name }
governance-delete-mismatch = Type the name of the group as it is shown: { $name }
governance-delete = Delete the group
governance-said-deleted = { $name } is in the bin for 30 days.

governance-bin-title = Bin of groups
governance-bin-lead = Groups that you managed and that were deleted. They are erased for good after 30 days.
governance-bin-none = The bin is empty
governance-bin-none-text = Groups that you delete wait here for 30 days.
governance-bin-until = erased on { $date }
governance-restore = Restore
governance-restore-over = This group is no longer in the bin.
governance-said-restored = The group is back, with everything in it.

governance-cover-title = Picture of the group
governance-cover-line = The photo shown above the group's page.
governance-cover-lead = A wide photo that shows what it is about. Without one, the page wears the group's colour.
governance-cover-choose = Choose a picture
governance-cover-hint = A picture wider than high; its lower part stays visible on small screens.
governance-cover-remove = Remove the picture
governance-expectations-title = Expectations
governance-expectations-line = When to publish, in which form, what belongs here.
governance-expectations-lead = These sentences stand beside the place where people write, when they are of use. They forbid nothing: they help.
governance-expectations-who = Who will see this: those who write in the group, and everybody who can read its presentation.
governance-expect-when-hint = For example: “On Fridays, to prepare the week after.”
governance-expect-format-hint = For example: “A title, three lines, a photo.”
governance-expect-yes-hint = For example: “Job offers around here.”
governance-expect-no-hint = For example: “Small ads, which have a group of their own.”
governance-theme-title = Theme
governance-theme-line = The folder in which the group stands in the list.
governance-theme-lead = Themes keep the list of groups tidy: people find yours by choosing its theme. Nothing else changes.
governance-theme-nothing = Administrators have made no themes yet. The group is found by its name.
governance-theme = Theme of the group
governance-theme-none = No theme
governance-theme-missing = Choose a theme from the list.
governance-links-title = Useful links
governance-links-line = The addresses the group keeps at hand.
governance-links-lead = Five links at most, shown beside the group's feed. Leave empty what you do not need.
governance-links-who = Who will see this: everybody who can read the group.
governance-link-label = Name of link { $number }
governance-link-address = Address of link { $number }
governance-link-bad = Give a whole address that begins with https://

governance-visits-title = Visits of administrators
governance-visits-line = Who entered the group without belonging to it, when and why.

governance-removal-title = Remove { $name } from the group
governance-removal-lead = This person will no longer read what is published here, at once and on all their open pages.
governance-removal-who = Who will see this: the removal is noted in the log. The person receives nothing unless you choose so.
governance-legacy = What this person has written here
governance-legacy-contents = { $posts ->
    [0] No post
    [one] { $posts } post
   *[other] { $posts } posts
}, { $comments ->
    [0] no comment
    [one] { $comments } comment
   *[other] { $comments } comments
}.
governance-legacy-keep = Keep it
governance-legacy-keep-hint = Everything stays in place, under their name.
governance-legacy-anonymise = Keep it without their name
governance-legacy-anonymise-hint = The texts stay; nobody sees any more who wrote them. This cannot be undone.
governance-legacy-delete = Delete it
governance-legacy-delete-hint = Their posts and comments go into the bin for 30 days.
governance-tell = Tell this person
governance-tell-no = No
governance-tell-no-hint = They receive no message.
governance-tell-yes = Yes, by mail
governance-tell-yes-hint = They learn that they no longer belong to the group, with your word if there is one.
governance-tell-word = Your word
governance-tell-word-hint = Sent only if you tell the person.
governance-mail-removed-subject = You no longer belong to “{ $name }”
governance-mail-removed-text = A manager has removed you from the group “{ $name }”.
governance-mail-removed-word = A manager has removed you from the group “{ $name }”. This is their word:
governance-mail-removed-foot = You receive this message because you belonged to this group.

governance-hearing-title = Notifications
governance-hearing-line = What members hear of the group, unless they decide otherwise.
governance-hearing-lead = This choice holds for members who have chosen nothing themselves, and for those who will come.
governance-hearing-who = Who will see this: each member, in their own notifications of the group.
governance-hearing-default = What members receive
governance-hearing-missing = Choose what is told.
governance-hearing-name = { $hearing ->
    [everything] Everything
    [nothing] Nothing
   *[mentions] Mentions and announcements
}
governance-hearing-means = { $hearing ->
    [everything] A notification for every post, and for what concerns the person.
    [nothing] No notification of what is written here, not even a mention.
   *[mentions] A notification when they are mentioned or answered, and for posts of groups of announcements.
}
governance-own-hearing = What you receive
governance-own-hearing-lead = This choice concerns only you, and only this group.
governance-own-hearing-who = Who will see this: you alone.
governance-hearing-group = As the group proposes
governance-hearing-group-means = { $hearing ->
    [everything] Today: everything.
    [nothing] Today: nothing.
   *[mentions] Today: mentions and announcements.
}

governance-people-title = Set of people
governance-people-line = Bring in by themselves those whose profile matches a rule.
