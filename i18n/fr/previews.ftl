# Aperçus des pages vers lesquelles une publication mène.
previews-page-on = Page du site
previews-show = Montrer l'aperçu du lien
previews-show-hint = Titre, image et résumé de la première page vers laquelle votre texte mène. Sans l'aperçu, le lien reste dans le texte.
previews-help = Quand votre texte contient un lien, un aperçu de la page s'affiche dessous quelques instants plus tard : c'est le serveur qui va le chercher, une fois, et vos lecteurs ne sont pas signalés au site. Pour l'enlever, modifiez la publication.
previews-film-on = Vidéo sur
