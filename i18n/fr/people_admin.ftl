# Administration of people.
people-admin-title = Personnes
people-admin-lead = Tous les comptes de la communauté, invités externes compris.
people-admin-file = personnes
people-admin-export = Exporter
people-admin-export-csv = Exporter en texte (CSV)
people-admin-import = Importer
people-admin-search = Nom, adresse ou matricule
people-admin-every-role = Tous les rôles
people-admin-filter = Filtrer
people-admin-states = Filtrer par état
people-admin-all = Tous
people-admin-count = { $count ->
    [one] Un compte
   *[other] { $count } comptes
}
people-admin-none-title = Personne ne correspond
people-admin-none-text = Élargissez la recherche ou retirez un filtre.
people-admin-show-all = Voir tous les comptes
people-admin-role = Rôle
people-admin-guest = Invité externe
people-admin-since = Compte créé
people-admin-seen = vu
people-admin-groups = { $count ->
    [0] dans aucun groupe
    [one] dans un groupe
   *[other] dans { $count } groupes
}
people-admin-state-active = Actif
people-admin-state-waiting = Pas encore venu
people-admin-state-suspended = Suspendu
people-admin-status-active = actif
people-admin-status-suspended = suspendu
people-admin-column-email = Adresse e-mail
people-admin-column-external-id = Matricule
people-admin-column-name = Nom affiché
people-admin-column-headline = Fonction
people-admin-column-place = Lieu
people-admin-column-phone = Téléphone
people-admin-column-language = Langue
people-admin-column-role = Rôle
people-admin-column-status = Statut
people-admin-column-groups = Groupes
people-admin-role-member = Membre
people-admin-role-moderator = Modérateur
people-admin-role-people-administrator = Administrateur des personnes
people-admin-role-groups-administrator = Administrateur des groupes
people-admin-role-administrator = Administrateur
people-admin-role-member-hint = Lit et publie dans ses groupes, rien de plus.
people-admin-role-moderator-hint = Juge les signalements, dans toute la communauté.
people-admin-role-people-administrator-hint = Crée, modifie, importe et suspend les comptes des membres.
people-admin-role-groups-administrator-hint = Veille sur les groupes de toute la communauté.
people-admin-role-administrator-hint = Peut tout régler, et donner ces rôles à d'autres.
people-admin-role-give = Donner ce rôle
people-admin-role-given = C'est fait : { $role }.
people-admin-account = Compte
people-admin-profile = Voir le profil
people-admin-log = Journal
people-admin-welcome = Faire venir cette personne
people-admin-welcome-text = Un courrier lui est envoyé avec un lien, valable 14 jours, pour choisir son mot de passe.
people-admin-welcome-send = Envoyer le courrier
people-admin-welcomed = Le courrier est écrit.
people-admin-manages-alone = { $count ->
    [one] Cette personne est seule à gérer { $count } groupe. Si vous fermez son compte, les administrateurs des groupes seront prévenus et nommeront quelqu'un d'autre.
   *[other] Cette personne est seule à gérer { $count } groupes. Si vous fermez son compte, les administrateurs des groupes seront prévenus et nommeront quelqu'un d'autre.
}
people-admin-suspend = Suspendre ce compte
people-admin-suspend-text = La personne est déconnectée partout et ne peut plus entrer. Ce qu'elle a écrit reste. Vous pourrez la laisser revenir.
people-admin-suspend-do = Suspendre
people-admin-suspended = Le compte est suspendu.
people-admin-reactivate = Rétablir ce compte
people-admin-reactivate-text = La personne peut de nouveau entrer, avec le même mot de passe et les mêmes groupes.
people-admin-reactivate-do = Rétablir
people-admin-reactivated = Le compte est rétabli.
people-admin-anonymise = Anonymiser ce compte
people-admin-anonymise-text = Le nom, l'adresse, la photo et le profil sont effacés pour toujours. Ce que la personne a écrit reste, sans son nom. Rien ne permet de revenir en arrière.
people-admin-anonymise-type = Pour confirmer, recopiez l'adresse { $email }
people-admin-anonymise-mistyped = Recopiez exactement l'adresse { $email } pour confirmer.
people-admin-anonymise-do = Anonymiser pour toujours
people-admin-anonymised = Le compte est anonymisé.
people-admin-already = Rien à faire : ce compte était déjà ainsi.
people-admin-letter-subject = Votre compte sur { $community }
people-admin-letter-text = Un compte a été créé pour vous sur { $community }. Choisissez votre mot de passe pour y entrer.
people-admin-letter-until = Ce lien s'ouvre pendant { $days } jours. Ensuite, demandez un nouveau mot de passe sur la page de connexion, avec cette adresse.
people-admin-letter-button = Choisir mon mot de passe
