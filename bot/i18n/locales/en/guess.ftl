## The answer to a guess.

guess-title = { $emoji } { $word } is { $band }
guess-counts-as = *{ $typed }* counts as **{ $word }**.
guess-closest = Closest so far
guess-found-title = 🎉 { $word } it is!
guess-found = Found in **{ $guesses ->
    [one] { $guesses } guess
   *[other] { $guesses } guesses
}**.
guess-found-with-hints = Found in **{ $guesses ->
    [one] { $guesses } guess
   *[other] { $guesses } guesses
}** and { $hints } for hints: **{ $strokes ->
    [one] { $strokes } stroke
   *[other] { $strokes } strokes
}**.
# Stands before guess-found on a shared board.
guess-finder = { $member } found it.
guess-found-known = That is the word, and you knew it: this board has ended.

## How a guess compares with the closest one before.

guess-after-end = The board has ended, so this one is just for exploring.
guess-first-step = A first step. The word itself is at 100°.
guess-closest-yet = ⬆️ The closest yet: { $step } warmer.
guess-farther = The closest is still at { $best }, { $step } warmer than this.
# In place of a step that is too small to be told in degrees.
guess-a-touch = a touch
