# Around every letter.
mail-copy = Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :
