## Les statistiques d'un membre.

record-title = 📊 { $name }
record-nothing = Aucune énigme du jour jouée pour l'instant. Celle d'aujourd'hui t'attend : `{ -guess }`.
record-nothing-theirs = Aucune énigme du jour jouée ici pour l'instant.
record-played = Jouées
record-solved = Trouvées
record-solved-rate = { $number } ({ $rate } %)
record-streak = Série
record-streak-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} (record { $longest })
record-best = Meilleur
record-median = Médiane
record-given-up = Abandonnées
record-against-par = Par rapport au par
record-par-median = médiane { $over } · { $number } en dessous
record-modes = Tableaux
record-distribution = Coups pour trouver
