## Noms et nombres communs à plusieurs sujets.

common-guesses = { $number ->
    [one] { $number } essai
   *[other] { $number } essais
}
