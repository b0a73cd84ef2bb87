## Les commandes, par leur nom français (voir commands.ftl).

-guess = /deviner
-board = /tableau
-hint = /indice
-why = /pourquoi
-giveup = /abandonner
-practice = /entraînement
-stats = /stats
-help = /aide
-setup = /configurer
-notify = /notifier
-puzzle-propose = /énigme proposer
-puzzle-queue = /énigme file
-rate = /noter
-ratings = /notes
-recommend = /conseiller
-shelf-suggest = /étagère souhaiter
-shelf-create = /étagère poser
-shelf-approve = /étagère accepter
-shelf-remove = /étagère retirer
-shelf-import = /étagère importer

## Quantités.

common-guesses = { $number ->
    [one] { $number } essai
   *[other] { $number } essais
}
common-strokes = { $number ->
    [one] { $number } coup
   *[other] { $number } coups
}
common-letters = { $number ->
    [one] { $number } lettre
   *[other] { $number } lettres
}
common-days = { $number ->
    [one] { $number } jour
   *[other] { $number } jours
}

## Chaleur. Le degré suit « est » dans un titre : « river est bouillant ».

common-band-found = trouvé
common-band-boiling = bouillant
common-band-hot = très chaud
common-band-warm = chaud
common-band-mild = tiède
common-band-cold = froid
common-band-freezing = glacial
common-rank = rang **{ $rank }** sur { $last }
common-far = hors des 1 000 plus proches
common-hint-mark = (indice)
common-nearest = Les plus proches de { $secret }

## Énigmes et tableaux.

common-puzzle = Énigme · { $day }
common-puzzle-number = Énigme #{ $number } · { $day }
common-practice-round = Entraînement { $number }
common-today = aujourd'hui, { $date }
common-day = { $weekday } { $date }
common-mode-solo = solo
common-mode-together = ensemble
common-hints-cost = +{ $strokes } pour les indices

## La difficulté d'une énigme.

common-rating = par { $par } · { $dots } { $difficulty }
common-difficulty-1 = très facile
common-difficulty-2 = facile
common-difficulty-3 = moyen
common-difficulty-4 = difficile
common-difficulty-5 = très difficile

## Les énigmes que l'on peut choisir par leur nom.

common-choice-today = aujourd'hui
common-choice-practice = entraînement
common-not-played = pas jouée
common-solved-in = trouvée en { $attempts }
common-not-solved = pas trouvée

common-see-below = Il m'a fallu un instant. La réponse est plus bas, visible de tous.

# À la place d'un membre oublié.
common-somebody = quelqu'un
