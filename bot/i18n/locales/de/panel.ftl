## Das lebende Brett eines Kanals: Alle sehen es, also verrät es nur, wie warm, und nie, welches Wort.

panel-title-together = 🌡️ { $puzzle } · gemeinsam
panel-title-race = 🏁 { $puzzle } · Wettrennen
panel-title-relay = 🔁 { $puzzle } · Staffel

panel-players = { $number ->
    [one] { $number } spielt mit
   *[other] { $number } spielen mit
}
panel-racers = { $number ->
    [one] { $number } im Wettrennen
   *[other] { $number } im Wettrennen
}
panel-empty = Noch hat niemand geraten. Drück auf *{ $button }*: Alle sehen, wie warm es war, und niemand das Wort.
panel-empty-race = Jeder hat sein eigenes Brett, und wer das Wort zuerst findet, gewinnt. Drück auf *{ $button }*: Mit deinem ersten Versuch hier bist du im Wettrennen.
panel-solved = 🎉 { $member } hat das Wort gefunden: **{ $guesses }**.
panel-solved-hints = 🎉 { $member } hat das Wort gefunden: **{ $guesses }**, mit den Hinweisen **{ $strokes }**.
panel-given-up = 🏳️ Aufgegeben, bis dahin { $guesses }.
panel-ended = Das Wort steht hinter *{ $button }*.
panel-votes = { $number ->
    [one] 🏳️ { $number } Stimme für Aufgeben.
   *[other] 🏳️ { $number } Stimmen für Aufgeben.
}
panel-winner = 🏆 { $member } war zuerst da. Die anderen können noch ins Ziel kommen.
panel-anyone = 🔁 Jetzt darf jeder raten.
panel-not-yet = 🔁 { $member } hat zuletzt geraten. Bis { $when } ist jemand anders dran.

panel-warmest = Am wärmsten
panel-latest = Zuletzt
panel-standings = Stand
panel-more = { $number ->
    [one] und { $number } weitere
   *[other] und { $number } weitere
}

panel-rule-together = Ein Brett für den ganzen Kanal. Jeder sieht die Wörter, die nicht näher sind als die eigenen.
panel-rule-race = Jeder auf seinem Brett; wer das Wort zuerst findet, gewinnt.
panel-rule-relay = Reihum: Wer zuletzt geraten hat, wartet auf jemand anderen, aber höchstens 10 Minuten.

## Was auf den Knöpfen steht.

panel-guess = Raten
panel-mine = Meine Sicht
panel-show = Zeig’s mir
panel-hint = Hinweis

## Antworten, wenn jemand ein Brett eröffnet.

panel-opened = Das Brett steht: { $link }
panel-there = Für das heutige Rätsel gibt es hier schon { $style ->
    [race] ein Wettrennen
    [relay] eine Staffel
   *[together] ein gemeinsames Brett
}: { $link }
panel-soon = Das Brett ist gleich da.
panel-forbidden = In diesem Kanal darf ich nicht schreiben. Wer ihn verwaltet, muss mir erlauben, ihn zu sehen, Nachrichten zu senden und Links einzubetten.
panel-gone = Diesen Kanal finde ich nicht mehr.

## Die Spielarten, wie der Befehl sie anbietet.

panel-style-together = gemeinsam: ein Brett für den ganzen Kanal
panel-style-race = Wettrennen: jeder für sich, wer es zuerst findet, gewinnt
panel-style-relay = Staffel: ein Brett, reihum
