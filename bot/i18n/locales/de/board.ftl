## Ein ganzes Brett.

board-title-solo = Dein Brett
board-title-together = Das gemeinsame Brett
board-empty = Noch ist es leer. Finde das geheime Wort: Rate mit `{ -guess }` irgendein englisches Wort, und ich sage dir, wie nah es *in der Bedeutung* liegt.

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

## Seiten, und Wörter, die noch verdeckt sind.

board-page = Seite { $page } von { $pages } · { $words } Wörter
board-veiled = { $number ->
    [one] Ein Wort hier liegt näher, als du selbst gekommen bist; ich verrate es noch nicht.
   *[other] { $number } Wörter hier liegen näher, als du selbst gekommen bist; ich verrate sie noch nicht.
}
board-lifted = ⚠️ Du wolltest alle Wörter sehen, auch die, die näher liegen, als du selbst gekommen bist.
board-outside = Dieses Brett ging ohne dich zu Ende. Das Wort verrate ich dir nicht: Allein kannst du es noch finden. *{ $button }* verrät es; dann ist es auf keinem Brett mehr ein Geheimnis für dich.

## Vor dem Aufgeben.

board-ask-title = 🏳️ Aufgeben?
board-ask = { $guesses ->
    [0] Du erfährst das Wort ohne einen Versuch, und dieses Rätsel zählt als aufgegeben.
    [one] Du erfährst das Wort nach einem Versuch, und dieses Rätsel zählt als aufgegeben.
   *[other] Du erfährst das Wort nach { $guesses } Versuchen, und dieses Rätsel zählt als aufgegeben.
}
board-ask-votes = Dieses Brett gehört euch allen: Es endet, sobald { $needed } von euch aufgeben wollen. Bisher { $votes ->
    [0] will das niemand
    [one] will das eine Person
   *[other] wollen das { $votes }
}.
