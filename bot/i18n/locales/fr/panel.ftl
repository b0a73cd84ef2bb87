## Le tableau vivant d'un salon : tout le monde le voit, il dit donc la chaleur et jamais le mot.

panel-title-together = 🌡️ { $puzzle } · ensemble
panel-title-race = 🏁 { $puzzle } · course
panel-title-relay = 🔁 { $puzzle } · relais

panel-players = { $number ->
    [one] { $number } personne joue
   *[other] { $number } personnes jouent
}
panel-racers = { $number ->
    [one] { $number } en course
   *[other] { $number } en course
}
panel-empty = Personne n'a encore essayé. Appuie sur *{ $button }* : tout le monde voit la chaleur, personne ne voit le mot.
panel-empty-race = Chacun a son propre tableau, et le premier qui trouve le mot gagne. Appuie sur *{ $button }* : ton premier essai ici te met dans la course.
panel-solved = 🎉 { $member } a trouvé le mot : **{ $guesses }**.
panel-solved-hints = 🎉 { $member } a trouvé le mot : **{ $guesses }**, avec les indices **{ $strokes }**.
panel-given-up = 🏳️ Abandon après { $guesses }.
panel-ended = Le mot se cache derrière *{ $button }*.
panel-votes = { $number ->
    [one] 🏳️ { $number } voix pour abandonner.
   *[other] 🏳️ { $number } voix pour abandonner.
}
panel-winner = 🏆 Première place pour { $member }. Les autres peuvent encore finir.
panel-anyone = 🔁 À qui veut de jouer.
panel-not-yet = 🔁 { $member } vient de jouer. Jusqu'à { $when }, c'est au tour de quelqu'un d'autre.

panel-warmest = Les plus chauds
panel-latest = Les derniers
panel-standings = Classement
panel-more = { $number ->
    [one] et { $number } de plus
   *[other] et { $number } de plus
}

panel-rule-together = Un tableau pour tout le salon. Chacun voit les mots qui ne sont pas plus proches que les siens.
panel-rule-race = Chacun sur son tableau, le premier qui trouve le mot gagne.
panel-rule-relay = À tour de rôle : qui vient de jouer attend quelqu'un d'autre, mais 10 minutes au plus.

## Ce que disent les boutons.

panel-guess = Deviner
panel-mine = Ma vue
panel-show = Montre-moi
panel-hint = Indice

## Les réponses à qui ouvre un tableau.

panel-opened = Le tableau est là : { $link }
panel-there = Il y a déjà ici { $style ->
    [race] une course
    [relay] un relais
   *[together] un tableau commun
} pour le mot du jour : { $link }
panel-soon = Le tableau arrive dans un instant.
panel-forbidden = Je n'ai pas le droit d'écrire dans ce salon. La personne qui le gère doit me laisser le voir, y envoyer des messages et y intégrer des liens.
panel-gone = Je ne trouve plus ce salon.

## Les styles, comme la commande les propose.

panel-style-together = ensemble : un tableau pour tout le salon
panel-style-race = course : chacun pour soi, le premier qui trouve gagne
panel-style-relay = relais : un tableau, à tour de rôle
