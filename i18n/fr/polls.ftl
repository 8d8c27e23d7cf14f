# Sondages : demander, voter, lire les résultats.
polls-add = Ajouter un sondage
polls-add-hint = Remplissez la question et au moins deux choix. Laissez tout vide si vous ne voulez pas de sondage.
polls-question = Question du sondage
polls-question-needed = Écrivez la question du sondage, ou videz ses choix.
polls-choices = Choix
polls-choice-n = Choix { $number }
polls-dates-instead = Plutôt chercher une date
polls-dates = Dates
polls-dates-hint = Chacun répond par oui, si besoin ou non à chaque date, à l'heure de votre fuseau.
polls-date-n = Date { $number }
polls-more = Ajouter des lignes
polls-two-needed = Proposez au moins deux choix.
polls-words-or-dates = Proposez des choix ou des dates, mais pas les deux dans le même sondage.
polls-range-wrong = Le minimum est d'au moins 1, le maximum ne dépasse pas le nombre de choix, et le minimum ne dépasse pas le maximum.
polls-anonymous-opens = Dans un vote anonyme, les choix sont fixés au départ : qui en ajoute un dirait ce qu'il veut choisir. Décochez cette case, ou choisissez un vote avec les noms.
polls-names = Qui saura qui a voté quoi ?
polls-named = Vote avec les noms
polls-named-hint = Qui voit les résultats voit aussi qui a choisi quoi.
polls-anonymous = Vote anonyme
polls-anonymous-hint = Personne ne peut savoir qui a choisi quoi, pas même les administrateurs. Un vote anonyme ne peut pas être modifié ni rouvert, et ses résultats paraissent à partir de 10 votes, ou à la clôture s'il y en a au moins 5.
polls-results-seen = Qui voit les résultats ?
polls-results-always = Tout le monde, tout de suite
polls-results-always-hint = On voit les tendances avant de voter.
polls-results-voted = Qui a voté
polls-results-voted-hint = Les autres les voient à la clôture.
polls-results-closed = Tout le monde, après la clôture
polls-results-closed-hint = Personne ne les voit avant, vous non plus.
polls-results-author = Vous seulement
polls-results-author-hint = Les membres ne verront que le nombre de votes.
polls-settings = Autres réglages
polls-least = Réponses au minimum
polls-most = Réponses au maximum
polls-most-hint = Le nombre de choix que chacun peut cocher.
polls-opens = Les membres peuvent ajouter des choix
polls-opens-hint = Jusqu'à 20 choix en tout.
polls-changes = Chacun peut changer son vote
polls-changes-hint = Jusqu'à la clôture. Ne vaut pas pour un vote anonyme.
polls-closes = Clôture
polls-closes-hint = Jour et heure, à l'heure de { $zone }. Sans date, vous le fermerez vous-même.

polls-vote = Voter
polls-vote-again = Enregistrer mon vote
polls-change = Modifier mon vote
polls-voted = Votre vote : { $choices }
polls-voted-none = Votre vote : aucune de ces dates
polls-voted-secretly = Vous avez voté. Personne ne peut savoir ce que vous avez choisi, et ce vote ne peut plus être modifié.
polls-secret-promise = Personne ne peut savoir ce que vous avez choisi, pas même les administrateurs. Un vote anonyme ne peut pas être modifié.
polls-what-is-recorded = Ce qui est enregistré
polls-join-first = Rejoignez le groupe pour voter.
polls-counted = Votre vote est enregistré.
polls-not-sent = Votre vote n'est pas parti : réessayez.
polls-pick = Cochez de { $least } à { $most } réponses.
polls-pick-exactly = Cochez { $count ->
    [one] une réponse
   *[other] { $count } réponses
}.
polls-pick-dates = Répondez pour chaque date.
polls-yes = Oui
polls-if-need-be = Si besoin
polls-no = Non
polls-if-need-be-of = { $what } (si besoin)

polls-no-closed = Ce vote est clos : votre choix n'a pas été compté.
polls-no-picks = Cochez de { $least } à { $most } réponses.
polls-no-picks-exactly = { $count ->
    [one] Choisissez une réponse.
   *[other] Cochez { $count } réponses.
}
polls-no-choice = Ce sondage a changé entre-temps. Relisez ses choix et votez de nouveau.
polls-no-voted = Vous avez déjà voté, et ce vote ne peut pas être modifié : votre premier choix compte.
polls-no-longer = Vous ne faites plus partie de ce groupe : votre choix n'a pas été compté.
polls-no-full = Il y a déjà 20 choix, le maximum.
polls-no-twice = Ce choix y est déjà.
polls-no-begun = Quelqu'un a déjà voté : la question, les choix et les réglages ne changent plus. Vous pouvez ajouter des choix (dans un vote avec les noms) et déplacer la clôture.
polls-no-past = Choisissez un moment à venir.
polls-no-restarted = Ce vote a dû recommencer après une restauration de sauvegarde, et votre choix n'a pas été compté. Votez de nouveau, s'il vous plaît.

polls-results = Résultats
polls-percent = { $share } %
polls-votes = { $count ->
    [one] { $count } voix
   *[other] { $count } voix
}
polls-date-count = { $yes ->
    [one] { $yes } oui
   *[other] { $yes } oui
}, { $maybe } si besoin
polls-table = Tableau des résultats
polls-table-of = Résultats de « { $question } »
polls-choice = Choix
polls-votes-head = Voix
polls-share-head = Part des votants
polls-people-head = Personnes
polls-voters-head = Votants
polls-voters = { $count ->
    [0] Aucun vote
    [one] { $count } vote
   *[other] { $count } votes
}
polls-somebody = Une personne
polls-is-anonymous = Vote anonyme
polls-is-named = Vote avec les noms
polls-closes-on = Clôture { $when }
polls-closed-on = Vote clos { $when }
polls-restarted = Ce vote a recommencé après une restauration de sauvegarde : votez de nouveau.
polls-details = Détails du sondage
polls-hidden-voted = Les résultats paraissent quand vous avez voté, ou à la clôture.
polls-hidden-closed = Les résultats paraissent à la clôture.
polls-hidden-author = Seul l'auteur du sondage voit les résultats.
polls-soon = Le vote est clos. Les résultats paraissent dans la minute.
polls-too-few = Moins de { $batch } personnes ont voté : le résultat d'un vote anonyme ne paraît pas, et les choix sont effacés.
polls-from-ten = Les résultats d'un vote anonyme paraissent par lots d'au moins { $batch } : les premiers au { $first }e vote, tous à la clôture.
polls-in-batches = Par lots d'au moins { $batch } : { $counted } votes comptés sur { $voters }. Le reste paraît avec les suivants, ou à la clôture.
polls-lost = Une partie des votes n'a pas pu être comptée : leur clé a été perdue.

polls-its-post = La publication
polls-add-choice = Nouveau choix
polls-add-choice-do = Ajouter ce choix
polls-choice-added = Le choix est ajouté.
polls-more-title = Ce que vous pouvez faire
polls-who = Qui a choisi quoi
polls-who-title = Qui a choisi quoi
polls-others = { $count ->
    [one] et { $count } personne que vous ne pouvez pas voir
   *[other] et { $count } personnes que vous ne pouvez pas voir
}
polls-take-xlsx = Résultats pour Excel et LibreOffice (xlsx)
polls-take-csv = Résultats en texte (csv)
polls-file = sondage
polls-edit = Modifier le sondage
polls-edit-title = Modifier le sondage
polls-edit-begun = Quelqu'un a déjà voté : la question, les choix, les noms et le nombre de réponses ne changent plus, pour que chaque vote garde son sens. La clôture peut être déplacée.
polls-save = Enregistrer
polls-cancel = Annuler
polls-changed = Le sondage est modifié.
polls-close = Clore maintenant
polls-close-sure = Clore ce vote anonyme ?
polls-keep-open = Le laisser ouvert
polls-close-hint = Plus personne ne vote. Les participants en sont avertis. Vous pourrez rouvrir le vote.
polls-close-hint-anonymous = Plus personne ne vote, et les participants en sont avertis. Un vote anonyme clos ne se rouvre pas : la différence entre deux décomptes dirait ce que les derniers ont choisi.
polls-closed-now = Le vote est clos.
polls-reopen = Rouvrir
polls-reopen-hint = Les votes déjà donnés restent. La date de clôture est retirée.
polls-reopened = Le vote est rouvert.

polls-recorded-title = Ce qui est enregistré
polls-recorded-generated = Cette page est faite à partir de la base de données au moment où vous la lisez : ses tables, leurs colonnes, et ce qu'elles contiennent sur vous.
polls-recorded-anonymous = Ce vote est anonyme. Qui a participé et ce qui a été choisi sont gardés séparément, sans rien pour les relier.
polls-recorded-named = Ce vote est fait avec les noms : votre choix est gardé avec votre nom.
polls-recorded-named-who = Qui voit les résultats voit qui a choisi quoi.
polls-table-voters = Qui a participé : une ligne par personne, pour que chacun ne vote qu'une fois.
polls-table-votes = Ce que chacun a choisi : une ligne par personne et par choix.
polls-table-boxes = Ce qui a été choisi depuis le dernier lot compté : une seule boîte scellée pour tout le sondage, toujours de la même longueur. Elle contient des sommes, jamais des votes séparés.
polls-column-post = La publication qui porte le sondage.
polls-column-voter = La personne qui a participé. Ni la date, ni l'ordre, ni le choix.
polls-column-chooser = La personne qui a choisi.
polls-column-number = Le numéro du choix.
polls-column-maybe = Si la réponse était « si besoin ».
polls-column-anonymous = Toujours « non » : la base refuse une telle ligne dans un vote anonyme.
polls-column-sealed = Les sommes, chiffrées. La clé n'est pas dans la base, ni dans ses sauvegardes ; elle est détruite à la clôture.
polls-column-unknown = Cette colonne n'est pas encore décrite.
polls-recorded-you = Ce que la base contient sur vous
polls-recorded-your-part = Vous avez participé :
polls-recorded-nothing = Rien : vous n'avez pas participé.
polls-recorded-box = Et la boîte scellée du sondage, qui change à chaque vote et ne dit rien à qui n'a pas la clé :
polls-recorded-no-box = La boîte scellée n'existe plus : le vote est clos et tout ce qui pouvait être compté l'a été.
polls-recorded-means = Ce que cela veut dire
polls-recorded-who = La base sait qui a participé, et à peu près quand. Elle ne sait pas ce que cette personne a choisi.
polls-recorded-batches = Les résultats paraissent par lots d'au moins { $batch } votes : les premiers au { $first }e vote, tous à la clôture. Avec moins de { $batch } votes en tout, rien ne paraît.
polls-recorded-change = Un vote anonyme ne peut être ni modifié ni retiré, parce que personne ne peut le retrouver, pas même vous.
polls-recorded-copy = Qui copierait la base entière, ses journaux et ses sauvegardes n'apprendrait que les lots comptés. Il faudrait copier aussi la clé, sur le serveur et pendant le vote, pour lire la somme qui attend.
polls-recorded-program = Qui remplacerait le programme du serveur pourrait voir les votes au moment où ils arrivent. Aucun service en ligne ne peut l'empêcher.
polls-recorded-same = Si tout le monde choisit la même chose, le résultat le dit.

polls-help = Sondages
polls-help-make = Dans « Publier », ouvrez « Ajouter un sondage » : une question et de 2 à 20 choix, ou des dates. Vous dites combien de réponses chacun peut cocher, qui voit les résultats, et quand le vote s'arrête. Tant que personne n'a voté, tout se modifie ; ensuite la question et les choix ne bougent plus.
polls-help-vote = Votez dans le fil ou sur la page de la publication. Sauf dans un vote anonyme, ou si l'auteur l'a exclu, vous pouvez changer d'avis jusqu'à la clôture. À la clôture, les participants sont avertis.
polls-help-anonymous = Dans un vote anonyme, personne ne peut savoir qui a choisi quoi, pas même les administrateurs. Sous chaque sondage, « Ce qui est enregistré » montre ce que la base de données contient vraiment sur vous.
polls-help-results = Les résultats se lisent en barres et en tableau, et s'emportent pour Excel, LibreOffice ou en texte depuis « Détails du sondage ».
polls-no-past-planned = Ce moment sera passé quand la publication paraîtra. Choisissez-en un qui vienne après.
polls-picture = Ajouter une image
polls-picture-file = Image du choix { $number }
polls-picture-alt = Ce que montre l'image du choix { $number }
polls-picture-remove = Retirer cette image
polls-picture-needs-words = Écrivez ce choix, ou dites ce que montre son image : sans l'un ou l'autre, qui ne la voit pas ne peut pas choisir.
