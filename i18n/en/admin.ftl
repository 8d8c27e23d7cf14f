# The administration.
admin-nav = Administration pages
admin-title = Administration
admin-overview = Overview
admin-people = People
admin-invitations = Invitations
admin-letters = Letters
admin-jobs = Background jobs
admin-log = Log
admin-access = Rights
admin-figures = Figures
admin-members = Members
admin-guests = External guests
admin-suspended = Suspended accounts
admin-groups = Groups
admin-posts = Posts
admin-comments = Comments
admin-letters-waiting = Letters waiting
admin-letters-given-up = Letters refused by the server
admin-jobs-dead = Jobs given up
admin-database = Size of the database
admin-version = Version
admin-no-mail = No mail server is configured: letters wait here. You can read them and pass their link on yourself.
admin-when = When
admin-older = Older
admin-filter = Filter
admin-actions = Actions
admin-letters-intro = The letters that Parvis sends to members and invited people.
admin-letters-retry = Send this week's letters again
admin-letters-unsent = Not sent
admin-letters-all = All
admin-letters-empty-title = No letter is waiting
admin-letters-empty-text = Everything that had to leave has left.
admin-letter-subject = Subject
admin-letter-to = Recipient
admin-letter-state = State
admin-letter-sent = Sent
admin-letter-waiting = Waiting
admin-letter-given-up = Refused
admin-letter-error = Answer of the server:
admin-letter-retry = Send again
admin-copy-link = Copy the link
admin-copied = Link copied
admin-jobs-intro = What Parvis does apart from pages: letters, notifications, housekeeping.
admin-jobs-retry = Start given-up jobs again
admin-jobs-empty-title = No job is waiting
admin-jobs-empty-text = Everything that had to be done is done.
admin-job-kind = Job
admin-job-attempts = Attempts
admin-job-next = Next attempt
admin-job-dead = Given up
admin-job-running = Running
admin-job-failed = Failed, will be tried again
admin-job-waiting = Waiting
admin-job-retry = Start again
admin-access-intro = Who may do what in the community. Roles are given on the page of each account.
admin-access-roles = What each role allows
admin-access-right = Right
admin-access-yes = Yes
admin-access-no = No
admin-access-groups = Inside a group, the group decides: its managers say who publishes, comments and invites, in its settings. Someone who is not in the group can do nothing there, administrators included.
admin-access-all = All rules, as the code applies them
admin-access-role = { $role ->
    [guest] Guest
    [member] Member
    [moderator] Moderation
    [people-administrator] People administration
    [groups-administrator] Groups administration
   *[administrator] Administration
}
admin-access-verb = { $verb ->
    [CreateGroup] Create a group
    [InviteToSite] Invite to the community by a link
    [DefineFields] Define the fields of profiles
    [SetGates] Say what people meet who arrive
    [DefineRings] Define the rings
    [ExportPeople] Take the directory along as a file
    [FillProfiles] Fill in anybody's profile
    [ListAccounts] See the list of accounts
    [ImportPeople] Import people from a spreadsheet
    [ViewAdmin] Open the administration pages
    [OperateSite] Read waiting letters, failed jobs and the log
    [UploadPicture] Upload photos
    [UploadFile] Attach documents and films
    [FollowHashtag] Follow a hashtag
    [FollowLabel] Follow a label
    [AnnounceAbsence] Announce an absence
    [AdministerGroups] File, assign and lock all groups
    [WriteDraft] Keep a draft
   *[other] { "" }
}
admin-log-intro = Who did what, when and from where. The content of groups is not part of it.
admin-log-kind = Action
admin-log-every-kind = All actions
admin-log-person = Person (name, handle or address)
admin-log-nobody = Nobody matches.
admin-log-filter = Filter
admin-log-reset = See the whole log
admin-log-empty-title = Nothing in this part of the log
admin-log-empty-text = No action matches these criteria.
admin-log-what = Action
admin-log-who = By
admin-log-whom = Concerns
admin-log-group = Group
admin-log-from = From
admin-log-visitor = Someone not signed in
admin-log-former = Former member
admin-log-house = Parvis ({ $why })
admin-log-hidden-group = A group you cannot see
admin-letters-retried = { $count ->
    [0] No letter to send again.
    [one] One letter is being sent again.
   *[other] { $count } letters are being sent again.
}
admin-jobs-retried = { $count ->
    [0] No job to start again.
    [one] One job is started again.
   *[other] { $count } jobs are started again.
}

# What can happen, in the log.
admin-fact-signed-up = Account created
admin-fact-signed-in = Signed in
admin-fact-signed-out = Signed out
admin-fact-sessions-ended = Sessions ended
admin-fact-password-changed = Password changed
admin-fact-password-reset-asked = New password asked for
admin-fact-email-change-asked = Change of address asked for
admin-fact-email-changed = Address changed
admin-fact-settings-changed = Settings changed
admin-fact-administrator-named = Administrator named
admin-fact-member-suspended = Account suspended
admin-fact-member-reactivated = Account restored
admin-fact-site-role-given = Role given on the platform
admin-fact-member-anonymised = Account anonymised
admin-fact-members-merged = Accounts merged
admin-fact-welcome-sent = Welcome letter sent
admin-fact-import-begun = Import of people begun
admin-fact-import-ended = Import of people ended
admin-fact-import-undone = Import of people undone
admin-fact-person-imported = Account made by an import
admin-fact-person-amended = Account changed by an import
admin-fact-person-restored = Account restored when an import was undone
admin-fact-people-exported = People exported
admin-fact-profile-edited = Profile edited
admin-fact-photo-changed = Photo changed
admin-fact-gate-passed = Welcome completed
admin-fact-gates-changed = Welcome of new people changed
admin-fact-field-defined = Profile field created
admin-fact-field-changed = Profile field changed
admin-fact-field-archived = Profile field archived
admin-fact-field-restored = Profile field restored
admin-fact-fields-reordered = Order of fields changed
admin-fact-field-section-changed = Profile section changed
admin-fact-fields-filled = Profile filled in
admin-fact-ring-defined = Ring defined
admin-fact-ring-changed = Ring changed
admin-fact-rings-reordered = Order of rings changed
admin-fact-ring-archived = Ring archived
admin-fact-ring-restored = Ring restored
admin-fact-ring-given = Ring given
admin-fact-ring-taken = Ring taken away
admin-fact-group-created = Group created
admin-fact-group-edited = Group edited
admin-fact-group-level-changed = Visibility of the group changed
admin-fact-member-joined = Joined a group
admin-fact-member-left = Left a group
admin-fact-member-removed = Removed from a group
admin-fact-role-changed = Role changed in a group
admin-fact-join-asked = Asked to join
admin-fact-join-request-withdrawn = Request to join withdrawn
admin-fact-join-approved = Request to join accepted
admin-fact-join-refused = Request to join refused
admin-fact-member-invited = Invited into a group
admin-fact-invitation-accepted = Invitation accepted
admin-fact-invitation-declined = Invitation declined
admin-fact-invitation-sent = Invitation sent
admin-fact-invitation-revoked = Invitation revoked
admin-fact-group-orphaned = Group left without a manager
admin-fact-group-filed = Theme or place of a group changed
admin-fact-theme-added = Theme of groups added
admin-fact-theme-changed = Theme of groups renamed
admin-fact-themes-reordered = Order of themes changed
admin-fact-theme-removed = Theme of groups removed
admin-fact-post-template-defined = Post template created
admin-fact-post-template-changed = Post template changed
admin-fact-post-template-deleted = Post template deleted
admin-fact-key-date-added = Key date added
admin-fact-key-date-removed = Key date removed
admin-fact-absence-announced = Absence announced
admin-fact-absence-withdrawn = Absence withdrawn
admin-fact-label-defined = Label created
admin-fact-label-changed = Label changed
admin-fact-label-archived = Label withdrawn
admin-fact-label-restored = Label taken back
admin-fact-label-merged = Labels merged
admin-fact-label-deleted = Label deleted
admin-fact-post-labelled = Labels of a post changed
admin-fact-group-permissions-changed = Permissions of a group changed
admin-fact-group-archived = Group archived
admin-fact-group-reopened = Group taken up again
admin-fact-group-deleted = Group put into the bin
admin-fact-group-restored = Group taken out of the bin
admin-fact-group-erased = Group deleted for good
admin-fact-group-regime-changed = Membership regime of the group changed (ordinary, default, source, locked)
admin-fact-member-enrolled = Put into a group by an administrator or at sign-up
admin-fact-administrator-entered = An administrator entered a group they do not belong to
admin-fact-administrator-left = An administrator left a group again
admin-fact-content-anonymised = Posts of a removed person made anonymous
admin-fact-group-hearing-changed = Notifications of a group set
admin-fact-group-rule-changed = Set of people of a group changed
admin-fact-access-changed = Rights changed
admin-fact-picture-uploaded = Picture uploaded
admin-fact-post-published = Post published
admin-fact-post-edited = Post edited
admin-fact-post-deleted = Post deleted
admin-fact-post-placed = Discussion placed in a further group
admin-fact-post-withdrawn = Discussion taken out of a group
admin-fact-post-moved = Post moved to another group
admin-fact-post-shared = Post shared
admin-fact-page-looked-at = Preview of a link
admin-fact-document-read = Reading of a document
admin-fact-post-pinned = Post pinned
admin-fact-post-unpinned = Post unpinned
admin-fact-comments-closed = Comments closed
admin-fact-comments-reopened = Comments reopened
admin-fact-acknowledgement-asked = “Read and understood” asked for
admin-fact-acknowledgement-stopped = “Read and understood” no longer asked for
admin-fact-acknowledgement-reminded = Those missing reminded of “Read and understood”
admin-fact-acknowledged = Read and understood
admin-fact-post-restored = Post restored
admin-fact-post-reacted = Reaction to a post
admin-fact-post-reaction-withdrawn = Reaction to a post withdrawn
admin-fact-comment-written = Comment written
admin-fact-comment-edited = Comment edited
admin-fact-comment-deleted = Comment deleted
admin-fact-comment-restored = Comment restored
admin-fact-comment-reacted = Reaction to a comment
admin-fact-comment-reaction-withdrawn = Reaction to a comment withdrawn
admin-fact-letters-retried = Letters tried again
admin-fact-jobs-retried = Jobs tried again
