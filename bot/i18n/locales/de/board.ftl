## Ein ganzes Brett.

board-title-solo = Dein Brett
board-title-together = Das gemeinsame Brett
board-empty = Noch ist es leer. Finde das geheime Wort: Rate mit `{ -guess }` irgendein englisches Wort, und ich sage dir, wie nah es *in der Bedeutung* liegt.
board-more = { $number ->
    [one] und { $number } kälteres
   *[other] und { $number } kältere
}

## Aufgeben.

board-give-up-title = 🏳️ Gemeinsam aufgeben?
board-give-up-votes = { $votes ->
    [one] { $votes } Mitglied möchte aufgeben.
   *[other] { $votes } Mitglieder möchten aufgeben.
} Es braucht noch { $missing }-mal `{ -giveup }` von jemand anderem hier.
board-given-up-title = 🏳️ Das Wort war { $secret }
board-given-up = Nach { $guesses ->
    [one] { $guesses } Versuch
   *[other] { $guesses } Versuchen
}.
board-another-tomorrow = Morgen gibt es ein neues Wort, und mit `{ -practice }` gleich jetzt eins. Rate hier ruhig weiter und sieh dich um.
board-another-now = Deine Versuche gehen jetzt wieder ans heutige Rätsel, und mit `{ -practice }` gibt es gleich ein neues Wort.

## Eine Übungsrunde.

board-practice-title = 🎯 Übungsrunde { $number }
board-practice = Ein neues geheimes Wort, nur für dich, und es zählt nirgends. `{ -guess }`, `{ -hint }`, `{ -board }` und `{ -giveup }` gelten jetzt hier, bis du es findest oder `rätsel: heute` wählst.
