# Absences annoncées.
absences-title = Absences
absences-lead = Annoncez quand vous ne serez pas là. Vos absences sont vues sur votre profil par ceux qui partagent un groupe avec vous, et dans le calendrier par ceux qui y publient.
absences-none = Vous n'avez pas annoncé d'absence.
absences-new = Annoncer une absence
absences-from = Premier jour d'absence
absences-until = Dernier jour d'absence
absences-note = Un mot
absences-note-hint = Par exemple qui joindre pendant ce temps.
absences-announce = Annoncer
absences-announced = Votre absence est annoncée.
absences-withdraw = Retirer
absences-withdrawn = Cette absence est retirée.
absences-past = Cette absence est déjà passée.
absences-too-many = { $most } absences à venir au plus.
absences-away = Absence annoncée
absences-announce-link = Annoncer une absence
