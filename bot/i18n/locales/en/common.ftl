## The commands, as they are called in this language (see commands.ftl).

-guess = /guess
-board = /board
-hint = /hint
-why = /why
-giveup = /giveup
-practice = /practice
-stats = /stats
-help = /help
-setup = /setup
-notify = /notify
-puzzle-propose = /puzzle propose
-puzzle-queue = /puzzle queue
-rate = /rate
-ratings = /ratings
-recommend = /recommend
-shelf-suggest = /shelf suggest
-shelf-create = /shelf create
-shelf-approve = /shelf approve
-shelf-remove = /shelf remove
-shelf-import = /shelf import

## Counts.

common-guesses = { $number ->
    [one] { $number } guess
   *[other] { $number } guesses
}
common-strokes = { $number ->
    [one] { $number } stroke
   *[other] { $number } strokes
}
common-letters = { $number ->
    [one] { $number } letter
   *[other] { $number } letters
}
common-days = { $number ->
    [one] { $number } day
   *[other] { $number } days
}

## Heat. The band comes after "is" in a title: "river is boiling".

common-band-found = found
common-band-boiling = boiling
common-band-hot = hot
common-band-warm = warm
common-band-mild = mild
common-band-cold = cold
common-band-freezing = freezing
common-rank = rank **{ $rank }** of { $last }
common-far = not among the nearest 1,000
# Stands behind a word in the table of a board.
common-hint-mark = (hint)
common-nearest = Nearest to { $secret }

## Puzzles and boards.

common-puzzle = Puzzle · { $day }
common-puzzle-number = Puzzle #{ $number } · { $day }
common-practice-round = Practice round { $number }
common-today = today, { $date }
common-day = { $weekday } { $date }
common-mode-solo = solo
common-mode-together = together
common-hints-cost = +{ $strokes } for hints

## How hard a puzzle is.

common-rating = par { $par } · { $dots } { $difficulty }
common-difficulty-1 = very easy
common-difficulty-2 = easy
common-difficulty-3 = medium
common-difficulty-4 = hard
common-difficulty-5 = very hard

## The puzzles that a member can choose by name.

common-choice-today = today
common-choice-practice = practice
common-not-played = not played
common-solved-in = solved in { $attempts }
common-not-solved = not solved

# Stands in place of "thinking…", which only the member saw, before a public answer.
common-see-below = That took me a moment. The answer is below, where everybody can see it.

# Stands in place of a member who is forgotten.
common-somebody = somebody
