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
