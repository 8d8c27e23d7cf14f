# Comments and reactions.
comments-title = Comments
comments-count = { $n ->
    [0] Comment
    [one] 1 comment
   *[other] { $n } comments
}
comments-earlier = { $n ->
    [one] Show the previous comment
   *[other] Show the { $n } previous comments
}
comments-page-earlier = Show earlier comments
comments-page-later = Show later comments
comments-none = Nobody has commented yet.
comments-archived = This group is archived: it can still be read, but nobody writes in it any more.
comments-not-here = In this group, your role does not include commenting.
comments-join-first = Join the group to comment and react.
comments-see-group = See the group
comments-write = Write a comment
comments-write-reply = Write a reply
comments-send = Send
comments-mention = People to mention
comments-elsewhere = Somebody you cannot see here
comments-former = Former member
comments-edited = edited
comments-removed = Comment removed
comments-reply = Reply
comments-more = More actions
comments-copy = Copy link
comments-copied = Link copied
comments-edit = Edit
comments-delete = Delete
comments-reactions = Reactions
comments-react = Add a reaction
comments-pick = Choose a reaction
comments-who = See who reacted
comments-close = Close the comments
comments-reopen = Reopen the comments
comments-closed = Comments on this post are closed: they can still be read, but nobody writes any more.
comments-closed-now = Comments are closed. Those that were written stay.
comments-reopened-now = Comments are open again.
comments-closed-meanwhile = Your text was not published: the comments have just been closed. Copy it if you want to keep it.
comments-help-closing = The author of a post and the managers of its group can close its comments from its menu: they can still be read, but nobody writes any more. They are reopened in the same place.
comments-full = This comment already has 200 replies. Continue in a new comment.
comments-gone = Your text was not published: what you comment on was removed, or you no longer belong to the group.
comments-too-deep = This text nests too many quotations or lists. Simplify its layout.
comments-back = Back to the discussion
comments-body = Your comment
comments-edit-title = Edit comment
comments-edit-hint = The former version stays visible in the history.
comments-save = Save
comments-cancel = Cancel
comments-history-title = History of the comment
comments-version-present = Current version
comments-version-before = Previous version
comments-deleted = Comment deleted.
comments-undo = Undo
comments-restored = Comment restored.
comments-who-title = Who reacted
comments-who-none = Nobody has reacted yet.
comments-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
comments-others = { $n ->
    [one] and 1 other person
   *[other] and { $n } other people
}
comments-reactions-full = There are twenty different reactions already. Choose one of them.
comments-emoji-unknown = That is not an emoji. Choose one from the grid.
comments-emoji-find = Find an emoji
comments-emoji-grid = Emoji
comments-emoji = { $key ->
    [thumbs-up] thumbs up
    [clap] applause
    [heart] heart
    [idea] idea
    [hands] raised hands
    [smile] smile
    [joy] tears of joy
    [grin] grin
    [wink] wink
    [love] heart eyes
    [tender] face with hearts
    [starstruck] star eyes
    [cool] sunglasses
    [hug] hug
    [thinking] thinking
    [surprise] surprise
    [sad] sadness
    [crying] crying
    [sweat] nervous laugh
    [eyes-up] rolling eyes
    [scream] scream
    [party-face] party face
    [angel] angel
    [handshake] handshake
    [thanks] thanks
    [ok] OK
    [victory] victory
    [fingers] crossed fingers
    [strong] strength
    [wave] waving hand
    [thumbs-down] thumbs down
    [eyes] eyes
    [fire] fire
    [sparkles] sparkles
    [star] star
    [party] celebration
    [cake] cake
    [gift] gift
    [trophy] trophy
    [medal] gold medal
    [rocket] rocket
    [target] bullseye
    [done] check mark, done
    [no] cross, no
    [question] question mark
    [important] exclamation mark
    [hundred] one hundred
    [speech] speech bubble
    [green-heart] green heart
    [blue-heart] blue heart
    [yellow-heart] yellow heart
    [violet-heart] purple heart
    [sprout] sprout
    [flower] sunflower
    [sea] wave, sea
    [sun] sun
    [rainbow] rainbow
    [earth] earth
    [coffee] coffee
    [luck] clover, good luck
    [pin] pushpin
    [megaphone] megaphone
    [music] music
    [hourglass] hourglass
   *[other] reaction
}
