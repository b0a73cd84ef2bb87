"""The nouns of the word game, as frozen data that may cross any border."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Mode(StrEnum):
    """Who shares a board: nobody, or everyone in a channel."""

    SOLO = "solo"
    TOGETHER = "together"


class PuzzleKind(StrEnum):
    """A daily puzzle is the same for a whole server; a practice round is one member's own."""

    DAILY = "daily"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Server:
    """A community that plays: a Discord server, or one person's direct messages.

    `seed` orders this server's secrets and never leaves the database. `first_day` is the local
    date of puzzle number 1.
    """

    id: int
    time_zone: str
    seed: int = field(repr=False)
    first_day: date


@dataclass(frozen=True, slots=True)
class PuzzleFace:
    """The side of a puzzle that its players may see: everything but the secret.

    `par` is the number of guesses it takes a middling player, `difficulty` goes from 1 to 5; None
    where nobody has rated the secret.
    """

    id: int
    kind: PuzzleKind
    number: int
    day: date
    owner_id: int | None = None
    par: int | None = None
    difficulty: int | None = None


@dataclass(frozen=True, slots=True)
class Puzzle:
    """One secret to find. `day` is the server's local date it belongs to.

    `cycle` counts how often the pool of secrets has been used up before. `owner_id` is the member
    of a practice round and None for a daily puzzle. `id` is 0 until it is stored. `par` and
    `difficulty` are set for a secret that was rated when it was proposed. `ends_at` is when the day
    of a daily puzzle is over, whatever becomes of the server's time zone.
    """

    server_id: int
    kind: PuzzleKind
    number: int
    day: date
    secret: str = field(repr=False)  # a log line must not tell it
    words_version: str
    cycle: int = 0
    owner_id: int | None = None
    id: int = 0
    par: int | None = None
    difficulty: int | None = None
    ends_at: datetime | None = None

    @property
    def face(self) -> PuzzleFace:
        """What may be shown of it while the secret is unknown."""
        return PuzzleFace(
            self.id, self.kind, self.number, self.day, self.owner_id, self.par, self.difficulty
        )


@dataclass(frozen=True, slots=True)
class BoardKey:
    """Which board: of which puzzle, shared how, and whose (a member's or a channel's id)."""

    puzzle_id: int
    mode: Mode
    owner_id: int


@dataclass(frozen=True, slots=True)
class Board:
    """The state of one board.

    `entries` counts every row on it (guesses, explorations after the end, hints), `attempts` only
    the guesses that count, `hints` the strokes that hints have cost. `best_rank` is the lowest
    rank seen among guesses and hints.
    """

    key: BoardKey
    id: int = 0
    entries: int = 0
    attempts: int = 0
    hints: int = 0
    best_rank: int | None = None
    solved_in: int | None = None
    solver_id: int | None = None
    gave_up: bool = False
    finished_at: datetime | None = None

    @property
    def finished(self) -> bool:
        """Whether the secret is known here: found, or given up."""
        return self.finished_at is not None

    @property
    def strokes(self) -> int:
        """The score, which par is compared with: guesses, and what hints have cost."""
        return self.attempts + self.hints

    @property
    def solved(self) -> bool:
        """Whether somebody found the secret on this board."""
        return self.solved_in is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """A word on a board: a guess, or a hint. The secret has rank 0, its nearest neighbour 1.

    `position` counts from 1 over all entries of the board. `attempt` counts the guesses that cost
    one and is None for a hint and for exploring after the end. `interaction_id` is the id of the
    Discord interaction that brought it, unique over everything stored.
    """

    board_id: int
    position: int
    member_id: int
    word: str
    similarity: float
    rank: int
    at: datetime
    attempt: int | None = None
    hint: bool = False
    interaction_id: int | None = None


@dataclass(frozen=True, slots=True)
class Focus:
    """Where a member's next guess goes: sharing mode, and a puzzle other than the day's, if any.

    The puzzle counts only on the local date `day`; on any other it means the day's own puzzle.
    """

    server_id: int
    member_id: int
    mode: Mode = Mode.SOLO
    puzzle_id: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """One member's part in one daily puzzle, on their own board or on a shared one.

    `attempts` is the board's count when it was solved, or so far. `found` says that this member
    guessed the secret, `ends_at` when the puzzle's day is over.
    """

    puzzle_id: int
    number: int
    day: date
    mode: Mode
    attempts: int
    hints: int
    solved: bool
    gave_up: bool
    found: bool
    finished_at: datetime | None
    ends_at: datetime | None = None
