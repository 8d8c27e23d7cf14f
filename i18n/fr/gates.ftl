# Ce que l'on demande aux nouveaux venus, et ce que l'on rappelle aux autres.
gates-title = Bienvenue dans { $name }
gates-lead = Encore un instant : ces réponses sont nécessaires avant d'entrer. Vous pourrez les changer à tout moment dans votre profil.
gates-lead-later = Ces réponses manquent dans votre profil. Vous pourrez les changer à tout moment.
gates-go-on = Continuer
gates-later = Plus tard
gates-done = Merci, c'est complet.
gates-banner = { $count ->
    [one] Une réponse nécessaire manque dans votre profil.
   *[other] { $count } réponses nécessaires manquent dans votre profil.
}
gates-banner-due = À compléter avant le { $day }.
gates-lead-due = Ces réponses sont maintenant nécessaires pour continuer. Vous pourrez les changer à tout moment dans votre profil.
gates-steps-left = { $count ->
    [one] Encore { $count } étape
   *[other] Encore { $count } étapes
}
gates-introduction-title = Présentez-vous en quelques mots
gates-introduction-lead = Deux ou trois phrases suffisent : ce que vous faites, ce qui vous amène. C'est facultatif.
gates-introduction = Quelques mots sur vous
gates-introduction-hint = Ces mots vont dans votre profil, sous « À propos », si vous le demandez. Ils ne sont publiés nulle part ailleurs.
gates-introduction-show = Mettre dans mon profil
gates-introduction-skip = Passer cette étape
gates-introduction-empty = Écrivez quelques mots, ou passez cette étape.
gates-admin-title = Accueil des nouveaux
gates-admin-lead = Ce que rencontrent les personnes qui arrivent, dans cet ordre : les champs obligatoires du profil, votre mot de bienvenue, une présentation. Les personnes déjà là ne le voient pas.
gates-admin-welcome-fr = Mot de bienvenue en français
gates-admin-welcome-en = Mot de bienvenue en anglais
gates-admin-welcome-hint = Affiché seul sur une page, avant d'entrer. Vide : l'étape disparaît. La mise en forme est celle des publications.
gates-admin-introduction = Présentation
gates-admin-introduction-ask = Proposer de se présenter
gates-admin-introduction-hint = Quelques mots que la personne met dans son profil si elle le veut. Elle peut toujours passer l'étape.
gates-admin-save = Enregistrer
gates-admin-saved = L'accueil est enregistré.
gates-banner-link = Compléter
