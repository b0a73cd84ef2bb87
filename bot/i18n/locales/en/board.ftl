## A whole board.

board-title-solo = Your board
board-title-together = The shared board
board-empty = Nothing on it yet. Find the secret word: guess any word with `{ -guess }`, and I tell you how close it is *in meaning*.

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

## Pages, and words that are kept back.

board-page = Page { $page } of { $pages } · { $words } words
board-veiled = { $number ->
    [one] One word here is nearer than you have come, so I keep it back.
   *[other] { $number } words here are nearer than you have come, so I keep them back.
}
board-lifted = ⚠️ You asked for every word, also those nearer than you have come yourself.
board-outside = This board has ended without you, so I keep the word to myself: you can still find it alone. *{ $button }* tells it; then it is no secret to you on any board.

## Before giving up.

board-ask-title = 🏳️ Give up?
board-ask = { $guesses ->
    [0] You would learn the word without a guess, and this puzzle would count as given up.
    [one] You would learn the word after 1 guess, and this puzzle would count as given up.
   *[other] You would learn the word after { $guesses } guesses, and this puzzle would count as given up.
}
board-ask-votes = This board is everyone's: it ends once { $needed } of its players wish so. So far { $votes ->
    [0] nobody does
    [one] one of you does
   *[other] { $votes } of you do
}.
