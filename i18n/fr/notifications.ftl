# The inbox.
notifications-title = Notifications
notifications-read-all = Tout marquer comme lu
notifications-all-read = Toutes vos notifications sont marquées comme lues.
notifications-filter = Filtrer les notifications
notifications-all = Toutes
notifications-unread = Non lues
notifications-unread-one = Non lue
notifications-older = Notifications plus anciennes
notifications-today = Aujourd'hui
notifications-yesterday = Hier
notifications-empty-title = Rien de nouveau
notifications-empty-text = Vous serez prévenu ici des mentions, des réponses et des réactions à ce que vous publiez.
notifications-empty-action = Ouvrir le fil d'actualité

# Sentences. $who is one or several people, already put together.
notifications-someone = { $count ->
    [one] Une personne
   *[other] { $count } personnes
}
notifications-two = { $first } et { $second }
notifications-and-others = { $count ->
    [one] { $first } et { $count } autre personne
   *[other] { $first } et { $count } autres personnes
}
notifications-quoted = « { $title } »
notifications-mention = { $count ->
    [one] { $who } vous mentionne dans { $group }
   *[other] { $who } vous mentionnent dans { $group }
}
notifications-answer = { $count ->
    [one] { $who } a répondu dans un fil que vous suivez, sous la publication { $title }
   *[other] { $who } ont répondu dans un fil que vous suivez, sous la publication { $title }
}
notifications-comment = { $count ->
    [one] { $who } a commenté votre publication { $title }
   *[other] { $who } ont commenté votre publication { $title }
}
notifications-post-reaction = { $count ->
    [one] { $who } a réagi à votre publication { $title }
   *[other] { $who } ont réagi à votre publication { $title }
}
notifications-comment-reaction = { $count ->
    [one] { $who } a réagi à votre commentaire sous la publication { $title }
   *[other] { $who } ont réagi à votre commentaire sous la publication { $title }
}
notifications-join-asked = { $count ->
    [one] { $who } demande à rejoindre { $group }
   *[other] { $who } demandent à rejoindre { $group }
}
notifications-join-approved = Votre demande est acceptée : vous faites partie de { $group }
notifications-join-refused = Votre demande de rejoindre { $group } n'a pas été acceptée
notifications-invited = { $who } vous invite à rejoindre { $group }
notifications-invitation-accepted = { $count ->
    [one] { $who } a accepté votre invitation dans { $group }
   *[other] { $who } ont accepté votre invitation dans { $group }
}
notifications-role-manager = Vous êtes maintenant gestionnaire de { $group }
notifications-role-publisher = Vous êtes maintenant rédacteur de { $group }
notifications-role-member = Vous êtes maintenant membre de { $group }, sans autre rôle
notifications-something = Il y a du nouveau

notifications-why-mention = quelqu'un a écrit votre nom
notifications-why-answer = vous participez à ce fil
notifications-why-post = c'est votre publication
notifications-why-comment = c'est votre commentaire
notifications-why-manager = vous gérez ce groupe
notifications-why-asked = vous aviez demandé à rejoindre ce groupe
notifications-why-invited = cette invitation vous est adressée
notifications-why-inviter = vous avez envoyé cette invitation
notifications-why-member = vous faites partie de ce groupe
notifications-group-archived = { $who } a archivé { $group }
notifications-administrator-entered = { $who } est entré comme administrateur dans { $group }
notifications-group-orphaned = Un groupe n'a plus de gestionnaire : nommez-en un
notifications-why-administrator = vous administrez les groupes
notifications-posted = { $count ->
    [one] { $who } a publié { $title } dans { $group }
   *[other] { $who } ont publié { $title } dans { $group }
}
notifications-why-follows = vous suivez les publications de ce groupe
notifications-plan-refused = Une publication que vous aviez programmée n'a pas pu paraître. Votre texte est intact : choisissez ce qu'il devient.
notifications-plan-refused-poll = Une publication que vous aviez programmée n'a pas pu paraître : une date de son sondage, ou sa clôture, est passée. Rien n'est perdu : corrigez le sondage, puis programmez-la de nouveau.
notifications-rhythm-ended = L'enquête { $title } n'a pas pu être posée de nouveau, et ne le sera plus d'elle-même : vous n'avez plus le droit de publier dans son groupe, sa dernière publication a été retirée, ou il manque quelque chose au brouillon.
notifications-why-author = vous l'avez écrite
notifications-poll-closed = Le sondage « { $question } » est clos dans { $group }
notifications-why-poll = vous y avez participé, ou c'est le vôtre
notifications-tagged = { $count ->
    [one] { $who } a publié { $title } avec { $hashtag } dans { $group }
   *[other] { $who } ont publié { $title } avec { $hashtag } dans { $group }
}
notifications-why-hashtag = vous suivez ce hashtag
notifications-labelled = { $count ->
    [one] { $who } a posé l'étiquette { $label } sur la publication { $title } dans { $group }
   *[other] { $who } ont posé l'étiquette { $label } sur la publication { $title } dans { $group }
}
notifications-why-label = vous suivez cette étiquette
notifications-moved = { $count ->
    [one] { $who } a déplacé votre publication { $title } dans { $group }
   *[other] { $who } ont déplacé votre publication { $title } dans { $group }
}
notifications-moved-away = { $count ->
    [one] { $who } a déplacé votre publication { $title } hors de { $group }, vers un groupe dont vous n'êtes pas membre
   *[other] { $who } ont déplacé votre publication { $title } hors de { $group }, vers un groupe dont vous n'êtes pas membre
}
notifications-moved-in = { $count ->
    [one] { $who } a déplacé { $title } dans { $group }
   *[other] { $who } ont déplacé { $title } dans { $group }
}
notifications-survey-reminder = L'enquête « { $title } » dans { $group } attend encore vos réponses
notifications-survey-closed = L'enquête « { $title } » est close dans { $group }
notifications-why-survey-reminder = vous faites partie du groupe et n'avez pas encore répondu
notifications-why-survey = vous y avez répondu, ou c'est la vôtre
notifications-acknowledgement-asked = { $count ->
    [one] { $who } vous demande de confirmer que vous avez lu { $title } dans { $group }
   *[other] { $who } vous demandent de confirmer que vous avez lu { $title } dans { $group }
}
notifications-acknowledgement-reminded = Rappel : { $title } attend votre « Lu et compris » dans { $group }
notifications-shared = { $count ->
    [one] { $who } a partagé votre publication dans { $group }
   *[other] { $who } ont partagé votre publication dans { $group }
}
notifications-shared-elsewhere = { $count ->
    [one] { $who } a partagé votre publication { $title } dans un autre groupe
   *[other] { $who } ont partagé votre publication { $title } dans d'autres groupes
}
