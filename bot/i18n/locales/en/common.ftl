## Names and counts that several topics share.

common-guesses = { $number ->
    [one] 1 guess
   *[other] { $number } guesses
}
