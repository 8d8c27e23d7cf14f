# Ce qu'on garde pour plus tard.
saved-save = Enregistrer
saved-done = Publication enregistrée : retrouvez-la dans « Enregistrées », en haut du fil.
saved-undone = La publication n'est plus enregistrée.
saved-title = Publications enregistrées
saved-lead = Vous seul voyez cette liste.
saved-filter = Enregistrées
saved-empty = Rien d'enregistré
saved-empty-text = Touchez « Enregistrer » sous une publication pour la retrouver ici. Personne d'autre ne le sait.
saved-older = Enregistrées plus tôt
saved-help = Pour plus tard, touchez « Enregistrer » sous une publication : vous la retrouvez dans « Enregistrées », en haut du fil. Vous seul voyez cette liste.
