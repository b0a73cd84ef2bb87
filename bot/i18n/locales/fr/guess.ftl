## La réponse à un essai.

guess-title = { $emoji } { $word } est { $band }
guess-counts-as = *{ $typed }* compte comme **{ $word }**.
guess-closest = Les plus proches jusqu'ici
guess-found-title = 🎉 C'est bien { $word } !
guess-found = Trouvé en **{ $guesses ->
    [one] { $guesses } essai
   *[other] { $guesses } essais
}**.
guess-found-with-hints = Trouvé en **{ $guesses ->
    [one] { $guesses } essai
   *[other] { $guesses } essais
}** et { $hints } pour les indices : **{ $strokes ->
    [one] { $strokes } coup
   *[other] { $strokes } coups
}**.
guess-finder = { $member } l'a trouvé.
guess-found-known = C'est le mot, et tu le connaissais : ce tableau est terminé.

## Un essai comparé au plus proche d'avant.

guess-after-end = Le tableau est terminé : celui-ci, c'est juste pour explorer.
guess-first-step = Un premier pas. Le mot lui-même est à 100°.
guess-closest-yet = ⬆️ Le plus proche jusqu'ici : { $step } de plus.
guess-farther = Le plus proche reste à { $best }, { $step } de plus que celui-ci.
guess-a-touch = un soupçon
