# Les étiquettes.
labels-title = Étiquettes
labels-lead = Quelques mots de couleur pour ranger les publications de ce groupe. Chacun les retrouve d'un clic et peut les suivre.
labels-lead-platform = Des étiquettes que tous les groupes peuvent poser sur leurs publications. Chaque groupe peut en avoir d'autres, tenues par ses gestionnaires.
labels-line = Les mots de couleur qui rangent les publications du groupe.
labels-none = Aucune étiquette
labels-none-text = Commencez par trois ou quatre : « Compte rendu », « À relire », « Sortie ».
labels-new = Nouvelle étiquette
labels-make = Créer l'étiquette
labels-name = Nom
labels-name-hint = Un ou deux mots, 40 caractères au plus.
labels-name-taken = Une étiquette porte déjà ce nom ici. Regardez aussi parmi les étiquettes retirées.
labels-too-many = Il y a déjà 60 étiquettes ici. Supprimez-en ou fusionnez-en avant d'en créer une autre.
labels-hue = Couleur
labels-hue-hint = Toutes restent lisibles, en thème clair comme en thème sombre.
labels-hue-unknown = Choisissez une des couleurs proposées.
labels-save = Enregistrer
labels-cancel = Annuler
labels-edit = Modifier
labels-edit-title = Modifier l'étiquette « { $name } »
labels-archive = Retirer
labels-restore = Reprendre
labels-delete = Supprimer
labels-archived-title = Étiquettes retirées
labels-archived-lead = Elles ne se voient nulle part et ne peuvent plus être posées. Reprise, une étiquette revient sur toutes les publications qui la portaient.
labels-saved = L'étiquette est enregistrée.
labels-archived = L'étiquette est retirée : elle ne se voit plus nulle part. Vous pouvez la reprendre plus bas.
labels-restored = L'étiquette est de nouveau là, avec tout ce qui la portait.
labels-deleted = L'étiquette est supprimée.
labels-delete-sure = Supprimer l'étiquette « { $name } » ?
labels-delete-text =
    { $count ->
        [0] Aucune publication ne la porte. Elle ne pourra pas être reprise.
        [one] { $count } publication ne la portera plus. Elle ne pourra pas être reprise.
       *[other] { $count } publications ne la porteront plus. Elle ne pourra pas être reprise.
    }
labels-merge-title = Fusionner avec une autre
labels-merge-into = Étiquette à garder
labels-merge-choose = Choisissez une étiquette
labels-merge-hint =
    { $count ->
        [0] Aucune publication ne porte « { $name } ». Les personnes qui la suivent suivront l'étiquette gardée. « { $name } » disparaît ; cela ne s'annule pas.
        [one] { $count } publication porte « { $name } » : elle portera l'étiquette gardée, et les personnes qui suivent « { $name } » la suivront. « { $name } » disparaît ; cela ne s'annule pas.
       *[other] { $count } publications portent « { $name } » : elles porteront l'étiquette gardée, et les personnes qui suivent « { $name } » la suivront. « { $name } » disparaît ; cela ne s'annule pas.
    }
labels-merge = Fusionner
labels-merge-missing = Choisissez l'étiquette à garder.
labels-merged = Les deux étiquettes n'en font plus qu'une.
labels-uses =
    { $count ->
        [0] aucune publication
        [one] { $count } publication
       *[other] { $count } publications
    }
labels-of-post = Étiquettes
labels-add = Étiquettes
labels-action = Étiquettes
labels-of-group = { $name }
labels-of-platform = Toute la plateforme
labels-only-group = Les étiquettes d'un groupe ne se posent que sur ses propres publications.
