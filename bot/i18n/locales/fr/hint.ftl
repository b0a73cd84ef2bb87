## Indices. Une offre commence par le nom de la sorte et finit par son prix.

hint-offer-direction = direction : un mot plus chaud, loin de tout ce qui a été tenté (+{ $price })
hint-offer-between = entre-deux : un mot plus chaud entre deux de tes mots (+{ $price })
hint-offer-halfway = mi-chemin : un mot à mi-chemin entre ton meilleur et le secret (+{ $price })
hint-offer-spelling = orthographe : la première lettre et la longueur ({ $price ->
    [0] gratuit maintenant
   *[other] +{ $price }
})

hint-title = 💡 Cherche du côté de { $word }
hint-spelling-title = 💡 Il commence par { $letter }
hint-spelling = `{ $blanks }`, { common-letters }.
hint-direction = Une piste que personne n'a encore suivie.
hint-between = Il fait plus chaud entre **{ $one }** et **{ $other }**.
hint-cost = Ça n'use aucun essai ; l'indice ajoute { $strokes ->
    [one] { $strokes } coup
   *[other] { $strokes } coups
} au score.
hint-told-before = C'était déjà dit, donc ça ne coûte plus rien.
