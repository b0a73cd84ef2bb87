## What is stored about members, taking it along, and having it forgotten.

privacy-title = 🔒 What I know about you
privacy-text = As little as the game needs. I read no messages, see no list of members, and give nothing to anybody else.
privacy-what = What I store
privacy-what-text = Your Discord id; the words you guessed, when, and how warm they were; your boards, hints, votes and races; where your next guess goes; what you made of things on the shelves, what you wished for, and whether you want to be found as a taste twin. If you run a server: that you set it up or proposed a word. Not your name, and no messages.
privacy-why = Why
privacy-why-text = To keep your board, and to work out streaks and rankings, and to recommend you and others what you may like. Nothing else.
privacy-long = For how long
privacy-long-text = Until you have it deleted, or have not played on a server for { $idle ->
    [one] { $idle } day
   *[other] { $idle } days
}. If a server removes me, all of it goes after { $keep ->
    [one] { $keep } day
   *[other] { $keep } days
}. Discord does not tell me who leaves a server. I look for those who have not played for a while; once I see that you have left, yours goes after as long.
privacy-who = Who sees it
privacy-who-text = Your own words: you alone. On a shared board: those who play there. Results and rankings: everybody on the server. What you made of things: you alone; as long as you want to be found, others who do see what you both like. Whoever asks for a list together with you sees how well it should suit you, and may guess what you know from what is missing. And whoever runs me can look into the database.
privacy-ask = Questions
privacy-ask-text = Please ask whoever runs me, or the admins who invited me.
privacy-export-button = Export it all
privacy-forget-button = Forget me

privacy-scope-all = everywhere: wherever you played
privacy-scope-here = here: where you are now
privacy-export = Here is everything I store about you: { $number ->
    [one] { $number } entry
   *[other] { $number } entries
}. Only you can see this.
privacy-export-packed = Here is everything I store about you. It is so much that I had to compress it; any unpacking program opens it (gzip).
privacy-export-pieces = Here is everything I store about you. It is so much that it comes compressed and in { $number } pieces: join them in order, then unpack them (gzip).

privacy-question = Shall I forget you?
privacy-question-text = This cannot be undone. Your boards, practice rounds, votes, results and ratings are deleted, and your streak is gone. On shared boards the words stay for the others, without your name. What already stands in channels stays there; today's boards are drawn again without you. Until the day is over I keep a mark that leads to nobody: if you play today's word again, it doesn't count in rankings.
privacy-question-lives = You can answer this for { $minutes } minutes. If you don't want to, just do nothing.
privacy-here = Here
privacy-everywhere = Everywhere
privacy-sum-nothing = Nothing
privacy-sum = { $guesses ->
    [one] { $guesses } word
   *[other] { $guesses } words
}, { $boards ->
    [one] { $boards } board
   *[other] { $boards } boards
}, { $rounds ->
    [one] { $rounds } practice round
   *[other] { $rounds } practice rounds
}, { $rest ->
    [one] { $rest } other entry
   *[other] { $rest } other entries
}
privacy-forget-here = Forget me here…
privacy-forget-all = Forget me everywhere…
privacy-sure = Forget me?
privacy-sure-label = To be sure, write { $word }
privacy-sure-here = Deletes what I store about you here. It cannot be undone.
privacy-sure-all = Deletes all I store about you, everywhere. It cannot be undone.
privacy-word = FORGET
privacy-wrong-word = That was not `{ $word }`, so nothing was deleted.
privacy-done = 🗑️ Done, you are forgotten: { $guesses ->
    [one] { $guesses } word
   *[other] { $guesses } words
} and { $boards ->
    [one] { $boards } board
   *[other] { $boards } boards
}, with all that belonged to them. If you play again, you start afresh.
privacy-done-before = That is done already.
privacy-nothing = There was nothing about you that I could delete.
privacy-none-stored = I store nothing about you, so there is nothing to forget.
