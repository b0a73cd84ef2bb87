## Das Bild vom Geschmack. Kurz: Es ist wenig Platz.

taste-title = Dein Geschmack: { $shelf }
taste-apart = Was dich abhebt
taste-apart-shelf = Was du dir herauspickst
taste-mine = du
taste-others = andere
taste-on-shelf = Regal
taste-share = { $percent } %
taste-key-liked = magst du
taste-key-low = magst du weniger
taste-key-shelf = im Regal
taste-nothing-apart = Noch nichts Besonderes
taste-like-more = Bewerte noch ein paar.

## Wird denen vorgelesen, die es nicht sehen können.

taste-alt = Karte des Regals { $shelf }; was sich ähnelt, liegt nah beieinander. { $where } { $liked } { $tags }
taste-alt-where = Das meiste, was du magst, liegt bei: { $regions }.
taste-alt-liked = Du magst: { $titles }.
taste-alt-tags = Was dich von den anderen abhebt, dein Anteil und ihrer: { $tags }.
taste-alt-tags-shelf = Was du dir herauspickst, dein Anteil und der im Regal: { $tags }.
taste-alt-tag = { $tag } { $mine } % gegen { $others } %
taste-alt-more = { $titles } und { $number ->
    [one] { $number } mehr
   *[other] { $number } mehr
}
