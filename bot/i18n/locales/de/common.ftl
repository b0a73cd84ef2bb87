## Die Befehle, wie sie auf Deutsch heißen (siehe commands.ftl).

-guess = /raten
-board = /brett
-hint = /hinweis
-why = /warum
-giveup = /aufgeben
-practice = /üben
-stats = /statistik
-help = /hilfe
-setup = /einrichten
-notify = /benachrichtigen
-puzzle-propose = /rätsel vorschlagen
-puzzle-queue = /rätsel warteschlange
-rate = /bewerten
-ratings = /bewertungen
-recommend = /empfehlen
-shelf-suggest = /regal wünschen
-shelf-create = /regal aufstellen
-shelf-approve = /regal freigeben
-shelf-remove = /regal herausnehmen
-shelf-import = /regal einlesen

## Anzahlen.

common-guesses = { $number ->
    [one] { $number } Versuch
   *[other] { $number } Versuche
}
common-strokes = { $number ->
    [one] { $number } Schlag
   *[other] { $number } Schläge
}
common-letters = { $number ->
    [one] { $number } Buchstabe
   *[other] { $number } Buchstaben
}
common-days = { $number ->
    [one] { $number } Tag
   *[other] { $number } Tage
}

## Wärme. Die Stufe steht im Titel hinter „ist“: „river ist kochend heiß“.

common-band-found = gefunden
common-band-boiling = kochend heiß
common-band-hot = heiß
common-band-warm = warm
common-band-mild = lau
common-band-cold = kalt
common-band-freezing = eiskalt
common-rank = Rang **{ $rank }** von { $last }
common-far = nicht unter den nächsten 1.000
common-hint-mark = (Hinweis)
common-nearest = Am nächsten an { $secret }

## Rätsel und Bretter.

common-puzzle = Rätsel · { $day }
common-puzzle-number = Rätsel #{ $number } · { $day }
common-practice-round = Übungsrunde { $number }
common-today = heute, { $date }
common-day = { $weekday }, { $date }
common-mode-solo = solo
common-mode-together = gemeinsam
common-hints-cost = +{ $strokes } für Hinweise

## Wie schwer ein Rätsel ist.

common-rating = Par { $par } · { $dots } { $difficulty }
common-difficulty-1 = sehr leicht
common-difficulty-2 = leicht
common-difficulty-3 = mittel
common-difficulty-4 = schwer
common-difficulty-5 = sehr schwer

## Die Rätsel, die man beim Namen nennen kann.

common-choice-today = heute
common-choice-practice = übung
common-not-played = nicht gespielt
common-solved-in = gelöst in { $attempts }
common-not-solved = nicht gelöst

common-see-below = Das hat einen Moment gedauert. Die Antwort steht unten, wo alle sie sehen.

# Steht anstelle eines Mitglieds, das vergessen ist.
common-somebody = jemand
