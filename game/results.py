"""What the use cases answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from game.errors import GameError
from game.journey import Journey
from game.model import Board, Entry, Mode, PuzzleFace
from game.rules import HINT_PRICES, HintKind
from game.stats import Statistics
from game.veil import Veiled
from game.why import Why


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word with its rank and cosine to the secret."""

    word: str
    rank: int
    similarity: float


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board as its players may see it.

    `entries` are the nearest of its words, nearest first: all of them where a board was asked
    for, a few where something else is answered. Of a shared board they are those that this member
    may read; the others among the nearest are `veiled`. `size` is the number of words that can be
    guessed. `secret` and the `nearest` words to it are there only once the board is finished.
    """

    puzzle: PuzzleFace
    board: Board
    entries: Sequence[Entry]
    size: int
    today: date
    secret: str | None = None
    nearest: Sequence[Neighbour] = ()
    veiled: Sequence[Veiled] = ()


@dataclass(frozen=True, slots=True)
class GuessResult:
    """A guess that was taken. `best_before` is the best rank the board had before it.

    `repeated` says that this very interaction had been taken already and changed nothing now.
    `typed` is the member's own form of the word (*rivers* for `river`).
    """

    view: BoardView
    entry: Entry
    typed: str
    best_before: int | None
    repeated: bool = False

    @property
    def solves(self) -> bool:
        """Whether this guess found the secret while that still counted."""
        return self.entry.rank == 0 and self.entry.attempt is not None


@dataclass(frozen=True, slots=True)
class HintResult:
    """A word nearer to the secret than any on the board, and how many strokes it cost.

    `between` are the two words on the board that a hint of that kind lies between.
    """

    view: BoardView
    entry: Entry
    kind: HintKind = HintKind.HALFWAY
    price: int = HINT_PRICES[HintKind.HALFWAY]
    between: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class SpellingResult:
    """How the secret begins and how many letters it has; a price of 0 where it was told before."""

    view: BoardView
    first: str
    length: int
    price: int


@dataclass(frozen=True, slots=True)
class HintOffer:
    """A kind of hint, what it would cost now, and why it cannot be had, if it cannot."""

    kind: HintKind
    price: int
    error: GameError | None = None


@dataclass(frozen=True, slots=True)
class HintOffers:
    """Every kind of hint, as a board offers them now."""

    view: BoardView
    offers: Sequence[HintOffer]


@dataclass(frozen=True, slots=True)
class WhyResult:
    """What links a word with the secret, as far as it may be told, and the word's rank."""

    view: BoardView
    why: Why
    rank: int


@dataclass(frozen=True, slots=True)
class GiveUpResult:
    """The board after a wish to give up; it has ended where `votes` reached `needed`."""

    view: BoardView
    votes: int
    needed: int


@dataclass(frozen=True, slots=True)
class NearestResult:
    """The words nearest to the secret of an ended board, nearest first, and which were guessed."""

    view: BoardView
    neighbours: Sequence[Neighbour]
    guessed: frozenset[str]


@dataclass(frozen=True, slots=True)
class JourneyResult:
    """How an ended board went, guess by guess."""

    view: BoardView
    journey: Journey


@dataclass(frozen=True, slots=True)
class Record:
    """A member's statistics on a server, with the modes they played in."""

    member_id: int
    statistics: Statistics
    today: date
    modes: frozenset[Mode]


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of the archive and how it stands for the member; None where never played."""

    day: date
    number: int
    solved: bool | None
    attempts: int = 0
