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
gates-banner-link = Compléter
