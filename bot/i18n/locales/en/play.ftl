## Against par.

play-par-left = { $spent } · par { $par }, { $left } left
play-par-over = { $spent } · par { $par }, { $difference } over
play-par-ended-under = { $spent } · par { $par }: **{ $difference } under par**
play-par-ended-even = { $spent } · par { $par }: **right on par**
play-par-ended-over = { $spent } · par { $par }: { $difference } over par

## Several words at once.

play-several-title = { $emoji } { $number ->
    [one] 1 word guessed
   *[other] { $number } words guessed
}
play-several-none = No new word in that
play-several-first = The word itself is at 100°.
play-several-unspent = { $number ->
    [one] You found it before the last word, so that one is not spent.
   *[other] You found it before the last { $number } words, so those are not spent.
}
play-several-again = On the board already, so { $number ->
    [one] it costs
   *[other] they cost
} nothing: { $words }
play-several-letters = A guess is letters only, so I left out the rest; that costs nothing.
play-several-unknown = I don't know { $words }, so { $number ->
    [one] it costs
   *[other] they cost
} nothing.

## Why a word is as warm as it is.

play-why-which = Which of your words shall I explain?
play-why-nothing = Guess a word first: then I can tell you what links it with the secret.

## Hints.

play-hint-title = 💡 Which hint?
play-hint-none = 💡 No hint fits now
play-hint-open = **{ $offer }**
play-hint-closed = ~~{ $offer }~~: { $reason }
play-hint-told = **{ $offer }**: told before

## After the end.

play-nearest-title = 🧭 Nearest to { $secret }
play-nearest-page = Page { $page } of { $pages } · { $number ->
    [0] none of these was guessed
    [one] one of these was guessed (←)
   *[other] { $number } of these were guessed (←)
}
play-turning-title = ↩️ The turning point: { $word }
play-turning = Guess { $attempt }, **{ $word }**, took the best rank from { $before } to { $after }.
play-turning-found = { $left ->
    [0] The word itself came right after.
    [one] One guess came between it and the word.
   *[other] { $left } guesses came between it and the word.
}
play-turning-none-title = ↩️ No single turning point
play-turning-none = This one went in small steps, or in a single leap: no guess halved the distance on its own.

## An old post.

play-old-post = This post has the puzzle of { $day }, and its buttons play that one. `{ -guess }` plays today's.
