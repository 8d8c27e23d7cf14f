# Ce que l'on dit d'une image que Parvis ne peut pas prendre.
pictures-not-a-picture = Ce fichier n'est pas une image que Parvis sait lire. Choisissez une image JPEG, PNG, GIF ou WebP.
pictures-heic = Cette photo est au format HEIC ou AVIF, que tous les navigateurs ne savent pas afficher. Enregistrez-la en JPEG, puis envoyez-la de nouveau.
pictures-too-many-pixels = Cette image compte trop de pixels : 50 millions au plus, et 20 000 par côté. Réduisez-la, puis envoyez-la de nouveau.
pictures-broken = Cette image est abîmée ou incomplète. Essayez de l'enregistrer de nouveau.
pictures-too-slow = La lecture de cette image prend trop de temps. Enregistrez-la dans une taille plus petite.
pictures-too-big = Cette image est trop lourde : 40 Mo au plus.
pictures-busy = Beaucoup d'images arrivent en ce moment. Réessayez dans une minute.
pictures-missing = Aucune image n'est arrivée. Choisissez un fichier et envoyez-le de nouveau.
pictures-not-loose = Une des images n'est plus disponible. Retirez-la et ajoutez-la de nouveau.
pictures-long-alt = La description d'une image est trop longue : { $most } caractères au plus.
