# Publier dans plusieurs groupes à la fois.
composing-several = Publier dans plusieurs groupes
composing-several-help = Cochez les groupes où publier en plus de celui qui est choisi au-dessus. { $most } groupes au plus.
composing-how = Sous quelle forme
composing-each = Une publication par groupe
composing-each-hint = Chacune a ses lecteurs et sa propre discussion.
composing-one = Une seule discussion
composing-one-hint = Les lecteurs de tous ces groupes lisent la même publication et y répondent ensemble.
composing-also = Publier aussi dans
composing-find = Chercher un groupe
composing-find-none = Aucun groupe de ce nom.
composing-count = Voir combien de personnes liront
composing-readers = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
} dans { $groups } groupes
composing-readers-guests = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
} dans { $groups } groupes, dont { $guests ->
    [one] { $guests } invité externe
   *[other] { $guests } invités externes
}
composing-readers-open = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
} dans { $groups } groupes : toute la communauté
composing-readers-open-guests = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
} dans { $groups } groupes : toute la communauté, et { $guests ->
    [one] { $guests } invité externe
   *[other] { $guests } invités externes
}
composing-readers-all = Toute la communauté, dans { $groups } groupes
composing-too-many = { $most } groupes au plus à la fois. Décochez-en { $over }.
composing-refused = « { $group } » : { $why } Rien n'est publié : décochez ce groupe, ou choisissez-en un autre.
composing-gone = Un des groupes cochés n'existe pas, ou vous ne pouvez plus y publier : il ne figure plus dans la liste. Rien n'est publié : vérifiez les groupes et renvoyez.
composing-no-longer = Vous ne pouvez plus y publier.
composing-done = { $count ->
    [one] Publié dans { $count } groupe
   *[other] Publié dans { $count } groupes
}
composing-done-text = Une publication dans chaque groupe, avec sa propre discussion. Modifier ou supprimer l'une ne change rien aux autres.
composing-done-in = Voir la publication dans { $group }
composing-on = Continuer
composing-planned = Une publication est planifiée dans chacun des { $count } groupes.
composing-together = Publié aussi dans
composing-help = Pour dire la même chose dans plusieurs groupes, ouvrez « Publier dans plusieurs groupes » sous le choix du groupe et cochez-les : le nombre de personnes qui liront s'affiche, chacune comptée une fois. Choisissez ensuite la forme. « Une publication par groupe » : chacune a ses propres commentaires et mène aux autres, pour ceux qui peuvent les lire. « Une seule discussion » : tous lisent la même publication et ses commentaires, et chacun voit dans quels groupes elle se trouve. Personne n'en est averti deux fois.
composing-done-joint = Publié : une seule discussion dans { $count } groupes.
composing-planned-joint = Ce sera une seule discussion dans { $count } groupes.
composing-joint = Une seule discussion dans
composing-joint-more = et pour d'autres lecteurs
