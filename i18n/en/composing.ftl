# Publishing in several groups at once.
composing-several = Publish in several groups
composing-several-help = Tick the groups to publish in beside the one chosen above. At most { $most } groups.
composing-how = In which form
composing-each = One post in each group
composing-each-hint = Each has its own readers and its own discussion.
composing-one = One discussion
composing-one-hint = The readers of all these groups read the same post and answer it together.
composing-also = Publish also in
composing-find = Search for a group
composing-find-none = No group of this name.
composing-count = See how many people will read it
composing-readers = { $people ->
    [one] { $people } person
   *[other] { $people } people
} in { $groups } groups
composing-readers-guests = { $people ->
    [one] { $people } person
   *[other] { $people } people
} in { $groups } groups, { $guests ->
    [one] { $guests } external guest
   *[other] { $guests } external guests
} among them
composing-readers-open = { $people ->
    [one] { $people } person
   *[other] { $people } people
} in { $groups } groups: the whole community
composing-readers-open-guests = { $people ->
    [one] { $people } person
   *[other] { $people } people
} in { $groups } groups: the whole community, and { $guests ->
    [one] { $guests } external guest
   *[other] { $guests } external guests
}
composing-readers-all = The whole community, in { $groups } groups
composing-too-many = At most { $most } groups at once. Untick { $over } of them.
composing-refused = “{ $group }”: { $why } Nothing is published: untick this group, or choose another one.
composing-gone = One of the ticked groups does not exist, or you can no longer publish in it: it is no longer in the list. Nothing is published: check the groups and send again.
composing-no-longer = You can no longer publish there.
composing-done = { $count ->
    [one] Published in { $count } group
   *[other] Published in { $count } groups
}
composing-done-text = One post in each group, with its own discussion. Changing or deleting one changes nothing about the others.
composing-done-in = See the post in { $group }
composing-on = Go on
composing-planned = A post is planned in each of the { $count } groups.
composing-together = Also published in
composing-help = To say the same in several groups, open “Publish in several groups” below the choice of the group and tick them: it says how many people will read it, each counted once. Then choose the form. “One post in each group”: each has its own comments and leads to the others, for those who may read them. “One discussion”: everybody reads the same post and its comments, and sees in which groups it stands. Nobody is notified twice.
composing-done-joint = Published: one discussion in { $count } groups.
composing-planned-joint = It will be one discussion in { $count } groups.
composing-joint = One discussion in
composing-joint-more = and for other readers
