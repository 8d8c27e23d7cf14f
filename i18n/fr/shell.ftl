# What stands around every page.
shell-skip = Aller au contenu
shell-search = Rechercher une personne ou un groupe
shell-search-placeholder = Rechercher une personne ou un groupe
shell-search-short = Rechercher
shell-publish = Publier
shell-notifications = Notifications
shell-notifications-unread = { $count ->
    [0] notifications
    [one] { $count } notification non lue
   *[other] { $count } notifications non lues
}
shell-account = Votre compte
shell-my-profile = Mon profil
shell-settings = Paramètres
shell-theme-light = Passer en thème clair
shell-theme-dark = Passer en thème sombre
shell-admin = Administration
shell-sign-out = Se déconnecter
shell-navigation = Navigation principale
shell-quick-navigation = Navigation rapide
shell-feed = Fil d'actualité
shell-tab-feed = Fil
shell-groups = Groupes
shell-directory = Annuaire
shell-menu = Menu
shell-my-groups = Mes groupes
shell-new-group = Créer un groupe
shell-news = Nouveautés
shell-help = Aide
shell-accessibility = Accessibilité
shell-language = Langue
shell-lost = Connexion perdue. La page se remettra à jour dès son retour.
shell-palette = Aller à une page, un groupe, une personne
shell-palette-empty = Aucun résultat
shell-just-now = à l'instant
shell-results = Résultats
shell-go-to = Aller à
shell-welcome = Un lieu pour se retrouver, s'entraider et avancer ensemble.
