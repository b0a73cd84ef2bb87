"""The way a board went, guess by guess: what players look back on."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from embedding.words.neighbors import one_of_a_family
from embedding.words.table import WordTable
from game.heat import Band, band, heat
from game.model import Entry
from game.rules import gives_away
from game.scoring import Scores

TURN = 2.0
"""A turning point brings the best rank down to one in so many at least."""


@dataclass(frozen=True, slots=True)
class Step:
    """A guess or a hint on the way.

    `attempt` counts the guesses of this journey from 1; a hint has that of the guess before it (0
    before the first). `best` is the lowest rank seen so far, this step's among them. A step whose
    word may not be seen has the empty one.
    """

    attempt: int
    word: str
    rank: int
    heat: float
    band: Band
    hint: bool
    best: int
    improves: bool

    @property
    def found(self) -> bool:
        """Whether this guess is the secret."""
        return self.rank == 0


@dataclass(frozen=True, slots=True)
class Journey:
    """All steps in their order; `turning` is the index of the turning point, if there is one."""

    steps: tuple[Step, ...]
    turning: int | None

    @property
    def attempts(self) -> int:
        """How many guesses it has."""
        return self.steps[-1].attempt if self.steps else 0

    @property
    def best(self) -> Step | None:
        """The step nearest to the secret, the earliest of equals; None where there is none."""
        return min(self.steps, key=lambda step: step.rank, default=None)

    def veiled(self, keep: Iterable[str] = ()) -> "Journey":
        """The same journey with every word hidden but those."""
        kept = frozenset(keep)
        steps = (x if x.word in kept else replace(x, word="") for x in self.steps)
        return replace(self, steps=tuple(steps))


def journey(entries: Iterable[Entry], size: int, member_id: int | None = None) -> Journey:
    """The journey of a board of `size` words, or of that one member on a shared board.

    Exploring after the end is no part of it. Ranks that an older and longer list of words gave
    count as the last one of this.
    """
    steps: list[Step] = []
    attempt = 0
    for entry in sorted(entries, key=lambda entry: entry.position):
        counts = entry.hint or entry.attempt is not None
        if counts and member_id in (None, entry.member_id):
            attempt += not entry.hint
            steps.append(_step(entry, attempt, size, steps[-1].best if steps else None))
    return Journey(tuple(steps), turning_point(steps))


def _step(entry: Entry, attempt: int, size: int, before: int | None) -> Step:
    rank = min(entry.rank, size - 1)
    improves = before is None or rank < before
    return Step(
        attempt=attempt,
        word=entry.word,
        rank=rank,
        heat=heat(rank, size),
        band=band(rank),
        hint=entry.hint,
        best=rank if before is None or improves else before,
        improves=improves,
    )


def turning_point(steps: Sequence[Step]) -> int | None:
    """The index of the guess that brought the best rank down by the largest ratio.

    Ranks are compared as log(rank + 1), as heat does; of equal falls the first one counts. Neither
    the first step, which nothing came before, nor a hint, nor the find, which is the end and not
    the turn, can be it, nor a fall to more than half. None where nothing is left.
    """
    falls = [
        (math.log(before.best + 1) - math.log(step.rank + 1), -at)
        for at, (before, step) in enumerate(pairwise(steps), start=1)
        if step.improves and not step.hint and not step.found
    ]
    fall, at = max(falls, default=(0.0, 0))
    return -at if fall >= math.log(TURN) - 1e-9 else None


def longest_wait(steps: Sequence[Step]) -> Step | None:
    """The best step so far at the start of the longest run of steps that brought nothing nearer.

    The earliest of equally long ones; None where every step came nearer, or there is none.
    """
    waits: list[tuple[int, int]] = []
    since = 0
    for at, step in enumerate(steps):
        since = at if step.improves else since
        waits.append((at - since, -since))
    length, start = max(waits, default=(0, 0))
    return steps[-start] if length else None


def bridge(table: WordTable, scores: Scores, used: Iterable[int], start: int) -> int | None:
    """The unused word that best leads from the row `start` to the secret; None if there is none.

    It is nearer to the secret than `start`, and of all such words the one whose smaller cosine, to
    either of the two, is highest. It may be listed and does not spell the secret.
    """
    similarity = np.minimum(table.similarities(start), scores.similarity)
    nearer = scores.rank < scores.rank[start]
    order = np.argsort(-np.where(nearer, similarity, -np.inf), kind="stable")
    avoid = {start, scores.secret, *used}
    secret = table.words[scores.secret]
    for row in one_of_a_family(table, order[: int(nearer.sum())], avoid):
        if not gives_away(table.words[row], secret):
            return row
    return None
