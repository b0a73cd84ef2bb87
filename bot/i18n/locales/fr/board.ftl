## Un tableau entier.

board-title-solo = Ton tableau
board-title-together = Le tableau commun
board-empty = Encore rien ici. Trouve le mot secret : propose n'importe quel mot anglais avec `{ -guess }`, et je te dis s'il est proche *par le sens*.
board-more = { $number ->
    [one] et { $number } plus froid
   *[other] et { $number } plus froids
}

## Abandonner.

board-give-up-title = 🏳️ Abandonner ensemble ?
board-give-up-votes = { $votes ->
    [one] { $votes } membre voudrait abandonner.
   *[other] { $votes } membres voudraient abandonner.
} Il faut encore { $missing } fois `{ -giveup }` de quelqu'un d'autre ici.
board-given-up-title = 🏳️ Le mot était { $secret }
board-given-up = Après { $guesses ->
    [one] { $guesses } essai
   *[other] { $guesses } essais
}.
board-another-tomorrow = Demain, un autre mot t'attend, et `{ -practice }` en a un tout de suite. Tu peux continuer ici pour explorer.
board-another-now = Tes essais vont de nouveau à l'énigme du jour, et `{ -practice }` a un autre mot tout de suite.

## Une partie d'entraînement.

board-practice-title = 🎯 Entraînement { $number }
board-practice = Un nouveau mot secret, rien que pour toi, et il ne compte pas. `{ -guess }`, `{ -hint }`, `{ -board }` et `{ -giveup }` jouent ici maintenant, jusqu'à ce que tu le trouves ou que tu choisisses `énigme: aujourd'hui`.
