# La recherche.
search-title = Rechercher
search-title-for = Résultats pour « { $words } »
search-field = Rechercher une publication, une personne, un groupe
search-button = Rechercher
search-start = Que cherchez-vous
search-start-text = Écrivez un mot d'une publication, d'un commentaire ou d'un document, le nom d'une personne ou d'un groupe. Les accents ne comptent pas.
search-tips = Mettez des guillemets autour de mots qui se suivent ("assemblée générale"), un tiret devant un mot à écarter (-budget).
search-types = Ce que vous cherchez
search-type =
    { $kind ->
        [posts] Publications
        [files] Documents
        [comments] Commentaires
        [people] Personnes
        [groups] Groupes
       *[all] Tout
    }
search-filters = Filtres
search-group = Groupe
search-group-any = Tous les groupes
search-author = Auteur
search-author-any = Tout le monde
search-label = Étiquette
search-label-any = Toutes
search-label-of = { $name } · { $group }
search-period = Période
search-since =
    { $period ->
        [week] Cette semaine
        [month] Ce mois-ci
        [year] Cette année
       *[always] Toutes les dates
    }
search-sort = Ordre
search-sort-best = Les plus proches
search-sort-recent = Les plus récentes
search-option = { $name } ({ $count })
search-widen = Retirer les filtres
search-written = Publications et commentaires :
search-count =
    { $count ->
        [0] aucun résultat
        [one] { $count } résultat
       *[other] { $count } résultats
    }
search-count-more = plus de { $count } résultats, les plus récents d'abord ; ajoutez un mot pour préciser
search-none = Aucun résultat
search-none-text = Essayez un mot plus court, un autre mot, ou vérifiez l'orthographe. La recherche ne porte que sur ce que vous pouvez lire.
search-spelling = Vouliez-vous dire
search-elsewhere = Ces mots se trouvent ailleurs :
search-directory = Ouvrir l'annuaire
search-groups = Voir les groupes
search-all-groups = Tous les groupes trouvés
search-all-people = Toutes les personnes trouvées
search-closed = groupe fermé
search-in-document = Dans le document
search-comment-on = Commentaire sur
search-pages = Pages de résultats
search-previous = Précédents
search-next = Suivants
search-everything = Tout
search-all-for = Tous les résultats pour « { $words } »
search-suggestions = Suggestions
