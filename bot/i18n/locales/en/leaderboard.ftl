## Who plays well. Names of members stand as mentions, which ping nobody.

leaderboard-title-day = 🏆 { $name }
leaderboard-title-week = 🏆 The week, { $first } – { $last }
leaderboard-title-all = 🏆 All time
leaderboard-line = { $place } { $member } · **{ $points }** · { $detail }
leaderboard-of-day = { $strokes } ({ $par })
leaderboard-of-days = { $solved }/{ $played } solved · { $par }
leaderboard-unsolved = not found
# Exactly at par, as golfers write it.
leaderboard-even = E
leaderboard-empty = Nobody is on it yet: the first one to find a word will be. `{ -guess }`
leaderboard-empty-past = Nobody was on it.
leaderboard-playing = { $number ->
    [one] One is still looking for today's word.
   *[other] { $number } are still looking for today's word.
}
leaderboard-page = Page { $page } of { $pages } · { $number } members
leaderboard-how-day = Points · strokes (against par). Par is 100 points, half the strokes 50 more.
leaderboard-how = Points · solved of played · strokes against par. The points are a mean: playing well counts, playing often only a little.

## Its buttons.

leaderboard-day = Day
leaderboard-week = Week
leaderboard-all = All time
leaderboard-show-all = Show everybody
