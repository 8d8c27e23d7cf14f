# Les anneaux autour des photos : ce que quelqu'un est pour les autres.
rings-legend-title = Que disent les anneaux ?
rings-legend-lead = Un anneau autour d'une photo dit ce que cette personne fait pour les autres. Il ne donne aucun droit.
rings-legend-none = Cette communauté n'utilise pas d'anneaux.
rings-legend-group = Propre à un groupe
rings-legend-link = Que disent les anneaux ?
rings-worn-title = Anneaux
rings-worn-in = dans { $group }
rings-worn-until = jusqu'au { $day }
rings-give-link = Donner ou retirer un anneau
rings-admin-title = Anneaux
rings-admin-lead = Un anneau de couleur se dessine autour de la photo et dit ce que la personne fait pour les autres. Quand quelqu'un en a plusieurs, le premier de cette liste passe devant.
rings-new = Nouvel anneau
rings-none-title = Aucun anneau pour le moment
rings-none-text = Créez-en un pour que l'on reconnaisse d'un coup d'œil les personnes à qui s'adresser.
rings-scope = { $scope ->
    [group] Propre à un groupe
   *[platform] Pour toute la communauté
}
rings-scope-hint = { $scope ->
    [group] Les gestionnaires le donnent aux membres de leur groupe. Il ne se voit que dans ce groupe.
   *[platform] Les administrateurs le donnent. Il se voit partout, par toutes les personnes qui voient celle qui le porte.
}
rings-scope-choice = Qui le donne
rings-scope-missing = Choisissez qui donne cet anneau.
rings-wearers = { $count ->
    [0] porté par personne
    [one] porté par { $count } personne
   *[other] porté par { $count } personnes
}
rings-label-fr = Nom en français
rings-label-en = Nom en anglais
rings-label-hint = Un ou deux mots, par exemple « Référent ». Les lecteurs d'écran le lisent avant le nom de la personne.
rings-meaning-fr = Ce qu'il veut dire, en français
rings-meaning-en = Ce qu'il veut dire, en anglais
rings-meaning-hint = Une phrase pour la légende, par exemple « Répond à vos questions sur son sujet. »
rings-hue = Couleur
rings-hue-hint = Toutes ces couleurs restent lisibles en clair et en sombre.
rings-hue-missing = Choisissez une couleur de la liste.
rings-hue-name = { $hue ->
    [rose] Rose
    [brique] Brique
    [ocre] Ocre
    [olive] Olive
    [feuille] Vert feuille
    [lagune] Lagune
    [bleuet] Bleuet
    [lilas] Lilas
    [bruyere] Bruyère
   *[estuaire] Bleu estuaire
}
rings-pattern = Motif
rings-pattern-hint = Le motif distingue les anneaux pour qui ne distingue pas les couleurs. Donnez-en un différent à chacun si vous le pouvez.
rings-pattern-missing = Choisissez un motif de la liste.
rings-pattern-name = { $pattern ->
    [double] Double trait
    [dashed] Tirets
    [dotted] Points
    [arcs] Quatre arcs
   *[solid] Trait plein
}
rings-preview = Aperçu
rings-preview-button = Voir l'aperçu
rings-save = Enregistrer
rings-saved = L'anneau est enregistré.
rings-cancel = Annuler
rings-archive = Archiver cet anneau
rings-archive-hint = Il disparaît de toutes les photos et ne peut plus être donné. Rien n'est perdu : en le rétablissant, chacun retrouve le sien.
rings-archived = L'anneau est archivé.
rings-archived-title = Anneaux archivés
rings-restore = Rétablir
rings-restored = L'anneau est de retour autour des photos.
rings-of = Anneaux de { $name }
rings-back = Retour
rings-profile = Voir le profil
rings-lead-platform = Ces anneaux se voient partout où la photo apparaît.
rings-lead-group = Ces anneaux ne se voient que dans ce groupe.
rings-given-none = Aucun anneau pour le moment.
rings-take = Retirer
rings-not-today = n'est pas affiché aujourd'hui
rings-always = Sans limite de date
rings-days-from = À partir du { $from }
rings-days-until = Jusqu'au { $until }
rings-days-both = Du { $from } au { $until }
rings-days-turned = La fin vient avant le début. Choisissez une date de fin plus tardive.
rings-give-title = Donner un anneau
rings-give-which = Anneau
rings-give-choose = Choisissez
rings-give-missing = Choisissez un anneau de la liste.
rings-give-again = Donner à nouveau un anneau déjà porté change ses dates.
rings-give-nothing = Aucun anneau n'est à donner ici. Les administrateurs les définissent.
rings-from = Premier jour
rings-from-hint = Vide : dès maintenant.
rings-until = Dernier jour
rings-until-hint = Vide : sans limite. L'anneau disparaît de lui-même le lendemain.
rings-give = Donner l'anneau
rings-said-given = L'anneau est donné.
rings-said-taken = L'anneau est retiré.
