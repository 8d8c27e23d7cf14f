# What one keeps for later.
saved-save = Save
saved-done = Post saved: you find it under “Saved”, at the top of the feed.
saved-undone = The post is no longer saved.
saved-title = Saved posts
saved-lead = Only you see this list.
saved-filter = Saved
saved-empty = Nothing saved
saved-empty-text = Touch “Save” below a post to find it here again. Nobody else knows.
saved-older = Saved earlier
saved-help = For later, touch “Save” below a post: you find it under “Saved”, at the top of the feed. Only you see this list.
