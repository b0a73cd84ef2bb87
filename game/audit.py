"""Audits candidates: the fairness gate and par for each, then difficulties over all that pass."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from embedding.players.artifact import Associates
from embedding.words.table import WordTable
from game.fairness import Fairness, Gate
from game.par import ParReport, Players
from game.pool import MIDDLE, Pool, Rating, fingerprint
from game.scoring import score
from game.simulate import BEGINNER, EXPERT, MIDDLING

GAMES = {BEGINNER: 9, MIDDLING: 31, EXPERT: 9}
"""How many games an audit plays for a word; the par's standard error is about a tenth of it."""
LEAST_SOLVED = 0.6
"""The middling player must solve so many of the games, or the word is too hard to be a secret."""
# How many of seven days want each difficulty (see `game.choose.WEEK`): the pool is divided in that
# proportion, so that no difficulty runs out long before the others.
_DEMAND = (1, 2, 2, 1, 1)


@dataclass(frozen=True, slots=True)
class Audited:
    """A candidate with what gate and players say of it."""

    fairness: Fairness
    report: ParReport

    @property
    def word(self) -> str:
        """The candidate."""
        return self.fairness.word

    @property
    def solvable(self) -> bool:
        """Whether the middling player finds it often enough."""
        return self.report.par is not None and self.report.solved >= LEAST_SOLVED

    @property
    def passes(self) -> bool:
        """Whether it may be a secret."""
        return self.fairness.fair and self.solvable


class Auditor:
    """Audits words of one table."""

    def __init__(self, table: WordTable, associates: Associates) -> None:
        self._table = table
        self._gate = Gate(table)
        self._players = Players(table, associates)

    def audit(self, rows: Iterable[int], seed: int = 0) -> Iterator[Audited]:
        """Judge and play each row; a word's result hangs on the seed and on nothing before it."""
        for row in rows:
            scores = score(self._table, row)
            rng = Random(f"{seed}:{self._table.words[row]}")  # noqa: S311  # games, not secrets
            report = self._players.par(row, GAMES, rng, scores)
            yield Audited(self._gate.judge(row, scores), report)


def make_pool(table: WordTable, audited: Sequence[Audited]) -> Pool:
    """The pool of those that pass, the easiest seventh rated 1 and the hardest seventh 5.

    Difficulty is an order within the pool: by the middling player's par, lengthened by the games
    that player loses. Equal ones are ordered by the word.
    """
    kept = sorted((x for x in audited if x.passes), key=lambda x: (_hardness(x), x.word))
    ratings = {}
    for place, item in enumerate(kept):
        par = item.report.par
        if par is not None:
            ratings[item.word] = Rating(par, _difficulty(place / len(kept)))
    return Pool(fingerprint(table), ratings)


def rate(pool: Pool, item: Audited) -> Rating | None:
    """The rating of a word: the pool's own, or by where its par stands among the pool's.

    None where the middling player mostly fails.
    """
    par = item.report.par
    if item.word in pool.ratings or par is None:
        return pool.ratings.get(item.word)
    pars = [rating.par for rating in pool.ratings.values()]
    if not pars:
        return Rating(par, MIDDLE)
    easier = sum(other < par for other in pars) + sum(other == par for other in pars) / 2
    return Rating(par, _difficulty(easier / len(pars)))


def _hardness(item: Audited) -> float:
    return (item.report.par or math.inf) / item.report.solved


def _difficulty(place: float) -> int:
    """The difficulty of a word before which such a share of the pool stands."""
    share = 0.0
    for difficulty, days in enumerate(_DEMAND, start=1):
        share += days / sum(_DEMAND)
        if place < share:
            return difficulty
    return len(_DEMAND)
