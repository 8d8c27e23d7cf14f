# Épingler une publication.
pins-title = Épingler en haut du groupe
pins-action = Épingler…
pins-mark = Épinglée
pins-lead = La publication reste en haut de la page de son groupe, avant les plus récentes. Cela ne change pas qui la lit.
pins-end = Jusqu'à quand
pins-end-date = Jusqu'à une date
pins-end-date-hint = Elle reprend ensuite sa place toute seule.
pins-end-hand = Jusqu'à ce qu'on la retire
pins-end-hand-hint = Pensez à la retirer quand elle n'est plus utile. L'heure ci-dessous ne compte alors pas.
pins-date = Date et heure de fin
pins-pin = Épingler
pins-remove = Ne plus épingler
pins-since = Épinglée depuis
pins-until = jusqu'au
pins-done = La publication est épinglée en haut du groupe.
pins-undone = La publication n'est plus épinglée.
pins-help = Épinglez une publication depuis son menu : elle reste en haut de la page du groupe, jusqu'à la date que vous choisissez.
