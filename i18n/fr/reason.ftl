# Why the house says no.
reason-join-first = Il faut être membre de ce groupe.
reason-managers-only = Seuls les gestionnaires du groupe peuvent le faire.
reason-author-only = Seule la personne qui l'a écrit peut le faire.
reason-author-or-manager = Seuls son auteur et les gestionnaires du groupe peuvent le faire.
reason-archived = Ce groupe est archivé : on peut le lire, mais plus y écrire.
reason-not-for-guests = Les invités externes ne peuvent pas le faire. Demandez à un gestionnaire de vous inviter.
reason-ask-first = Ce groupe est privé : demandez à le rejoindre pour lire ce qui s'y publie.
reason-already-in = Vous faites déjà partie de ce groupe.
reason-already-asked = Votre demande est déjà enregistrée, un gestionnaire va y répondre.
reason-already-decided = Une réponse a déjà été donnée.
reason-invitation-only = On entre dans ce groupe sur invitation seulement.
reason-administrators-only = Cette page est réservée aux administrateurs.
reason-only-yourself = Cela ne concerne que la personne elle-même.
reason-last-manager = Un groupe garde toujours un gestionnaire : nommez d'abord une autre personne.
