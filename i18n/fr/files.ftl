# Les fichiers des publications : documents, sons et vidéos.
files-title = Documents
files-label = Documents et vidéos
files-help = { $most } au plus, de { $heaviest } chacun : documents, archives, sons, vidéos (un fichier .vtt sous-titre la vidéo du même nom). Le lieu des vidéos MP4 et MOV et l'auteur des PDF et documents bureautiques non signés sont effacés.
files-many = { $most } documents au plus par publication.
files-kind-any = Ce type de fichier n'est pas accepté. Vous pouvez le mettre dans une archive zip.
files-kind = « { $name } » est d'un type qui n'est pas accepté. Vous pouvez le mettre dans une archive zip.
files-picture = « { $name } » est une image : ajoutez-la avec le champ « Photos ».
files-lies = « { $name } » ne contient pas ce que son nom annonce. Ouvrez-le dans son logiciel, enregistrez-le de nouveau, puis renvoyez-le.
files-missing = Aucun fichier n'est arrivé, ou il est vide. Choisissez-le de nouveau.
files-gone = Un des documents n'est plus disponible. Retirez-le et ajoutez-le de nouveau.
files-failed = Ce document n'a pas pu être envoyé.
files-sending = Envoi du document
files-at = { $n } % envoyés
files-soon = moins d'une minute
files-minutes = encore { $n } min
files-waiting = La connexion est coupée. L'envoi reprendra de lui-même là où il s'est arrêté.
files-out = Vous n'êtes plus connecté. Connectez-vous dans un autre onglet : l'envoi reprendra là où il s'est arrêté.
files-paused = Envoi en pause, { $n } % envoyés. Même après avoir fermé cette page, il reprend pendant un jour si vous choisissez de nouveau ce fichier.
files-pause = Mettre en pause
files-go-on = Reprendre
files-sent = Le document est envoyé.
files-retry = Réessayer
files-up = Avancer
files-down = Reculer
files-remove = Retirer ce document
files-number = Place du document { $n }
files-more = { $count ->
    [one] et { $count } autre document
   *[other] et { $count } autres documents
}
files-no-player = Votre navigateur ne lit pas ce fichier. Enregistrez-le pour l'ouvrir dans un autre logiciel.
files-captions = { $lang ->
    [fr] Sous-titres français
    [en] Sous-titres anglais
   *[other] Sous-titres
}
files-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
files-page = Page { $n }
files-first-pages = Les { $shown } premières pages, sur { $all }. Téléchargez le document pour lire la suite.
files-text = Texte du document
files-text-help = Le texte seul, sans la mise en page : pour le copier, le chercher ou l'écouter.
files-text-cut = Le texte continue. Téléchargez le document pour lire la suite.
files-download = Télécharger
files-download-this = Télécharger { $name }
files-preview-soon = L'aperçu arrive
files-preview-soon-text = Il se prépare en ce moment : rechargez la page dans un instant, ou téléchargez le document.
files-no-preview = Ce document n'a pas d'aperçu
files-no-preview-text = Téléchargez-le pour l'ouvrir dans son logiciel.
files-lasts = Durée :
