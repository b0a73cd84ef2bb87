## /rate and /ratings: what members make of things.

rate-stars = You give **{ $title }** { $stars }.
rate-like = You like **{ $title }**.
rate-low = **{ $title }** was not your thing.
rate-seen = You know **{ $title }** already, so I leave it out.
rate-dismissed = **{ $title }** is not for you: I won't bring it up again.
rate-none = You have said nothing about **{ $title }** so far.
rate-off-the-shelf = It is not on the shelf any more, but what you say of it still counts.
rate-was = Before, it was: { $before }.
rate-undone = Taken back.
rate-said-like = 👍 liked
rate-said-low = 👎 not your thing
rate-said-seen = 👀 known already
rate-said-dismissed = 🚫 not for you
rate-said-nothing = nothing said
rate-because = Because of that
rate-next = Next for you
rate-next-none = Nothing is left here that I could suggest: you have told me about everything.

rate-button-like = Like
rate-button-low = Dislike
rate-button-seen = Seen
rate-button-dismissed = Not for me
rate-button-undo = Undo
rate-button-rate = Rate
rate-button-rate-it = Rate: { $title }
rate-button-alike = Alike
rate-button-pairs = Goes with
rate-button-swap = Instead
rate-button-earlier = Earlier
rate-button-later = Later
rate-button-mine = My ratings

rate-ambiguous = Several things have *{ $text }* in their title. Which one do you mean?
rate-menu-choose = Choose one
rate-menu-stars = Give stars
rate-menu-change = Choose one to change it

rate-mine-title = What you said about { $shelf }
rate-mine-empty = You have said nothing yet. Begin with `{ -rate }`: three or four ratings are enough for a first list.
rate-mine-gone = not on the shelf any more
rate-mine-page = { $number ->
    [one] { $number } thing
   *[other] { $number } things
} · page { $page } of { $pages }
