## /étagère : les étagères d'un lieu.

shelf-name-films = Films
shelf-name-books = Livres
shelf-name-recipes = Recettes
shelf-name-ingredients = Ingrédients
shelf-name-games = Jeux

shelf-list-title = Étagères
shelf-list-line = **{ $name }** · { $items ->
    [one] { $items } chose
   *[other] { $items } choses
} · { $opinions ->
    [one] { $opinions } note
   *[other] { $opinions } notes
} de { $members ->
    [one] { $members } membre
   *[other] { $members } membres
}
shelf-list-fresh = **{ $name }** · { $items ->
    [one] { $items } chose
   *[other] { $items } choses
}, encore sans note
shelf-list-waiting = { $number ->
    [one] { $number } souhait attend les admins
   *[other] { $number } souhaits attendent les admins
}
shelf-list-how = Dis-moi ce que tu aimes avec `{ -rate }`, et je te dis quoi essayer ensuite avec `{ -recommend }`.
shelf-none = Il n'y a pas encore d'étagère ici. Poses-en une avec `{ -shelf-create }`, ou prends l'une des miennes :
shelf-none-member = Il n'y a pas encore d'étagère ici. Demande à un admin : il en pose une avec `{ -shelf-create }`.
shelf-button-demo = { $name }, toute prête
shelf-demo-done = 📚 **{ $name }** est en place, avec { $items ->
    [one] { $items } chose
   *[other] { $items } choses
}. Commence avec `{ -rate }`.

shelf-created = 📚 **{ $name }** est en place, encore vide. Les membres souhaitent des choses avec `{ -shelf-suggest }`, tu les acceptes avec `{ -shelf-approve }`.
shelf-created-before = **{ $name }** existe déjà.
shelf-suggested = 💌 **{ $title }** est noté pour l'étagère « { $shelf } ». Dès qu'un admin l'accepte, c'est sur l'étagère.
shelf-suggested-live = 📚 **{ $title }** est maintenant sur l'étagère « { $shelf } ».

shelf-waiting-title = Souhaits : { $shelf }
shelf-waiting-none = Aucun souhait n'attend de réponse.
shelf-waiting-line = **{ $place }.** { $title } · souhaité par { $member }
shelf-waiting-page = Page { $page } sur { $pages }
shelf-menu-judge = Choisis un souhait à trancher
shelf-judge-title = Sur l'étagère « { $shelf } » ?
shelf-button-approve = Sur l'étagère
shelf-button-decline = Non
shelf-approved = 📚 **{ $title }** est maintenant sur l'étagère.
shelf-declined = **{ $title }** reste hors de l'étagère.

shelf-remove-ask = Retirer **{ $title }** de l'étagère « { $shelf } » ? Je ne le proposerai plus jamais. Ce que les membres en ont dit reste, et m'apprend encore ce qu'ils aiment.
shelf-button-remove = Retirer
shelf-removed = **{ $title }** n'est plus sur l'étagère.
shelf-removed-before = **{ $title }** n'est déjà plus sur l'étagère.
