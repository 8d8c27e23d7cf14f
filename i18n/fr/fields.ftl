# Champs du profil : messages, aides et pages d'administration.
fields-wrong-missing = Ce champ est obligatoire : remplissez-le pour continuer.
fields-wrong-day = Cette date n'existe pas ou n'a pas la forme attendue. Écrivez par exemple 12/11/2026.
fields-wrong-phone = Ce numéro n'a pas la forme attendue. Écrivez des chiffres, par exemple 02 40 00 00 00.
fields-wrong-link = Cette adresse web n'est pas complète. Écrivez par exemple https://exemple.fr/page.
fields-wrong-mail = Cette adresse électronique n'est pas complète. Écrivez par exemple prenom@exemple.fr.
fields-wrong-yes-no = Répondez par oui ou par non.
fields-wrong-listed = « { $typed } » ne fait pas partie de la liste. Choisissez parmi : { $offered }.
fields-wrong-one-only = Une seule valeur est possible ici.
fields-wrong-too-many = Gardez { $most } valeurs au plus.
fields-wrong-nobody = Personne ne s'appelle « { $typed } » dans l'annuaire. Écrivez le nom complet ou l'identifiant, par exemple @ada.lovelace.
fields-wrong-several-people = Plusieurs personnes s'appellent « { $typed } ». Écrivez l'identifiant, par exemple @ada.lovelace.
fields-wrong-oneself = Choisissez une autre personne que celle dont c'est le profil.
fields-wrong-circle = Cette personne dépend déjà de celle dont c'est le profil : l'organigramme tournerait en rond. Choisissez quelqu'un d'autre.
fields-wrong-not-yours = Seuls les administrateurs remplissent ce champ.
fields-wrong-no-field = Ce champ n'existe plus. Rechargez la page.
fields-hint-tags = Séparez les mots par des virgules.
fields-hint-person = Un nom complet, ou un identifiant comme @ada.lovelace.
fields-read-by-guests = Visible par les membres, et par les invités des groupes que vous partagez avec eux.
fields-read-by-members = Visible par tous les membres, pas par les invités.
fields-read-by-groups = Visible par les membres qui ont un groupe en commun avec vous.
fields-read-by-administrators = Visible par vous et par les administrateurs.
fields-other = Autres, séparés par des virgules

# Administration des champs.
fields-admin-title = Champs du profil
fields-admin-lead = Ce que les membres peuvent dire d'eux dans leur profil et dans l'annuaire. Demandez peu : chaque champ de plus est un champ que l'on hésite à remplir.
fields-admin-preview = Aperçu du formulaire
fields-admin-preview-lead = Le formulaire tel que les membres le voient. Rien n'est enregistré.
fields-admin-preview-button = Voir l'aperçu
fields-admin-preview-one = Aperçu de ce champ
fields-admin-back = Retour aux champs
fields-admin-new = Nouveau champ
fields-admin-none-title = Aucun champ pour le moment
fields-admin-none-text = Chaque membre a déjà un nom, une photo, une ligne de présentation et quelques mots sur lui. Ajoutez ici ce qui aide à trouver la bonne personne : un métier, un lieu, des compétences.
fields-admin-up = Monter
fields-admin-down = Descendre
fields-admin-uses = { $count ->
    [0] rempli par personne
    [one] rempli par { $count } personne
   *[other] rempli par { $count } personnes
}
fields-admin-save = Enregistrer
fields-admin-cancel = Annuler
fields-admin-saved = Le champ est enregistré.
fields-admin-edit-lead = Ce que vous changez ici vaut aussitôt pour tous les profils.
fields-admin-archive = Archiver ce champ
fields-admin-archive-hint = Il disparaît des profils et de l'annuaire. Ce que les membres y ont écrit est gardé et revient si vous le rétablissez.
fields-admin-archived = Le champ est archivé.
fields-admin-archived-title = Champs archivés
fields-admin-archived-text = Personne ne les voit. Ce que les membres y ont écrit est gardé.
fields-admin-restore = Rétablir
fields-admin-restored = Le champ est de retour dans les profils.
fields-admin-due = Date limite pour les personnes déjà là
fields-admin-due-hint = Pour un champ obligatoire. Jusqu'à ce jour un bandeau le rappelle ; ensuite il faut le remplir avant de continuer. Vide : un bandeau seulement.
fields-admin-due-optional = Une date limite ne va qu'avec un champ obligatoire. Cochez « obligatoire » ou retirez la date.
fields-admin-section = Rubrique
fields-admin-section-new = Nouvelle rubrique…
fields-admin-section-new-hint = Seulement si vous avez choisi « Nouvelle rubrique ».
fields-admin-section-fr = Nom de la rubrique en français
fields-admin-section-en = Nom de la rubrique en anglais
fields-admin-section-missing = Choisissez une rubrique, ou donnez un nom à la nouvelle.
fields-admin-section-add = Ajouter une rubrique
fields-admin-section-added = La rubrique est ajoutée.
fields-admin-section-rename = Renommer la rubrique
fields-admin-section-renamed = La rubrique est renommée.
fields-admin-section-unnamed = Donnez à la rubrique un nom de 80 caractères au plus.
fields-admin-section-empty = Aucun champ : cette rubrique ne se voit pas dans les profils.
fields-admin-french = En français
fields-admin-english = En anglais
fields-admin-kind = Type de champ
fields-admin-kind-hint = Il ne pourra plus être changé ensuite, car les réponses en dépendent.
fields-admin-kind-stays = Le type ne change plus : les réponses en dépendent.
fields-admin-kind-missing = Choisissez un type de champ.
fields-admin-label-fr = Nom du champ en français
fields-admin-label-en = Nom du champ en anglais
fields-admin-english-hint = Laissé vide, le nom français est repris.
fields-admin-help-fr = Aide en français
fields-admin-help-en = Aide en anglais
fields-admin-help-hint = Une phrase sous le nom : quoi écrire, avec un exemple.
fields-admin-reason-fr = Pourquoi cette question, en français
fields-admin-reason-en = Pourquoi cette question, en anglais
fields-admin-reason-hint = Les membres la lisent avec l'aide. Elle est nécessaire quand le champ est obligatoire.
fields-admin-reason-missing = Dites pourquoi ce champ est obligatoire : on répond plus volontiers quand on sait à quoi cela sert.
fields-admin-visibility = Qui voit les réponses
fields-admin-visibility-missing = Choisissez qui voit les réponses.
fields-admin-flags = Réglages
fields-admin-filter-kind = Seuls une liste, des mots libres, un lieu ou oui/non peuvent servir de filtre.
fields-admin-filter-visibility = Un filtre compte les réponses de tous : choisissez « membres » ou « membres et invités », ou ne l'utilisez pas comme filtre.
fields-admin-chart-kind = Seul un champ « personne » peut servir à l'organigramme.
fields-admin-chart-taken = Un autre champ sert déjà à l'organigramme. Décochez-le d'abord.
fields-admin-required-locked = Un champ que les membres ne remplissent pas ne peut pas leur être obligatoire.
fields-admin-terms = Valeurs de la liste à ajouter
fields-admin-terms-hint = Pour les listes : une valeur par ligne. Pour l'anglais, ajoutez-le après une barre : Énergie | Energy.
fields-admin-terms-missing = Une liste a besoin d'au moins une valeur.
fields-admin-terms-many = Une liste a { $most } valeurs au plus.
fields-admin-terms-twice = La même valeur figure deux fois dans la liste, peut-être parmi celles qui en ont été retirées.
fields-admin-term-twice = « { $label } » figure deux fois dans la liste.
fields-admin-term-empty = Une valeur de la liste n'a pas de nom en français.
fields-admin-listed = Valeurs de la liste
fields-admin-listed-hint = Renommer une valeur la renomme dans tous les profils. Retirée, elle n'est plus proposée, mais reste chez ceux qui l'ont.
fields-admin-gone = Retirer
fields-kind = { $kind ->
    [text] Texte court
    [long_text] Texte long
    [choice] Liste, une réponse
    [choices] Liste, plusieurs réponses
    [tags] Mots libres
    [date] Date
    [phone] Téléphone
    [link] Lien
    [mail] Adresse électronique
    [place] Lieu
    [person] Personne
   *[yes_no] Oui ou non
}
fields-kind-hint = { $kind ->
    [text] Une ligne, par exemple le nom d'un service.
    [long_text] Quelques lignes.
    [choice] Une valeur parmi celles que vous proposez, par exemple le métier.
    [choices] Autant de valeurs que l'on veut parmi celles que vous proposez.
    [tags] Chacun écrit ses mots, par exemple ses compétences.
    [date] Un jour du calendrier.
    [phone] Un numéro, que l'on peut appeler d'un geste.
    [link] Une adresse web.
    [mail] Une adresse à laquelle écrire.
    [place] Une commune, une région ou un pays.
    [person] Quelqu'un de l'annuaire, par exemple le responsable.
   *[yes_no] Une seule question, par exemple « disponible pour aider ».
}
fields-visibility = { $who ->
    [guests] Membres et invités
    [members] Membres
    [groups] Membres d'un groupe en commun
   *[administrators] Administrateurs
}
fields-visibility-hint = { $who ->
    [guests] Tous les membres, et les invités externes qui partagent un groupe avec la personne.
    [members] Tous les membres. Les invités externes ne le voient pas.
    [groups] Les membres qui partagent un groupe avec la personne.
   *[administrators] Les administrateurs, et la personne elle-même.
}
fields-flag = { $flag ->
    [required] Obligatoire
    [by_member] Rempli par les membres
    [on_card] Montré sur les cartes
    [filters] Filtre de l'annuaire
    [opens] Liste ouverte
   *[charts] Organigramme
}
fields-flag-hint = { $flag ->
    [required] Chaque membre est invité à le remplir à sa prochaine visite.
    [by_member] Sinon, seuls les administrateurs et les imports le remplissent.
    [on_card] Sous le nom, dans l'annuaire. Gardez-le pour deux ou trois champs.
    [filters] L'annuaire propose ses valeurs avec leur nombre.
    [opens] Les membres peuvent ajouter une valeur à la liste.
   *[charts] La personne désignée est la responsable : l'organigramme se dessine d'après ce champ.
}
fields-mark = { $flag ->
    [required] Obligatoire
    [on_card] Sur les cartes
    [filters] Filtre
    [charts] Organigramme
   *[locked] Rempli par les administrateurs
}
