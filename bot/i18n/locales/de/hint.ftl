## Hinweise. Ein Angebot beginnt mit dem Namen der Art und endet mit dem Preis.

hint-offer-direction = Richtung: ein wärmeres Wort, anders als alles bisher (+{ $price })
hint-offer-between = Dazwischen: ein wärmeres Wort zwischen zweien von deinen (+{ $price })
hint-offer-halfway = Halber Weg: ein Wort auf halbem Weg von deinem besten zum Ziel (+{ $price })
hint-offer-spelling = Schreibung: der erste Buchstabe und die Länge ({ $price ->
    [0] jetzt kostenlos
   *[other] +{ $price }
})

hint-title = 💡 Such um { $word } herum
hint-spelling-title = 💡 Es beginnt mit { $letter }
hint-spelling = `{ $blanks }`, { common-letters }.
hint-direction = Eine Richtung, in die noch niemand gesehen hat.
hint-between = Wärmer ist es zwischen **{ $one }** und **{ $other }**.
hint-cost = Das kostet keinen Versuch; zum Ergebnis { $strokes ->
    [one] kommt { $strokes } Schlag
   *[other] kommen { $strokes } Schläge
} dazu.
hint-told-before = Das wurde schon verraten, jetzt kostet es nichts mehr.
