"""How words are related by WordNet: pairs of rows, and what links them."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


class Kind(IntEnum):
    """What links two words; read as "source KIND target". The numbers stand in the file."""

    SYNONYM = 0
    """They share a meaning (stored both ways round)."""
    KIND_OF = 1
    """The source is a kind of the target: its direct hypernym."""
    PART_OF = 2
    """The source is a part, a member or the stuff of the target."""
    ANTONYM = 3
    """They are opposites, themselves or by a word of the same meaning (both ways round)."""
    SIMILAR = 4
    """Adjectives alike, verbs of one group, or "see also" (both ways round)."""
    DERIVED = 5
    """One is derived from the other: *happy*, *happiness* (both ways round)."""
    ENTAILS = 6
    """Doing the source includes or brings about the target (verbs)."""
    IN_TOPIC = 7
    """The source belongs to the topic named by the target: *goalkeeper*, *soccer*."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One link: `sense` is the number of the source's sense it holds for."""

    source: int
    kind: Kind
    target: int
    sense: int


OTHER_SENSE = 255
"""The number of a sense beyond those the table has a gloss for."""


@dataclass(frozen=True)
class Relations:
    """Links as columns of one length, sorted by source, then kind, then target; none twice.

    `source` and `target` are rows of the word table, `kind` a `Kind`, `sense` the index of the
    source's sense in the table's `senses` (OTHER_SENSE where it has no gloss there).
    """

    source: NDArray[np.int32]
    kind: NDArray[np.uint8]
    target: NDArray[np.int32]
    sense: NDArray[np.uint8]

    @classmethod
    def none(cls) -> "Relations":
        """No links at all."""
        rows, small = np.zeros(0, np.int32), np.zeros(0, np.uint8)
        return cls(rows, small, rows, small)

    def __len__(self) -> int:
        return len(self.source)

    def of(self, row: int) -> list[Relation]:
        """Every link that leads from that row."""
        return self._listed(range(*np.searchsorted(self.source, [row, row + 1]).tolist()))

    def to(self, row: int) -> list[Relation]:
        """Every link that leads to that row, such as from each of its kinds and parts."""
        start, stop = np.searchsorted(self._targets, [row, row + 1]).tolist()
        return self._listed(self._by_target[start:stop].tolist())

    def between(self, source: int, target: int) -> list[Relation]:
        """Every link from one row to the other."""
        return [link for link in self.of(source) if link.target == target]

    def _listed(self, places: "range | list[int]") -> list[Relation]:
        return [
            Relation(
                int(self.source[at]),
                Kind(int(self.kind[at])),
                int(self.target[at]),
                int(self.sense[at]),
            )
            for at in places
        ]

    @cached_property
    def _by_target(self) -> NDArray[np.int64]:
        order: NDArray[np.int64] = np.argsort(self.target, kind="stable")
        return order

    @cached_property
    def _targets(self) -> NDArray[np.int32]:
        return self.target[self._by_target]
