## /shelf: the shelves of a place.

shelf-name-films = Films
shelf-name-books = Books
shelf-name-recipes = Recipes
shelf-name-ingredients = Ingredients
shelf-name-games = Games

shelf-list-title = Shelves
shelf-list-line = **{ $name }** · { $items ->
    [one] { $items } thing
   *[other] { $items } things
} · { $opinions ->
    [one] { $opinions } rating
   *[other] { $opinions } ratings
} by { $members ->
    [one] { $members } member
   *[other] { $members } members
}
shelf-list-fresh = **{ $name }** · { $items ->
    [one] { $items } thing
   *[other] { $items } things
}, none rated yet
shelf-list-waiting = { $number ->
    [one] { $number } wish waits for an admin
   *[other] { $number } wishes wait for an admin
}
shelf-list-how = Tell me what you like with `{ -rate }`, and I tell you what to try next with `{ -recommend }`.
shelf-none = There are no shelves here yet. Make one with `{ -shelf-create }`, or put up one of mine:
shelf-none-member = There are no shelves here yet. Ask an admin for one: they make it with `{ -shelf-create }`.
shelf-button-demo = { $name }, ready-made
shelf-demo-done = 📚 **{ $name }** is up, with { $items ->
    [one] { $items } thing
   *[other] { $items } things
} on it. Begin with `{ -rate }`.

shelf-created = 📚 **{ $name }** is up and empty. Members wish for things with `{ -shelf-suggest }`, and you approve them with `{ -shelf-approve }`.
shelf-created-before = **{ $name }** is there already.
shelf-suggested = 💌 **{ $title }** is noted for { $shelf }. As soon as an admin approves it, it is on the shelf.
shelf-suggested-live = 📚 **{ $title }** is on { $shelf } now.

shelf-waiting-title = Wishes for { $shelf }
shelf-waiting-none = No wish waits for an answer.
shelf-waiting-line = **{ $place }.** { $title } · wished for by { $member }
shelf-waiting-page = Page { $page } of { $pages }
shelf-menu-judge = Choose one to decide on it
shelf-judge-title = On { $shelf }?
shelf-button-approve = Onto the shelf
shelf-button-decline = No
shelf-approved = 📚 **{ $title }** is on the shelf now.
shelf-declined = **{ $title }** stays off the shelf.

shelf-remove-ask = Take **{ $title }** off { $shelf }? It is never suggested again. What members said about it is kept, and still tells me what they like.
shelf-button-remove = Take it off
shelf-removed = **{ $title }** is off the shelf.
shelf-removed-before = **{ $title }** is off the shelf already.

shelf-renamed = **{ $before }** is called **{ $now }** now. All that is on it, and all that was said about it, stays.

shelf-delete-ask = Delete **{ $name }** for good? With it go:
shelf-delete-items = • { $items ->
    [one] { $items } thing
   *[other] { $items } things
}
shelf-delete-wishes = • { $number ->
    [one] { $number } wish that waits
   *[other] { $number } wishes that wait
}
shelf-delete-said = • { $opinions ->
    [one] { $opinions } rating
   *[other] { $opinions } ratings
} by { $members ->
    [one] { $members } member
   *[other] { $members } members
}
shelf-delete-end =
    • what I learned from all that

    Nobody can bring it back. To take a single thing away, there is `{ -shelf-remove }`.
shelf-button-delete = Delete for good
shelf-deleted = **{ $name }** is deleted, with all that was said about it.
shelf-deleted-before = That shelf is gone already.

shelf-pool-alone = 👤 **{ $name }** learns alone: only from what is said here.
shelf-pool-together = 🤝 **{ $name }** learns together { $number ->
    [0] as soon as another server does so, too
    [one] with { $number } shelf of another server
   *[other] with { $number } shelves of other servers
}.
shelf-pool-what = -# Together means with shelves named *{ $name }* on other servers that chose it, too, as far as the same things stand on them. Lists get better sooner, most of all where few rate. Nobody there sees your ratings, your members or your server, nor you theirs; what is liked here helps to rank there. Tell your members before. You can change it at any time.
shelf-button-together = Learn together
shelf-button-alone = Learn alone

shelf-import-title = { $file } for { $shelf }
shelf-import-fine = { $items ->
    [one] { $items } thing is in order. Shall I put it
   *[other] { $items } things are in order. Shall I put them
} on **{ $shelf }**? What is there already is brought up to date.
shelf-import-none = There is no shelf here yet. Send the file once more and say what the shelf is to be called, as in `{ -shelf-import } shelf:films`: I check the file first, then I make the shelf with what is in it.
shelf-import-new = 🆕 There is no shelf **{ $shelf }** here yet. I make it together with what goes on it.
shelf-import-near = ⚠️ But there is **{ $shelf }**. If you mean that one, put it there.
shelf-import-fine-new = { $items ->
    [one] { $items } thing is in order. Shall I make the shelf with it?
   *[other] { $items } things are in order. Shall I make the shelf with them?
}
shelf-import-broken = { $number ->
    [one] { $number } row is wrong, so I have written nothing:
   *[other] { $number } rows are wrong, so I have written nothing:
}
shelf-import-cell = **Line { $line }**, { $column }: { $what }
shelf-import-row = **Line { $line }**: { $what }
shelf-import-more = … and { $number } more.
shelf-import-mend = Mend the file and send it again, or leave these rows out.
shelf-import-mend-all = Nothing else is in the file. Mend it and send it again.
shelf-button-import = { $number ->
    [one] Put { $number } thing on it
   *[other] Put { $number } things on it
}
shelf-button-import-others = { $number ->
    [one] Only the { $number } good thing
   *[other] Only the { $number } good things
}
shelf-button-import-new = { $number ->
    [one] Make it with { $number } thing
   *[other] Make it with { $number } things
}
shelf-button-import-new-others = { $number ->
    [one] Make it with only the { $number } good thing
   *[other] Make it with only the { $number } good things
}
shelf-button-import-near = Put it on { $shelf }
shelf-import-large = That file is larger than { $size } MB. Split it, or let whoever runs me import it with `warmer items import`.
shelf-import-gone = I cannot read that file any more. Send it once more with `{ -shelf-import }`.
shelf-imported = 📚 **{ $shelf }**: { $added } new, { $changed } brought up to date, { $same } as before.
shelf-imported-removed = { $number ->
    [one] { $number } thing stays off, for it was taken off the shelf.
   *[other] { $number } things stay off, for they were taken off the shelf.
}
shelf-imported-broken = { $number ->
    [one] { $number } row was wrong and is left out.
   *[other] { $number } rows were wrong and are left out.
}
shelf-imported-shortened = { $number ->
    [one] { $number } description is shortened.
   *[other] { $number } descriptions are shortened.
}
shelf-fault-missing = it is empty
shelf-fault-too_long = it is longer than { $limit } characters
shelf-fault-too_many = { $found } are too many, { $limit } may be
shelf-fault-not_a_number = *{ $found }* is no number
shelf-fault-out_of_range = *{ $found }* is not between { $least } and { $limit }
shelf-fault-not_a_link = *{ $found }* is no link; it begins with https://
shelf-fault-duplicate = this is in line { $limit } already (*{ $found }*)
shelf-fault-not_json = *{ $found }* is no JSON object
shelf-fault-wrong_type = *{ $found }* is neither text nor number
shelf-fault-too_many_fields = it has more than { $limit } fields; put texts with a separator in them in quotes
shelf-fault-open_quote = a quote is not closed, or stands undoubled inside a text: *{ $found }*
shelf-fault-shortened = it has { $found } characters; I keep { $limit }
