# Hashtags.
hashtags-title = Hashtags
hashtags-lead = A word behind “#” in a post or a comment becomes a link to everything that carries it.
hashtags-mine = You follow these
hashtags-used = Most used
hashtags-count =
    { $count ->
        [one] { $count } text
       *[other] { $count } texts
    }
hashtags-none = No hashtag yet
hashtags-none-text = Write “#welcome”, say, in a post: it will appear here.
hashtags-follow = Follow
hashtags-unfollow = Stop following
hashtags-follow-hint = Follow this hashtag: a notification for each post that carries it, if you may read it.
hashtags-follows = You get a notification for each post that carries this hashtag, if you may read it.
hashtags-followed = You follow #{ $hashtag }.
hashtags-unfollowed = You no longer follow #{ $hashtag }.
hashtags-empty = Nothing with #{ $hashtag } yet
hashtags-empty-text = No post that you may read carries it. Write the first one.
hashtags-write = Publish
hashtags-pages = Pages
hashtags-older = Older
