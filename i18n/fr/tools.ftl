# La mise en forme d'un texte que l'on écrit.
tools-bar = Mise en forme
tools-bold = Gras
tools-italic = Italique
tools-heading = Intertitre
tools-list = Liste à puces
tools-numbered = Liste numérotée
tools-quote = Citation
tools-link = Lien
