# Enquêtes : les écrire, y répondre, lire les résultats.
surveys-survey = { $what ->
    [quiz] Quiz
   *[survey] Enquête
}
surveys-so-many = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
surveys-round = Édition { $round }
surveys-anonymous-short = Réponses anonymes : personne ne peut savoir qui a répondu quoi, pas même les administrateurs.
surveys-named-short = Réponses avec les noms : l'auteur et les gestionnaires du groupe lisent qui a répondu quoi.
surveys-answer = Répondre
surveys-go-on = Continuer mes réponses
surveys-change = Modifier mes réponses
surveys-results = Résultats
surveys-details = { $what ->
    [quiz] Détails du quiz
   *[survey] Détails de l'enquête
}
surveys-join-first = Rejoignez le groupe pour répondre.
surveys-answered-already = Vous avez répondu.
surveys-answered = { $answered ->
    [0] Aucune réponse
    [one] { $answered } réponse
   *[other] { $answered } réponses
} sur { $asked }
surveys-rate = Taux de réponse : { $rate } %
surveys-closes-on = Clôture { $when }
surveys-closed-on = { $what ->
    [quiz] Quiz clos
   *[survey] Enquête close
} { $when }
surveys-restarted = Cette enquête a recommencé après une restauration de sauvegarde : répondez de nouveau.

surveys-very-unhappy = Très insatisfait
surveys-unhappy = Plutôt insatisfait
surveys-neither = Ni l'un ni l'autre
surveys-happy = Plutôt satisfait
surveys-very-happy = Très satisfait
surveys-scale-low = 1 : pas du tout
surveys-scale-high = 5 : tout à fait
surveys-unlikely = 0 : pas du tout probable
surveys-likely = 10 : très probable
surveys-several = Plusieurs réponses possibles.
surveys-no-answer = Sans réponse
surveys-wrong-date = Écrivez une date, par exemple 2026-11-22.
surveys-wrong-pick = Choisissez parmi les réponses proposées.
surveys-required-missing = Cette question attend une réponse.
surveys-page-of = Page { $number } sur { $count }
surveys-secret-promise = Vos réponses sont anonymes : personne ne peut savoir qui a répondu quoi. Une fois envoyées, elles ne peuvent plus être modifiées.
surveys-named-promise = Vos réponses sont gardées avec votre nom. L'auteur de l'enquête et les gestionnaires du groupe les lisent ; les autres ne voient que les totaux. Vous pouvez les modifier jusqu'à la clôture.
surveys-texts-betray = Ce que vous écrivez peut vous trahir : n'y mettez ni nom ni détail qui vous désigne si vous voulez rester anonyme.
surveys-not-kept = Rien n'est gardé avant l'envoi, pour protéger votre anonymat : terminez sans fermer cette page.
surveys-review = Vos réponses
surveys-review-hint = Relisez-les, puis envoyez.
surveys-next = Continuer
surveys-previous = Revenir
surveys-keep = Finir plus tard
surveys-kept = Vos réponses sont gardées, mais pas encore envoyées. Revenez quand vous voulez avant la clôture.
surveys-send = Envoyer mes réponses
surveys-sent = Merci, vos réponses sont enregistrées.
surveys-no-closed = Cette enquête est close : vos réponses n'ont pas été enregistrées.
surveys-no-answered = Vous avez déjà répondu, et ces réponses ne peuvent pas être modifiées : les premières comptent.
surveys-no-longer = Vous n'avez plus le droit d'agir dans ce groupe : rien n'a été enregistré.
surveys-no-restarted = Cette enquête a dû recommencer après une restauration de sauvegarde, et vos réponses n'ont pas été enregistrées. Envoyez-les de nouveau, s'il vous plaît.
surveys-no-conflict = Cette enquête a été enregistrée dans une autre fenêtre. Copiez ce que vous venez d'écrire, puis rechargez la page.
surveys-no-begun = Cette enquête est déjà ouverte.
surveys-no-past = Choisissez un moment à venir.
surveys-no-soon = Un rappel est déjà parti il y a moins de deux jours.
surveys-no-nobody = Tout le monde a répondu.
surveys-no-repeated = La prochaine édition existe déjà : vous la trouvez dans la liste des enquêtes du groupe, ou un autre gestionnaire l'écrit.

surveys-its-post = La publication
surveys-run-title = Conduire l'enquête
surveys-remind-hint = Les personnes qui n'ont pas répondu reçoivent une notification et un courriel. Vous ne saurez pas qui elles sont.
surveys-remind = { $count ->
    [one] Rappeler à { $count } personne
   *[other] Rappeler à { $count } personnes
}
surveys-reminded = { $count ->
    [one] Un rappel part à { $count } personne.
   *[other] Un rappel part à { $count } personnes.
}
surveys-closes = Clôture
surveys-closes-hint = Jour et heure, à l'heure de { $zone }. Sans date, vous la fermerez vous-même.
surveys-end-move = Déplacer la clôture
surveys-end-moved = La clôture est déplacée.
surveys-close = Clore maintenant
surveys-close-sure = Clore cette enquête anonyme ?
surveys-close-hint = Plus personne ne répond. Les participants en sont avertis. Vous pourrez rouvrir l'enquête.
surveys-close-hint-anonymous = Plus personne ne répond, et les participants en sont avertis. Une enquête anonyme close ne se rouvre pas : la différence entre deux décomptes dirait ce que les derniers ont répondu.
surveys-closed-now = L'enquête est close.
surveys-reopen = Rouvrir
surveys-reopen-hint = Les réponses déjà données restent. La date de clôture est retirée.
surveys-reopened = L'enquête est rouverte.
surveys-repeat = Préparer l'édition suivante
surveys-repeat-hint = Les mêmes questions, à poser de nouveau. Vous pouvez les revoir avant d'ouvrir ; les résultats des éditions se comparent.
surveys-repeated = La nouvelle édition est un brouillon : relisez ses questions, puis ouvrez-la.

surveys-next-round = Sera posée de nouveau : { $when }
surveys-rhythm = Poser cette enquête régulièrement
surveys-rhythm-change = Changer le rythme, ou l'arrêter

surveys-results-of = Résultats : { $title }
surveys-question-n = { $number }. { $text }
surveys-answers = { $count ->
    [0] Aucune réponse
    [one] { $count } réponse
   *[other] { $count } réponses
}
surveys-mean = Moyenne { $mean } sur 5
surveys-score = Score de recommandation { $score }
surveys-percent = { $share } %
surveys-answer-head = Réponse
surveys-answered-head = Réponses
surveys-figure-head = Moyenne ou score
surveys-question-head = Question
surveys-person-head = Personne
surveys-nothing-yet = Personne n'a encore répondu.
surveys-too-few = Moins de { $batch } personnes ont répondu : les résultats d'une enquête anonyme ne paraissent pas, et les réponses sont effacées.
surveys-lost = Une partie des réponses n'a pas pu être comptée : leur clé a été perdue.
surveys-from-ten = Les résultats d'une enquête anonyme paraissent par lots d'au moins { $batch } : les premiers à la { $first }e réponse, tous à la clôture.
surveys-in-batches = Par lots d'au moins { $batch } : { $counted } réponses comptées sur { $answered }. Le reste paraît avec les suivantes, ou à la clôture.
surveys-texts-hidden = Vous voyez les totaux. Les textes sont lus par l'auteur de l'enquête et les gestionnaires du groupe.
surveys-text-hidden = Réponses écrites : lues par l'auteur de l'enquête et les gestionnaires du groupe.
surveys-cross = Croiser deux questions
surveys-cross-hint = Un groupe de moins de { $least } personnes n'est jamais montré, ni ce qui permettrait de le calculer.
surveys-cross-rows = En lignes
surveys-cross-columns = En colonnes
surveys-cross-do = Croiser
surveys-choose-question = Choisissez une question
surveys-crossing-of = « { $one } » par « { $other } »
surveys-not-told = non montré
surveys-rounds-title = Comparer les éditions
surveys-rounds-lead = Les mêmes questions, d'une édition à l'autre : la part de chaque réponse, la moyenne ou le score.
surveys-not-asked = sans objet
surveys-file = enquete

surveys-recorded-anonymous = Cette enquête est anonyme. Qui a répondu et ce qui a été répondu sont gardés séparément, sans rien pour les relier.
surveys-recorded-named = Cette enquête est faite avec les noms : vos réponses sont gardées avec votre nom, et lues par l'auteur et les gestionnaires du groupe.
surveys-recorded-nothing = Rien : vous n'avez pas répondu.
surveys-recorded-box = La boîte scellée de l'enquête compte { $bytes } octets, quoi qu'elle contienne.
surveys-recorded-no-box = La boîte scellée n'existe plus : l'enquête est close et tout ce qui pouvait être compté l'a été.
surveys-recorded-who = La base sait qui a répondu, et à peu près quand. Elle ne sait pas ce que cette personne a répondu.
surveys-recorded-batches = Les réponses sortent de la boîte par lots d'au moins { $batch }, mélangées : le premier lot à la { $first }e réponse, le dernier à la clôture. Avec moins de { $batch } réponses en tout, rien ne paraît. Qui copierait la base sans cesse saurait dans quel lot se trouve votre feuille, pas laquelle c'est.
surveys-recorded-sheet = Les réponses d'une même personne restent ensemble sur une feuille sans nom, pour croiser les questions. Aucune page et aucun fichier ne montre une feuille.
surveys-recorded-crossing = Un croisement ne montre jamais un groupe de moins de { $batch } personnes.
surveys-recorded-keep = Des réponses anonymes ne peuvent être ni modifiées ni retirées, parce que personne ne peut les retrouver, pas même vous. Rien n'est gardé avant l'envoi.
surveys-table-parts = Qui a répondu : une ligne par personne, pour que chacun ne réponde qu'une fois.
surveys-table-answers = Ce que chacun a répondu : une ligne par personne.
surveys-table-begun = Ce que chacun a commencé et veut finir plus tard.
surveys-table-boxes = Les feuilles qui attendent d'être assez nombreuses : une seule boîte scellée pour toute l'enquête, toujours de la même longueur.
surveys-table-sheets = Les feuilles sorties de la boîte, par lots mélangés, sans nom ni date.
surveys-column-survey = L'enquête.
surveys-column-part = La personne qui a répondu. Ni la date, ni l'ordre, ni les réponses.
surveys-column-member = La personne qui répond.
surveys-column-answers = Ses réponses.
surveys-column-sent = Quand elle les a envoyées.
surveys-column-page = La page où elle en est.
surveys-column-anonymous = Toujours « non » : la base refuse une telle ligne dans une enquête anonyme.
surveys-column-sealed = Les feuilles, chiffrées. La clé n'est pas dans la base, ni dans ses sauvegardes ; elle est détruite à la clôture.
surveys-column-lot = Un numéro tiré au sort.
surveys-column-sheet = Les réponses d'une personne, sans rien qui dise qui.

surveys-list-title = Enquêtes
surveys-list-lead = Plusieurs questions à la fois, avec des résultats à comparer d'une édition à l'autre.
surveys-new = Nouvelle enquête
surveys-none = Pas encore d'enquête
surveys-none-text = Une enquête pose plusieurs questions aux membres du groupe. Pour une seule question, un sondage dans une publication suffit.
surveys-is-draft = Brouillon
surveys-is-open = Ouverte
surveys-is-closed = Close
surveys-unnamed = Enquête sans titre
surveys-edit-title = Écrire une enquête
surveys-edit-round = Édition { $round } : les mêmes questions se compareront avec celles des éditions précédentes.
surveys-title = Titre
surveys-title-missing = Donnez un titre à l'enquête.
surveys-intro = Présentation
surveys-intro-hint = À quoi sert cette enquête, et ce que vous ferez des réponses. C'est aussi le texte de la publication qui l'annonce.
surveys-intro-missing = Présentez l'enquête en quelques mots.
surveys-questions = Questions
surveys-questions-hint = Chaque bouton enregistre tout ce que vous avez écrit.
surveys-question-number = Question { $number }
surveys-text-of = Texte de la question { $number }
surveys-kind-of = Type de réponse à la question { $number }
surveys-choices-of = Choix de la question { $number }
surveys-kind-single = Un choix
surveys-kind-multiple = Plusieurs choix
surveys-kind-scale = Échelle de 1 à 5
surveys-kind-satisfaction = Satisfaction
surveys-kind-recommendation = Recommandation de 0 à 10
surveys-kind-short = Texte court
surveys-kind-long = Texte long
surveys-kind-date = Date
surveys-required = Réponse obligatoire
surveys-breaks = Commencer une nouvelle page ici
surveys-when = Poser seulement après certaines réponses
surveys-when-hint = Cochez une ou plusieurs réponses : la question n'est posée qu'à qui en a donné une. Elle paraît alors sur une page suivante. Rien de coché : elle est posée à tout le monde.
surveys-up = Monter
surveys-down = Descendre
surveys-remove = Retirer
surveys-add-question = Ajouter une question
surveys-no-question = Ajoutez au moins une question.
surveys-question-missing = Écrivez la question.
surveys-choices-missing = Écrivez au moins deux choix.
surveys-choice-twice = « { $choice } » y est deux fois.
surveys-too-many-choices = { $most } choix au plus.
surveys-settings = Réglages
surveys-names = Qui saura qui a répondu quoi ?
surveys-named = Réponses avec les noms
surveys-named-hint = Vous et les gestionnaires du groupe lisez qui a répondu quoi ; les autres ne voient que les totaux. Chacun peut modifier ses réponses et finir plus tard.
surveys-anonymous = Réponses anonymes
surveys-anonymous-hint = Personne ne peut savoir qui a répondu quoi, pas même vous. Les résultats paraissent à partir de 10 réponses, ou à la clôture s'il y en a au moins 5. On ne peut ni modifier ses réponses, ni finir plus tard, ni rouvrir l'enquête.
surveys-results-seen = Qui voit les totaux ?
surveys-results-seen-hint = Vous et les gestionnaires du groupe les voyez toujours.
surveys-results-answered = Qui a répondu
surveys-results-answered-hint = Les autres les voient à la clôture.
surveys-results-closed = Tout le groupe, après la clôture
surveys-results-closed-hint = Personne d'autre ne les voit avant.
surveys-results-author = Vous et les gestionnaires seulement
surveys-results-author-hint = Les membres ne verront que le nombre de réponses.
surveys-save = Enregistrer le brouillon
surveys-saved = Le brouillon est enregistré.
surveys-to-preview = Enregistrer et voir l'aperçu
surveys-discard = Jeter ce brouillon
surveys-discard-sure = Jeter ce brouillon d'enquête ?
surveys-discard-text = Ses questions sont effacées pour de bon.
surveys-discarded = Le brouillon est jeté.
surveys-preview = Aperçu
surveys-preview-note = Ceci est un aperçu : essayez, rien n'est gardé.
surveys-preview-end = Recommencer l'aperçu
surveys-back-to-edit = Revenir aux questions
surveys-open-title = Ouvrir l'enquête
surveys-open = Ouvrir maintenant
surveys-open-hint = Une publication l'annonce dans le groupe, avec un bouton pour répondre. Ensuite, les questions et les réglages ne changent plus ; seule la clôture peut être déplacée.
surveys-open-anonymous = Les réponses seront anonymes, pour vous aussi. Cela ne pourra plus changer.
surveys-open-named = Vous et les gestionnaires du groupe lirez qui a répondu quoi. Cela ne pourra plus changer.
surveys-opened = L'enquête est ouverte.

surveys-letter-subject = Rappel : { $title }
surveys-letter-text = L'enquête « { $title } » du groupe { $group } attend encore vos réponses.
surveys-letter-secret = Ce rappel part à toutes les personnes qui n'ont pas répondu. Ni l'auteur de l'enquête ni les gestionnaires ne savent qui le reçoit.
surveys-letter-button = Répondre
surveys-letter-foot = Vous recevez ce courriel parce que vous faites partie du groupe { $group }.

surveys-help = Enquêtes
surveys-help-make = Dans un groupe où vous pouvez publier, l'onglet « Enquêtes » mène à « Nouvelle enquête » : des questions à choix, des échelles, la satisfaction, la recommandation, des textes, des dates, réparties en pages. Une question peut n'être posée qu'après certaines réponses. L'aperçu montre ce que les autres verront.
surveys-help-run = Une fois ouverte, l'enquête est annoncée par une publication. Vous pouvez rappeler à ceux qui n'ont pas répondu (sans savoir qui ils sont), déplacer la clôture, clore, puis préparer une édition suivante et comparer ; « Poser cette enquête régulièrement » le fait faire par l'horloge.
surveys-help-anonymous = Dans une enquête anonyme, personne ne peut savoir qui a répondu quoi. « Ce qui est enregistré » montre ce que la base de données contient vraiment sur vous. Ce que vous écrivez vous-même peut vous trahir.
surveys-help-results = Les résultats se lisent en barres et en tableaux, se croisent deux à deux (jamais sous 5 personnes), et s'emportent pour Excel, LibreOffice ou en texte.

surveys-quiz = Quiz : des réponses justes, et un score
surveys-quiz-hint = Chacun voit son score et les explications après avoir répondu, une seule fois. Un quiz se fait avec les noms.
surveys-quiz-named = Un quiz se fait avec les noms : choisissez les réponses avec les noms, ou décochez le quiz.
surveys-quiz-right-hint = Un choix par ligne, de 2 à 20. Dans un quiz, mettez * devant chaque réponse juste.
surveys-why-of = Explication de la question { $number }
surveys-why-hint = Montrée après la réponse.
surveys-no-right = Dans un quiz, marquez au moins une réponse juste d'un * au début de sa ligne.
surveys-ranking = Classement
surveys-ranking-choice = Montrer un classement
surveys-ranking-hint = Les 20 meilleurs scores, avec les noms, à qui voit les totaux.
surveys-draw = Tirage au sort
surveys-draw-choice = Tirage au sort
surveys-draw-none = Pas de tirage
surveys-draw-none-hint = Il n'y a rien à gagner.
surveys-draw-right = Parmi ceux qui ont tout juste
surveys-draw-right-hint = Les noms des gagnants sont montrés au groupe à la clôture.
surveys-draw-all = Parmi tous ceux qui ont répondu
surveys-draw-all-hint = Le score ne compte pas. Les noms des gagnants sont montrés au groupe à la clôture.
surveys-prizes = Nombre de gagnants
surveys-prizes-wrong = Écrivez un nombre de 1 à 50.
surveys-outcome = Mon score
surveys-answers-right = Les réponses justes
surveys-score-of = { $score } sur { $most }
surveys-your-answer = Votre réponse : { $answer }
surveys-right = C'est juste.
surveys-wrong = La réponse juste : { $answer }
surveys-score-head = Score
surveys-you = vous
surveys-winners = Gagnants
surveys-nobody-drawn = Personne ne pouvait gagner.
surveys-drawn-among = { $count ->
    [one] Tiré parmi { $count } personne.
   *[other] Tirés parmi { $count } personnes.
}
surveys-draw-file = Le fichier du tirage (json)
surveys-draw-how = Comment le tirage se fait, et se refait
surveys-draw-among-right = { $count ->
    [one] { $count } gagnant parmi ceux qui ont tout juste.
   *[other] { $count } gagnants parmi ceux qui ont tout juste.
}
surveys-draw-among-all = { $count ->
    [one] { $count } gagnant parmi tous ceux qui ont répondu.
   *[other] { $count } gagnants parmi tous ceux qui ont répondu.
}
surveys-draw-step-seed = À l'ouverture du quiz, une graine de 32 octets a été tirée au hasard. Son empreinte (SHA-256) est publiée tout de suite : la graine ne peut plus être une autre.
surveys-draw-step-ticket = Chaque personne a un ticket : l'empreinte (SHA-256) de l'identifiant du quiz, d'un deux-points et du sien. Voici le vôtre :
surveys-draw-step-order = À la clôture, la graine est publiée. Les tickets sont rangés par leur HMAC-SHA-256 (RFC 2104) avec la graine pour clé : les premiers gagnent. Rien d'autre ne compte, ni l'heure ni l'ordre des réponses.
surveys-draw-step-again = Avec le fichier du tirage, chacun peut tout refaire :
surveys-draw-again = Refaire le tirage ici
surveys-draw-again-right = Votre navigateur a refait le tirage : la graine est celle qui avait été annoncée, et les mêmes personnes gagnent.
surveys-draw-again-wrong = Votre navigateur a refait le tirage et ne trouve pas le même résultat. Demandez des comptes à l'auteur du quiz.
surveys-draw-again-failed = Le fichier du tirage n'a pas pu être lu. Vérifiez la connexion, puis recommencez.
surveys-draw-remains = Qui a accès à la base de données connaît la graine avant la clôture, mais ne peut ni la changer ni déplacer un ticket.
surveys-help-quiz = Une enquête devient un quiz dans ses réglages : marquez d'un * les réponses justes, ajoutez des explications, un classement si vous voulez, et un tirage au sort que chacun peut refaire.
surveys-close-hint-quiz = Plus personne ne répond, et les participants en sont avertis. Un quiz clos ne se rouvre pas : ses réponses justes sont connues.
