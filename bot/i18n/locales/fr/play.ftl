## Face au par.

play-par-left = { $spent } · par { $par }, encore { $left }
play-par-over = { $spent } · par { $par }, { $difference } de plus
play-par-ended-under = { $spent } · par { $par } : **{ $difference } sous le par**
play-par-ended-even = { $spent } · par { $par } : **pile dans le par**
play-par-ended-over = { $spent } · par { $par } : { $difference } au-dessus du par

## Plusieurs mots d'un coup.

play-several-title = { $emoji } { $number ->
    [one] 1 mot proposé
   *[other] { $number } mots proposés
}
play-several-none = Aucun nouveau mot
play-several-first = Le mot lui-même est à 100°.
play-several-unspent = { $number ->
    [one] Tu l'as trouvé avant le dernier mot : celui-là n'est pas dépensé.
   *[other] Tu l'as trouvé avant les { $number } derniers mots : ils ne sont pas dépensés.
}
play-several-again = Déjà sur le tableau, donc { $number ->
    [one] gratuit
   *[other] gratuits
} : { $words }
play-several-letters = Un essai n'a que des lettres : j'ai laissé le reste de côté, sans rien compter.
play-several-unknown = Je ne connais pas { $words } : { $number ->
    [one] il ne coûte
   *[other] ils ne coûtent
} rien.

## Pourquoi un mot est aussi chaud.

play-why-which = Lequel de tes mots veux-tu que j'explique ?
play-why-nothing = Propose d'abord un mot : je te dirai ce qui le relie au mot secret.

## Les indices.

play-hint-title = 💡 Quel indice ?
play-hint-none = 💡 Aucun indice pour l'instant
play-hint-open = **{ $offer }**
play-hint-closed = ~~{ $offer }~~ : { $reason }
play-hint-told = **{ $offer }** : déjà donné

## Après la fin.

play-nearest-title = 🧭 Au plus près de { $secret }
play-nearest-page = Page { $page } sur { $pages } · { $number ->
    [0] aucun n'a été proposé
    [one] un a été proposé (←)
   *[other] { $number } ont été proposés (←)
}
play-turning-title = ↩️ Le tournant : { $word }
play-turning = L'essai { $attempt }, **{ $word }**, a fait passer le meilleur rang de { $before } à { $after }.
play-turning-found = { $left ->
    [0] Le mot lui-même est venu juste après.
    [one] Il y a eu un essai avant le mot.
   *[other] Il y a eu { $left } essais avant le mot.
}
play-turning-none-title = ↩️ Pas de vrai tournant
play-turning-none = Cette partie est allée à petits pas, ou d'un seul bond : aucun essai n'a réduit la distance de moitié à lui seul.

## Un ancien message.

play-old-post = Ce message porte l'énigme du { $day }, et ses boutons jouent celle-là. `{ -guess }` joue celle d'aujourd'hui.
