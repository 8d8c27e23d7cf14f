# Annonces : « Lu et compris ».
announcements-please = Merci de confirmer que vous avez lu cette publication.
announcements-asks = Une confirmation de lecture est demandée aux membres du groupe.
announcements-button = Lu et compris
announcements-done = Vous avez confirmé : lu et compris.
announcements-who = Qui a confirmé
announcements-not-asked = Cette publication ne demande plus de confirmation.
announcements-action = Demander « Lu et compris »
announcements-asked = Les membres du groupe sont prévenus : ils peuvent répondre « Lu et compris ».
announcements-stopped = La confirmation n'est plus demandée.
announcements-title = Lu et compris
announcements-count = { $done } sur { $all ->
    [one] { $all } personne
   *[other] { $all } personnes
} ont confirmé
announcements-seen-by = Qui voit ces listes : l'auteur de la publication et les gestionnaires du groupe. Sont comptés les membres et les invités du groupe, sans l'auteur.
announcements-list = { $list ->
    [missing] N'ont pas encore confirmé
    [done] Ont lu et compris
   *[away] Ne peuvent pas être joints : suspendus, ou jamais connectés
} ({ $count })
announcements-nobody = Personne.
announcements-opened = A ouvert la publication
announcements-remind = Relancer les absents
announcements-remind-text = Seules les personnes qui n'ont pas confirmé reçoivent une notification et un e-mail.
announcements-reminded-at = Dernière relance :
announcements-reminded = La relance est partie.
announcements-too-soon = Une relance est déjà partie il y a moins d'un jour. Laissez aux membres le temps de répondre.
announcements-stop = Ne plus demander de confirmation
announcements-stop-hint = Les confirmations déjà données restent, et reviennent si vous demandez de nouveau.
announcements-mail-subject = Une publication attend votre confirmation dans { $group }
announcements-mail-text = Dans le groupe « { $group } », on vous demande de lire une publication, puis de toucher « Lu et compris ».
announcements-mail-button = Lire la publication
announcements-mail-foot = Vous recevez cet e-mail parce que vous appartenez au groupe « { $group } » et n'avez pas encore confirmé.
announcements-help = Pour une information que chacun doit avoir lue, choisissez « Demander Lu et compris » dans le menu de la publication. Vous voyez ensuite qui a confirmé, qui ne l'a pas fait et qui ne peut pas être joint ; la relance ne touche que les absents.
