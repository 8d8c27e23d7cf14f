# Les ensembles de personnes : qui fait partie d'un groupe à cause de ce que dit son profil.
people-sets-title = Ensemble de personnes
people-sets-lead = Celles et ceux dont le profil correspond à la règle entrent d'eux-mêmes dans le groupe, et en sortent quand il n'y correspond plus. Qui quitte le groupe n'y est pas ramené.
people-sets-now = La règle du groupe
people-sets-before = Avant d'appliquer cette règle
people-sets-without = Aucune règle : celles et ceux que la règle avait fait entrer restent, comme les autres membres.
people-sets-and = et
people-sets-or = ou
people-sets-condition = { $field } : { $values }
people-sets-people = { $people ->
    [0] Elle ne décrit personne.
    [one] Elle décrit { $people } personne.
   *[other] Elle décrit { $people } personnes.
}
people-sets-people-guests = { $people ->
    [one] Elle décrit { $people } personne,
   *[other] Elle décrit { $people } personnes,
} { $guests ->
    [one] dont { $guests } invité externe.
   *[other] dont { $guests } invités externes.
}
people-sets-enter = { $count ->
    [one] { $count } personne entrera dans le groupe
   *[other] { $count } personnes entreront dans le groupe
}
people-sets-enter-none = Personne n'entre de plus dans le groupe.
people-sets-leave = { $count ->
    [one] { $count } personne sortira du groupe
   *[other] { $count } personnes sortiront du groupe
}
people-sets-leave-none = Personne ne sort du groupe.
people-sets-how = Cochez ce que le profil doit dire. Dans un même champ, une seule réponse suffit ; entre deux champs, il faut les deux. Sans rien cocher, il n'y a pas de règle.
people-sets-words = Plusieurs réponses se séparent par une virgule.
people-sets-who = Qui verra ceci : les gestionnaires voient la règle ; dans la liste des membres, une mention dit qui est là par règle.
people-sets-see = Voir ce que cela change
people-sets-no-fields = Aucun champ ne peut servir de règle
people-sets-no-fields-text = Les administrateurs définissent les champs des profils. Ceux que toute la communauté peut lire et dont les réponses se choisissent peuvent servir ici.
people-sets-said-saved = La règle est enregistrée. Les personnes entrent et sortent dans les instants qui viennent.
people-sets-said-none = Le groupe n'a plus de règle.
