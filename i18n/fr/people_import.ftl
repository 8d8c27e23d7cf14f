# Lists of people.
people-import-title = Importer des personnes
people-import-lead = Créez ou mettez à jour des personnes depuis un tableur. Rien n'est écrit avant que vous ayez vu chaque différence, et tout peut être annulé pendant { $days } jours.
people-import-template = Partir d'un modèle
people-import-template-text = Le modèle contient les colonnes que Parvis connaît. Une cellule vide ne change rien ; écrivez #vide pour effacer.
people-import-template-empty = Modèle vide
people-import-template-people = Modèle avec les personnes actuelles
people-import-template-csv = Modèle vide en texte (CSV)
people-import-template-file = modele-personnes
people-import-upload = Envoyer votre fichier
people-import-upload-text = Votre fichier est lu tel qu'il est : titres au-dessus du tableau, plusieurs feuilles, dates, numéros. Vous choisirez ensuite ce que dit chaque colonne.
people-import-upload-do = Envoyer et continuer
people-import-file = Fichier
people-import-file-hint = .xlsx, .xls, .ods, .csv ou .tsv, jusqu'à { $most } Mo et 50 000 personnes.
people-import-no-file = Choisissez un fichier.
people-import-photos = Ajouter des photos
people-import-photos-file = Archive de photos (.zip)
people-import-photos-hint = Nommez chaque photo comme l'adresse de la personne, par exemple prenom.nom@exemple.fr.jpg. Jusqu'à { $most } Mo et 5 000 photos ; une photo ajoutée ainsi remplace la précédente pour de bon.
people-import-photos-do = Envoyer les photos
people-import-why-no-archive = ce fichier n'est pas une archive .zip lisible, ou il est protégé. Préparez-la de nouveau, sans mot de passe.
people-import-lists = Importations précédentes
people-import-none-title = Aucune importation
people-import-none-text = Les fichiers envoyés apparaîtront ici, avec leur résultat.
people-import-rows = { $count ->
    [0] aucune ligne
    [one] une ligne
   *[other] { $count } lignes
}
people-import-state-reading = Lecture du fichier
people-import-state-unreadable = Fichier refusé
people-import-state-mapping = Colonnes à préciser
people-import-state-checking = Vérification
people-import-state-checked = Prête à importer
people-import-state-running = Importation en cours
people-import-state-done = Importée
people-import-state-stopped = Arrêtée
people-import-state-undoing = Annulation en cours
people-import-state-undone = Annulée

# Columns
people-import-columns = Que dit chaque colonne ?
people-import-sheet = Feuille
people-import-sheet-choose = Lire cette feuille
people-import-sheet-named = feuille { $sheet }
people-import-header = Ligne des titres de colonnes
people-import-header-none = Aucune : le tableau commence tout de suite
people-import-header-row = Ligne { $row } : { $words }
people-import-header-choose = Utiliser cette ligne
people-import-column = Colonne
people-import-examples = Exemples
people-import-says = Correspond à
people-import-ignored = Ne pas importer
people-import-column-first-name = Prénom
people-import-column-last-name = Nom de famille
people-import-create = Créer les personnes qui n'ont pas encore de compte
people-import-create-hint = Sinon, leurs lignes sont signalées et rien n'est créé.
people-import-welcome = Écrire aux nouvelles personnes
people-import-welcome-hint = Chacune reçoit un courrier avec un lien, valable 14 jours, pour choisir son mot de passe. Sinon vous pourrez l'envoyer plus tard.
people-import-rule = Les personnes sont reconnues à leur adresse ou à leur matricule. Une colonne absente ou une cellule vide ne change rien ; #vide efface.
people-import-check = Vérifier sans rien écrire
people-import-no-key = Indiquez quelle colonne contient l'adresse e-mail ou le matricule : sans elle, personne ne peut être reconnu.
people-import-twice = Deux colonnes correspondent à « { $column } » : n'en gardez qu'une.

# The dry run and the result
people-import-progress = { $done } sur { $total }
people-import-leave = Vous pouvez quitter cette page : le travail continue, et reprend même après un redémarrage.
people-import-see-result = Voir le résultat
people-import-refresh = Actualiser
people-import-again = Choisir un autre fichier
people-import-checked-title = Vérification terminée : rien n'est encore écrit
people-import-checked-text = À créer : { $new }. À modifier : { $changed }. Lignes avec une erreur, qui ne changeront rien : { $errors }.
people-import-go-on = Continuer vers la confirmation
people-import-correct-columns = Corriger les colonnes
people-import-filter = Filtrer les lignes
people-import-all = Toutes
people-import-new = Nouvelle
people-import-changed = Modifiée
people-import-unchanged = Inchangée
people-import-error = Erreur
people-import-rows-table = Lignes du fichier
people-import-row = Ligne
people-import-person = Personne
people-import-what = Effet
people-import-difference = Différence ou problème
people-import-erased = (effacé)
people-import-written = écrite
people-import-restored = rétablie
people-import-kept-word = gardée en partie
people-import-no-rows = Aucune ligne
people-import-no-rows-text = Aucune ligne ne correspond à ce filtre.
people-import-done-title = { $count ->
    [0] Rien n'a été écrit
    [one] Une personne importée
   *[other] { $count } personnes importées
}
people-import-undone-title = L'importation est annulée
people-import-stopped-title = L'importation s'est arrêtée
people-import-stopped-text = La personne qui l'a lancée n'a plus le droit d'importer. Ce qui était déjà écrit le reste ; vous pouvez l'annuler.
people-import-kept = { $count ->
    [one] Une ligne a été changée par quelqu'un depuis : ce changement est gardé, le détail est ci-dessous.
   *[other] { $count } lignes ont été changées par quelqu'un depuis : ces changements sont gardés, le détail est ci-dessous.
}
people-import-undo = Annuler cette importation
people-import-undo-text = Tout ce que cette importation a changé redevient comme avant, sauf ce que quelqu'un a modifié depuis. Possible pendant { $days } jours. Les comptes anonymisés ne reviennent pas.
people-import-remove = Supprimer ce fichier et sa vérification
people-import-removed = Le fichier est supprimé.
people-import-result = Télécharger le fichier annoté
people-import-result-errors = Seulement les lignes à corriger
people-import-result-file = resultat-importation
people-import-result-name = Résultat
people-import-result-row = Ligne d'origine
people-import-result-outcome = Résultat
people-import-result-why = Explication
people-import-result-done = { $word }, écrite
people-import-result-undone = { $word }, rétablie
people-import-result-kept = { $word }, gardée en partie

# Confirmation
people-import-confirm = Confirmer l'importation
people-import-confirm-text = Cette importation crée { $new ->
    [0] aucun compte
    [one] un compte
   *[other] { $new } comptes
} et modifie { $changed ->
    [0] personne
    [one] une personne
   *[other] { $changed } personnes
}.
people-import-confirm-errors = { $count ->
    [one] Une ligne contient une erreur et ne changera rien.
   *[other] { $count } lignes contiennent une erreur et ne changeront rien.
}
people-import-confirm-welcome = { $count ->
    [0] Aucun courrier ne part.
    [one] Un courrier de bienvenue part.
   *[other] { $count } courriers de bienvenue partent.
}
people-import-confirm-silent = Aucun courrier ne part.
people-import-confirm-do = { $count ->
    [one] Importer une personne
   *[other] Importer { $count } personnes
}
people-import-back = Revenir à la vérification
people-import-status-title = Ces personnes perdent ou retrouvent leur accès
people-import-status-text = Relisez cette liste. Une personne suspendue est déconnectée partout et ne peut plus entrer.
people-import-status-forgets = Une personne anonymisée est effacée pour toujours, même si l'importation est annulée ensuite.
people-import-status-yes = J'ai relu la liste : ces personnes changent bien d'accès
people-import-status-anonymised = anonymisé
people-import-not-confirmed = Cochez la case pour confirmer que ces personnes perdent ou retrouvent leur accès.
people-import-another = Une autre importation est en cours d'écriture. Attendez qu'elle se termine, puis vérifiez de nouveau avant de confirmer.
people-import-changed-since = Le fichier ou sa vérification a changé depuis que vous l'avez regardée. Relisez les différences, puis confirmez.
people-import-passed = Cette étape est déjà passée : voici où en est l'importation.
people-import-too-late = Cette importation ne peut plus être annulée.

# What is wrong with a row
people-import-at = { $column }, « { $value } » : { $why }
people-import-at-column = { $column } : { $why }
people-import-at-value = « { $value } » : { $why }
people-import-why-no-key = cette ligne n'a ni adresse ni matricule. Ajoutez l'un des deux.
people-import-why-no-name = un nom est nécessaire pour créer un compte. Ajoutez-le.
people-import-why-bad-email = ce n'est pas une adresse e-mail. Écrivez-la comme prenom.nom@exemple.fr.
people-import-why-too-long = trop long. Gardez au plus { $most } caractères.
people-import-why-bad-phone = ce n'est pas un numéro de téléphone. N'écrivez que des chiffres, des espaces et +.
people-import-why-malformed = ce texte ne peut pas être lu. Recopiez-le à la main.
people-import-why-unknown-language = langue inconnue. Écrivez français ou anglais.
people-import-why-unknown-role = rôle inconnu. Écrivez membre, modérateur, administrateur des personnes, administrateur des groupes ou administrateur.
people-import-why-unknown-status = statut inconnu. Écrivez actif, suspendu ou anonymisé.
people-import-why-unknown-group = vous ne connaissez aucun groupe de ce nom. Vérifiez son nom, séparez plusieurs groupes par une virgule.
people-import-why-archived-group = ce groupe est archivé : personne ne peut y entrer.
people-import-why-cannot-erase = ceci ne peut pas être effacé. Laissez la cellule vide pour ne rien changer.
people-import-why-formula = la formule de cette cellule ne donne aucun résultat. Corrigez-la dans le tableur.
people-import-why-same-person = la même personne est déjà à la ligne { $row }. Gardez une seule des deux lignes.
people-import-why-two-people = l'adresse et le matricule appartiennent à deux personnes différentes. Corrigez l'un des deux.
people-import-why-not-there = personne n'a cette adresse ou ce matricule. Corrigez-le ; pour créer un compte, il faut une adresse.
people-import-why-yourself = c'est votre propre compte : une importation ne le change jamais. Modifiez votre profil vous-même.
people-import-why-protected = cette personne est administrateur : seul un administrateur peut la modifier.
people-import-why-roles = seul un administrateur peut donner des rôles. Retirez cette valeur.
people-import-why-guest-role = un invité externe ne peut pas avoir de rôle. Retirez cette valeur.
people-import-why-last-administrator = c'est le dernier administrateur : une importation ne le change jamais.
people-import-why-new-not-active = un nouveau compte est toujours actif. Retirez cette valeur.
people-import-why-changed-meanwhile = cette personne a changé depuis la vérification. Rien n'a été écrit ; vérifiez de nouveau cette ligne.
people-import-why-edited-since = modifié depuis l'importation : gardé tel quel.
people-import-why-came-in = la personne s'est servie de ce compte : il est gardé.
people-import-why-anonymised = un compte anonymisé ou supprimé ne peut pas revenir.

# What is wrong with a file
people-import-file-not-a-sheet = Ce fichier n'est pas un tableur. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx, .ods ou .csv, puis envoyez-le de nouveau.
people-import-file-web-page = Ce fichier est une page web qui porte le nom d'un tableur. Ouvrez-le dans Excel ou LibreOffice et enregistrez-le en .xlsx.
people-import-file-password = Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis envoyez-le de nouveau.
people-import-file-broken = Ce fichier est abîmé ou incomplet. Ouvrez-le dans Excel ou LibreOffice, enregistrez-le sous un autre nom, puis envoyez-le de nouveau.
people-import-file-empty = Ce fichier ne contient rien.
people-import-file-too-big = Ce fichier est trop gros une fois ouvert. Gardez seulement la feuille et les colonnes utiles, ou enregistrez-le en .csv.
people-import-file-too-slow = Ce fichier est trop long à lire. Gardez seulement la feuille et les colonnes utiles, ou enregistrez-le en .csv.
people-import-file-no-such-sheet = La feuille « { $sheet } » n'est plus dans ce fichier. Choisissez-en une autre.
people-import-file-too-many-rows = La feuille « { $sheet } » a plus de { $most } lignes. Partagez-la en plusieurs fichiers.
people-import-file-far-cell = La feuille « { $sheet } » contient une cellule très loin du tableau, à la ligne { $row }, colonne { $column }. Supprimez les lignes après le tableau, puis envoyez le fichier de nouveau.
people-import-file-too-many-columns = La feuille « { $sheet } » contient, à la ligne { $row }, une cellule au-delà de la { $most }e colonne. Supprimez les colonnes après le tableau, puis envoyez le fichier de nouveau.
people-import-file-long-cell = La feuille « { $sheet } » contient une cellule beaucoup trop longue à la ligne { $row }, colonne { $column }. Il manque peut-être un guillemet.

# The command line
people-import-said-counts = À créer : { $new }, à modifier : { $changed }, inchangées : { $unchanged }, erreurs : { $errors }
people-import-said-row = Ligne { $row } : { $why }
people-import-said-done = Personnes écrites : { $count }
