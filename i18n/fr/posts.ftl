# Publications : écrire, lire, modifier, supprimer.
posts-new-post = Nouvelle publication
posts-publish = Publier
posts-prompt = Partagez une information, une question…
posts-publish-in = Publier dans
posts-choose-group = Choisissez un groupe
posts-group-needed = Choisissez le groupe dans lequel publier.
posts-no-longer = Vous ne pouvez plus publier dans ce groupe. Choisissez-en un autre : votre texte est intact.
posts-target = { $name } ({ $readers })
posts-readers-all = toute la communauté
posts-readers = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
posts-readers-guests = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}, dont { $guests ->
    [one] { $guests } invité externe
   *[other] { $guests } invités externes
}
posts-seen-by-all = Visible par toute la communauté
posts-seen-by-all-people = { $people ->
    [one] Visible par toute la communauté : { $people } personne
   *[other] Visible par toute la communauté : { $people } personnes
}
posts-seen-by-all-guests = { $people ->
    [one] Visible par toute la communauté : { $people } personne
   *[other] Visible par toute la communauté : { $people } personnes
}, dont { $guests ->
    [one] { $guests } invité externe
   *[other] { $guests } invités externes
}
posts-seen-by = { $people ->
    [one] Visible par le seul membre de { $group }
   *[other] Visible par les { $people } membres de { $group }
}
posts-seen-by-guests = { $people ->
    [one] Visible par le seul membre de { $group }
   *[other] Visible par les { $people } membres de { $group }
}, dont { $guests ->
    [one] { $guests } invité externe
   *[other] { $guests } invités externes
}
posts-title = Titre (facultatif)
posts-title-label = Titre
posts-text = Texte
posts-text-prompt = Que voulez-vous dire ?
posts-text-needed = Écrivez un texte, ou ajoutez une photo, un document ou un sondage.
posts-text-too-deep = Ce texte imbrique trop de citations ou de listes. Simplifiez sa mise en forme.
posts-format-help = Mise en forme : **gras**, _italique_, « - » pour une liste, « > » pour une citation, @nom pour mentionner quelqu'un.
posts-people = Personnes proposées
posts-draft-hint = Le texte reste dans ce navigateur jusqu'à l'envoi.
posts-not-sent = L'envoi n'a pas abouti. Votre texte est intact : réessayez.
posts-photos = Photos
posts-photo = Photo
posts-photo-many = Cinquante photos au plus.
posts-photo-failed = Cette photo n'a pas pu être envoyée.
posts-photo-gone = Une des photos n'est plus disponible. Retirez-la et ajoutez-la de nouveau.
posts-photo-up = Avancer
posts-photo-down = Reculer
posts-photo-remove = Retirer cette photo
posts-photo-number = Place de la photo { $n }
posts-photo-alt = Décrivez l'image pour ceux qui ne la voient pas
posts-photo-sending = Envoi de la photo
posts-photo-retry = Réessayer
posts-photo-place = Photo { $n } sur { $total }
posts-photo-page = Ouvrir la page de la photo
posts-photo-previous = Photo précédente
posts-photo-next = Photo suivante
posts-more-photos = { $count ->
    [one] et { $count } autre photo
   *[other] et { $count } autres photos
}
posts-close = Fermer
posts-published = Votre publication est en ligne.
posts-no-group = Vous n'avez pas encore de groupe
posts-no-group-text = On publie dans un groupe. Rejoignez-en un pour commencer.
posts-discover = Découvrir les groupes

posts-former-member = Ancien membre
posts-post-of = Publication de { $name }
posts-unnamed = Publication
posts-closed-group = groupe fermé
posts-new = Nouveau
posts-edited = modifié
posts-views = { $count ->
    [one] { $count } vue
   *[other] { $count } vues
}
posts-views-of = { $views ->
    [one] { $views } vue
   *[other] { $views } vues
} sur { $readers ->
    [one] { $readers } personne
   *[other] { $readers } personnes
}
posts-read-on = Lire la suite
posts-actions = Autres actions
posts-actions-on = Autres actions : { $name }
posts-copy-link = Copier le lien
posts-link-copied = Lien copié
posts-see-history = Voir l'historique
posts-edit = Modifier
posts-delete = Supprimer
posts-way = Fil d'Ariane
posts-back-to-post = Revenir à la publication

posts-edit-title = Modifier la publication
posts-edit-hint = La version précédente reste dans l'historique, que voient les personnes qui voient la publication.
posts-save = Enregistrer
posts-cancel = Annuler
posts-changed = La publication est modifiée.
posts-conflict = La publication a été modifiée entre-temps
posts-conflict-text = Voici les deux versions. Enregistrez la vôtre pour remplacer l'autre, qui restera dans l'historique.
posts-conflict-theirs = Version en ligne
posts-conflict-yours = Votre version
posts-keep-theirs = Garder la version en ligne

posts-history = Historique de la publication
posts-version-now = Version actuelle
posts-version-older = Version précédente
posts-version-first = Première version

posts-deleted = La publication est supprimée.
posts-undo = Annuler
posts-restored = La publication est de nouveau en ligne.
posts-bin = Éléments supprimés et déplacés
posts-bin-text = Vos publications et celles des groupes dont vous êtes gestionnaire se restaurent pendant trente jours.
posts-bin-empty = Rien à reprendre
posts-bin-empty-text = Ce que vous supprimerez ou déplacerez se retrouvera ici pendant trente jours.
posts-bin-since = supprimée
posts-bin-left = { $days ->
    [one] encore { $days } jour
   *[other] encore { $days } jours
}
posts-restore = Restaurer
posts-restore-this = Restaurer : { $name }
posts-photos-only = Publication sans texte
posts-to-feed = Revenir au fil
posts-minutes = { $n } min de lecture
posts-contents = Sommaire
posts-photo-first = En tête d'un article (un titre et un long texte), la première photo sert de couverture.
