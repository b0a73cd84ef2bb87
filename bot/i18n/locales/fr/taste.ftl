## L'image des goûts. Bref : il y a peu de place.

taste-title = Tes goûts : { $shelf }
taste-apart = Ce qui te distingue
taste-apart-shelf = Ce que tu choisis le plus
taste-mine = toi
taste-others = les autres
taste-on-shelf = l'étagère
taste-share = { $percent } %
taste-key-liked = tu aimes
taste-key-low = tu aimes moins
taste-key-shelf = sur l'étagère
taste-nothing-apart = Encore rien de spécial
taste-like-more = Note d'autres titres.

## Lu à celles et ceux qui ne la voient pas.

taste-alt = Carte de l'étagère { $shelf } ; ce qui se ressemble est proche. { $where } { $liked } { $tags }
taste-alt-where = L'essentiel de ce que tu aimes se trouve vers : { $regions }.
taste-alt-liked = Tu aimes : { $titles }.
taste-alt-tags = Ce qui te distingue, ta part et celle des autres : { $tags }.
taste-alt-tags-shelf = Ce que tu choisis le plus, ta part et celle de l'étagère : { $tags }.
taste-alt-tag = { $tag } { $mine } % contre { $others } %
taste-alt-more = { $titles } et { $number ->
    [one] { $number } autre
   *[other] { $number } autres
}
