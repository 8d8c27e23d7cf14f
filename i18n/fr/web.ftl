# Errors and forms, wherever they happen.
error-not-found-title = Cette page est introuvable
error-not-found-text = Elle a peut-être été déplacée ou supprimée, ou bien elle ne vous est pas accessible.
error-refused-title = Cette action n'est pas possible
error-sign-in-title = Connectez-vous pour continuer
error-sign-in-text = Votre session est terminée. Connectez-vous à nouveau : ce que vous avez écrit est encore sur cette page.
error-conflict-title = Quelqu'un est passé avant vous
error-malformed-title = Cette demande n'a pas été comprise
error-malformed-text = Revenez à la page précédente et réessayez.
error-foreign-title = Ce formulaire vient d'un autre site
error-foreign-text = Par sécurité, il n'a pas été pris en compte. Ouvrez la page sur ce site et réessayez.
error-too-large-title = Cet envoi est trop lourd
error-too-large-text = La limite est de { $most } Mo. Envoyez moins de fichiers à la fois, ou des fichiers plus légers.
error-full-title = Le serveur n'a plus de place
error-full-text = Le disque du serveur est presque plein : rien n'a été pris. Prévenez l'administrateur, puis réessayez.
error-too-many-files = { $most } fichiers au plus par envoi : les suivants n'ont pas été pris.
error-too-many-title = Un instant, s'il vous plaît
error-too-many-text = { $minutes ->
    [one] Vous avez fait cela très souvent. Réessayez dans une minute.
   *[other] Vous avez fait cela très souvent. Réessayez dans { $minutes } minutes.
}
error-busy-title = Nous revenons dans un instant
error-busy-text = Le service est momentanément surchargé ou en maintenance. Rien n'est perdu : réessayez dans quelques secondes.
error-away-text = Le stockage des fichiers ne répond pas pour l'instant : rien n'a été pris ni perdu. Réessayez dans un moment.
error-fault-title = Quelque chose ne va pas de notre côté
error-fault-text = L'erreur est enregistrée et sera corrigée. Vos brouillons et vos publications sont intacts.
error-reference = Référence : { $id }
error-home = Revenir à l'accueil
error-sign-in = Se connecter
error-directory = Ouvrir l'annuaire

form-summary = { $count ->
    [one] Un point est à corriger
   *[other] { $count } points sont à corriger
}
form-error-prefix = Erreur :
form-empty = Remplissez ce champ.
form-too-long = C'est trop long : { $most } caractères au plus.
form-too-short = C'est trop court : { $least } caractères au moins.
form-malformed = Ce texte n'a pas la forme attendue.
form-too-common = Ce mot de passe est trop connu. Choisissez-en un autre, par exemple une courte phrase.
form-optional = facultatif
form-reveal = Afficher le mot de passe
format-days = du { $first } au { $last }
