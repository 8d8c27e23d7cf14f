# Se connecter, s'inscrire, régler son compte.
accounts-sign-in-title = Se connecter
accounts-sign-in = Se connecter
accounts-email = Adresse e-mail
accounts-password = Mot de passe
accounts-forgotten = Mot de passe oublié
accounts-by-invitation = L'inscription se fait sur invitation : ouvrez le lien que vous avez reçu.
accounts-wrong = L'adresse ou le mot de passe n'est pas le bon. Vérifiez les deux et réessayez.
accounts-suspended = Ce compte est suspendu. Écrivez à { $contact } pour en parler.
accounts-too-many = { $minutes ->
    [one] Trop d'essais. Réessayez dans une minute, ou demandez un nouveau mot de passe.
   *[other] Trop d'essais. Réessayez dans { $minutes } minutes, ou demandez un nouveau mot de passe.
}
accounts-device = { $browser } sur { $system }
accounts-device-unknown = Appareil inconnu

accounts-letter-foot = Ce message concerne la sécurité de votre compte ; il ne peut pas être désactivé.
accounts-letter-device-subject = Nouvelle connexion à votre compte
accounts-letter-device-text = Quelqu'un s'est connecté à votre compte avec un appareil que vous n'aviez pas encore utilisé : { $device }, réseau { $place }, { $when }.
accounts-letter-device-advice = Si c'était vous, il n'y a rien à faire. Sinon, fermez cette session et changez votre mot de passe.
accounts-letter-device-button = Voir mes sessions
accounts-letter-hour = Ce lien est valable une heure et ne sert qu'une fois.
accounts-letter-reset-subject = Choisir un nouveau mot de passe
accounts-letter-reset-text = Vous avez demandé un nouveau mot de passe. Le lien ci-dessous est valable une heure et ne sert qu'une fois.
accounts-letter-reset-advice = Si vous n'avez rien demandé, ignorez ce message : votre mot de passe reste le même.
accounts-letter-reset-button = Choisir un mot de passe
accounts-letter-changed-subject = Votre mot de passe a changé
accounts-letter-changed-text = Le mot de passe de votre compte a été changé le { $when }. Vos autres sessions ont été fermées.
accounts-letter-changed-advice = Si ce n'était pas vous, choisissez tout de suite un nouveau mot de passe et prévenez un administrateur.
accounts-letter-confirm-subject = Confirmer votre adresse
accounts-letter-confirm-text = Confirmez que cette adresse est bien la vôtre : elle servira à vous connecter et à vous écrire.
accounts-letter-confirm-button = Confirmer mon adresse
accounts-letter-asked-subject = Changement d'adresse demandé
accounts-letter-asked-text = Quelqu'un qui connaît votre mot de passe a demandé à remplacer cette adresse par { $email }. Rien ne change tant que la nouvelle adresse n'est pas confirmée.
accounts-letter-moved-subject = Votre adresse a changé
accounts-letter-moved-text = Votre compte utilise maintenant l'adresse { $email }. Ce message est le dernier envoyé à l'ancienne.
accounts-letter-moved-advice = Si ce n'était pas vous, prévenez tout de suite un administrateur.
accounts-letter-invited-subject = { $inviter } vous invite
accounts-letter-invited-text = { $inviter } vous invite à rejoindre { $community }. Deux minutes suffisent pour créer votre compte.
accounts-letter-invited-until = L'invitation est valable { $days } jours. Elle est faite pour cette adresse.
accounts-letter-invited-button = Rejoindre la communauté
accounts-letter-invited-foot = Vous recevez ce message parce que quelqu'un a indiqué votre adresse. Si cela ne vous dit rien, ignorez-le.
accounts-letter-joining-subject = Votre inscription
accounts-letter-joining-text = Vous avez demandé à rejoindre { $community } avec cette adresse. Continuez en ouvrant le lien ci-dessous.
accounts-letter-joining-button = Continuer mon inscription
accounts-letter-known-text = Vous avez ouvert une invitation avec cette adresse, qui a déjà un compte. Connectez-vous : l'invitation s'ouvrira ensuite.

accounts-closed-title = Ce lien n'est plus valable
accounts-closed-invitation = L'invitation a expiré, a déjà servi ou a été retirée. Demandez-en une nouvelle à la personne qui vous l'a envoyée.
accounts-closed-other = Cette invitation est faite pour une autre adresse que celle de votre compte.
accounts-closed-reset = Un lien de mot de passe est valable une heure et ne sert qu'une fois. Demandez-en un nouveau.
accounts-closed-email = Ce lien de confirmation est valable une heure et ne sert qu'une fois. Demandez-en un nouveau dans vos paramètres.
accounts-closed-setup = Ce lien a déjà servi, ou Parvis a redémarré depuis. Le lien valable s'affiche au démarrage du serveur.

accounts-back-to-sign-in = Revenir à la connexion
accounts-reset-title = Mot de passe oublié
accounts-reset-lead = Indiquez l'adresse de votre compte : nous y envoyons un lien pour choisir un nouveau mot de passe.
accounts-reset-send = Envoyer le lien
accounts-reset-sent = Si un compte existe à cette adresse, un lien vient d'y être envoyé. Il est valable une heure.
accounts-mute = Ce serveur n'envoie pas encore d'e-mails : demandez le lien à un administrateur.
accounts-reset-again = Demander un nouveau lien
accounts-reset-new-title = Nouveau mot de passe
accounts-reset-new-lead = Vos sessions ouvertes seront fermées, puis vous vous connecterez avec ce mot de passe.
accounts-reset-done = Votre mot de passe est changé. Connectez-vous.
accounts-new-password = Nouveau mot de passe
accounts-current-password = Mot de passe actuel
accounts-current-wrong = Ce n'est pas votre mot de passe actuel.
accounts-password-hint = 8 caractères au moins. Une courte phrase convient très bien.
accounts-password-save = Changer le mot de passe
accounts-password-changed = Votre mot de passe est changé. Vos autres sessions sont fermées.
accounts-password-ends = Changer de mot de passe ferme vos sessions sur les autres appareils.

accounts-name = Prénom et nom
accounts-name-hint = Tel que les membres vous connaissent.
accounts-language = Langue
accounts-zone = Fuseau horaire
accounts-continue = Continuer
accounts-home = Ouvrir le fil d'actualité
accounts-welcome = Bienvenue sur { $community }. Votre compte est ouvert.
accounts-address-taken = Cette adresse a déjà un compte. Connectez-vous, puis ouvrez de nouveau le lien de l'invitation.

accounts-join-title = Rejoindre { $community }
accounts-join-lead = Vous êtes invité à rejoindre la communauté. Deux minutes suffisent, vous compléterez votre profil ensuite.
accounts-join-lead-inviter = { $inviter } vous invite. Deux minutes suffisent, vous compléterez votre profil ensuite.
accounts-join-lead-group = Vous êtes invité dans le groupe « { $group } ».
accounts-join-lead-both = { $inviter } vous invite dans le groupe « { $group } ».
accounts-join-group = Rejoindre { $group }
accounts-join-member = Vous êtes déjà membre de la communauté.
accounts-join-address-hint = Nous y envoyons un lien pour continuer.
accounts-join-letter = Un lien vient d'être envoyé à cette adresse. Ouvrez-le pour continuer ; il est valable une heure.
accounts-join-known = L'adresse de cette invitation a déjà un compte. Connectez-vous pour l'accepter.
accounts-join-bound = L'invitation est faite pour cette adresse.
accounts-join-seen = Votre nom figurera dans l'annuaire, réservé aux membres. Vous choisirez le reste.
accounts-join-create = Créer mon compte
accounts-join-already = Déjà membre ?
accounts-joined = Vous faites partie du groupe « { $group } ».

accounts-setup-title = Ouvrir la communauté
accounts-setup-lead = Voici le premier compte : celui de la personne qui administre. Elle invitera les autres.
accounts-setup-create = Créer le compte administrateur

accounts-settings-title = Paramètres
accounts-settings-sections = Rubriques des paramètres
accounts-settings-account = Compte
accounts-settings-profile = Profil
accounts-settings-display = Affichage
accounts-settings-email = Adresse e-mail
accounts-settings-password = Mot de passe
accounts-settings-sessions = Sessions
accounts-settings-leave = Quitter cet appareil
accounts-settings-leave-hint = Vos autres sessions restent ouvertes.
accounts-save = Enregistrer
accounts-saved = C'est enregistré.
accounts-choose = Choisissez une des possibilités.

accounts-theme = Thème
accounts-theme-system = Comme l'appareil
accounts-theme-light = Clair
accounts-theme-dark = Sombre
accounts-contrast = Contraste
accounts-contrast-system = Comme l'appareil
accounts-contrast-more = Renforcé
accounts-text-size = Taille du texte
accounts-percent = { $n } %
accounts-keyboard = Clavier
accounts-shortcuts = Raccourcis d'une seule touche
accounts-shortcuts-hint = Par exemple « / » pour rechercher. Désactivez-les si vous dictez votre texte.

accounts-email-now = Votre adresse actuelle est { $email }.
accounts-email-new = Nouvelle adresse
accounts-email-hint = Nous y envoyons un lien de confirmation ; l'ancienne adresse est prévenue.
accounts-email-send = Envoyer le lien de confirmation
accounts-email-same = C'est déjà votre adresse.
accounts-email-sent = Un lien de confirmation part vers { $email }. L'adresse changera quand vous l'aurez ouvert.
accounts-confirm-title = Confirmer votre adresse
accounts-confirm-lead = Votre compte utilisera { $email } pour vous connecter et vous écrire.
accounts-confirm = Confirmer cette adresse
accounts-confirmed = Votre nouvelle adresse est confirmée.

accounts-session-here = Cet appareil
accounts-session-place = réseau { $place }
accounts-session-since = ouverte
accounts-session-seen = vue
accounts-session-end = Fermer
accounts-session-ended = La session est fermée.
accounts-sessions-end-others = Fermer toutes les autres sessions
accounts-sessions-only = Vous n'êtes connecté que sur cet appareil.
accounts-sessions-ended = { $count ->
    [0] Aucune autre session n'était ouverte.
    [one] Une autre session est fermée.
   *[other] { $count } autres sessions sont fermées.
}

accounts-invitations-title = Invitations
accounts-invitations-lead = Ouvrez la communauté à d'autres personnes. Un lien est valable 28 jours.
accounts-invite-title = Nouvelle invitation
accounts-invite = Créer l'invitation
accounts-invite-kind = Qui invitez-vous
accounts-invite-member = Membre
accounts-invite-member-hint = Voit les groupes ouverts et l'annuaire.
accounts-invite-guest = Invité externe
accounts-invite-guest-hint = Ne voit que les groupes qui l'invitent et les personnes qui s'y trouvent.
accounts-invite-uses = Nombre d'utilisations du lien
accounts-invite-times = { $count ->
    [one] Une personne
   *[other] { $count } personnes
}
accounts-invite-email-hint = Une lettre part à cette adresse, et le lien ne sert qu'à elle.
accounts-invitation-made = L'invitation est prête.
accounts-invitation-once = Copiez le lien maintenant : il ne sera plus affiché.
accounts-copy = Copier le lien
accounts-copied = Lien copié
accounts-invitations-open = Invitations en cours
accounts-invitations-none = Aucune invitation en cours
accounts-invitations-none-text = Créez un lien ci-dessus et envoyez-le aux personnes à accueillir.
accounts-invitation-link = Lien
accounts-invitation-uses = { $uses } sur { $most }
accounts-invitation-until = valable jusqu'au { $date }
accounts-invitation-revoke = Retirer
accounts-invitation-revoked = L'invitation est retirée : son lien n'ouvre plus rien.
