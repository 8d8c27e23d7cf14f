# Annuaire et profils.
people-directory-title = Annuaire
people-directory-lead = Trouvez une personne par son nom ou par ce qu'elle fait.
people-search = Un nom, un métier
people-search-button = Rechercher
people-count = { $count ->
    [0] Aucune personne
    [one] { $count } personne
   *[other] { $count } personnes
}
people-show-all = Voir tout l'annuaire
people-none-title = Personne ne correspond
people-none-text = Essayez avec moins de mots, ou seulement un nom de famille.
people-pages = Pages de résultats
people-page = Page
people-previous = Précédent
people-next = Suivant
people-you = C'est vous
people-shared = { $count ->
    [one] { $count } groupe en commun
   *[other] { $count } groupes en commun
}
people-external = Invité externe
people-edit = Modifier mon profil
people-edit-photo = Changer la photo
people-about = À propos
people-local-time-label = Heure locale
people-local-time = { $at } (heure de { $city })
people-email = Adresse électronique
people-email-hint = Visible par vous et par les administrateurs.
people-recent-posts = Publications récentes
people-post-untitled = Publication sans texte
people-no-posts = Aucune publication que vous puissiez lire pour le moment.
people-no-posts-own = Vous n'avez encore rien publié.
people-shared-groups = Groupes en commun
people-my-groups = Mes groupes
people-no-groups = Vous n'avez pas de groupe en commun.
people-no-groups-own = Vous ne faites encore partie d'aucun groupe.
people-find-groups = Voir les groupes
people-completeness = Votre profil
people-completeness-count = { $done } sur { $all }
people-done = Fait :
people-step-photo = Une photo
people-step-headline = Ce que vous faites, en une ligne
people-step-about = Quelques mots sur vous
people-step-place = Le lieu où vous êtes

people-edit-title = Mon profil
people-edit-lead = Tout est facultatif. Ce que vous écrivez ici est lu par les membres, et par les invités des groupes que vous partagez avec eux.
people-field-headline = Ce que vous faites
people-field-headline-hint = En une ligne, par exemple : animatrice, chargé de mission énergie.
people-field-about = À propos de vous
people-field-about-hint = Vos sujets, ce que vous cherchez, ce que vous proposez. La mise en forme Markdown est possible.
people-field-place = Lieu
people-field-place-hint = Une commune ou un site suffit.
people-field-phone = Téléphone
people-field-phone-hint = Seulement si vous acceptez d'être appelé par les autres membres.
people-phone-form = Ce numéro n'a pas la forme attendue. Écrivez des chiffres, par exemple 02 40 00 00 00.
people-save = Enregistrer
people-cancel = Annuler
people-edited = Votre profil est à jour.

people-photo-title = Ma photo
people-photo-lead = Un visage aide à se reconnaître. La photo est montrée dans un cercle, et ses données cachées (lieu, appareil) sont effacées.
people-photo-choose = Choisir une photo
people-photo-hint = JPEG, PNG, GIF ou WebP. Sans cadrage, le milieu de la photo est gardé.
people-photo-crop = Cadrage de la photo. Déplacez avec les flèches, agrandissez avec plus, réduisez avec moins.
people-photo-zoom = Agrandir
people-photo-send = Utiliser cette photo
people-photo-now = Votre photo actuelle
people-photo-remove = Retirer la photo
people-photo-changed = Votre photo est en place.
people-photo-removed = Votre photo est retirée.

people-team = Équipe
people-chart = Organigramme
people-call = Appeler
people-write = Écrire un courriel
people-chart-lead = Qui travaille avec qui autour de { $name }.
people-chart-whole = Qui travaille avec qui. Choisissez une personne pour voir son équipe.
people-chart-empty = Personne n'a encore indiqué son responsable.
people-chart-all = Tout l'organigramme
people-chart-back = Retour

people-filters = Filtres
people-applied = Filtres appliqués
people-filter-remove = Retirer le filtre { $label }
people-facet-rings = Anneaux
people-facet-ring-gone = Un anneau que personne ne porte plus
people-facet-groups = Mes groupes
people-facet-gone = Valeur qui n'est plus proposée
people-facet-group-other = Un autre groupe
people-sort = Trier par
people-sort-by = { $by ->
    [best] Pertinence
    [name] Nom
   *[recent] Arrivée récente
}
people-as-cards = Afficher des cartes
people-as-list = Afficher une liste
people-export = Exporter
people-export-name = Nom
people-export-handle = Identifiant
