## A whole board.

board-title-solo = Your board
board-title-together = The shared board
board-empty = Nothing on it yet. Find the secret word: guess any word with `{ -guess }`, and I tell you how close it is *in meaning*.
board-more = { $number ->
    [one] and { $number } colder one
   *[other] and { $number } colder ones
}

## Giving up.

board-give-up-title = 🏳️ Give up together?
board-give-up-votes = { $votes ->
    [one] { $votes } player
   *[other] { $votes } players
} would like to. It takes { $missing } more `{ -giveup }` from somebody else here.
board-given-up-title = 🏳️ The word was { $secret }
board-given-up = After { $guesses ->
    [one] { $guesses } guess
   *[other] { $guesses } guesses
}.
board-another-tomorrow = Tomorrow is another word, and `{ -practice }` has another word right now. Guess on here to look around.
board-another-now = Your guesses go to today's puzzle again, and `{ -practice }` has another word right now.

## A practice round.

board-practice-title = 🎯 Practice round { $number }
board-practice = A fresh secret, just for you, and it counts for nothing. Your `{ -guess }`, `{ -hint }`, `{ -board }` and `{ -giveup }` now go here, until you find it or choose `puzzle: today`.
