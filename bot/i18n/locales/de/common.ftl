## Namen und Anzahlen, die mehrere Themen brauchen.

common-guesses = { $number ->
    [one] 1 Versuch
   *[other] { $number } Versuche
}
