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
governance-apply = When saving
governance-apply-own = Keep my choices above
governance-apply-own-hint = The kind of group is then only a label.
governance-apply-preset = Take what the kind proposes
governance-apply-preset-hint = The five choices above are replaced by those of the kind.

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
