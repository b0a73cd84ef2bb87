## Wer gut spielt. Mitglieder stehen als Erwähnung da, die niemanden anpingt.

leaderboard-title-day = 🏆 { $name }
leaderboard-title-week = 🏆 Die Woche, { $first } – { $last }
leaderboard-title-all = 🏆 Alle Zeiten
leaderboard-line = { $place } { $member } · **{ $points }** · { $detail }
leaderboard-of-day = { $strokes } ({ $par })
leaderboard-of-days = { $solved }/{ $played } gelöst · { $par }
leaderboard-unsolved = nicht gefunden
# Genau auf Par, kurz.
leaderboard-even = Par
leaderboard-empty = Noch steht niemand hier: Wer zuerst ein Wort findet, macht den Anfang. `{ -guess }`
leaderboard-empty-past = Hier stand niemand.
leaderboard-playing = { $number ->
    [one] Eine Person sucht noch nach dem heutigen Wort.
   *[other] { $number } suchen noch nach dem heutigen Wort.
}
leaderboard-page = Seite { $page } von { $pages } · { $number } Mitglieder
leaderboard-how-day = Punkte · Schläge (gegen Par). Par gibt 100 Punkte, halb so viele Schläge 50 mehr.
leaderboard-how = Punkte · gelöst von gespielt · Schläge gegen Par. Die Punkte sind ein Mittel: Gut zu spielen zählt, oft zu spielen nur ein wenig.

## Die Knöpfe darunter.

leaderboard-day = Tag
leaderboard-week = Woche
leaderboard-all = Alle Zeiten
leaderboard-show-all = Allen zeigen
