# Les hashtags.
hashtags-title = Hashtags
hashtags-lead = Un mot précédé de « # » dans une publication ou un commentaire devient un lien vers tout ce qui le porte.
hashtags-mine = Vous les suivez
hashtags-used = Les plus utilisés
hashtags-count =
    { $count ->
        [one] { $count } texte
       *[other] { $count } textes
    }
hashtags-none = Aucun hashtag pour l'instant
hashtags-none-text = Écrivez par exemple « #bienvenue » dans une publication : il apparaîtra ici.
hashtags-follow = Suivre
hashtags-unfollow = Ne plus suivre
hashtags-follow-hint = Suivre ce hashtag : une notification à chaque publication qui le porte, si vous pouvez la lire.
hashtags-follows = Vous recevez une notification à chaque publication qui porte ce hashtag, si vous pouvez la lire.
hashtags-followed = Vous suivez #{ $hashtag }.
hashtags-unfollowed = Vous ne suivez plus #{ $hashtag }.
hashtags-empty = Rien encore avec #{ $hashtag }
hashtags-empty-text = Aucune publication que vous pouvez lire ne le porte. Écrivez la première.
hashtags-write = Publier
hashtags-pages = Pages
hashtags-older = Plus anciennes
