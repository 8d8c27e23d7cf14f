# Comment un groupe est gouverné : ce qu'il dit de lui, qui y fait quoi, qui le voit, sa fin.
governance-lead = Chaque page répond à une question et dit ce que votre réponse change.
governance-seen-by-all = Qui verra ceci : toute la communauté, dans la liste des groupes et sur la page du groupe.
governance-seen-by-members = Qui verra ceci : les membres du groupe, et personne d'autre.

governance-identity-title = Nom et présentation
governance-identity-line = Ce que le groupe dit de lui : son nom, sa raison d'être, sa langue, son icône.
governance-identity-lead = C'est ce qu'on lit en premier. Un nom clair et une raison d'être précise aident chacun à savoir s'il est au bon endroit.

governance-level-title = Qui voit le groupe
governance-level-line = { $level ->
    [open] Ouvert : toute la communauté le lit et peut entrer.
    [private] Privé : tout le monde le connaît, ses membres le lisent.
   *[secret] Secret : ses membres seuls savent qu'il existe.
}
governance-level-lead = Ce choix vaut pour tout ce qui se publie dans le groupe, y compris ce qui y est déjà. Rien ne change avant que vous ayez vu qui y gagne et qui y perd.
governance-level-who = Qui verra ceci : le niveau du groupe est affiché sous son nom. Le changement est noté dans le journal.
governance-level-gain = { $count ->
    [one] Voir la personne qui y gagne
   *[other] Voir les { $count } personnes qui y gagnent
}
governance-level-lose = { $count ->
    [one] Voir la personne qui y perd
   *[other] Voir les { $count } personnes qui y perdent
}
governance-level-everyone = Voir la liste des { $count } personnes
governance-level-members = Voir les membres
governance-outsiders-title = Personnes qui ne sont pas dans le groupe
governance-outsiders-none = Toute la communauté fait partie du groupe.

governance-permissions-title = Qui peut faire quoi
governance-permissions-line = Publier, commenter, réagir, inviter, voir la liste des membres.
governance-permissions-lead = Pour chaque action, choisissez à partir de quel rôle elle est permise. Ce qui n'est pas permis n'est pas proposé.
governance-permissions-who = Qui verra ceci : les gestionnaires seuls voient cette page. Les membres voient seulement ce qu'ils peuvent faire.
governance-circle = { $role ->
    [manager] Les gestionnaires
    [publisher] Les gestionnaires et les rédacteurs
    [member] Les membres
   *[guest] Les membres et les invités externes
}
governance-circle-missing = Choisissez qui peut le faire.
governance-publish = Publier
governance-publish-hint = Qui ajoute des publications au fil du groupe. Les autres les lisent et peuvent y répondre selon les réglages suivants.
governance-comment = Commenter
governance-comment-hint = Qui répond aux publications. Les commentaires déjà écrits restent.
governance-react = Réagir
governance-react-hint = Qui ajoute une réaction sous une publication ou un commentaire.
governance-invite = Inviter
governance-invite-hint = Qui fait entrer d'autres personnes, par leur nom, par e-mail ou par un lien. Si vous réduisez ce cercle, les invitations en attente de celles et ceux qui en sortent ne valent plus rien.
governance-see-members = Voir la liste des membres
governance-see-members-hint = Qui voit les noms de toutes les personnes du groupe. Les gestionnaires restent visibles de tous.
governance-receive = Faire venir une publication d'un autre groupe
governance-receive-hint = Qui déplace ici une publication parue ailleurs ; il faut aussi pouvoir publier ici. « Les gestionnaires » ferme la porte à tous les autres.
governance-apply = En enregistrant
governance-apply-own = Garder mes choix ci-dessus
governance-apply-own-hint = Le type de groupe ne sert alors que d'étiquette.
governance-apply-preset = Reprendre ce que le type propose
governance-apply-preset-hint = Les six choix ci-dessus sont remplacés par ceux du type.

governance-members-title = Membres et rôles
governance-members-line = Qui est gestionnaire, rédacteur ou membre ; retirer quelqu'un.
governance-requests-title = Demandes
governance-requests-line = Accepter ou refuser celles et ceux qui demandent à entrer.
governance-invitations-title = Invitations
governance-invitations-line = Inviter par nom, par e-mail ou par un lien ; retirer une invitation.

governance-end-title = Fin du groupe
governance-end-line = Archiver le groupe, ou le supprimer.
governance-end-line-archived = Le groupe est archivé : le reprendre, ou le supprimer.
governance-archive-title = Archiver le groupe
governance-archive-text = Tout reste lisible et se retrouve par la recherche, pour les mêmes personnes qu'aujourd'hui. Plus personne ne peut y écrire, y entrer ou y réagir. Vous pourrez le reprendre à tout moment.
governance-archive = Archiver
governance-said-archived = Le groupe est archivé : il se lit encore, mais on n'y écrit plus.
governance-reopen-title = Reprendre le groupe
governance-reopen-text = Ses membres pourront de nouveau y écrire. Rien d'autre ne change.
governance-reopen = Reprendre
governance-said-reopened = Le groupe est repris.
governance-delete-title = Supprimer le groupe
governance-delete-text = Le groupe disparaît pour tout le monde. Pendant 30 jours, ses gestionnaires peuvent le sortir de la corbeille ; ensuite il est effacé pour toujours, avec tout ce qu'il contient.
governance-delete-contents = Il contient { $posts ->
    [0] aucune publication
    [one] { $posts } publication
   *[other] { $posts } publications
} et { $comments ->
    [0] aucun commentaire
    [one] { $comments } commentaire
   *[other] { $comments } commentaires
}.
governance-delete-name = Pour confirmer, écrivez le nom du groupe : { $name }
governance-delete-mismatch = Écrivez le nom du groupe comme il s'affiche : { $name }
governance-delete = Supprimer le groupe
governance-said-deleted = { $name } est dans la corbeille pour 30 jours.

governance-bin-title = Corbeille des groupes
governance-bin-lead = Les groupes que vous gériez et qui ont été supprimés. Ils sont effacés pour toujours après 30 jours.
governance-bin-none = La corbeille est vide
governance-bin-none-text = Les groupes que vous supprimez attendent ici pendant 30 jours.
governance-bin-until = effacé le { $date }
governance-restore = Restaurer
governance-restore-over = Ce groupe n'est plus dans la corbeille.
governance-said-restored = Le groupe est de retour, avec tout ce qu'il contenait.

governance-cover-title = Image du groupe
governance-cover-line = La photo affichée en haut de la page du groupe.
governance-cover-lead = Une photo large qui montre de quoi il s'agit. Sans photo, la page prend la couleur du groupe.
governance-cover-choose = Choisir une image
governance-cover-hint = Une image plus large que haute ; le bas en reste visible sur les petits écrans.
governance-cover-remove = Retirer l'image
governance-expectations-title = Attentes
governance-expectations-line = Quand publier, sous quelle forme, ce qui a sa place ici.
governance-expectations-lead = Ces phrases s'affichent à côté de la zone d'écriture, au moment où elles servent. Elles n'empêchent rien : elles aident à bien faire.
governance-expectations-who = Qui verra ceci : celles et ceux qui écrivent dans le groupe, et toute personne qui peut en lire la présentation.
governance-expect-when-hint = Par exemple : « Le vendredi, pour préparer la semaine suivante. »
governance-expect-format-hint = Par exemple : « Un titre, trois lignes, une photo. »
governance-expect-yes-hint = Par exemple : « Les offres d'emploi du territoire. »
governance-expect-no-hint = Par exemple : « Les petites annonces, qui ont leur groupe. »
governance-theme-title = Thème
governance-theme-line = Le dossier où le groupe se range dans la liste.
governance-theme-lead = Les thèmes rangent la liste des groupes : on y retrouve le vôtre en choisissant le sien. Rien d'autre ne change.
governance-theme-nothing = Les administrateurs n'ont pas encore créé de thèmes. Le groupe se trouve par son nom.
governance-theme = Thème du groupe
governance-theme-none = Sans thème
governance-theme-missing = Choisissez un thème de la liste.
governance-links-title = Liens utiles
governance-links-line = Les adresses que le groupe garde sous la main.
governance-links-lead = Cinq liens au plus, affichés à côté du fil du groupe. Laissez vides ceux dont vous n'avez pas besoin.
governance-links-who = Qui verra ceci : toutes les personnes qui peuvent lire le groupe.
governance-link-label = Nom du lien { $number }
governance-link-address = Adresse du lien { $number }
governance-link-bad = Donnez une adresse complète, qui commence par https://

governance-visits-title = Visites d'administrateurs
governance-visits-line = Qui est entré dans le groupe sans en faire partie, quand et pourquoi.

governance-removal-title = Retirer { $name } du groupe
governance-removal-lead = Cette personne ne lira plus ce qui s'y publie, dès maintenant et sur toutes ses pages ouvertes.
governance-removal-who = Qui verra ceci : le retrait est noté dans le journal. La personne ne reçoit rien, sauf si vous le choisissez.
governance-legacy = Ce que cette personne a écrit ici
governance-legacy-contents = { $posts ->
    [0] Aucune publication
    [one] { $posts } publication
   *[other] { $posts } publications
}, { $comments ->
    [0] aucun commentaire
    [one] { $comments } commentaire
   *[other] { $comments } commentaires
}.
governance-legacy-keep = Le garder
governance-legacy-keep-hint = Tout reste en place, sous son nom.
governance-legacy-anonymise = Le garder sans son nom
governance-legacy-anonymise-hint = Les textes restent ; plus personne ne voit qui les a écrits. On ne peut pas revenir en arrière.
governance-legacy-delete = Le supprimer
governance-legacy-delete-hint = Ses publications et ses commentaires vont à la corbeille pour 30 jours.
governance-tell = Prévenir cette personne
governance-tell-no = Non
governance-tell-no-hint = Elle ne reçoit aucun message.
governance-tell-yes = Oui, par e-mail
governance-tell-yes-hint = Elle apprend qu'elle ne fait plus partie du groupe, avec votre mot s'il y en a un.
governance-tell-word = Votre mot
governance-tell-word-hint = Envoyé seulement si vous prévenez la personne.
governance-mail-removed-subject = Vous ne faites plus partie de « { $name } »
governance-mail-removed-text = Un gestionnaire vous a retiré du groupe « { $name } ».
governance-mail-removed-word = Un gestionnaire vous a retiré du groupe « { $name } ». Voici son mot :
governance-mail-removed-foot = Vous recevez ce message parce que vous faisiez partie de ce groupe.

governance-hearing-title = Notifications
governance-hearing-line = Ce que les membres entendent du groupe, sauf s'ils en décident autrement.
governance-hearing-lead = Ce choix vaut pour les membres qui n'ont rien choisi eux-mêmes, et pour celles et ceux qui arriveront.
governance-hearing-who = Qui verra ceci : chaque membre, dans ses propres notifications du groupe.
governance-hearing-default = Ce que les membres reçoivent
governance-hearing-missing = Choisissez ce qui est notifié.
governance-hearing-name = { $hearing ->
    [everything] Tout
    [nothing] Rien
   *[mentions] Les mentions et les annonces
}
governance-hearing-means = { $hearing ->
    [everything] Une notification pour chaque publication, et pour ce qui concerne la personne.
    [nothing] Aucune notification de ce qui s'écrit ici, pas même une mention.
   *[mentions] Une notification quand on la mentionne ou qu'on lui répond, et pour les publications des groupes d'annonces.
}
governance-own-hearing = Ce que vous recevez
governance-own-hearing-lead = Ce choix ne concerne que vous, et que ce groupe.
governance-own-hearing-who = Qui verra ceci : vous seul.
governance-hearing-group = Comme le groupe le propose
governance-hearing-group-means = { $hearing ->
    [everything] Aujourd'hui : tout.
    [nothing] Aujourd'hui : rien.
   *[mentions] Aujourd'hui : les mentions et les annonces.
}

governance-people-title = Ensemble de personnes
governance-people-line = Faire entrer d'elles-mêmes celles et ceux dont le profil correspond à une règle.
