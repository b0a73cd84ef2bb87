## Refusals and failures. Each is one or two plain sentences without markup but for code.

errors-empty-guess = There was no word in that. Guess one plain word, such as `{ -guess } word:river`.
errors-too-long = That is { $length } characters, and no word I know has more than { $limit }. It costs you nothing: guess one plain word.
errors-several-words = One word at a time, please: try `{ $word }` on its own. It costs you nothing.
errors-not-letters = A guess is letters only: no digits, symbols, emoji or invisible characters. It costs you nothing; try one plain word, such as `river`.
errors-unknown-word = I don't know the word `{ $word }`, so it costs you nothing. Names, abbreviations and very rare words are left out.
errors-unknown-word-near = I don't know the word `{ $word }`, so it costs you nothing. Did you mean { $near }?
errors-hurtful-word = I'd rather not put that on a board. It costs nothing, and nobody else has seen it.

errors-guessed-by-you = `{ $word }` is on the board already: you guessed it before. { $heat }. It costs nothing to say it again.
errors-guessed-by = `{ $word }` is on the board already: { $member } guessed it before. { $heat }. It costs nothing to say it again.
errors-hinted-to-you = `{ $word }` is on the board already: you had it as a hint. { $heat }. It costs nothing to say it again.
errors-hinted-to = `{ $word }` is on the board already: { $member } had it as a hint. { $heat }. It costs nothing to say it again.
errors-heat-near = { $emoji } { $heat }, rank { $rank }
errors-heat-far = { $emoji } { $heat }, { common-far }

errors-knows-secret-solo = You know this word already from the channel's board, so it does not count again. `{ -practice }` has another one.
errors-knows-secret-together = You know this word from another board, so finding it here is left to the others. You may still nudge them with near words.
errors-finished-solved = This board is solved already. Look back with `{ -board }`, or play on with `{ -practice }`: it is free.
errors-finished-given-up = This board is given up already. Look back with `{ -board }`, or play on with `{ -practice }`: it is free.
errors-nothing-guessed = There is nothing to give up yet. Guess a word first, or ask for a `{ -hint }`.
errors-no-hint-left = You are as close as a hint can bring you: the next step is the word itself.
errors-two-words-first = To look between words, guess two of them first. It costs nothing.
errors-no-word-between = No two words on the board have a warmer one between them, so this costs nothing. Guess in another direction, or take another kind of hint.
errors-not-on-board = `{ $word }` is not on the board. While the secret is one, I explain only words that stand there: guess it first.

errors-day-to-come = The puzzle of { $day } is not out yet. Today is { $last }.
errors-day-before-first = There is no puzzle of { $day }: the first here was that of { $first }.
errors-no-such-choice = I know no such puzzle. Choose `{ common-choice-today }`, `{ common-choice-practice }`, or a day such as `2026-11-21`.
errors-no-practice = You have no practice round yet. Start one with `{ -practice }`.
errors-secret-gone = This puzzle was made with an older list of words and cannot be played any more. Today's puzzle and `{ -practice }` can.
errors-interaction-taken = That got mixed up with somebody else's move, so nothing was counted. Please try again.
errors-no-such-puzzle = That puzzle is not here any more, or it is somebody else's practice round. Today's is waiting: `{ -guess }`.
errors-not-finished = That is told only after the end: while the word is secret, it would give too much away.
errors-too-many-words = That is { $count } words at once, and I take { $limit } at most. Nothing was counted: send fewer.
errors-no-such-board = I find no board behind this button any more. Start one with `{ -guess }`.
errors-not-for-you = This board is somebody else's. Once you know the word yourself, you may look at it.
errors-not-your-turn = You made the latest guess, so the next turn is somebody else's. If nobody takes it, you may guess again { $when }.

errors-database-locked = I am busy for a moment and could not write that down. Nothing was counted: please try again.
errors-database-read-only = I cannot write anything down at the moment, so nothing was counted. Please tell whoever runs me: the database is read-only.
errors-store = I cannot reach my notes at the moment, so nothing was counted. Please try again soon.
errors-server-gone = All I knew of this server was deleted just now, so I wrote nothing down. Do that once more, and I begin anew.
# What nobody foresaw; the number is in the log.
errors-unforeseen = Something went wrong on my side, and nothing was counted. If it happens again, tell whoever runs me the number `{ $mark }`.
errors-undelivered = Discord did not take my answer. What you did probably counts all the same: `{ -board }` shows it. If it happens again, tell whoever runs me the number `{ $mark }`.

errors-old-button = That was part of an older message of mine and no longer works. `{ -board }` shows where you are.
errors-busy = So many of you at once! I could not get round to that, and nothing was counted. Please try again in a moment.
errors-stopping = I am just restarting, so nothing was counted. Please try again in a minute.
errors-old-command = That command has changed since your Discord last asked me. Restart Discord, and you will find the new one.

# Whether to delete everything about a member.
errors-question-too-old = That question is too old to be answered now, and nothing was deleted. If you still mean it, please ask again.
errors-not-your-question = That question was put to somebody else, so nothing was deleted.

# Shelves and taste.
errors-unknown-item = I find nothing called *{ $text }* here. Wish for it with `{ -shelf-suggest }`.
errors-unknown-item-near = I find nothing called *{ $text }* here. Did you mean one of these?
errors-item-gone = That is not here any more, or it is on another server's shelf.
errors-unknown-shelf = There is no shelf *{ $name }* here. There are: { $known }.
errors-shelf-gone = That shelf is not here any more. There are: { $known }.
errors-no-shelf = There are no shelves here yet. An admin makes one with `{ -shelf-create }`.
errors-bad-shelf-name = A shelf needs a name of 1 to { $limit } characters, with a letter or a digit among them.
errors-shelf-name-taken = There is another shelf called *{ $name }* here. Choose another name.
errors-file-empty = I find nothing to import in that file.
errors-file-not-text = That file is not text in UTF-8. Save it as UTF-8: in a spreadsheet, as *CSV UTF-8*.
errors-file-no-column = That file has no column *{ $column }*. Its first line names the columns, with commas, semicolons or tabs between them; yours has: { $found }.
errors-file-json = That file is broken JSON in line { $line }, and I cannot make out what follows.
errors-bad-stars = Stars go from half a star to five, in steps of a half. Nothing was counted.
errors-nothing-to-undo = There is nothing to take back.
errors-already-there = **{ $title }** is on the shelf already, or somebody has wished for it. If you mean another of that name, add its year.
errors-not-suggested = **{ $title }** waits for no answer any more: somebody has decided on it.
errors-too-many-suggestions = You have { $limit } wishes waiting. As soon as one of them has its answer, you may wish again.
errors-bad-field = That does not fit what I keep about things ({ $column }). Nothing was stored: shorten or correct it, please.
errors-not-opted-in = Only those who want to be found find others.
errors-no-encoder = I can't search by meaning at the moment.
errors-empty-shelf = Nothing stands on { $shelf } yet. Wish for the first thing with `{ -shelf-suggest }`.
