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
governance-apply = En enregistrant
governance-apply-own = Garder mes choix ci-dessus
governance-apply-own-hint = Le type de groupe ne sert alors que d'étiquette.
governance-apply-preset = Reprendre ce que le type propose
governance-apply-preset-hint = Les cinq choix ci-dessus sont remplacés par ceux du type.

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
