## Le message du jour.

daily-title = Warmer · { $day }
daily-title-number = Warmer #{ $number } · { $day }
daily-thread = Warmer · { $date }
daily-thread-number = Warmer #{ $number } · { $date }
daily-welcome = Un nouveau mot secret t'attend. Propose n'importe quel mot, et je te dis s'il en est proche *par le sens*.
daily-first = Bonjour ! À partir d'aujourd'hui, il y a chaque jour un nouveau mot secret. Propose n'importe quel mot, et je te dis s'il en est proche *par le sens*.
daily-style-solo = Chacun joue pour soi : toi seul vois tes essais.
daily-style-together = Tout le monde joue ensemble, sur un seul tableau pour ce salon.
daily-style-race = C'est une course : chacun a son tableau, et le premier qui trouve le mot gagne.
daily-style-relay = C'est un relais : un tableau pour tous, et chacun joue à son tour.

## Ce qu'il en fut hier.

daily-yesterday = Le mot d'hier : { $word }
daily-nearest = Les plus proches : { $words }
daily-found = Qui l'a trouvé
daily-found-some = Qui l'a trouvé ({ $number } sur { $players })
daily-solver = { $place } { $who } · { $strokes } { $against }
daily-solver-unrated = { $place } { $who } · { $strokes }
daily-under-par = ({ $number } sous le par)
daily-at-par = (par)
daily-over-par = ({ $number } au-dessus du par)
daily-somebody = quelqu'un
daily-with-others = { $others ->
    [one] { $who } et une autre personne
   *[other] { $who } et { $others } autres
}
daily-more = { $number ->
    [one] … et encore une personne
   *[other] … et { $number } autres
}
daily-nobody = { $players ->
    [0] Personne n'a essayé.
    [one] Une seule personne a essayé, et le mot a gardé son secret.
   *[other] { $players } ont essayé, et le mot a gardé son secret.
}

## La série du serveur.

daily-streak = Série du serveur
daily-streak-days = { $days ->
    [one] 🔥 **un jour**
   *[other] 🔥 **{ $days } jours** de suite
}
daily-streak-froze = Hier, personne n'a trouvé le mot ; un joker a sauvé la série.
daily-freezes = { $freezes ->
    [one] 🧊 un joker en réserve : il couvre un jour où personne ne trouve le mot.
   *[other] 🧊 { $freezes } jokers en réserve : chacun couvre un jour où personne ne trouve le mot.
}
daily-next-freeze = { $days ->
    [one] Encore un jour de suite, et c'est un joker gagné.
   *[other] Encore { $days } jours de suite, et c'est un joker gagné.
}

## Ce que les admins apprennent quand la publication échoue.

daily-trouble-forbidden = Je ne peux plus publier l'énigme du jour de **{ $server }** : je n'ai pas le droit d'écrire dans <#{ $channel }>. Laisse-moi voir ce salon, y envoyer des messages et y intégrer des liens. Je réessaierai demain ; avec /setup tu peux choisir un autre salon.
daily-trouble-channel-gone = Je ne peux plus publier l'énigme du jour de **{ $server }** : le salon a été supprimé. Avec /setup tu peux en choisir un autre.
daily-this-server = ce serveur
