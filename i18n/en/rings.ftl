# Rings round pictures: what someone is for the others.
rings-legend-title = What do the rings mean?
rings-legend-lead = A ring round a photo says what this person does for the others. It gives no rights.
rings-legend-none = This community uses no rings.
rings-legend-group = Within a group
rings-legend-link = What do the rings mean?
rings-worn-title = Rings
rings-worn-in = in { $group }
rings-worn-until = until { $day }
rings-give-link = Give or take away a ring
rings-admin-title = Rings
rings-admin-lead = A coloured ring is drawn round the photo and says what the person does for the others. Where someone has several, the first of this list comes first.
rings-new = New ring
rings-none-title = No rings yet
rings-none-text = Make one, so that people see at a glance whom they can turn to.
rings-scope = { $scope ->
    [group] Within a group
   *[platform] For the whole community
}
rings-scope-hint = { $scope ->
    [group] Managers give it to members of their group. It is seen in that group only.
   *[platform] Administrators give it. It is seen everywhere, by everybody who sees the person.
}
rings-scope-choice = Who gives it
rings-scope-missing = Choose who gives this ring.
rings-wearers = { $count ->
    [0] worn by nobody
    [one] worn by { $count } person
   *[other] worn by { $count } people
}
rings-label-fr = Name in French
rings-label-en = Name in English
rings-label-hint = One or two words, such as “Contact person”. Screen readers say it before the person's name.
rings-meaning-fr = What it means, in French
rings-meaning-en = What it means, in English
rings-meaning-hint = A sentence for the legend, such as “Answers your questions on their subject.”
rings-hue = Colour
rings-hue-hint = All of these stay readable in light and dark.
rings-hue-missing = Choose a colour from the list.
rings-hue-name = { $hue ->
    [rose] Rose
    [brique] Brick
    [ocre] Ochre
    [olive] Olive
    [feuille] Leaf green
    [lagune] Lagoon
    [bleuet] Cornflower
    [lilas] Lilac
    [bruyere] Heather
   *[estuaire] Estuary blue
}
rings-pattern = Pattern
rings-pattern-hint = The pattern tells rings apart for people who do not tell the colours apart. Give each its own if you can.
rings-pattern-missing = Choose a pattern from the list.
rings-pattern-name = { $pattern ->
    [double] Double line
    [dashed] Dashes
    [dotted] Dots
    [arcs] Four arcs
   *[solid] Solid line
}
rings-preview = Preview
rings-preview-button = See a preview
rings-save = Save
rings-saved = The ring is saved.
rings-cancel = Cancel
rings-archive = Archive this ring
rings-archive-hint = It disappears from all photos and can no longer be given. Nothing is lost: restore it, and everybody has theirs again.
rings-archived = The ring is archived.
rings-archived-title = Archived rings
rings-restore = Restore
rings-restored = The ring is back round the photos.
rings-of = Rings of { $name }
rings-back = Back
rings-profile = See the profile
rings-lead-platform = These rings are seen wherever the photo is.
rings-lead-group = These rings are seen in this group only.
rings-given-none = No rings yet.
rings-take = Take away
rings-not-today = not shown today
rings-always = Without an end
rings-days-from = From { $from } on
rings-days-until = Until { $until }
rings-days-both = From { $from } to { $until }
rings-days-turned = The end comes before the beginning. Choose a later last day.
rings-give-title = Give a ring
rings-give-which = Ring
rings-give-choose = Choose
rings-give-missing = Choose a ring from the list.
rings-give-again = Giving a ring again that is worn already changes its dates.
rings-give-nothing = There is no ring to give here. Administrators define them.
rings-from = First day
rings-from-hint = Empty: from now on.
rings-until = Last day
rings-until-hint = Empty: without an end. The ring goes by itself the day after.
rings-give = Give the ring
rings-said-given = The ring is given.
rings-said-taken = The ring is taken away.
