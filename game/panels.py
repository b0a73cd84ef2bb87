"""The panel: what everyone in a channel sees of a puzzle, and what that asks of storage.

No noun here has room for a word: what is drawn from them can spoil nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from game.model import Mode, PuzzleFace
from game.setup import Style

NEWEST, WARMEST, RACERS = 5, 10, 10
"""How many of the latest guesses, of the warmest words, and of a race's members a panel shows."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The one public message about a puzzle in a channel.

    `changes` counts what happened to what it shows, `shown` how much of that the message shows;
    `message_id` is None until it is posted, and negative once that message was found deleted.
    """

    puzzle_id: int
    channel_id: int
    server_id: int
    style: Style
    message_id: int | None = None
    changes: int = 0
    shown: int = 0

    @property
    def mode(self) -> Mode:
        """Whose boards it shows."""
        return self.style.mode

    @property
    def up(self) -> bool:
        """Whether it has a message, as far as is known."""
        return self.message_id is not None and self.message_id > 0

    @property
    def removed(self) -> bool:
        """Whether its message was deleted, so that it is to be left alone."""
        return self.message_id is not None and self.message_id < 0


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a shared board as everyone may see it: whose, how near, and not which."""

    member_id: int
    rank: int
    hint: bool


@dataclass(frozen=True, slots=True)
class Racer:
    """How a member's own board stands in a race; `place` is 1 for the first to solve."""

    member_id: int
    attempts: int
    hints: int
    best_rank: int | None
    gave_up: bool
    place: int | None

    @property
    def strokes(self) -> int:
        """The score: guesses, and what hints have cost."""
        return self.attempts + self.hints


@dataclass(frozen=True, slots=True)
class Pause:
    """Until when the member of a relay's latest guess leaves the next one to the others."""

    member_id: int
    until: datetime


@dataclass(frozen=True, slots=True)
class PanelView:
    """What a panel shows. `size` is the number of words that can be guessed.

    A race has `racers`, the first ones first; the rest has the `newest` steps, latest first, and
    the `warmest`, nearest first, out of `words`. The rest is the shared board's.
    """

    panel: Panel
    puzzle: PuzzleFace
    size: int
    racers: Sequence[Racer] = ()
    newest: Sequence[Step] = ()
    warmest: Sequence[Step] = ()
    words: int = 0
    players: int = 0
    attempts: int = 0
    hints: int = 0
    solved_in: int | None = None
    solver_id: int | None = None
    gave_up: bool = False
    votes: int = 0
    pause: Pause | None = None

    @property
    def finished(self) -> bool:
        """Whether the shared board has ended; a race never does."""
        return self.gave_up or self.solved_in is not None


class PanelStore(Protocol):
    """Keeps the panels. What two processes do at once is settled here."""

    def open(self, panel: Panel) -> Panel:
        """Store a new panel, to be shown once; the one that stands where there is one already.

        Whoever plays a race's puzzle on a board of their own by then is in the race, with the place
        they came in at.
        """

    def restyle(self, panel: Panel, style: Style) -> Panel:
        """Give a panel another style, unless somebody has played on it; the panel as it is then."""

    def panel(self, puzzle_id: int, channel_id: int) -> Panel | None:
        """The panel of a puzzle in a channel, or None."""

    def stale(self, puzzles: Sequence[int] | None = None) -> Sequence[Panel]:
        """The panels, of those puzzles or of all, whose message does not show every change.

        None of those is among them whose message was deleted.
        """

    def posted(self, panel: Panel, message_id: int | None) -> bool:
        """Store another message in the place of the panel's, all of whose changes it shows.

        False, and nothing stored, where the panel has got another message meanwhile.
        """

    def shown(self, panel: Panel) -> bool:
        """Store that the panel's message shows all of the panel's changes.

        False where somebody has shown later ones meanwhile, or in another message.
        """

    def close(self, panel: Panel) -> None:
        """Forget a panel that was never posted."""

    def racers(self, panel: Panel) -> Sequence[Racer]:
        """Everyone in the panel's race: by place, then the nearest first."""
