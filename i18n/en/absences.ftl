# Announced absences.
absences-title = Absences
absences-lead = Say when you will be away. Your absences are seen on your profile by those who share a group with you, and in the calendar by those who publish there.
absences-none = You have not announced an absence.
absences-new = Announce an absence
absences-from = First day away
absences-until = Last day away
absences-note = A word
absences-note-hint = For example whom to reach meanwhile.
absences-announce = Announce
absences-announced = Your absence is announced.
absences-withdraw = Withdraw
absences-withdrawn = This absence is withdrawn.
absences-past = This absence is over already.
absences-too-many = { $most } absences to come at most.
absences-away = Absence announced
absences-announce-link = Announce an absence
