## The living board of a channel: everybody sees it, so it tells how warm and never which word.

panel-title-together = 🌡️ { $puzzle } · together
panel-title-race = 🏁 { $puzzle } · race
panel-title-relay = 🔁 { $puzzle } · relay

panel-players = { $number ->
    [one] { $number } player
   *[other] { $number } players
}
panel-racers = { $number ->
    [one] { $number } in the race
   *[other] { $number } in the race
}
panel-empty = Nobody has guessed yet. Press *{ $button }*: everyone sees how warm it was, nobody sees the word.
panel-empty-race = Everyone has a board of their own, and the first to find the word wins. Press *{ $button }*: your first guess here puts you in the race.
panel-solved = 🎉 { $member } found the word: **{ $guesses }**.
panel-solved-hints = 🎉 { $member } found the word: **{ $guesses }**, with the hints **{ $strokes }**.
panel-given-up = 🏳️ Given up after { $guesses }.
panel-ended = The word is behind *{ $button }*.
panel-votes = { $number ->
    [one] 🏳️ { $number } player would give up.
   *[other] 🏳️ { $number } players would give up.
}
panel-winner = 🏆 { $member } was first. The others may still come in.
panel-anyone = 🔁 Anyone may guess next.
panel-not-yet = 🔁 { $member } guessed last. Until { $when } the next guess is somebody else's.

panel-warmest = Warmest
panel-latest = Latest
panel-standings = Standings
panel-more = { $number ->
    [one] and { $number } more
   *[other] and { $number } more
}

panel-rule-together = One board for the whole channel. Each sees the words that are no nearer than their own.
panel-rule-race = Each on their own board, the first to find the word wins.
panel-rule-relay = In turns: whoever guessed last waits for somebody else, but no longer than 10 minutes.

## What the buttons say.

panel-guess = Guess
panel-mine = My view
panel-show = Show me
panel-hint = Hint

## Answers to whoever opens a board.

panel-opened = The board is up: { $link }
panel-there = There is already { $style ->
    [race] a race
    [relay] a relay
   *[together] a shared board
} for today's puzzle here: { $link }
panel-soon = The board will be here in a moment.
panel-forbidden = I may not write in this channel. Somebody who manages it has to let me see it, send messages and embed links.
panel-gone = I cannot find that channel any more.

## The styles, as they are offered by the command.

panel-style-together = together: one board for the whole channel
panel-style-race = race: each alone, the first to find it wins
panel-style-relay = relay: one board, in turns
