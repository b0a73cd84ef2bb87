## Die Antwort auf einen Versuch.

guess-title = { $emoji } { $word } ist { $band }
guess-counts-as = *{ $typed }* zählt als **{ $word }**.
guess-closest = Bisher am nächsten
guess-found-title = 🎉 { $word } ist es!
guess-found = Gefunden mit **{ $guesses ->
    [one] { $guesses } Versuch
   *[other] { $guesses } Versuchen
}**.
guess-found-with-hints = Gefunden mit **{ $guesses ->
    [one] { $guesses } Versuch
   *[other] { $guesses } Versuchen
}** und { $hints } für Hinweise: **{ $strokes ->
    [one] { $strokes } Schlag
   *[other] { $strokes } Schläge
}**.
guess-finder = { $member } hat es gefunden.
guess-found-known = Das ist das Wort, und du kanntest es: Dieses Brett ist zu Ende.

## Wie ein Versuch neben dem bisher nächsten steht.

guess-after-end = Das Brett ist zu Ende, das hier ist nur noch zum Stöbern.
guess-first-step = Ein erster Schritt. Das Wort selbst liegt bei 100°.
guess-closest-yet = ⬆️ So nah war noch keins: { $step } wärmer.
guess-farther = Am nächsten liegt noch { $best }, { $step } wärmer als dieses.
guess-a-touch = einen Hauch
