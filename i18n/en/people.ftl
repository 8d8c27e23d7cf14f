# Directory and profiles.
people-directory-title = Directory
people-directory-lead = Find someone by their name or by what they do.
people-search = A name, an occupation
people-search-button = Search
people-count = { $count ->
    [0] Nobody
    [one] { $count } person
   *[other] { $count } people
}
people-show-all = Show the whole directory
people-none-title = Nobody matches
people-none-text = Try fewer words, or only a family name.
people-pages = Pages of results
people-page = Page
people-previous = Previous
people-next = Next
people-you = This is you
people-shared = { $count ->
    [one] { $count } group in common
   *[other] { $count } groups in common
}
people-external = External guest
people-edit = Edit my profile
people-edit-photo = Change the photo
people-about = About
people-local-time-label = Local time
people-local-time = { $at } ({ $city } time)
people-email = Email address
people-email-hint = Visible to you and to administrators.
people-recent-posts = Recent posts
people-post-untitled = Post without text
people-no-posts = No post that you can read for now.
people-no-posts-own = You have not published anything yet.
people-shared-groups = Groups in common
people-my-groups = My groups
people-no-groups = You have no group in common.
people-no-groups-own = You do not belong to any group yet.
people-find-groups = Show the groups
people-completeness = Your profile
people-completeness-count = { $done } of { $all }
people-done = Done:
people-step-photo = A photo
people-step-headline = What you do, in one line
people-step-about = A few words about you
people-step-place = The place where you are

people-edit-title = My profile
people-edit-lead = Everything is optional. What you write here is read by members, and by the guests of groups that you share with them.
people-field-headline = What you do
people-field-headline-hint = In one line, for example: facilitator, energy officer.
people-field-about = About you
people-field-about-hint = Your subjects, what you look for, what you offer. Markdown is possible.
people-field-place = Place
people-field-place-hint = A town or a site is enough.
people-field-phone = Phone
people-field-phone-hint = Only if you are happy to be called by other members.
people-phone-form = This number does not have the expected form. Write digits, for example +33 2 40 00 00 00.
people-save = Save
people-cancel = Cancel
people-edited = Your profile is up to date.

people-photo-title = My photo
people-photo-lead = A face helps people to recognise each other. The photo is shown in a circle, and its hidden data (place, device) is erased.
people-photo-choose = Choose a photo
people-photo-hint = JPEG, PNG, GIF or WebP. Without cropping, the middle of the photo is kept.
people-photo-crop = Crop of the photo. Move with the arrow keys, enlarge with plus, reduce with minus.
people-photo-zoom = Enlarge
people-photo-send = Use this photo
people-photo-now = Your current photo
people-photo-remove = Remove the photo
people-photo-changed = Your photo is in place.
people-photo-removed = Your photo is removed.

people-team = Team
people-chart = Organisation chart
people-call = Call
people-write = Write a mail
people-chart-lead = Who works with whom around { $name }.
people-chart-whole = Who works with whom. Choose somebody to see their team.
people-chart-empty = Nobody has named their manager yet.
people-chart-all = The whole chart
people-chart-back = Back

people-filters = Filters
people-applied = Applied filters
people-filter-remove = Remove the filter { $label }
people-facet-rings = Rings
people-facet-ring-gone = A ring that nobody wears any more
people-facet-groups = My groups
people-facet-gone = A value that is no longer offered
people-facet-group-other = Another group
people-sort = Sort by
people-sort-by = { $by ->
    [best] Relevance
    [name] Name
   *[recent] Recently arrived
}
people-as-cards = Show cards
people-as-list = Show a list
people-export = Export
people-export-name = Name
people-export-handle = Handle
