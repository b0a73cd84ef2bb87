"""A small word table whose geometry is known, the real one, and a game to play on either."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import numpy as np
import pytest

from embedding.words.artifact import load_words
from embedding.words.table import WordTable
from game.memory.store import MemoryGameStore
from game.model import Mode
from game.play import Game
from game.puzzles import Puzzles
from game.records import Records
from game.scoring import ScoreBook
from game.spelling import Speller
from game.turn import Choice, Turn
from game.views import Words

SERVER, CHANNEL, ANNE = 900, 800, 1
REAL_WORDS = Path(__file__).parents[2] / "game" / "data" / "words.warmer"
# Every word lies on a half circle, one step after the other: who is near whom is the distance in
# this list, but for rounding to whole numbers, which so few steps survive.
CIRCLE = (
    "anchor", "badger", "candle", "desert", "engine", "forest", "guitar", "harbor", "island",
    "jungle", "kettle", "ladder", "marble", "needle", "orchid", "pencil", "quartz", "ribbon",
    "saddle", "temple", "uncle", "violin", "walnut", "xenon", "yellow", "zipper",
)  # fmt: skip
SECRETS = tuple(word for word in CIRCLE if word not in {"xenon", "yellow"})


def circle_table() -> WordTable:
    """Words a step apart on a half circle; word i's neighbours are i - 1 and i + 1."""
    angles = [math.pi * step / len(CIRCLE) for step in range(len(CIRCLE))]
    points = [(127 * math.cos(angle), 127 * math.sin(angle)) for angle in angles]
    return WordTable(
        version="circle-1",
        words=CIRCLE,
        vectors=np.rint(points).astype(np.int8),
        forms={"anchors": 0, "badgers": 1, "forests": 5, "went": 9},
        secrets=np.array([CIRCLE.index(word) for word in SECRETS], np.int32),
        parts="n" * len(CIRCLE),
        zipf=np.full(len(CIRCLE), 4, np.float32),
        glosses=[f"what {word} means" for word in CIRCLE],
    )


@pytest.fixture(scope="session")
def circle() -> WordTable:
    """The small table: words a step apart on a half circle."""
    return circle_table()


@pytest.fixture(scope="session")
def real_words() -> WordTable:
    """The table that players use."""
    return load_words(REAL_WORDS)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time now."""
        return self.now

    def advance(self, **span: float) -> None:
        """Move on by a span."""
        self.now += timedelta(**span)


@dataclass
class Table:
    """Everything a test needs to play: the use cases, and what they stand on."""

    words: WordTable
    zone: str = "UTC"
    seed: int = 1
    store: MemoryGameStore = field(default_factory=MemoryGameStore)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self._interactions = count(1)
        self.book = ScoreBook(self.words)
        self.puzzles = Puzzles(self.store, self.words, self.clock, Random(self.seed), self.zone)
        kit = Words(self.words, self.book, Speller(self.words).suggest)
        self.game = Game(self.store, self.puzzles, kit, self.clock)
        self.records = Records(self.store, self.puzzles)

    def turn(
        self,
        member: int = ANNE,
        puzzle: Choice | None = None,
        mode: Mode | None = None,
        *,
        server: int = SERVER,
        channel: int = CHANNEL,
    ) -> Turn:
        """A turn with an interaction of its own."""
        return Turn(server, channel, member, next(self._interactions), puzzle, mode)

    def secret(self, turn: Turn) -> str:
        """What the puzzle of a turn hides, by way of the store's back door."""
        return self.puzzles.find(turn).puzzle.secret

    def wrong(self, turn: Turn, number: int = 0) -> str:
        """A word that is not the secret of that turn and hurts nobody, the farthest first."""
        row = self.words.row(self.secret(turn))
        assert row is not None
        order = self.book.scores(row).order
        return self.words.words[int(order[~self.words.hidden[order]][-1 - number])]

    def solve(self, member: int = ANNE, puzzle: Choice | None = None, misses: int = 0) -> None:
        """Play a puzzle to its end."""
        turn = self.turn(member, puzzle)
        for number in range(misses):
            self.game.guess(self.turn(member, puzzle), self.wrong(turn, number))
        self.game.guess(self.turn(member, puzzle), self.secret(turn))

    def contents(self) -> object:
        """Everything stored, to see that nothing changed."""
        return self.store._state.copy()


@pytest.fixture
def play(circle: WordTable) -> Table:
    """A game on the small table, at noon on the 4th of May in UTC."""
    return Table(circle)


@pytest.fixture
def make_play(circle: WordTable) -> Callable[..., Table]:
    """Makes games on the small table in other zones, of other seeds, or on a store in use."""

    def make(**changes: object) -> Table:
        return Table(circle, **changes)  # type: ignore[arg-type]  # each test names its fields

    return make
