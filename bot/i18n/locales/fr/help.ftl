## Comment jouer.

help-title = Comment jouer à Warmer
help-text = Chaque jour a son mot secret, le même pour tout le serveur. Propose n'importe quel mot : je te dis s'il est proche **par le sens**, pas par l'orthographe, de 0° jusqu'aux 100° du mot lui-même. Le rang #1 est le plus proche de tous les autres mots ; au-delà de 1 000, je ne dis plus les rangs. Les mots sont anglais.
help-heat = Chaleur
help-band = { $emoji } **{ $band }** : { $ranks }
help-band-first = rang 1 à { $limit }
help-band-up-to = jusqu'au rang { $limit }
help-band-beyond = au-delà
help-commands = Commandes
help-modes = Avec `mode: ensemble`, un salon partage un tableau ; `énigme` mène aux jours passés. Dans un relais (voir `/partie`), qui vient de jouer attend quelqu'un d'autre, mais 10 minutes au plus.
help-admins = Pour qui gère le serveur
help-hints = Les indices, et ce que chacun ajoute à ton score
help-fair-play = Fair-play
help-fair-play-text = Les mots inconnus ou déjà dits ne coûtent rien. `dogs` compte comme `dog`. En solo, tes essais ne sont vus que de toi. Les mots qui blessent n'entrent sur aucun tableau.
