## Un tableau entier.

board-title-solo = Ton tableau
board-title-together = Le tableau commun
board-empty = Encore rien ici. Trouve le mot secret : propose n'importe quel mot anglais avec `{ -guess }`, et je te dis s'il est proche *par le sens*.

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

## Les pages, et les mots encore voilés.

board-page = Page { $page } sur { $pages } · { $words } mots
board-veiled = { $number ->
    [one] Un mot est plus proche que les tiens : je le garde pour moi.
   *[other] { $number } mots sont plus proches que les tiens : je les garde pour moi.
}
board-lifted = ⚠️ Tu as demandé tous les mots, même ceux qui sont plus proches que les tiens.
board-outside = Ce tableau s'est terminé sans toi, alors je garde le mot pour moi : tu peux encore le trouver en solo. *{ $button }* te le dit ; ensuite, il n'est plus un secret pour toi, sur aucun tableau.

## Avant d'abandonner.

board-ask-title = 🏳️ Abandonner ?
board-ask = { $guesses ->
    [0] Tu apprendrais le mot sans un seul essai, et cette énigme compterait comme abandonnée.
    [one] Tu apprendrais le mot après un essai, et cette énigme compterait comme abandonnée.
   *[other] Tu apprendrais le mot après { $guesses } essais, et cette énigme compterait comme abandonnée.
}
board-ask-votes = Ce tableau est à tout le monde : il se termine dès que { $needed } d'entre vous le souhaitent. Pour l'instant, { $votes ->
    [0] personne ne le souhaite
    [one] une personne le souhaite
   *[other] { $votes } personnes le souhaitent
}.
