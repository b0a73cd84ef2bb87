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
