# The administration.
admin-nav = Pages de l'administration
admin-title = Administration
admin-overview = Vue d'ensemble
admin-people = Personnes
admin-invitations = Invitations
admin-letters = Courriers
admin-jobs = Tâches de fond
admin-log = Journal
admin-access = Droits
admin-figures = Chiffres
admin-members = Membres
admin-guests = Invités externes
admin-suspended = Comptes suspendus
admin-groups = Groupes
admin-posts = Publications
admin-comments = Commentaires
admin-letters-waiting = Courriers en attente
admin-letters-given-up = Courriers refusés par le serveur
admin-jobs-dead = Tâches abandonnées
admin-database = Taille de la base
admin-version = Version
admin-no-mail = Aucun serveur d'envoi n'est configuré : les courriers attendent ici. Vous pouvez les lire et transmettre leur lien vous-même.
admin-when = Quand
admin-older = Plus anciens
admin-filter = Filtrer
admin-actions = Actions
admin-letters-intro = Les courriers que Parvis envoie aux membres et aux personnes invitées.
admin-letters-retry = Relancer les courriers de la semaine
admin-letters-unsent = Non envoyés
admin-letters-all = Tous
admin-letters-empty-title = Aucun courrier en attente
admin-letters-empty-text = Tout ce qui devait partir est parti.
admin-letter-subject = Objet
admin-letter-to = Destinataire
admin-letter-state = État
admin-letter-sent = Envoyé
admin-letter-waiting = En attente
admin-letter-given-up = Refusé
admin-letter-error = Réponse du serveur :
admin-letter-retry = Relancer l'envoi
admin-copy-link = Copier le lien
admin-copied = Lien copié
admin-jobs-intro = Ce que Parvis fait à l'écart des pages : courriers, notifications, ménage.
admin-jobs-retry = Relancer les tâches abandonnées
admin-jobs-empty-title = Aucune tâche en attente
admin-jobs-empty-text = Tout ce qui devait être fait est fait.
admin-job-kind = Tâche
admin-job-attempts = Essais
admin-job-next = Prochain essai
admin-job-dead = Abandonnée
admin-job-running = En cours
admin-job-failed = Échec, sera réessayée
admin-job-waiting = En attente
admin-job-retry = Relancer
admin-access-intro = Qui peut faire quoi dans la communauté. Les rôles se donnent sur la page de chaque compte.
admin-access-roles = Ce que permet chaque rôle
admin-access-right = Droit
admin-access-yes = Oui
admin-access-no = Non
admin-access-groups = Dans un groupe, c'est lui qui décide : ses responsables règlent qui publie, commente et invite, dans ses réglages. Une personne qui n'est pas du groupe n'y peut rien, même si elle administre.
admin-access-all = Toutes les règles, telles que le code les applique (en anglais)
admin-access-role = { $role ->
    [guest] Personne invitée
    [member] Membre
    [moderator] Modération
    [people-administrator] Administration des personnes
    [groups-administrator] Administration des groupes
   *[administrator] Administration
}
admin-access-verb = { $verb ->
    [CreateGroup] Créer un groupe
    [InviteToSite] Inviter dans la communauté par un lien
    [DefineFields] Définir les champs des profils
    [SetGates] Régler ce que rencontrent les personnes qui arrivent
    [DefineRings] Définir les anneaux
    [ExportPeople] Emporter l'annuaire sous forme de fichier
    [FillProfiles] Compléter le profil de n'importe qui
    [ListAccounts] Voir la liste des comptes
    [ImportPeople] Importer des personnes depuis un tableur
    [ViewAdmin] Ouvrir les pages d'administration
    [OperateSite] Lire les lettres en attente, les tâches en échec et le journal
    [UploadPicture] Téléverser des photos
    [UploadFile] Joindre des documents et des films
    [FollowHashtag] Suivre un mot-dièse
    [FollowLabel] Suivre une étiquette
    [AnnounceAbsence] Annoncer une absence
    [AdministerGroups] Ranger, attribuer et verrouiller tous les groupes
    [WriteDraft] Garder un brouillon
   *[other] { "" }
}
admin-log-intro = Qui a fait quoi, quand et d'où. Le contenu des groupes n'y figure pas.
admin-log-kind = Action
admin-log-every-kind = Toutes les actions
admin-log-person = Personne (nom, identifiant ou adresse)
admin-log-nobody = Personne ne correspond.
admin-log-filter = Filtrer
admin-log-reset = Voir tout le journal
admin-log-empty-title = Rien à cet endroit du journal
admin-log-empty-text = Aucune action ne correspond à ces critères.
admin-log-what = Action
admin-log-who = Par
admin-log-whom = Concerne
admin-log-group = Groupe
admin-log-from = Depuis
admin-log-visitor = Une personne non connectée
admin-log-former = Ancien membre
admin-log-house = Parvis ({ $why })
admin-log-hidden-group = Un groupe que vous ne voyez pas
admin-letters-retried = { $count ->
    [0] Aucun courrier à relancer.
    [one] Un courrier est relancé.
   *[other] { $count } courriers sont relancés.
}
admin-jobs-retried = { $count ->
    [0] Aucune tâche à relancer.
    [one] Une tâche est relancée.
   *[other] { $count } tâches sont relancées.
}

# What can happen, in the log.
admin-fact-signed-up = Compte créé
admin-fact-signed-in = Connexion
admin-fact-signed-out = Déconnexion
admin-fact-sessions-ended = Sessions fermées
admin-fact-password-changed = Mot de passe changé
admin-fact-password-reset-asked = Nouveau mot de passe demandé
admin-fact-email-change-asked = Changement d'adresse demandé
admin-fact-email-changed = Adresse changée
admin-fact-settings-changed = Paramètres changés
admin-fact-administrator-named = Administrateur nommé
admin-fact-member-suspended = Compte suspendu
admin-fact-member-reactivated = Compte rétabli
admin-fact-site-role-given = Rôle donné sur la plateforme
admin-fact-member-anonymised = Compte anonymisé
admin-fact-members-merged = Comptes fusionnés
admin-fact-welcome-sent = Message de bienvenue envoyé
admin-fact-import-begun = Importation de personnes commencée
admin-fact-import-ended = Importation de personnes terminée
admin-fact-import-undone = Importation de personnes annulée
admin-fact-person-imported = Compte créé par importation
admin-fact-person-amended = Compte modifié par importation
admin-fact-person-restored = Compte rétabli après une importation annulée
admin-fact-people-exported = Personnes exportées
admin-fact-profile-edited = Profil modifié
admin-fact-photo-changed = Photo changée
admin-fact-gate-passed = Accueil terminé
admin-fact-gates-changed = Accueil des nouveaux changé
admin-fact-field-defined = Champ de profil créé
admin-fact-field-changed = Champ de profil modifié
admin-fact-field-archived = Champ de profil archivé
admin-fact-field-restored = Champ de profil rétabli
admin-fact-fields-reordered = Ordre des champs changé
admin-fact-field-section-changed = Rubrique du profil changée
admin-fact-fields-filled = Profil rempli
admin-fact-ring-defined = Anneau créé
admin-fact-ring-changed = Anneau modifié
admin-fact-rings-reordered = Ordre des anneaux changé
admin-fact-ring-archived = Anneau archivé
admin-fact-ring-restored = Anneau rétabli
admin-fact-ring-given = Anneau donné
admin-fact-ring-taken = Anneau retiré
admin-fact-group-created = Groupe créé
admin-fact-group-edited = Groupe modifié
admin-fact-group-level-changed = Visibilité du groupe changée
admin-fact-member-joined = Entrée dans un groupe
admin-fact-member-left = Départ d'un groupe
admin-fact-member-removed = Membre retiré d'un groupe
admin-fact-role-changed = Rôle changé dans un groupe
admin-fact-join-asked = Demande d'entrée
admin-fact-join-request-withdrawn = Demande d'entrée retirée
admin-fact-join-approved = Demande d'entrée acceptée
admin-fact-join-refused = Demande d'entrée refusée
admin-fact-member-invited = Invitation dans un groupe
admin-fact-invitation-accepted = Invitation acceptée
admin-fact-invitation-declined = Invitation déclinée
admin-fact-invitation-sent = Invitation envoyée
admin-fact-invitation-revoked = Invitation annulée
admin-fact-group-orphaned = Groupe resté sans gestionnaire
admin-fact-group-filed = Thème ou place d'un groupe changés
admin-fact-theme-added = Thème de groupes créé
admin-fact-theme-changed = Thème de groupes renommé
admin-fact-themes-reordered = Ordre des thèmes changé
admin-fact-theme-removed = Thème de groupes supprimé
admin-fact-post-template-defined = Modèle de publication créé
admin-fact-post-template-changed = Modèle de publication modifié
admin-fact-post-template-deleted = Modèle de publication supprimé
admin-fact-key-date-added = Date clé ajoutée
admin-fact-key-date-removed = Date clé retirée
admin-fact-absence-announced = Absence annoncée
admin-fact-absence-withdrawn = Absence retirée
admin-fact-label-defined = Étiquette créée
admin-fact-label-changed = Étiquette modifiée
admin-fact-label-archived = Étiquette retirée
admin-fact-label-restored = Étiquette reprise
admin-fact-label-merged = Étiquettes fusionnées
admin-fact-label-deleted = Étiquette supprimée
admin-fact-post-labelled = Étiquettes d'une publication changées
admin-fact-group-permissions-changed = Permissions d'un groupe changées
admin-fact-group-archived = Groupe archivé
admin-fact-group-reopened = Groupe repris
admin-fact-group-deleted = Groupe mis à la corbeille
admin-fact-group-restored = Groupe sorti de la corbeille
admin-fact-group-erased = Groupe effacé définitivement
admin-fact-group-regime-changed = Adhésion au groupe changée (ordinaire, par défaut, source, verrouillé)
admin-fact-member-enrolled = Entrée dans un groupe par un administrateur ou à l'inscription
admin-fact-administrator-entered = Un administrateur est entré dans un groupe dont il n'est pas membre
admin-fact-administrator-left = Un administrateur est ressorti d'un groupe
admin-fact-content-anonymised = Publications d'une personne retirée rendues anonymes
admin-fact-group-hearing-changed = Notifications d'un groupe réglées
admin-fact-group-rule-changed = Ensemble de personnes d'un groupe changé
admin-fact-access-changed = Droits changés
admin-fact-picture-uploaded = Image envoyée
admin-fact-post-published = Publication
admin-fact-post-edited = Publication modifiée
admin-fact-post-deleted = Publication supprimée
admin-fact-post-placed = Discussion placée dans un groupe de plus
admin-fact-post-withdrawn = Discussion retirée d'un groupe
admin-fact-post-moved = Publication déplacée dans un autre groupe
admin-fact-post-shared = Publication partagée
admin-fact-page-looked-at = Aperçu d'un lien
admin-fact-document-read = Lecture d'un document
admin-fact-post-pinned = Publication épinglée
admin-fact-post-unpinned = Publication plus épinglée
admin-fact-comments-closed = Commentaires fermés
admin-fact-comments-reopened = Commentaires rouverts
admin-fact-acknowledgement-asked = « Lu et compris » demandé
admin-fact-acknowledgement-stopped = « Lu et compris » plus demandé
admin-fact-acknowledgement-reminded = Absents relancés pour « Lu et compris »
admin-fact-acknowledged = Lu et compris
admin-fact-post-restored = Publication rétablie
admin-fact-post-reacted = Réaction à une publication
admin-fact-post-reaction-withdrawn = Réaction à une publication retirée
admin-fact-comment-written = Commentaire
admin-fact-comment-edited = Commentaire modifié
admin-fact-comment-deleted = Commentaire supprimé
admin-fact-comment-restored = Commentaire rétabli
admin-fact-comment-reacted = Réaction à un commentaire
admin-fact-comment-reaction-withdrawn = Réaction à un commentaire retirée
admin-fact-letters-retried = Lettres relancées
admin-fact-jobs-retried = Travaux relancés
