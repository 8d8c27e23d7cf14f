# Brouillons : ce que l'on écrit, gardé au fil de la frappe.
drafts-title = Brouillons
drafts-lead = Ce que vous avez commencé à écrire. Vous seul le voyez, sur tous vos appareils.
drafts-planned-link = Publications prévues
drafts-empty = Aucun brouillon
drafts-empty-text = Ce que vous écrivez est gardé ici tout seul, jusqu'à ce que vous le publiiez.
drafts-write-new = Écrire une publication
drafts-unnamed = Sans texte pour l'instant
drafts-no-group = Groupe à choisir
drafts-poll = avec un sondage
drafts-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
drafts-saved = gardé
drafts-go-on = Continuer
drafts-go-on-with = Continuer « { $name } »
drafts-discard = Supprimer
drafts-discard-this = Supprimer « { $name } »
drafts-discarded = Brouillon supprimé.
drafts-undo = Annuler
drafts-restored = Votre brouillon est de retour.
drafts-kept = Brouillon gardé à { $time }
drafts-kept-apart = Ce brouillon a aussi changé dans une autre fenêtre. Les deux textes sont gardés, chacun à part.
drafts-published-already = Ce texte est déjà publié.
drafts-offline = Pas encore gardé sur le serveur : nouvel essai bientôt. Votre texte reste dans ce navigateur.
drafts-signed-out = Vous n'êtes plus connecté. Votre texte reste dans ce navigateur : reconnectez-vous dans un autre onglet, puis publiez.
drafts-when = Publier le
drafts-when-day = Jour
drafts-when-hour = Heure
drafts-when-zone = À l'heure de votre fuseau horaire, { $zone }.
drafts-when-needed = Choisissez un jour et une heure.
drafts-when-past = Cette date est passée. Choisissez-en une à venir.
drafts-when-far = Choisissez une date dans les deux ans qui viennent.
drafts-planned-for = Publication prévue { $when } ({ $zone }).
drafts-hour-twice = Cette nuit-là, l'horloge recule et cette heure existe deux fois : la première est prise.
drafts-hour-skipped = Cette nuit-là, l'horloge avance et cette heure n'existe pas : la publication est décalée d'autant.
drafts-later = Plus tard
drafts-plan = Programmer
drafts-keep = Garder en brouillon
drafts-kept-now = Votre brouillon est gardé.
drafts-resumed = Brouillon repris, gardé { $when }.
drafts-fresh = Commencer un autre texte
drafts-all = Tous mes brouillons
drafts-gone = Ce brouillon n'existe plus : il a été publié ou supprimé.
drafts-save-planned = Enregistrer
drafts-auto = Gardé en brouillon pendant que vous écrivez
drafts-joint = { $group } et { $others ->
    [one] { $others } autre groupe
   *[other] { $others } autres groupes
}, une seule discussion
