## /puzzle: words that admins propose, judged, queued and withdrawn.

puzzle-fair-title = ✅ { $word } makes a fair puzzle
puzzle-unfair-title = ✋ { $word } would not be a fair puzzle
puzzle-fair = { $rating }
    You know this word now. On its day you may play for yourself, but you count in no list, race or ranking.
puzzle-used-title = ♻️ { $word } was a puzzle on { $day }
puzzle-used = No word comes twice before all the others have had their turn.
puzzle-reasons = Why not
puzzle-players = Simulated players
puzzle-player = { $strength }: { $median } guesses, { $solved } % find it
puzzle-player-lost = { $strength }: { $solved } % find it
puzzle-strength-beginner = beginner
puzzle-strength-middling = middling
puzzle-strength-expert = expert
puzzle-nearest = Nearest words
puzzle-helps = Words near it that would pass
puzzle-helps-none = What would help
puzzle-helps-any = Try a common noun, verb or adjective that everybody knows, and that brings other words to mind.

## What the gate has against a word.

puzzle-concern-hidden = It can hurt people.
puzzle-concern-name = Most people know it as a name.
puzzle-concern-form = It is a form of *{ $words }*: propose that one.
puzzle-concern-part = It is no noun, verb or adjective, so there is hardly a way to it by meaning.
puzzle-concern-length = It has { $value } letters: a puzzle needs 3 to 10.
puzzle-concern-rare = Too few people know it.
puzzle-concern-rude-near = Rude words are among the nearest to it.
puzzle-concern-names-near = Names are among the nearest to it: { $words }.
puzzle-concern-forms-near = Other forms of the same word are among the nearest to it: { $words }.
puzzle-concern-expected-far = Words that one would think of count as cold: { $words }.
puzzle-concern-hub = It is near to nearly everything, so heat leads nowhere.
puzzle-concern-isolated = Hardly any other word leads to it.
puzzle-concern-hard = It is too hard: even patient players rarely find it.

## Buttons, and the form for the date.

puzzle-button-next = Queue for the next free day
puzzle-button-date = Choose a date
puzzle-button-cancel = Cancel
puzzle-button-queue = See the queue
puzzle-button-withdraw = Withdraw { $place }
puzzle-button-show = Show me the words
puzzle-button-hide = Hide the words
puzzle-button-earlier = Earlier
puzzle-button-later = Later
puzzle-form-title = Date of the puzzle
puzzle-form-date = Date
puzzle-form-date-about = For example { $example }.

## What came of it.

puzzle-queued = 🗓️ Queued for **{ $day }**. Nobody else learns the word before.
puzzle-queued-next = 🗓️ Queued for the next free day, which is **{ $day }** as things stand. Nobody else learns the word before.
puzzle-queued-later = 🗓️ Queued. This word was a puzzle lately, so it waits until all others have had their turn.
puzzle-queued-already = This word is in the queue already, so I only tell you that: now you know it, too.
puzzle-cancelled = Cancelled: the word is not in the queue.
puzzle-withdrawn = Withdrawn: that word is not in the queue any more.
puzzle-no-such-proposal = That proposal is not open any more: it was used, or somebody withdrew it. `{ -puzzle-queue }` shows what there is.
puzzle-day-taken = { $day } has its puzzle already. Choose another date.
puzzle-bad-day = I can't read { $text } as a date. Try { $example }.
puzzle-day-out-of-reach = Choose a date from { $first } to { $last }.
puzzle-too-many = There are { $limit } open proposals already. Withdraw some with `{ -puzzle-queue }` first.
puzzle-insider = You saw this word when it was proposed, so finding it here is left to the others. You may still nudge them with near words.

## The queue.

puzzle-queue-title = 🗓️ Queue of proposed puzzles
puzzle-queue-empty = Nothing is queued: I choose the words. Propose one with `{ -puzzle-propose }`.
puzzle-queue-rule = The words stay hidden, for you may want to play too. Whoever looks at one counts in no list, race or ranking on its day.
puzzle-queue-line = **{ $place }.** { $day } · by { $member } · { $rating }
puzzle-queue-line-shown = **{ $place }.** { $day } · **{ $word }** · by { $member } · { $rating }
puzzle-queue-fixed = { $day } (fixed)
puzzle-queue-waits = after all other words
puzzle-queue-page = Page { $page } of { $pages }
