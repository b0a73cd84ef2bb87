## /recommend, /similar, /find, /pairs, /swap, /taste and /twins.

recommend-title = For you: { $shelf }
recommend-title-public = For { $member }: { $shelf }
recommend-title-group = For { $number } of you: { $shelf }
recommend-shown = { $mood ->
    [yes] Now everybody here can see it, without your ratings and without your mood.
   *[no] Now everybody here can see it, without your ratings.
}

## Why something is on a list. Titles in it come with how much they count, in per cent.

recommend-share = { $share } %
recommend-and = { $first } and { $second }
recommend-because-liked = because you liked { $titles }
recommend-because-counted = { $liked } ({ $shares } of what speaks for it)
recommend-because-unlike = unlike { $title }, which you did not like
recommend-because-words = shares { $words } with what you liked
recommend-because-mood = for the mood
recommend-because-both = { $mood }, and { $taste }
recommend-new = 🆕 new here
recommend-surprise = 🎲 a surprise
recommend-compromise = ⚖️ a compromise

recommend-notice-nothing = I don't know your taste here yet, so this is a bit of everything. Rate what you know below.
recommend-notice-new = Nobody here has rated any of these yet: I go by what they are about.
recommend-notice-dislikes = So far you have told me only what you don't like. Tell me one thing you like, and this list becomes yours.
recommend-notice-lukewarm = So far there is nothing here that you really liked. Tell me one thing you do, and this list becomes yours.
recommend-notice-alone = I know of nobody else to count in, so this list is for you alone.
recommend-notice-mood-words = I can't search by meaning at the moment, so I took your mood word by word.
recommend-notice-mood-faint = Nothing on this shelf clearly fits that mood; this comes nearest.
recommend-everything-rated = You have told me about everything on this shelf. Wish for more with `{ -shelf-suggest }`, or change your mind with `{ -ratings }`.
recommend-group-everything = Between you, you know everything on this shelf. Wish for more with `{ -shelf-suggest }`.
recommend-shelf-empty = Nothing stands on this shelf yet. Wish for the first thing with `{ -shelf-suggest }`.
recommend-shelf-single = Only one thing stands on this shelf, so there is little to choose from. Wish for more with `{ -shelf-suggest }`.
recommend-group = How this suits each of you
recommend-group-rule = { $mood ->
    [yes] Ordered by the mood first, then by what suits you all: half your average, half whoever it suits least.
   *[no] Ordered half by your average, half by whoever it suits least.
} What one of you knows is left out.
recommend-group-unknown = { $mood ->
    [yes] Ordered by the mood first, then by what is well known here.
   *[no] A bit of everything that is well known here.
} What one of you knows is left out.
recommend-group-none = Nothing is on it that lies in the lower half for one of you.
recommend-group-some = { $mood ->
    [yes] ⚖️ marks what lies in the lower half for one of you.
   *[no] ⚖️ marks what lies in the lower half for one of you: nothing is left here that suits you all better.
}
recommend-standing = { $bar } { $member }
recommend-standing-new = I know nothing of { $member }'s taste here yet, so it has no say in this list.

recommend-button-look = Another look
recommend-button-bolder = Bolder
recommend-button-safer = Safer
recommend-button-show = Show to all
recommend-button-own = What about me?
recommend-menu-rate = Rate one, or say that you know it
recommend-menu-why = Why is one of these here?

## A round of first ratings.

recommend-button-round = Rate a few first
recommend-round-ask = **{ $step } of { $of }** · What do you make of this one?
recommend-round-unknown = Don't know it
recommend-round-stop = That's enough
recommend-round-done = { $number ->
    [0] Whenever you like. Here is your list.
    [one] Thank you! One more rating is in this list.
   *[other] Thank you! { $number } more ratings are in this list.
}

## The whole account of one recommendation.

recommend-why-title = Why { $title }?
recommend-why-place = What counts for its place on this list: of each, the best on the shelf gets the most points, the worst none. A list also keeps apart what is too alike, and a 🎲 surprise comes from further down.
recommend-why-place-mood = What counts for its place on this list: what is nearest to the mood comes first. Among things about as near, it is how near each is, and where taste puts it: of each, the best gets the most points, the worst none. A list also keeps apart what is too alike, and a 🎲 surprise comes from further down.
recommend-why-later = Other things are nearer to the mood: they come before this one, whatever its points.
recommend-why-side-mood = the mood ({ $most } at most)
recommend-why-side-taste = your taste ({ $most } at most)
recommend-why-side-all = what suits you all ({ $most } at most)
recommend-why-side-average = your average ({ $most } at most)
recommend-why-side-least = whoever it suits least ({ $most } at most)
recommend-why-points = points
recommend-why-own-mood = **And your taste alone, without the mood:**
recommend-why-own-group = **And your own taste alone.** What the others rated is theirs to tell.
recommend-why-text = Each line is exactly what one of your ratings adds to its score. Take a rating back, and the score changes by just that.
recommend-why-base = without your ratings
recommend-why-rest = { $number ->
    [one] { $number } smaller one
   *[other] { $number } smaller ones
}
recommend-why-total = score
recommend-why-words = It shares { $words } with what you liked.
recommend-why-nothing = You have rated nothing here, so nothing of yours is in its score.
recommend-why-new = Nobody here has rated it yet: the score comes from what it is about.

## Lists of things.

recommend-similar-title = Like { $title }
recommend-similar-none = I find nothing like **{ $title }** here.
recommend-pairs-title = Goes with { $title }
recommend-pairs-none = I don't know yet what goes with **{ $title }**: too little of it was used or liked together with anything.
recommend-swap-title = Instead of { $title }
recommend-swap-none = I don't know yet what could take the place of **{ $title }**.
recommend-together = together { $number ->
    [one] { $number } time
   *[other] { $number } times
}
recommend-find-title = Found: { $text }
recommend-find-words = I can't search by meaning at the moment, so I looked for the words.
recommend-find-faint = Nothing here is clearly about that. This comes nearest:
recommend-find-none = I find nothing about *{ $text }*. Try other words, or wish for it with `{ -shelf-suggest }`.

## Taste and twins.

recommend-taste-title = Your taste: { $shelf }
recommend-taste-apart = More yours than the others'
recommend-taste-apart-shelf = What you pick out
recommend-taste-tag = **{ $tag }**: { $mine } % of what you like, { $others } % of what the others like
recommend-taste-tag-shelf = **{ $tag }**: { $mine } % of what you like, { $others } % of what is on the shelf
recommend-taste-none = Like a few things first, and I can draw your taste. Begin with `{ -rate }`.
recommend-twins-title = Taste twins: { $shelf }
recommend-twins-off = Only members who want to be found are found, and you are not among them yet. If you join, others who joined see how alike your tastes are, in per cent, how many things you both like, and which. Never a rating beyond that.
recommend-twins-none = Nobody else who joined has a taste like yours yet, or you like too little in common.
recommend-twins-in = You are in: from now on you can be found.
recommend-twins-out = You are out: nobody finds you any more, and you find nobody.
recommend-twins-line = { $member } · { $alike } % alike · { $shared ->
    [one] { $shared } thing
   *[other] { $shared } things
} you both like
recommend-button-join = Be found
recommend-button-leave = Don't be found
