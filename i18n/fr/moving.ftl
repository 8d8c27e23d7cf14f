# Modifier les destinataires d'une publication.
moving-title = Modifier les destinataires
moving-action = Modifier les destinataires
moving-lead = Une publication est lue par celles et ceux qui lisent son groupe. Pour changer qui la lit, déplacez-la dans un autre groupe.
moving-to = Déplacer dans
moving-choose = Choisissez un groupe
moving-target = { $level ->
    [open] { $name } (ouvert)
    [private] { $name } (privé)
   *[secret] { $name } (secret)
}
moving-see = Voir ce qui change
moving-nowhere = Aucun autre groupe
moving-nowhere-text = Vous ne pouvez faire venir une publication dans aucun autre groupe.
moving-missing = Choisissez le groupe dans lequel déplacer la publication.
moving-closed = Vous ne pouvez pas faire venir de publication dans ce groupe. Choisissez-en un autre.
moving-change = Si vous la déplacez dans { $group }
moving-gain = { $count ->
    [0] Personne ne gagne l'accès
    [one] { $count } personne gagne l'accès
   *[other] { $count } personnes gagnent l'accès
}
moving-lose = { $count ->
    [0] Personne ne perd l'accès
    [one] { $count } personne perd l'accès, tout de suite et partout
   *[other] { $count } personnes perdent l'accès, tout de suite et partout
}
moving-who = Voir qui
moving-others = { $count ->
    [one] et { $count } autre personne
   *[other] et { $count } autres personnes
}
moving-along = Les commentaires, les réactions et les fichiers suivent. Le déplacement est noté dans le journal.
moving-labels = Les étiquettes du groupe que la publication quitte ne la suivent pas : { $labels }. Celles de toute la plateforme restent.
moving-tell = Prévenir
moving-tell-author = L'auteur de la publication
moving-tell-readers = Les membres du nouveau groupe qui en suivent les publications
moving-move = Déplacer la publication
moving-undo-hint = Vous pourrez revenir en arrière pendant 30 jours, depuis « Éléments supprimés et déplacés », dans le menu du fil.
moving-conflict = Cette publication ou vos droits ont changé entre-temps. Rouvrez la page pour recommencer.
moving-done = La publication est maintenant dans { $group }.
moving-undone = La publication est revenue dans son groupe.
moving-further = Une seule discussion dans plusieurs groupes
moving-further-hint = Ces groupes lisent cette publication et y répondent ensemble. La retirer d'un groupe ne supprime rien : elle reste dans les autres. La déplacer la laisse dans un seul.
moving-own = Son groupe : elle ne peut qu'en être déplacée
moving-withdraw = Retirer
moving-withdraw-from = du groupe { $group }
moving-withdrawn = La publication n'est plus dans { $group }.
moving-replaced = La publication est de nouveau dans { $group }.
moving-list = Publications que vous avez déplacées
moving-from = De { $from } vers { $to }
moving-back = Remettre
moving-back-this = Remettre « { $title } » dans son groupe
moving-help = Une publication n'est pas au bon endroit ? Dans son menu, « Modifier les destinataires » la déplace dans un autre groupe, avec ses commentaires et ses fichiers. La page dit d'abord qui gagne et qui perd l'accès ; vous pouvez revenir en arrière pendant 30 jours.
