"""Makes the list of what to try next, and says why each thing is on it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from recsys.learned import Known, Learned
from recsys.meaning import Wish
from recsys.metrics import rank, top
from recsys.nouns import Opinion, Verdict
from recsys.opinions import Floats, Ints
from recsys.picks import Basis, Explanation, Pick, Picks, Reason, Side, Standing, Term
from recsys.rank import diversify, explore, group, halves, suits_all, unit_range
from recsys.weights import liked

_POOL = 200
"""So many of the best candidates are looked at for diversity."""
_REACH = 50
"""So far down a surprise may come from, and from no lower half of what is left."""
_MOOD = 0.6
"""What a mood counts beside taste."""
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
        allowed = np.array([rank(row, barred) for row in scores])
        shown = [self._learned.rows[one] for one in without if one in self._learned.rows]
        relevance = rank(_relevance(allowed, wish), shown)
        fair = self._fair(allowed)
        # A mood goes before what suits all: who wishes for something wants to find it.
        first = fair if wish is None else np.ones_like(fair)
        chosen, surprising = self._choose(relevance, first, rng, number, dial, surprise)
        on_shelf = len(self._learned.items) - len(self._learned.gone)
        return Picks(
            self._learned.shelf,
            tuple(self._known),
            tuple(
                self._pick(row, scores[:, row], explored=row == surprising, fair=bool(fair[row]))
                for row in chosen
            ),
            self._basis(),
            len(self._learned.items) - len(barred),
            on_shelf,
            wish is None or wish.by_meaning,
            self._standings(scores, barred, chosen),
            int(np.isfinite(relevance).sum()) - len(chosen),
            wish is not None and wish.faint,
        )

    def explain(self, row: int, member_id: int, wish: Wish | None = None) -> Explanation:
        """All that adds up to a member's score of the item in a row, and to its place on a list."""
        item = self._learned.items[row]
        opinions = {opinion.item_id: opinion for opinion in self._said[member_id]}
        reasons = [reason for reason in self._reasons(row) if reason.member_id == member_id]
        return Explanation(
            item,
            float(self._scores(self._known[member_id])[row]),
            self._learned.model.base(row),
            tuple(sorted(reasons, key=lambda reason: -abs(reason.amount))),
            self._shared(row),
            self._cold(row),
            opinions.get(item.id),
            self._terms(row, wish),
        )

    def _terms(self, row: int, wish: Wish | None) -> tuple[Term, ...]:
        if wish is None and len(self._known) < 2:
            return ()
        # As before the item itself was rated, if it was meanwhile.
        barred = np.setdiff1d(self._barred(), [row])
        allowed = np.array([rank(scores, barred) for scores in self._scored()])
        if wish is None:
            average, least = halves(allowed)
            return (
                Term(Side.AVERAGE, float(average[row]), 0.5),
                Term(Side.LEAST, float(least[row]), 0.5),
            )
        near, joint = _sides(allowed, wish)
        return (
            Term(Side.MOOD, float(near[row]), _MOOD),
            Term(Side.TASTE, float(joint[row]), 1 - _MOOD),
        )

    def _standings(
        self, scores: Floats, barred: Ints, chosen: Sequence[int]
    ) -> tuple[Standing, ...]:
        ranges = [unit_range(rank(row, barred)) for row in scores]
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

    def _fair(self, allowed: Floats) -> NDArray[np.bool_]:
        """What suits all of them; whose taste is not known has no say in it."""
        rated = [len(known.rows) > 0 for known in self._known.values()]
        if len(rated) < 2 or not any(rated):
            return np.ones(allowed.shape[1], bool)
        return suits_all(allowed[rated])

    def _choose(
        self, relevance: Floats, first: NDArray[np.bool_], rng: np.random.Generator, number: int,
        dial: float, surprise: bool,
    ) -> tuple[list[int], int | None]:  # fmt: skip
        """The rows of the list, and the one that is a surprise; the rest only after the first."""
        foremost = np.where(first, relevance, -np.inf)
        chosen, found = self._chosen(foremost, number, dial, rng if surprise else None)
        if len(chosen) < number:
            others = np.where(first, -np.inf, relevance)
            chosen += self._chosen(others, number - len(chosen), dial)[0]
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

    def _pick(self, row: int, scores: Floats, *, explored: bool, fair: bool) -> Pick:
        reasons = sorted(self._reasons(row), key=lambda reason: -reason.amount)
        return Pick(
            self._learned.items[row],
            float(scores.mean()),
            tuple(reason for reason in reasons[:_REASONS] if reason.amount > 0),
            self._shared(row),
            self._cold(row),
            explored,
            sum(reason.amount for reason in reasons if reason.amount > 0),
            not fair,
        )

    def _reasons(self, row: int) -> list[Reason]:
        """What every rating adds to the score of a row; in a group, to its member's."""
        return [
            Reason(self._learned.items[part.item], part.amount, member)
            for member, known in self._known.items()
            for part in self._learned.model.contributions(
                known.rows, known.weights, row, known.rater
            )
        ]

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
        verdicts = {opinion.verdict for held in self._said.values() for opinion in held}
        if Verdict.LIKE in verdicts:
            return Basis.TASTE
        return Basis.ONLY_LOW if Verdict.LOW in verdicts else Basis.NOTHING


def _relevance(allowed: Floats, wish: Wish | None) -> Floats:
    """What the list goes by, from each one's scores, shape (members, items)."""
    return group(allowed) if wish is None else np.asarray(np.sum(_sides(allowed, wish), axis=0))


def _sides(allowed: Floats, wish: Wish) -> tuple[Floats, Floats]:
    """What the mood adds, and what taste does."""
    joint = group(allowed)
    near = unit_range(np.where(np.isfinite(joint), wish.nearness, -np.inf))
    return np.asarray(_MOOD * near), np.asarray((1 - _MOOD) * unit_range(joint))
