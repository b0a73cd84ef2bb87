## The picture of a member's taste. Short: there is little room.

taste-title = Your taste: { $shelf }
taste-apart = What sets you apart
taste-apart-shelf = What you pick out
taste-mine = you
taste-others = others
taste-on-shelf = shelf
taste-share = { $percent } %
taste-key-liked = you like it
taste-key-low = you like it less
taste-key-shelf = on the shelf
taste-nothing-apart = Nothing special yet
taste-like-more = Like a few more things.

## Read out to those who cannot see it.

taste-alt = Map of the shelf { $shelf }; what is alike lies close together. { $where } { $liked } { $tags }
taste-alt-where = Most of what you like lies near: { $regions }.
taste-alt-liked = You like: { $titles }.
taste-alt-tags = What sets you apart, yours against that of the others: { $tags }.
taste-alt-tags-shelf = What you pick out, your share against that of the shelf: { $tags }.
taste-alt-tag = { $tag } { $mine } % against { $others } %
taste-alt-more = { $titles } and { $number ->
    [one] { $number } more
   *[other] { $number } more
}
