## Ce que les membres peuvent accomplir. Le nom suit son émoji ; « how » dit pourquoi.

achievements-title = Succès · { $number } sur { $all }
achievements-new = { $number ->
    [one] Nouveau succès
   *[other] Nouveaux succès
}
achievements-line = { $emoji } **{ $name }** : { $how }
achievements-name = { $emoji } { $name }
achievements-next = Prochain : { $emoji } **{ $name }**, { $left }
achievements-more-days = { $number ->
    [one] encore un jour
   *[other] encore { $number } jours
}
achievements-more-solves = { $number ->
    [one] encore une fois sous le par
   *[other] encore { $number } fois sous le par
}
achievements-none = Aucun pour l'instant. Le premier vient avec le premier mot que tu trouves.
achievements-none-theirs = Aucun pour l'instant.

achievements-first-name = Première trouvaille
achievements-first-how = tu as trouvé ton premier mot.
achievements-under-name = Sous la barre
achievements-under-how = tu as trouvé un mot en moins de coups que le par.
achievements-few-name = Télépathe
achievements-few-how = tu as trouvé un mot en { $strokes } coups au plus.
achievements-week-name = Semaine chaude
achievements-week-how = tu as trouvé le mot { $days } jours de suite.
achievements-month-name = Flamme éternelle
achievements-month-how = tu as trouvé le mot { $days } jours de suite.
achievements-hundred-name = Cent soleils
achievements-hundred-how = tu as trouvé le mot { $days } jours de suite.
achievements-clean-name = Sans filet
achievements-clean-how = { $days } jours de suite sans un seul indice.
achievements-sharp-name = Sens aiguisé
achievements-sharp-how = { $number } mots sous le par.
achievements-comeback-name = Hors des glaces
achievements-comeback-how = tes { $words } premiers mots étaient tous loin, et tu l'as trouvé quand même.
achievements-brave-name = Jusqu'au bout
achievements-brave-how = tu as trouvé un mot qui t'a demandé { $strokes } coups ou plus.
achievements-race-name = En tête à l'arrivée
achievements-race-how = tu as gagné une course.
achievements-relay-name = Passage de témoin
achievements-relay-how = à plusieurs, vous avez trouvé un mot à tour de rôle.
