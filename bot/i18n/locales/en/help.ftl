## How to play.

help-title = How to play Warmer
help-text = Every day has a secret word, the same for the whole server. Guess any word: I answer how close it is **in meaning**, not in spelling, from 0° to the 100° of the secret itself. Rank #1 is the nearest of all other words; ranks beyond 1,000 are not told. The words are English.
help-heat = Heat
help-band = { $emoji } **{ $band }**: { $ranks }
help-band-first = rank 1 to { $limit }
help-band-up-to = rank up to { $limit }
help-band-beyond = beyond
help-commands = Commands
help-modes = With `mode: together` a channel shares one board; `puzzle` reaches the days gone by. In a relay (see `/party`) whoever guessed last waits for somebody else, but no longer than 10 minutes.
help-admins = For those who run the server
help-hints = Hints, and what each adds to your score
help-fair-play = Fair play
help-fair-play-text = Unknown words and words said twice cost nothing. `dogs` counts as `dog`. Your solo guesses are seen by you alone. Words that hurt people are taken by no board.
