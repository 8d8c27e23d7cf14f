# Posts: write, read, change, delete.
posts-new-post = New post
posts-publish = Publish
posts-prompt = Share some news, a question…
posts-publish-in = Publish in
posts-choose-group = Choose a group
posts-group-needed = Choose the group to publish in.
posts-no-longer = You can no longer publish in this group. Choose another one: your text is safe.
posts-target = { $name } ({ $readers })
posts-readers-all = the whole community
posts-readers = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
posts-readers-guests = { $people ->
    [one] { $people } person
   *[other] { $people } people
}, including { $guests ->
    [one] { $guests } external guest
   *[other] { $guests } external guests
}
posts-seen-by-all = Visible to the whole community
posts-seen-by-all-people = { $people ->
    [one] Visible to the whole community: { $people } person
   *[other] Visible to the whole community: { $people } people
}
posts-seen-by-all-guests = { $people ->
    [one] Visible to the whole community: { $people } person
   *[other] Visible to the whole community: { $people } people
}, including { $guests ->
    [one] { $guests } external guest
   *[other] { $guests } external guests
}
posts-seen-by = { $people ->
    [one] Visible to the only member of { $group }
   *[other] Visible to the { $people } members of { $group }
}
posts-seen-by-guests = { $people ->
    [one] Visible to the only member of { $group }
   *[other] Visible to the { $people } members of { $group }
}, including { $guests ->
    [one] { $guests } external guest
   *[other] { $guests } external guests
}
posts-title = Title (optional)
posts-title-label = Title
posts-text = Text
posts-text-prompt = What would you like to say?
posts-text-needed = Write a text, or add a photo, a document or a poll.
posts-text-too-deep = This text nests too many quotations or lists. Simplify its formatting.
posts-format-help = Formatting: **bold**, _italic_, "- " for a list, "> " for a quotation, @name to mention someone.
posts-people = Suggested people
posts-draft-hint = The text stays in this browser until it is sent.
posts-not-sent = Sending did not work. Your text is safe: try again.
posts-photos = Photos
posts-photo = Photo
posts-photo-many = Fifty photos at most.
posts-photo-failed = This photo could not be sent.
posts-photo-gone = One of the photos is no longer available. Remove it and add it again.
posts-photo-up = Move up
posts-photo-down = Move down
posts-photo-remove = Remove this photo
posts-photo-number = Place of photo { $n }
posts-photo-alt = Describe the image for those who cannot see it
posts-photo-sending = Sending the photo
posts-photo-retry = Try again
posts-photo-place = Photo { $n } of { $total }
posts-photo-page = Open the page of the photo
posts-photo-previous = Previous photo
posts-photo-next = Next photo
posts-more-photos = { $count ->
    [one] and { $count } more photo
   *[other] and { $count } more photos
}
posts-close = Close
posts-published = Your post is online.
posts-no-group = You have no group yet
posts-no-group-text = Posts are published in a group. Join one to begin.
posts-discover = Discover groups

posts-former-member = Former member
posts-post-of = Post by { $name }
posts-unnamed = Post
posts-closed-group = closed group
posts-new = New
posts-edited = edited
posts-views = { $count ->
    [one] { $count } view
   *[other] { $count } views
}
posts-views-of = { $views ->
    [one] { $views } view
   *[other] { $views } views
} out of { $readers ->
    [one] { $readers } person
   *[other] { $readers } people
}
posts-read-on = Read more
posts-actions = More actions
posts-actions-on = More actions: { $name }
posts-copy-link = Copy link
posts-link-copied = Link copied
posts-see-history = See the history
posts-edit = Edit
posts-delete = Delete
posts-way = Breadcrumb
posts-back-to-post = Back to the post

posts-edit-title = Edit the post
posts-edit-hint = The previous version stays in the history, which everyone who sees the post can read.
posts-save = Save
posts-cancel = Cancel
posts-changed = The post was changed.
posts-conflict = The post was changed meanwhile
posts-conflict-text = Here are both versions. Save yours to replace the other one, which stays in the history.
posts-conflict-theirs = Version online
posts-conflict-yours = Your version
posts-keep-theirs = Keep the version online

posts-history = History of the post
posts-version-now = Current version
posts-version-older = Earlier version
posts-version-first = First version

posts-deleted = The post was deleted.
posts-undo = Undo
posts-restored = The post is online again.
posts-bin = Deleted and moved items
posts-bin-text = Your posts, and those of groups you manage, can be restored for thirty days.
posts-bin-empty = Nothing to take back
posts-bin-empty-text = What you delete or move will be found here for thirty days.
posts-bin-since = deleted
posts-bin-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
posts-restore = Restore
posts-restore-this = Restore: { $name }
posts-photos-only = Post without text
posts-to-feed = Back to the feed
posts-minutes = { $n } min read
posts-contents = Contents
posts-photo-first = At the head of an article (a title and a long text) the first photo is its cover.
