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
people-admin-merge = Fusionner avec un autre compte
people-admin-merge-text = Pour une personne qui a deux comptes : ce compte se ferme et l'autre reprend tout ce qu'il a fait.
people-admin-merge-open = Choisir l'autre compte
people-admin-merge-title = Fusionner le compte de { $name }
people-admin-merge-lead = Choisissez le compte qui reste. Rien ne change avant votre confirmation.
people-admin-merge-find = Chercher
people-admin-merge-none = Aucun autre compte ne correspond. Cherchez par nom, adresse ou matricule.
people-admin-merge-pair = Les deux comptes
people-admin-merge-other-way = Garder l'autre compte
people-admin-merge-stays = Reste
people-admin-merge-ends = Se ferme
people-admin-merge-moves = Ce qui passe au compte qui reste
people-admin-merge-nothing = Rien : le compte qui se ferme est vide.
people-admin-merge-keeps = Ce qui ne change pas
people-admin-merge-groups = { $count ->
    [one] { $count } groupe de plus, avec le même rôle
   *[other] { $count } groupes de plus, avec le même rôle
}
people-admin-merge-posts = { $count ->
    [one] { $count } publication
   *[other] { $count } publications
}
people-admin-merge-comments = { $count ->
    [one] { $count } commentaire
   *[other] { $count } commentaires
}
people-admin-merge-reactions = { $count ->
    [one] { $count } réaction, une seule là où les deux comptes ont réagi de même
   *[other] { $count } réactions, une seule là où les deux comptes ont réagi de même
}
people-admin-merge-fields = { $count ->
    [one] { $count } champ du profil encore vide
   *[other] { $count } champs du profil encore vides
}
people-admin-merge-shared = { $count ->
    [one] { $count } groupe en commun : le rôle le plus élevé des deux
   *[other] { $count } groupes en commun : le rôle le plus élevé des deux
}
people-admin-merge-kept = { $count ->
    [one] { $count } champ rempli des deux côtés : celui du compte qui reste
   *[other] { $count } champs remplis des deux côtés : ceux du compte qui reste
}
people-admin-merge-keys = L'adresse { $kept }, le nom, le mot de passe et les réglages. Une liste importée qui nomme { $gone } trouvera ce compte.
people-admin-merge-role = Le rôle sur la plateforme.
people-admin-merge-guest = Le compte qui reste est celui d'un invité externe, l'autre celui d'un membre. Gardez plutôt le compte du membre.
people-admin-merge-confirm = Confirmer
people-admin-merge-final = La fusion est définitive. Les sessions du compte qui se ferme prennent fin aussitôt.
people-admin-merge-do = Fusionner les deux comptes
people-admin-merge-another = Choisir un autre compte
people-admin-merged = Les deux comptes n'en font plus qu'un.
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
