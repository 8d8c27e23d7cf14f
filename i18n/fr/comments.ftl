# Comments and reactions.
comments-title = Commentaires
comments-count = { $n ->
    [0] Commenter
    [one] 1 commentaire
   *[other] { $n } commentaires
}
comments-earlier = { $n ->
    [one] Afficher le commentaire précédent
   *[other] Afficher les { $n } commentaires précédents
}
comments-page-earlier = Afficher les commentaires précédents
comments-page-later = Afficher les commentaires suivants
comments-none = Personne n'a encore commenté.
comments-archived = Ce groupe est archivé : il se lit encore, mais on n'y écrit plus.
comments-not-here = Dans ce groupe, votre rôle ne permet pas de commenter.
comments-join-first = Rejoignez le groupe pour commenter et réagir.
comments-see-group = Voir le groupe
comments-write = Écrire un commentaire
comments-write-reply = Écrire une réponse
comments-send = Envoyer
comments-mention = Personnes à mentionner
comments-elsewhere = Personne que vous ne pouvez pas voir ici
comments-former = Ancien membre
comments-edited = modifié
comments-removed = Commentaire retiré
comments-reply = Répondre
comments-more = Autres actions
comments-copy = Copier le lien
comments-copied = Lien copié
comments-edit = Modifier
comments-delete = Supprimer
comments-reactions = Réactions
comments-react = Ajouter une réaction
comments-pick = Choisir une réaction
comments-who = Voir qui a réagi
comments-close = Fermer les commentaires
comments-reopen = Rouvrir les commentaires
comments-closed = Les commentaires de cette publication sont fermés : ils se lisent encore, mais on n'en écrit plus.
comments-closed-now = Les commentaires sont fermés. Ceux qui sont écrits restent.
comments-reopened-now = Les commentaires sont rouverts.
comments-closed-meanwhile = Votre texte n'a pas été publié : les commentaires viennent d'être fermés. Copiez-le si vous voulez le garder.
comments-help-closing = L'auteur d'une publication et les gestionnaires du groupe peuvent fermer ses commentaires depuis son menu : ils se lisent encore, mais on n'en écrit plus. On les rouvre au même endroit.
comments-full = Ce commentaire a déjà 200 réponses. Poursuivez dans un nouveau commentaire.
comments-gone = Votre texte n'a pas été publié : ce que vous commentez a été retiré, ou vous ne faites plus partie du groupe.
comments-too-deep = Ce texte imbrique trop de citations ou de listes. Simplifiez sa mise en forme.
comments-back = Revenir à la discussion
comments-body = Votre commentaire
comments-edit-title = Modifier le commentaire
comments-edit-hint = L'ancienne version reste visible dans l'historique.
comments-save = Enregistrer
comments-cancel = Annuler
comments-history-title = Historique du commentaire
comments-version-present = Version actuelle
comments-version-before = Version précédente
comments-deleted = Commentaire supprimé.
comments-undo = Annuler
comments-restored = Commentaire rétabli.
comments-who-title = Qui a réagi
comments-who-none = Personne n'a encore réagi.
comments-people = { $n ->
    [one] 1 personne
   *[other] { $n } personnes
}
comments-others = { $n ->
    [one] et 1 autre personne
   *[other] et { $n } autres personnes
}
comments-reactions-full = Il y a déjà vingt réactions différentes. Choisissez l'une d'elles.
comments-emoji-unknown = Ce n'est pas un emoji. Choisissez-en un dans la grille.
comments-emoji-find = Chercher un emoji
comments-emoji-grid = Emojis
comments-emoji = { $key ->
    [thumbs-up] pouce levé
    [clap] applaudissements
    [heart] cœur
    [idea] idée
    [hands] mains levées
    [smile] sourire
    [joy] rire aux larmes
    [grin] grand sourire
    [wink] clin d'œil
    [love] yeux en cœur
    [tender] visage plein de cœurs
    [starstruck] yeux en étoiles
    [cool] lunettes de soleil
    [hug] câlin
    [thinking] réflexion
    [surprise] surprise
    [sad] tristesse
    [crying] larmes
    [sweat] sueur froide
    [eyes-up] yeux au ciel
    [scream] effroi
    [party-face] visage en fête
    [angel] ange
    [handshake] poignée de main
    [thanks] merci
    [ok] parfait
    [victory] victoire
    [fingers] doigts croisés
    [strong] force
    [wave] bonjour de la main
    [thumbs-down] pouce baissé
    [eyes] regard
    [fire] feu
    [sparkles] étincelles
    [star] étoile
    [party] fête
    [cake] gâteau
    [gift] cadeau
    [trophy] trophée
    [medal] médaille d'or
    [rocket] fusée
    [target] en plein dans le mille
    [done] coche verte, c'est fait
    [no] croix, non
    [question] point d'interrogation
    [important] point d'exclamation
    [hundred] cent sur cent
    [speech] bulle, à discuter
    [green-heart] cœur vert
    [blue-heart] cœur bleu
    [yellow-heart] cœur jaune
    [violet-heart] cœur violet
    [sprout] jeune pousse
    [flower] fleur, tournesol
    [sea] vague, mer
    [sun] soleil
    [rainbow] arc-en-ciel
    [earth] terre, planète
    [coffee] café
    [luck] trèfle, bonne chance
    [pin] épingle, à retenir
    [megaphone] annonce, mégaphone
    [music] musique
    [hourglass] sablier, patience
   *[other] réaction
}
