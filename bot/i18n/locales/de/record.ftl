## Die Statistik eines Mitglieds.

record-title = 📊 { $name }
record-nothing = Noch kein Tagesrätsel gespielt. Das heutige wartet: `{ -guess }`.
record-nothing-theirs = Hier noch kein Tagesrätsel gespielt.
record-played = Gespielt
record-solved = Gelöst
record-solved-rate = { $number } ({ $rate } %)
record-streak = Serie
record-streak-days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
} (längste { $longest })
record-best = Bestes
record-median = Median
record-given-up = Aufgegeben
record-against-par = Gegen Par
record-par-median = Median { $over } · { $number } darunter
record-modes = Bretter
record-distribution = Schläge bis zur Lösung
