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

shelf-renamed = **{ $before }** s'appelle maintenant **{ $now }**. Tout ce qui s'y trouve, et tout ce qu'on en a dit, reste.

shelf-delete-ask = Supprimer **{ $name }** pour de bon ? Avec l'étagère disparaissent :
shelf-delete-items = • { $items ->
    [one] { $items } chose
   *[other] { $items } choses
}
shelf-delete-wishes = • { $number ->
    [one] { $number } souhait en attente
   *[other] { $number } souhaits en attente
}
shelf-delete-said = • { $opinions ->
    [one] { $opinions } note
   *[other] { $opinions } notes
} de { $members ->
    [one] { $members } membre
   *[other] { $members } membres
}
shelf-delete-end =
    • ce que j'ai appris de tout cela

    Personne ne pourra les faire revenir. Pour ne retirer qu'une chose, il y a `{ -shelf-remove }`.
shelf-button-delete = Supprimer pour de bon
shelf-deleted = **{ $name }** est supprimée, avec tout ce qu'on en a dit.
shelf-deleted-before = Cette étagère n'existe déjà plus.

shelf-pool-alone = 👤 **{ $name }** apprend seule : uniquement de ce qu'on dit ici.
shelf-pool-together = 🤝 **{ $name }** apprend avec d'autres { $number ->
    [0] dès qu'un autre serveur le fera aussi
    [one] : { $number } étagère d'un autre serveur
   *[other] : { $number } étagères d'autres serveurs
}.
shelf-pool-what = -# Avec d'autres, c'est-à-dire avec les étagères nommées *{ $name }* de serveurs qui l'ont choisi aussi, pour les choses qui s'y trouvent aussi. Les listes deviennent bonnes plus vite, surtout là où peu de gens notent. Personne là-bas ne voit vos notes, vos membres ni votre serveur, et vous ne voyez pas les leurs ; ce qu'on aime ici aide à classer là-bas. Préviens tes membres. Tu peux changer d'avis à tout moment.
shelf-button-together = Apprendre avec d'autres
shelf-button-alone = Apprendre seule

shelf-import-title = { $file } pour { $shelf }
shelf-import-fine = { $items ->
    [one] { $items } chose est en ordre. Je la mets
   *[other] { $items } choses sont en ordre. Je les mets
} sur l'étagère « { $shelf } » ? Ce qui s'y trouve déjà est mis à jour.
shelf-import-none = Il n'y a pas encore d'étagère ici. Renvoie le fichier en disant comment l'étagère doit s'appeler, par exemple avec `{ -shelf-import } étagère:films` : je vérifie d'abord le fichier, puis je pose l'étagère avec ce qu'il contient.
shelf-import-new = 🆕 Il n'y a pas encore d'étagère « **{ $shelf }** » ici. Je la pose avec ce qui va dessus.
shelf-import-near = ⚠️ Mais il y a l'étagère « **{ $shelf }** ». Si c'est elle que tu veux dire, choisis-la.
shelf-import-fine-new = { $items ->
    [one] { $items } chose est en ordre. Je pose l'étagère avec ?
   *[other] { $items } choses sont en ordre. Je pose l'étagère avec ?
}
shelf-import-broken = { $number ->
    [one] { $number } ligne ne va pas, je n'ai donc rien écrit :
   *[other] { $number } lignes ne vont pas, je n'ai donc rien écrit :
}
shelf-import-cell = **Ligne { $line }**, { $column } : { $what }
shelf-import-row = **Ligne { $line }** : { $what }
shelf-import-more = … et { $number } de plus.
shelf-import-mend = Corrige le fichier et renvoie-le, ou laisse ces lignes de côté.
shelf-import-mend-all = Il n'y a rien d'autre dans le fichier. Corrige-le et renvoie-le.
shelf-button-import = { $number ->
    [one] Y mettre { $number } chose
   *[other] Y mettre { $number } choses
}
shelf-button-import-others = { $number ->
    [one] Seulement la { $number } bonne
   *[other] Seulement les { $number } bonnes
}
shelf-button-import-new = { $number ->
    [one] La poser avec { $number } chose
   *[other] La poser avec { $number } choses
}
shelf-button-import-new-others = { $number ->
    [one] La poser avec seulement la { $number } bonne
   *[other] La poser avec seulement les { $number } bonnes
}
shelf-button-import-near = Sur l'étagère « { $shelf } »
shelf-import-large = Ce fichier dépasse { $size } Mo. Coupe-le en morceaux, ou demande à la personne qui me fait tourner de l'importer avec `warmer items import`.
shelf-import-gone = Je ne peux plus lire ce fichier. Renvoie-le avec `{ -shelf-import }`.
shelf-imported = 📚 **{ $shelf }** : { $added } { $added ->
    [one] nouvelle
   *[other] nouvelles
}, { $changed } { $changed ->
    [one] mise à jour
   *[other] mises à jour
}, { $same } sans changement.
shelf-imported-removed = { $number ->
    [one] { $number } chose reste dehors, car on l'a retirée de l'étagère.
   *[other] { $number } choses restent dehors, car on les a retirées de l'étagère.
}
shelf-imported-broken = { $number ->
    [one] { $number } ligne n'allait pas et manque.
   *[other] { $number } lignes n'allaient pas et manquent.
}
shelf-imported-shortened = { $number ->
    [one] { $number } description est raccourcie.
   *[other] { $number } descriptions sont raccourcies.
}
shelf-fault-missing = vide
shelf-fault-too_long = plus de { $limit } caractères
shelf-fault-too_many = { $found }, c'est trop : { $limit } au plus
shelf-fault-not_a_number = *{ $found }* n'est pas un nombre
shelf-fault-out_of_range = *{ $found }* n'est pas entre { $least } et { $limit }
shelf-fault-not_a_link = *{ $found }* n'est pas un lien ; il commence par https://
shelf-fault-duplicate = c'est déjà à la ligne { $limit } (*{ $found }*)
shelf-fault-not_json = *{ $found }* n'est pas un objet JSON
shelf-fault-wrong_type = *{ $found }* n'est ni un texte ni un nombre
shelf-fault-too_many_fields = plus de { $limit } champs ; mets entre guillemets les textes qui contiennent un séparateur
shelf-fault-open_quote = un guillemet n'est pas fermé, ou n'est pas doublé dans un texte : *{ $found }*
shelf-fault-shortened = { $found } caractères ; j'en garde { $limit }
