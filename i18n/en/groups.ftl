# Groups: who belongs, how one comes in, who answers for it.
groups-title = Groups
groups-lead = A group brings people together around a subject. What is posted in it is seen only by those its privacy names.
groups-new = Create a group
groups-filter = Filter groups
groups-filter-button = Filter
groups-filter-clear = Show all
groups-mine = My groups
groups-discover = Discover
groups-invitations-waiting = { $count ->
    [one] One invitation is waiting for you
   *[other] { $count } invitations are waiting for you
}
groups-invited-by = { $name } invites you
groups-invited = You are invited to this group
groups-accept = Accept
groups-decline = Decline
groups-more-groups = More groups
groups-first-page = Back to the start
groups-empty-mine-title = You have no group yet
groups-empty-mine-text = Your feed fills up with your groups. Join two or three to begin.
groups-empty-mine-guest = Groups you are invited to will appear here.
groups-empty-mine-action = Discover groups
groups-empty-discover-title = You are everywhere already
groups-empty-discover-text = You belong to every group you can see. Is a subject missing? Create its group.
groups-empty-filter-title = No group matches "{ $words }"
groups-themes = Themes
groups-theme-all = All themes
groups-theme-count = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
groups-empty-theme-title = No group in this theme
groups-empty-filter-text = Try another word of the name or the purpose.

groups-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
groups-level-open = Open group
groups-level-private = Private group
groups-level-secret = Secret group
groups-level-open-means = Open group: all members of the community see it, read what is posted in it and can join it.
groups-level-private-means = Private group: all members of the community see its name, purpose and managers. Only its members read what is posted in it; one joins on request or by invitation.
groups-level-secret-means = Secret group: only its members know that it exists. One joins by invitation.
groups-role-guest = Guest
groups-role-member = Member
groups-role-publisher = Publisher
groups-role-manager = Manager
groups-state-asked = Request sent
groups-state-invited = Invited
groups-state-archived = Archived
groups-join = Join
groups-ask = Ask to join
groups-join-group = Join the group
groups-ask-group = Ask to join
groups-request-waits = Request sent
groups-answer-invitation = Answer the invitation
groups-invite = Invite
groups-requests-count = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
groups-settings = Group settings
groups-more = More actions
groups-leave = Leave
groups-leave-group = Leave the group
groups-leave-title = Leave "{ $name }"?
groups-leave-text = You will no longer read what is posted in it. To come back you will need an invitation or the approval of a manager.
groups-cancel = Cancel
groups-tabs = Sections of the group
groups-tab-posts = Posts
groups-tab-members = Members
groups-tab-surveys = Surveys
groups-tab-about = About


groups-about-purpose = What this group is for
groups-about-level = Who sees what
groups-about-managers = Managers
groups-about-no-managers = No manager that you can see.
groups-about-created = Created on { $date }
groups-ask-title = Ask to join this group
groups-ask-message = A word to the managers
groups-ask-hint = Say for example what brings you here. Only the group's managers will read it.
groups-ask-button = Send the request
groups-asked-title = Your request is sent
groups-asked-text = The group's managers will answer it. You will be told.
groups-withdraw = Withdraw my request
groups-said-joined = You joined { $name }.
groups-said-left = You left { $name }.
groups-said-asked = Your request is sent.
groups-said-withdrawn = Your request is withdrawn.
groups-said-accepted = Welcome to { $name }.
groups-said-declined = The invitation is declined.
groups-undo = Undo
groups-answer-over = This invitation is no longer valid: it has expired, or it was revoked. Ask a manager of the group for a new one.

groups-new-title = Create a group
groups-name = Name of the group
groups-name-hint = Short and easy to recognise, as one would say it aloud.
groups-purpose = What this group is for
groups-purpose-hint = What will it be for six months from now? A sentence or two, shown under the name.
groups-level = Who will see this
groups-level-hint = This holds for everything posted in it. You can change it later.
groups-level-open-choice = The whole community, and anyone can come in
groups-level-open-hint = Open. All members read the posts and join freely. Guests see it only if you invite them.
groups-level-private-choice = The group's members, but everybody knows it exists
groups-level-private-hint = Private. The others see the name, the purpose and the managers, and can ask to come in.
groups-level-secret-choice = The group's members, and nobody else knows about it
groups-level-secret-hint = Secret. One comes in by invitation only. The group appears in no list and no search.
groups-level-missing = Choose who will see this.
groups-icon = Icon
groups-hue = Colour
groups-create = Create the group
groups-said-created = The group { $name } is created. You are its manager.
groups-icon-name = { $icon ->
    [shapes] Shapes
    [megaphone] Megaphone
    [leaf] Leaf
    [briefcase] Briefcase
    [laptop] Laptop
    [landmark] Landmark
    [sparkles] Sparkles
    [handshake] Handshake
    [heart] Heart
    [music] Music
    [sprout] Sprout
    [bike] Bicycle
    [book-open] Open book
    [camera] Camera
    [hammer] Hammer
    [ship] Ship
    [waves] Waves
    [coffee] Cup
    [graduation-cap] Studies
   *[users] People
}
groups-hue-name = { $hue ->
    [rose] Rose
    [brique] Brick
    [ocre] Ochre
    [olive] Olive
    [feuille] Leaf
    [lagune] Lagoon
    [estuaire] Estuary
    [bleuet] Cornflower
    [lilas] Lilac
   *[bruyere] Heather
}

groups-settings-title = Settings
groups-settings-save = Save
groups-said-saved = The settings are saved.
groups-change-title = Before changing who sees this group
groups-change-confirm = Confirm and save
groups-change-waiting = { $count ->
    [one] { $count } person is waiting for your answer: they will become a member of the group.
   *[other] { $count } people are waiting for your answer: they will become members of the group.
}
groups-change-keep = { $count ->
    [one] The one member of the group keeps access.
   *[other] The { $count } members of the group keep access.
}
groups-change-open-private = { $count ->
    [0] Nobody loses access: the whole community belongs to the group.
    [one] { $count } person who is not a member will no longer be able to read its posts. They will still see its name, purpose and managers.
   *[other] { $count } people who are not members will no longer be able to read its posts. They will still see its name, purpose and managers.
}
groups-change-open-secret = { $count ->
    [0] Nobody loses access: the whole community belongs to the group.
    [one] { $count } person who is not a member will no longer be able to read its posts or know that the group exists.
   *[other] { $count } people who are not members will no longer be able to read its posts or know that the group exists.
}
groups-change-private-open = { $count ->
    [0] Nobody gains access: the whole community belongs to the group.
    [one] { $count } more person will be able to read everything posted so far, and to join freely.
   *[other] { $count } more people will be able to read everything posted so far, and to join freely.
}
groups-change-private-secret = { $count ->
    [0] Nobody loses access: the whole community belongs to the group.
    [one] { $count } person who is not a member will no longer know that the group exists.
   *[other] { $count } people who are not members will no longer know that the group exists.
}
groups-change-secret-private = { $count ->
    [0] Nobody gains access: the whole community belongs to the group.
    [one] { $count } more person will see that the group exists: its name, purpose and managers.
   *[other] { $count } more people will see that the group exists: its name, purpose and managers.
}
groups-change-secret-open = { $count ->
    [0] Nobody gains access: the whole community belongs to the group.
    [one] { $count } more person will see that the group exists, read everything posted so far and be able to join.
   *[other] { $count } more people will see that the group exists, read everything posted so far and be able to join.
}

groups-members-title = Members
groups-members-search = Find a member
groups-members-search-button = Find
groups-members-none = No member matches "{ $words }".
groups-members-all = Show all members
groups-members-next = More members
groups-members-external = Guest
groups-member-actions = Actions for { $name }
groups-role-change = Role of { $name }
groups-role-make-member = Make a plain member
groups-role-make-publisher = Make a publisher
groups-role-make-manager = Make a manager
groups-remove-member = Remove from the group
groups-said-removed = { $name } no longer belongs to the group.
groups-said-role = { $name } now has the role: { $role }.

groups-requests-title = Requests
groups-requests-none-title = No request is waiting
groups-requests-none-text = People who ask to join the group will appear here.
groups-approve = Approve
groups-approve-name = Approve { $name }
groups-refuse = Refuse
groups-refuse-name = Refuse the request of { $name }
groups-refuse-reason = Reason for refusing
groups-refuse-hint = It will be sent to the person.
groups-said-approved = { $name } now belongs to the group.
groups-said-refused = The request is refused. The person is told.

groups-mail-approved-subject = You now belong to "{ $name }"
groups-mail-approved-text = Your request was approved: you can read and post in the group "{ $name }".
groups-mail-approved-button = Open the group
groups-mail-refused-subject = Your request to join "{ $name }"
groups-mail-refused-text = Your request to join the group "{ $name }" was not approved.
groups-mail-refused-reason = Your request to join the group "{ $name }" was not approved. The reason given:
groups-mail-refused-button = See the groups
groups-mail-asked-foot = You receive this message because you asked to join this group.

groups-kind = Kind of group
groups-kind-hint = The kind proposes who may do what. Managers can change all of it afterwards.
groups-kind-missing = Choose a kind of group.
groups-kind-name = { $kind ->
    [announcements] Announcements
    [teamwork] Teamwork
    [project] Project
    [mutual_help] Mutual help
    [focus_group] Focus group
   *[topic] Shared interest
}
groups-kind-presets = { $kind ->
    [announcements] Only managers and publishers publish; the whole group comments and reacts.
    [teamwork] The whole group publishes, comments and reacts; managers invite.
    [project] The whole group publishes, comments and reacts; managers invite.
    [mutual_help] The whole group publishes, comments and reacts; every member can invite.
    [focus_group] Managers and publishers publish, the whole group answers; participants do not see the list of members.
   *[topic] The whole group publishes, comments and reacts; managers invite.
}
groups-lang = Language of the group
groups-lang-hint = The language people mostly write in here. It forbids no other.
groups-lang-fr = French
groups-lang-en = English
groups-bin = Deleted groups

groups-expect-title = What the group expects
groups-expect-when = When to publish
groups-expect-format = In which form
groups-expect-yes = What belongs here
groups-expect-no = What does not belong here
groups-links = Useful links
groups-visiting = You are visiting this group as an administrator, without belonging to it. Its managers have been told.
groups-visit-end = Leave the group
groups-hearing = Notifications of the group
groups-members-by-rule = By rule
groups-members-rule-because = Here by the group's rule:
groups-members-rule-value = { $field } = { $value }
groups-members-by-rule-why = Is here because their profile matches the rule of the group.
