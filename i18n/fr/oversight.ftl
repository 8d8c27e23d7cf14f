# Ce que les administrateurs font des groupes : par lesquels on commence, qui entre, qui gère, et y entrer ouvertement.
oversight-title = Groupes à administrer
oversight-lead = Tous les groupes, y compris ceux que vous ne pouvez pas lire. Le nom d'un groupe secret reste inconnu de qui n'en fait pas partie.
oversight-none = Aucun groupe ne correspond.
oversight-unnamed = Groupe secret
oversight-orphaned = Sans gestionnaire
oversight-open = Ouvrir le groupe
oversight-someone = Un ancien administrateur
oversight-regime-title = Comment on y entre
oversight-regime-lead = Ce réglage passe avant le niveau du groupe. Qui verra ceci : les membres le remarquent à ce qu'ils peuvent faire.
oversight-regime = Adhésion
oversight-regime-missing = Choisissez comment on entre dans le groupe.
oversight-regime-name = { $regime ->
    [default] Groupe par défaut
    [source] Groupe source
    [locked] Groupe verrouillé
   *[ordinary] Groupe ordinaire
}
oversight-regime-means = { $regime ->
    [default] Chaque nouvelle personne en fait partie dès son inscription et peut le quitter. Celles qui sont déjà là ne changent pas.
    [source] Toute la communauté le suit et ne peut pas le quitter ; seuls ses gestionnaires publient. Les invités externes n'en font pas partie.
    [locked] Seuls les administrateurs y font entrer et en font sortir. Les demandes, les invitations et les départs sont fermés.
   *[ordinary] On y entre et on en sort comme son niveau le dit.
}
oversight-source-touches = { $count ->
    [0] Toute la communauté en fait déjà partie. Plus personne ne pourra quitter le groupe, et seuls ses gestionnaires y publieront.
    [one] { $count } personne entrera dans le groupe. Plus personne ne pourra le quitter, et seuls ses gestionnaires y publieront.
   *[other] { $count } personnes entreront dans le groupe. Plus personne ne pourra le quitter, et seuls ses gestionnaires y publieront.
}
oversight-filing-title = Rangement
oversight-filing-lead = Où le groupe se trouve dans la liste des groupes. Ses membres n'y voient rien d'autre changer.
oversight-themes-link = Gérer les thèmes
oversight-place = Place dans la liste
oversight-place-hint = Un nombre de 1 à 999, le plus petit en premier. Vide : par ordre alphabétique, après les autres.
oversight-place-wrong = Écrivez un nombre de 1 à 999, ou rien.
oversight-file = Ranger
oversight-themes-title = Thèmes des groupes
oversight-themes-lead = Des dossiers pour ranger la liste des groupes. Les gestionnaires choisissent celui de leur groupe ; tout le monde peut n'afficher qu'un thème.
oversight-themes-none = Aucun thème pour le moment : la liste des groupes se range par nom.
oversight-theme-fr = Nom en français
oversight-theme-en = Nom en anglais
oversight-theme-add = Nouveau thème
oversight-theme-add-do = Ajouter le thème
oversight-theme-change = Renommer ou supprimer
oversight-theme-remove = Supprimer le thème
oversight-theme-remove-hint = Ses groupes restent, sans thème.
oversight-enrol-title = Faire entrer ou sortir quelqu'un
oversight-enrol-lead = C'est la seule façon d'entrer dans un groupe verrouillé. La personne le voit dans ses groupes ; l'action est notée dans le journal.
oversight-who = Adresse e-mail ou identifiant
oversight-who-hint = Par exemple : yann.lebris@exemple.fr ou @yann.lebris
oversight-nobody = Personne n'a cette adresse ou cet identifiant.
oversight-already-in = { $name } fait déjà partie du groupe.
oversight-add = Faire entrer
oversight-remove = Faire sortir
oversight-orphaned-title = Ce groupe n'a plus de gestionnaire
oversight-orphaned-text = Personne ne peut plus répondre aux demandes ni changer les réglages. Nommez une personne qui s'en chargera.
oversight-manager = Adresse e-mail ou identifiant de la personne
oversight-manager-hint = Elle entre dans le groupe si elle n'y est pas. Elle en est prévenue.
oversight-name-manager = Nommer gestionnaire
oversight-said-manager = { $name } gère maintenant le groupe.
oversight-enter-title = Entrer comme administrateur
oversight-enter-lead = Vous lirez le groupe pendant une heure, sans y écrire et sans en devenir membre. Ses gestionnaires sont prévenus et lisent votre raison ; l'entrée est notée dans le journal.
oversight-why = Pourquoi
oversight-why-hint = Par exemple : « Signalement d'une publication, à vérifier. »
oversight-enter = Entrer dans le groupe
oversight-said-left = Vous êtes sorti du groupe.
oversight-visits-lead = Chaque fois qu'un administrateur entre dans le groupe sans en faire partie, il doit dire pourquoi. Qui verra ceci : les gestionnaires du groupe.
oversight-visits-none = Aucun administrateur n'est entré dans ce groupe.
oversight-visit-left = sorti
oversight-visit-now = visite en cours
