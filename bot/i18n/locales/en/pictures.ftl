## What stands in the pictures. Short: there is little room.

pictures-puzzle = Puzzle #{ $number }
pictures-puzzle-plain = Puzzle
pictures-par = par { $par }
pictures-under = { $strokes } under par
pictures-over = { $strokes } over par
pictures-even = right at par
pictures-hint-strokes = +{ $strokes } for hints
pictures-streak = { $days ->
    [one] { $days }-day streak
   *[other] { $days }-day streak
}
# Below a large number.
pictures-unit-guesses = { $number ->
    [one] guess
   *[other] guesses
}
pictures-unit-warmest = warmest so far
pictures-running = still looking
pictures-given-up = given up
pictures-nothing = Nothing guessed yet
pictures-key-hint = hint
pictures-key-near = near, untried
pictures-turning = Turning point: { $word }
pictures-bridge = A bridge you missed: { $word }
pictures-nearest = Nearest words
pictures-map-own = Map of your guesses
pictures-map-whole = Map of the guesses

## The record.

pictures-record = Record
pictures-played = played
pictures-solved = solved
pictures-streak-label = streak
pictures-longest = longest
pictures-median = median
pictures-best = best
pictures-columns = Strokes it took
pictures-more = { $start }+
pictures-against-par = Against par
pictures-count-under = { $number } under
pictures-count-even = { $number } at par
pictures-count-over = { $number } over
pictures-no-record = No puzzle solved yet

## Read out to those who cannot see the picture.

pictures-alt-share = Share card of { $puzzle }. { $rating } { $result } { $way } All words are hidden.
pictures-alt-finished = { $puzzle }: the word was { $secret }. { $rating } { $result } { $way } Nearest words: { $nearest }.
pictures-alt-map = Map of { $puzzle }: the nearer the middle, the nearer in meaning; words that are alike lie in the same direction. { $middle } { $words }
pictures-alt-map-secret = In the middle: { $secret }.
pictures-alt-map-unknown = The secret in the middle is not told.
pictures-alt-map-words = On the map, nearest first: { $words }.
pictures-alt-map-more = { $number ->
    [one] And { $number } more.
   *[other] And { $number } more.
}
pictures-alt-empty = Nothing is guessed yet.
pictures-alt-rating = Difficulty: { $difficulty }, par { $par }.
pictures-alt-solved = Solved in { $guesses }.
pictures-alt-hints = Hints added { $strokes }.
pictures-alt-against = Result: { $against }.
pictures-alt-given-up = Given up after { $guesses }.
pictures-alt-running = Still running after { $guesses }, the warmest at { $heat }.
pictures-alt-streak = Streak: { $days }.
pictures-alt-way = Warmest so far, by number of the guess: { $steps }.
pictures-alt-step = { $attempt }: { $heat }, { $band }
pictures-alt-step-hint = hint after { $attempt }: { $heat }, { $band }
pictures-alt-step-word = { $attempt }: { $word } { $heat }
pictures-alt-step-word-hint = hint { $word } { $heat }
pictures-alt-turning = The turning point was guess { $attempt }, from { $before } to { $after }.
pictures-alt-bridge = A bridge not taken, from { $start } on: { $word }.
pictures-alt-record = Record: { $played } played, { $solved } solved, streak { $streak } (longest { $longest }), best { $best }, median { $median }. Solved puzzles by strokes: { $columns }. { $against }
pictures-alt-column = { $range }: { $number }
pictures-alt-par = Against par: { $under } under, { $even } at par, { $over } over.

## The command and its buttons.

pictures-share = Share
pictures-post = Post here
pictures-card = Picture
pictures-preview = This is what everybody would see: no word, not even yours.
pictures-preview-finished = This is what everybody would see: no word, not even yours. Whoever knows the word may look at your way by the button below it.
pictures-posted = Posted.
pictures-post-text = { $member } · { $puzzle }
pictures-map = Map
pictures-shade-dark = dark
pictures-shade-light = light
