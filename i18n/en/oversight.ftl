# What administrators do about groups: which ones one begins with, who comes in, who manages, and entering openly.
oversight-title = Groups to administer
oversight-lead = All groups, including those you cannot read. The name of a secret group stays unknown to those outside it.
oversight-none = No group matches.
oversight-unnamed = Secret group
oversight-orphaned = Without a manager
oversight-open = Open the group
oversight-someone = A former administrator
oversight-regime-title = How one comes in
oversight-regime-lead = This setting comes before the group's level. Who will see this: members notice it by what they can do.
oversight-regime = Membership
oversight-regime-missing = Choose how one comes into the group.
oversight-regime-name = { $regime ->
    [default] Default group
    [source] Source group
    [locked] Locked group
   *[ordinary] Ordinary group
}
oversight-regime-means = { $regime ->
    [default] Every new person belongs to it from sign-up on, and can leave. For those already here nothing changes.
    [source] The whole community follows it and cannot leave; only its managers publish. External guests do not belong to it.
    [locked] Only administrators put people in and take them out. Requests, invitations and leaving are closed.
   *[ordinary] One comes in and leaves as its level says.
}
oversight-source-touches = { $count ->
    [0] The whole community belongs to it already. Nobody will be able to leave the group, and only its managers will publish in it.
    [one] { $count } person will come into the group. Nobody will be able to leave it, and only its managers will publish in it.
   *[other] { $count } people will come into the group. Nobody will be able to leave it, and only its managers will publish in it.
}
oversight-filing-title = Place in the list
oversight-filing-lead = Where the group stands in the list of groups. Its members see nothing else change.
oversight-themes-link = Manage themes
oversight-place = Place in the list
oversight-place-hint = A number from 1 to 999, the smallest first. Empty: by name, after the others.
oversight-place-wrong = Write a number from 1 to 999, or nothing.
oversight-file = File it
oversight-themes-title = Themes of groups
oversight-themes-lead = Folders that keep the list of groups tidy. Managers choose that of their group; everybody can look at one theme alone.
oversight-themes-none = No themes yet: the list of groups is sorted by name.
oversight-theme-fr = Name in French
oversight-theme-en = Name in English
oversight-theme-add = New theme
oversight-theme-add-do = Add the theme
oversight-theme-change = Rename or remove
oversight-theme-remove = Remove the theme
oversight-theme-remove-hint = Its groups stay, without a theme.
oversight-enrol-title = Put someone in or take someone out
oversight-enrol-lead = This is the only way into a locked group. The person sees it among their groups; the action is noted in the log.
oversight-who = Mail address or handle
oversight-who-hint = For example: yann.lebris@example.com or @yann.lebris
oversight-nobody = Nobody has this address or handle.
oversight-already-in = { $name } belongs to the group already.
oversight-add = Put in
oversight-remove = Take out
oversight-orphaned-title = This group has no manager any more
oversight-orphaned-text = Nobody can answer requests or change the settings. Name someone who will take care of it.
oversight-manager = Mail address or handle of the person
oversight-manager-hint = They come into the group if they are not in it. They are told.
oversight-name-manager = Make a manager
oversight-said-manager = { $name } now manages the group.
oversight-enter-title = Enter as an administrator
oversight-enter-lead = You will read the group for an hour, without writing in it and without becoming a member. Its managers are told and read your reason; the entry is noted in the log.
oversight-why = Why
oversight-why-hint = For example: “A post was reported, to be checked.”
oversight-enter = Enter the group
oversight-said-left = You have left the group.
oversight-visits-lead = Whenever an administrator enters the group without belonging to it, they must say why. Who will see this: the managers of the group.
oversight-visits-none = No administrator has entered this group.
oversight-visit-left = left
oversight-visit-now = visit under way
