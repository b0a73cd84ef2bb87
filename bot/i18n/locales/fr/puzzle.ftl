## /puzzle : les mots proposés, jugés, mis en file et retirés.

puzzle-fair-title = ✅ { $word } fait une énigme équitable
puzzle-unfair-title = ✋ { $word } ne ferait pas une énigme équitable
puzzle-fair = { $rating }
    Tu connais ce mot maintenant. Le jour venu, tu peux jouer pour toi, mais tu ne comptes dans aucune liste, course ou classement.
puzzle-used-title = ♻️ { $word } a été l'énigme du { $day }
puzzle-used = Aucun mot ne revient avant que tous les autres soient passés.
puzzle-reasons = Pourquoi
puzzle-players = Joueurs simulés
puzzle-player = { $strength } : { $median } essais, { $solved } % le trouvent
puzzle-player-lost = { $strength } : { $solved } % le trouvent
puzzle-strength-beginner = débutant
puzzle-strength-middling = moyen
puzzle-strength-expert = expert
puzzle-nearest = Mots les plus proches
puzzle-helps = Mots proches qui passeraient
puzzle-helps-none = Ce qui aiderait
puzzle-helps-any = Essaie un nom, un verbe ou un adjectif courant, que tout le monde connaît et qui fait penser à d'autres mots.

## Ce qu'on reproche à un mot.

puzzle-concern-hidden = Il peut blesser.
puzzle-concern-name = La plupart le connaissent comme un nom propre.
puzzle-concern-form = C'est une forme de *{ $words }* : propose celui-là.
puzzle-concern-part = Ce n'est ni un nom, ni un verbe, ni un adjectif : le sens n'y mène guère.
puzzle-concern-length = Il a { $value } lettres : il en faut de 3 à 10.
puzzle-concern-rare = Trop peu de gens le connaissent.
puzzle-concern-rude-near = Des mots grossiers sont parmi les plus proches.
puzzle-concern-names-near = Des noms propres sont parmi les plus proches : { $words }.
puzzle-concern-forms-near = D'autres formes du même mot sont parmi les plus proches : { $words }.
puzzle-concern-expected-far = Des mots auxquels on penserait comptent comme froids : { $words }.
puzzle-concern-hub = Il est proche de presque tout : la chaleur ne mène nulle part.
puzzle-concern-isolated = Presque aucun autre mot n'y mène.
puzzle-concern-hard = Il est trop difficile : même les patients le trouvent rarement.

## Boutons, et le formulaire pour la date.

puzzle-button-next = Pour le prochain jour libre
puzzle-button-date = Choisir une date
puzzle-button-cancel = Annuler
puzzle-button-queue = Voir la file
puzzle-button-withdraw = Retirer { $place }
puzzle-button-show = Montre-moi les mots
puzzle-button-hide = Cacher les mots
puzzle-button-earlier = Avant
puzzle-button-later = Après
puzzle-form-title = Date de l'énigme
puzzle-form-date = Date
puzzle-form-date-about = Par exemple { $example }.

## Ce qui en est sorti.

puzzle-queued = 🗓️ Prévu pour **{ $day }**. Personne d'autre n'apprend le mot avant.
puzzle-queued-next = 🗓️ Prévu pour le prochain jour libre, **{ $day }** pour l'instant. Personne d'autre n'apprend le mot avant.
puzzle-queued-later = 🗓️ Mis en file. Ce mot a été une énigme récemment : il attend que tous les autres soient passés.
puzzle-queued-already = Ce mot est déjà dans la file. Je n'en dis pas plus : maintenant, toi aussi, tu le connais.
puzzle-cancelled = Annulé : le mot n'est pas dans la file.
puzzle-withdrawn = Retiré : ce mot n'est plus dans la file.
puzzle-no-such-proposal = Cette proposition n'est plus ouverte : elle a servi, ou quelqu'un l'a retirée. `{ -puzzle-queue }` montre ce qu'il y a.
puzzle-day-taken = Le { $day } a déjà son énigme. Choisis une autre date.
puzzle-bad-day = Je n'arrive pas à lire { $text } comme une date. Essaie { $example }.
puzzle-day-out-of-reach = Choisis une date du { $first } au { $last }.
puzzle-too-many = Il y a déjà { $limit } propositions ouvertes. Retires-en d'abord avec `{ -puzzle-queue }`.
puzzle-insider = Tu as vu ce mot quand il a été proposé : ici, laisse les autres le trouver. Tu peux quand même les aider avec des mots proches.

## La file.

puzzle-queue-title = 🗓️ File des énigmes proposées
puzzle-queue-empty = Rien n'est en file : je choisis les mots. Propose-en un avec `{ -puzzle-propose }`.
puzzle-queue-rule = Les mots restent cachés, car tu veux peut-être jouer aussi. Qui en regarde un ne compte, le jour venu, dans aucune liste, course ou classement.
puzzle-queue-line = **{ $place }.** { $day } · par { $member } · { $rating }
puzzle-queue-line-shown = **{ $place }.** { $day } · **{ $word }** · par { $member } · { $rating }
puzzle-queue-fixed = { $day } (fixé)
puzzle-queue-waits = après tous les autres mots
puzzle-queue-page = Page { $page } sur { $pages }
