## Commandes, options et choix tels que Discord les montre. Noms en minuscules et sans espaces,
## 32 caractères au plus ; descriptions 100 au plus. L'anglais est dans le code.
## Clés : voir bot/i18n/translator.py. Les noms sont aussi dans common.ftl.

command-guess = deviner
command-guess-description = Propose un mot et découvre s'il est proche par le sens.
command-board = tableau
command-board-description = Regarde le tableau : tous les essais, les plus proches d'abord.
command-hint = indice
command-hint-description = Obtiens un mot plus proche que ton meilleur, ou un autre indice.
command-why = pourquoi
command-why-description = Découvre ce qui relie un mot au secret.
command-giveup = abandonner
command-giveup-description = Abandonne et découvre le mot.
command-practice = entraînement
command-practice-description = Commence un entraînement : un autre mot secret, rien que pour toi.
command-stats = stats
command-stats-description = Regarde tes résultats, ou ceux de quelqu'un d'autre.
command-leaderboard = classement
command-leaderboard-description = Vois qui joue bien ici : des points par rapport au par.
command-help = aide
command-help-description = Comment jouer.
command-party = partie
command-party-description = Ouvre dans ce salon un tableau que tous voient et qui ne dévoile rien.
command-share = partager
command-share-description = Partage une image de ton chemin : aucun mot n'y figure.
command-map = carte
command-map-description = Vois où se trouvent tes essais autour du mot secret.
command-privacy = confidentialité
command-privacy-description = Ce que j'enregistre sur toi, pourquoi, combien de temps et qui le voit.
command-export-me = mes-données
command-export-me-description = Reçois dans un fichier tout ce que j'enregistre sur toi.
command-forget-me = oublie-moi
command-forget-me-description = Fais effacer tout ce que j'enregistre sur toi.
command-setup = configurer
command-setup-description = Règle ce serveur : salon, heure, style, langue et plus encore.
command-notify = notifier
command-notify-description = Reçois un ping quand l'énigme du jour est là, ou n'en reçois plus.
command-puzzle = énigme
command-puzzle-description = Propose des mots pour l'énigme du jour.
command-puzzle-propose = proposer
command-puzzle-propose-description = Découvre si un mot fait une énigme équitable, et mets-le en file.
command-puzzle-queue = file
command-puzzle-queue-description = Vois quels mots proposés sont en file, et retire-les.

## Options

option-word = mot
option-guess-word-description = Un mot anglais, celui que tu veux, ou plusieurs.
option-why-word-description = Un mot du tableau ; n'importe lequel, une fois le secret connu.
option-mode = mode
option-mode-description = Ton tableau, ou le tableau commun du salon. Je retiens ton choix.
option-puzzle = énigme
option-puzzle-description = Aujourd'hui, ton entraînement, ou un jour passé.
option-hint-kind = type
option-hint-kind-description = Ce que tu veux savoir, et ce que ça ajoute au score ; mi-chemin par défaut.
option-stats-member = membre
option-stats-member-description = Les résultats de qui ; les tiens par défaut.
option-period = période
option-period-description = Aujourd'hui, cette semaine ou depuis toujours ; cette semaine par défaut.
option-party-style = style
option-party-style-description = Votre façon de jouer ; ensemble si tu ne dis rien.
option-theme = aspect
option-theme-description = Sombre ou clair.
option-export-me-scope = étendue
option-export-me-scope-description = D'où ; de partout si tu ne dis rien.
option-puzzle-propose-word-description = Le mot à proposer ; toi seul vois ce qu'il en advient.
option-time = heure
option-time-description = L'heure du message du jour, par exemple 18:30.
option-time_zone = fuseau
option-time_zone-description = Une ville, un pays, ou ce que ta montre indique.

## Choix

choice-solo = solo : mon propre tableau
choice-together = ensemble : le tableau de ce salon
choice-day = aujourd'hui
choice-week = cette semaine
choice-all = depuis toujours
