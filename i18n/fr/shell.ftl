shell-skip = Aller au contenu
