"""Finds a member's twins in taste."""

from collections.abc import Collection, Sequence

from recsys.learned import Learned
from recsys.picks import Twin

_LEAST_LIKENESS = 0.05


def twins(
    learned: Learned, shelf_id: int, member_id: int, willing: Collection[int]
) -> Sequence[Twin]:
    """Those of the `willing` on a shelf who are alike in taste, the most alike first.

    None for a member of whom the model knows nothing. Whoever asks holds the lock of the model.
    """
    rater = learned.raters.get((shelf_id, member_id))
    if rater is None:
        return []
    likeness = learned.model.raters_alike(rater)
    others = {member: row for (home, member), row in learned.raters.items() if home == shelf_id}
    found = [
        _twin(learned, rater, other, member, float(likeness[other]))
        for member, other in others.items()
        if member != member_id and member in willing and likeness[other] > _LEAST_LIKENESS
    ]
    return sorted(found, key=lambda twin: (-twin.likeness, twin.member_id))


def _twin(learned: Learned, rater: int, other: int, member_id: int, likeness: float) -> Twin:
    mine, theirs = (learned.likes(number) for number in (rater, other))
    shared = [learned.items[row] for row in sorted(mine & theirs)]
    return Twin(member_id, likeness, tuple(shared))
