"""Simulated players: they guess, see the heat, and follow what warm words bring to mind."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from random import Random
from statistics import NormalDist

from embedding.words.table import WordTable
from game.mind import Mind, Thoughts

PATIENCE = 200
"""So many guesses a simulated player makes before giving up."""
# A player knows nearly all words this far above the floor, and hardly any this far below.
_FLOOR_WIDTH = 0.15
# Words as cold as this are followed up by nobody.
_WORTHLESS = 0.002
# Misjudgements are drawn from so many quantiles: quicker than a fresh normal number each.
_QUANTILES = 256
ROUNDS = 4
"""So often a player goes through all categories of words at random."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How well a simulated player plays.

    `floor` is the Zipf frequency of which the player knows half of the words. `thoughts` is how
    many associations of a word come to mind, `noise` the spread of the logarithm by which each is
    misjudged. `focus` is how much more a warmer word counts: the power of its warmth. `openings`
    is how many words of all kinds are tried first, and `stuck` after how many guesses that bring
    nothing warmer another of them is.
    """

    name: str
    floor: float
    thoughts: int
    noise: float
    focus: float
    openings: int
    stuck: int


BEGINNER = Strength("beginner", 3.4, 12, 0.8, 2.0, 6, 10)
MIDDLING = Strength("middling", 3.0, 20, 0.5, 3.0, 10, 12)
EXPERT = Strength("expert", 2.6, 40, 0.2, 5.0, 10, 8)
STRENGTHS = (BEGINNER, MIDDLING, EXPERT)


class Player:
    """One who plays by one strength on one word table; keeps nothing between games."""

    def __init__(self, table: WordTable, mind: Mind, strength: Strength) -> None:
        self._mind = mind
        self._strength = strength
        self._knows = [_chance(float(zipf) - strength.floor) for zipf in table.zipf]
        size = len(table)
        self._worth = [_warmth(rank, size) ** strength.focus for rank in range(size)]
        self._misjudgements = _quantiles(strength.noise)

    def play(self, ranks: Sequence[int], rng: Random, patience: int = PATIENCE) -> list[int]:
        """The rows guessed, in order, none twice; the last has rank 0 where the secret was found.

        `ranks` has each row's rank for the secret. The game ends at the secret, after `patience`
        guesses, or when nothing more comes to mind.
        """
        strength = self._strength
        game = _Game(self._knows, self._misjudgements, rng)
        openings = _openings(self._mind, rng)
        guesses: list[int] = []
        best, since = len(ranks), 0
        while len(guesses) < patience:
            fresh = len(guesses) < strength.openings or since >= strength.stuck
            row = game.opening(openings) if fresh else None
            row = game.next() if row is None else row
            row = game.opening(openings) if row is None else row
            if row is None:
                break
            guesses.append(row)
            game.said.add(row)
            rank = ranks[row]
            if rank == 0:
                break
            since = 0 if rank < best or fresh else since + 1
            best = min(best, rank)
            if self._worth[rank] >= _WORTHLESS:
                game.think(self._mind.thoughts(row)[: strength.thoughts], self._worth[rank])
        return guesses


class _Game:
    """The words that have come to mind in one game, by how promising they seem."""

    def __init__(self, knows: Sequence[float], misjudged: Sequence[float], rng: Random) -> None:
        self.said: set[int] = set()
        self._knows = knows
        self._misjudged = misjudged
        self._draw = rng.random
        self._appeal: dict[int, float] = {}
        self._misjudges: dict[int, float] = {}  # 0 for a word the player does not know
        self._heap: list[tuple[float, int]] = []

    def think(self, thoughts: Thoughts, worth: float) -> None:
        """Let a guess worth so much bring words to mind, or make those there more promising."""
        said, misjudges, appeals = self.said, self._misjudges, self._appeal
        for row, strength in thoughts:
            if row in said:
                continue
            misjudged = misjudges.get(row)
            if misjudged is None:
                misjudged = misjudges[row] = self._misjudge(row)
            if misjudged:
                # Several warm words that lead to one and the same are a good sign.
                appeal = appeals[row] = appeals.get(row, 0.0) + strength * worth * misjudged
                heappush(self._heap, (-appeal, row))

    def next(self) -> int | None:
        """The most promising word not said yet; None where there is none."""
        while self._heap:
            appeal, row = heappop(self._heap)
            if row not in self.said and -appeal == self._appeal[row]:
                return row
        return None

    def opening(self, openings: Iterator[int]) -> int | None:
        """The next opening not said yet; None where there is none."""
        return next((row for row in openings if row not in self.said), None)

    def _misjudge(self, row: int) -> float:
        if self._draw() >= self._knows[row]:
            return 0.0
        return self._misjudged[int(self._draw() * _QUANTILES)]


def _openings(mind: Mind, rng: Random) -> Iterator[int]:
    """Words of every category in turn, the categories shuffled anew for each round."""
    kinds = list(mind.openings)
    for _ in range(ROUNDS):
        rng.shuffle(kinds)
        yield from (rows[int(rng.random() * len(rows))] for rows in kinds)
    yield from (row for rows in kinds for row in rows)  # whatever chance has left out


def _quantiles(noise: float) -> list[float]:
    """Factors that are log-normal with that spread, one of each quantile."""
    normal = NormalDist()
    places = [(number + 0.5) / _QUANTILES for number in range(_QUANTILES)]
    return [math.exp(noise * normal.inv_cdf(place)) for place in places]


def _chance(above: float) -> float:
    return 1 / (1 + math.exp(-min(40.0, max(-40.0, above / _FLOOR_WIDTH))))


def _warmth(rank: int, size: int) -> float:
    """What the heat shown tells: 1 at the secret, falling with the logarithm of the rank."""
    return 1 - math.log(rank + 1) / math.log(size + 1)
