# What stands around every page.
shell-skip = Skip to content
shell-search = Search for a person or a group
shell-search-placeholder = Search for a person or a group
shell-search-short = Search
shell-publish = Publish
shell-notifications = Notifications
shell-notifications-unread = { $count ->
    [0] notifications
    [one] { $count } unread notification
   *[other] { $count } unread notifications
}
shell-account = Your account
shell-my-profile = My profile
shell-settings = Settings
shell-theme-light = Switch to the light theme
shell-theme-dark = Switch to the dark theme
shell-admin = Administration
shell-sign-out = Sign out
shell-navigation = Main navigation
shell-quick-navigation = Quick navigation
shell-feed = News feed
shell-tab-feed = Feed
shell-groups = Groups
shell-directory = Directory
shell-menu = Menu
shell-my-groups = My groups
shell-new-group = Create a group
shell-news = New posts
shell-help = Help
shell-accessibility = Accessibility
shell-language = Language
shell-lost = Connection lost. The page will catch up as soon as it is back.
shell-palette = Go to a page, a group, a person
shell-palette-empty = No results
shell-just-now = just now
shell-results = Results
shell-go-to = Go to
shell-welcome = A place to meet, help each other and move forward together.
