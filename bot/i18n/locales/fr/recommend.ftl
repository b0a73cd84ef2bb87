## /conseiller, /semblable, /trouver, /accords, /remplacer, /goûts et /jumeaux.

recommend-title = Pour toi : { $shelf }
recommend-title-public = Pour { $member } : { $shelf }
recommend-title-group = Pour vous { $number } : { $shelf }
recommend-shown = { $mood ->
    [yes] Tout le monde ici le voit maintenant, sans tes notes ni ton humeur.
   *[no] Tout le monde ici le voit maintenant, sans tes notes.
}

## Pourquoi une chose est sur une liste. Les titres portent leur part, en pour cent.

recommend-share = { $share } %
recommend-and = { $first } et { $second }
recommend-because-liked = parce que tu as aimé { $titles }
recommend-because-counted = { $liked } ({ $shares } de ce qui parle en sa faveur)
recommend-because-unlike = tout autre chose que { $title }, qui ne t'a pas plu
recommend-because-words = partage { $words } avec ce que tu as aimé
recommend-because-mood = pour l'humeur
recommend-because-both = { $mood }, et { $taste }
recommend-new = 🆕 nouveau ici
recommend-surprise = 🎲 une surprise
recommend-compromise = ⚖️ un compromis

recommend-notice-nothing = Je ne connais pas encore tes goûts ici, alors il y a un peu de tout. Note ci-dessous ce que tu connais.
recommend-notice-new = Personne ici n'a encore noté ces titres : je me fie à ce dont ils parlent.
recommend-notice-dislikes = Jusqu'ici, tu m'as seulement dit ce que tu n'aimes pas. Dis-moi une chose que tu aimes, et cette liste sera la tienne.
recommend-notice-lukewarm = Jusqu'ici, rien ne t'a vraiment plu ici. Dis-moi une chose que tu aimes, et cette liste sera la tienne.
recommend-notice-alone = Il n'y a personne d'autre à prendre en compte, alors cette liste est pour toi.
recommend-notice-mood-words = Je ne peux pas chercher par le sens en ce moment, alors j'ai pris ton humeur mot à mot.
recommend-notice-mood-faint = Rien sur cette étagère ne colle vraiment à cette humeur ; voici ce qui s'en approche le plus. En anglais, je comprends peut-être mieux.
recommend-everything-rated = Tu m'as parlé de tout sur cette étagère. Souhaite autre chose avec `{ -shelf-suggest }`, ou change d'avis avec `{ -ratings }`.
recommend-group-everything = À vous tous, vous connaissez tout sur cette étagère. Souhaitez autre chose avec `{ -shelf-suggest }`.
recommend-shelf-empty = Il n'y a encore rien sur cette étagère. Souhaite la première chose avec `{ -shelf-suggest }`.
recommend-shelf-single = Il n'y a qu'une chose sur cette étagère, le choix est vite fait. Souhaite autre chose avec `{ -shelf-suggest }`.
recommend-group = Ce que ça donne pour chacun de vous
recommend-group-rule = { $mood ->
    [yes] L'humeur compte d'abord, puis ce qui vous convient à tous : pour moitié votre moyenne, pour moitié celui à qui ça plairait le moins.
   *[no] Pour moitié selon votre moyenne, pour moitié selon celui à qui ça plairait le moins.
} Ce que l'un de vous connaît n'y est pas.
recommend-group-unknown = { $mood ->
    [yes] L'humeur compte d'abord, puis ce qui est bien connu ici.
   *[no] Un peu de tout ce qui est bien connu ici.
} Ce que l'un de vous connaît n'y est pas.
recommend-group-none = Rien ici n'est dans la moitié basse de l'un de vous.
recommend-group-some = { $mood ->
    [yes] ⚖️ : dans la moitié basse de l'un de vous.
   *[no] ⚖️ : dans la moitié basse de l'un de vous, mais il ne reste rien qui vous convienne mieux à tous.
}
recommend-standing = { $bar } { $member }
recommend-standing-new = Je ne sais encore rien des goûts de { $member } ici : ils ne comptent pas dans cette liste.

recommend-button-look = D'autres idées
recommend-button-bolder = Plus audacieux
recommend-button-safer = Plus sûr
recommend-button-show = Montrer à tous
recommend-button-own = Et pour moi ?
recommend-menu-rate = Note une chose, ou dis que tu la connais
recommend-menu-why = Pourquoi l'une d'elles est-elle ici ?

## Un tour de premières notes.

recommend-button-round = Noter d'abord quelques titres
recommend-round-ask = **{ $step } sur { $of }** · Qu'en penses-tu ?
recommend-round-unknown = Connais pas
recommend-round-stop = Ça suffit
recommend-round-done = { $number ->
    [0] Quand tu voudras. Voici ta liste.
    [one] Merci ! Une note de plus compte dans cette liste.
   *[other] Merci ! { $number } notes de plus comptent dans cette liste.
}

## Le compte entier d'un conseil.

recommend-why-title = Pourquoi { $title } ?
recommend-why-place = Ce qui compte pour sa place sur cette liste : à chaque fois, le meilleur de l'étagère a le plus de points, le dernier aucun. Une liste écarte aussi ce qui se ressemble trop, et une 🎲 surprise vient de plus bas.
recommend-why-place-mood = Ce qui compte pour sa place sur cette liste : ce qui est le plus proche de l'humeur passe d'abord. Parmi ce qui en est à peu près aussi proche, c'est à quel point, et ce qu'en disent les goûts : à chaque fois, le meilleur a le plus de points, le dernier aucun. Une liste écarte aussi ce qui se ressemble trop, et une 🎲 surprise vient de plus bas.
recommend-why-later = D'autres titres sont plus proches de l'humeur : ils passent avant celui-ci, quels que soient ses points.
recommend-why-side-mood = l'humeur ({ $most } au plus)
recommend-why-side-taste = tes goûts ({ $most } au plus)
recommend-why-side-all = ce qui vous va à tous ({ $most } au plus)
recommend-why-side-average = votre moyenne ({ $most } au plus)
recommend-why-side-least = à qui ça plairait le moins ({ $most } au plus)
recommend-why-points = points
recommend-why-own-mood = **Et tes goûts seuls, sans l'humeur :**
recommend-why-own-group = **Et tes goûts à toi seul.** Ce que les autres ont noté ne regarde qu'eux.
recommend-why-text = Chaque ligne est exactement ce qu'une de tes notes ajoute. Retire une note, et le total change d'autant.
recommend-why-base = sans tes notes
recommend-why-rest = { $number ->
    [one] { $number } plus petite
   *[other] { $number } plus petites
}
recommend-why-total = total
recommend-why-words = Point commun avec ce que tu as aimé : { $words }.
recommend-why-nothing = Tu n'as rien noté ici, il n'y a donc rien de toi dans son total.
recommend-why-new = Personne ne l'a encore noté ici : le total vient de ce dont ça parle.

## Des listes.

recommend-similar-title = Comme { $title }
recommend-similar-none = Je ne trouve rien ici qui ressemble à **{ $title }**.
recommend-pairs-title = Va avec { $title }
recommend-pairs-none = Je ne sais pas encore ce qui va avec **{ $title }** : c'était trop rarement utilisé ou aimé avec autre chose.
recommend-swap-title = À la place de { $title }
recommend-swap-none = Je ne sais pas encore ce qui pourrait remplacer **{ $title }**.
recommend-together = { $number ->
    [one] { $number } fois
   *[other] { $number } fois
} ensemble
recommend-find-title = Trouvé : { $text }
recommend-find-words = Je ne peux pas chercher par le sens en ce moment, alors j'ai cherché les mots.
recommend-find-faint = Rien ici ne parle vraiment de ça. Voici ce qui s'en approche le plus :
recommend-find-none = Je ne trouve rien sur *{ $text }*. Essaie d'autres mots, ou souhaite-le avec `{ -shelf-suggest }`.

## Goûts et jumeaux.

recommend-taste-title = Tes goûts : { $shelf }
recommend-taste-apart = Ce que tu aimes plus que les autres
recommend-taste-apart-shelf = Ce que tu choisis le plus
recommend-taste-tag = **{ $tag }** : { $mine } % de ce que tu aimes, { $others } % de ce que les autres aiment
recommend-taste-tag-shelf = **{ $tag }** : { $mine } % de ce que tu aimes, { $others } % de ce qui est sur l'étagère
recommend-taste-none = Dis-moi d'abord quelques titres que tu aimes, et je dessinerai tes goûts. Commence avec `{ -rate }`.
recommend-twins-title = Jumeaux de goûts : { $shelf }
recommend-twins-off = On ne trouve que ceux qui le veulent bien, et tu n'en fais pas encore partie. Si tu participes, les autres participants voient à combien de pour cent vos goûts se ressemblent, combien de choses vous aimez tous les deux, et lesquelles. Aucune autre note, jamais.
recommend-twins-none = Personne d'autre, parmi ceux qui participent, n'a encore tes goûts, ou vous aimez trop peu de choses en commun.
recommend-twins-in = C'est fait : on peut désormais te trouver.
recommend-twins-out = C'est fait : plus personne ne te trouve, et tu ne trouves plus personne.
recommend-twins-line = { $member } · { $alike } % de ressemblance · { $shared ->
    [one] { $shared } chose aimée
   *[other] { $shared } choses aimées
} par vous deux
recommend-button-join = Me faire connaître
recommend-button-leave = Ne plus apparaître
