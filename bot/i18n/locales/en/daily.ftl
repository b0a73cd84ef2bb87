## The daily post.

daily-title = Warmer · { $day }
daily-title-number = Warmer #{ $number } · { $day }
# A thread's name: at most 100 characters.
daily-thread = Warmer · { $date }
daily-thread-number = Warmer #{ $number } · { $date }
daily-welcome = A new secret word is waiting. Guess any word, and I tell you how near it is *in meaning*.
daily-first = Hello! From today on there is a new secret word every day. Guess any word, and I tell you how near it is *in meaning*.
daily-style-solo = Everyone plays alone: only you see your guesses.
daily-style-together = All play together, on one board for this channel.
daily-style-race = It's a race: everyone has their own board, and the first to find the word wins.
daily-style-relay = It's a relay: one board for all, and you take turns.

## What became of yesterday.

daily-yesterday = Yesterday's word: { $word }
daily-nearest = Nearest to it: { $words }
daily-found = Who found it
daily-found-some = Who found it ({ $number } of { $players })
daily-solver = { $place } { $who } · { $strokes } { $against }
daily-solver-unrated = { $place } { $who } · { $strokes }
daily-under-par = ({ $number } under par)
daily-at-par = (par)
daily-over-par = ({ $number } over par)
daily-somebody = somebody
daily-with-others = { $others ->
    [one] { $who } and one more
   *[other] { $who } and { $others } more
}
daily-more = { $number ->
    [one] … and one more
   *[other] … and { $number } more
}
daily-nobody = { $players ->
    [0] Nobody tried.
    [one] One tried, and the word kept its secret.
   *[other] { $players } tried, and the word kept its secret.
}

## The server's streak.

daily-streak = Server streak
daily-streak-days = { $days ->
    [one] 🔥 **one day**
   *[other] 🔥 **{ $days } days** in a row
}
daily-streak-froze = Nobody found yesterday's word, and a freeze saved the streak.
daily-freezes = { $freezes ->
    [one] 🧊 one freeze in hand: it bridges a day on which nobody finds the word.
   *[other] 🧊 { $freezes } freezes in hand: each bridges a day on which nobody finds the word.
}
daily-next-freeze = { $days ->
    [one] One more day in a row earns a freeze.
   *[other] { $days } more days in a row earn a freeze.
}

## What an admin is told when posting fails.

daily-trouble-forbidden = I can't post the daily puzzle of **{ $server }** any more: I may not write in <#{ $channel }>. Please let me see it, send messages and embed links there. I'll try again tomorrow; with /setup you can choose another channel.
daily-trouble-channel-gone = I can't post the daily puzzle of **{ $server }** any more: its channel has been deleted. With /setup you can choose another one.
daily-this-server = this server
