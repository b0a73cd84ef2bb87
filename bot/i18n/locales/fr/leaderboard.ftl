## Qui joue bien. Les membres sont mentionnés sans être notifiés.

leaderboard-title-day = 🏆 { $name }
leaderboard-title-week = 🏆 La semaine, { $first } – { $last }
leaderboard-title-all = 🏆 Depuis toujours
leaderboard-line = { $place } { $member } · **{ $points }** · { $detail }
leaderboard-of-day = { $strokes } ({ $par })
leaderboard-of-days = { $solved }/{ $played } trouvées · { $par }
leaderboard-unsolved = pas trouvé
# Exactement dans le par, en bref.
leaderboard-even = Par
leaderboard-empty = Personne pour l'instant : à qui le premier mot trouvé ? `{ -guess }`
leaderboard-empty-past = Il n'y avait personne.
leaderboard-playing = { $number ->
    [one] Une personne cherche encore le mot du jour.
   *[other] { $number } cherchent encore le mot du jour.
}
leaderboard-page = Page { $page } sur { $pages } · { $number } membres
leaderboard-how-day = Points · coups (par rapport au par). Le par vaut 100 points, moitié moins de coups en donne 50 de plus.
leaderboard-how = Points · trouvées sur jouées · coups par rapport au par. Les points sont une moyenne : bien jouer compte, jouer souvent ne compte qu'un peu.

## Ses boutons.

leaderboard-day = Jour
leaderboard-week = Semaine
leaderboard-all = Depuis toujours
leaderboard-show-all = Montrer à tous
