# Les groupes : qui en fait partie, comment on y entre, qui en répond.
groups-title = Groupes
groups-lead = Un groupe réunit des personnes autour d'un sujet. Ce qui s'y publie n'est vu que de celles et ceux que sa confidentialité désigne.
groups-new = Créer un groupe
groups-filter = Filtrer les groupes
groups-filter-button = Filtrer
groups-filter-clear = Tout afficher
groups-mine = Mes groupes
groups-discover = À découvrir
groups-invitations-waiting = { $count ->
    [one] Une invitation vous attend
   *[other] { $count } invitations vous attendent
}
groups-invited-by = { $name } vous invite
groups-invited = Vous êtes invité dans ce groupe
groups-accept = Accepter
groups-decline = Décliner
groups-more-groups = Groupes suivants
groups-first-page = Revenir au début
groups-empty-mine-title = Vous n'avez pas encore de groupe
groups-empty-mine-text = Votre fil se remplira avec vos groupes. Rejoignez-en deux ou trois pour commencer.
groups-empty-mine-guest = Les groupes où l'on vous invite apparaîtront ici.
groups-empty-mine-action = Découvrir les groupes
groups-empty-discover-title = Vous êtes déjà partout
groups-empty-discover-text = Vous faites partie de tous les groupes que vous pouvez voir. Il manque un sujet ? Créez son groupe.
groups-empty-filter-title = Aucun groupe ne correspond à « { $words } »
groups-themes = Thèmes
groups-theme-all = Tous les thèmes
groups-theme-count = { $count ->
    [one] { $count } groupe
   *[other] { $count } groupes
}
groups-empty-theme-title = Aucun groupe dans ce thème
groups-empty-filter-text = Essayez un autre mot du nom ou de la raison d'être.

groups-members = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
groups-level-open = Groupe ouvert
groups-level-private = Groupe privé
groups-level-secret = Groupe secret
groups-level-open-means = Groupe ouvert : tous les membres de la communauté le voient, lisent ce qui s'y publie et peuvent le rejoindre.
groups-level-private-means = Groupe privé : tous les membres de la communauté voient son nom, sa raison d'être et ses gestionnaires. Seuls ses membres lisent ce qui s'y publie ; on y entre sur demande ou sur invitation.
groups-level-secret-means = Groupe secret : seuls ses membres savent qu'il existe. On y entre sur invitation.
groups-role-guest = Invité externe
groups-role-member = Membre
groups-role-publisher = Rédacteur
groups-role-manager = Gestionnaire
groups-state-asked = Demande envoyée
groups-state-invited = Invitation reçue
groups-state-archived = Archivé
groups-join = Rejoindre
groups-ask = Demander
groups-join-group = Rejoindre le groupe
groups-ask-group = Demander à rejoindre
groups-request-waits = Demande envoyée
groups-answer-invitation = Répondre à l'invitation
groups-invite = Inviter
groups-requests-count = { $count ->
    [one] { $count } demande
   *[other] { $count } demandes
}
groups-settings = Réglages du groupe
groups-more = Autres actions
groups-leave = Quitter
groups-leave-group = Quitter le groupe
groups-leave-title = Quitter « { $name } » ?
groups-leave-text = Vous ne lirez plus ce qui s'y publie. Pour revenir, il faudra une invitation ou l'accord d'un gestionnaire.
groups-cancel = Annuler
groups-tabs = Sections du groupe
groups-tab-posts = Publications
groups-tab-members = Membres
groups-tab-surveys = Enquêtes
groups-tab-about = À propos


groups-about-purpose = À quoi sert ce groupe
groups-about-level = Qui voit quoi
groups-about-managers = Gestionnaires
groups-about-no-managers = Aucun gestionnaire que vous puissiez voir.
groups-about-created = Créé le { $date }
groups-ask-title = Demander à rejoindre ce groupe
groups-ask-message = Un mot aux gestionnaires
groups-ask-hint = Dites par exemple ce qui vous amène. Les gestionnaires du groupe seront seuls à le lire.
groups-ask-button = Envoyer la demande
groups-asked-title = Votre demande est envoyée
groups-asked-text = Les gestionnaires du groupe vont y répondre. Vous serez prévenu de leur réponse.
groups-withdraw = Retirer ma demande
groups-said-joined = Vous avez rejoint { $name }.
groups-said-left = Vous avez quitté { $name }.
groups-said-asked = Votre demande est envoyée.
groups-said-withdrawn = Votre demande est retirée.
groups-said-accepted = Bienvenue dans { $name }.
groups-said-declined = L'invitation est déclinée.
groups-undo = Annuler
groups-answer-over = Cette invitation n'est plus valable : elle a expiré, ou bien elle a été retirée. Demandez-en une nouvelle à un gestionnaire du groupe.

groups-new-title = Créer un groupe
groups-name = Nom du groupe
groups-name-hint = Court et reconnaissable, comme on le dirait à voix haute.
groups-purpose = À quoi sert ce groupe
groups-purpose-hint = À quoi servira-t-il dans six mois ? Une phrase ou deux, affichées sous le nom.
groups-level = Qui verra ceci
groups-level-hint = Ce choix vaut pour tout ce qui s'y publie. Vous pourrez le changer plus tard.
groups-level-open-choice = Toute la communauté, et chacun peut entrer
groups-level-open-hint = Ouvert. Tous les membres lisent les publications et rejoignent le groupe librement. Les invités externes ne le voient que si vous les invitez.
groups-level-private-choice = Les membres du groupe, mais tout le monde sait qu'il existe
groups-level-private-hint = Privé. Les autres voient le nom, la raison d'être et les gestionnaires, et peuvent demander à entrer.
groups-level-secret-choice = Les membres du groupe, et personne d'autre n'en sait rien
groups-level-secret-hint = Secret. On y entre sur invitation seulement. Le groupe n'apparaît dans aucune liste ni recherche.
groups-level-missing = Choisissez qui verra ceci.
groups-icon = Icône
groups-hue = Couleur
groups-create = Créer le groupe
groups-said-created = Le groupe { $name } est créé. Vous en êtes gestionnaire.
groups-icon-name = { $icon ->
    [shapes] Formes
    [megaphone] Mégaphone
    [leaf] Feuille
    [briefcase] Mallette
    [laptop] Ordinateur
    [landmark] Monument
    [sparkles] Étincelles
    [handshake] Poignée de main
    [heart] Cœur
    [music] Musique
    [sprout] Jeune pousse
    [bike] Vélo
    [book-open] Livre ouvert
    [camera] Appareil photo
    [hammer] Marteau
    [ship] Bateau
    [waves] Vagues
    [coffee] Tasse
    [graduation-cap] Études
   *[users] Personnes
}
groups-hue-name = { $hue ->
    [rose] Rose
    [brique] Brique
    [ocre] Ocre
    [olive] Olive
    [feuille] Feuille
    [lagune] Lagune
    [estuaire] Estuaire
    [bleuet] Bleuet
    [lilas] Lilas
   *[bruyere] Bruyère
}

groups-settings-title = Réglages
groups-settings-save = Enregistrer
groups-said-saved = Les réglages sont enregistrés.
groups-change-title = Avant de changer qui voit ce groupe
groups-change-confirm = Confirmer et enregistrer
groups-change-waiting = { $count ->
    [one] { $count } personne attend votre réponse pour entrer : elle deviendra membre du groupe.
   *[other] { $count } personnes attendent votre réponse pour entrer : elles deviendront membres du groupe.
}
groups-change-keep = { $count ->
    [one] La personne membre du groupe garde son accès.
   *[other] Les { $count } membres du groupe gardent leur accès.
}
groups-change-open-private = { $count ->
    [0] Personne ne perd l'accès : toute la communauté fait partie du groupe.
    [one] { $count } personne qui n'en est pas membre ne pourra plus lire ses publications. Elle verra encore son nom, sa raison d'être et ses gestionnaires.
   *[other] { $count } personnes qui n'en sont pas membres ne pourront plus lire ses publications. Elles verront encore son nom, sa raison d'être et ses gestionnaires.
}
groups-change-open-secret = { $count ->
    [0] Personne ne perd l'accès : toute la communauté fait partie du groupe.
    [one] { $count } personne qui n'en est pas membre ne pourra plus lire ses publications ni savoir que le groupe existe.
   *[other] { $count } personnes qui n'en sont pas membres ne pourront plus lire ses publications ni savoir que le groupe existe.
}
groups-change-private-open = { $count ->
    [0] Personne ne gagne d'accès : toute la communauté fait partie du groupe.
    [one] { $count } personne de plus pourra lire tout ce qui s'y est publié jusqu'ici, et rejoindre le groupe librement.
   *[other] { $count } personnes de plus pourront lire tout ce qui s'y est publié jusqu'ici, et rejoindre le groupe librement.
}
groups-change-private-secret = { $count ->
    [0] Personne ne perd l'accès : toute la communauté fait partie du groupe.
    [one] { $count } personne qui n'en est pas membre ne saura plus que le groupe existe.
   *[other] { $count } personnes qui n'en sont pas membres ne sauront plus que le groupe existe.
}
groups-change-secret-private = { $count ->
    [0] Personne ne gagne d'accès : toute la communauté fait partie du groupe.
    [one] { $count } personne de plus verra que le groupe existe : son nom, sa raison d'être et ses gestionnaires.
   *[other] { $count } personnes de plus verront que le groupe existe : son nom, sa raison d'être et ses gestionnaires.
}
groups-change-secret-open = { $count ->
    [0] Personne ne gagne d'accès : toute la communauté fait partie du groupe.
    [one] { $count } personne de plus verra que le groupe existe, lira tout ce qui s'y est publié jusqu'ici et pourra le rejoindre.
   *[other] { $count } personnes de plus verront que le groupe existe, liront tout ce qui s'y est publié jusqu'ici et pourront le rejoindre.
}

groups-members-title = Membres
groups-members-search = Chercher un membre
groups-members-search-button = Chercher
groups-members-none = Aucun membre ne correspond à « { $words } ».
groups-members-all = Voir tous les membres
groups-members-next = Membres suivants
groups-members-external = Invité externe
groups-member-actions = Actions pour { $name }
groups-role-change = Rôle de { $name }
groups-role-make-member = Rétablir comme membre
groups-role-make-publisher = Nommer rédacteur
groups-role-make-manager = Nommer gestionnaire
groups-remove-member = Retirer du groupe
groups-said-removed = { $name } ne fait plus partie du groupe.
groups-said-role = { $name } a désormais le rôle : { $role }.

groups-requests-title = Demandes
groups-requests-none-title = Aucune demande en attente
groups-requests-none-text = Celles et ceux qui demandent à rejoindre le groupe apparaîtront ici.
groups-approve = Accepter
groups-approve-name = Accepter { $name }
groups-refuse = Refuser
groups-refuse-name = Refuser la demande de { $name }
groups-refuse-reason = Raison du refus
groups-refuse-hint = Elle sera envoyée à la personne.
groups-said-approved = { $name } fait maintenant partie du groupe.
groups-said-refused = La demande est refusée. La personne en est prévenue.

groups-mail-approved-subject = Vous faites partie de « { $name } »
groups-mail-approved-text = Votre demande a été acceptée : vous pouvez lire et publier dans le groupe « { $name } ».
groups-mail-approved-button = Ouvrir le groupe
groups-mail-refused-subject = Votre demande pour « { $name } »
groups-mail-refused-text = Votre demande de rejoindre le groupe « { $name } » n'a pas été acceptée.
groups-mail-refused-reason = Votre demande de rejoindre le groupe « { $name } » n'a pas été acceptée. Voici la raison donnée :
groups-mail-refused-button = Voir les groupes
groups-mail-asked-foot = Vous recevez ce message parce que vous avez demandé à rejoindre ce groupe.

groups-kind = Type de groupe
groups-kind-hint = Le type propose qui peut faire quoi. Les gestionnaires peuvent tout changer ensuite.
groups-kind-missing = Choisissez un type de groupe.
groups-kind-name = { $kind ->
    [announcements] Annonces
    [teamwork] Travail d'équipe
    [project] Projet
    [mutual_help] Entraide
    [focus_group] Groupe de consultation
   *[topic] Centre d'intérêt
}
groups-kind-presets = { $kind ->
    [announcements] Seuls les gestionnaires et les rédacteurs publient ; tout le groupe commente et réagit.
    [teamwork] Tout le groupe publie, commente et réagit ; les gestionnaires invitent.
    [project] Tout le groupe publie, commente et réagit ; les gestionnaires invitent.
    [mutual_help] Tout le groupe publie, commente et réagit ; chaque membre peut inviter.
    [focus_group] Les gestionnaires et les rédacteurs publient, tout le groupe répond ; les participants ne voient pas la liste des membres.
   *[topic] Tout le groupe publie, commente et réagit ; les gestionnaires invitent.
}
groups-lang = Langue du groupe
groups-lang-hint = La langue dans laquelle on y écrit le plus souvent. Elle n'en interdit aucune autre.
groups-lang-fr = Français
groups-lang-en = Anglais
groups-bin = Groupes supprimés

groups-expect-title = Ce que le groupe attend
groups-expect-when = Quand publier
groups-expect-format = Sous quelle forme
groups-expect-yes = Ce qui a sa place ici
groups-expect-no = Ce qui n'a pas sa place ici
groups-links = Liens utiles
groups-visiting = Vous visitez ce groupe comme administrateur, sans en faire partie. Ses gestionnaires en sont prévenus.
groups-visit-end = Sortir du groupe
groups-hearing = Notifications du groupe
groups-members-by-rule = Par règle
groups-members-rule-because = Ici par la règle du groupe :
groups-members-rule-value = { $field } = { $value }
groups-members-by-rule-why = Est ici parce que son profil correspond à la règle du groupe.
