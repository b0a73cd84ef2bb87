"""Names the parts of a map by the tags that are at home there."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from recsys.opinions import Floats, Ints
from recsys.picks import Region

_FEWEST, _REGION_APART = 4, 0.3
_ROUNDS = 12
"""Clusters are found in so many rounds."""
_NEARLY, _MOST, _AND = 0.5, 0.5, " + "


def regions(places: Floats, tags: Sequence[Collection[str]], limit: int = 13) -> list[Region]:
    """The parts of a map by the tags that tell most of them, none near another.

    Every part is some cluster of items, so that what has many does not go without a name. A tag
    counts by how many of them have it, and by how much more often it stands there than elsewhere;
    one on less than four of them is not at home there. None names two parts: the second is called
    by two tags, which most there have.
    """
    if len(places) < _FEWEST:
        return []
    chosen: list[Region] = []
    for part in _parts(places, tags, limit):
        name = part.name([one.tag for one in chosen])
        if not name:
            continue
        held = [row for row in part.rows if tags[row] and set(name) <= set(tags[row])]
        x, y = np.median(places[held], axis=0)
        if all(np.hypot(x - one.x, y - one.y) >= _REGION_APART for one in chosen):
            chosen.append(Region(_AND.join(name), float(x), float(y), len(held)))
    return chosen


@dataclass(frozen=True, slots=True)
class _Part:
    """A cluster of items, and what its tags tell of it: worth and share, the best tag first."""

    rows: Sequence[int]
    tags: Sequence[tuple[str, float, float]]

    @property
    def common(self) -> tuple[str, ...]:
        """The tags, two at most, that most items here have."""
        return tuple(tag for tag, _, share in self.tags if share >= _MOST)[:2]

    def name(self, taken: Collection[str]) -> tuple[str, ...]:
        """One tag that tells nearly as much as the best, or two that most have, or none."""
        if not self.tags:
            return ()
        best = self.tags[0][1]
        for tag, worth, _ in self.tags:
            if tag not in taken and worth >= _NEARLY * best:
                return (tag,)
        return self.common if len(self.common) > 1 and _AND.join(self.common) not in taken else ()


def _parts(places: Floats, tags: Sequence[Collection[str]], number: int) -> list[_Part]:
    """So many clusters of items at most: those that one tag tells before those that two do.

    Otherwise a tag would name what is only half of its kind. Then those of which it tells most.
    """
    part, everywhere = _clusters(places, number), _counts(tags)
    found = []
    for one in np.unique(part).tolist():
        rows: list[int] = np.flatnonzero(part == one).tolist()
        shares = {
            tag: (inside, inside / len(rows))
            for tag, inside in _counts([tags[row] for row in rows]).items()
            if inside >= _FEWEST
        }
        worths = [
            (tag, inside * float(np.log(share * len(places) / everywhere[tag])), share)
            for tag, (inside, share) in shares.items()
        ]
        telling = [x for x in worths if x[1] > 0]
        found.append(_Part(rows, sorted(telling, key=lambda x: (-x[1], x[0]))))
    return sorted(found, key=lambda x: (len(x.common) > 1, -x.tags[0][1] if x.tags else 0.0))


def _clusters(places: Floats, number: int) -> Ints:
    """The cluster of every item, by k-means from places that lie far apart."""
    middles = [places.mean(axis=0)]
    while len(middles) < min(number, len(places)):
        far = np.min([((places - one) ** 2).sum(axis=1) for one in middles], axis=0)
        middles.append(places[int(far.argmax())])
    centres = np.array(middles)
    for _ in range(_ROUNDS):
        part = ((places[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
        sizes = np.bincount(part, minlength=len(centres))[:, None]
        sums = np.column_stack([np.bincount(part, axis, len(centres)) for axis in places.T])
        centres = np.where(sizes > 0, sums / np.maximum(sizes, 1), centres)
    return np.asarray(part)


def _counts(tags: Sequence[Collection[str]]) -> Counter[str]:
    return Counter(tag for held in tags for tag in set(held))
