## What members can achieve. A name stands behind its emoji; "how" tells what it takes.

achievements-title = Achievements · { $number } of { $all }
achievements-new = { $number ->
    [one] New achievement
   *[other] New achievements
}
achievements-line = { $emoji } **{ $name }**: { $how }
achievements-name = { $emoji } { $name }
achievements-next = Next: { $emoji } **{ $name }**, { $left }
achievements-more-days = { $number ->
    [one] one more day
   *[other] { $number } more days
}
achievements-more-solves = { $number ->
    [one] one more time under par
   *[other] { $number } more times under par
}
achievements-none = None yet. The first one comes with the first word you find.
achievements-none-theirs = None yet.

achievements-first-name = First find
achievements-first-how = you found your first word.
achievements-under-name = Below the bar
achievements-under-how = you found a word in fewer strokes than par.
achievements-few-name = Mind reader
achievements-few-how = you found a word in { $strokes } strokes at most.
achievements-week-name = Warm week
achievements-week-how = you found the word { $days } days in a row.
achievements-month-name = Eternal flame
achievements-month-how = you found the word { $days } days in a row.
achievements-hundred-name = Hundred suns
achievements-hundred-how = you found the word { $days } days in a row.
achievements-clean-name = On your own
achievements-clean-how = { $days } days in a row without a single hint.
achievements-sharp-name = Sharp sense
achievements-sharp-how = { $number } words under par.
achievements-comeback-name = Out of the ice
achievements-comeback-how = your first { $words } words were all far away, and you found it still.
achievements-brave-name = Stayed with it
achievements-brave-how = you found a word that took you { $strokes } strokes or more.
achievements-race-name = First across the line
achievements-race-how = you won a race.
achievements-relay-name = Baton passed
achievements-relay-how = you and others found a word by turns.
