# Se connecter, ouvrir un compte, retrouver son mot de passe ; et ce que les pièces voisines disent aussi.
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

accounts-closed-title = Ce lien n'est plus valable
accounts-closed-invitation = L'invitation a expiré, a déjà servi ou a été retirée. Demandez-en une nouvelle à la personne qui vous l'a envoyée.
accounts-closed-reset = Un lien de mot de passe est valable une heure et ne sert qu'une fois. Demandez-en un nouveau.
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
accounts-password-hint = 8 caractères au moins. Une courte phrase convient très bien.
accounts-password-save = Changer le mot de passe

accounts-name = Prénom et nom
accounts-name-hint = Tel que les membres vous connaissent.
accounts-language = Langue
accounts-address-taken = Cette adresse a déjà un compte. Connectez-vous, puis ouvrez de nouveau le lien de l'invitation.

accounts-setup-title = Ouvrir la communauté
accounts-setup-lead = Voici le premier compte : celui de la personne qui administre. Elle invitera les autres.
accounts-setup-create = Créer le compte administrateur

