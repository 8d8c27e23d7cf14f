# Inviter dans un groupe, et les invitations en cours.
invitations-title = Inviter
invitations-invite-name-title = Une personne de la communauté
invitations-invite-search = Nom de la personne
invitations-invite-search-button = Chercher
invitations-invite-someone = Inviter { $name }
invitations-invite-none = Personne ne correspond à « { $words } » parmi celles et ceux qui ne sont pas encore dans le groupe.
invitations-invite-already = Déjà invité
invitations-invite-mail-title = Par e-mail
invitations-invite-mail-text = Une personne qui n'a pas de compte reçoit un lien pour en créer un. Elle devient invitée externe : elle ne voit que ce groupe et ses membres.
invitations-invite-email = Adresse e-mail
invitations-invite-message = Un mot pour l'accompagner
invitations-invite-mail-button = Envoyer l'invitation
invitations-invite-link-title = Par un lien
invitations-invite-link-text = Toute personne qui reçoit ce lien peut entrer, jusqu'à la date et au nombre que vous fixez. Celles qui n'ont pas de compte deviennent invitées externes.
invitations-invite-uses = Nombre de personnes
invitations-invite-days = Valable pendant
invitations-invite-days-option = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
invitations-invite-link-button = Créer le lien
invitations-invite-uses-wrong = Indiquez un nombre de 1 à 1 000.
invitations-link-made = Votre lien est prêt
invitations-link-once = Copiez-le maintenant : il ne sera plus affiché.
invitations-link-copy = Copier le lien
invitations-link-copied = Lien copié
invitations-open-title = Invitations en cours
invitations-open-none = Aucune invitation en cours.
invitations-open-link = Lien d'invitation
invitations-open-uses = { $uses } sur { $most }
invitations-open-by = par { $name }
invitations-open-until = valable jusqu'au { $date }
invitations-revoke = Révoquer
invitations-revoke-what = Révoquer l'invitation : { $what }
invitations-said-invited = { $name } a reçu votre invitation.
invitations-said-mailed = L'invitation est partie à { $email }.
invitations-said-revoked = L'invitation est révoquée : elle n'ouvre plus rien.
invitations-invite-unknown = Choisissez une personne dans la liste.
invitations-invite-refused-in = Cette personne fait déjà partie du groupe.
invitations-invite-refused-invited = Cette personne a déjà une invitation en attente.
invitations-invite-refused-asked = Cette personne a demandé à entrer : répondez à sa demande.
invitations-invite-refused-manager = Vous n'êtes plus gestionnaire de ce groupe.

invitations-mail-invited-subject = { $inviter } vous invite dans « { $group } »
invitations-mail-invited-text = { $inviter } vous invite à rejoindre le groupe « { $group } » sur { $community }.
invitations-mail-invited-until = { $days ->
    [one] Cette invitation est valable { $days } jour et ne sert qu'une fois.
   *[other] Cette invitation est valable { $days } jours et ne sert qu'une fois.
}
invitations-mail-invited-button = Rejoindre le groupe
invitations-mail-invited-foot = Vous recevez ce message parce que { $inviter } a indiqué votre adresse. Sans réponse de votre part, elle ne servira à rien d'autre.
invitations-invite = Inviter
