## A member's statistics.

record-title = 📊 { $name }
record-nothing = No daily puzzle played yet. Today's is waiting: `{ -guess }`.
record-nothing-theirs = No daily puzzle played here yet.
record-played = Played
record-solved = Solved
record-solved-rate = { $number } ({ $rate } %)
record-streak = Streak
record-streak-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
} (longest { $longest })
record-best = Best
record-median = Median
record-given-up = Given up
record-against-par = Against par
record-par-median = median { $over } · { $number } under
record-modes = Boards
record-distribution = Strokes to solve
