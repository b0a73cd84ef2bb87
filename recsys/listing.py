"""Makes the list of what to try next, and says why each thing is on it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from recsys.learned import Known, Learned
from recsys.meaning import Wish
from recsys.metrics import rank, top
from recsys.nouns import Opinion, Verdict
from recsys.opinions import Floats, Ints
from recsys.ordering import Order, by_mood, by_taste, within
from recsys.picks import Basis, Explanation, Pick, Picks, Reason, Standing, Term
from recsys.rank import FLOOR, diversify, explore, places, suits_all, unit_range
from recsys.weights import liked

_POOL = 200
"""So many of the best candidates are looked at for diversity."""
_REACH = 50
"""So far down a surprise may come from, and from no lower half of what is left."""
_DISLIKED = 2.5
"""Up to so many stars a low rating says that something is not liked; three may be quite good."""
_REASONS, _SHARED = 3, 3


class Lister:
    """Lists for one member or several; whoever makes it holds the model's lock."""

    def __init__(
        self,
        learned: Learned,
        known: Mapping[int, Known],
        said: Mapping[int, Sequence[Opinion]],
    ) -> None:
        self._learned, self._known, self._said = learned, known, said

    def picks(
        self, rng: np.random.Generator, *, number: int, wish: Wish | None, dial: float,
        surprise: bool, without: Collection[int] = (),
    ) -> Picks:  # fmt: skip
        """The list, without the items of these ids: they were shown before."""
        scores, barred = self._scored(), self._barred()
        order = self._order(scores, barred, wish)
        shown = [self._learned.rows[one] for one in without if one in self._learned.rows]
        order = replace(order, relevance=rank(order.relevance, shown))
        chosen, surprising = self._choose(order, rng if surprise else None, number, dial)
        suits = _suits(rank(scores[0], barred), order, wish)
        on_shelf = len(self._learned.items) - len(self._learned.gone)
        picks = tuple(
            Pick(
                self._learned.items[row],
                float(scores[:, row].mean()),
                cold=self._cold(row),
                explored=row == surprising,
                compromise=not order.fair[row],
                wished=_is_wished(wish, order, row),
            )
            for row in chosen
        )
        return Picks(
            self._learned.shelf,
            tuple(self._known),
            tuple(
                self._with_reasons(pick, row) if suits[row] else pick
                for row, pick in zip(chosen, picks, strict=True)
            ),
            self._basis(),
            len(self._learned.items) - len(barred),
            on_shelf,
            wish is None or wish.by_meaning,
            self._standings(scores, barred, chosen),
            int(np.isfinite(order.relevance).sum()) - len(chosen),
            wish is not None and wish.faint,
        )

    def explain(self, row: int, member_id: int, wish: Wish | None = None) -> Explanation:
        """All that adds up to a member's score of the item in a row, and to its place on a list."""
        item = self._learned.items[row]
        opinions = {opinion.item_id: opinion for opinion in self._said[member_id]}
        terms, later = self._place(row, wish)
        return Explanation(
            item,
            float(self._scores(self._known[member_id])[row]),
            self._learned.model.base(row),
            tuple(sorted(self._reasons(row, member_id), key=lambda reason: -abs(reason.amount))),
            self._shared(row),
            self._cold(row),
            opinions.get(item.id),
            terms,
            later,
        )

    def _place(self, row: int, wish: Wish | None) -> tuple[tuple[Term, ...], bool]:
        """What adds up to its place, and whether that is behind all that is nearer to a mood."""
        if wish is None and len(self._known) < 2:
            return (), False
        # As before the item itself was rated, if it was meanwhile.
        order = self._order(self._scored(), np.setdiff1d(self._barred(), [row]), wish)
        terms = tuple(Term(side, float(x[row]), most) for side, x, most in order.sides)
        return terms, wish is not None and bool(order.tiers[row])

    def _order(self, scores: Floats, barred: Ints, wish: Wish | None) -> Order:
        """What the list goes by.

        Only who has rated something has a say in it; where nobody has, the common order does.
        """
        rated = np.array([len(known.rows) > 0 for known in self._known.values()])
        known = bool(rated.any())
        allowed = np.array([rank(row, barred) for row in (scores[rated] if known else scores[:1])])
        shared = len(rated) > 1 and known
        fair = suits_all(allowed) if shared else np.ones(scores.shape[1], bool)
        return by_taste(allowed, fair) if wish is None else by_mood(allowed, fair, wish)

    def _standings(
        self, scores: Floats, barred: Ints, chosen: Sequence[int]
    ) -> tuple[Standing, ...]:
        if len(scores) < 2:
            return ()
        nowhere = np.isin(np.arange(scores.shape[1]), barred)
        ranges = [places(row, nowhere) for row in scores]
        return tuple(
            Standing(member, float(own[list(chosen)].mean()) if chosen else 0.0, len(known.rows))
            for (member, known), own in zip(self._known.items(), ranges, strict=True)
        )

    def _scored(self) -> Floats:
        """The scores of all items for each of them, shape (members, items)."""
        return np.array([self._scores(known) for known in self._known.values()])

    def _scores(self, known: Known) -> Floats:
        return self._learned.model.scores(known.rows, known.weights, known.rater)

    def _barred(self) -> Ints:
        """The rows of what is gone, and of what any of them has said anything about."""
        said = [
            self._learned.rows[opinion.item_id]
            for held in self._said.values()
            for opinion in held
            if opinion.item_id in self._learned.rows
        ]
        return np.unique([*self._learned.gone.tolist(), *said]).astype(int)

    def _choose(
        self, order: Order, rng: np.random.Generator | None, number: int, dial: float
    ) -> tuple[list[int], int | None]:
        """The rows of the list, and the one that is a surprise; a tier only after those before."""
        chosen, found = list[int](), None
        for tier in np.flatnonzero(np.bincount(order.tiers[np.isfinite(order.relevance)])):
            if len(chosen) == number:
                break
            relevance = np.where(order.tiers == tier, order.relevance, -np.inf)
            more, found = self._chosen(relevance, number - len(chosen), dial, rng)
            chosen += more
        return chosen, found

    def _chosen(
        self, relevance: Floats, number: int, dial: float, rng: np.random.Generator | None = None
    ) -> tuple[list[int], int | None]:
        pool = top(relevance, max(_POOL, number))
        worth = unit_range(relevance[pool])
        chosen = diversify(worth, self._learned.features.unit(pool), number, dial)
        found = None
        if rng is not None:
            left = int(np.isfinite(worth).sum()) - len(chosen)
            chosen, found = explore(chosen, worth, min(_REACH, max(1, left // 2)), rng)
        return [int(pool[place]) for place in chosen], None if found is None else int(pool[found])

    def _with_reasons(self, pick: Pick, row: int) -> Pick:
        """The pick with what the first of them said, where all of that together speaks for it."""
        reasons = self._reasons(row, next(iter(self._known)))
        speaking = sorted((x for x in reasons if x.amount > 0), key=lambda x: -x.amount)
        support = sum(reason.amount for reason in speaking)
        against = support - sum(reason.amount for reason in reasons)
        if support <= against:
            return pick
        because, shared = tuple(speaking[:_REASONS]), self._shared(row)
        return replace(pick, because=because, shared=shared, support=support, against=against)

    def _reasons(self, row: int, member_id: int) -> list[Reason]:
        """What every rating of a member's adds to their score of a row."""
        known = self._known[member_id]
        parts = self._learned.model.contributions(known.rows, known.weights, row, known.rater)
        return [Reason(self._learned.items[part.item], part.amount, member_id) for part in parts]

    def _shared(self, row: int) -> tuple[str, ...]:
        """The tags of an item that most of what the first of them likes has, too."""
        known = next(iter(self._known.values()))
        tags_liked = Counter(
            tag
            for place in known.rows[liked(known.weights)].tolist()
            for tag in self._learned.items[place].tags
        )
        tags = sorted(self._learned.items[row].tags, key=lambda tag: -tags_liked[tag])
        return tuple(tag for tag in tags if tags_liked[tag])[:_SHARED]

    def _cold(self, row: int) -> bool:
        return not self._learned.model.counts[row]

    def _basis(self) -> Basis:
        if len(self._known) > 1:
            return Basis.SHARED
        rated = [x for held in self._said.values() for x in held if x.verdict.rated]
        if not rated:
            return Basis.NOTHING
        if any(opinion.verdict is Verdict.LIKE for opinion in rated):
            return Basis.TASTE
        return Basis.ONLY_LOW if all(map(_disliked, rated)) else Basis.LUKEWARM


def _suits(scores: Floats, order: Order, wish: Wish | None) -> NDArray[np.bool_]:
    """Which items a member's taste may be told as a reason for: in a mood, what it counted for.

    That is the better half of what is about as near to it, and of all that there is.
    """
    if wish is None or wish.open:
        return np.ones(len(scores), bool)
    overall = within(scores, np.zeros(len(scores), int))
    return np.asarray(np.minimum(within(scores, order.tiers), overall) >= FLOOR)


def _disliked(opinion: Opinion) -> bool:
    return opinion.stars is None or opinion.stars <= _DISLIKED


def _is_wished(wish: Wish | None, order: Order, row: int) -> bool:
    """Whether a mood is what brought it: it is among the nearest, and not by chance."""
    if wish is None or wish.open or wish.faint:
        return False
    return not order.tiers[row] and wish.nearness[row] > 0
